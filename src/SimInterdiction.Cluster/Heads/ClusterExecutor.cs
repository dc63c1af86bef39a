using SimInterdiction.Application.Requests;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Cluster.Heads;

/// <summary>The machines behind a server.</summary>
/// <param name="connection">The server.</param>
/// <param name="observer">Hears how it goes.</param>
/// <param name="clock">Time.</param>
public sealed class ServedCluster(ServerConnection connection, IObserveCluster observer, TimeProvider clock) : ICluster
{
    /// <inheritdoc/>
    public IExecutor ExecutorOf(StudyDocument study) => new ClusterExecutor(connection, study, observer, clock);
}

/// <summary>Has workers behind a server simulate a study in chunks; the store of this machine is the only
/// truth.</summary>
internal sealed class ClusterExecutor(ServerConnection connection, StudyDocument study, IObserveCluster observer, TimeProvider clock)
    : IExecutor
{
    /// <inheritdoc/>
    public void Execute(BatchStage stage, CancellationToken stop)
    {
        stage.MergeHeld();
        if (stage.Next < stage.End)
        {
            // Merging must not run on the caller's thread.
            Task.Run(() => new HeadSession(connection, study, stage, observer, clock).RunAsync(stop), CancellationToken.None)
                .GetAwaiter()
                .GetResult();
        }
    }
}
