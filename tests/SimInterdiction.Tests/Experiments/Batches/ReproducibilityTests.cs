using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Tests.Experiments.Batches;

public sealed class ReproducibilityTests
{
    private static readonly JsonSerializerOptions Exact = new()
    {
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Scenario scenario = FakeWorld.ScenarioOf(
        4,
        new ExperimentPlan
        {
            Replications = 150,
            Seed = 7,
            AlsoReport = ["firearms_seized", "cost_usd"],
        }
    );

    [Test]
    public void The_number_of_threads_changes_no_bit()
    {
        string one = Everything(Slowly(new StudyOptions { Jobs = 1 }));
        Assert.That(Everything(Slowly(new StudyOptions { Jobs = 2 })), Is.EqualTo(one));
        Assert.That(Everything(Slowly(new StudyOptions { Jobs = 7 })), Is.EqualTo(one));
    }

    [Test]
    public void A_subset_has_the_numbers_of_the_full_run()
    {
        StudyResult full = Slowly(new StudyOptions { Jobs = 2 });
        StudyResult part = Slowly(new StudyOptions { Jobs = 2, Only = ["plan_3", "plan_1"] });
        Assert.That(
            part.Deployments.Select(d => d.Name),
            Is.EqualTo(new[] { "plan_0", "plan_1", "plan_3" }),
            "the baseline always, in the file's order"
        );
        foreach (DeploymentResult deployment in part.Deployments)
        {
            Assert.That(Text(deployment), Is.EqualTo(Text(full.Deployments.Single(d => d.Name == deployment.Name))));
        }

        Assert.That(part.Comparisons, Has.Count.EqualTo(2));
        foreach (Comparison comparison in part.Comparisons.Concat(part.AlsoCompared))
        {
            Comparison same = full
                .Comparisons.Concat(full.AlsoCompared)
                .Single(c => c.Deployment == comparison.Deployment && c.Measure == comparison.Measure);
            Assert.That(Text(comparison), Is.EqualTo(Text(same)));
        }
    }

    [Test]
    public void Fewer_replications_are_the_first_of_more()
    {
        StudyResult more = Slowly(new StudyOptions { Jobs = 2 });
        StudyResult fewer = Slowly(new StudyOptions { Jobs = 2, Replications = 30 });
        Assert.That(fewer.Replications, Is.EqualTo(30));
        Assert.That(fewer.Deployments[1].Periods, Is.EqualTo(more.Deployments[1].Periods.Take(30)));
    }

    [Test]
    public void Another_seed_is_other_luck_and_reaches_the_model_before_it_is_compiled()
    {
        StudyResult result = Slowly(new StudyOptions { Seed = 8 });
        Assert.That(result.Seed, Is.EqualTo(8));
        Assert.That(result.Scenario.Experiment.Seed, Is.EqualTo(8));
        Assert.That(result.Deployments[0].Periods, Is.Not.EqualTo(Slowly(new StudyOptions()).Deployments[0].Periods));
    }

    // Durations that vary twentyfold and against the order, so that replications overtake each other.
    private StudyResult Slowly(StudyOptions options) =>
        FakeWorld.Run(scenario, options, (_, replication) => Thread.SpinWait(replication % 5 == 0 ? 20_000 : 1_000));

    private static string Everything(StudyResult result) =>
        Text(result.Deployments) + Text(result.Comparisons) + Text(result.AlsoCompared) + Text(result.Work) + Text(result.Failed);

    // Shortest digits that read back to the same bits.
    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Exact);
}
