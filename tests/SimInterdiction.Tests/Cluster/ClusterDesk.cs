using System.Collections.Concurrent;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Heads;
using SimInterdiction.Cluster.Workers;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cluster;

/// <summary>A head and workers in this process, around a server.</summary>
internal sealed class ClusterDesk(NatsServer server) : IDisposable, IObserveCluster, IObserveWorker
{
    private readonly List<(CancellationTokenSource Stop, Task Work, ServerConnection Connection)> workers = [];
    private readonly List<ServerConnection> connections = [];
    private int answers;

    /// <summary>How long a chunk shall take.</summary>
    public TimeSpan UsualChunk { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How many chunks workers have answered.</summary>
    public int Answers => answers;

    /// <summary>How long workers wait for room at the server.</summary>
    public TimeSpan WaitsForRoom { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The port by which the head reaches the server, where something is in between.</summary>
    public int? HeadPort { get; init; }

    /// <summary>The head's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What head and workers said, in order.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    /// <summary>Adds a worker.</summary>
    /// <returns>Stops it.</returns>
    public CancellationTokenSource AddWorker(int slots = 1, string? version = null, string machine = "worker", int? port = null)
    {
        ServerConnection connection = server.ConnectAsync(port).GetAwaiter().GetResult();
        var stop = new CancellationTokenSource();
        var options = new WorkerOptions(machine, "a processor", version ?? ModelVersion.Current, slots) { WaitsForRoom = WaitsForRoom };
        workers.Add((stop, Task.Run(() => new Worker(connection, options, this).RunAsync(stop.Token)), connection));
        return stop;
    }

    public void StopWorkers()
    {
        foreach ((CancellationTokenSource stop, Task work, ServerConnection connection) in workers)
        {
            stop.Cancel();
            Assert.That(work.Wait(TimeSpan.FromSeconds(10)), Is.True, "A worker does not end.");
            connection.DisposeAsync().AsTask().Wait();
            stop.Dispose();
        }

        workers.Clear();
    }

    /// <summary>A connection that lasts as long as this.</summary>
    public ServerConnection Connect(int? port = null)
    {
        ServerConnection connection = server.ConnectAsync(port).GetAwaiter().GetResult();
        connections.Add(connection);
        return connection;
    }

    /// <summary>A run by the workers of the server.</summary>
    public RunOutcome Run(Desk desk, RunRequest? request = null, Ear? ear = null, bool isFresh = false, CancellationToken stop = default) =>
        new Run(desk.Workspace).Execute(request ?? desk.Run, Effort with { IsFresh = isFresh }, ear ?? new Ear(), stop);

    /// <summary>Has the workers of the server simulate.</summary>
    public Effort Effort =>
        new()
        {
            WithFigures = false,
            Cluster = new ServedCluster(Connect(HeadPort), this, Clock) { UsualChunk = UsualChunk },
        };

    public void Answered(long chunks, long replications) => Interlocked.Increment(ref answers);

    public void Waits(IReadOnlyList<string> others) => Said.Enqueue($"waits {string.Join(',', others)}");

    public void Counts(int workers, int slots) => Said.Enqueue($"{workers} workers, {slots} slots");

    public void Fails(string worker, string reason) => Said.Enqueue($"fails {worker}: {reason}");

    public void Discards(int count) => Said.Enqueue($"discards {count}");

    public void GivesUp(int first, int last, string reason) => Said.Enqueue($"gives up {first} to {last}: {reason}");

    public void LeavesToOthers(string version) => Said.Enqueue($"leaves to {version}");

    public void GivesUp(string reason) => Said.Enqueue($"gives up: {reason}");

    void IObserveCluster.FindsServerFull() => Said.Enqueue("head finds server full");

    void IObserveWorker.FindsServerFull() => Said.Enqueue("worker finds server full");

    void IObserveCluster.LosesServer() => Said.Enqueue("head loses server");

    void IObserveCluster.FindsServer() => Said.Enqueue("head finds server");

    public void Dispose()
    {
        StopWorkers();
        foreach (ServerConnection connection in connections)
        {
            connection.DisposeAsync().AsTask().Wait();
        }
    }
}
