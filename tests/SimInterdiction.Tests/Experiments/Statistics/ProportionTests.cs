using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class ProportionTests
{
    // Newcombe 1998, table I, method 3.
    [TestCase(81, 263, .2553, .3662)]
    [TestCase(0, 20, 0, .1611)]
    [TestCase(1, 29, .0061, .1718)]
    public void The_score_interval_is_the_published_one(int successes, int trials, double low, double high)
    {
        Interval interval = Proportion.Wilson(successes, trials, .95);
        Assert.That(interval.Low, Is.EqualTo(low).Within(5e-5));
        Assert.That(interval.High, Is.EqualTo(high).Within(5e-5));
    }

    [Test]
    public void Failures_mirror_successes()
    {
        Interval successes = Proportion.Wilson(29, 29, .95);
        Interval failures = Proportion.Wilson(0, 29, .95);
        Assert.That(successes.High, Is.EqualTo(1));
        Assert.That(successes.Low, Is.EqualTo(1 - failures.High).Within(1e-15));
    }

    [Test]
    public void Ties_count_half() =>
        Assert.That(Proportion.Wilson(20.5, 41, .95).Low, Is.EqualTo(1 - Proportion.Wilson(20.5, 41, .95).High).Within(1e-15));

    [TestCase(1, 0)]
    [TestCase(-1, 5)]
    [TestCase(6, 5)]
    public void A_share_that_is_none_is_refused(int successes, int trials) =>
        Assert.That(() => Proportion.Wilson(successes, trials, .95), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
