using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Verification;

/// <summary>Cost is officer-hours and traces at their price, in estimates as in single replications: of one no luck is
/// left that is taken out of the other.</summary>
public sealed class CostOfTracesTests
{
    private const double Officers = 2 * 24 * 100 * 10;

    private const string World = """
        length: 100 days
        places: { city: { at: [29, -98] }, port: { at: [27, -99] } }
        corridors: { road: { path: [city, port] } }
        organizations: { gulf: { rings: { shares: [50%, 30%, 20%], life: 30 days } } }
        flows:
          guns:
            { organization: gulf, rate: RATE shipments per day, load: { empirical: { 1: 50%, 3: 30%, 9: 20% } }, routes: { road: 100% } }
        team_types: { team: { officers: 2, stops: 20%, finds: 50%, cost_per_officer_hour: 10 USD } }
        task_forces: { all: { home: city, teams: { team: 1 } } }
        checkpoints: { city: {} }
        tracing: { cost: 40 USD per trace, lead: { raises_stops: 3 } }
        deployments:
          plain: { post: { city: { task_force: all, team: team } } }
          traced: { based_on: plain, programmes: { tracing: on } }
        experiment: { compare_with: plain, seed: 5, also_report: [cost_usd, traces_submitted] }
        """;

    [TestCase(4, 12)]
    [TestCase(4, 30)]
    [TestCase(0.02, 30)]
    public void It_is_the_price_of_each_trace_more(double rate, int replications)
    {
        ScenarioReading reading = ScenarioReader.ReadText(World.Replace("RATE", $"{rate}", StringComparison.Ordinal));
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        StudyResult study = Study.Run(
            reading.Scenario! with
            {
                Experiment = reading.Scenario.Experiment with { Replications = replications },
            },
            new StudyOptions(),
            progress: null,
            default
        );
        foreach (DeploymentResult deployment in study.Deployments)
        {
            Estimate cost = deployment.Measures["cost_usd"];
            Estimate traces = deployment.Measures["traces_submitted"];
            Assert.That(cost.Mean, Is.EqualTo(Officers + (40 * traces.Mean)).Within(1e-6), deployment.Name);
            Assert.That(cost.Low, Is.EqualTo(Officers + (40 * traces.Low)).Within(1e-6), deployment.Name);
            Assert.That(cost.High, Is.EqualTo(Officers + (40 * traces.High)).Within(1e-6), deployment.Name);
        }

        Comparison[] more = [.. study.AlsoCompared];
        Assert.That(more.Select(c => c.Measure), Is.EqualTo(new[] { "cost_usd", "traces_submitted" }));
        Assert.That(more[0].Difference, Is.EqualTo(40 * more[1].Difference).Within(1e-6));
        Assert.That(more[0].Low, Is.EqualTo(40 * more[1].Low).Within(1e-6));
    }

    [Test]
    public void What_it_takes_to_seize_one_counts_it_alike()
    {
        StudyResult study = Study.Run(
            ScenarioReader.ReadText(World.Replace("RATE", "4", StringComparison.Ordinal)).Scenario! with
            { },
            new StudyOptions(),
            progress: null,
            default
        );
        IReadOnlyDictionary<string, Estimate> traced = study.Deployments[1].Measures;
        Assert.That(
            traced["cost_per_firearm_usd"].Mean,
            Is.EqualTo(traced["cost_usd"].Mean / traced["firearms_seized"].Mean).Within(1e-9).Percent
        );
    }
}
