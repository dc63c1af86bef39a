using System.Diagnostics;
using SimInterdiction.Application.Runs;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cluster;

/// <summary>Whatever happens to server and workers in the middle of a run, it goes on and comes out the same.</summary>
[NonParallelizable]
public sealed class LostServerTests
{
    private const int Replications = 120;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    [TestCase(false)]
    [TestCase(true)]
    [Explicit("Waits for a server that is away.")]
    [Category("Slow")]
    public void A_server_that_dies_and_comes_back_loses_nothing_even_if_it_lost_everything(bool losesStore)
    {
        using var server = new NatsServer();
        using var desk = Busy();
        using var cluster = new ClusterDesk(server) { UsualChunk = TimeSpan.Zero };
        cluster.AddWorker();
        cluster.AddWorker();
        int done = 0;
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk, ear: new Ear { AtReplication = now => Volatile.Write(ref done, now) }));
        Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref done) >= 10, LongEnough), Is.True);
        server.Kill();
        if (losesStore)
        {
            server.LoseStore();
        }

        Assert.That(SpinWait.SpinUntil(() => cluster.Said.Contains("head loses server"), TimeSpan.FromSeconds(10)), Is.True);
        int before = Volatile.Read(ref done);
        server.Start();
        var clock = Stopwatch.StartNew();
        Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref done) > before || run.IsCompleted, LongEnough), Is.True);
        Assert.That(clock.Elapsed.TotalSeconds, Is.LessThan(10), "after its return");
        Assert.That(run.Wait(LongEnough), Is.True);
        Assert.That(cluster.Said, Does.Contain("head finds server"));
        ComesOutAsAlone(run.Result);
    }

    [Test]
    [Explicit("Leases run out.")]
    [Category("Slow")]
    public void Workers_come_and_go_and_the_last_of_them_finish()
    {
        using var server = new NatsServer();
        using var desk = Busy();
        using var cluster = new ClusterDesk(server);
        int done = 0;
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk, ear: new Ear { AtReplication = now => Volatile.Write(ref done, now) }));
        foreach (int workers in new[] { 0, 2, 1, 3 })
        {
            cluster.StopWorkers();
            for (int i = 0; i < workers; i++)
            {
                cluster.AddWorker();
            }

            int before = Volatile.Read(ref done);
            SpinWait.SpinUntil(() => run.IsCompleted || Volatile.Read(ref done) > before + 5, TimeSpan.FromSeconds(workers == 0 ? 1 : 30));
        }

        Assert.That(run.Wait(LongEnough), Is.True);
        ComesOutAsAlone(run.Result);
    }

    private static Desk Busy()
    {
        var desk = new Desk();
        desk.MakeBusy(Replications);
        return desk;
    }

    private static void ComesOutAsAlone(RunOutcome outcome)
    {
        using Desk alone = Busy();
        Assert.That(outcome, Is.InstanceOf<RunOutcome.Completed>());
        Assert.That(Desk.Numbers(((RunOutcome.Completed)outcome).Run), Is.EqualTo(Desk.Numbers(alone.Completed())));
    }
}
