using System.Collections.Concurrent;
using System.Diagnostics;
using NATS.Client.Core;
using NATS.Client.JetStream;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Benchmarks.Programs;

/// <summary>Workers that have simulated everything before, and answer at once or after a while; each says that its
/// chunk took four seconds, so that chunks have one replication. What takes time then is the head and the
/// server.</summary>
internal static class PretendWorkers
{
    private const double ClaimedSeconds = 4;
    private const int WorkersOfConnection = 100;

    /// <summary>Answers so many chunks, and prints how many, the seconds until the head has taken the last, and the
    /// bytes of each answer. Ends when there is no more input, so that its time is not taken for the head's.</summary>
    /// <param name="url">The server.</param>
    /// <param name="tokenFile">The file with its token.</param>
    /// <param name="workers">How many, of one slot each.</param>
    /// <param name="chunks">How many chunks there are.</param>
    /// <param name="seconds">How long each takes.</param>
    public static async Task Run(string url, string tokenFile, int workers, int chunks, double seconds)
    {
        var connections = new List<ServerConnection>();
        for (int i = 0; i < workers; i += WorkersOfConnection)
        {
            connections.Add(await Connect(url, await File.ReadAllTextAsync(tokenFile)));
        }

        using var end = new CancellationTokenSource();
        var desk = new Answers(connections[0], chunks, seconds, end);
        Task[] all =
        [
            .. Enumerable.Range(0, workers).Select(i => Task.Run(() => Work(connections[i / WorkersOfConnection], i, desk, end.Token))),
            .. connections.Select((connection, i) => Task.Run(() => Say(connection, i, workers, end.Token))),
        ];
        await Task.WhenAll(all);
        Console.WriteLine(FormattableString.Invariant($"{desk.Answered} {desk.Seconds:0.000} {desk.Bytes / desk.Answered}"));
        foreach (ServerConnection connection in connections)
        {
            await connection.DisposeAsync();
        }

        await Console.In.ReadToEndAsync();
    }

    private static async Task<ServerConnection> Connect(string url, string token)
    {
        while (ClusterAddress.TryParse(url, allowsPlain: false, out ClusterAddress? address, out _))
        {
            if (
                await ServerConnection.OpenAsync(address, token.Trim(), authorities: null, CancellationToken.None)
                is ConnectionOutcome.Open open
            )
            {
                return open.Connection;
            }

            await Task.Delay(200);
        }

        throw new ArgumentException("That is no address of a server.", nameof(url));
    }

    // As a slot of a worker does it.
    private static async Task Work(ServerConnection connection, int number, Answers answers, CancellationToken end)
    {
        var queues = new ServerQueues(connection.Streams);
        INatsJSConsumer? jobs = null;
        while (!end.IsCancellationRequested)
        {
            try
            {
                jobs ??= await queues.JobsAsync(ModelVersion.Current, end);
                var next = new NatsJSNextOpts { Expires = TimeSpan.FromSeconds(30) };
                if (await jobs.NextAsync<byte[]>(opts: next, cancellationToken: end) is { } message)
                {
                    ChunkJob job = ChunkJob.Read(message.Data)!;
                    await Say(connection, number, job, end);
                    byte[] answer = await answers.To(job, end);
                    await queues.TryPutAsync(Subjects.Answer(job.Head, job.Chunk), answer, end);
                    await message.AckAsync(cancellationToken: end);
                    answers.Sent(answer.Length);
                }
            }
            catch (Exception error) when (error is NatsException or TimeoutException or OperationCanceledException)
            {
                jobs = null;
            }
        }
    }

    private static async Task Say(ServerConnection connection, int number, int workers, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                for (int i = number * WorkersOfConnection; i < Math.Min(workers, (number + 1) * WorkersOfConnection); i++)
                {
                    await Say(connection, i, null, CancellationToken.None);
                }
            }
            catch (NatsException)
            {
                // The machine is too busy: a worker is not heard this time.
            }

            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private static ValueTask Say(ServerConnection connection, int number, ChunkJob? job, CancellationToken end)
    {
        var state = new WorkerState
        {
            Id = $"pretend{number}",
            Machine = "pretends",
            Process = number,
            Processor = "none",
            ModelVersion = ModelVersion.Current,
            Slots = 1,
            Doing = job is null ? [] : [WorkerState.ChunkIn(job.Chunk)],
        };
        return connection.Nats.PublishAsync(Subjects.Worker(state.Id), state.ToBytes(), cancellationToken: end);
    }

    private sealed class Answers(ServerConnection connection, int chunks, double seconds, CancellationTokenSource end)
    {
        private readonly Lock gate = new();
        private readonly ConcurrentDictionary<int, SimulatedChunk[]> known = [];
        private Task? simulating;
        private long began;
        private long ended;
        private int answered;
        private long bytes;

        public int Answered => answered;

        public double Seconds => Stopwatch.GetElapsedTime(began, ended).TotalSeconds;

        public long Bytes => bytes;

        public async Task<byte[]> To(ChunkJob job, CancellationToken stop)
        {
            lock (gate)
            {
                simulating ??= Simulate(job);
            }

            await simulating;
            await Task.Delay(TimeSpan.FromSeconds(seconds), stop);
            return ChunkAnswer.Write(
                new ChunkAnswer
                {
                    Study = job.Study,
                    Chunk = job.Chunk,
                    Kind = AnswerKind.Simulated,
                    WorkerId = "pretend0",
                    Worker = "pretends",
                    Seconds = ClaimedSeconds,
                },
                [.. Enumerable.Range(job.First, job.Last - job.First + 1).SelectMany(replication => known[replication])]
            );
        }

        public void Sent(int size)
        {
            Interlocked.Add(ref bytes, size);
            if (Interlocked.Increment(ref answered) == chunks)
            {
                _ = EndWhenTaken();
            }
        }

        private async Task EndWhenTaken()
        {
            var queues = new ServerQueues(connection.Streams);
            while ((await queues.SubjectsInAsync(Subjects.AnswerStream, Subjects.AllAnswers, CancellationToken.None))?.Count > 0)
            {
                await Task.Delay(50);
            }

            ended = Stopwatch.GetTimestamp();
            await end.CancelAsync();
        }

        private async Task Simulate(ChunkJob job)
        {
            var shelf = new StudyShelf(new ServerQueues(connection.Streams), connection.MostBytes);
            StudyPackage package = (await shelf.GetAsync(job.Study, CancellationToken.None))!;
            package.Document.TryOpen([.. package.Arms.Select(arm => arm.ToArm())], out ChunkSimulation? simulation, out _);
            using ChunkSimulator simulator = simulation!.ForOneThread();
            int[] arms = [.. Enumerable.Range(0, package.Arms.Count)];
            for (int replication = 0; replication < chunks; replication++)
            {
                known[replication] = [.. simulator.Simulate(arms, replication, replication, int.MaxValue, CancellationToken.None)];
            }

            began = Stopwatch.GetTimestamp();
        }
    }
}
