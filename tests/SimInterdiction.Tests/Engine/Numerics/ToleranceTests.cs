using SimInterdiction.Engine.Numerics;

namespace SimInterdiction.Tests.Engine.Numerics;

public sealed class ToleranceTests
{
    [TestCase(0.1 + 0.2, 0.3)]
    [TestCase(1600.0000000000023, 1599.9999999999952)]
    [TestCase(0, 1e-17)]
    [TestCase(1e15, 1e15 + 0.125)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    public void What_differs_by_rounding_is_the_same(double left, double right)
    {
        Assert.That(Tolerance.AreEqual(left, right) && Tolerance.AreEqual(right, left));
        Assert.That(Tolerance.IsAtMost(left, right) && Tolerance.IsAtMost(right, left));
        Assert.That(Tolerance.IsMore(left, right) || Tolerance.IsMore(right, left), Is.False);
    }

    [TestCase(0, 1e-6)]
    [TestCase(1, 1.0001)]
    [TestCase(1e6, 1e6 + 1)]
    [TestCase(-2, -1)]
    [TestCase(1, double.PositiveInfinity)]
    public void What_a_planner_can_write_apart_is_apart(double less, double more)
    {
        Assert.That(Tolerance.AreEqual(less, more), Is.False);
        Assert.That(Tolerance.IsAtMost(less, more) && Tolerance.IsMore(more, less));
        Assert.That(Tolerance.IsAtMost(more, less) || Tolerance.IsMore(less, more), Is.False);
    }

    [Test]
    public void Nothing_compares_with_what_is_no_number() =>
        Assert.That(
            Tolerance.AreEqual(double.NaN, double.NaN) || Tolerance.IsAtMost(double.NaN, 1) || Tolerance.IsMore(double.NaN, 1),
            Is.False
        );
}
