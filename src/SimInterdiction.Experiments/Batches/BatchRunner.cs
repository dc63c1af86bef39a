using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>
/// Simulates all arms of a study on common random numbers, on several threads: the one place of the program where
/// anything runs in parallel. The unit of work is one replication of all arms. It can be advanced in stages; how they
/// are cut changes no bit of the batch.
/// </summary>
internal sealed class BatchRunner
{
    // Enough for threads not to wait when durations differ several times over. Those of many arms together hardly
    // differ, and take more memory.
    private const int SlotsPerThread = 4;
    private const int SlotsPerThreadOfMany = 2;
    private const int ManyArms = 16;

    // Replications mostly take less and are not done in vain; a longer one is not waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.4);

    private readonly IWorld world;
    private readonly BatchPlan plan;
    private readonly IReplicationStore store;
    private readonly Action<StudyProgress>? progress;
    private readonly int[] entryCounts;
    private readonly StudyProgress report;

    /// <param name="world">What is simulated.</param>
    /// <param name="plan">Which arms, how often at most, on how many threads.</param>
    /// <param name="store">What was simulated before, and where to keep what is simulated now.</param>
    /// <param name="progress">Called after each merged replication, by one thread at a time, never on the
    /// caller's.</param>
    public BatchRunner(IWorld world, BatchPlan plan, IReplicationStore store, Action<StudyProgress>? progress)
    {
        this.world = world;
        this.plan = plan;
        this.store = store;
        this.progress = progress;
        entryCounts = [.. Enum.GetValues<Dimension>().Select(dimension => world.EntryNames(dimension).Count)];
        Batch = new Batch(plan, entryCounts);
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
    public void Advance(int until, CancellationToken cancellation)
    {
        int first = Batch.Done;
        Batch.Asked = until;
        if (until <= first)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, store.CannotKeep);
        int threads = Math.Clamp(plan.Threads, 1, until - first);
        Slot[] slots =
        [
            .. Enumerable
                .Range(0, threads * (plan.Arms.Count < ManyArms ? SlotsPerThread : SlotsPerThreadOfMany))
                .Select(_ => new Slot(plan.Arms.Count)),
        ];
        var buffer = new ReorderBuffer(slots, first..until, Merge, stop.Token);
        using var abandon = new CancellationTokenSource();
        using CancellationTokenRegistration soon = stop.Token.Register(() => abandon.CancelAfter(Patience));
        Thread[] workers =
        [
            .. Enumerable
                .Range(1, threads)
                .Select(number => new Thread(() => Work(buffer, abandon.Token)) { Name = $"Replications {number}", IsBackground = true }),
        ];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        store.Save();
        buffer.ThrowIfFailed();
    }

    private void Work(ReorderBuffer buffer, CancellationToken abandon)
    {
        using var simulators = new Simulators(world, plan.Arms, entryCounts);
        try
        {
            while (buffer.TryBegin(out Slot? slot))
            {
                for (int i = 0; i < plan.Arms.Count; i++)
                {
                    slot.Outcomes[i].IsLeftOut = !Batch.IsRunning(i);
                    if (!slot.Outcomes[i].IsLeftOut && !store.Holds(i, slot.Replication))
                    {
                        simulators.Simulate(i, slot.Replication, slot.Outcomes[i], abandon);
                    }
                }

                buffer.Complete(slot);
            }
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            buffer.Abandon();
        }
        catch (Exception error)
        {
            // It is thrown again on the caller's thread; here it would end the process.
            buffer.Fail(error);
        }
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
