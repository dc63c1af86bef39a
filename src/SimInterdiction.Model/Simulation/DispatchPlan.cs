using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>The planned dispatches of one flow, one after the other. They are numbered, so the luck of eight is worked
/// out together, at the cost of two.</summary>
internal sealed class DispatchPlan(CompiledFlow flow)
{
    private readonly double[] gapHours = new double[RandomBlocks.Count];
    private readonly double[] corridors = new double[RandomBlocks.Count];
    private readonly double[] loads = new double[RandomBlocks.Count];
    private readonly double[] thinning = new double[RandomBlocks.Count];
    private uint replication;

    /// <summary>The number of the planned dispatch that comes next.</summary>
    public ulong Number { get; private set; }

    /// <summary>Hours from the planned dispatch before to this one.</summary>
    public double GapHours => gapHours[Place];

    /// <summary>A uniform that picks its corridor.</summary>
    public double CorridorLuck => corridors[Place];

    /// <summary>A uniform that draws its load.</summary>
    public double LoadLuck => loads[Place];

    /// <summary>A uniform that says whether it takes place.</summary>
    public double ThinningLuck => thinning[Place];

    private int Place => (int)(Number % RandomBlocks.Count);

    /// <summary>Begins a replication with the first planned dispatch.</summary>
    public void Begin(uint replicationNumber)
    {
        replication = replicationNumber;
        Number = 0;
        DrawEight();
    }

    /// <summary>On to the next planned dispatch.</summary>
    public void MoveOn()
    {
        Number++;
        if (Place == 0)
        {
            DrawEight();
        }
    }

    private void DrawEight()
    {
        RandomBlocks plan = flow.PlanLuck(replication, Number);
        EightNumbers.ExponentialGaps(plan.FirstFine, flow.MeanGapHours, gapHours);
        EightNumbers.Copy(plan.Third, corridors);
        EightNumbers.Copy(plan.Fourth, loads);
        if (flow.IsThinned)
        {
            EightNumbers.Copy(flow.ThinningLuck(replication, Number).First, thinning);
        }
    }
}
