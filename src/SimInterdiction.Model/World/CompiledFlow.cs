using System.Numerics;
using System.Runtime.Intrinsics;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.World;

/// <summary>A flow made ready: how often shipments leave, on which corridor, with how many firearms, and the streams of
/// their luck.</summary>
internal sealed class CompiledFlow
{
    /// <summary>The kind of firearm of flows that name none, where others do.</summary>
    public const string UnnamedKind = "other";

    /// <summary>The first draw of a team that works on leads: it draws its luck apart from one with lanes at the same
    /// place.</summary>
    public const uint LeadsLuck = 1u << 16;

    private readonly StreamKey dispatchKey;
    private readonly StreamKey kindKey;
    private readonly StreamKey traceKey;
    private readonly StreamKey recoveryKey;
    private readonly StreamKey watchKey;
    private readonly StreamKey disruptionKey;
    private readonly StreamKey[] visitKeys;
    private readonly AlongCorridors<StreamKey> visitKeysAlong;
    private readonly Intensity? intensity;
    private readonly int[] kinds;
    private readonly double[] kindsUpTo;

    public CompiledFlow(string name, Flow flow, CompiledScenario world, StreamRegister register)
    {
        Number = world.NumberOf(Dimension.Flow, name);
        Organization = world.NumberOf(Dimension.Organization, world.Scenario.OrganizationOf(name));
        Load = flow.Load;
        intensity = flow.Profile is { } profile ? new Intensity(profile, world.Timeline) : null;
        FlowRate rate = world.Scenario.RateOf(flow);
        ShipmentsPerHour = rate.Counts == Counted.Firearms ? rate.PerHour / Load.Mean : rate.PerHour;
        MeanGapHours = 1 / (ShipmentsPerHour * (intensity?.Maximum ?? 1));
        IReadOnlyList<RouteShare> shares = world.Map.SharesOf(name);
        Corridors = [.. shares.Select(s => s.Corridor)];
        Shares = [.. shares.Select(s => s.Share)];
        IReadOnlyList<KeyValuePair<string, double>> mix = world.Identities.MixOf(name);
        bool hasKinds = world.EntryNames(Dimension.Kind).Count > 0;
        kinds = hasKinds ? [.. mix.Select(kind => world.NumberOf(Dimension.Kind, kind.Key))] : [];
        kindsUpTo = RunningSum(mix.Select(kind => kind.Value));
        string word = world.Identities.WordOfFlow(name);
        dispatchKey = register.KeyOf("dispatch", word);
        kindKey = register.KeyOf("kind", word);
        traceKey = register.KeyOf("trace", word);
        recoveryKey = register.KeyOf("recovery", word);
        watchKey = register.KeyOf("watch", word);
        disruptionKey = register.KeyOf("disruption", word);
        visitKeys = [.. world.Scenario.Places.Keys.Select(place => register.KeyOf("visit", word, world.Identities.WordOfPlace(place)))];
        bool mayTakeAny = world.MayBeTakenOver;
        visitKeysAlong = new AlongCorridors<StreamKey>(
            world.Routes.Select(
                (route, corridor) =>
                    mayTakeAny || Corridors.Contains(corridor) ? (StreamKey[])[.. route.Places.Select(place => visitKeys[place])] : []
            )
        );
    }

    public int Number { get; }

    public int Organization { get; }

    public Distribution Load { get; }

    /// <summary>How many shipments leave in an hour, on average over a year.</summary>
    public double ShipmentsPerHour { get; }

    /// <summary>The corridors it may take.</summary>
    public int[] Corridors { get; }

    /// <summary>Their given shares, which add up to 1.</summary>
    public double[] Shares { get; }

    public bool HasKinds => kinds.Length > 0;

    /// <summary>Hours between planned dispatches, on average.</summary>
    public double MeanGapHours { get; }

    /// <summary>Whether only some of the planned dispatches take place.</summary>
    public bool IsThinned => intensity is not null;

