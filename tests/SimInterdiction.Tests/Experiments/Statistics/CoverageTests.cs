using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

/// <summary>
/// Intervals of 95 % hold the truth in 95 % of 4,000 simulated studies, up to chance and what the method owes at n
/// replications. Slow, so run by hand.
/// </summary>
/// <remarks>Binomial standard error .0034; limits are three of them (error rate .0027 a test, with the seed fixed),
/// plus half a point that the delta method may fall short at 30.</remarks>
[Explicit, Category("Slow")]
public sealed class CoverageTests
{
    private const double Limit = Trials.Limit;

    [TestCase(30, .005)]
    [TestCase(200, 0)]
    public void The_interval_of_a_ratio_covers_it(int replications, double shortfall)
    {
        var random = new Random(1);
        double coverage = Coverage(
            () =>
            {
                (double[] y, double[] x) = (new double[replications], new double[replications]);
                for (int i = 0; i < replications; i++)
                {
                    (y[i], _, x[i]) = Draw(random, .15, .15);
                }

                return RatioEstimator.Estimate(y, x).At(.95);
            },
            .15
        );
        Assert.That(coverage, Is.InRange(.95 - Limit - shortfall, .95 + Limit));
    }

    [TestCase(30, .005)]
    [TestCase(200, 0)]
    public void The_paired_interval_of_two_ratios_covers_their_difference(int replications, double shortfall)
    {
        var random = new Random(2);
        double coverage = Coverage(
            () =>
            {
                (double[] y, double[] other, double[] x) = (new double[replications], new double[replications], new double[replications]);
                for (int i = 0; i < replications; i++)
                {
                    (y[i], other[i], x[i]) = Draw(random, .15, .12);
                }

                return Jackknife
                    .PairedDifference(
                        new PairedRatios
                        {
                            Numerators = y,
                            Denominators = x,
                            OtherNumerators = other,
                            OtherDenominators = x,
                        }
                    )
                    .At(.95);
            },
            .03
        );
        Assert.That(coverage, Is.InRange(.95 - Limit - shortfall, .95 + Limit));
    }

    [Test]
    public void The_paired_t_interval_covers_a_difference_of_means()
    {
        var random = new Random(3);
        double coverage = Coverage(
            () =>
            {
                (double[] values, double[] others) = (new double[10], new double[10]);
                for (int i = 0; i < 10; i++)
                {
                    double shared = Trials.Normal(random);
                    values[i] = shared + (.3 * Trials.Normal(random)) + 1;
                    others[i] = shared + (.3 * Trials.Normal(random));
                }

                return Means.PairedDifference(values, others).At(.95);
            },
            1
        );
        Assert.That(coverage, Is.InRange(.95 - Limit, .95 + Limit));
    }

