using System.Diagnostics;
using NATS.Client.JetStream;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Cluster;

/// <summary>Somebody who has the token and sends what no worker would.</summary>
internal sealed class Rogue(ServerConnection connection)
{
    // A head that could not begin hands nothing out, and says so only when it is asked how it ended.
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly ServerQueues queues = new(connection.Streams);

    /// <summary>Waits for a job and gives it; it stays in its queue.</summary>
    public ChunkJob SeenJob()
    {
        IReadOnlyList<ChunkJob> seen = [];
        Assert.That(SpinWait.SpinUntil(() => (seen = SeenJobs()).Count > 0, LongEnough), Is.True, "The head hands nothing out.");
        return seen[0];
    }

    /// <summary>All jobs that are in a queue now, as they were sent last.</summary>
    public IReadOnlyList<ChunkJob> SeenJobs() =>
        [
            .. (queues.SubjectsInAsync(Subjects.JobStream, Subjects.AllJobs, CancellationToken.None).Result?.Keys ?? [])
                .Order(StringComparer.Ordinal)
                .Select(subject => queues.LastOfAsync(Subjects.JobStream, subject, CancellationToken.None).Result)
                .Select(message => message is null ? null : ChunkJob.Read(message.Data.Span))
                .OfType<ChunkJob>(),
        ];

    /// <summary>Takes jobs that are there, at least one, and never answers.</summary>
    public ChunkJob[] TakeAndForget(int most)
    {
        INatsJSConsumer consumer = queues.JobsAsync(ModelVersion.Current, CancellationToken.None).Result;
        var taken = new List<ChunkJob>();
        bool isMore = true;
        var clock = Stopwatch.StartNew();
        while (taken.Count < most && (isMore || taken.Count == 0))
        {
            Assert.That(clock.Elapsed, Is.LessThan(LongEnough), "The head hands nothing out.");
            var next = new NatsJSNextOpts { Expires = TimeSpan.FromSeconds(1) };
            INatsJSMsg<byte[]>? message = consumer.NextAsync<byte[]>(opts: next).AsTask().Result;
            isMore = message is not null;
            if (ChunkJob.Read(message?.Data) is { } job)
            {
                taken.Add(job);
            }
        }

        return [.. taken];
    }

    /// <summary>Takes a job and says that it is at it, until it is ended.</summary>
    public ChunkJob TakeAndHold(CancellationToken end)
    {
        INatsJSConsumer consumer = queues.JobsAsync(ModelVersion.Current, CancellationToken.None).Result;
        INatsJSMsg<byte[]>? message = null;
        var clock = Stopwatch.StartNew();
        while (message is null)
        {
            Assert.That(clock.Elapsed, Is.LessThan(LongEnough), "The head hands nothing out.");
            message = consumer
                .NextAsync<byte[]>(opts: new NatsJSNextOpts { Expires = TimeSpan.FromSeconds(1) }, cancellationToken: end)
                .AsTask()
                .Result;
        }

        ChunkJob job = ChunkJob.Read(message.Data)!;
        _ = Task.Run(
            async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    SayAt("slow", job);
                    await message.AckProgressAsync(cancellationToken: CancellationToken.None);
                    await Task.Delay(500, CancellationToken.None);
                }
            },
            CancellationToken.None
        );
        return job;
    }

    /// <summary>The answer to a job, right or with one bit wrong.</summary>
    public byte[] AnswerTo(ChunkJob job, bool isRight, string? study = null)
    {
        var shelf = new StudyShelf(queues, connection.MostBytes);
        StudyPackage package = shelf.GetAsync(job.Study, CancellationToken.None).Result!;
        Scenario scenario = ScenarioReader
            .ReadText(package.Document.Scenario, "x.yaml", options: new ReadingOptions { AsksWhatIfs = false })
            .Scenario!;
        var simulation = new ChunkSimulation(
            scenario,
            new StudyOptions { Seed = package.Document.Seed },
            [.. package.Arms.Select(arm => arm.ToArm())],
            s => isRight ? SimulatedWorld.Compile(s) : new WrongWorld(SimulatedWorld.Compile(s))
        );
        using ChunkSimulator simulator = simulation.ForOneThread();
        return ChunkAnswer.Write(
            new ChunkAnswer
            {
                Study = study ?? job.Study,
                Chunk = job.Chunk,
                Kind = AnswerKind.Simulated,
                WorkerId = "rogue",
                Worker = "rogue (a doubtful processor)",
            },
            simulator.Simulate(job.Arms, job.First, job.Last, int.MaxValue, CancellationToken.None)
        );
    }

    /// <summary>Says what a worker says that is at a chunk; one that dies says it for the last time.</summary>
    public void SayAt(string id, params ChunkJob[] jobs) =>
        connection
            .Nats.PublishAsync(
                Subjects.Worker(id),
                new WorkerState
                {
                    Id = id,
                    Machine = id,
                    Process = 1,
                    Processor = "a doubtful processor",
                    ModelVersion = ModelVersion.Current,
                    Slots = Math.Max(1, jobs.Length),
                    Doing = [.. jobs.Select(job => WorkerState.ChunkIn(job.Chunk))],
                }.ToBytes()
            )
            .AsTask()
            .Wait();

    public void Send(ChunkJob job, byte[] message) =>
        Assert.That(queues.TryPutAsync(Subjects.Answer(job.Head, job.Chunk), message, CancellationToken.None).Result, Is.True);

    /// <summary>A machine that miscounts in the last bit.</summary>
    private sealed class WrongWorld(IWorld right) : IWorld
    {
        public IReadOnlyList<string> EntryNames(Dimension dimension) => right.EntryNames(dimension);

        public ISimulator Simulate(Arm arm) => new WrongSimulator(right.Simulate(arm));

        private sealed class WrongSimulator(ISimulator right) : ISimulator
        {
            public WorkDone Work => right.Work;

            public void Run(int replication, ReplicationRecord into, CancellationToken cancellation)
            {
                right.Run(replication, into, cancellation);
                double total = into.Totals[(int)Total.FirearmsDispatched];
                into.Totals[(int)Total.FirearmsDispatched] = Math.BitIncrement(total);
            }

            public void Dispose() => right.Dispose();
        }
    }
}
