using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.Simulation;

/// <summary>A flow made ready: how often shipments leave, on which corridor, with how many firearms, and the streams of their luck.</summary>
internal sealed class CompiledFlow
{
    /// <summary>The kind of firearm of flows that name none, where others do.</summary>
    public const string UnnamedKind = "other";

    private readonly StreamKey dispatchKey;
    private readonly StreamKey kindKey;
    private readonly StreamKey[] visitKeys;
    private readonly Distribution load;
    private readonly Intensity? intensity;
    private readonly double meanGapHours;
    private readonly int[] corridors;
    private readonly double[] corridorsUpTo;
    private readonly int[] kinds;
    private readonly double[] kindsUpTo;

    public CompiledFlow(string name, Flow flow, CompiledScenario world, StreamRegister register)
    {
        Number = world.NumberOf(Dimension.Flow, name);
        Organization = world.NumberOf(Dimension.Organization, flow.Organization ?? name);
        load = flow.Load;
        intensity = flow.Profile is { } profile ? new Intensity(profile, world.Timeline) : null;
        FlowRate rate = world.Scenario.RateOf(flow);
        double shipmentsPerHour = rate.Counts == Counted.Firearms ? rate.PerHour / load.Mean : rate.PerHour;
        meanGapHours = 1 / (shipmentsPerHour * (intensity?.Maximum ?? 1));
        IReadOnlyList<RouteShare> shares = world.Map.SharesOf(name);
        corridors = [.. shares.Select(s => s.Corridor)];
        corridorsUpTo = RunningSum(shares.Select(s => s.Share));
        IReadOnlyDictionary<string, double> mix = flow.Mix ?? new Dictionary<string, double> { [UnnamedKind] = 1 };
        bool hasKinds = world.EntryNames(Dimension.Kind).Count > 0;
        kinds = hasKinds ? [.. mix.Keys.Select(k => world.NumberOf(Dimension.Kind, k))] : [];
        kindsUpTo = RunningSum(mix.Values);
        dispatchKey = register.KeyOf("dispatch", name);
        kindKey = register.KeyOf("kind", name);
        visitKeys = [.. world.Scenario.Places.Keys.Select(place => register.KeyOf("visit", name, place))];
    }

    public int Number { get; }

    public int Organization { get; }

    public bool HasKinds => kinds.Length > 0;

    /// <summary>The luck of a planned dispatch: its gap after the one before, its corridor and its load.</summary>
    public RandomBlock PlanLuck(uint replication, ulong shipment) => Philox.Draw(dispatchKey, replication, shipment);

    /// <summary>Hours from the planned dispatch before to this one.</summary>
    public double GapHours(in RandomBlock plan) => -meanGapHours * Math.Log(plan.FirstFine);

    /// <summary>Whether a planned dispatch takes place: thinning by the time profile (Lewis and Shedler 1979).</summary>
    public bool TakesPlace(uint replication, ulong shipment, Instant at) =>
        intensity is null || Philox.Draw(dispatchKey, replication, shipment, 1).First * intensity.Maximum < intensity.At(at);

    public int CorridorOf(in RandomBlock plan) => corridors[IndexOf(plan.Third, corridorsUpTo)];

    public int FirearmsOf(in RandomBlock plan) => (int)load.Quantile(plan.Fourth);

    /// <summary>The luck of a shipment with one team, the first of its kind or a further one, at a place; and the speed of its way there.</summary>
    public RandomBlock VisitLuck(uint replication, ulong shipment, int place, uint team) => Philox.Draw(visitKeys[place], replication, shipment, team);

    /// <summary>The kind of one firearm of a shipment, a number of <see cref="Dimension.Kind"/>.</summary>
    public int KindOf(uint replication, ulong shipment, int firearm) =>
        kinds[IndexOf(Philox.Draw(kindKey, replication, shipment, (uint)firearm).First, kindsUpTo)];

    private static int IndexOf(double u, double[] upTo)
    {
        int i = 0;
        while (i < upTo.Length - 1 && u >= upTo[i])
        {
            i++;
        }

        return i;
    }

    private static double[] RunningSum(IEnumerable<double> shares)
    {
        double sum = 0;
        return [.. shares.Select(s => sum += s)];
    }
}
