using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class OrderStatisticsTests
{
    [TestCase(10, .5, 2, 9)]
    [TestCase(100, .5, 40, 61)]
    [TestCase(100, .9, 84, 96)]
    public void Ranks_are_the_tabulated_ones(int n, double p, int low, int high) =>
        Assert.That(OrderStatistics.Ranks(n, p, .95), Is.EqualTo((low, high)));

    [Test]
    public void The_tenth_and_ninetieth_percentiles_are_mirror_images() =>
        Assert.That(OrderStatistics.Ranks(100, .1, .95), Is.EqualTo((101 - 96, 101 - 84)));

    [Test]
    public void Too_few_replications_bound_no_percentile()
    {
        // The smallest of 5 lies above their median with chance 1/32, more than 2.5 %.
        Assert.That(OrderStatistics.Ranks(5, .5, .95), Is.Null);
        Assert.That(OrderStatistics.Ranks(6, .5, .95), Is.EqualTo((1, 6)));
        Assert.That(OrderStatistics.Ranks(0, .5, .95), Is.Null);
    }

    [Test]
    public void A_million_replications_have_the_ranks_of_the_normal_approximation()
    {
        (int low, int high) = OrderStatistics.Ranks(1_000_000, .5, .95)!.Value;
        Assert.That(low, Is.EqualTo(500_000 - 980).Within(1));
        Assert.That(high, Is.EqualTo(500_001 + 980).Within(1));
    }

    [Test]
    public void A_percentile_between_two_ranks_is_their_middle()
    {
        double[] sorted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        Assert.That(OrderStatistics.Percentile(sorted, .5), Is.EqualTo(5.5));
        Assert.That(OrderStatistics.Percentile(sorted, .1), Is.EqualTo(1.5));
        Assert.That(OrderStatistics.Percentile(sorted, .9), Is.EqualTo(9.5));
        Assert.That(OrderStatistics.Percentile(sorted, .25), Is.EqualTo(3));
        Assert.That(OrderStatistics.Percentile([7], .9), Is.EqualTo(7));
        Assert.That(OrderStatistics.Percentile([], .9), Is.NaN);
    }
}
