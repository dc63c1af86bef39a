using System.Diagnostics;
using SimInterdiction.Cli;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Tests.Application;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Cluster;

/// <summary>Processes that are killed at any moment, as power cuts and schedulers do.</summary>
[NonParallelizable]
public sealed class KilledClusterTests
{
    private const int Replications = 400;
    private const int Kills = 30;

    // So many that none of the kills comes when all is done.
    private const int ReplicationsOfDrill = 1_500;
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);

    [Test]
    [Explicit("Processes of several seconds.")]
    [Category("Slow")]
    public void A_worker_that_is_asked_to_end_gives_its_chunk_back_at_once()
    {
        using var server = new NatsServer();
        using var desk = new Desk();
        desk.MakeBusy(Replications);
        using SimintProcess worker = Worker(server);
        using SimintProcess head = Head(server, desk);
        Assert.That(SpinWait.SpinUntil(() => Chunks(desk) > 0, LongEnough), Is.True);
        var clock = Stopwatch.StartNew();
        worker.Terminate();
        Assert.That(worker.WaitForExit(), Is.EqualTo(ExitCode.Ok));
        Assert.That(clock.Elapsed, Is.LessThan(ServerQueues.Lease), "nobody waits until its chunk is taken from it");
        using SimintProcess next = Worker(server);
        EndsWell(head, desk, Replications);
        next.Terminate();
        next.WaitForExit();
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [Explicit("Minutes of processes started and killed.")]
    [Category("Slow")]
    public void Thirty_kills_of_workers_head_and_server_change_no_byte(int seed) => Drill(seed);

    [Test]
    [Explicit("Minutes, by hand.")]
    [Category("Drill")]
    public void Nor_do_two_hundred_more([Range(4, 10)] int seed) => Drill(seed);

    private static void Drill(int seed)
    {
        var random = new Random(seed);
        using var server = new NatsServer();
        using var desk = new Desk();
        desk.MakeBusy(ReplicationsOfDrill);
        var processes = new SimintProcess?[3];
        int kills = 0;
        try
        {
            for (; kills < Kills && !IsDone(processes[0]); kills++)
            {
                Revive();
                Thread.Sleep(random.Next(200, 1500));
                if (random.Next(5) == 0)
                {
                    KillServer();
                }
                else
                {
                    End(ref processes[random.Next(processes.Length)]);
                }
            }

            var clock = Stopwatch.StartNew();
            while (!IsDone(processes[0]) && clock.Elapsed < LongEnough)
            {
                Revive();
                Thread.Sleep(200);
            }

            Assert.That(kills, Is.EqualTo(Kills), "the study was done before");
            EndsWell(processes[0]!, desk, ReplicationsOfDrill);
        }
        finally
        {
            for (int i = 0; i < processes.Length; i++)
            {
                End(ref processes[i]);
            }
        }

        // Whoever was killed, or came while the server was away, is started again, as by whoever looks after it.
        void Revive()
        {
            for (int i = 0; i < processes.Length; i++)
            {
                if (processes[i] is { HasEnded: true } && !IsDone(processes[i]))
                {
                    Assert.That(processes[i]!.WaitForExit(), Is.AnyOf(ExitCode.Usage, ExitCode.RunFailed), processes[i]!.Error);
                    End(ref processes[i]);
                }

                processes[i] ??= i == 0 ? Head(server, desk) : Worker(server);
            }
        }

        void KillServer()
        {
            server.Kill();
            if (random.Next(2) == 0)
            {
                server.LoseStore();
            }

            Thread.Sleep(random.Next(1500));
            server.Start();
        }
    }

    private static void End(ref SimintProcess? process)
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    private static bool IsDone(SimintProcess? process) => process is { HasEnded: true } && process.WaitForExit() == ExitCode.Ok;

    private static void EndsWell(SimintProcess head, Desk desk, int replications)
    {
        Assert.That(SpinWait.SpinUntil(() => head.HasEnded, LongEnough), Is.True, "The head does not end.");
        Assert.That(head.WaitForExit(), Is.EqualTo(ExitCode.Ok), head.Error);
        using var alone = new Desk();
        alone.MakeBusy(replications);
        Assert.That(Desk.NumbersIn(RunOf(desk)), Is.EqualTo(Desk.Numbers(alone.Completed())));
    }

    private static string RunOf(Desk desk) => Directory.GetDirectories(Path.Combine(desk.Folder, "results", "plan")).Single();

    private static int Chunks(Desk desk)
    {
        string results = Path.Combine(desk.Folder, "results");
        return Directory.Exists(results) ? Directory.GetFiles(results, "*.parquet", SearchOption.AllDirectories).Length : 0;
    }

    private static SimintProcess Head(NatsServer server, Desk desk) =>
        new(
            "run",
            desk.File,
            "--no-figures",
            "--out",
            Path.Combine(desk.Folder, "results"),
            "--on",
            server.Url,
            "--token-file",
            server.TokenFile
        );

    private static SimintProcess Worker(NatsServer server) =>
        new("worker", "--join", server.Url, "--slots", "1", "--token-file", server.TokenFile);
}
