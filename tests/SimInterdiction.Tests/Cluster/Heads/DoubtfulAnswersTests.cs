using System.Security.Cryptography;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cluster.Heads;
using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cluster.Heads;

/// <summary>What comes in may be anything.</summary>
public sealed class DoubtfulAnswersTests
{
    private NatsServer server = null!;

    [OneTimeSetUp]
    public void StartServer() => server = new NatsServer("max_payload: 8MB");

    [OneTimeTearDown]
    public void EndServer() => server?.Dispose();

    [Test]
    public void Hostile_bytes_are_thrown_away_and_counted_and_the_result_is_right()
    {
        using var alone = new Desk();
        string byThreads = Desk.Numbers(alone.Completed());
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        ChunkJob job = rogue.SeenJob();
        byte[] right = rogue.AnswerTo(job, isRight: true);
        byte[][] hostile =
        [
            [],
            [0],
            RandomNumberGenerator.GetBytes(7_000_000),
            right[..^1],
            [.. right, 0],
            [.. right[..^1], (byte)(right[^1] ^ 1)],
            rogue.AnswerTo(job, isRight: true, study: new string('0', 64)),
            ChunkAnswer.Write(Bare(job), [new(0, 0, 0, RandomNumberGenerator.GetBytes(1000)), new(999, 0, 0, [1]), new(-1, 0, 0, [1])]),
        ];
        foreach (byte[] message in hostile)
        {
            rogue.Send(job, message);
        }

        // Of a chunk that was never handed out.
        rogue.Send(
            job,
            ChunkAnswer.Write(Bare(job) with { Chunk = job.Chunk with { Number = 12345 }, Kind = AnswerKind.GivenUp, Reason = "spite" }, [])
        );
        Assert.That(SpinWait.SpinUntil(() => cluster.Said.Contains("discards 10"), TimeSpan.FromSeconds(10)), Is.True);
        cluster.AddWorker();
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(Desk.Numbers(((RunOutcome.Completed)run.Result).Run), Is.EqualTo(byThreads));
    }

    [Test]
    public void Two_answers_that_differ_in_a_bit_stop_the_run_and_both_machines_are_named()
    {
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        ChunkJob job = rogue.SeenJob();
        rogue.Send(job, rogue.AnswerTo(job, isRight: false));
        cluster.AddWorker(machine: "an honest machine");
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        ExecutionFault fault = ((RunOutcome.NotSimulated)run.Result).Why;
        Assert.That(fault, Is.InstanceOf<ExecutionFault.AnswersDiffer>());
        var differ = (ExecutionFault.AnswersDiffer)fault;
        Assert.That(differ.Replication, Is.EqualTo(job.First));
        Assert.That(
            new[] { differ.One, differ.Other },
            Is.EquivalentTo(new[] { "rogue (a doubtful processor)", "an honest machine (a processor)" })
        );
    }

    [Test]
    public void What_stopped_a_run_does_not_stop_it_again_and_a_fresh_one_takes_nothing_old()
    {
        using var alone = new Desk();
        string byThreads = Desk.Numbers(alone.Completed());
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        ChunkJob job = rogue.SeenJob();
        rogue.Send(job, rogue.AnswerTo(job, isRight: false));
        rogue.Send(job, rogue.AnswerTo(job, isRight: true));
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(((RunOutcome.NotSimulated)run.Result).Why, Is.InstanceOf<ExecutionFault.AnswersDiffer>());

        // Still on its way when the run stopped.
        rogue.Send(job, rogue.AnswerTo(job, isRight: false));
        cluster.AddWorker(slots: 2);
        RunOutcome fresh = cluster.Run(desk, isFresh: true);
        Assert.That(fresh, Is.InstanceOf<RunOutcome.Completed>());
        Assert.That(Desk.Numbers(((RunOutcome.Completed)fresh).Run), Is.EqualTo(byThreads));
    }

    [Test]
    public void One_worker_that_can_simulate_nothing_keeps_nobody_from_it()
    {
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        ChunkJob job = rogue.SeenJob();
        for (int i = 0; i < 5; i++)
        {
            rogue.Send(job, GivenUp(job, "one"));
            rogue.Send(job, GivenUp(job, "another"));
        }

        Assert.That(SpinWait.SpinUntil(() => cluster.Said.Contains("fails another: spite"), TimeSpan.FromSeconds(10)), Is.True);
        Assert.That(rogue.SeenJobs().Single(seen => seen.Chunk == job.Chunk).FailedBy, Is.EqualTo(new[] { "one", "another" }));
        cluster.AddWorker();
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(run.Result, Is.InstanceOf<RunOutcome.Completed>());
    }

    [Test]
    public void A_chunk_that_three_workers_can_not_simulate_is_reported_and_the_rest_completes()
    {
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        ChunkJob job = rogue.SeenJob();
        foreach (string worker in new[] { "one", "two", "three" })
        {
            rogue.Send(job, GivenUp(job, worker));
        }

        AssertIsForgotten(job, rogue);
        cluster.AddWorker();
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        var fault = (ExecutionFault.GivenUp)((RunOutcome.NotSimulated)run.Result).Why;
        Assert.That(
            fault.Chunks.Select(chunk => (chunk.First, chunk.Reason)),
            Is.EqualTo(new[] { (job.First, "3 workers failed: spite") })
        );
    }

