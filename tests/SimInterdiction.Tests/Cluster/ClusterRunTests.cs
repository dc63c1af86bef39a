using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cluster.Heads;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cluster;

/// <summary>Runs by workers come out as on one machine, to the last byte.</summary>
public sealed class ClusterRunTests
{
    private NatsServer server = null!;

    [OneTimeSetUp]
    public void StartServer() => server = new NatsServer();

    [OneTimeTearDown]
    public void EndServer() => server?.Dispose();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    public void Any_number_of_workers_has_the_result_of_one_machine(int workers)
    {
        using var alone = new Desk();
        string byThreads = Desk.Numbers(alone.Completed());
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server) { UsualChunk = TimeSpan.Zero };
        for (int i = 0; i < workers; i++)
        {
            cluster.AddWorker();
        }

        RunOutcome outcome = cluster.Run(desk);
        Assert.That(outcome, Is.InstanceOf<RunOutcome.Completed>());
        FinishedRun run = ((RunOutcome.Completed)outcome).Run;
        Assert.That(Desk.Numbers(run), Is.EqualTo(byThreads));
        Assert.That(RunManifest.Read(run.Folder)!.Sessions.Single().Threads, Is.Null, "threads of this machine simulated nothing");
    }

    [Test]
    public void What_receives_answers_and_breaks_ends_the_run()
    {
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server) { Clock = new DeafClock() };
        cluster.AddWorker();
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        Assert.That(() => run.Wait(TimeSpan.FromSeconds(20)), Throws.InnerException.Message.EqualTo("It can't hear."));
    }

    [Test]
    public void Uncertain_inputs_and_what_ifs_come_out_the_same_too()
    {
        using var alone = new Desk();
        alone.Append("what_if: { more: { flows.guns.rate: x 2 } }");
        string byThreads = Desk.Numbers(alone.Completed(Uncertain(alone)));
        using var desk = new Desk();
        desk.Append("what_if: { more: { flows.guns.rate: x 2 } }");
        using var cluster = new ClusterDesk(server);
        cluster.AddWorker(slots: 2);
        RunOutcome outcome = cluster.Run(desk, Uncertain(desk));
        Assert.That(outcome, Is.InstanceOf<RunOutcome.Completed>(), () => string.Join('\n', cluster.Said));
        Assert.That(Desk.Numbers(((RunOutcome.Completed)outcome).Run), Is.EqualTo(byThreads));

        static RunRequest Uncertain(Desk desk) => desk.Run with { IncludesUncertainty = true };
    }

    [Test]
    public void Only_a_worker_with_the_same_version_of_the_model_is_worked_with()
    {
        using var desk = new Desk();
        using var cluster = new ClusterDesk(server);
        cluster.AddWorker(version: "0123456789ab/linux-x64/net10");
        Task<RunOutcome> run = Task.Run(() => cluster.Run(desk));
        Assert.That(
            SpinWait.SpinUntil(() => cluster.Said.Contains("waits 0123456789ab/linux-x64/net10"), TimeSpan.FromSeconds(9)),
            Is.True,
            "the head says who is there"
        );
        Assert.That(
            SpinWait.SpinUntil(
                () => cluster.Said.Any(said => said.StartsWith("leaves to ", StringComparison.Ordinal)),
                TimeSpan.FromSeconds(9)
            ),
            Is.True,
            "the worker says why it takes nothing"
        );
        Assert.That(run.IsCompleted, Is.False);
        cluster.AddWorker();
        Assert.That(run.Wait(TimeSpan.FromSeconds(20)), Is.True, "one that can is all it waits for");
        Assert.That(run.Result, Is.InstanceOf<RunOutcome.Completed>());
    }

    [Test]
    public void A_stopped_head_goes_on_from_what_is_stored()
    {
        using var alone = new Desk();
        alone.MakeBusy(replications: 60);
        string byThreads = Desk.Numbers(alone.Completed());
        using var desk = new Desk();
        desk.MakeBusy(replications: 60);
        using var cluster = new ClusterDesk(server) { UsualChunk = TimeSpan.Zero };
        using var stop = new CancellationTokenSource();
        cluster.AddWorker(slots: 2);
        var ear = new Ear { AtReplication = done => Stop(done) };
        Assert.That(cluster.Run(desk, ear: ear, stop: stop.Token), Is.InstanceOf<RunOutcome.Stopped>());
        RunOutcome outcome = cluster.Run(desk);
        Assert.That(outcome, Is.InstanceOf<RunOutcome.Completed>());
        FinishedRun run = ((RunOutcome.Completed)outcome).Run;
        Assert.That(run.Store.Simulated, Is.InRange(1, 179), "of 180");
        Assert.That(Desk.Numbers(run), Is.EqualTo(byThreads));

        void Stop(int done)
        {
            if (done == 10)
            {
                stop.Cancel();
            }
        }
    }

    // Breaks where workers are heard, and nowhere else.
    private sealed class DeafClock : TimeProvider
    {
        public override long GetTimestamp() =>
            Environment.StackTrace.Contains($"{nameof(WorkerRoster)}.{nameof(WorkerRoster.Hear)}", StringComparison.Ordinal)
                ? throw new InvalidOperationException("It can't hear.")
                : base.GetTimestamp();
    }
}
