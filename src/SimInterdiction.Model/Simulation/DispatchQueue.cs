using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>The planned dispatches as one arm goes through them: those of the schedule, and behind them its
/// own.</summary>
/// <param name="world">The scenario.</param>
/// <param name="schedule">What all arms share.</param>
internal sealed class DispatchQueue(CompiledScenario world, DispatchSchedule schedule)
{
    private DispatchesInOrder? own;
    private PlannedDispatch[]? ownBlock;
    private PlannedDispatch[] block = [];
    private uint replication;
    private int blocksRead;
    private int next;
    private bool isOnItsOwn;

    /// <summary>The next planned dispatch.</summary>
    public ref readonly PlannedDispatch Next => ref block[next];

    /// <summary>Begins a replication with the first planned dispatch.</summary>
    public void Begin(uint number)
    {
        replication = number;
        blocksRead = 0;
        isOnItsOwn = false;
        ReadBlock();
    }

    /// <summary>On to the one behind it.</summary>
    public void MoveOn()
    {
        if (++next == block.Length)
        {
            ReadBlock();
        }
    }

    private void ReadBlock()
    {
        block = schedule.Block(replication, blocksRead) ?? DrawOwn();
        blocksRead++;
        next = 0;
    }

    private PlannedDispatch[] DrawOwn()
    {
        own ??= new DispatchesInOrder(world);
        ownBlock ??= new PlannedDispatch[DispatchSchedule.BlockLength];
        if (!isOnItsOwn)
        {
            schedule.ContinueBehind(own);
            isOnItsOwn = true;
        }

        own.Draw(ownBlock);
        return ownBlock;
    }
}
