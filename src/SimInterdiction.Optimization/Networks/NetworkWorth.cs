using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Optimization.Networks;

/// <summary>The chance that trips over a network are stopped, each on the path on which that is least likely: the
/// network interdiction problem (Pan and Morton 2008).</summary>
/// <remarks>
/// Of each trip the chance to pass is cut into levels; a column v says whether it is above a level. A path that passes
/// with the chance L while sensors stand at none but a set T of its arcs says that v of L is at least 1 - the sum of
/// the
/// candidates on it outside T. Levels and paths are found while points break them.
/// </remarks>
public sealed class NetworkWorth : IWorth
{
    private readonly WatchedNetwork network;
    private readonly double[] least;
    private readonly List<Level>[] levels;

    /// <param name="network">Who travels where.</param>
    public NetworkWorth(WatchedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
        least = network.PassingChances(_ => true);
        levels = [.. least.Select(_ => new List<Level>())];
    }

    /// <inheritdoc/>
    public double Of(bool[] chosen) =>
        network.Trips.Zip(network.PassingChances(candidate => chosen[candidate]), (trip, passes) => trip.Weight * (1 - passes)).Sum();

    /// <inheritdoc/>
    public void Begin(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        program.AddColumn(new Column(network.Trips.Zip(least, (trip, passes) => trip.Weight * (1 - passes)).Sum(), 1, 1, IsWhole: false));
        Separate(program, new double[program.Columns.Count]);
    }

    /// <inheritdoc/>
    public int Separate(LinearProgram program, IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(point);
        int added = 0;
        foreach ((Trip Trip, int Index)[] group in network.ByDestination)
        {
            List<PartPath>[] paths = network.PathsTo(group[0].Trip.To, point, 0);
            foreach ((Trip trip, int index) in group)
            {
                added += paths[trip.From].AsEnumerable().Reverse().Count(path => Separate(program, point, index, path));
            }
        }

        return added;
    }

    // Whether the path's row is broken, and therefore added.
    private bool Separate(LinearProgram program, IReadOnlyList<double> point, int trip, PartPath path)
    {
        double above = 1 - path.Sensors;
        List<Level> ofTrip = levels[trip];
        int at = ofTrip.FindIndex(level => level.Chance <= path.Chance);
        at = at < 0 ? ofTrip.Count : at;
        bool isThere = at < ofTrip.Count && ofTrip[at].Chance == path.Chance;
        int stands = isThere ? at : at - 1;
        double next = (isThere ? at + 1 : at) < ofTrip.Count ? ofTrip[isThere ? at + 1 : at].Chance : least[trip];
        double value = stands >= 0 && ofTrip[stands].Column < point.Count ? point[ofTrip[stands].Column] : 0;
        if ((path.Chance - next) * (above - value) * network.Trips[trip].Weight <= LinearProgram.Violation)
        {
            return false;
        }

        if (!isThere)
        {
            Insert(program, trip, at, path.Chance);
        }

        program.AddRow(1, double.PositiveInfinity, path.Candidates.Select(candidate => (candidate, 1.0)).Append((ofTrip[at].Column, 1.0)));
        return true;
    }

    private void Insert(LinearProgram program, int trip, int at, double chance)
    {
        List<Level> ofTrip = levels[trip];
        double weight = network.Trips[trip].Weight;
        double next = at < ofTrip.Count ? ofTrip[at].Chance : least[trip];
        int column = program.AddColumn(new Column(-weight * (chance - next), 0, 1, IsWhole: false));
        if (at > 0)
        {
            program.SetObjective(ofTrip[at - 1].Column, -weight * (ofTrip[at - 1].Chance - chance));
            program.AddRow(0, double.PositiveInfinity, [(column, 1), (ofTrip[at - 1].Column, -1)]);
        }

        if (at < ofTrip.Count)
        {
            program.AddRow(0, double.PositiveInfinity, [(ofTrip[at].Column, 1), (column, -1)]);
        }

        ofTrip.Insert(at, new Level(chance, column));
    }

    private sealed record Level(double Chance, int Column);
}
