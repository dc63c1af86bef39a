using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class MeansTests
{
    [Test]
    public void The_paired_interval_of_two_policies_is_the_published_one()
    {
        PointEstimate difference = Means.PairedDifference(Samples.PolicyOne, Samples.PolicyTwo);
        Interval interval = difference.At(.90);
        Assert.That(difference.Value, Is.EqualTo(4.978).Within(5e-7));
        Assert.That(interval.Low, Is.EqualTo(1.649).Within(5e-4));
        Assert.That(interval.High, Is.EqualTo(8.307).Within(5e-4));
    }

    [TestCase("One", 50.036)]
    [TestCase("Two", 49.236)]
    [TestCase("Three", 44.350)]
    [TestCase("Four", 48.778)]
    public void The_means_of_the_four_systems_are_the_published_ones(string system, double expected) =>
        Assert.That(Means.Estimate(Samples.FourSystems[system]).Value, Is.EqualTo(expected).Within(1e-9));

    [TestCase("One", "Two", -.7172, 2.3172)]
    [TestCase("One", "Three", 1.8672, 9.5048)]
    [TestCase("Two", "Three", 2.4227, 7.3493)]
    [TestCase("Two", "Four", .2116, .7044)]
    [TestCase("Three", "Four", -6.6731, -2.1829)]
    public void The_paired_intervals_of_the_four_systems_are_the_published_ones(string system, string other, double low, double high)
    {
        Interval interval = Means.PairedDifference(Samples.FourSystems[system], Samples.FourSystems[other]).At(.95);
        Assert.That(interval.Low, Is.EqualTo(low).Within(5.1e-5));
        Assert.That(interval.High, Is.EqualTo(high).Within(5.1e-5));
    }

    [Test]
    public void One_replication_has_a_mean_but_no_interval()
    {
        PointEstimate estimate = Means.Estimate([7]);
        Assert.That(estimate.Value, Is.EqualTo(7));
        Assert.That(estimate.At(.95).Low, Is.NaN);
    }

    [Test]
    public void What_never_varies_has_an_interval_of_no_width()
    {
        PointEstimate estimate = Means.Estimate([.1, .1, .1, .1, .1, .1, .1]);
        Assert.That(estimate.At(.95), Is.EqualTo(new Interval(.1, .1)));
    }
}
