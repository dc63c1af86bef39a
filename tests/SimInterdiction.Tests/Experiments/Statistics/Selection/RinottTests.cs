using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class RinottTests
{
    [TestCase(2, 10, 2.614)]
    [TestCase(3, 10, 3.166)]
    [TestCase(4, 10, 3.476)]
    [TestCase(5, 10, 3.693)]
    [TestCase(10, 10, 4.290)]
    [TestCase(2, 20, 2.452)]
    [TestCase(3, 20, 2.937)]
    [TestCase(4, 20, 3.203)]
    [TestCase(5, 20, 3.385)]
    [TestCase(10, 20, 3.875)]
    public void The_constant_is_the_computed_one(int systems, int firstStage, double expected) =>
        Assert.That(Rinott.Constant(systems, firstStage, .95), Is.EqualTo(expected).Within(5e-4));

    [Test]
    public void With_endless_first_stages_the_constant_of_two_is_the_normal_one()
    {
        // Variances known: h = sqrt(2) z.
        Assert.That(Rinott.Constant(2, 1_000_000, .95), Is.EqualTo(Math.Sqrt(2) * 1.6448536269514722).Within(1e-4));
    }

    [Test]
    public void From_two_replications_each_the_constant_of_two_is_a_sum_of_Cauchy_variables()
    {
        // Of two systems h is the quantile of a sum of two t variables; on one degree of freedom that is twice one of
        // them.
        Assert.That(Rinott.Constant(2, 2, .95), Is.EqualTo(2 * Math.Tan(.45 * Math.PI)).Within(1e-7));
    }

    [Test]
    public void What_varies_more_needs_more_replications()
    {
        double[] calm = [.. Enumerable.Range(0, 10).Select(i => 10.0 + (i % 2))];
        double[] wild = [.. calm.Select(value => 6 * value)];
        IReadOnlyList<double> replications = Rinott.Replications(new SystemSamples([calm, wild], Sampling.Independent), 1, .95);

        // S^2 = 10/36, and h = 2.614: 2.614^2 10/36 = 1.9 and 36 times that, 68.3.
        Assert.That(replications, Is.EqualTo(new[] { 10.0, 69.0 }));
    }
}
