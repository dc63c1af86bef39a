using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class ControlVariatesTests
{
    private static readonly ControlVariate Dispatched = new(Samples.Dispatched, 22);

    [Test]
    public void The_worked_example_comes_out_with_an_error_five_times_smaller()
    {
        PointEstimate crude = Means.Estimate(Samples.Seized);
        PointEstimate controlled = ControlVariates.Estimate(Samples.Seized, Dispatched);
        Assert.That(crude.StandardError, Is.EqualTo(.577350).Within(5e-7));
        Assert.That(controlled.Value, Is.EqualTo(3.652893).Within(5e-7));
        Assert.That(controlled.StandardError, Is.EqualTo(.104750).Within(5e-7));
        Assert.That(controlled.DegreesOfFreedom, Is.EqualTo(8));
    }

    [Test]
    public void A_control_at_its_known_mean_corrects_nothing() =>
        Assert.That(ControlVariates.Estimate(Samples.Seized, new ControlVariate(Samples.Dispatched, 23)).Value, Is.EqualTo(4).Within(1e-14));

    [Test]
    public void A_linear_function_of_controls_has_no_error_left()
    {
        double[] values = [.. Samples.Seized.Zip(Samples.Dispatched, (a, b) => 7 + (2 * a) - (3 * b))];
        PointEstimate estimate = ControlVariates.Estimate(values, new ControlVariate(Samples.Seized, 5), Dispatched);
        Assert.That(estimate.Value, Is.EqualTo(7 + (2 * 5) - (3 * 22)).Within(1e-12));
        Assert.That(estimate.StandardError, Is.Zero.Within(1e-12));
        Assert.That(estimate.DegreesOfFreedom, Is.EqualTo(7));
    }

    [Test]
    public void A_control_that_never_varies_is_left_out() =>
        Assert.That(ControlVariates.Estimate(Samples.Seized, new ControlVariate([.. Samples.Seized.Select(_ => 3.0)], 3)), Is.EqualTo(Means.Estimate(Samples.Seized)));

    [Test]
    public void A_combination_of_other_controls_is_refused() =>
        Assert.That(
            () => ControlVariates.Estimate(Samples.Seized, Dispatched, new ControlVariate([.. Samples.Dispatched.Select(x => (2 * x) + 1)], 45)),
            Throws.ArgumentException.With.Message.Contains("Control 2"));

    [Test]
    public void Too_few_replications_for_the_controls_leave_no_interval() =>
        Assert.That(ControlVariates.Estimate([1, 2], new ControlVariate([3, 5], 4)).At(.95).Low, Is.NaN);
}
