using SimInterdiction.Application.Requests;
using SimInterdiction.Cluster.Connections;
using SimInterdiction.Cluster.Heads;
using SimInterdiction.Cluster.Queues;
using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Tests.Cluster.Heads;

/// <summary>What is in neither queue is lost, whatever else is.</summary>
public sealed class HeadLineTests
{
    [Test]
    public void An_answer_that_waits_keeps_only_its_own_chunk_from_being_handed_out_again()
    {
        using var server = new NatsServer();
        using var cluster = new ClusterDesk(server);
        ServerConnection connection = cluster.Connect();
        var package = new StudyPackage(new StudyDocument("x: 1", 1, 1, null, null), [new PackedArm("a", null, "k")]);
        var names = new ChunkNames();
        var line = new HeadLine(connection, package, "somewhere", names.Session, cluster);
        Assert.That(line.BeginAsync(CancellationToken.None).Result, Is.True);
        HandedOut[] chunks = [.. Enumerable.Range(0, 3).Select(i => new HandedOut(names.Next(), new CutChunk([0], i, i)))];
        foreach (HandedOut chunk in chunks)
        {
            Assert.That(line.PutAsync(chunk, CancellationToken.None).Result, Is.True);
            chunk.Sent(0);
        }

        // The first is answered, the second lost, the third still waits for a worker.
        ChunkJob[] jobs = new Rogue(connection).TakeAndForget(1);
        var queues = new ServerQueues(connection.Streams);
        Assert.That(jobs.Single().Chunk, Is.EqualTo(chunks[0].Name));
        Assert.That(queues.TryPutAsync(Subjects.Answer(jobs[0].Head, jobs[0].Chunk), [1], CancellationToken.None).Result, Is.True);
        line.WithdrawAsync(chunks[0].Name, CancellationToken.None).Wait();
        line.WithdrawAsync(chunks[1].Name, CancellationToken.None).Wait();
        line.ReconcileAsync(chunks.ToDictionary(chunk => chunk.Name.Number), CancellationToken.None).Wait();
        Assert.That(chunks.Select(chunk => chunk.IsDue), Is.EqualTo(new[] { false, true, false }));
        Assert.That(
            chunks.Select(chunk => chunk.IsSlow(0.001, TimeProvider.System)),
            Is.EqualTo(new[] { false, false, true }),
            "what waits for a busy head is not slow, nor is what is sent again"
        );
    }
}