    /// <summary>The luck of eight planned dispatches: the gap after the one before, corridor and load of
    /// each.</summary>
    public RandomBlocks PlanLuck(uint replication, ulong firstShipment) => Philox.EntitiesFrom(dispatchKey, replication, firstShipment, 0);

    /// <summary>The luck of eight planned dispatches to take place.</summary>
    public RandomBlocks ThinningLuck(uint replication, ulong firstShipment) =>
        Philox.EntitiesFrom(dispatchKey, replication, firstShipment, 1);

    /// <summary>Whether a planned dispatch takes place: thinning by the time profile (Lewis and Shedler
    /// 1979).</summary>
    public bool TakesPlace(double luck, Instant at) => intensity is null || luck * intensity.Maximum < intensity.At(at);

    /// <summary>How its departures spread over the half-hours of a week.</summary>
    public double[] DeparturesOverTheWeek(Timeline timeline) => WeekClock.Departures(intensity, timeline);

    public int FirearmsOf(double luck) => (int)Load.Quantile(luck);

    /// <summary>The luck of a shipment at the eight places of a corridor from one on: of the first team with lanes
    /// there, and of the speed of its way there.</summary>
    public RandomBlocks LuckAlong(uint replication, ulong shipment, int corridor, int step) =>
        Philox.OnStreams(visitKeysAlong.From(corridor, step), replication, shipment, 0);

    /// <summary>The luck of a shipment with one team, the first of its kind or a further one, at a place; and the speed
    /// of its way there.</summary>
    public RandomBlock VisitLuck(uint replication, ulong shipment, int place, uint team) =>
        Philox.Draw(visitKeys[place], replication, shipment, team);

    /// <summary>The kind of one firearm of a shipment, a number of <see cref="Dimension.Kind"/>.</summary>
    public int KindOf(uint replication, ulong shipment, int firearm) =>
        kinds[IndexOf(Philox.Draw(kindKey, replication, shipment, (uint)firearm).First, kindsUpTo)];

    /// <summary>The luck of a firearm with being traced: whether it is, how long that takes, whether a lead comes of
    /// it.</summary>
    public RandomBlock TraceLuck(uint replication, ulong shipment, int firearm) =>
        Philox.Draw(traceKey, replication, shipment, (uint)firearm);

    /// <summary>The luck of a delivered firearm: whether it is recovered, when, and whether it is traced
    /// then.</summary>
    public RandomBlock RecoveryLuck(uint replication, ulong shipment, int firearm) =>
        Philox.Draw(recoveryKey, replication, shipment, (uint)firearm);

    /// <summary>Whether the driver of a vehicle watches the duty hours.</summary>
    public RandomBlock WatchLuck(uint replication, ulong shipment) => Philox.Draw(watchKey, replication, shipment);

    /// <summary>What becomes of a planned dispatch while its organization is disrupted: whether it is dropped, whether
    /// another takes over, and which.</summary>
    public RandomBlock DisruptionLuck(uint replication, ulong shipment) => Philox.Draw(disruptionKey, replication, shipment);

    // Eight sums are looked at together, since where among them the luck falls is a branch that no predictor learns.
    private static int IndexOf(double u, double[] upTo)
    {
        int index = 0;
        int looked = 0;
        do
        {
            Vector512<double> sums = Vector512.Create<double>(upTo.AsSpan(looked));
            index += BitOperations.PopCount(Vector512.LessThanOrEqual(sums, Vector512.Create(u)).ExtractMostSignificantBits());
            looked += Vector512<double>.Count;
        } while (index == looked);
        return index;
    }

    /// <summary>The sums up to each share, the last and what fills up the eight infinite, so that every luck falls
    /// below one.</summary>
    private static double[] RunningSum(IEnumerable<double> shares)
    {
        double[] each = [.. shares];
        var sums = new double[(each.Length + Vector512<double>.Count - 1) / Vector512<double>.Count * Vector512<double>.Count];
        Array.Fill(sums, double.PositiveInfinity);
        double sum = 0;
        for (int i = 0; i < each.Length - 1; i++)
        {
            sums[i] = sum += each[i];
        }

        return sums;
    }
}
