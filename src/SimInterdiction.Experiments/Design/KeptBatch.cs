using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Design;

/// <summary>A batch whose replications are kept in a store where there is one, and of which a stage counts whole or not
/// at all.</summary>
internal sealed class KeptBatch : IDisposable
{
    private readonly RunSession? session;
    private readonly BatchRunner runner;
    private readonly CancellationToken cancellation;

    /// <param name="world">What is simulated.</param>
    /// <param name="plan">Which arms, and how often at most.</param>
    /// <param name="keyOf">What stands for all that decides the replications of an arm.</param>
    /// <param name="store">Where to; null keeps them in memory only.</param>
    /// <param name="progress">Told how many replications are done, after each, never on the caller's thread.</param>
    /// <param name="cancellation">Stops between replications; those done are kept.</param>
    public KeptBatch(
        IWorld world,
        BatchPlan plan,
        Func<Arm, ArmKey> keyOf,
        RunStore? store,
        Action<int>? progress,
        CancellationToken cancellation
    )
    {
        this.cancellation = cancellation;
        session = store?.OpenToWrite(plan, plan.Replications, keyOf, world.EntryNames);
        runner = new BatchRunner(world, plan, session is null ? new NoStore() : session, progress is null ? null : Tell);

        // What single arms of the first replication come to shows nobody.
        void Tell(StudyProgress reached)
        {
            if (reached.Done > 0)
            {
                progress(reached.Done);
            }
        }
    }

    public Batch Batch => runner.Batch;

    /// <summary>Goes on until there are that many replications, failed ones included.</summary>
    /// <exception cref="OperationCanceledException">It was stopped before.</exception>
    /// <exception cref="IOException">Not everything could be kept, so nothing more was simulated.</exception>
    public void Advance(int until)
    {
        runner.Advance(until, cancellation);
        if (Batch.Done < until)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new IOException($"Not everything could be saved: {session?.Trouble?.Detail}");
        }
    }

    public void Dispose() => session?.Dispose();
}
