using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>Everything about rings, leads on them and cases that nobody knows may be marked uncertain, and moves the
/// difference to the side that it must. Seeds are fixed; every interval is on that side whole.</summary>
public sealed class DoubtAboutRingsTests
{
    private const string Plan = """
        length: 300 days
        warm_up: 60 days
        places: { city: { at: [29.76, -95.37] }, port: { at: [25.95, -97.40], kind: port } }
        corridors: { road: { path: [city, port] } }
        organizations:
          network:
            rings:
              number: { uncertain: [2, 6, 60] }
              sizes: { lognormal: { median: 1, sigma: { uncertain: [0.1, 0.5, 2] } } }
              life: { uncertain: [5 days, 30 days, 300 days] }
        flows: { guns: { rate: 10 shipments per day, organization: network, routes: { road: 100% } } }
        team_types: { roadside: { officers: 6, stops: 5%, finds: 100% } }
        task_forces: { county: { home: city, teams: { roadside: 1 } } }
        checkpoints: { city: {} }
        tracing: { lead: { raises_stops: { uncertain: [1, 3, 6] }, life: 60 days } }
        trafficking_group:
          opens_at: 1 lead
          within: 90 days
          capacity: 100
          takes: 1 day
          replaced_after: 40 days
          substitution: { uncertain: [0%, 50%, 100%] }
          officers: 1
        deployments:
          alone: { post: { city: { task_force: county, team: roadside } } }
          tracing: { based_on: alone, programmes: { tracing: on } }
          group: { based_on: tracing, programmes: { trafficking_group: on } }
        experiment: { seed: 5, smallest_difference_that_matters: 1 point }
        """;

    private const string Rings = "organizations.network.rings.";

    [TestCase(Rings + "number", -1, TestName = "More rings are known less")]
    [TestCase(Rings + "sizes.lognormal.sigma", 1, TestName = "Rings of unequal size are known more")]
    [TestCase(Rings + "life", 1, TestName = "Rings that last are known more")]
    [TestCase("tracing.lead.raises_stops", 1, TestName = "A lead that is worth more adds more")]
    public void What_tracing_adds_moves_with(string path, int side)
    {
        SimulatedValue swing = Swing("tracing", "seizure_rate", path);
        Assert.That(side > 0 ? swing.Low : -swing.High, Is.GreaterThan(0));
    }

    [Test]
    public void The_more_others_take_over_the_more_arrives_in_spite_of_cases() =>
        Assert.That(Swing("group", "firearms_delivered", "trafficking_group.substitution").Low, Is.GreaterThan(0));

    [Test]
    public void A_table_says_which_verdicts_survive()
    {
        VerdictTable table = UncertainWorlds.Run(Plan, UncertainWorlds.Options(SensitivityMethod.Verdicts, "tracing", 10)).Verdicts!;

        // Best guess, two ends of five inputs, and the corners of three.
        Assert.That(table.Settings, Has.Count.EqualTo(1 + 10 + 8));
        DeploymentVerdicts tracing = table.Deployments.Single(d => d.Name == "tracing");
        Assert.That((tracing.At[0].Verdict, tracing.SurvivesEverywhere), Is.EqualTo((Verdict.ClearlyBetter, false)));
        int worthless = table.Settings.ToList().FindIndex(s => s.Changed is [{ Path: "tracing.lead.raises_stops", Value: 1 }]);
        Assert.That(
            (tracing.At[worthless].Difference.Value, tracing.At[worthless].Verdict),
            Is.EqualTo((0, Verdict.NoDifferenceThatMatters)),
            "leads worth nothing"
        );
    }

    [Test]
    public void Only_the_number_of_rings_is_drawn_whole() =>
        Assert.That(UncertainFile.Of(ScenarioReader.ReadText(Plan)).Whole, Is.EqualTo(new[] { Rings + "number" }));

    private static SimulatedValue Swing(string deployment, string measure, string path) =>
        UncertainWorlds
            .Run(Plan, UncertainWorlds.Options(SensitivityMethod.Tornado, deployment, 20) with { Measure = MeasureCatalog.Find(measure)! })
            .Tornado!.Single(s => s.Path == path)
            .Swing;
}
