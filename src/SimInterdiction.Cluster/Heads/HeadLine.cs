using System.Threading.Channels;
using NATS.Client.Core;
using NATS.Client.JetStream;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Cluster.Heads;

/// <summary>A head's line to the server, which may be lost at any moment: then nothing is lost with it.</summary>
internal sealed class HeadLine
{
    private const int AtOnce = 64;
    private const int IdDigits = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private readonly ServerConnection connection;
    private readonly ServerQueues queues;
    private readonly StudyShelf shelf;
    private readonly byte[] package;
    private readonly string head;
    private readonly IObserveCluster observer;

    /// <param name="connection">The server.</param>
    /// <param name="package">The study.</param>
    /// <param name="folder">Where its chunks are kept: the same study in the same folder is the same head.</param>
    /// <param name="observer">Hears whether the server is there.</param>
    public HeadLine(ServerConnection connection, StudyPackage package, string folder, IObserveCluster observer)
    {
        this.connection = connection;
        this.observer = observer;
        this.package = package.ToBytes();
        Study = StudyPackage.HashOf(this.package);
        queues = new ServerQueues(connection.Streams);
        shelf = new StudyShelf(queues, connection.MostBytes);
        head = CanonicalText.HashOfText($"{Study} {Environment.MachineName} {Path.GetFullPath(folder)}")[..IdDigits];
    }

    /// <summary>The hash of the study's package.</summary>
    public string Study { get; }

    /// <summary>Whether the server could not be reached the last time.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Makes the server ready, and takes back what an earlier head of this study has handed out.</summary>
    public Task<bool> BeginAsync(CancellationToken stop) =>
        TryAsync(
            async patience =>
            {
                await queues.PrepareAsync(patience);
                await queues.ForgetJobsAsync(head, patience);
                await shelf.PutAsync(Study, package, patience);
            },
            stop
        );

    /// <summary>Hands a chunk out.</summary>
    /// <returns>Whether the server has it; not where it is away, or has no room.</returns>
    public async Task<bool> PutAsync(int number, CutChunk chunk, CancellationToken stop)
    {
        bool isThere = false;
        await TryAsync(
            async patience =>
                isThere = await queues.TryPutAsync(
                    Subjects.Job(ModelVersion.Current, head, number),
                    new ChunkJob(Study, head, number, chunk.First, chunk.Last, chunk.Arms).ToBytes(),
                    patience
                ),
            stop
        );
        return isThere;
    }

    public Task<bool> AcknowledgeAsync(INatsJSMsg<byte[]> answer, CancellationToken stop) =>
        TryAsync(patience => answer.AckAsync(cancellationToken: patience).AsTask(), stop);

    /// <summary>Compares what was handed out with what the server has: what is in neither queue, the server has lost,
    /// and is handed out again.</summary>
    public Task ReconcileAsync(IReadOnlyDictionary<int, HandedOut> under, CancellationToken stop) =>
        TryAsync(
            async patience =>
            {
                // In this order: an answer is there before its job is taken off.
                IReadOnlyDictionary<string, long>? jobs = await queues.SubjectsInAsync(Subjects.JobStream, Subjects.JobsOf(head), patience);
                IReadOnlyDictionary<string, long>? waiting = await queues.SubjectsInAsync(
                    Subjects.AnswerStream,
                    Subjects.AnswersTo(head),
                    patience
                );
                if (jobs is null || waiting is null || !await shelf.HasAsync(Study, package.Length, patience))
                {
                    await queues.PrepareAsync(patience);
                    await shelf.PutAsync(Study, package, patience);
                }

                int[] known = [.. (jobs?.Keys ?? []).Select(Subjects.NumberIn).OfType<int>()];
                foreach (
                    HandedOut lost in under.Where(_ => waiting is not { Count: > 0 }).ExceptBy(known, pair => pair.Key).Select(p => p.Value)
                )
                {
                    lost.SendAgain();
                }
            },
            stop
        );

    /// <summary>Takes back what was handed out, as far as nobody has begun it.</summary>
    public Task ForgetAsync(TimeSpan within) =>
        connection.IsUp
            ? TryAsync(patience => queues.ForgetJobsAsync(head, patience).WaitAsync(within, patience), CancellationToken.None)
            : Task.CompletedTask;

    /// <summary>Passes on what comes in, until it is ended.</summary>
    public async Task ReceiveAsync(ChannelWriter<INatsJSMsg<byte[]>> into, CancellationToken end)
    {
        bool isFirst = true;
        while (!end.IsCancellationRequested)
        {
            try
            {
                // Anew each time, so that what was delivered to a head that was killed is delivered again.
                INatsJSConsumer consumer = await queues.AnswersAsync(head, isFirst, end);
                isFirst = false;
                var fetch = new NatsJSFetchOpts { MaxMsgs = AtOnce, Expires = Round };
                await foreach (INatsJSMsg<byte[]> answer in consumer.FetchAsync<byte[]>(fetch, cancellationToken: end))
                {
                    await into.WriteAsync(answer, end);
                }
            }
            catch (Exception error) when (IsOfServer(error, end))
            {
                await WaitAsync(Pause, end);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Tells what workers say of themselves, until it is ended.</summary>
    public async Task ListenAsync(Action<WorkerState> hear, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await foreach (NatsMsg<byte[]> said in connection.Nats.SubscribeAsync<byte[]>(Subjects.AllWorkers, cancellationToken: end))
                {
                    if (WorkerState.Read(said.Data) is { } state)
                    {
                        hear(state);
                    }
                }
            }
            catch (Exception error) when (IsOfServer(error, end))
            {
                await WaitAsync(Pause, end);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task WaitAsync(TimeSpan time, CancellationToken end)
    {
        try
        {
            await Task.Delay(time, end);
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private static bool IsOfServer(Exception error, CancellationToken stop) =>
        error is NatsException or TimeoutException || (error is OperationCanceledException && !stop.IsCancellationRequested);

    private async Task<bool> TryAsync(Func<CancellationToken, Task> act, CancellationToken stop)
    {
        try
        {
            if (!connection.IsUp)
            {
                throw new TimeoutException();
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(Patience);
            await act(patience.Token);
        }
        catch (Exception error) when (IsOfServer(error, stop))
        {
            if (!IsLost)
            {
                observer.LosesServer();
            }

            IsLost = true;
            return false;
        }

        if (IsLost)
        {
            observer.FindsServer();
        }

        IsLost = false;
        return true;
    }
}
