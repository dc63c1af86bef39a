using SimInterdiction.Engine.Distributions;

namespace SimInterdiction.Tests.Engine.Distributions;

/// <summary>Published numbers, closed forms, and numbers computed to 40 digits from the definitions.</summary>
public sealed class KnownValuesTests
{
    // The median of a lognormal law with sigma 1 times e^z: the normal quantile to 18 digits.
    [TestCase(1e-300, -37.0470962993611992)]
    [TestCase(1e-10, -6.3613409024040562)]
    [TestCase(0.001, -3.09023230616781354)]
    [TestCase(0.1, -1.28155156554460047)]
    [TestCase(0.3, -0.524400512708040784)]
    [TestCase(0.5, 0)]
    [TestCase(0.975, 1.95996398454005424)]
    [TestCase(0.9999, 3.71901648545568056)]
    public void A_lognormal_quantile_is_e_to_the_normal_one(double u, double z)
    {
        var law = new LogNormal(1, 1);

        // The second part is what rounding u itself to a double does near 1.
        double tolerance = 2e-14 + (1e-16 / (1 - u));
        Assert.That(law.Quantile(u), Is.EqualTo(Math.Exp(z)).Within(tolerance * Math.Exp(z)));
        Assert.That(law.Cdf(Math.Exp(z)), Is.EqualTo(u).Within(1e-11 * u));
    }

    [TestCase(0.05, 1e-10, 5.8446320572864997e-201)]
    [TestCase(0.05, 0.01, 5.8446320572864997e-41)]
    [TestCase(0.05, 0.3, 2.0378971887326632e-11)]
    [TestCase(0.05, 0.75, 0.0018567356838462507)]
    [TestCase(0.05, 0.9999, 4.6241008221004057)]
    [TestCase(0.05, 1 - 1.1641532182693481e-10, 17.153613874939131)]
    [TestCase(0.5, 1e-10, 7.8539816339744831e-21)]
    [TestCase(0.5, 0.01, 7.8543928954850989e-5)]
    [TestCase(0.5, 0.3, 0.074235930916272725)]
    [TestCase(0.5, 0.75, 0.66165184846573297)]
    [TestCase(0.5, 0.9999, 7.5683526133116985)]
    [TestCase(1.5, 1e-10, 2.6046988107172401e-7)]
    [TestCase(1.5, 0.01, 0.057415900949558519)]
    [TestCase(1.5, 0.3, 0.71182612151763979)]
    [TestCase(1.5, 0.75, 2.0541724678161584)]
    [TestCase(1.5, 0.9999, 10.553756733080107)]
    [TestCase(4, 1e-10, 0.0070090884571795295)]
    [TestCase(4, 0.01, 0.82324868634538516)]
    [TestCase(4, 0.3, 2.7637110426126475)]
    [TestCase(4, 0.75, 5.1094274851233797)]
    [TestCase(4, 0.9999, 15.91381400063116)]
    [TestCase(4, 1 - 1.1641532182693481e-10, 31.531624120264165)]
    [TestCase(30, 1e-10, 7.0005117003518343)]
    [TestCase(30, 0.01, 18.742425764901893)]
    [TestCase(30, 0.3, 26.904563066176393)]
    [TestCase(30, 0.75, 33.490730553809572)]
    [TestCase(30, 0.9999, 54.751465250202249)]
    [TestCase(1000, 1e-10, 811.79876271756078)]
    [TestCase(1000, 0.01, 927.90815979664252)]
    [TestCase(1000, 0.3, 983.17844675789871)]
    [TestCase(1000, 0.75, 1021.1436879071974)]
    [TestCase(1000, 0.9999, 1121.9041774983375)]
    [TestCase(10000, 1e-10, 9376.9616820443875)]
    [TestCase(10000, 0.01, 9768.8368566965911)]
    [TestCase(10000, 0.3, 9947.3192620195836)]
    [TestCase(10000, 0.75, 10067.266062388988)]
    [TestCase(10000, 0.9999, 10376.185652970512)]
    [TestCase(10000, 1 - 1.1641532182693481e-10, 10646.910115298548)]
    public void Gamma_quantiles_have_their_twelve_digits(double shape, double u, double quantile)
    {
        var law = new Gamma(shape, Math.Sqrt(shape));
        Assert.That(law.Quantile(u), Is.EqualTo(quantile).Within(1e-12 * quantile));
        Assert.That(law.Cdf(quantile), Is.EqualTo(u).Within(1e-12 * u));
    }

