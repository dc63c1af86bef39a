using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class PairingTests
{
    [TestCase("One", "Two", 128.34)]
    [TestCase("One", "Three", 17.07)]
    public void The_gain_of_the_four_systems_is_the_computed_one(string system, string other, double expected) =>
        Assert.That(Pairing.Gain(Samples.FourSystems[system], Samples.FourSystems[other]), Is.EqualTo(expected).Within(5e-3));

    [Test]
    public void A_difference_that_never_varies_has_no_gain() => Assert.That(Pairing.Gain(Samples.Seized, Samples.Seized), Is.Null);

    [Test]
    public void Ties_count_half_and_undefined_pairs_not_at_all() =>
        Assert.That(Pairing.BetterIn([1, 2, 3, double.NaN], [0, 2, 4, 1], +1), Is.EqualTo(.5));

    [Test]
    public void Better_means_lower_where_less_is_better()
    {
        Assert.That(Pairing.BetterIn([1, 1, 1, 3], [2, 2, 2, 2], +1), Is.EqualTo(.25));
        Assert.That(Pairing.BetterIn([1, 1, 1, 3], [2, 2, 2, 2], -1), Is.EqualTo(.75));
    }

    [Test]
    public void Without_a_defined_pair_no_share_is_known() => Assert.That(Pairing.BetterIn([double.NaN], [1], +1), Is.Null);

    [Test]
    public void Independent_luck_blurs_a_difference()
    {
        Assert.That(Pairing.BetterInIndependent(0, 1, 1), Is.EqualTo(.5).Within(1e-15));
        Assert.That(Pairing.BetterInIndependent(1.959963984540054 * 5, 3, 4), Is.EqualTo(.975).Within(1e-12));
        Assert.That(Pairing.BetterInIndependent(-1, 0, 0), Is.Zero);
    }
}
