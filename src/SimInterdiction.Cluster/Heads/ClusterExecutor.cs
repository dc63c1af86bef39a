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
    /// <summary>How long a chunk shall take, of those that are not cut smaller towards the end.</summary>
    public TimeSpan UsualChunk { get; init; } = TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public IExecutor ExecutorOf(StudyDocument study, bool isFresh) =>
        new ClusterExecutor(connection, study, isFresh, UsualChunk, observer, clock);
}

/// <summary>Has workers behind a server simulate a study in chunks; the store of this machine is the only
/// truth.</summary>
internal sealed class ClusterExecutor(
    ServerConnection connection,
    StudyDocument study,
    bool isFresh,
    TimeSpan usualChunk,
    IObserveCluster observer,
    TimeProvider clock
) : IExecutor
{
    private readonly ChunkNames names = new();

    /// <inheritdoc/>
    public void Execute(BatchStage stage, CancellationToken stop)
    {
        // Merging must not run on the caller's thread.
        Task.Run(() => ExecuteAsync(stage, stop), CancellationToken.None).GetAwaiter().GetResult();
    }

    private async Task ExecuteAsync(BatchStage stage, CancellationToken stop)
    {
        stage.MergeHeld(stop);
        if (stage.Next < stage.End && !stop.IsCancellationRequested)
        {
            await new HeadSession(connection, study, stage, names, isFresh, usualChunk, observer, clock).RunAsync(stop);
        }
    }
}
