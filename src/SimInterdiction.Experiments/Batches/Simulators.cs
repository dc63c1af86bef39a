using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>The simulators of one thread, one for each arm, made when they are needed and used again as long as the
/// world stays the same.</summary>
/// <param name="world">What is simulated.</param>
/// <param name="arms">Of which arms.</param>
internal sealed class Simulators(IWorld world, IReadOnlyList<Arm> arms) : IDisposable
{
    private readonly ISimulator?[] all = new ISimulator?[arms.Count];
    private readonly ReplicationRecord record = new(world.EntryCounts());
    private IWorld? current;
    private IWorld? ofThread;
    private int replicationOfCurrent = -1;

    /// <summary>Simulates one replication of an arm; that it fails is an outcome, too.</summary>
    /// <exception cref="OperationCanceledException">It was ended before it was done, which is no outcome.</exception>
    public void Simulate(int arm, int replication, Outcome outcome, CancellationToken cancellation)
    {
        var before = new WorkDone(0, 0, 0);
        try
        {
            MoveTo(replication);
            before = all[arm]?.Work ?? new WorkDone(0, 0, 0);
            ISimulator simulator = all[arm] ??= ofThread!.Simulate(arms[arm]);
            simulator.Run(replication, record, cancellation);
            outcome.Take(record, simulator.Work - before);
        }
        catch (Exception error)
            when (error is not OutOfMemoryException && !(error is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            outcome.Fail(error.Message, all[arm] is { } failed ? failed.Work - before : new WorkDone(0, 0, 0));

            // Whatever state it was left in must not reach the next replication.
            Remove(arm);
        }
    }

    public void Dispose()
    {
        for (int arm = 0; arm < all.Length; arm++)
        {
            Remove(arm);
        }
    }

    private void MoveTo(int replication)
    {
        if (replication == replicationOfCurrent)
        {
            return;
        }

        IWorld next = world.At(replication);
        replicationOfCurrent = replication;
        if (!ReferenceEquals(next, current))
        {
            Dispose();
            current = next;
            ofThread = next.ForOneThread();
        }
    }

    private void Remove(int arm)
    {
        all[arm]?.Dispose();
        all[arm] = null;
    }
}