    [Test]
    public void A_chunk_that_all_have_failed_with_is_given_up_when_nobody_else_comes()
    {
        using var desk = new Desk();
        var clock = new ImpatientClock();
        using var cluster = new ClusterDesk(server) { Clock = clock };
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        ChunkJob job = rogue.SeenJob();
        using var end = new CancellationTokenSource();
        Task saying = Task.Run(() =>
        {
            do
            {
                rogue.SayAt("one");
            } while (!end.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(0.2)));
        });
        rogue.Send(job, GivenUp(job, "one"));
        Assert.That(SpinWait.SpinUntil(() => cluster.Said.Contains("fails one: spite"), TimeSpan.FromSeconds(10)), Is.True);
        clock.Ahead = TimeSpan.FromSeconds(58);
        Thread.Sleep(600);
        string givenUp = $"gives up {job.First} to {job.Last}: 1 worker failed: spite";
        Assert.That(cluster.Said, Does.Not.Contain(givenUp), "it is looked at four times a second");
        clock.Ahead = TimeSpan.FromSeconds(61);
        Assert.That(SpinWait.SpinUntil(() => cluster.Said.Contains(givenUp), TimeSpan.FromSeconds(10)), Is.True);
        end.Cancel();
        saying.Wait();
        AssertIsForgotten(job, rogue);
        cluster.AddWorker();
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        var fault = (ExecutionFault.GivenUp)((RunOutcome.NotSimulated)run.Result).Why;
        Assert.That(fault.Chunks.Select(chunk => chunk.First), Is.EqualTo(new[] { job.First }), "the rest completes");
    }

    [Test]
    public void An_answer_to_another_session_is_none_to_a_chunk_of_the_same_number()
    {
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        ChunkJob job = rogue.SeenJob();
        ChunkJob ofBefore = job with { Chunk = job.Chunk with { Session = "before" } };
        foreach (string worker in new[] { "one", "two", "three" })
        {
            rogue.Send(ofBefore, GivenUp(ofBefore, worker));
        }

        cluster.AddWorker();
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(run.Result, Is.InstanceOf<RunOutcome.Completed>());
    }

    [Test]
    [Explicit("Silence of seconds is waited for.")]
    [Category("Slow")]
    public void A_chunk_that_three_workers_die_of_is_reported_and_the_rest_completes()
    {
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        var rogue = new Rogue(cluster.Connect());
        ChunkJob job = rogue.SeenJob();
        foreach (string worker in new[] { "one", "two", "three" })
        {
            rogue.SayAt(worker, job);
            Assert.That(
                SpinWait.SpinUntil(
                    () => cluster.Said.Contains($"fails {worker} (a doubtful processor): a worker ended without an answer"),
                    TimeSpan.FromSeconds(10)
                ),
                Is.True
            );
        }

        AssertIsForgotten(job, rogue);
        cluster.AddWorker();
        Assert.That(run.Wait(TimeSpan.FromSeconds(60)), Is.True);
        Assert.That(run.Result, Is.InstanceOf<RunOutcome.NotSimulated>(), () => string.Join('\n', cluster.Said));
        var fault = (ExecutionFault.GivenUp)((RunOutcome.NotSimulated)run.Result).Why;
        Assert.That(fault.Chunks.Select(chunk => chunk.First), Does.Contain(job.First));
        Assert.That(fault.Chunks.Select(chunk => chunk.Reason), Is.All.Contain("3 workers"));
        RunOutcome again = cluster.Run(desk);
        Assert.That(again, Is.InstanceOf<RunOutcome.Completed>());
        Assert.That(
            ((RunOutcome.Completed)again).Run.Store.Simulated,
            Is.EqualTo(fault.Chunks.Sum(c => c.Arms.Count * (1 + c.Last - c.First)))
        );
    }

    // A worker that comes while it is still in the queue answers it, and then it is not given up.
    private static void AssertIsForgotten(ChunkJob job, Rogue rogue) =>
        Assert.That(SpinWait.SpinUntil(() => rogue.SeenJobs().All(seen => seen.Chunk != job.Chunk), TimeSpan.FromSeconds(10)), Is.True);

    private static byte[] GivenUp(ChunkJob job, string worker) =>
        ChunkAnswer.Write(Bare(job) with { Kind = AnswerKind.GivenUp, WorkerId = worker, Worker = worker, Reason = "spite" }, []);

    private static ChunkAnswer Bare(ChunkJob job) =>
        new()
        {
            Study = job.Study,
            Chunk = job.Chunk,
            Kind = AnswerKind.Simulated,
            WorkerId = "rogue",
            Worker = "rogue",
        };

    // Runs ahead where it is asked for how long nobody else has come, and nowhere else.
    private sealed class ImpatientClock : TimeProvider
    {
        private long ahead;

        public TimeSpan Ahead
        {
            set => Volatile.Write(ref ahead, (long)(value.TotalSeconds * TimestampFrequency));
        }

        public override long GetTimestamp() =>
            base.GetTimestamp()
            + (Environment.StackTrace.Contains(nameof(AnswerDesk.GiveUpHopeless), StringComparison.Ordinal) ? Volatile.Read(ref ahead) : 0);
    }
}
