using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class PrecisionTests
{
    // Ten replications of a queue, mean 2.03 and variance .31 (Law).
    private static readonly PointEstimate Queue = new(2.03, Math.Sqrt(.31 / 10), 9);

    [Test]
    public void The_half_width_of_ten_replications_is_the_published_one() =>
        Assert.That(Queue.HalfWidth(.90), Is.EqualTo(.3228).Within(5e-5));

    [Test]
    public void An_absolute_precision_needs_the_published_number_of_replications() =>
        Assert.That(new Precision.Absolute(.25).ReplicationsNeeded(Queue, .90), Is.EqualTo(16));

    [Test]
    public void A_relative_precision_needs_the_published_number_of_replications() =>
        Assert.That(new Precision.Relative(.10).ReplicationsNeeded(Queue, .90), Is.EqualTo(27));

    [Test]
    public void What_is_reached_needs_no_more()
    {
        var precision = new Precision.Absolute(.33);
        Assert.That(precision.IsReachedBy(Queue, .90), Is.True);
        Assert.That(precision.ReplicationsNeeded(Queue, .90), Is.EqualTo(10));
        Assert.That(new Precision.Absolute(.32).IsReachedBy(Queue, .90), Is.False);
    }

    [Test]
    public void A_relative_error_is_against_the_truth_not_the_estimate()
    {
        // Whatever lies within g / (1 + g) of the estimate is off by at most g of itself: 100 +- 9.0909 reaches down to
        // 90.909, of which it is 10 % off.
        Assert.That(new Precision.Relative(.10).HalfWidthAt(-100), Is.EqualTo(100 / 11.0).Within(1e-12));
    }

    [Test]
    public void An_undefined_estimate_never_reaches_a_precision()
    {
        var single = new PointEstimate(1, double.NaN, 0);
        Assert.That(new Precision.Absolute(1e9).IsReachedBy(single, .95), Is.False);
        Assert.That(new Precision.Absolute(1e9).ReplicationsNeeded(single, .95), Is.Null);
    }

    [Test]
    public void No_number_of_replications_makes_a_zero_relatively_precise() =>
        Assert.That(new Precision.Relative(.10).ReplicationsNeeded(new PointEstimate(0, 1, 9), .95), Is.Null);
}
