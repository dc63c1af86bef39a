using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Experiments.Analysis;

public sealed class StudySoFarTests
{
    private const string Plan = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 30%, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 2 } } }
        checkpoints: { bridge: {} }
        deployments:
          nobody: {}
          one_team: { post: { bridge: { task_force: border, team: team } } }
          two_teams: { post: { bridge: { task_force: border, team: team, count: 2 } } }
        length: 30 days
        experiment: { replications: 20, seed: 3 }
        """;

    [TestCase(false)]
    [TestCase(true)]
    public void With_the_last_replication_it_is_what_the_study_comes_to(bool isPart)
    {
        Scenario scenario = ScenarioReader.ReadText(Plan).Scenario!;
        var options = new StudyOptions { Only = isPart ? ["two_teams"] : null, Jobs = 2 };
        var seen = new List<IReadOnlyList<DeploymentSoFar>>();
        StudyResult result = Study.Run(scenario, options, progress => seen.Add(StudySoFar.Of(progress, scenario)), CancellationToken.None);
        Assert.That(seen, Has.Count.EqualTo(20 + result.Deployments.Count));
        Assert.That(
            seen[^1].Select(each => (each.Name, each.Value.Mean, each.Value.Low, each.Value.High)),
            Is.EqualTo(
                result
                    .Deployments.Select(d => (d.Name, d.Measures["seizure_rate"]))
                    .Select(d => (d.Name, d.Item2.Mean, d.Item2.Low, d.Item2.High))
            )
        );
        Assert.That(
            seen[^1]
                .Where(each => each.Difference is not null)
                .Select(each => (each.Name, each.Difference!.Value.Mean, each.Difference.Value.Low, each.Difference.Value.High)),
            Is.EqualTo(result.Comparisons.Select(c => (c.Deployment, c.Difference, c.Low, c.High)))
        );
        Assert.That(seen[^1].Single(each => each.Difference is null).Name, Is.EqualTo(result.Baseline));
    }

    [Test]
    public void Looking_changes_nothing()
    {
        Scenario scenario = ScenarioReader.ReadText(Plan).Scenario!;
        StudyResult looked = Study.Run(scenario, new StudyOptions(), progress => StudySoFar.Of(progress, scenario), CancellationToken.None);
        StudyResult unseen = Study.Run(scenario, new StudyOptions(), null, CancellationToken.None);
        Assert.That(
            looked.Comparisons.Select(c => (c.Difference, c.Low, c.High)),
            Is.EqualTo(unseen.Comparisons.Select(c => (c.Difference, c.Low, c.High)))
        );
    }

    [Test]
    public void After_one_replication_there_is_no_interval()
    {
        Scenario scenario = ScenarioReader.ReadText(Plan).Scenario!;
        var seen = new List<IReadOnlyList<DeploymentSoFar>>();
        Study.Run(scenario, new StudyOptions(), progress => seen.Add(StudySoFar.Of(progress, scenario)), CancellationToken.None);
        Assert.That(seen[3].Select(each => each.Difference?.Low), Has.All.Null);
        Assert.That(seen[3].Select(each => each.Value.Mean), Has.All.Not.Null);
        Assert.That(seen[4].Count(each => each.Difference?.Low is not null), Is.EqualTo(2));
    }

    [Test]
    public void Each_deployment_is_seen_as_soon_as_its_first_replication_is_simulated()
    {
        Scenario scenario = ScenarioReader.ReadText(Plan).Scenario!;
        var seen = new List<(int Done, IReadOnlyList<DeploymentSoFar> Rows)>();
        Study.Run(
            scenario,
            new StudyOptions(),
            progress => seen.Add((progress.Done, StudySoFar.Of(progress, scenario))),
            CancellationToken.None
        );
        Assert.That(seen.Take(4).Select(each => (each.Done, each.Rows.Count)), Is.EqualTo([(0, 1), (0, 2), (0, 3), (1, 3)]));
        Assert.That(seen[2].Rows, Is.EqualTo(seen[3].Rows), "the same before it is merged as after");
    }

    [Test]
    public void Before_the_baseline_is_simulated_nothing_is_compared_with_it()
    {
        Scenario scenario = ScenarioReader
            .ReadText(Plan.Replace("seed: 3", "seed: 3, compare_with: two_teams", StringComparison.Ordinal))
            .Scenario!;
        var seen = new List<IReadOnlyList<DeploymentSoFar>>();
        Study.Run(scenario, new StudyOptions(), progress => seen.Add(StudySoFar.Of(progress, scenario)), CancellationToken.None);
        Assert.That(seen[1].Select(each => each.Difference), Is.All.EqualTo(new Estimate(null, null, null)));
        Assert.That(seen[2].Take(2).Select(each => each.Difference?.Mean), Is.All.Not.Null);
        Assert.That(seen[2][2].Difference, Is.Null);
    }
}
