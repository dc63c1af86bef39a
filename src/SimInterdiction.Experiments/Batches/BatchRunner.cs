using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>
/// Simulates all arms of a study on common random numbers, on several threads: the one place of the program where anything runs in parallel. The
/// unit of work is one replication of all arms.
/// </summary>
internal sealed class BatchRunner
{
    // Enough for threads not to wait when durations differ several times over.
    private const int SlotsPerThread = 4;

    private readonly IWorld world;
    private readonly BatchPlan plan;
    private readonly ReorderBuffer buffer;
    private readonly Batch batch;
    private long events;
    private long shipments;
    private long searches;

    private BatchRunner(IWorld world, BatchPlan plan, Action<StudyProgress>? progress, CancellationToken cancellation)
    {
        this.world = world;
        this.plan = plan;
        int[] entryCounts = [.. Enum.GetValues<Dimension>().Select(dimension => world.EntryNames(dimension).Count)];
        batch = new Batch(plan, entryCounts);
        var report = new StudyProgress(batch);
        Slot[] slots = [.. Enumerable.Range(0, Threads * SlotsPerThread).Select(_ => new Slot(plan.Arms.Count, entryCounts))];
        buffer = new ReorderBuffer(slots, plan.Replications, MergeAndReport, cancellation);

        void MergeAndReport(Slot slot)
        {
            batch.Merge(slot);
            progress?.Invoke(report);
        }
    }

    private int Threads => Math.Clamp(plan.Threads, 1, Math.Max(1, plan.Replications));

    /// <summary>
    /// Runs the plan through, or until cancelled: then what has begun is finished, and the batch holds a first part of the replications without gaps.
    /// </summary>
    /// <param name="world">What is simulated.</param>
    /// <param name="plan">Which deployments, how often, on how many threads.</param>
    /// <param name="progress">Called after each merged replication, by one thread at a time, never on the caller's.</param>
    /// <param name="cancellation">Stops handing out replications.</param>
    public static Batch Run(IWorld world, BatchPlan plan, Action<StudyProgress>? progress, CancellationToken cancellation) =>
        new BatchRunner(world, plan, progress, cancellation).Run();

    private Batch Run()
    {
        Thread[] threads = [.. Enumerable.Range(1, Threads).Select(number => new Thread(Work) { Name = $"Replications {number}", IsBackground = true })];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        buffer.ThrowIfFailed();
        batch.Work = new WorkDone(events, shipments, searches);
        return batch;
    }

    private void Work()
    {
        var simulators = new ISimulator?[plan.Arms.Count];
        try
        {
            while (buffer.TryBegin(out Slot? slot))
            {
                for (int i = 0; i < simulators.Length; i++)
                {
                    Simulate(slot, i, ref simulators[i]);
                }

                buffer.Complete(slot);
            }
        }
        catch (Exception error)
        {
            // It is thrown again on the caller's thread; here it would end the process.
            buffer.Fail(error);
        }
        finally
        {
            foreach (ISimulator? simulator in simulators)
            {
                Retire(simulator);
            }
        }
    }

    private void Simulate(Slot slot, int index, ref ISimulator? simulator)
    {
        Arm arm = plan.Arms[index];
        simulator ??= world.Simulate(arm);
        try
        {
            simulator.Run(slot.Replication, slot.Records[index]);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            slot.Failed.Add(new FailedReplication(arm, slot.Replication, error.Message));

            // Whatever state it was left in must not reach the next replication.
            Retire(simulator);
            simulator = null;
        }
    }

    private void Retire(ISimulator? simulator)
    {
        if (simulator is null)
        {
            return;
        }

        Interlocked.Add(ref events, simulator.Events);
        Interlocked.Add(ref shipments, simulator.Shipments);
        Interlocked.Add(ref searches, simulator.Searches);
        simulator.Dispose();
    }
}
