using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.World;

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

/// <summary>An end that a flow's gravity routes name and no corridor can lead to.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="From">Where it leaves from.</param>
/// <param name="To">The end.</param>
/// <param name="BlockedAt">The places on the shortest way that no corridor goes on beyond; none where the roads don't
/// lead there at all.</param>
public sealed record UnreachableEnd(string Flow, string From, string To, IReadOnlyList<string> BlockedAt);

/// <summary>Every corridor of a scenario, by hand and generated, and how each flow is shared among them.</summary>
/// <remarks>Names, and the order of the file, decide only what corridors are called and the order in which they are
/// listed.</remarks>
public sealed class RouteMap
{
    private readonly Scenario scenario;
    private readonly RoadGraph graph;
    private readonly List<MappedCorridor> corridors = [];
    private readonly HashSet<string> names = [];
    private readonly Dictionary<string, int> byHand = [];
    private readonly Dictionary<string, int> generated = [];
    private readonly Dictionary<string, IReadOnlyList<RouteShare>> shares = [];
    private readonly List<UnreachableEnd> unreachable = [];
    private readonly HashSet<string> candidatePlaces = [];

    private RouteMap(Scenario scenario)
    {
        this.scenario = scenario;
        Order = new PlaceOrder(scenario);
        graph = new RoadGraph(scenario, Order);
        PlaceNames = [.. Order.Names];
    }

    /// <summary>Those by hand first, in the file's order, then the generated ones in the order of flows, ends and
    /// lengths.</summary>
    public IReadOnlyList<MappedCorridor> Corridors => corridors;

    public IReadOnlyList<UnreachableEnd> Unreachable => unreachable;

    /// <summary>The places that generated corridors pass, or would if none were too small to keep.</summary>
    public IReadOnlySet<string> CandidatePlaces => candidatePlaces;

    /// <summary>The places from north to south.</summary>
    public PlaceOrder Order { get; }

    private string[] PlaceNames { get; }

    /// <summary>Lays out the corridors of a scenario whose names all exist.</summary>
    public static RouteMap Build(Scenario scenario)
    {
        var map = new RouteMap(scenario);
        foreach ((string name, Corridor corridor) in scenario.Corridors.ByHand)
        {
            map.byHand[name] = map.Add(name, Labels.Of(name, corridor.Label), [.. corridor.Path.Select(map.Order.RankOf)]);
        }

        foreach ((string name, Flow flow) in scenario.Flows)
        {
            map.shares[name] = flow.Routes.To is null ? map.SharesByHand(flow) : map.GravityShares(name, flow);
        }

        map.SettleTwins();
        return map;
    }

    /// <summary>The shares of a flow among its corridors, in the order of the places these pass; they add up to 1. None
    /// where no corridor has a share.</summary>
    public IReadOnlyList<RouteShare> SharesOf(string flow) => shares[flow];

    /// <summary>How many miles a team drives from one place to another: by the roads of the scenario, and where none
    /// leads there, great circle times <see cref="Road.Circuity"/>.</summary>
    public double MilesToDrive(string from, string to) =>
        graph.MilesOfWay(Order.RankOf(from), Order.RankOf(to))
        ?? (Road.Circuity * scenario.Places[from].At.MilesTo(scenario.Places[to].At));

    /// <summary>Where a flow leaves from.</summary>
    public string OriginOf(string flow) => scenario.Flows[flow].From ?? corridors[shares[flow][0].Corridor].Places[0];

    private RouteShare[] SharesByHand(Flow flow)
    {
        double all = Shares.Sum(flow.Routes.Shares.Values);
        return InOrder(flow.Routes.Shares.Select(s => new RouteShare(byHand[s.Key], s.Value / all)));
    }

