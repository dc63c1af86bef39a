using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class HolmTests
{
    [Test]
    public void Adjusted_values_are_those_of_the_worked_example() =>
        Assert.That(Holm.Adjust([.01, .04, .03, .005]), Is.EqualTo(new[] { .03, .06, .06, .02 }).Within(1e-15));

    [Test]
    public void No_adjusted_value_exceeds_one() => Assert.That(Holm.Adjust([.6, .9]), Is.EqualTo(new[] { 1.0, 1.0 }));

    [TestCase(-.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void What_is_no_probability_is_refused(double value) =>
        Assert.That(() => Holm.Adjust([.5, value]), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
