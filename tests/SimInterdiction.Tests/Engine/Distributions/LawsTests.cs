using System.Runtime.Intrinsics;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Tests.Engine.Distributions;

/// <summary>What holds for every law. The luck is fixed by the seed; each statistical claim would be wrong by chance
/// once in 1,000.</summary>
public sealed class LawsTests
{
    private const int Draws = 200_000;

    // 3.2905 standard errors hold 99.9 %; Kolmogorov: 1.9495 / sqrt(n) holds 99.9 %.
    private const double Errors = 3.2905;
    private const double Kolmogorov = 1.9495;

    private static readonly StreamKey Key = new StreamRegister(41).KeyOf("laws");

    private static readonly double[] Shares =
    [
        1e-300,
        Math.Pow(2, -53),
        1e-10,
        1e-4,
        0.01,
        0.1,
        0.25,
        0.425,
        0.5,
        0.6,
        0.75,
        0.925,
        0.99,
        0.9999,
        1 - 1e-10,
        1 - Math.Pow(2, -53),
    ];

    private static readonly Distribution[] Continuous =
    [
        new Exponential(1.5),
        new Uniform(-2, 3),
        new Triangular(2, 3, 9),
        new Triangular(2, 2, 9),
        new Triangular(2, 9, 9),
        new LogNormal(3, 1),
        new LogNormal(2, 0.1),
        new Gamma(2, 0.5),
        new Gamma(2, 2),
        new Gamma(2, 5),
        new Truncated(new Exponential(2), 1, 4),
        new Truncated(new LogNormal(3, 1), 1, 60),
        new Truncated(new Gamma(1.5, 0.75), 1, double.PositiveInfinity),
        new Truncated(new Triangular(0, 1, 4), 0.5, 3),
        new Truncated(new Truncated(new Uniform(0, 10), 2, 9), 0, 5),
    ];

    private static readonly Distribution[] Discrete =
    [
        new Fixed(4),
        new Uniform(4, 4),
        new Triangular(4, 4, 4),
        new Empirical([(1, 0.5), (2, 0.3), (10, 0.2)]),
        new Empirical([(7, 1)]),
        new Discretised(new LogNormal(3, 1)),
        new Discretised(new Gamma(1.5, 0.75)),
        new Discretised(new Uniform(-2.5, 2.5)),
        new Truncated(new Empirical([(1, 0.5), (2, 0.3), (10, 0.2)]), 1.5, 20),
        new Truncated(new Discretised(new Exponential(5)), 2, 9),
        Discretised.Count(new LogNormal(3, 1), 1, 60),
        Discretised.Count(new Exponential(40), 0, 500),
    ];

    private static IEnumerable<Distribution> All => [.. Continuous, .. Discrete];

    [TestCaseSource(nameof(All))]
    public void Draws_have_the_mean_that_is_stated(Distribution law)
    {
        double mean = Sample(law).Average();
        Assert.That(mean, Is.EqualTo(law.Mean).Within((Errors * Math.Sqrt(law.Variance / Draws)) + (1e-12 * Math.Abs(law.Mean))));
    }

    // The standard error of a variance needs the fourth moment, which is taken from the draws.
    [TestCaseSource(nameof(All))]
    public void Draws_have_the_variance_that_is_stated(Distribution law)
    {
        double[] squares = [.. Sample(law).Select(value => Math.Pow(value - law.Mean, 2))];
        double variance = squares.Average();
        double error = Math.Sqrt(squares.Average(square => Math.Pow(square - variance, 2)) / Draws);
        Assert.That(variance, Is.EqualTo(law.Variance).Within((Errors * error) + 1e-12));
    }

    [TestCaseSource(nameof(Continuous))]
    public void Draws_follow_the_cdf(Distribution law)
    {
        double[] sorted = [.. Sample(law).Order()];
        double worst = 0;
        for (int i = 0; i < Draws; i++)
        {
            double cdf = law.Cdf(sorted[i]);
            worst = Math.Max(worst, Math.Max(cdf - ((double)i / Draws), ((i + 1.0) / Draws) - cdf));
        }

        Assert.That(worst, Is.LessThan(Kolmogorov / Math.Sqrt(Draws)));
    }

