using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A ring, or an organization without any: one thing, as long as it lasts.</summary>
internal sealed class NaiveRing
{
    public bool IsOneOfMany { get; init; }
}

/// <summary>The rings of one organization: every replacement an event.</summary>
internal sealed class NaiveRings
{
    private readonly NaiveTwin twin;
    private readonly Rings? stated;
    private readonly uint replication;
    private readonly StreamKey ringKey;
    private readonly StreamKey emptyKey;
    private readonly double[] sizes;
    private readonly NaiveRing?[] present;
    private readonly TraffickingGroup?[] endedBy;
    private readonly uint[] ended;

    public NaiveRings(NaiveTwin twin, CompiledScenario given, Arm arm, string organization, StreamRegister register, uint replication)
    {
        this.twin = twin;
        this.replication = replication;
        stated = given.Scenario.OrganizationIn(arm.Adversary, organization).Rings;
        int count = stated?.Shares?.Count ?? stated?.Number ?? 1;
        string word = given.Identities.WordOfOrganization(organization);
        ringKey = register.KeyOf("ring", word);
        emptyKey = register.KeyOf("empty", word);
        present = [.. Enumerable.Range(0, count).Select(_ => NewRing())];
        endedBy = new TraffickingGroup?[count];
        ended = new uint[count];
        sizes =
        [
            .. Enumerable
                .Range(0, count)
                .Select(place => stated?.Shares?[place] ?? stated?.Sizes.Quantile(RingLuck(place, 0).FirstFine) ?? 1),
        ];
        for (int place = 0; place < count && stated?.LifeHours is not null; place++)
        {
            Replace(place, 1, 0);
        }
    }

    public bool AreAtWork(NaiveRing ring) => present.Contains(ring);

    /// <summary>Who sends a planned dispatch; null if it is lost.</summary>
    public NaiveRing? SenderOf(RandomBlock luck)
    {
        if (stated is null)
        {
            return present[0];
        }

        int place = Pick(luck.FirstFine, sizes);
        if (present[place] is { } ring)
        {
            return ring;
        }

        double[] others = [.. sizes.Select((size, i) => present[i] is null ? 0 : size)];
        return luck.Third < endedBy[place]!.Substitution && others.Sum() > 0 ? present[Pick(luck.Fourth, others)] : null;
    }

    public void End(NaiveRing ring, TraffickingGroup by)
    {
        int place = Array.IndexOf(present, ring);
        present[place] = null;
        endedBy[place] = by;
        double luck = Philox.Draw(emptyKey, replication, (ulong)place + 1, ended[place]++).FirstFine;
        if (by.ReplacedAfterHours is { } law)
        {
            twin.At(twin.Now + law.Quantile(luck), NaivePhase.NewRing, () => present[place] = NewRing());
        }
    }

    private void Replace(int place, uint draw, double after)
    {
        double at = after - (stated!.LifeHours!.Value * Math.Log(RingLuck(place, draw).FirstFine));
        twin.At(at, NaivePhase.NewRing, () =>
        {
            present[place] = present[place] is null ? null : NewRing();
            Replace(place, draw + 1, at);
        });
    }

    private NaiveRing NewRing() => new() { IsOneOfMany = stated is not null };

    private RandomBlock RingLuck(int place, uint draw) => Philox.Draw(ringKey, replication, (ulong)place + 1, draw);

    private static int Pick(double luck, double[] weights)
    {
        double upTo = 0;
        int found = Array.FindIndex(weights, weight => luck * weights.Sum() < (upTo += weight));
        return found < 0 ? Array.FindLastIndex(weights, weight => weight > 0) : found;
    }
}
