using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Cluster.Heads;

/// <summary>Cuts what a stage lacks into chunks of some seconds, by how fast replications turned out to be. The bounds
/// decide no digit.</summary>
/// <param name="stage">What is lacking.</param>
/// <param name="usualSeconds">How long a chunk shall take, in seconds; 0 for as few replications as can be.</param>
internal sealed class ChunkCutter(BatchStage stage, double usualSeconds)
{
    private const double LongestSeconds = 10;

    // Towards the end chunks are smaller, so that all slots are done at the same time.
    private const double ShortestSeconds = 0.5;
    private const int SharesOfRest = 2;

    private readonly Queue<CutChunk> cut = [];
    private int next = stage.Next;
    private double seconds;
    private long replications;

    /// <summary>Whether nothing is left to cut.</summary>
    public bool IsDone => cut.Count == 0 && next >= stage.End;

    /// <summary>How long a replication of one arm takes, in seconds; null where nobody knows yet.</summary>
    public double? SecondsEach => replications == 0 ? null : seconds / replications;

    /// <summary>Learns from a chunk that was simulated.</summary>
    public void Learn(long ofArms, double took)
    {
        if (ofArms > 0 && took >= 0 && double.IsFinite(took))
        {
            replications += ofArms;
            seconds += took;
        }
    }

    /// <summary>The next chunk; null where nothing is lacking any more.</summary>
    /// <param name="slots">Among how many the rest is shared.</param>
    public CutChunk? Next(int slots)
    {
        while (cut.Count == 0 && next < stage.End)
        {
            Cut(slots);
        }

        return cut.TryDequeue(out CutChunk? chunk) ? chunk : null;
    }

    private void Cut(int slots)
    {
        int[] arms = LackingAt(next);
        if (arms.Length == 0)
        {
            next++;
            return;
        }

        double each = SecondsEach * arms.Length ?? double.PositiveInfinity;
        double share = each * (stage.End - next) / (SharesOfRest * Math.Max(1, slots));
        int fit = Math.Clamp(ChunkJob.MostReplications / Math.Min(arms.Length, ChunkJob.MostArms), 1, stage.End - next);
        int most = (int)Math.Clamp(Math.Min(Math.Max(share, ShortestSeconds), usualSeconds) / each, 1, fit);
        int last = next;
        while (last + 1 < next + most && LackingAt(last + 1).SequenceEqual(arms))
        {
            last++;
        }

        // A replication of hundreds of arms is shared.
        int together = SecondsEach is { } alone && each > LongestSeconds ? (int)Math.Max(1, LongestSeconds / alone) : arms.Length;
        foreach (int[] part in arms.Chunk(Math.Min(together, ChunkJob.MostArms)))
        {
            cut.Enqueue(new CutChunk(part, next, last));
        }

        next = last + 1;
    }

    private int[] LackingAt(int replication) => [.. Enumerable.Range(0, stage.Arms.Count).Where(arm => stage.Lacks(arm, replication))];
}

/// <summary>A chunk as it was cut.</summary>
/// <param name="Arms">Which arms, as indices into the stage's.</param>
/// <param name="First">The first replication, from 0.</param>
/// <param name="Last">The last.</param>
internal sealed record CutChunk(IReadOnlyList<int> Arms, int First, int Last)
{
    /// <summary>How many replications of single arms.</summary>
    public long Replications => (long)Arms.Count * (Last - First + 1);

    /// <summary>Whether the stage has all of it.</summary>
    public bool IsIn(BatchStage stage) =>
        Arms.All(arm => Enumerable.Range(First, Last - First + 1).All(replication => !stage.Lacks(arm, replication)));
}
