using System.Diagnostics;
using System.Text.RegularExpressions;
using NATS.Client.JetStream;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Cluster.Workers;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Tests.Application;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Cluster;

/// <summary>Slow workers, wrong clocks and networks that forward nothing change no byte.</summary>
[NonParallelizable]
public sealed partial class TroubledClusterTests
{
    private const int Replications = 120;
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);

    [Test]
    [Explicit("Waits for a worker that takes too long.")]
    [Category("Slow")]
    public void A_chunk_of_a_slow_worker_is_simulated_by_another_and_may_come_late()
    {
        using var server = new NatsServer();
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        rogue.SeenJob();
        using var end = new CancellationTokenSource();
        ChunkJob slow = rogue.TakeAndHold(end.Token);
        var clock = Stopwatch.StartNew();
        cluster.AddWorker();
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(clock.Elapsed.TotalSeconds, Is.GreaterThan(3), "it was waited for at first");
        ComesOutAsAlone(run.Result, busy: 0);
        rogue.Send(slow, rogue.AnswerTo(slow, isRight: true));
        end.Cancel();
        Assert.That(cluster.Said.Where(said => said.StartsWith("fails", StringComparison.Ordinal)), Is.Empty);
        Assert.That(cluster.Run(desk), Is.InstanceOf<RunOutcome.Completed>());
    }

    [Test]
    [Explicit("A slow network takes longer than a lease.")]
    [Category("Slow")]
    public async Task A_study_that_comes_slowly_is_waited_for_and_nobody_else_gets_its_chunks()
    {
        using var server = new NatsServer();
        using var relay = new Relay(server.Port);
        using var desk = new Desk();
        desk.Replace("replications: 40", "replications: 2");
        using var cluster = new ClusterDesk(server);
        cluster.AddWorker(slots: 2, port: relay.Port);
        relay.Lag = TimeSpan.FromSeconds(1.35);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        ServerConnection connection = cluster.Connect();
        new Rogue(connection).SeenJob();
        INatsJSConsumer jobs = await new ServerQueues(connection.Streams).JobsAsync(ModelVersion.Current, CancellationToken.None);
        Assert.That(() => AreAllTaken(jobs), Is.True.After(delayInMilliseconds: 10_000, pollingInterval: 50));
        var clock = Stopwatch.StartNew();
        var longerThanLease = new NatsJSNextOpts { Expires = ServerQueues.Lease + TimeSpan.FromSeconds(1) };
        Assert.That(await jobs.NextAsync<byte[]>(opts: longerThanLease), Is.Null, "handed to somebody else");
        Assert.That(SpinWait.SpinUntil(() => cluster.Answers > 0, TimeSpan.FromSeconds(10)), Is.True);
        TestContext.Out.WriteLine($"Answered after {clock.Elapsed.TotalSeconds:0.0} s.");
        Assert.That(clock.Elapsed, Is.GreaterThan(ServerQueues.Lease), "it came as fast as ever");
        relay.Lag = TimeSpan.Zero;
        Assert.That(run.Wait(LongEnough), Is.True);
        INatsJSStream answers = await connection.Streams.GetStreamAsync(Subjects.AnswerStream);
        Assert.That(answers.Info.State.LastSeq, Is.EqualTo(2), "a chunk went back");

        static bool AreAllTaken(INatsJSConsumer jobs)
        {
            jobs.RefreshAsync().AsTask().Wait();
            return jobs.Info is { NumPending: 0, NumAckPending: 2 };
        }
    }

    [Test]
    public void A_head_whose_clock_is_a_year_off_comes_to_the_same_and_sees_its_workers()
    {
        using var server = new NatsServer();
        using var desk = new Desk();
        var clock = new LateClock();
        using var cluster = new ClusterDesk(server) { Clock = clock };
        cluster.AddWorker();
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        ComesOutAsAlone(run.Result, busy: 0);
        ListedWorker[] listed = [.. WorkerList.ReadAsync(cluster.Connect(), clock, CancellationToken.None).Result!];
        Assert.That(listed.Select(worker => (worker.IsThere, worker.Age)), Is.EqualTo(new[] { (true, TimeSpan.Zero) }));
    }

    [Test]
    public void Neither_head_nor_workers_look_at_the_time_of_day()
    {
        string[] looking =
        [
            .. Directory
                .GetFiles(Files.InRepository("src/SimInterdiction.Cluster"), "*.cs", SearchOption.AllDirectories)
                .Where(file => WallClock().IsMatch(File.ReadAllText(file)))
                .Select(file => Path.GetFileName(file)),
        ];
        Assert.That(looking, Is.EqualTo(new[] { "WorkerList.cs" }), "which tells how long ago those were heard who are gone");
    }

    [TestCase(false)]
    [TestCase(true)]
    [Explicit("A network is down for a minute.")]
    [Category("Drill")]
    public void A_network_that_forwards_nothing_for_a_minute_loses_nothing(bool isOfHead)
    {
        using var server = new NatsServer();
        using var relay = new Relay(server.Port);
        using var desk = new Desk();
        desk.MakeBusy(Replications);
        using var cluster = new ClusterDesk(server) { UsualChunk = TimeSpan.Zero, HeadPort = isOfHead ? relay.Port : null };
        cluster.AddWorker(port: isOfHead ? null : relay.Port);
        int done = 0;
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk, ear: new Ear { AtReplication = now => Volatile.Write(ref done, now) }));
        Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref done) >= 10, LongEnough), Is.True);
        relay.IsSilent = true;
        Thread.Sleep(TimeSpan.FromSeconds(60));
        int before = Volatile.Read(ref done);
        Assert.That(run.IsCompleted, Is.False);
        relay.IsSilent = false;
        var clock = Stopwatch.StartNew();
        Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref done) > before || run.IsCompleted, LongEnough), Is.True);
        TestContext.Out.WriteLine($"Went on after {clock.Elapsed.TotalSeconds:0.0} s.");
        Assert.That(clock.Elapsed.TotalSeconds, Is.LessThan(10), "after its return");
        Assert.That(run.Wait(LongEnough), Is.True);
        ComesOutAsAlone(run.Result, Replications);
    }

    [GeneratedRegex(@"\bGet(Utc|Local)Now\b|\b(DateTime|DateTimeOffset)\.(Utc)?Now\b")]
    private static partial Regex WallClock();

    private static void ComesOutAsAlone(RunOutcome outcome, int busy)
    {
        using var alone = new Desk();
        if (busy > 0)
        {
            alone.MakeBusy(busy);
        }

        Assert.That(outcome, Is.InstanceOf<RunOutcome.Completed>());
        Assert.That(Desk.Numbers(((RunOutcome.Completed)outcome).Run), Is.EqualTo(Desk.Numbers(alone.Completed())));
    }

    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddYears(1);
    }
}