    [Test]
    public void The_interval_of_a_percentile_covers_it_at_least()
    {
        var random = new Random(4);
        double coverage = Coverage(
            () =>
            {
                double[] values = [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
                Array.Sort(values);
                return OrderStatistics.PercentileInterval(values, .9, .95)!.Value;
            },
            .9
        );

        // Ranks 84 and 96 of 100 hold the 90th percentile with .9557.
        Assert.That(coverage, Is.InRange(.9557 - Limit, .9557 + Limit));
    }

    [Test]
    public void Welchs_interval_covers_a_difference_of_unlike_samples()
    {
        var random = new Random(5);
        double coverage = Coverage(() => Welch.Difference(Normals(random, 8, 1, 3), Normals(random, 20, 0, 1)).At(.95), 1);
        Assert.That(coverage, Is.InRange(.95 - Limit, .95 + Limit));
    }

    [Test]
    public void Fiellers_interval_covers_the_ratio_of_ten_normal_pairs()
    {
        var random = new Random(6);
        double coverage = Coverage(
            () =>
            {
                var moments = new CoMoments();
                for (int i = 0; i < 10; i++)
                {
                    double x = 10 + (2 * Trials.Normal(random));
                    moments.Add((.5 * x) + Trials.Normal(random), x);
                }

                return RatioEstimator.FiellerInterval(moments, .95);
            },
            .5
        );
        Assert.That(coverage, Is.InRange(.95 - Limit, .95 + Limit));
    }

    [Test]
    public void Wilsons_interval_covers_chances_of_all_sizes_on_average()
    {
        // Above 95 % by a little on average (Agresti and Coull 1998 find .953 to .955 at 50 trials).
        var random = new Random(8);
        double coverage = Trials.Share(() =>
        {
            double chance = random.NextDouble();
            Interval interval = Proportion.Wilson(Enumerable.Range(0, 50).Count(_ => random.NextDouble() < chance), 50, .95);
            return interval.Low <= chance && chance <= interval.High;
        });
        Assert.That(coverage, Is.InRange(.95 - Limit, .955 + Limit));
    }

    // Of 40 periods: wins in 3 of 5, ties, which count half, in 1 of 5. Ties make the share vary less than wins and
    // losses alone would, so the interval may hold more often.
    [TestCase(.6, .2, .95, .985)]
    [TestCase(.7, 0, .93, .97)]
    [TestCase(.98, 0, .94, .99)]
    public void The_interval_of_better_in_holds_the_true_share(double wins, double ties, double least, double most)
    {
        var random = new Random(8);
        double coverage = Coverage(
            () =>
            {
                double[] luck = [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble())];
                double[] values = [.. luck.Select(u => u < wins ? 1.0 : 0)];
                double[] others = [.. luck.Select(u => u < wins || u < wins + ties ? 0.0 : 1)];
                return Pairing.BetterInInterval(values, others, 1, .95)!.Value;
            },
            wins + (ties / 2)
        );
        Assert.That(coverage, Is.InRange(least, most));
    }

    [Test]
    public void The_corrected_bootstrap_interval_all_but_covers_a_skewed_mean()
    {
        // Of 40 exponential times; second-order correct only, so up to two points short. 1,000 studies: three standard
        // errors are .0207.
        var random = new Random(9);
        double coverage = Trials.Share(
            () =>
            {
                double[] times = [.. Enumerable.Range(0, 40).Select(_ => -Math.Log(1 - random.NextDouble()))];
                Interval interval = new Bootstrap(new StreamKey((ulong)random.NextInt64()), 999).Bca(
                    40,
                    numbers => Mean(times, numbers),
                    .95
                );
                return interval.Low <= 1 && 1 <= interval.High;
            },
            studies: 1000
        );
        Assert.That(coverage, Is.InRange(.93 - .0207, .95 + .0207));
    }

    [Test]
    public void Stopping_at_a_precision_costs_little_coverage()
    {
        // From 30 replications on until the half-width is .2 (97 on average): two points at most (Law 2015, section
        // 9.4.1, finds less from 10 on).
        var random = new Random(10);
        double coverage = Coverage(
            () =>
            {
                var moments = new CoMoments();
                PointEstimate estimate = default;
                while (moments.Count < 30 || !new Precision.Absolute(.2).IsReachedBy(estimate, .95))
                {
                    moments.Add(Trials.Normal(random), 1);
                    estimate = RatioEstimator.Estimate(moments);
                }

                return estimate.At(.95);
            },
            0
        );
        Assert.That(coverage, Is.InRange(.93 - Limit, .95 + Limit));
    }

    private static double Coverage(Func<Interval> study, double truth) =>
        Trials.Share(() =>
        {
            Interval interval = study();
            return interval.Low <= truth && truth <= interval.High;
        });

    private static double[] Normals(Random random, int count, double mean, double spread) =>
        [.. Enumerable.Range(0, count).Select(_ => mean + (spread * Trials.Normal(random)))];

    private static double Mean(double[] values, ReadOnlySpan<int> numbers)
    {
        double sum = 0;
        foreach (int number in numbers)
        {
            sum += values[number];
        }

        return sum / numbers.Length;
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
}
