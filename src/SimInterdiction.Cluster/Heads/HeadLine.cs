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
    private readonly string session;
    private readonly IObserveCluster observer;
    private bool isFull;

    /// <param name="connection">The server.</param>
    /// <param name="package">The study.</param>
    /// <param name="folder">Where its chunks are kept: the same study in the same folder is the same head.</param>
    /// <param name="session">Which time it is at work.</param>
    /// <param name="observer">Hears whether the server is there.</param>
    public HeadLine(ServerConnection connection, StudyPackage package, string folder, string session, IObserveCluster observer)
    {
        this.connection = connection;
        this.session = session;
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
    /// <returns>Whether it is; not where the server is away, or has no room.</returns>
    public Task<bool> BeginAsync(CancellationToken stop) =>
        PutAsync(
            async patience =>
            {
                await queues.PrepareAsync(patience);
                await queues.ForgetJobsAsync(Subjects.JobsOf(head), patience);
                return await shelf.PutAsync(Study, package, patience);
            },
            stop
        );

    /// <summary>Hands a chunk out.</summary>
    /// <returns>Whether the server has it; not where it is away, or has no room.</returns>
    public Task<bool> PutAsync(HandedOut handed, CancellationToken stop)
    {
        CutChunk chunk = handed.Chunk;
        var job = new ChunkJob(Study, head, handed.Name, chunk.First, chunk.Last, chunk.Arms, [.. handed.Failures.Keys]);
        return PutAsync(
            patience => queues.TryPutAsync(Subjects.Job(ModelVersion.Current, head, handed.Name), job.ToBytes(), patience),
            stop
        );
    }

    /// <summary>Takes back a chunk that nobody need simulate any more.</summary>
    public Task WithdrawAsync(ChunkName chunk, CancellationToken stop) =>
        TryAsync(patience => queues.ForgetJobsAsync(Subjects.Job(ModelVersion.Current, head, chunk), patience), stop);

    public Task<bool> AcknowledgeAsync(INatsJSMsg<byte[]> answer, CancellationToken stop) =>
        TryAsync(patience => answer.AckAsync(cancellationToken: patience).AsTask(), stop);

    /// <summary>Compares what was handed out with what the server has: what is in neither queue, the server has lost,
    /// and is handed out again. An answer that was taken but not acknowledged keeps no other chunk waiting.</summary>
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

                HashSet<int> undone = NumbersIn(jobs);
                HashSet<int> answered = NumbersIn(waiting);
                foreach ((int number, HandedOut handed) in under)
                {
                    handed.IsAnswered = answered.Contains(number);
                    if (!handed.IsAnswered && !undone.Contains(number))
                    {
                        handed.SendAgain();
                    }
                }
            },
            stop
        );

    /// <summary>Takes back what was handed out, as far as nobody has begun it.</summary>
    /// <param name="forgetsAnswers">Whether answers that are still there are of no use to anybody.</param>
    /// <param name="within">How long it may take at most.</param>
    public Task ForgetAsync(bool forgetsAnswers, TimeSpan within) =>
        connection.IsUp
            ? TryAsync(patience => ForgetAsync(forgetsAnswers, patience).WaitAsync(within, patience), CancellationToken.None)
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

    private HashSet<int> NumbersIn(IReadOnlyDictionary<string, long>? subjects) =>
        [.. (subjects?.Keys ?? []).Select(subject => Subjects.NumberIn(subject, session)).OfType<int>()];

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

    private async Task ForgetAsync(bool forgetsAnswers, CancellationToken patience)
    {
        await queues.ForgetJobsAsync(Subjects.JobsOf(head), patience);
        if (forgetsAnswers)
        {
            await queues.ForgetAnswersAsync(head, patience);
        }
    }

    private async Task<bool> PutAsync(Func<CancellationToken, Task<bool>> put, CancellationToken stop)
    {
        bool isThere = false;
        if (!await TryAsync(async patience => isThere = await put(patience), stop))
        {
            return false;
        }

        if (!isThere && !isFull)
        {
            observer.FindsServerFull();
        }

        isFull = !isThere;
        return isThere;
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
