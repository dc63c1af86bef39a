namespace SimInterdiction.Optimization.Networks;

/// <summary>A network whose travellers take the path on which they most likely pass, knowing where sensors
/// are.</summary>
public sealed class WatchedNetwork
{
    /// <param name="nodes">How many nodes there are; they go by their index.</param>
    /// <param name="arcs">The ways between them.</param>
    /// <param name="trips">Who travels.</param>
    public WatchedNetwork(int nodes, IReadOnlyList<Arc> arcs, IReadOnlyList<Trip> trips)
    {
        ArgumentNullException.ThrowIfNull(arcs);
        ArgumentNullException.ThrowIfNull(trips);
        Nodes = nodes;
        Arcs = arcs;
        ByDestination = [.. trips.Select((trip, index) => (trip, index)).GroupBy(each => each.trip.To).Select(group => group.ToArray())];
        Trips = trips;
        Into = new Arc[nodes][];
        ILookup<int, Arc> into = arcs.ToLookup(arc => arc.To);
        for (int node = 0; node < nodes; node++)
        {
            Into[node] = [.. into[node]];
        }
    }

    public int Nodes { get; }

    public IReadOnlyList<Arc> Arcs { get; }

    public IReadOnlyList<Trip> Trips { get; }

    /// <summary>The trips, with their indices, by where they go.</summary>
    internal (Trip Trip, int Index)[][] ByDestination { get; }

    private Arc[][] Into { get; }

    /// <summary>The greatest chance with which each trip passes.</summary>
    /// <param name="isWatched">Whether a candidate's sensors are there.</param>
    public double[] PassingChances(Func<int, bool> isWatched)
    {
        var chances = new double[Trips.Count];
        foreach ((Trip Trip, int Index)[] group in ByDestination)
        {
            double[] from = ChancesTo(group[0].Trip.To, isWatched);
            foreach ((Trip trip, int index) in group)
            {
                chances[index] = from[trip.From];
            }
        }

        return chances;
    }

    /// <summary>The paths into a node that matter when sensors are there in part: of any two, one has less of them, the
    /// other the greater chance.</summary>
    /// <param name="to">The node.</param>
    /// <param name="watched">How much of each candidate is there, from 0 to 1.</param>
    /// <param name="least">Paths with smaller chances are left out.</param>
    /// <returns>By node, from the fewest sensors to the greatest chance.</returns>
    internal List<PartPath>[] PathsTo(int to, IReadOnlyList<double> watched, double least)
    {
        const double Shorter = 1e-9;
        var paths = new List<PartPath>[Nodes];
        for (int node = 0; node < Nodes; node++)
        {
            paths[node] = [];
        }

        var open = new PriorityQueue<PartPath, (double Sensors, double Loss)>();
        open.Enqueue(new PartPath(to, null, -1, 0, 1), (0, -1));
        while (open.TryDequeue(out PartPath? path, out _))
        {
            List<PartPath> here = paths[path.From];
            if (here.Count > 0 && path.Chance <= here[^1].Chance * (1 + Shorter))
            {
                continue;
            }

            here.Add(path);
            foreach (Arc arc in Into[path.From])
            {
                double sensors = arc.Candidate < 0 ? 0 : watched[arc.Candidate];
                Open(sensors, arc.Passes, arc.Candidate);
                if (sensors > 0)
                {
                    Open(0, arc.PassesSensor, -1);
                }

                void Open(double sensors, double passes, int candidate)
                {
                    double all = path.Sensors + sensors;
                    double chance = path.Chance * passes;
                    if (
                        all < 1 - Shorter
                        && chance > least
                        && !(paths[arc.From] is [.., var best] && chance <= best.Chance * (1 + Shorter))
                    )
                    {
                        open.Enqueue(new PartPath(arc.From, path, candidate, all, chance), (all, -chance));
                    }
                }
            }
        }

        return paths;
    }

    private double[] ChancesTo(int to, Func<int, bool> isWatched)
    {
        var chances = new double[Nodes];
        var open = new PriorityQueue<int, double>();
        chances[to] = 1;
        open.Enqueue(to, -1);
        while (open.TryDequeue(out int node, out double priority))
        {
            if (-priority < chances[node])
            {
                continue;
            }

            foreach (Arc arc in Into[node])
            {
                double chance = chances[node] * (arc.Candidate >= 0 && isWatched(arc.Candidate) ? arc.PassesSensor : arc.Passes);
                if (chance > chances[arc.From])
                {
                    chances[arc.From] = chance;
                    open.Enqueue(arc.From, -chance);
                }
            }
        }

        return chances;
    }
}

/// <summary>A way from one node to another.</summary>
/// <param name="From">Its first node.</param>
/// <param name="To">Its last node.</param>
/// <param name="Passes">The chance to pass it, from 0 to 1.</param>
/// <param name="Candidate">The candidate that would put a sensor there; -1 for none.</param>
/// <param name="PassesSensor">The chance to pass it then, at most that without.</param>
public sealed record Arc(int From, int To, double Passes, int Candidate = -1, double PassesSensor = 0);

/// <summary>Somebody who may travel.</summary>
/// <param name="From">Whence.</param>
/// <param name="To">Where to.</param>
/// <param name="Weight">How much being stopped counts, such as the chance of the trip.</param>
public sealed record Trip(int From, int To, double Weight);

/// <summary>A path to a destination, some of whose sensors count as there in any case.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Onwards">The rest of it; null at the destination.</param>
/// <param name="Candidate">The candidate whose sensor would make its first arc worse than counted; -1 for
/// none.</param>
/// <param name="Sensors">How much of such sensors there is on it.</param>
/// <param name="Chance">The chance to pass, where none of them is there.</param>
internal sealed record PartPath(int From, PartPath? Onwards, int Candidate, double Sensors, double Chance)
{
    /// <summary>The candidates that would make it worse, each once.</summary>
    public IEnumerable<int> Candidates
    {
        get
        {
            var found = new HashSet<int>();
            for (PartPath? path = this; path is not null; path = path.Onwards)
            {
                if (path.Candidate >= 0)
                {
                    found.Add(path.Candidate);
                }
            }

            return found;
        }
    }
}
