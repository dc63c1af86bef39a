using NATS.Client.JetStream.Models;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cluster;

/// <summary>A server without room is waited for, and told of; but not for ever, where others might do better.</summary>
[NonParallelizable]
public sealed class FullServerTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(10);

    [TestCase(Subjects.AnswerStream, "worker finds server full")]
    [TestCase(Subjects.JobStream, "head finds server full")]
    [Explicit("A run of seconds.")]
    [Category("Slow")]
    public void It_is_told_of_and_goes_on_when_there_is_room(string stream, string told)
    {
        using var server = new NatsServer();
        using Desk desk = Busy();
        using var cluster = new ClusterDesk(server) { UsualChunk = TimeSpan.Zero };
        ServerConnection connection = cluster.Connect();
        cluster.AddWorker();
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        Assert.That(SpinWait.SpinUntil(() => cluster.Answers > 2, LongEnough), Is.True);
        long room = Fill(connection, stream, 1);
        Assert.That(SpinWait.SpinUntil(() => cluster.Said.Contains(told), LongEnough), Is.True);
        Assert.That(run.IsCompleted, Is.False);
        Fill(connection, stream, room);
        Assert.That(run.Wait(LongEnough), Is.True, () => string.Join('\n', cluster.Said));
        using Desk alone = Busy();
        Assert.That(Desk.Numbers(((RunOutcome.Completed)run.Result).Run), Is.EqualTo(Desk.Numbers(alone.Completed())));
    }

    [Test]
    [Explicit("A run of seconds.")]
    [Category("Slow")]
    public void An_answer_waits_for_room_only_so_long_and_its_chunk_goes_back()
    {
        using var server = new NatsServer();
        using Desk desk = Busy();
        using var cluster = new ClusterDesk(server) { UsualChunk = TimeSpan.Zero, WaitsForRoom = TimeSpan.FromSeconds(0.5) };
        ServerConnection connection = cluster.Connect();
        cluster.AddWorker();
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        Assert.That(SpinWait.SpinUntil(() => cluster.Answers > 2, LongEnough), Is.True);
        long room = Fill(connection, Subjects.AnswerStream, 1);

        // The same chunk again, or another, for which it is told once more.
        Assert.That(
            SpinWait.SpinUntil(() => cluster.Said.Count(said => said == "worker finds server full") >= 2, LongEnough),
            Is.True,
            () => string.Join('\n', cluster.Said)
        );
        Fill(connection, Subjects.AnswerStream, room);
        Assert.That(run.Wait(LongEnough), Is.True);
        Assert.That(run.Result, Is.InstanceOf<RunOutcome.Completed>());
    }

    private static Desk Busy()
    {
        var desk = new Desk();
        desk.MakeBusy(replications: 60);
        return desk;
    }

    // How much a stream may hold, and could before.
    private static long Fill(ServerConnection connection, string stream, long bytes)
    {
        StreamConfig config = connection.Streams.GetStreamAsync(stream).AsTask().Result.Info.Config;
        long before = config.MaxBytes;
        config.MaxBytes = bytes;
        connection.Streams.UpdateStreamAsync(config).AsTask().Wait();
        return before;
    }
}