    // Chi-square with n degrees of freedom is gamma with mean n and variance 2 n. Tables of the chi-square law.
    [TestCase(3, 0.95, 7.814727903)]
    [TestCase(10, 0.99, 23.20925116)]
    [TestCase(1, 0.05, 0.003932140000)]
    public void Chi_square_quantiles_are_those_of_the_tables(double freedom, double u, double quantile) =>
        Assert.That(new Gamma(freedom, Math.Sqrt(2 * freedom)).Quantile(u), Is.EqualTo(quantile).Within(6e-10 * Math.Max(1, quantile)));

    [Test]
    public void A_gamma_law_with_equal_mean_and_deviation_is_exponential()
    {
        var gamma = new Gamma(2.5, 2.5);
        var exponential = new Exponential(2.5);
        for (double u = 0.001; u < 1; u += 0.001)
        {
            Assert.That(gamma.Quantile(u), Is.EqualTo(exponential.Quantile(u)).Within(1e-12 * exponential.Quantile(u)));
        }
    }

    [Test]
    public void Moments_are_those_of_the_textbook()
    {
        Assert.Multiple(() =>
        {
            Expect(new Exponential(3), 3, 9);
            Expect(new Uniform(-1, 3), 1, 16 / 12.0);
            Expect(new Triangular(2, 3, 9), 14 / 3.0, (4 + 9 + 81 - 6 - 18 - 27) / 18.0);
            Expect(new LogNormal(3, 1), 3 * Math.Exp(0.5), 9 * Math.E * (Math.E - 1));
            Expect(new Gamma(2, 0.5), 2, 0.25);
            Expect(new Empirical([(1, 0.5), (2, 0.3), (10, 0.2)]), 3.1, 21.7 - 9.61);
            Expect(new Fixed(4), 4, 0);
        });
    }

    [Test]
    public void Truncated_moments_agree_with_their_integrals()
    {
        // Exponential on [a, b): a + m - (b - a) / (e^((b - a) / m) - 1), by memorylessness.
        double mean = 1 + 2 - (3 / (Math.Exp(1.5) - 1));
        double variance = 4 - (9 * Math.Exp(1.5) / Math.Pow(Math.Exp(1.5) - 1, 2));
        Assert.Multiple(() =>
        {
            Expect(new Truncated(new Exponential(2), 1, 4), mean, variance);
            Expect(new Truncated(new Exponential(2), 7, double.PositiveInfinity), 9, 4);
            Expect(new Truncated(new LogNormal(3, 1), 1, 60), 5.4990577528249442, 34.463796404072827);
            Expect(new Truncated(new LogNormal(3, 1), 0.5, 60.5), 5.0117818318536817, 33.099997997919269);
            Expect(new Truncated(new Gamma(1.5, 0.75), 1, 4), 1.7807145203704066, 0.36949368500444581);
            Expect(new Truncated(new Uniform(0, 10), 4, 6), 5, 4 / 12.0);
            Expect(new Truncated(new Triangular(0, 2, 4), 0, 2), 4 / 3.0, 4 / 18.0);
            Expect(new Truncated(new Triangular(0, 2, 4), 2, 9), 8 / 3.0, 4 / 18.0);
            Expect(new Truncated(new Empirical([(1, 0.5), (2, 0.3), (10, 0.2)]), 1.5, 20), 5.2, (1.2 / 0.5) + (20 / 0.5) - (5.2 * 5.2));
        });
    }