    /// <summary>
    /// The share of an end follows gravity, attraction^exponent * exp(-shortest length / decay); among the paths to one
    /// end, exp(-length / decay). Corridors that nobody would take, and those below the limit, are dropped once, and
    /// the rest share the flow.
    /// </summary>
    private RouteShare[] GravityShares(string flowName, Flow flow)
    {
        CorridorGeneration rules = scenario.Corridors.Generate ?? new CorridorGeneration();
        string origin = flow.From!;
        var ends = new List<(string Name, RoadPath[] Paths)>();
        foreach (string end in EndsOf(flow.Routes.To!).Where(e => e != origin).Distinct())
        {
            IReadOnlyList<RoadPath> paths = graph.ShortestPaths(Order.RankOf(origin), Order.RankOf(end), rules.Paths);
            if (paths.Count == 0)
            {
                string[] blocked = [.. graph.BlockedOnTheWay(Order.RankOf(origin), Order.RankOf(end)).Select(p => PlaceNames[p])];
                unreachable.Add(new UnreachableEnd(flowName, origin, end, blocked));
                continue;
            }

            ends.Add((end, [.. paths.Where(p => Tolerance.IsAtMost(p.Miles, paths[0].Miles * rules.Within))]));
        }

        if (SharesOfEnds([.. ends.Select(end => (scenario.Places[end.Name].Attraction, end.Paths[0].Miles))], flow.Routes) is not { } pulls)
        {
            return [];
        }

        (string Name, RoadPath Path, double Share)[] candidates =
        [
            .. ends.Zip(pulls, (end, pull) =>
                    SharesOfPaths(end.Paths, flow.Routes.DecayMiles)
                        .Select((share, rank) => ($"{origin}__{end.Name}__{rank + 1}", end.Paths[rank], pull * share))
                )
                .SelectMany(c => c),
        ];
        candidatePlaces.UnionWith(candidates.Where(c => c.Share > 0).SelectMany(c => c.Path.Places).Select(p => PlaceNames[p]));
        candidates = [.. candidates.Where(c => c.Share > 0 && Tolerance.IsAtMost(rules.DropBelow, c.Share))];
        double rest = Shares.Sum(candidates.Select(c => c.Share));
        return InOrder(candidates.Select(c => new RouteShare(Generated(origin, c.Name, c.Path), c.Share / rest)));
    }

    // Only what distances and attractions differ by matters; taken off beforehand, no length over a short decay and no
    // high power gets out of range.
    private static double[]? SharesOfEnds((double Attraction, double Miles)[] ends, Routes routes)
    {
        (double Attraction, double Miles)[] drawing = [.. ends.Where(end => end.Attraction > 0 || routes.Exponent == 0)];
        if (drawing.Length == 0)
        {
            return null;
        }

        double most = drawing.Max(end => end.Attraction);
        double nearest = drawing.Min(end => end.Miles);
        return Shares.OfLogs([
            .. ends.Select(end => Power(end.Attraction, most, routes.Exponent) - (Further(end.Miles, nearest) / routes.DecayMiles)),
        ]);
    }

    private static double[] SharesOfPaths(RoadPath[] paths, double decayMiles) =>
        Shares.OfLogs([.. paths.Select(path => -Further(path.Miles, paths[0].Miles) / decayMiles)])!;

    // The logarithm of (attraction / most)^exponent.
    private static double Power(double attraction, double most, double exponent) =>
        exponent == 0 ? 0 : exponent * (Math.Log(attraction) - Math.Log(most));

    // Lengths that are the same but for rounding are no distance apart.
    private static double Further(double miles, double shortest) => Tolerance.IsMore(miles, shortest) ? miles - shortest : 0;

    /// <summary>Shares by the places that their corridors pass; what runs along the same places by how much takes
    /// it.</summary>
    private RouteShare[] InOrder(IEnumerable<RouteShare> among) =>
        [
            .. among
                .OrderBy(s => corridors[s.Corridor].Places, Comparer<IReadOnlyList<string>>.Create(ComparePlaces))
                .ThenByDescending(s => s.Share),
        ];

