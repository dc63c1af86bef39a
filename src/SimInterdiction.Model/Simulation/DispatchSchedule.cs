using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>The planned dispatches of one replication, drawn once for all arms of a thread, a block at a time as the
/// first arm comes to it.</summary>
/// <remarks>A limited number is kept; what comes behind them each arm draws for itself, which comes to the
/// same.</remarks>
/// <param name="world">The scenario.</param>
/// <param name="mostBlocks">How many blocks are kept.</param>
internal sealed class DispatchSchedule(CompiledScenario world, int mostBlocks = DispatchSchedule.MostBlocks)
{
    /// <summary>How many planned dispatches a block holds.</summary>
    public const int BlockLength = 64;

    // 4 MB, of which each arm reads a block at a time.
    private const int MostBlocks = 1600;

    private readonly DispatchesInOrder drawn = new(world);
    private readonly List<PlannedDispatch[]> blocks = [];
    private int blocksDrawn;
    private uint? replication;

    /// <summary>The planned dispatches of a block; null for one behind those that are kept.</summary>
    /// <param name="number">The replication: that of the call before, or another one.</param>
    /// <param name="block">Which block, from 0; at most one that was not asked for in this replication.</param>
    public PlannedDispatch[]? Block(uint number, int block)
    {
        if (number != replication)
        {
            replication = number;
            blocksDrawn = 0;
            drawn.Begin(number);
        }

        if (block >= mostBlocks)
        {
            return null;
        }

        while (blocksDrawn <= block)
        {
            if (blocks.Count == blocksDrawn)
            {
                blocks.Add(new PlannedDispatch[BlockLength]);
            }

            drawn.Draw(blocks[blocksDrawn++]);
        }

        return blocks[block];
    }

    /// <summary>Makes an arm's own go on behind what is kept.</summary>
    public void ContinueBehind(DispatchesInOrder own) => own.ContinueFrom(drawn);
}
