using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>Draws the planned dispatches of all flows in the order of time; without end.</summary>
internal sealed class DispatchesInOrder
{
    private readonly DispatchPlan[] plans;
    private readonly EarliestOf next;

    /// <param name="world">The scenario.</param>
    public DispatchesInOrder(CompiledScenario world)
    {
        plans = [.. world.FlowsInOrder.Select(flow => new DispatchPlan(flow))];
        next = new EarliestOf(plans.Length);
    }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replication)
    {
        for (int flow = 0; flow < plans.Length; flow++)
        {
            plans[flow].Begin(replication);
            next.Set(flow, plans[flow].At);
        }
    }

    /// <summary>Goes on where another one of the scenario has come to.</summary>
    public void ContinueFrom(DispatchesInOrder other)
    {
        for (int flow = 0; flow < plans.Length; flow++)
        {
            plans[flow].ContinueFrom(other.plans[flow]);
            next.Set(flow, plans[flow].At);
        }
    }

    /// <summary>Draws the next ones.</summary>
    /// <param name="into">As many as it has room for.</param>
    public void Draw(Span<PlannedDispatch> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            DispatchPlan flow = plans[next.First];
            into[i] = flow.Take();
            next.Set(next.First, flow.At);
        }
    }
}
