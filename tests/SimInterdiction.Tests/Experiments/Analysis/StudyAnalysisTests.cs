using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Analysis;

public sealed class StudyAnalysisTests
{
    private readonly StudyResult result = FakeWorld.Run(
        FakeWorld.ScenarioOf(
            3,
            new ExperimentPlan
            {
                Replications = 200,
                Seed = 7,
                SmallestDifferenceThatMatters = .02,
                AlsoReport = ["officer_hours", "cost_usd", "seizure_rate"],
            }
        ),
        new StudyOptions { Jobs = 2 }
    );

    [Test]
    public void Every_measure_of_the_catalogue_is_there_with_its_spread()
    {
        foreach (DeploymentResult deployment in result.Deployments)
        {
            Assert.That(deployment.Measures.Keys, Is.EqualTo(MeasureCatalog.All.Select(measure => measure.Name)));
            Estimate rate = deployment.Measures["seizure_rate"];
            Assert.That(rate.Low, Is.LessThan(rate.Mean!.Value));
            Assert.That(rate.P10, Is.LessThan(rate.Mean.Value));
            Assert.That(rate.P10, Is.InRange(rate.P10Interval!.Value.Low, rate.P10Interval.Value.High));
            Assert.That(rate.P90, Is.InRange(rate.P90Interval!.Value.Low, rate.P90Interval.Value.High));
        }
    }

    [Test]
    public void Percentiles_are_those_of_the_single_periods()
    {
        double[] periods = [.. result.Deployments[1].Periods.Order()];
        Estimate rate = result.Deployments[1].Measures["seizure_rate"];
        Assert.That(rate.P10, Is.EqualTo((periods[19] + periods[20]) / 2));
        Assert.That(rate.P90, Is.EqualTo((periods[179] + periods[180]) / 2));
    }

    [Test]
    public void Entries_of_a_dimension_add_up_to_the_total()
    {
        DeploymentResult deployment = result.Deployments[1];
        foreach (Dimension dimension in new[] { Dimension.Corridor, Dimension.Hour, Dimension.Checkpoint })
        {
            double sum = deployment.By[dimension].Values.Sum(entry => entry["firearms_seized"].Mean!.Value);
            Assert.That(sum, Is.EqualTo(deployment.Measures["firearms_seized"].Mean).Within(1e-9), $"{dimension}");
        }
    }

    [Test]
    public void A_rate_by_entry_is_its_ratio_of_sums()
    {
        IReadOnlyDictionary<string, Estimate> north = result.Deployments[1].By[Dimension.Corridor]["north"];
        Assert.That(
            north["seizure_rate"].Mean,
            Is.EqualTo(north["firearms_seized"].Mean / north["firearms_dispatched"].Mean).Within(1e-12)
        );
        Assert.That(north["seizure_rate"].Low, Is.LessThan(north["seizure_rate"].Mean!.Value));
    }

