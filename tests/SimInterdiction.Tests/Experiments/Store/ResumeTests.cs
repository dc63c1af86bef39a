using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>A run that goes on is the run that was never interrupted.</summary>
public sealed class ResumeTests
{
    private readonly Scenario scenario = FakeWorld.ScenarioOf(
        3,
        new ExperimentPlan
        {
            Replications = 120,
            Seed = 7,
            AlsoReport = ["firearms_seized"],
        }
    );
    private StoredStudies studies = new();

    [SetUp]
    public void MakeFolder() => studies = new StoredStudies();

    [TearDown]
    public void RemoveFolder() => studies.Dispose();

    [Test]
    public void Stopped_anywhere_and_continued_on_any_number_of_threads_gives_the_same_bits()
    {
        string whole = StoredStudies.Everything(FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 }));
        foreach (int stop in new[] { 1, 2, 17, 60, 119 })
        {
            string run = $"stopped-{stop}";
            using var alone = new StoredStudies();
            StudyResult first = alone.Run(scenario, new StudyOptions { Jobs = 1 + (stop % 4) }, run: run, stopAfter: stop);
            int saved = 3 * first.Replications;
            StudyResult second = alone.Run(scenario, new StudyOptions { Jobs = 1 + (stop % 3) }, run: run, stopAfter: stop + 40);
            StudyResult last = alone.Run(scenario, new StudyOptions { Jobs = 2 }, run: run);
            Assert.That(StoredStudies.Everything(last), Is.EqualTo(whole), $"stopped after {stop}");
            Assert.That(saved, Is.GreaterThanOrEqualTo(3 * stop));
            Assert.That(alone.Simulated, Is.EqualTo((3 * 120) - (3 * second.Replications)), "nothing is simulated twice");
        }
    }

    [Test]
    public void A_finished_run_asked_for_again_simulates_nothing_and_gives_the_same_bits()
    {
        string first = StoredStudies.Everything(studies.Run(scenario, new StudyOptions { Jobs = 2 }));
        string again = StoredStudies.Everything(studies.Run(scenario, new StudyOptions { Jobs = 3 }));
        Assert.That(again, Is.EqualTo(first));
        Assert.That(studies.Simulated, Is.Zero);
        Assert.That(studies.Content.Arms.Select(a => (a.Own, a.Missing)), Is.All.EqualTo((120, 0)));
    }

    [Test]
    public void Stages_cut_anywhere_change_no_bit()
    {
        // Every stage is a study of more replications than the last, taken from a store.
        foreach (int replications in new[] { 1, 10, 11, 50, 119 })
        {
            studies.Run(scenario, new StudyOptions { Jobs = 2, Replications = replications });
        }

        string whole = StoredStudies.Everything(FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 }));
        Assert.That(StoredStudies.Everything(studies.Run(scenario, new StudyOptions { Jobs = 2 })), Is.EqualTo(whole));
        Assert.That(studies.Simulated, Is.EqualTo(3));
    }

    [Test]
    public void More_replications_in_another_run_take_over_those_of_the_first()
    {
        studies.Run(scenario, new StudyOptions(), run: "monday");
        StudyResult more = studies.Run(scenario, new StudyOptions { Replications = 150 }, run: "tuesday");
        Assert.That(studies.Simulated, Is.EqualTo(3 * 30));
        Assert.That(studies.Content.Arms.Select(a => (a.Own, a.Taken, a.Missing)), Is.All.EqualTo((0, 120, 30)));
        Assert.That(
            StoredStudies.Everything(more),
            Is.EqualTo(StoredStudies.Everything(FakeWorld.Run(scenario, new StudyOptions { Replications = 150 })))
        );
    }

    [Test]
    public void Fewer_replications_are_the_first_of_those_that_are_there()
    {
        studies.Run(scenario, new StudyOptions());
        StudyResult fewer = studies.Run(scenario, new StudyOptions { Replications = 33 });
        Assert.That(studies.Simulated, Is.Zero);
        Assert.That(
            StoredStudies.Everything(fewer),
            Is.EqualTo(StoredStudies.Everything(FakeWorld.Run(scenario, new StudyOptions { Replications = 33 })))
        );
    }

    [Test]
    public void One_more_deployment_simulates_that_one_alone()
    {
        Scenario four = FakeWorld.ScenarioOf(4, scenario.Experiment);
        studies.Run(scenario, new StudyOptions(), run: "three");
        StudyResult result = studies.Run(four, new StudyOptions(), run: "four");
        Assert.That(studies.Simulated, Is.EqualTo(120));
        Assert.That(
            studies.Content.Arms.Select(a => (a.Taken, a.Changed)),
            Is.EqualTo(new[] { (120, null), (120, null), (120, null), (0, (string?)null) })
        );
        Assert.That(StoredStudies.Everything(result), Is.EqualTo(StoredStudies.Everything(FakeWorld.Run(four, new StudyOptions()))));
    }

    [Test]
    public void Other_measures_titles_and_labels_simulate_nothing()
    {
        studies.Run(scenario, new StudyOptions(), run: "one");
        Scenario renamed = scenario with
        {
            Title = "Another title",
            Experiment = scenario.Experiment with
            {
                Measure = "firearms_seized",
                SmallestDifferenceThatMatters = 2,
                NoticedWhenCancelled = .8,
                AlsoReport = ["hit_rate"],
                Hypothetical = ["plan_1"],
                CompareWith = "plan_2",
            },
            Deployments = new OrderedDictionary<string, Deployment>(
                scenario.Deployments.Select(d => KeyValuePair.Create(d.Key, d.Value with { Label = $"Label of {d.Key}", Note = "a note" }))
            ),
        };
        StudyResult result = studies.Run(renamed, new StudyOptions(), run: "two");
        Assert.That(studies.Simulated, Is.Zero);
        Assert.That(StoredStudies.Everything(result), Is.EqualTo(StoredStudies.Everything(FakeWorld.Run(renamed, new StudyOptions()))));
    }

    [Test]
    public void A_changed_deployment_alone_is_simulated_again_and_the_reason_told()
    {
        studies.Run(scenario, new StudyOptions(), run: "one");
        var deployments = new OrderedDictionary<string, Deployment>(scenario.Deployments);
        deployments["plan_1"] = new Deployment { Programmes = new Programmes { Tracing = new Tracing() } };
        studies.Run(scenario with { Deployments = deployments }, new StudyOptions(), run: "two");
        Assert.That(studies.Simulated, Is.EqualTo(120));
        Assert.That(studies.Content.Arms.Select(a => a.Changed), Is.EqualTo(new[] { null, "the deployment", null }));
    }

    [Test]
    public void Another_seed_and_a_changed_section_are_told_too()
    {
        studies.Run(scenario, new StudyOptions(), run: "one");
        studies.Run(scenario with { LengthHours = 100 }, new StudyOptions { Seed = 8 }, run: "two");
        Assert.That(studies.Simulated, Is.EqualTo(3 * 120));
        Assert.That(studies.Content.Arms.Select(a => a.Changed), Is.All.EqualTo("the seed, length"));
    }

    [Test]
    public void A_run_to_a_precision_stops_at_the_same_replication_whatever_is_stored()
    {
        Scenario precise = scenario with { Experiment = scenario.Experiment with { Replications = 20, Precision = 0.015, AtMost = 300 } };
        StudyResult alone = FakeWorld.Run(precise, new StudyOptions { Jobs = 2 });
        string whole = StoredStudies.Everything(alone);
        Assert.That(alone.Replications, Is.InRange(21, 299));
        StudyResult stopped = studies.Run(precise, new StudyOptions { Jobs = 2 }, run: "stopped", stopAfter: 10);
        Assert.That(stopped.IsComplete, Is.False);
        Assert.That(StoredStudies.Everything(studies.Run(precise, new StudyOptions { Jobs = 3 }, run: "stopped")), Is.EqualTo(whole));

        // Others hold more replications than this one needs.
        studies.Run(scenario, new StudyOptions { Replications = 300 }, run: "long");
        Assert.That(StoredStudies.Everything(studies.Run(precise, new StudyOptions(), run: "short")), Is.EqualTo(whole));
        Assert.That(studies.Simulated, Is.Zero);
        var loaded = new StoredStudy(
            precise,
            new StudyOptions { Store = new RunStore { Folder = studies.Chunks("short") } },
            s => new FakeWorld(s)
        );
        Assert.That(StoredStudies.Everything(loaded.Result()), Is.EqualTo(whole));
    }

    [Test]
    public void Replications_that_failed_are_kept_and_stay_failed()
    {
        static void FailTwice(string deployment, int replication)
        {
            if (deployment == "plan_1" && replication is 17 or 90)
            {
                throw new InvalidOperationException($"no luck in {replication}");
            }
        }

        string whole = StoredStudies.Everything(FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 }, FailTwice));
        studies.Run(scenario, new StudyOptions { Jobs = 2 }, FailTwice, stopAfter: 60);
        StudyResult resumed = studies.Run(scenario, new StudyOptions { Jobs = 2 }, FailTwice);
        Assert.That(resumed.Failed.Select(f => f.Replication), Is.EqualTo(new[] { 17, 90 }));
        Assert.That(StoredStudies.Everything(resumed), Is.EqualTo(whole));
        StudyResult again = studies.Run(scenario, new StudyOptions { Jobs = 2 });
        Assert.That(StoredStudies.Everything(again), Is.EqualTo(whole));
    }

    [Test]
    public void An_error_beyond_one_replication_leaves_safe_what_was_merged_before()
    {
        Assert.That(
            () =>
                Study.Run(
                    scenario,
                    new StudyOptions
                    {
                        Jobs = 2,
                        Store = new RunStore { Folder = studies.Chunks() },
                    },
                    s => new FakeWorld(s),
                    progress => _ = progress.Done == 50 ? throw new InvalidOperationException("cannot show it") : 0,
                    CancellationToken.None
                ),
            Throws.InvalidOperationException
        );
        studies.Run(scenario, new StudyOptions());
        Assert.That(studies.Content.Arms.Select(a => a.Own), Is.All.EqualTo(50));
    }
}
