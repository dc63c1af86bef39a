using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Batches;

/// <summary>Who simulates, in which chunks, and in which order they come decides no digit.</summary>
public sealed class ExecutorTests
{
    private readonly Scenario fixedNumber = FakeWorld.ScenarioOf(
        4,
        new ExperimentPlan
        {
            Replications = 60,
            Seed = 7,
            AlsoReport = ["firearms_seized", "cost_usd"],
        }
    );

    private readonly Scenario choice = FakeWorld.ScenarioOf(
        6,
        new ExperimentPlan
        {
            Replications = 40,
            AtMost = 120,
            Seed = 7,
            Choose = Choosing.Best,
            SmallestDifferenceThatMatters = .01,
        }
    );

    [Test]
    public void Chunks_of_any_size_in_any_order_change_no_bit()
    {
        foreach (Scenario scenario in new[] { fixedNumber, choice })
        {
            using var studies = new StoredStudies();
            string byThreads = StoredStudies.Everything(studies.Run(scenario, new StudyOptions { Jobs = 2 }, run: "threads"));
            var executor = new ScatteredExecutor(scenario, new StudyOptions(), seed: 1);
            StudyResult scattered = RunAlone(scenario, new StudyOptions { Executor = executor }, out string again);
            Assert.That(executor.Chunks, Is.GreaterThan(10));
            Assert.That(StoredStudies.Everything(scattered), Is.EqualTo(byThreads));
            Assert.That(again, Is.EqualTo(byThreads), "what is kept is the same, too");
        }
    }

    [Test]
    public void A_stopped_run_goes_on_from_what_was_delivered_whoever_simulates_the_rest()
    {
        using var studies = new StoredStudies();
        string whole = StoredStudies.Everything(studies.Run(fixedNumber, new StudyOptions { Jobs = 2 }, run: "threads"));
        using var stopped = new StoredStudies();
        var executor = new ScatteredExecutor(fixedNumber, new StudyOptions(), seed: 5) { Delivering = chunk => Stop(chunk) };
        try
        {
            stopped.Run(fixedNumber, new StudyOptions { Executor = executor });
            Assert.Fail("It was stopped.");
        }
        catch (OperationCanceledException)
        {
            Assert.That(stopped.ChunkFiles(), Is.Not.Empty);
        }

        StudyResult rest = stopped.Run(fixedNumber, new StudyOptions { Jobs = 2 });
        Assert.That(StoredStudies.Everything(rest), Is.EqualTo(whole));
        Assert.That(stopped.Simulated, Is.InRange(1, (4 * 60) - 1), "only what was not delivered");

        static void Stop(int chunk)
        {
            if (chunk == 9)
            {
                throw new OperationCanceledException();
            }
        }
    }

    // The study by the executor, and what its store holds afterwards comes to.
    private static StudyResult RunAlone(Scenario scenario, StudyOptions options, out string again)
    {
        using var studies = new StoredStudies();
        StudyResult result = studies.Run(scenario, options);
        again = StoredStudies.Everything(studies.Run(scenario, options with { Executor = null }));
        Assert.That(studies.Simulated, Is.Zero);
        return result;
    }
}