    [Test]
    public void Every_dimension_is_there_with_the_seizures_at_least()
    {
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            Assert.That(result.Deployments[0].By, Contains.Key(dimension));
            Assert.That(
                BreakdownMeasures.Of(dimension).Select(measure => measure.Name),
                Is.SupersetOf(new[] { "firearms_seized", "shipments_seized" }),
                $"{dimension}"
            );
        }
    }

    [Test]
    public void Resources_that_never_vary_are_known_exactly()
    {
        DeploymentResult deployment = result.Deployments[2];
        Assert.That(deployment.OfficerHours, Is.EqualTo(200));
        Assert.That(
            deployment.Measures["cost_usd"],
            Is.EqualTo(
                new Estimate(10_000, 10_000, 10_000, 0, 10_000, 10_000) { P10Interval = (10_000, 10_000), P90Interval = (10_000, 10_000) }
            )
        );
    }

    [Test]
    public void Nothing_over_nothing_is_null()
    {
        // The baseline has no officer-hours; traces don't exist yet and are 0.
        Assert.That(result.Deployments[0].Measures["seized_per_1000_officer_hours"], Is.EqualTo(default(Estimate)));
        Assert.That(result.Deployments[0].Measures["traces"].Mean, Is.Zero);
    }

    [Test]
    public void Measures_also_reported_are_compared_too_and_the_main_one_once()
    {
        Assert.That(
            result.Comparisons.Select(c => (c.Deployment, c.Measure)),
            Is.EqualTo(new[] { ("plan_1", "seizure_rate"), ("plan_2", "seizure_rate") })
        );
        Assert.That(
            result.AlsoCompared.Select(c => (c.Deployment, c.Measure)),
            Is.EqualTo(new[] { ("plan_1", "officer_hours"), ("plan_2", "officer_hours"), ("plan_1", "cost_usd"), ("plan_2", "cost_usd") })
        );
        Comparison cost = result.AlsoCompared[2];
        Assert.That((cost.Difference, cost.Low, cost.High), Is.EqualTo(((double?)5000, (double?)5000, (double?)5000)));
        Assert.That((cost.Verdict, cost.BetterIn), Is.EqualTo((Verdict.ClearlyWorse, (double?)0)));
    }

    // Three comparisons in all: t on 199 degrees of freedom at 1 - .025 / 3, against .9875 of the two with the
    // baseline.
    [Test]
    public void A_step_is_compared_with_the_one_before_it_and_alone_and_all_hold_together()
    {
        var steps = new OrderedDictionary<string, Step>
        {
            ["first"] = new() { UpToHere = "plan_1" },
            ["second"] = new()
            {
                UpToHere = "plan_2",
                Alone = "plan_2",
                Label = "The second",
            },
        };
        Scenario scenario = FakeWorld.ScenarioOf(3, result.Scenario.Experiment with { Steps = steps });
        IReadOnlyList<StepResult> found = FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 }).Steps;
        Assert.That(found.Select(step => step.Label), Is.EqualTo(new[] { "First", "The second" }));
        Assert.That(found[0].Alone, Is.Empty);
        Assert.That(found[1].UpToHere.Select(c => (c.Deployment, c.Against)).Distinct(), Is.EqualTo(new[] { ("plan_2", "plan_1") }));
        Assert.That(found[1].UpToHere.Select(c => c.Measure), Is.EqualTo(new[] { "seizure_rate", "officer_hours", "cost_usd" }));
        double? difference = result.Comparisons[1].Difference - result.Comparisons[0].Difference;
        Assert.That(found[1].UpToHere[0].Difference, Is.EqualTo(difference).Within(1e-12));
        Comparison alone = found[1].Alone[0];
        Comparison beside = result.Comparisons[1];
        Assert.That(alone.Against, Is.EqualTo(result.Baseline));
        Assert.That(alone.Difference, Is.EqualTo(beside.Difference));
        // Four intervals together, with what the second is worth beyond what it is alone, where there are two beside:
        // Student's t of 199 degrees of freedom at 1 - .025 / 4 and 1 - .025 / 2.
        Assert.That((alone.High - alone.Low) / (beside.High - beside.Low), Is.EqualTo(2.5206154 / 2.2584892).Within(1e-5));
    }

    [Test]
    public void A_step_beside_the_others_is_compared_with_what_it_is_on_top_of()
    {
        var steps = new OrderedDictionary<string, Step>
        {
            ["first"] = new() { UpToHere = "plan_1" },
            ["beside"] = new() { Alone = "plan_2", OnTopOf = "plan_1" },
            ["last"] = new() { UpToHere = "plan_2" },
        };
        Scenario scenario = FakeWorld.ScenarioOf(3, new ExperimentPlan { Replications = 20, Steps = steps });
        IReadOnlyList<StepResult> found = FakeWorld.Run(scenario, new StudyOptions()).Steps;
        Assert.That(found[1].UpToHere, Is.Empty);
        Assert.That(found[1].Alone[0].Difference, Is.EqualTo(found[2].UpToHere[0].Difference));
        Assert.That(found[2].UpToHere[0].Against, Is.EqualTo("plan_1"));
    }

    [Test]
    public void A_step_whose_deployments_are_not_all_simulated_is_left_out()
    {
        var steps = new OrderedDictionary<string, Step>
        {
            ["first"] = new() { UpToHere = "plan_1" },
            ["second"] = new() { UpToHere = "plan_2" },
        };
        Scenario scenario = FakeWorld.ScenarioOf(3, new ExperimentPlan { Replications = 20, Steps = steps });
        Assert.That(
            FakeWorld.Run(scenario, new StudyOptions { Only = ["plan_1"] }).Steps.Select(s => s.Name),
            Is.EqualTo(new[] { "first" })
        );
        Assert.That(FakeWorld.Run(scenario, new StudyOptions { Only = ["plan_2"] }).Steps, Is.Empty);
    }

    [Test]
    public void Two_comparisons_hold_together_so_each_is_wider_than_alone()
    {
        Scenario two = FakeWorld.ScenarioOf(2, new ExperimentPlan { Replications = 200, Seed = 7 });
        Comparison alone = FakeWorld.Run(two, new StudyOptions()).Comparisons[0];
        Comparison together = result.Comparisons[0];
        Assert.That(together.Difference, Is.EqualTo(alone.Difference));

        // t on 199 degrees of freedom at .975 and .9875.
        Assert.That((together.High - together.Low) / (alone.High - alone.Low), Is.EqualTo(2.2584892 / 1.9719565).Within(1e-5));
    }

    [Test]
    public void A_single_deployment_is_compared_with_nothing()
    {
        StudyResult single = FakeWorld.Run(FakeWorld.ScenarioOf(1, new ExperimentPlan { Replications = 3 }), new StudyOptions());
        Assert.That(single.Comparisons, Is.Empty);
        Assert.That(single.Baseline, Is.EqualTo("plan_0"));
    }

    [Test]
    public void A_single_replication_has_values_but_no_intervals()
    {
        StudyResult single = FakeWorld.Run(FakeWorld.ScenarioOf(2, new ExperimentPlan { Replications = 1 }), new StudyOptions());
        Estimate rate = single.Deployments[1].Measures["seizure_rate"];
        Assert.That(rate.Mean, Is.Not.Null);
        Assert.That((rate.Low, rate.Sd, rate.P10Interval), Is.EqualTo(((double?)null, (double?)null, ((double, double)?)null)));
        Assert.That(single.Comparisons[0].Verdict, Is.EqualTo(Verdict.NotDecided));
    }
}
