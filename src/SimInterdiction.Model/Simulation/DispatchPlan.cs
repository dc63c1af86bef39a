using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
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
    private ulong number;

    /// <summary>When the next one is due.</summary>
    public Instant At { get; private set; }

    /// <summary>Begins a replication with the first planned dispatch.</summary>
    public void Begin(uint replicationNumber)
    {
        replication = replicationNumber;
        number = 0;
        DrawEight();
        At = Instant.Zero + gapHours[0];
    }

    /// <summary>Goes on where another plan of the flow has come to.</summary>
    public void ContinueFrom(DispatchPlan other)
    {
        replication = other.replication;
        number = other.number;
        DrawEight();
        At = other.At;
    }

    /// <summary>The next planned dispatch, which then is past.</summary>
    public PlannedDispatch Take()
    {
        int place = (int)(number % RandomBlocks.Count);
        bool takesPlace = flow.TakesPlace(thinning[place], At);
        var taken = new PlannedDispatch(
            At,
            number,
            corridors[place],
            flow.Number,
            takesPlace ? flow.FirearmsOf(loads[place]) : 0,
            takesPlace
        );
        number++;
        place = (int)(number % RandomBlocks.Count);
        if (place == 0)
        {
            DrawEight();
        }

        At += gapHours[place];
        return taken;
    }

    private void DrawEight()
    {
        ulong first = number - (number % RandomBlocks.Count);
        RandomBlocks plan = flow.PlanLuck(replication, first);
        EightNumbers.ExponentialGaps(plan.FirstFine, flow.MeanGapHours, gapHours);
        EightNumbers.Copy(plan.Third, corridors);
        EightNumbers.Copy(plan.Fourth, loads);
        if (flow.IsThinned)
        {
            EightNumbers.Copy(flow.ThinningLuck(replication, first).First, thinning);
        }
    }
}
