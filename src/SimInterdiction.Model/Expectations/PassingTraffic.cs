using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>What would pass each place if nothing were seized anywhere.</summary>
/// <param name="world">The scenario.</param>
/// <param name="departures">What leaves when.</param>
/// <param name="shares">By flow, the share of each of its corridors.</param>
internal sealed class PassingTraffic(CompiledScenario world, Departures departures, double[][] shares)
{
    private Dictionary<(int Place, int Flow), double[]>? passing;

    /// <summary>Of each flow that passes a place, the shipments of the window by cell of time.</summary>
    public (CompiledFlow Flow, double[] Shipments)[] At(int place)
    {
        passing ??= FollowAll();
        return
        [
            .. world
                .FlowsInOrder.Where(flow => passing.ContainsKey((place, flow.Number)))
                .Select(flow => (flow, passing[(place, flow.Number)])),
        ];
    }

    private Dictionary<(int Place, int Flow), double[]> FollowAll()
    {
        var all = new Dictionary<(int Place, int Flow), double[]>();
        foreach (CompiledFlow flow in world.FlowsInOrder)
        {
            foreach (CorridorTree tree in departures.Trees[flow.Number])
            {
                Follow(flow, tree, departures.Shipments[flow.Number], null, all);
            }
        }

        return all;
    }

    private void Follow(CompiledFlow flow, CorridorTree tree, double[] leaving, int? from, Dictionary<(int Place, int Flow), double[]> all)
    {
        double share = tree.Corridors.Sum(corridor => shares[flow.Number][corridor]);
        if (share == 0)
        {
            return;
        }

        double[] here = leaving;
        foreach (ITransfer by in departures.Into(from, tree))
        {
            var moved = new double[here.Length];
            by.Add(here, moved);
            here = moved;
        }

        if (!all.TryGetValue((tree.Place, flow.Number), out double[]? sum))
        {
            all[(tree.Place, flow.Number)] = sum = new double[here.Length];
        }

        Series.AddMultiple(here, share, sum);
        foreach (CorridorTree onwards in tree.Onwards)
        {
            Follow(flow, onwards, here, tree.Place, all);
        }
    }
}
