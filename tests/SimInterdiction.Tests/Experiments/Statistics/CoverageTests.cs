using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

/// <summary>
/// Intervals of 95 % hold the truth in 95 % of 4,000 simulated studies, up to chance and what the method owes at n replications. Slow, so run by hand.
/// </summary>
/// <remarks>Binomial standard error .0034; limits are three of them (error rate .0027 a test, with the seed fixed), plus half a point that the delta
/// method may fall short at 30.</remarks>
[Explicit, Category("Slow")]
public sealed class CoverageTests
{
    private const int Studies = 4000;
    private const double Limit = .0103;

    [TestCase(30, .005)]
    [TestCase(200, 0)]
    public void The_interval_of_a_ratio_covers_it(int replications, double shortfall)
    {
        var random = new Random(1);
        double coverage = Coverage(() =>
        {
            (double[] y, double[] x) = (new double[replications], new double[replications]);
            for (int i = 0; i < replications; i++)
            {
                (y[i], _, x[i]) = Draw(random, .15, .15);
            }

            return RatioEstimator.Estimate(y, x).At(.95);
        }, .15);
        Assert.That(coverage, Is.InRange(.95 - Limit - shortfall, .95 + Limit));
    }

    [TestCase(30, .005)]
    [TestCase(200, 0)]
    public void The_paired_interval_of_two_ratios_covers_their_difference(int replications, double shortfall)
    {
        var random = new Random(2);
        double coverage = Coverage(() =>
        {
            (double[] y, double[] other, double[] x) = (new double[replications], new double[replications], new double[replications]);
            for (int i = 0; i < replications; i++)
            {
                (y[i], other[i], x[i]) = Draw(random, .15, .12);
            }

            return Jackknife.PairedDifference(new PairedRatios { Numerators = y, Denominators = x, OtherNumerators = other, OtherDenominators = x }).At(.95);
        }, .03);
        Assert.That(coverage, Is.InRange(.95 - Limit - shortfall, .95 + Limit));
    }

    [Test]
    public void The_paired_t_interval_covers_a_difference_of_means()
    {
        var random = new Random(3);
        double coverage = Coverage(() =>
        {
            (double[] values, double[] others) = (new double[10], new double[10]);
            for (int i = 0; i < 10; i++)
            {
                double shared = Normal(random);
                values[i] = shared + (.3 * Normal(random)) + 1;
                others[i] = shared + (.3 * Normal(random));
            }

            return Means.PairedDifference(values, others).At(.95);
        }, 1);
        Assert.That(coverage, Is.InRange(.95 - Limit, .95 + Limit));
    }

    [Test]
    public void The_interval_of_a_percentile_covers_it_at_least()
    {
        var random = new Random(4);
        double coverage = Coverage(() =>
        {
            double[] values = [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
            Array.Sort(values);
            return OrderStatistics.PercentileInterval(values, .9, .95)!.Value;
        }, .9);

        // Ranks 84 and 96 of 100 hold the 90th percentile with .9557.
        Assert.That(coverage, Is.InRange(.9557 - Limit, .9557 + Limit));
    }

    private static double Coverage(Func<Interval> study, double truth)
    {
        int covered = 0;
        for (int i = 0; i < Studies; i++)
        {
            Interval interval = study();
            covered += interval.Low <= truth && truth <= interval.High ? 1 : 0;
        }

        return (double)covered / Studies;
    }

    // A period: about 60 shipments of 1 to 9 firearms, each seized or not with the same luck under both deployments.
    private static (double Seized, double OtherSeized, double Dispatched) Draw(Random random, double chance, double otherChance)
    {
        (double seized, double otherSeized, double dispatched) = (0, 0, 0);
        int shipments = 40 + random.Next(41);
        for (int i = 0; i < shipments; i++)
        {
            int firearms = 1 + random.Next(9);
            double luck = random.NextDouble();
            dispatched += firearms;
            seized += luck < chance ? firearms : 0;
            otherSeized += luck < otherChance ? firearms : 0;
        }

        return (seized, otherSeized, dispatched);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
