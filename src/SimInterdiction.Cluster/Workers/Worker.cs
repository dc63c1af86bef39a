using System.Security.Cryptography;
using NATS.Client.Core;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Workers;

/// <summary>Takes chunks from a server, simulates them and hands the answers in; it keeps nothing.</summary>
public sealed class Worker
{
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(0.3);

    private readonly ServerConnection connection;
    private readonly WorkerOptions options;
    private readonly IObserveWorker observer;
    private readonly WorkerTally tally;
    private readonly ServerQueues queues;
    private readonly HashSet<string> toldOf = [];

    /// <param name="connection">The server.</param>
    /// <param name="options">What the worker is.</param>
    /// <param name="observer">Hears how it goes.</param>
    public Worker(ServerConnection connection, WorkerOptions options, IObserveWorker observer)
    {
        this.connection = connection;
        this.options = options;
        this.observer = observer;
        queues = new ServerQueues(connection.Streams);
        tally = new WorkerTally(
            new WorkerState
            {
                Id = RandomNumberGenerator.GetHexString(16, lowercase: true),
                Machine = options.Machine,
                Process = Environment.ProcessId,
                Processor = options.Processor,
                ModelVersion = options.ModelVersion,
                Slots = options.Slots,
            }
        );
    }

    /// <summary>Works until it is stopped; then what has begun goes back at once.</summary>
    /// <exception cref="OutOfMemoryException">A chunk takes more memory than there is; like any other error of the
    /// program itself it ends the worker, and the server gives its chunks to others.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var server = new ServerWatch(observer);
        using var studies = new StudyCache(new StudyShelf(queues, connection.MostBytes), server);
        Task Say() => SayAsync(server, end.Token);
        Slot[] slots =
        [
            .. Enumerable.Range(0, options.Slots).Select(_ => new Slot(connection, options, studies, tally, server, observer, Say)),
        ];
        Task[] all = [SayAgainAsync(server, end.Token), LookAsync(end.Token), .. slots.Select(slot => slot.RunAsync(end.Token))];
        observer.Joined();

        // A slot that is broken takes the others with it, rather than to be missing unnoticed.
        await Task.WhenAny(all);
        await end.CancelAsync();
        await Task.WhenAll(all);
        tally.TakeLeave();
        using var soon = new CancellationTokenSource(Farewell);
        await SayAsync(server, soon.Token);
    }

    private async Task SayAgainAsync(ServerWatch server, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await SayAsync(server, stop);
            await Task.Delay(SayEvery, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task SayAsync(ServerWatch server, CancellationToken stop)
    {
        if (connection.IsUp)
        {
            await server.TryAsync(
                patience =>
                    connection
                        .Nats.PublishAsync(Subjects.Worker(tally.State.Id), tally.State.ToBytes(), cancellationToken: patience)
                        .AsTask(),
                stop
            );
        }
    }

    // Chunks for other versions of the model are not even offered; that they wait is worth telling.
    private async Task LookAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                IReadOnlyDictionary<string, long>? jobs = await queues.SubjectsInAsync(Subjects.JobStream, Subjects.AllJobs, stop);
                string own = Subjects.Token(options.ModelVersion);
                foreach (string version in (jobs?.Keys ?? []).Select(Subjects.VersionIn).Distinct().Where(v => v != own).Where(toldOf.Add))
                {
                    observer.LeavesToOthers(version);
                }
            }
            catch (Exception error) when (error is NatsException or TimeoutException or OperationCanceledException)
            {
                // The slots notice, too.
            }

            await Task.Delay(LookEvery, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