    [Test]
    public void An_exponential_law_rounded_is_geometric_above_0()
    {
        // P(N >= k) = r^(k - 1/2), k >= 1.
        double r = Math.Exp(-1 / 3.0);
        double mean = Math.Sqrt(r) / (1 - r);
        double second = Math.Sqrt(r) * (1 + r) / Math.Pow(1 - r, 2);
        Expect(new Discretised(new Exponential(3)), mean, second - (mean * mean));
    }

    [Test]
    public void Rounded_moments_agree_with_their_sums()
    {
        Assert.Multiple(() =>
        {
            Expect(new Discretised(new Gamma(1.5, 0.75)), 1.5072103627402284, 0.62801300492331233);
            Expect(new Discretised(new Uniform(0.5, 6.5)), 3.5, 35 / 12.0);
            Expect(new Discretised(new Fixed(2.5)), 3, 0);
            Expect(new Discretised(new Uniform(0, 1e8)), 5e7, (1e16 / 12) + (1 / 12.0));
        });
    }

    [Test]
    public void The_load_of_the_model_has_its_stated_moments()
    {
        Empirical load = Discretised.Count(new LogNormal(3, 1), 1, 60);
        Assert.Multiple(() =>
        {
            Expect(load, 5.02668854434114, 33.0461767300187);
            Assert.That(load.Mean, Is.EqualTo(5.0267).Within(5e-5));
            Assert.That(Math.Sqrt(load.Variance), Is.EqualTo(5.749).Within(5e-4));
            Assert.That(load.Cdf(1), Is.EqualTo(0.2157).Within(5e-5));
            Assert.That(load.Cdf(5), Is.EqualTo(0.7184).Within(5e-5));
            Assert.That((load.Minimum, load.Maximum, load.Outcomes.Length), Is.EqualTo((1.0, 60.0, 60)));
        });
    }

    [Test]
    public void A_half_is_rounded_up()
    {
        var halves = new Empirical([(0.5, 0.25), (1.49, 0.25), (2.5, 0.5)]);
        var expected = new Empirical([(1, 0.5), (3, 0.5)]);
        Assert.That(Discretised.Count(halves, 0, 10), Is.EqualTo(expected));
        Assert.That(new Discretised(halves).Cdf(2), Is.EqualTo(0.5));
        Assert.That(new Discretised(new Fixed(Math.BitDecrement(0.5))).Quantile(0.5), Is.Zero);
        Assert.That(Discretised.Count(halves, 0, 2), Is.EqualTo(new Empirical([(1, 1)])));
    }

