using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class OcbaTests
{
    // Computed for a minimum, so with the sign turned.
    [Test]
    public void Equal_spreads_give_the_computed_shares() =>
        Assert.That(
            Ocba.Shares([-1, -2, -3, -4, -5], [1, 1, 1, 1, 1]),
            Is.EqualTo(new[] { .421823, .406134, .101534, .045126, .025383 }).Within(5e-7)
        );

    [Test]
    public void Unequal_spreads_give_the_computed_shares() =>
        Assert.That(Ocba.Shares([-1, -2, -3], [1, 2, 3]), Is.EqualTo(new[] { .254710, .476985, .268304 }).Within(5e-7));

    [Test]
    public void Equals_share_everything() => Assert.That(Ocba.Shares([1, 3, 3], [1, 1, 1]), Is.EqualTo(new[] { 0, .5, .5 }).Within(1e-15));

    [Test]
    public void Where_nothing_varies_all_get_the_same() => Assert.That(Ocba.Shares([1, 2], [0, 0]), Is.EqualTo(new[] { .5, .5 }));

    [Test]
    public void Shares_come_from_means_and_spreads_of_the_samples() =>
        Assert.That(
            Ocba.Shares(
                new SystemSamples(
                    [
                        [1, 3],
                        [4, 8],
                        [12, 18],
                    ],
                    Sampling.Independent
                )
            ),
            Is.EqualTo(Ocba.Shares([2, 6, 15], [Math.Sqrt(2), Math.Sqrt(8), Math.Sqrt(18)])).Within(1e-15)
        );
}
