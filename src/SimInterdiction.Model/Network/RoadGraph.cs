namespace SimInterdiction.Model.Network;

/// <summary>The roads of a scenario as an undirected graph over numbered places, for shortest paths.</summary>
internal sealed class RoadGraph
{
    private readonly string[] names;
    private readonly bool[] letsPass;
    private readonly List<(int To, double Miles)>[] roads;

    public RoadGraph(IReadOnlyDictionary<string, Place> places, IReadOnlyDictionary<string, Road> roads, IReadOnlyDictionary<string, int> numbers)
    {
        names = [.. places.Keys];
        letsPass = [.. places.Values.Select(p => p.LetsCorridorsPass)];
        this.roads = [.. places.Keys.Select(_ => new List<(int, double)>())];
        foreach (Road road in roads.Values)
        {
            int a = numbers[road.Between[0]];
            int b = numbers[road.Between[1]];
            double miles = LengthOf(road, places);
            this.roads[a].Add((b, miles));
            this.roads[b].Add((a, miles));
        }
    }

    /// <summary>The road's length in miles; great circle times <see cref="Road.Circuity"/> where none is given.</summary>
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

    /// <summary>The k shortest loopless paths, shortest first; equal lengths in the order of their places' names. A port ends a path.</summary>
    /// <remarks>Yen, Finding the k shortest loopless paths in a network, Management Science 17 (1971).</remarks>
    public IReadOnlyList<RoadPath> ShortestPaths(int from, int to, int k)
    {
        var found = new List<RoadPath>();
        if (ShortestPath(from, to, [], []) is not { } first)
        {
            return found;
        }

        found.Add(first);
        var candidates = new SortedSet<RoadPath>(new ByLengthThenNames(names));
        while (found.Count < k)
        {
            AddDeviations(found, to, candidates);
            candidates.ExceptWith(found);
            if (candidates.Min is not { } next)
            {
                break;
            }

            candidates.Remove(next);
            found.Add(next);
        }

        return found;
    }

    /// <summary>Every shortest path that follows the last one found up to some place and then leaves all those found.</summary>
    private void AddDeviations(List<RoadPath> found, int to, SortedSet<RoadPath> candidates)
    {
        RoadPath last = found[^1];
        double rootMiles = 0;
        for (int spur = 0; spur < last.Places.Count - 1; spur++)
        {
            int[] root = [.. last.Places.Take(spur + 1)];
            var closedRoads = found
                .Where(p => p.Places.Count > spur + 1 && p.Places.Take(spur + 1).SequenceEqual(root))
                .Select(p => (p.Places[spur], p.Places[spur + 1]))
                .ToHashSet();
            if (ShortestPath(root[^1], to, [.. root.Take(spur)], closedRoads) is { } tail)
            {
                candidates.Add(new RoadPath([.. root, .. tail.Places.Skip(1)], rootMiles + tail.Miles));
            }

            rootMiles += MilesBetween(last.Places[spur], last.Places[spur + 1])!.Value;
        }
    }

    /// <summary>Dijkstra; of equally short paths the one that comes first by its places' names.</summary>
    private RoadPath? ShortestPath(int from, int to, HashSet<int> closedPlaces, HashSet<(int, int)> closedRoads)
    {
        var order = new ByLengthThenNames(names);
        var best = new Dictionary<int, RoadPath>();
        var open = new SortedSet<RoadPath>(order) { new([from], 0) };
        while (open.Min is { } path)
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

            if (here != from && !letsPass[here])
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

    private sealed class ByLengthThenNames(string[] names) : IComparer<RoadPath>
    {
        public int Compare(RoadPath? left, RoadPath? right)
        {
            int byLength = left!.Miles.CompareTo(right!.Miles);
            if (byLength != 0)
            {
                return byLength;
            }

            for (int i = 0; i < Math.Min(left.Places.Count, right.Places.Count); i++)
            {
                int byName = string.CompareOrdinal(names[left.Places[i]], names[right.Places[i]]);
                if (byName != 0)
                {
                    return byName;
                }
            }

            return left.Places.Count.CompareTo(right.Places.Count);
        }
    }
}

/// <summary>A path over roads: the numbers of its places in order, and its length.</summary>
internal sealed record RoadPath(IReadOnlyList<int> Places, double Miles)
{
    public bool Equals(RoadPath? other) => other is not null && Places.SequenceEqual(other.Places);

    public override int GetHashCode() => Places.Aggregate(Places.Count, (hash, place) => (hash * 31) + place);
}
