using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class SignTestTests
{
    // By hand: two-sided binomial tails at 1/2. 8 of 10: 2 (45 + 10 + 1) / 1024; 10 of 10: 2 / 1024; 5 of 10 is more than even: 1.
    [TestCase(8, 2, 0.109375)]
    [TestCase(2, 8, 0.109375)]
    [TestCase(10, 0, 0.001953125)]
    [TestCase(5, 5, 1)]
    [TestCase(0, 0, 1)]
    public void The_chance_is_the_binomial_tail_on_both_sides(int wins, int losses, double expected)
    {
        // A tie and an undefined pair beside the wins and losses count for nothing.
        double[] values = [.. Enumerable.Repeat(1.0, wins), .. Enumerable.Repeat(-1.0, losses), 0, double.NaN];
        Assert.That(SignTest.PValue(values, new double[values.Length]), Is.EqualTo(expected).Within(1e-12));
    }
}
