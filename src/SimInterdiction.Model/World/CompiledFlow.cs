using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Measures;
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
    public const uint LeadsLuck = 65_536;

    /// <summary>The first draw of secondary inspection; apart from those of the lanes before it.</summary>
    public const uint SecondaryLuck = 131_072;

    private readonly StreamKey dispatchKey;
    private readonly StreamKey kindKey;
    private readonly StreamKey traceKey;
    private readonly StreamKey recoveryKey;
    private readonly StreamKey watchKey;
    private readonly StreamKey disruptionKey;
    private readonly StreamKey ringKey;
    private readonly StreamKey[] visitKeys;
    private readonly PaddedRows<StreamKey> visitKeysAlong;
    private readonly int[] kinds;
    private readonly double[] kindsUpTo;

    public CompiledFlow(string name, Flow flow, CompiledScenario world, StreamRegister register)
    {
        Number = world.NumberOf(Dimension.Flow, name);
        Organization = world.NumberOf(Dimension.Organization, world.Scenario.OrganizationOf(name));
        Load = flow.Load;
        Profile = flow.Profile;
        Intensity = flow.Profile is { } profile ? new Intensity(profile, world.Timeline) : null;
        FlowRate rate = world.Scenario.RateOf(flow);
        ShipmentsPerHour = rate.Counts == Counted.Firearms ? rate.PerHour / Load.Mean : rate.PerHour;
        MeanGapHours = 1 / (ShipmentsPerHour * (Intensity?.Maximum ?? 1));
        IReadOnlyList<RouteShare> shares = world.Map.SharesOf(name);
        Corridors = [.. shares.Select(s => s.Corridor)];
        Shares = [.. shares.Select(s => s.Share)];
        IReadOnlyList<KeyValuePair<string, double>> mix = world.Identities.MixOf(name);
        bool hasKinds = world.EntryNames(Dimension.Kind).Count > 0;
        kinds = hasKinds ? [.. mix.Select(kind => world.NumberOf(Dimension.Kind, kind.Key))] : [];
        kindsUpTo = CumulativeWeights.OfShares(mix.Select(kind => kind.Value));
        string word = world.Identities.WordOfFlow(name);
        dispatchKey = register.KeyOf("dispatch", word);
        kindKey = register.KeyOf("kind", word);
        traceKey = register.KeyOf("trace", word);
        recoveryKey = register.KeyOf("recovery", word);
        watchKey = register.KeyOf("watch", word);
        disruptionKey = register.KeyOf("disruption", word);
        ringKey = register.KeyOf("sender", word);
        visitKeys = [.. world.Scenario.Places.Keys.Select(place => register.KeyOf("visit", word, world.Identities.WordOfPlace(place)))];
        bool mayTakeAny = world.MayBeTakenOver;
        visitKeysAlong = new PaddedRows<StreamKey>(
            world.Routes.Select(
                (route, corridor) =>
                    mayTakeAny || Corridors.Contains(corridor) ? (StreamKey[])[.. route.Places.Select(place => visitKeys[place])] : []
            )
        );
    }

    public int Number { get; }

    public int Organization { get; }

    public Distribution Load { get; }

    /// <summary>The time profile as stated.</summary>
    public TimeProfile? Profile { get; }

    /// <summary>When in the week and year shipments leave; null where they leave evenly.</summary>
    public Intensity? Intensity { get; }

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
    public bool IsThinned => Intensity is not null;

    /// <summary>The luck of eight planned dispatches: the gap after the one before, corridor and load of
    /// each.</summary>
    public RandomBlocks PlanLuck(uint replication, ulong firstShipment) => Philox.EntitiesFrom(dispatchKey, replication, firstShipment, 0);

    /// <summary>The luck of eight planned dispatches to take place.</summary>
    public RandomBlocks ThinningLuck(uint replication, ulong firstShipment) =>
        Philox.EntitiesFrom(dispatchKey, replication, firstShipment, 1);

    /// <summary>Whether a planned dispatch takes place: thinning by the time profile (Lewis and Shedler
    /// 1979).</summary>
    public bool TakesPlace(double luck, Instant at) => Intensity is null || luck * Intensity.Maximum < Intensity.At(at);

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
        kinds[
            CumulativeWeights.CountUpTo(
                Philox.Draw(kindKey, replication, shipment, (uint)firearm).First,
                kindsUpTo,
                Padded.LengthFor(kinds.Length)
            )
        ];

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

    /// <summary>Which ring sends a planned dispatch: the place of the ring; and where that is empty, whether another
    /// ring sends it, and which.</summary>
    public RandomBlock RingLuck(uint replication, ulong shipment) => Philox.Draw(ringKey, replication, shipment);
}
