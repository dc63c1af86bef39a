using NATS.Client.JetStream;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Tests.Cluster.Queues;

/// <summary>What a server lets its clients do.</summary>
public sealed class ServerQueuesTests
{
    // A server of itself lets 512 wait.
    [Test]
    public async Task A_thousand_slots_may_ask_for_a_chunk_at_once()
    {
        const int Slots = 1_000;
        using var server = new NatsServer();
        ServerConnection connection = await server.ConnectAsync();
        await using (connection)
        {
            INatsJSConsumer jobs = await new ServerQueues(connection.Streams).JobsAsync(ModelVersion.Current, CancellationToken.None);
            using var end = new CancellationTokenSource();
            var next = new NatsJSNextOpts { Expires = TimeSpan.FromSeconds(20) };
            Task[] asking =
            [
                .. Enumerable.Range(0, Slots).Select(_ => jobs.NextAsync<byte[]>(opts: next, cancellationToken: end.Token).AsTask()),
            ];
            Assert.That(() => Waiting(jobs), Is.EqualTo(Slots).After(delayInMilliseconds: 10_000, pollingInterval: 50));
            await end.CancelAsync();
            await Task.WhenAll(asking).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static long Waiting(INatsJSConsumer jobs)
    {
        jobs.RefreshAsync().AsTask().Wait();
        return jobs.Info.NumWaiting;
    }
}
