using System.Diagnostics;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cli;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cluster;

/// <summary>Slow workers, wrong clocks and networks that forward nothing change no byte.</summary>
[NonParallelizable]
public sealed class TroubledClusterTests
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
    [Explicit("Processes of several seconds.")]
    [Category("Slow")]
    public void A_worker_whose_clock_is_a_year_off_simulates_the_same()
    {
        const string Program = "/usr/bin/faketime";
        if (!File.Exists(Program))
        {
            Assert.Ignore("no faketime (Debian: apt-get install faketime)");
        }

        using var server = new NatsServer();
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        var start = new ProcessStartInfo(
            Program,
            [
                "-f",
                "+400d",
                "dotnet",
                typeof(ExitCode).Assembly.Location,
                "worker",
                "--join",
                server.Url,
                "--slots",
                "1",
                "--token-file",
                server.TokenFile,
                "--quiet",
            ]
        )
        {
            RedirectStandardError = true,
        };
        start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        using Process worker = Process.Start(start)!;
        try
        {
            Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
            Assert.That(run.Wait(TimeSpan.FromSeconds(40)), Is.True);
            ComesOutAsAlone(run.Result, busy: 0);
        }
        finally
        {
            worker.Kill(entireProcessTree: true);
            worker.WaitForExit();
        }
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
}
