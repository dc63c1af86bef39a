using CsCheck;
using SimInterdiction.Model.Language;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.Language;

public sealed class SharesTests
{
    [TestCase(0)]
    [TestCase(-800)]
    [TestCase(1e5)]
    public void Only_what_logarithms_differ_by_matters(double offset)
    {
        // Weights 1, 3 and 0, and all of them e^offset times as much.
        double[] shares = Shares.OfLogs([offset, offset + Math.Log(3), double.NegativeInfinity])!;
        Assert.That(shares, Is.EqualTo(new[] { 0.25, 0.75, 0 }).Within(1e-9));
    }

    [Test]
    public void What_weighs_nothing_beside_the_largest_has_no_share() =>
        Assert.That(Shares.OfLogs([-1e9, 0]), Is.EqualTo(new[] { 0.0, 1 }));

    [Test]
    public void Where_nothing_weighs_anything_there_are_no_shares()
    {
        Assert.That(Shares.OfLogs([]), Is.Null);
        Assert.That(Shares.OfLogs([double.NegativeInfinity, double.NegativeInfinity]), Is.Null);
        Assert.That(Shares.OfLogs([0, double.NaN]), Is.Null);
        Assert.That(Shares.OfLogs([0, double.PositiveInfinity]), Is.Null);
    }

    [Test]
    public void A_sum_is_the_same_in_any_order() =>
        Gen.Double[0, 1]
            .Array[1, 30]
            .SelectMany(parts => Gen.Shuffle(parts).Select(shuffled => (parts, shuffled)))
            .SampleRepeatably(both => Assert.That(Shares.Sum(both.shuffled), Is.EqualTo(Shares.Sum(both.parts))), iter: 500, seed: 7);
}
