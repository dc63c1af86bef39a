using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class WelchTests
{
    [Test]
    public void The_interval_of_two_policies_is_the_published_one()
    {
        PointEstimate difference = Welch.Difference(Samples.PolicyOne, Samples.PolicyTwo);
        Interval interval = difference.At(.90);
        Assert.That(difference.DegreesOfFreedom, Is.EqualTo(7.9924).Within(5e-5));
        Assert.That(interval.Low, Is.EqualTo(2.661).Within(5e-4));
        Assert.That(interval.High, Is.EqualTo(7.295).Within(5e-4));
    }

    [Test]
    public void Equal_sizes_and_variances_pool()
    {
        PointEstimate difference = Welch.Difference([1, 2, 3, 4], [11, 12, 13, 14]);
        Assert.That(difference.DegreesOfFreedom, Is.EqualTo(6).Within(1e-12));
        Assert.That(difference.StandardError, Is.EqualTo(Math.Sqrt(2 * (5.0 / 3) / 4)).Within(1e-15));
    }

    [Test]
    public void What_never_varies_has_an_interval_of_no_width() =>
        Assert.That(Welch.Difference([3, 3, 3], [1, 1]).At(.95), Is.EqualTo(new Interval(2, 2)));

    [Test]
    public void A_single_observation_gives_no_interval() => Assert.That(Welch.Difference([3], [1, 2]).At(.95).Low, Is.NaN);
}