    [TestCaseSource(nameof(Discrete))]
    public void Values_come_up_as_often_as_the_cdf_steps(Distribution law)
    {
        // Values expected fewer than ten times are pooled with the next.
        double[] sorted = [.. Sample(law).Order()];
        double statistic = 0;
        int cells = 0;
        double pooled = 0;
        int seen = 0;
        foreach (IGrouping<double, double> group in sorted.GroupBy(value => value))
        {
            seen += group.Count();
            double through = law.Cdf(group.Key);
            if ((through - pooled) * Draws >= 10 && (1 - through) * Draws is >= 10 or <= 1e-6)
            {
                double expected = (through - pooled) * Draws;
                statistic += Math.Pow(seen - expected, 2) / expected;
                (cells, pooled, seen) = (cells + 1, through, 0);
            }
        }

        double rest = (1 - pooled) * Draws;
        if (rest > 1e-6)
        {
            statistic += Math.Pow(seen - rest, 2) / rest;
            cells++;
        }

        // Wilson and Hilferty's chi-square quantile, .999; with a single cell nothing may be missing.
        int freedom = cells - 1;
        double limit = freedom == 0 ? 1e-12 : freedom * Math.Pow(1 - (2.0 / (9 * freedom)) + (3.0902 * Math.Sqrt(2.0 / (9 * freedom))), 3);
        Assert.That(statistic, Is.LessThan(limit));
    }

    [TestCaseSource(nameof(All))]
    public void The_quantile_never_falls_and_never_leaves_the_support(Distribution law)
    {
        double previous = law.Minimum;
        foreach (double u in Shares)
        {
            double value = law.Quantile(u);
            Assert.That(value, Is.GreaterThanOrEqualTo(previous).And.LessThanOrEqualTo(law.Maximum), $"u = {u}");
            Assert.That(value, Is.Not.NaN);
            previous = value;
        }
    }

    [TestCaseSource(nameof(All))]
    public void Eight_quantiles_at_once_are_the_same_to_the_last_digit(Distribution law)
    {
        foreach (double[] eight in Shares.Chunk(8).Where(chunk => chunk.Length == 8))
        {
            Vector512<double> together = law.Quantile(Vector512.Create(eight));
            Assert.That(eight.Select((_, i) => together[i]), Is.EqualTo(eight.Select(law.Quantile)));
        }
    }

    [TestCaseSource(nameof(Continuous))]
    public void The_quantile_undoes_the_cdf(Distribution law)
    {
        foreach (double u in Shares.Where(share => share is > 1e-5 and < 0.99999))
        {
            double value = law.Quantile(u);
            Assert.That(law.Quantile(law.Cdf(value)), Is.EqualTo(value).Within(1e-9 * Math.Max(1e-6, Math.Abs(value))), $"u = {u}");
            Assert.That(law.Cdf(value), Is.EqualTo(u).Within(1e-12));
        }
    }

    [TestCaseSource(nameof(All))]
    public void Cdf_and_survival_sum_to_1_and_end_at_0_and_1(Distribution law)
    {
        foreach (double x in Shares.Select(law.Quantile))
        {
            Assert.That(law.Cdf(x) + law.Survival(x), Is.EqualTo(1).Within(1e-13));
        }

        Assert.That(law.Cdf(law.Minimum - 1), Is.Zero);
        Assert.That(law.Cdf(double.PositiveInfinity), Is.EqualTo(1));
        Assert.That(law.Survival(double.PositiveInfinity), Is.Zero);
        Assert.That(law.Cdf(double.NegativeInfinity), Is.Zero);
    }

    [TestCaseSource(nameof(Discrete))]
    public void The_quantile_is_the_first_value_that_the_cdf_reaches(Distribution law)
    {
        for (double u = 0.0005; u < 1; u += 0.001)
        {
            double value = law.Quantile(u);
            Assert.That(law.Cdf(value), Is.GreaterThanOrEqualTo(u - 1e-14));
            Assert.That(law.Cdf(Math.BitDecrement(value)), Is.LessThanOrEqualTo(u + 1e-14));
        }
    }

    [TestCaseSource(nameof(All))]
    public void A_draw_allocates_nothing(Distribution law)
    {
        double sum = law.Quantile(0.3) + law.Quantile(0.999);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1; i < 1000; i++)
        {
            sum += law.Quantile(i / 1000.0);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(sum, Is.Not.NaN);
    }

    private static IEnumerable<double> Sample(Distribution law)
    {
        for (ulong entity = 0; entity < Draws; entity++)
        {
            yield return law.Quantile(Philox.Draw(Key, 1, entity).FirstFine);
        }
    }
}
