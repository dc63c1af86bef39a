using SimInterdiction.Model.Language;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.Network;

/// <summary>A corridor on the ground.</summary>
public sealed record MappedCorridor
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    /// <summary>Names of the places passed, in order.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>Length of each leg, one fewer than places.</summary>
    public required IReadOnlyList<double> LegMiles { get; init; }

    public double Miles => LegMiles.Sum();
}

/// <summary>Share of a flow on a corridor.</summary>
public readonly record struct RouteShare(int Corridor, double Share);

/// <summary>An end that a flow's gravity routes name and no road joins with its origin.</summary>
public sealed record UnreachableEnd(string Flow, string From, string To);

/// <summary>Every corridor of a scenario, by hand and generated, and how each flow is shared among them.</summary>
public sealed class RouteMap
{
    private readonly Scenario scenario;
    private readonly Dictionary<string, int> placeNumbers;
    private readonly string[] placeNames;
    private readonly RoadGraph graph;
    private readonly List<MappedCorridor> corridors = [];
    private readonly Dictionary<string, int> corridorNumbers = [];
    private readonly Dictionary<string, IReadOnlyList<RouteShare>> shares = [];
    private readonly List<UnreachableEnd> unreachable = [];

    private RouteMap(Scenario scenario)
    {
        this.scenario = scenario;
        placeNames = [.. scenario.Places.Keys];
        placeNumbers = placeNames.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i);
        graph = new RoadGraph(scenario.Places, scenario.Roads, placeNumbers);
    }

    /// <summary>Those by hand first, in the file's order, then the generated ones in the order of flows, ends and lengths.</summary>
    public IReadOnlyList<MappedCorridor> Corridors => corridors;

    public IReadOnlyList<UnreachableEnd> Unreachable => unreachable;

    /// <summary>Lays out the corridors of a scenario whose names all exist.</summary>
    public static RouteMap Build(Scenario scenario)
    {
        var map = new RouteMap(scenario);
        foreach ((string name, Corridor corridor) in scenario.Corridors.ByHand)
        {
            map.Add(name, Labels.Of(name, corridor.Label), [.. corridor.Path.Select(p => map.placeNumbers[p])]);
        }

        foreach ((string name, Flow flow) in scenario.Flows)
        {
            map.shares[name] = flow.Routes.To is null ? map.SharesByHand(flow) : map.GravityShares(name, flow);
        }

        return map;
    }

    /// <summary>The shares of a flow among its corridors; they add up to 1.</summary>
    public IReadOnlyList<RouteShare> SharesOf(string flow) => shares[flow];

    /// <summary>Where a flow leaves from.</summary>
    public string OriginOf(string flow) => scenario.Flows[flow].From ?? corridors[shares[flow][0].Corridor].Places[0];

    private RouteShare[] SharesByHand(Flow flow)
    {
        double sum = flow.Routes.Shares.Values.Sum();
        return [.. flow.Routes.Shares.Select(s => new RouteShare(corridorNumbers[s.Key], s.Value / sum))];
    }

    /// <summary>
    /// The share of an end follows gravity, attraction^exponent * exp(-shortest length / decay); among the paths to one end, exp(-length / decay).
    /// Corridors below the limit are dropped once, and the rest share the flow.
    /// </summary>
    private RouteShare[] GravityShares(string flowName, Flow flow)
    {
        CorridorGeneration rules = scenario.Corridors.Generate ?? new CorridorGeneration();
        Routes routes = flow.Routes;
        string origin = flow.From!;
        var candidates = new List<(string Name, RoadPath Path, double Weight)>();
        foreach (string end in EndsOf(routes.To!).Where(e => e != origin))
        {
            IReadOnlyList<RoadPath> paths = graph.ShortestPaths(placeNumbers[origin], placeNumbers[end], rules.Paths);
            if (paths.Count == 0)
            {
                unreachable.Add(new UnreachableEnd(flowName, origin, end));
                continue;
            }

            double shortest = paths[0].Miles;
            double pull = Math.Pow(scenario.Places[end].Attraction, routes.Exponent) * Math.Exp(-shortest / routes.DecayMiles);
            RoadPath[] kept = [.. paths.Where(p => p.Miles <= shortest * rules.Within)];
            double split = kept.Sum(p => Math.Exp(-(p.Miles - shortest) / routes.DecayMiles));
            candidates.AddRange(kept.Select((path, rank) =>
                ($"{origin}__{end}__{rank + 1}", path, pull * Math.Exp(-(path.Miles - shortest) / routes.DecayMiles) / split)));
        }

        double all = candidates.Sum(c => c.Weight);
        candidates.RemoveAll(c => c.Weight / all < rules.DropBelow);
        double rest = candidates.Sum(c => c.Weight);
        return [.. candidates.Select(c => new RouteShare(Add(c.Name, GeneratedLabel(origin, c.Path, c.Name), c.Path.Places), c.Weight / rest))];
    }

    private IEnumerable<string> EndsOf(RouteEnds ends) =>
        ends.Kind is { } kind ? scenario.Places.Where(p => p.Value.Kind == kind).Select(p => p.Key) : ends.Named;

    private string GeneratedLabel(string origin, RoadPath path, string name)
    {
        string end = placeNames[path.Places[^1]];
        string rank = name[(name.LastIndexOf('_') + 1)..];
        string way = rank == "1" ? string.Empty : $" ({rank})";
        return $"{Labels.Of(origin, scenario.Places[origin].Label)} to {Labels.Of(end, scenario.Places[end].Label)}{way}";
    }

    private int Add(string name, string label, IReadOnlyList<int> path)
    {
        if (corridorNumbers.TryGetValue(name, out int known))
        {
            return known;
        }

        corridors.Add(new MappedCorridor
        {
            Name = name,
            Label = label,
            Places = [.. path.Select(p => placeNames[p])],
            LegMiles = [.. path.Zip(path.Skip(1), LegMiles)],
        });
        return corridorNumbers[name] = corridors.Count - 1;
    }

    private double LegMiles(int a, int b) =>
        graph.MilesBetween(a, b)
        ?? (scenario.Places[placeNames[a]].At.MilesTo(scenario.Places[placeNames[b]].At) * Road.Circuity);
}
