namespace SimInterdiction.Experiments.Batches;

/// <summary>A store that takes chunks as they were simulated elsewhere.</summary>
internal interface IChunkStore
{
    /// <summary>Where it lies.</summary>
    string Folder { get; }

    /// <summary>What stands for all that decides the replications of an arm.</summary>
    /// <param name="arm">Index into the plan's arms.</param>
    string KeyOf(int arm);

    /// <summary>Takes what some successive replications of arms came to. Called by one thread at a time, and never
    /// while a replication is read.</summary>
    /// <param name="parts">Each with its arm, an index into the plan's; as a worker wrote it, or anything else.</param>
    /// <returns>What became of each.</returns>
    IReadOnlyList<Receipt> Take(IReadOnlyList<(int Arm, byte[] Content)> parts);
}

/// <summary>What became of a chunk that was handed to a store.</summary>
public abstract record Receipt
{
    private Receipt() { }

    /// <summary>It is safe on the disk, or was before: whoever sent it may forget it.</summary>
    /// <param name="First">Its first replication, from 0.</param>
    /// <param name="Last">Its last.</param>
    /// <param name="New">How many of them were not there before.</param>
    public sealed record Kept(int First, int Last, int New) : Receipt;

    /// <summary>A replication that is there came to something else before; nothing was kept.</summary>
    /// <param name="Replication">Which, from 0.</param>
    public sealed record Differs(int Replication) : Receipt;

    /// <summary>It is no chunk of this arm.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Useless(string Why) : Receipt;

    /// <summary>It could not be saved; the stage is being stopped.</summary>
    public sealed record NotSaved : Receipt;
}
