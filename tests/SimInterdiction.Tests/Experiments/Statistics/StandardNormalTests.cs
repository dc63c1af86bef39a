using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class StandardNormalTests
{
    [TestCase(0, .5)]
    [TestCase(1.959963984540054, .975)]
    [TestCase(-2.326347874040841, .01)]
    public void Chances_agree_with_tables(double z, double expected) =>
        Assert.That(StandardNormal.Cdf(z), Is.EqualTo(expected).Within(1e-12));
}
