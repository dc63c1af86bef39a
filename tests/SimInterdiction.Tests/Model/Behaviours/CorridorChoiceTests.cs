using SimInterdiction.Model.Behaviours;

namespace SimInterdiction.Tests.Model.Behaviours;

/// <summary>The example of the model's description: three corridors whose costs are 10, 12 and 15, utility -0.5 * cost
/// - aversion * belief.</summary>
public sealed class CorridorChoiceTests
{
    private static readonly double[] ByCost = [Math.Exp(-5), Math.Exp(-6), Math.Exp(-7.5)];
    private static readonly double[] Alike = [0.1, 0.1, 0.1];
    private static readonly double[] FirstRaised = [0.4, 0.1, 0.1];

    [Test]
    public void Where_all_look_alike_the_given_shares_stay([Values(0, 10, 20, 1e9)] double aversion) =>
        AssertShares(SharesOf(Choice(aversion), Alike), 0.689672, 0.253716, 0.056612);

    [TestCase(10, 0.099624, 0.736125, 0.164252, 0.129887)]
    [TestCase(20, 0.005479, 0.813095, 0.181426, 0.101644)]
    public void Risk_on_one_corridor_sends_shipments_to_the_others(double aversion, double first, double second, double third, double lost)
    {
        double[] shares = SharesOf(Choice(aversion), FirstRaised);
        AssertShares(shares, first, second, third);
        Assert.That(Lost(shares), Is.EqualTo(lost).Within(1e-6));
    }

    [Test]
    public void Without_aversion_risk_changes_nothing()
    {
        double[] shares = SharesOf(Choice(0), FirstRaised);
        AssertShares(shares, 0.689672, 0.253716, 0.056612);
        Assert.That(Lost(shares), Is.EqualTo(0.306902).Within(1e-6));
    }

    [Test]
    public void Huge_aversion_leaves_only_the_safest_corridors([Values(1e6, 1e9, 1e300)] double aversion) =>
        AssertShares(SharesOf(Choice(aversion), [0.3, 0.2, 0.2001]), 0, 1, 0);

    [Test]
    public void Corridors_equally_safe_keep_their_proportions_however_large_the_aversion() =>
        AssertShares(SharesOf(Choice(1e300), FirstRaised), 0, 0.253716 / 0.310328, 0.056612 / 0.310328);

    [Test]
    public void A_corridor_without_a_share_is_never_taken_however_safe() =>
        AssertShares(SharesOf(new CorridorChoice([0, 1, 2], [0, 0.5, 0.5], [0, 0, 0], 1e9), [0, 0.9, 0.9]), 0, 0.5, 0.5);

    [Test]
    public void What_is_perceived_as_today_gives_todays_shares()
    {
        var choice = new CorridorChoice([0, 1, 2], [0.2, 0.3, 0.5], [0.02, 0.3, 0.11], 50);
        AssertShares(SharesOf(choice, [0.02, 0.3, 0.11]), 0.2, 0.3, 0.5);

        // Only differences of risk matter: the same more on every corridor changes nothing.
        AssertShares(SharesOf(choice, [0.12, 0.4, 0.21]), 0.2, 0.3, 0.5);
    }

    [Test]
    public void A_uniform_falls_to_a_corridor_as_often_as_its_share_says()
    {
        CorridorChoice choice = Choice(10);
        double[] upTo = choice.Weigh(FirstRaised);
        double[] counts = new double[3];
        const int steps = 100_000;
        for (int i = 0; i < steps; i++)
        {
            counts[choice.At((i + 0.5) / steps, upTo)] += 1.0 / steps;
        }

        Assert.That(counts, Is.EqualTo(new[] { 0.099624, 0.736125, 0.164252 }).Within(2e-5));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(12)]
    [TestCase(24)]
    [TestCase(96)]
    public void A_uniform_picks_the_corridor_it_falls_in_and_never_one_without_a_share(int count)
    {
        // Parts of 1 each, every third corridor without a share; a power of two of them, so that the ends of parts are
        // hit exactly.
        double[] shares = [.. Enumerable.Range(0, count).Select(i => i % 3 == 1 ? 0.0 : 1)];
        int[] withShare = [.. Enumerable.Range(0, count).Where(i => shares[i] > 0)];
        var choice = new CorridorChoice([.. Enumerable.Range(0, count)], shares, new double[count], 0);
        double[] upTo = choice.Weigh(new double[count]);

        foreach ((int part, int corridor) in withShare.Index())
        {
            foreach (double within in new[] { 0, 0.5, 1 - 1e-9 })
            {
                Assert.That(
                    choice.At((part + within) / withShare.Length, upTo),
                    Is.EqualTo(corridor),
                    $"{part + within} of {withShare.Length}"
                );
            }
        }
    }

    private static double Lost(double[] shares) => shares.Zip(FirstRaised, (share, risk) => share * risk).Sum();

    private static CorridorChoice Choice(double aversion) => new([0, 1, 2], ByCost, [0, 0, 0], aversion);

    private static double[] SharesOf(CorridorChoice choice, double[] perceived)
    {
        double[] upTo = choice.Weigh(perceived);
        return [.. choice.Corridors.Select((_, i) => (upTo[i] - (i > 0 ? upTo[i - 1] : 0)) / upTo[choice.Corridors.Length - 1])];
    }

    private static void AssertShares(double[] shares, params double[] expected) => Assert.That(shares, Is.EqualTo(expected).Within(1e-6));
}