    [Test]
    public void Bounds_of_counts_are_counts_with_a_chance()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new Discretised(new Uniform(-2.5, 2.5)).Minimum, Is.EqualTo(-2));
            Assert.That(new Discretised(new Uniform(-2.5, 2.5)).Maximum, Is.EqualTo(2));
            Assert.That(new Discretised(new Exponential(1)).Minimum, Is.Zero);
            Assert.That(new Discretised(new Exponential(1)).Maximum, Is.EqualTo(double.PositiveInfinity));
            Assert.That(new Discretised(new Fixed(2.5)).Maximum, Is.EqualTo(3));
            Assert.That(new Truncated(new Discretised(new Exponential(5)), 1.5, 9).Minimum, Is.EqualTo(2));
            Assert.That(new Truncated(new Discretised(new Exponential(5)), 1.5, 9).Maximum, Is.EqualTo(8));
            Assert.That(Discretised.Count(new Uniform(3, 5), 0, 1000).Maximum, Is.EqualTo(5));
        });
    }

    [Test]
    public void Equal_laws_are_equal_values()
    {
        var one = new Empirical([(1, 0.25), (2, 0.75)]);
        var other = new Empirical([(2, 0.75), (1, 0.25)]);
        var different = new Empirical([(2, 0.25), (1, 0.75)]);
        var counted = Discretised.Count(new LogNormal(3, 1), 1, 60);
        var again = Discretised.Count(new LogNormal(3, 1), 1, 60);
        Assert.Multiple(() =>
        {
            Assert.That(other, Is.EqualTo(one));
            Assert.That(other.GetHashCode(), Is.EqualTo(one.GetHashCode()));
            Assert.That(different, Is.Not.EqualTo(one));
            Assert.That(again, Is.EqualTo(counted));
            Assert.That(new Truncated(other, 0, 2), Is.EqualTo(new Truncated(one, 0, 2)));
            Assert.That(new Exponential(2), Is.Not.EqualTo(new Exponential(3)));
        });
    }

    [Test]
    public void A_value_listed_twice_has_both_shares() =>
        Assert.That(new Empirical([(1, 0.25), (2, 0.5), (1, 0.25)]), Is.EqualTo(new Empirical([(1, 0.5), (2, 0.5)])));

    [Test]
    public void Only_laws_of_one_value_are_constant()
    {
        Distribution[] constant =
        [
            new Fixed(3),
            new Triangular(3, 3, 3),
            new Uniform(3, 3),
            new Empirical([(3, 1)]),
            new Discretised(new Uniform(2.6, 3.4)),
        ];
        Distribution[] random = [new Exponential(3), new Triangular(3, 3, 4), new Empirical([(3, 0.5), (4, 0.5)])];
        Assert.That(constant.Select(law => law.IsConstant), Is.All.True);
        Assert.That(random.Select(law => law.IsConstant), Is.All.False);
    }

    private static readonly Action[] Refused =
    [
        () => _ = new Fixed(double.NaN),
        () => _ = new Fixed(double.PositiveInfinity),
        () => _ = new Exponential(0),
        () => _ = new Exponential(double.NaN),
        () => _ = new Uniform(2, 1),
        () => _ = new Uniform(double.NaN, 1),
        () => _ = new Uniform(0, double.NaN),
        () => _ = new Triangular(2, 1, 3),
        () => _ = new Triangular(1, 4, 3),
        () => _ = new Triangular(1, double.NaN, 3),
        () => _ = new LogNormal(0, 1),
        () => _ = new LogNormal(1, 0),
        () => _ = new LogNormal(1, double.NaN),
        () => _ = new LogNormal(1, 11),
        () => _ = new Gamma(-1, 1),
        () => _ = new Gamma(1, 0),
        () => _ = new Gamma(1, double.NaN),
        () => _ = new Gamma(1, 1e-6),
        () => _ = new Empirical([]),
        () => _ = new Empirical([(1, 0.5), (2, 0.4)]),
        () => _ = new Empirical([(1, 1), (2, 0)]),
        () => _ = new Empirical([(1, double.NaN)]),
        () => _ = new Empirical([(double.NaN, 1)]),
        () => _ = new Truncated(new Uniform(0, 1), 2, 3),
        () => _ = new Truncated(new Uniform(0, 1), 0.5, 0.5),
        () => _ = new Truncated(new Uniform(0, 1), double.NaN, 1),
        () => _ = new Truncated(new Fixed(1), 0, 1),
        () => Discretised.Count(new Exponential(1), 5, 4),
        () => Discretised.Count(new Uniform(0, 1), 3, 4),
        () => Discretised.Count(new Exponential(1), 0, long.MaxValue),
    ];

    [Test]
    public void Impossible_parameters_are_refused()
    {
        for (int i = 0; i < Refused.Length; i++)
        {
            Assert.That(Refused[i], Throws.InstanceOf<ArgumentException>(), $"case {i}");
        }
    }

    private static void Expect(Distribution law, double mean, double variance)
    {
        Assert.That(law.Mean, Is.EqualTo(mean).Within(1e-12 * Math.Abs(mean)), $"mean of {law}");
        Assert.That(law.Variance, Is.EqualTo(variance).Within(1e-9 * variance), $"variance of {law}");
    }
}
