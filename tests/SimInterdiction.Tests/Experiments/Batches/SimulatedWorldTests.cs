using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Experiments.Batches;

/// <summary>The real model behind a study: one road, one team that stops 30 % and finds 50 %.</summary>
public sealed class SimulatedWorldTests
{
    private readonly Scenario scenario = new()
    {
        Places = new OrderedDictionary<string, Place>
        {
            ["depot"] = new() { At = new GeoPoint(29.42, -98.49) },
            ["bridge"] = new() { At = new GeoPoint(27.50, -99.51), Kind = PlaceKind.Port },
        },
        Corridors = new CorridorPlan
        {
            ByHand = new OrderedDictionary<string, Corridor> { ["road"] = new() { Path = ["depot", "bridge"] } },
        },
        Flows = new OrderedDictionary<string, Flow>
        {
            ["guns"] = new()
            {
                Rate = new FlowRate(10 / 24.0, Counted.Shipments),
                Routes = new Routes { Shares = new OrderedDictionary<string, double> { ["road"] = 1 } },
            },
        },
        TeamTypes = new OrderedDictionary<string, TeamType>
        {
            ["team"] = new()
            {
                Officers = 4,
                Stops = .3,
                Finds = .5,
            },
        },
        TaskForces = new OrderedDictionary<string, TaskForce>
        {
            ["border"] = new()
            {
                Home = "bridge",
                Teams = new OrderedDictionary<string, int> { ["team"] = 1 },
            },
        },
        Checkpoints = new OrderedDictionary<string, Checkpoint> { ["bridge"] = new() },
        Deployments = new OrderedDictionary<string, Deployment>
        {
            ["nobody"] = new(),
            ["one_team"] = new()
            {
                Post = new OrderedDictionary<string, Posting>
                {
                    ["bridge"] = new() { TaskForce = "border", Team = "team" },
                },
            },
            ["the_same"] = new()
            {
                Post = new OrderedDictionary<string, Posting>
                {
                    ["bridge"] = new() { TaskForce = "border", Team = "team" },
                },
            },
        },
        Experiment = new ExperimentPlan
        {
            Replications = 100,
            Seed = 3,
            CompareWith = "one_team",
        },
    };

    [Test]
    public void One_team_seizes_fifteen_percent_and_nobody_nothing()
    {
        StudyResult result = Study.Run(scenario, new StudyOptions { Jobs = 2 }, progress: null, CancellationToken.None);

        // 30,000 shipments: standard error .0021; three of them are an error rate of .0027, with the seed fixed.
        Assert.That(result.Deployments[1].Measures["seizure_rate"].Mean, Is.EqualTo(.15).Within(.0063));
        Assert.That(
            result.Deployments[1].By[Dimension.Checkpoint]["bridge"]["shipments_seized"].Mean,
            Is.EqualTo(result.Deployments[1].Measures["shipments_seized"].Mean).Within(1e-9)
        );
        Assert.That(result.Deployments[0].Measures["firearms_seized"].Mean, Is.Zero);
        Assert.That(result.Deployments[0].Measures["hit_rate"].Mean, Is.Null);
        Assert.That(result.Comparisons[0].Verdict, Is.EqualTo(Verdict.ClearlyWorse));
        Assert.That(result.Work.Shipments, Is.GreaterThan(3 * 25_000));
    }

    [Test]
    public void A_deployment_equal_to_the_baseline_differs_by_exactly_nothing()
    {
        Comparison same = Study.Run(scenario, new StudyOptions { Jobs = 2 }, progress: null, CancellationToken.None).Comparisons[1];
        Assert.That(
            (same.Difference, same.Low, same.High, same.Verdict),
            Is.EqualTo(((double?)0, (double?)0, (double?)0, Verdict.NoDifferenceThatMatters))
        );
        Assert.That(same.PairingGain, Is.Null);
    }

    [Test]
    public void Threads_change_nothing()
    {
        StudyResult one = Study.Run(scenario, new StudyOptions { Jobs = 1 }, progress: null, CancellationToken.None);
        StudyResult five = Study.Run(scenario, new StudyOptions { Jobs = 5 }, progress: null, CancellationToken.None);
        Assert.That(five.Deployments[1].Periods, Is.EqualTo(one.Deployments[1].Periods));
        Assert.That(five.Deployments[1].Measures, Is.EqualTo(one.Deployments[1].Measures));
        Assert.That(five.Work, Is.EqualTo(one.Work));
    }
}
