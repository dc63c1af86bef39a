using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class StudentTTests
{
    [TestCase(.95, 4, 2.131847)]
    [TestCase(.95, 9, 1.833113)]
    [TestCase(.975, 9, 2.262157)]
    [TestCase(.975, 19, 2.093024)]
    [TestCase(.975, 29, 2.045230)]
    [TestCase(1 - (.05 / 3), 9, 2.509587)]
    public void Quantiles_agree_with_published_tables(double probability, int degreesOfFreedom, double expected) =>
        Assert.That(StudentT.Quantile(probability, degreesOfFreedom), Is.EqualTo(expected).Within(5e-7));

    [Test]
    public void The_far_tail_that_a_search_up_to_800_misses_is_reached() =>
        Assert.That(StudentT.Quantile(.9999, 1), Is.EqualTo(3183.0988).Within(5e-5));

    // Expected values by root finding on the incomplete beta with 30 digits (mpmath).
    [TestCase(.025, 1, 12.7062047361747)]
    [TestCase(.0001, 1, 3183.098757118151)]
    [TestCase(.00005, 2, 99.99249984374453)]
    [TestCase(1e-8, 4, 131.5947369406236)]
    [TestCase(.4, 7, 0.2631668613520228)]
    [TestCase(.025, 99, 1.984216951586417)]
    [TestCase(.00625, 399, 2.509082386762452)]
    [TestCase(.025, 9_999, 1.960201263621358)]
    [TestCase(.005, 99_999, 2.575878470400053)]
    [TestCase(.0025, 999_999, 2.807039999583868)]
    public void Quantiles_agree_with_a_computation_in_30_digits(double tail, int degreesOfFreedom, double expected) =>
        Assert.That(StudentT.UpperQuantile(tail, degreesOfFreedom), Is.EqualTo(expected).Within(1e-9 * expected));

    [Test]
    public void One_degree_of_freedom_is_the_Cauchy_distribution([Values(.4, .1, .01, 1e-6, 1e-12)] double tail) =>
        Assert.That(StudentT.UpperQuantile(tail, 1), Is.EqualTo(1 / Math.Tan(Math.PI * tail)).Within(1e-10).Percent);

    [Test]
    public void Quantiles_mirror_around_the_median()
    {
        Assert.That(StudentT.Quantile(.25, 5), Is.EqualTo(-StudentT.Quantile(.75, 5)));
        Assert.That(StudentT.Quantile(.5, 5), Is.Zero);
    }

    [TestCase(0)]
    [TestCase(.6)]
    [TestCase(double.NaN)]
    public void A_tail_that_is_no_tail_is_refused(double tail) =>
        Assert.That(() => StudentT.UpperQuantile(tail, 5), Throws.TypeOf<ArgumentOutOfRangeException>());
}
