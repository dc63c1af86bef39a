using NATS.Client.JetStream;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;
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

    // Debian's server, 2.9.10, then says now and then that streams overlap, or answers some of them nothing.
    [Test]
    public async Task Several_that_come_as_a_server_starts_all_get_in()
    {
        const int Starts = 30;
        const int Machines = 4;
        for (int start = 0; start < Starts; start++)
        {
            using var server = new NatsServer();
            ServerConnection[] all = await Task.WhenAll(Enumerable.Range(0, Machines).Select(_ => Task.Run(() => server.ConnectAsync())));
            foreach (ServerConnection connection in all)
            {
                await connection.DisposeAsync();
            }
        }
    }

    // Debian's server, 2.9.10, skips all of them after a purge of some.
    [Test]
    public async Task Jobs_that_are_forgotten_keep_no_others_from_being_delivered()
    {
        using var server = new NatsServer();
        ServerConnection connection = await server.ConnectAsync();
        await using (connection)
        {
            var queues = new ServerQueues(connection.Streams);
            INatsJSConsumer jobs = await queues.JobsAsync("v", CancellationToken.None);
            string[] subjects = [.. "aabcd".Select(head => Subjects.Job("v", $"{head}", new ChunkName("s", 1)))];
            foreach (string subject in subjects)
            {
                await queues.TryPutAsync(subject, [], CancellationToken.None);
            }

            await queues.ForgetJobsAsync(Subjects.JobsOf("a"), CancellationToken.None);
            await queues.ForgetJobsAsync(subjects[3], CancellationToken.None);
            var delivered = new List<string>();
            for (int i = 0; i < 2; i++)
            {
                INatsJSMsg<byte[]>? next = await jobs.NextAsync<byte[]>(opts: new NatsJSNextOpts { Expires = TimeSpan.FromSeconds(5) });
                delivered.Add(next?.Subject ?? "nothing");
            }

            Assert.That(delivered, Is.EqualTo(new[] { subjects[2], subjects[4] }));
        }
    }

    private static long Waiting(INatsJSConsumer jobs)
    {
        jobs.RefreshAsync().AsTask().Wait();
        return jobs.Info.NumWaiting;
    }
}