    /// <summary>Puts corridors by hand along the same places, of which a flow takes as much of one as of the other, in
    /// an order that hangs on who else takes how much of them and on what organizations believe of them.</summary>
    private void SettleTwins()
    {
        bool AreTwins(RouteShare left, RouteShare right) =>
            left.Share == right.Share && ComparePlaces(corridors[left.Corridor].Places, corridors[right.Corridor].Places) == 0;
        string[] undecided =
        [
            .. scenario.Flows.Keys.Where(flow => shares[flow].Zip(shares[flow].Skip(1), AreTwins).Any(areTwins => areTwins)),
        ];
        if (undecided.Length == 0 || shares.Values.Any(taken => taken.Count == 0))
        {
            return;
        }

        var flows = new FlowOrder(scenario, this);
        foreach (string flow in undecided)
        {
            shares[flow] = InOrder(
                shares[flow]
                    .OrderBy(s => Use(corridors[s.Corridor].Name, flows), StringComparer.Ordinal)
                    .ThenBy(s => corridors[s.Corridor].Name, StringComparer.Ordinal)
            );
        }
    }

    private int ComparePlaces(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        for (int i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (left[i] != right[i])
            {
                return Order.RankOf(left[i]).CompareTo(Order.RankOf(right[i]));
            }
        }

        return left.Count.CompareTo(right.Count);
    }

    // Two corridors by hand along the same places differ in nothing else.
    private string Use(string corridor, FlowOrder flows) =>
        string.Join(
            '\n',
            flows.Names.Select(flow =>
            {
                string organization = scenario.OrganizationOf(flow);
                IEnumerable<string> inVariants = scenario.Experiment.Adversaries.Keys.Select(variant =>
                    Belief(variant, organization, corridor)
                );
                return $"{CanonicalText.Of(scenario.Flows[flow].Routes.Shares.GetValueOrDefault(corridor))} "
                    + $"{Belief(null, organization, corridor)} {string.Join(' ', inVariants.Order(StringComparer.Ordinal))}";
            })
        );

    private string Belief(string? adversary, string organization, string corridor) =>
        scenario.OrganizationIn(adversary, organization).RouteChoice?.Prior?.ByName.TryGetValue(corridor, out double belief) == true
            ? CanonicalText.Of(belief)
            : "none";

    private IEnumerable<string> EndsOf(RouteEnds ends) =>
        ends.Kind is { } kind ? scenario.Places.Where(p => p.Value.Kind == kind).Select(p => p.Key) : ends.Named;

    /// <summary>The number of a generated corridor, which flows from one origin share. It is known by its places; a
    /// name that another one has gets a mark.</summary>
    private int Generated(string origin, string name, RoadPath path)
    {
        string way = string.Join(' ', path.Places);
        if (!generated.TryGetValue(way, out int known))
        {
            string free = name;
            while (names.Contains(free))
            {
                free += "_";
            }

            generated[way] = known = Add(free, GeneratedLabel(origin, path, name), path.Places);
        }

        return known;
    }

    private string GeneratedLabel(string origin, RoadPath path, string name)
    {
        string end = PlaceNames[path.Places[^1]];
        string rank = name[(name.LastIndexOf('_') + 1)..];
        string way = rank == "1" ? string.Empty : $" ({rank})";
        return $"{Labels.Of(origin, scenario.Places[origin].Label)} to {Labels.Of(end, scenario.Places[end].Label)}{way}";
    }

    private int Add(string name, string label, IReadOnlyList<int> path)
    {
        names.Add(name);
        corridors.Add(
            new MappedCorridor
            {
                Name = name,
                Label = label,
                Places = [.. path.Select(p => PlaceNames[p])],
                LegMiles = [.. path.Zip(path.Skip(1), LegMiles)],
            }
        );
        return corridors.Count - 1;
    }

    private double LegMiles(int a, int b) =>
        graph.MilesBetween(a, b) ?? (scenario.Places[PlaceNames[a]].At.MilesTo(scenario.Places[PlaceNames[b]].At) * Road.Circuity);
}
