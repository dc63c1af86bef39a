using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model.Network;

namespace SimInterdiction.Model.World;

/// <summary>The roads of a scenario as an undirected graph over its places, numbered in their order, for shortest
/// paths.</summary>
internal sealed class RoadGraph
{
    // Exact, so that it is an order; what is the same but for rounding is looked for when the first is taken.
    private static readonly Comparer<RoadPath> ByLengthThenPlaces = Comparer<RoadPath>.Create(
        (left, right) => left.Miles != right.Miles ? left.Miles.CompareTo(right.Miles) : ComparePlaces(left, right)
    );

    private readonly bool[] letsPass;
    private readonly List<(int To, double Miles)>[] roads;

    public RoadGraph(Scenario scenario, PlaceOrder order)
    {
        letsPass = [.. order.Names.Select(name => scenario.Places[name].LetsCorridorsPass)];
        roads = [.. order.Names.Select(_ => new List<(int, double)>())];
        foreach (Road road in scenario.Roads.Values)
        {
            int a = order.RankOf(road.Between[0]);
            int b = order.RankOf(road.Between[1]);
            double miles = LengthOf(road, scenario.Places);
            roads[a].Add((b, miles));
            roads[b].Add((a, miles));
        }
    }

    /// <summary>The road's length in miles; great circle times <see cref="Road.Circuity"/> where none is
    /// given.</summary>
    public static double LengthOf(Road road, IReadOnlyDictionary<string, Place> places) =>
        road.LengthMiles ?? (places[road.Between[0]].At.MilesTo(places[road.Between[1]].At) * Road.Circuity);

    /// <summary>Miles of the shortest road between two neighbours, or null if none joins them.</summary>
    public double? MilesBetween(int a, int b)
    {
        double? shortest = null;
        foreach ((int to, double miles) in roads[a])
        {
            if (to == b && !(shortest <= miles))
            {
                shortest = miles;
            }
        }

        return shortest;
    }

    /// <summary>The k shortest loopless paths, shortest first; of paths of the same length (<see cref="Tolerance"/>)
    /// the one whose places come first. A port ends a path.</summary>
    /// <remarks>Yen, Finding the k shortest loopless paths in a network, Management Science 17 (1971).</remarks>
    public IReadOnlyList<RoadPath> ShortestPaths(int from, int to, int k)
    {
        var found = new List<RoadPath>();
        if (ShortestPath(from, to, [], []) is not { } first)
        {
            return found;
        }

        found.Add(first);
        var candidates = new SortedSet<RoadPath>(ByLengthThenPlaces);
        while (found.Count < k)
        {
            AddDeviations(found, to, candidates);
            candidates.ExceptWith(found);
            if (First(candidates) is not { } next)
            {
                break;
            }

            candidates.Remove(next);
            found.Add(next);
        }

        return found;
    }

    /// <summary>The places that no corridor goes on beyond, on the shortest way between two others; none where
    /// no road leads there at all.</summary>
    public IEnumerable<int> BlockedOnTheWay(int from, int to) =>
        ShortestPath(from, to, [], [], goesAnywhere: true) is { } way
            ? way.Places.Skip(1).SkipLast(1).Where(place => !letsPass[place])
            : [];

    /// <summary>Miles of the shortest way between two places, ports on it or not; null where no road leads
    /// there.</summary>
    public double? MilesOfWay(int from, int to) => ShortestPath(from, to, [], [], goesAnywhere: true)?.Miles;

    /// <summary>Every shortest path that follows the last one found up to some place and then leaves all those
    /// found.</summary>
    private void AddDeviations(List<RoadPath> found, int to, SortedSet<RoadPath> candidates)
    {
        RoadPath last = found[^1];
        for (int spur = 0; spur < last.Places.Count - 1; spur++)
        {
            int[] root = [.. last.Places.Take(spur + 1)];
            var closedRoads = found
                .Where(p => p.Places.Count > spur + 1 && p.Places.Take(spur + 1).SequenceEqual(root))
                .Select(p => (p.Places[spur], p.Places[spur + 1]))
                .ToHashSet();
            if (ShortestPath(root[^1], to, [.. root.Take(spur)], closedRoads) is { } tail)
            {
                candidates.Add(Along([.. root, .. tail.Places.Skip(1)]));
            }
        }
    }

    // Added up from the origin on, so that one path has one length, however it was found.
    private RoadPath Along(int[] places)
    {
        double miles = 0;
        for (int i = 1; i < places.Length; i++)
        {
            miles += MilesBetween(places[i - 1], places[i])!.Value;
        }

        return new RoadPath(places, miles);
    }

    /// <summary>Dijkstra; of equally short paths the one whose places come first.</summary>
    private RoadPath? ShortestPath(int from, int to, HashSet<int> closedPlaces, HashSet<(int, int)> closedRoads, bool goesAnywhere = false)
    {
        var best = new Dictionary<int, RoadPath>();
        var open = new SortedSet<RoadPath>(ByLengthThenPlaces) { new([from], 0) };
        while (First(open) is { } path)
        {
            open.Remove(path);
            int here = path.Places[^1];
            if (!best.TryAdd(here, path))
            {
                continue;
            }

            if (here == to)
            {
                return path;
            }

            if (here != from && !letsPass[here] && !goesAnywhere)
            {
                continue;
            }

            foreach ((int next, double miles) in roads[here])
            {
                if (!best.ContainsKey(next) && !closedPlaces.Contains(next) && !closedRoads.Contains((here, next)))
                {
                    open.Add(new RoadPath([.. path.Places, next], path.Miles + miles));
                }
            }
        }

        return null;
    }

    /// <summary>The shortest; of those of the same length but for rounding the one whose places come first.</summary>
    private static RoadPath? First(SortedSet<RoadPath> paths)
    {
        RoadPath? first = paths.Min;
        foreach (RoadPath path in paths)
        {
            if (!Tolerance.AreEqual(path.Miles, paths.Min!.Miles))
            {
                break;
            }

            first = ComparePlaces(path, first!) < 0 ? path : first;
        }

        return first;
    }

    private static int ComparePlaces(RoadPath left, RoadPath right)
    {
        for (int i = 0; i < Math.Min(left.Places.Count, right.Places.Count); i++)
        {
            if (left.Places[i] != right.Places[i])
            {
                return left.Places[i].CompareTo(right.Places[i]);
            }
        }

        return left.Places.Count.CompareTo(right.Places.Count);
    }
}

/// <summary>A path over roads: the numbers of its places in order, and its length.</summary>
internal sealed record RoadPath(IReadOnlyList<int> Places, double Miles)
{
    public bool Equals(RoadPath? other) => other is not null && Places.SequenceEqual(other.Places);

    public override int GetHashCode() => Places.Aggregate(Places.Count, (hash, place) => (hash * 31) + place);
}
