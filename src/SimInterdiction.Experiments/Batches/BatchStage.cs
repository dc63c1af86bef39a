using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>The next replications of a batch, as an <see cref="IExecutor"/> sees them: what is lacking, where to put
/// what was simulated, and how to go on merging. Used by one thread at a time, unless stated otherwise.</summary>
public sealed class BatchStage
{
    private readonly Batch batch;
    private readonly IReplicationStore store;
    private readonly Action<int, Outcome> begin;
    private readonly Action<Slot> merge;
    private Slot? room;

    /// <param name="world">What is simulated.</param>
    /// <param name="batch">What the replications before have come to.</param>
    /// <param name="store">What was simulated before, and where to keep what is simulated now.</param>
    /// <param name="begin">Hears what an arm of the first replication of all came to.</param>
    /// <param name="merge">Takes the next replication in line.</param>
    /// <param name="end">How many replications there shall be.</param>
    internal BatchStage(IWorld world, Batch batch, IReplicationStore store, Action<int, Outcome> begin, Action<Slot> merge, int end)
    {
        World = world;
        this.batch = batch;
        this.store = store;
        this.begin = begin;
        this.merge = merge;
        End = end;
    }

    /// <summary>All arms of the batch; some may have dropped out.</summary>
    public IReadOnlyList<Arm> Arms => batch.Plan.Arms;

    /// <summary>The first replication that is not merged yet, from 0.</summary>
    public int Next => batch.Done;

    /// <summary>The number of the replication after the last one.</summary>
    public int End { get; }

    /// <summary>The folder that chunks are kept in.</summary>
    /// <exception cref="InvalidOperationException">They are not kept.</exception>
    public string Folder => Chunks.Folder;

    internal IWorld World { get; }

    internal int Threads => batch.Plan.Threads;

    internal IReplicationStore Store => store;

    private IChunkStore Chunks =>
        store as IChunkStore ?? throw new InvalidOperationException("Chunks from elsewhere need a store that takes them.");

    /// <summary>What stands for all that decides the replications of an arm.</summary>
    /// <param name="arm">Index into <see cref="Arms"/>.</param>
    /// <exception cref="InvalidOperationException">Chunks are not kept.</exception>
    public string KeyOf(int arm) => Chunks.KeyOf(arm);

    /// <summary>Whether a replication has to be simulated; may be asked by several threads.</summary>
    /// <param name="arm">Index into <see cref="Arms"/>.</param>
    /// <param name="replication">From 0.</param>
    public bool Lacks(int arm, int replication) => batch.IsRunning(arm) && !store.Holds(arm, replication);

    /// <summary>Takes what was simulated elsewhere, in any order; once it is kept it is safe on the disk.</summary>
    /// <param name="parts">What came, which may be anything, each with its index into <see cref="Arms"/>.</param>
    /// <returns>What became of each.</returns>
    /// <exception cref="InvalidOperationException">Chunks are not kept.</exception>
    public IReadOnlyList<Receipt> Take(IReadOnlyList<(int Arm, byte[] Content)> parts) => Chunks.Take(parts);

    /// <summary>Merges whatever of the stage is there now, up to the first replication that is lacking.</summary>
    /// <param name="stop">Ends it between replications.</param>
    public void MergeHeld(CancellationToken stop)
    {
        room ??= new Slot(Arms.Count);
        while (!stop.IsCancellationRequested && Next < End && Enumerable.Range(0, Arms.Count).All(arm => !Lacks(arm, Next)))
        {
            room.Begin(Next);
            LeaveOut(room);
            merge(room);
        }
    }

    /// <summary>Marks the arms that are simulated no further.</summary>
    internal void LeaveOut(Slot slot)
    {
        for (int arm = 0; arm < slot.Outcomes.Length; arm++)
        {
            slot.Outcomes[arm].IsLeftOut = !batch.IsRunning(arm);
        }
    }

    /// <summary>An arm of a slot is simulated; to be told by the thread that merges the slot if it is the
    /// next.</summary>
    internal void Simulated(int arm, Slot slot)
    {
        if (slot.Replication == 0)
        {
            begin(arm, slot.Outcomes[arm]);
        }
    }

    internal void Merge(Slot slot) => merge(slot);
}
