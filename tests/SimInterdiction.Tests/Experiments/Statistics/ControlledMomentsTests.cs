using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class ControlledMomentsTests
{
    private const int Replications = 23;

    private static readonly double[] Control = Draw(1, (random, _) => random.NextDouble() - .5);
    private static readonly double[] Seized = Draw(2, (random, i) => 5 + (3 * Control[i]) + (2 * random.NextDouble()));
    private static readonly double[] Dispatched = Draw(3, (random, i) => 20 + Control[i] + (6 * random.NextDouble()));
    private static readonly double[] Ones = [.. Seized.Select(_ => 1.0)];

    [Test]
    public void The_slope_is_the_one_of_the_worked_example()
    {
        var moments = new CoMoments();
        foreach ((double seized, double dispatched) in Samples.Seized.Zip(Samples.Dispatched))
        {
            moments.Add(seized, 2 * seized, dispatched);
        }

        Assert.That(moments.SlopeY, Is.EqualTo(.347107).Within(5e-7));
        Assert.That(moments.SlopeX, Is.EqualTo(2 * .347107).Within(1e-6));
    }

    [Test]
    public void Each_group_is_corrected_with_the_slope_of_all_others()
    {
        double[] corrected = [.. Seized.Select((y, i) => y - (Slope(i % ControlledMoments.Groups, Seized) * Control[i]))];
        PointEstimate byHand = Means.Estimate(corrected);
        PointEstimate estimate = Moments(Seized, Ones, Control).Estimate();
        Assert.That(estimate.Value, Is.EqualTo(byHand.Value).Within(1e-13));
        Assert.That(estimate.StandardError, Is.EqualTo(byHand.StandardError).Within(1e-13));
        Assert.That(estimate.DegreesOfFreedom, Is.EqualTo(Replications - 1));
        Assert.That(estimate.StandardError, Is.LessThan(.8 * Means.Estimate(Seized).StandardError));
    }

    [Test]
    public void A_ratio_is_that_of_both_corrected_and_as_sure_as_their_ratio_is()
    {
        double[] seized = [.. Seized.Select((y, i) => y - (Slope(i % ControlledMoments.Groups, Seized) * Control[i]))];
        double[] dispatched = [.. Dispatched.Select((x, i) => x - (Slope(i % ControlledMoments.Groups, Dispatched) * Control[i]))];
        PointEstimate byHand = RatioEstimator.Estimate(seized, dispatched);
        PointEstimate estimate = Moments(Seized, Dispatched, Control).Estimate();
        Assert.That(estimate.Value, Is.EqualTo(byHand.Value).Within(1e-14));
        Assert.That(estimate.StandardError, Is.EqualTo(byHand.StandardError).Within(1e-14));
    }

    [Test]
    public void Corrected_parts_add_up_to_their_corrected_sum()
    {
        double part = Moments(Seized, Ones, Control).Estimate().Value;
        double rest = Moments([.. Dispatched.Zip(Seized, (x, y) => x - y)], Ones, Control).Estimate().Value;
        Assert.That(part + rest, Is.EqualTo(Moments(Dispatched, Ones, Control).Estimate().Value).Within(1e-13));
    }

    [Test]
    public void What_is_nothing_but_the_control_is_known_exactly()
    {
        PointEstimate estimate = Moments([.. Control.Select(c => 7 - (3 * c))], Ones, Control).Estimate();
        Assert.That(estimate.Value, Is.EqualTo(7).Within(1e-13));
        Assert.That(estimate.StandardError, Is.Zero.Within(1e-7));
    }

    [Test]
    public void A_control_that_never_varies_is_left_alone_to_the_last_bit() =>
        Assert.That(Moments(Seized, Dispatched, [.. Ones.Select(_ => .3)]).Estimate(), Is.EqualTo(RatioEstimator.Estimate(Seized, Dispatched)));

    [Test]
    public void Too_few_replications_are_left_alone_to_the_last_bit()
    {
        int few = ControlledMoments.FewestReplications - 1;
        Assert.That(Moments(Seized[..few], Dispatched[..few], Control[..few]).Estimate(), Is.EqualTo(RatioEstimator.Estimate(Seized.AsSpan(0, few), Dispatched.AsSpan(0, few))));
        Assert.That(Moments(Seized[..(few + 1)], Dispatched[..(few + 1)], Control[..(few + 1)]).Slopes(), Is.Not.Null);
    }

    [Test]
    public void A_ratio_over_what_is_mostly_luck_is_left_alone()
    {
        // Three seizures, two in groups whose luck was good: corrected, less than half of them would be left.
        double[] rare = [.. Ones.Select((_, i) => i is 3 or 11 or 17 ? 1.0 : 0)];
        double[] luck = [.. rare.Select(y => y - .02)];
        Assert.That(Moments(rare, Ones, luck).Estimate().Value, Is.LessThan(.5 * rare.Average()));
        Assert.That(Moments(Ones, rare, luck).Estimate(), Is.EqualTo(RatioEstimator.Estimate(Ones, rare)));
    }

    [Test]
    public void A_ratio_of_nothing_stays_undefined()
    {
        double[] nothing = new double[Replications];
        Assert.That(Moments(nothing, nothing, Control).Estimate().Value, Is.NaN);
    }

    [Test]
    public void Moments_of_parts_merge_into_those_of_all()
    {
        (CoMoments all, CoMoments first, CoMoments second) = (new(), new(), new());
        for (int i = 0; i < Replications; i++)
        {
            all.Add(Seized[i], Dispatched[i], Control[i]);
            (i < 7 ? first : second).Add(Seized[i], Dispatched[i], Control[i]);
        }

        first.Add(new CoMoments());
        first.Add(second);
        Assert.That(Values(first), Is.EqualTo(Values(all)).Within(1e-12));

        static double[] Values(CoMoments m) => [m.Count, m.MeanY, m.MeanX, m.MeanControl, m.VarianceY, m.VarianceX, m.Covariance, m.SlopeY, m.SlopeX];
    }

    // By its definition, from the replications of all other groups.
    private static double Slope(int group, double[] values)
    {
        int[] others = [.. Enumerable.Range(0, Replications).Where(i => i % ControlledMoments.Groups != group)];
        double mean = others.Average(i => values[i]);
        double controlMean = others.Average(i => Control[i]);
        return others.Sum(i => (values[i] - mean) * (Control[i] - controlMean)) / others.Sum(i => Math.Pow(Control[i] - controlMean, 2));
    }

    private static double[] Draw(int seed, Func<Random, int, double> value)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Replications).Select(i => value(random, i))];
    }

    private static ControlledMoments Moments(double[] numerators, double[] denominators, double[] controls)
    {
        var moments = new ControlledMoments();
        for (int i = 0; i < numerators.Length; i++)
        {
            moments.Add(numerators[i], denominators[i], controls[i]);
        }

        return moments;
    }
}
