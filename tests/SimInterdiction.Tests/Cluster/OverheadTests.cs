using System.Diagnostics;
using SimInterdiction.Application.Runs;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cluster;

/// <summary>What handing out, simulating elsewhere and taking in costs, measured on one machine.</summary>
[NonParallelizable]
public sealed class OverheadTests
{
    private const int Chunks = 2000;

    [Test]
    [Explicit("Measures for a minute.")]
    [Category("Slow")]
    public void A_small_chunk_costs_some_milliseconds()
    {
        using var server = new NatsServer();
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server) { UsualChunk = TimeSpan.Zero };
        cluster.AddWorker();
        cluster.AddWorker();
        RunRequest(desk, 20);
        var clock = Stopwatch.StartNew();
        RunRequest(desk, 20 + Chunks);
        double each = clock.Elapsed.TotalMilliseconds / Chunks;
        TestContext.Out.WriteLine($"{each:0.0} ms for each of {Chunks} chunks of 3 replications, simulating them and the answer included.");
        Assert.That(each, Is.LessThan(60));

        void RunRequest(Desk asked, int replications) =>
            Assert.That(cluster.Run(asked, asked.Run with { Replications = replications }), Is.InstanceOf<RunOutcome.Completed>());
    }
}
