namespace SimInterdiction.Cluster.Wire;

/// <summary>Successive replications of some arms of a study, to be simulated.</summary>
/// <param name="Study">The hash of the study's package.</param>
/// <param name="Head">Who asks.</param>
/// <param name="Number">Which of the head's chunks.</param>
/// <param name="First">The first replication, from 0.</param>
/// <param name="Last">The last.</param>
/// <param name="Arms">Which arms, as indices into the package's.</param>
internal sealed record ChunkJob(string Study, string Head, int Number, int First, int Last, IReadOnlyList<int> Arms)
{
    private const int MostReplications = 10_000_000;

    public byte[] ToBytes() => WireJson.Write(this);

    /// <summary>Null where the bytes are no job.</summary>
    public static ChunkJob? Read(ReadOnlySpan<byte> bytes) =>
        WireJson.Read<ChunkJob>(bytes) is { } job
        && job.First >= 0
        && job.First <= job.Last
        && job.Last < MostReplications
        && job.Arms.Count > 0
        && job.Arms.All(arm => arm >= 0)
            ? job
            : null;
}
