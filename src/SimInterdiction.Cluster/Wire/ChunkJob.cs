namespace SimInterdiction.Cluster.Wire;

/// <summary>Successive replications of some arms of a study, to be simulated.</summary>
/// <param name="Study">The hash of the study's package.</param>
/// <param name="Head">Who asks.</param>
/// <param name="Chunk">What it is called.</param>
/// <param name="First">The first replication, from 0.</param>
/// <param name="Last">The last.</param>
/// <param name="Arms">Which arms, as indices into the package's.</param>
/// <param name="FailedBy">The workers that could not simulate it: it is for another one.</param>
internal sealed record ChunkJob(
    string Study,
    string Head,
    ChunkName Chunk,
    int First,
    int Last,
    IReadOnlyList<int> Arms,
    IReadOnlyList<string> FailedBy
)
{
    /// <summary>Of how many arms a chunk may be: the job must be a small message.</summary>
    public const int MostArms = 10_000;

    /// <summary>How many replications of single arms a chunk may have: a worker holds all of them until it is
    /// done.</summary>
    public const int MostReplications = 50_000;

    public byte[] ToBytes() => WireJson.Write(this);

    /// <summary>Null where the bytes are no job, or one that asks for more than any head does.</summary>
    public static ChunkJob? Read(ReadOnlySpan<byte> bytes) =>
        WireJson.Read<ChunkJob>(bytes) is { } job
        && job.First >= 0
        && job.First <= job.Last
        && job.Arms.Count is > 0 and <= MostArms
        && job.Arms.All(arm => arm >= 0)
        && (job.Last - (long)job.First + 1) * job.Arms.Count <= MostReplications
        && WireText.IsToken(job.Study)
        && WireText.IsToken(job.Head)
        && WireText.IsToken(job.Chunk.Session)
            ? job
            : null;
}
