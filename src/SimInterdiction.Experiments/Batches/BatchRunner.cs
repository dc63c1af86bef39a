namespace SimInterdiction.Experiments.Batches;

/// <summary>
/// Has all arms of a study simulated on common random numbers, by an <see cref="IExecutor"/>, and merges what comes
/// out. It can be advanced in stages; how they are cut changes no bit of the batch.
/// </summary>
internal sealed class BatchRunner
{
    private readonly IWorld world;
    private readonly BatchPlan plan;
    private readonly IReplicationStore store;
    private readonly Action<StudyProgress>? progress;
    private readonly StudyProgress report;

    /// <param name="world">What is simulated.</param>
    /// <param name="plan">Which arms, how often at most, by whom.</param>
    /// <param name="store">What was simulated before, and where to keep what is simulated now.</param>
    /// <param name="progress">Called after each merged replication, and after each arm of the first where threads of
    /// this machine simulate it; by one thread at a time, never on the caller's.</param>
    public BatchRunner(IWorld world, BatchPlan plan, IReplicationStore store, Action<StudyProgress>? progress)
    {
        this.world = world;
        this.plan = plan;
        this.store = store;
        this.progress = progress;
        Batch = new Batch(plan, world.EntryCounts());
        report = new StudyProgress(Batch);
    }

    /// <summary>What the replications have come to so far; not to be read while they advance.</summary>
    public Batch Batch { get; }

    /// <summary>
    /// Goes on from the replications done so far until there are so many, failed ones included, or until cancelled:
    /// then what has begun is finished unless that takes long, and the batch holds a first part of the replications
    /// without gaps. Arms of deployments that have dropped out are left alone. What was merged is safe in the store,
    /// also when this throws.
    /// </summary>
    /// <param name="until">How many there shall be; at most the plan's.</param>
    /// <param name="cancellation">Stops handing out replications, and ends those that are not done soon after.</param>
    /// <exception cref="ExecutionException">Not all could be simulated.</exception>
    public void Advance(int until, CancellationToken cancellation)
    {
        int first = Batch.Done;
        Batch.Asked = until;
        if (until <= first)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, store.CannotKeep);
        try
        {
            plan.Executor.Execute(new BatchStage(world, Batch, store, Begin, Merge, until), stop.Token);
        }
        finally
        {
            store.Save();
        }
    }

    // Whoever simulates the first replication merges it, too.
    private void Begin(int arm, Outcome outcome)
    {
        report.Begin(arm, outcome);
        progress?.Invoke(report);
    }

    // In replication order, so that the store is read and written from front to back.
    private void Merge(Slot slot)
    {
        for (int i = 0; i < slot.Outcomes.Length; i++)
        {
            if (!slot.Outcomes[i].IsLeftOut && store.Holds(i, slot.Replication))
            {
                store.Read(i, slot.Replication, slot.Outcomes[i]);
            }
        }

        store.Keep(slot.Replication, slot.Outcomes);
        Batch.Merge(slot.Replication, slot.Outcomes);
        progress?.Invoke(report);
    }
}
