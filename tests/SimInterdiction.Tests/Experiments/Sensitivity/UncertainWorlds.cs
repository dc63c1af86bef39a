using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>Small scenarios with inputs nobody knows, whose differences theory knows.</summary>
internal static class UncertainWorlds
{
    /// <summary>
    /// One road, 40 shipments of one firearm a day, and one team at a time. All stop 50 %. The doubtful team finds
    /// <c>finds</c> of them, the known one 40 %: the difference in the seizure rate is (finds - 40 %) / 2, and 0 at
    /// finds = 40 %. Nothing depends on what the team that is never posted finds.
    /// </summary>
    public const string Linear = """
        length: 15 days
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51] } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 40 shipments per day, routes: { road: 100% } } }
        team_types:
          known: { officers: 4, stops: 50%, finds: 40% }
          doubtful: { officers: 4, stops: 50%, finds: { uncertain: [20%, 50%, 60%] } }
          idle: { officers: 4, stops: 50%, finds: { uncertain: [10%, 20%, 90%] } }
        task_forces: { border: { home: bridge, teams: { known: 1, doubtful: 1, idle: 1 } } }
        checkpoints: { bridge: {} }
        deployments:
          with_known: { post: { bridge: { task_force: border, team: known } } }
          with_doubtful: { post: { bridge: { task_force: border, team: doubtful } } }
          nobody: {}
        experiment: { compare_with: with_known, smallest_difference_that_matters: 1 point, seed: 5 }
        """;

    /// <summary>One team against nobody: the difference is stops x finds.</summary>
    public const string Product = """
        length: 10 days
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51] } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 40 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: { uncertain: [10%, 20%, 60%] }, finds: { uncertain: [40%, 60%, 80%] } } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { nobody: {}, team: { post: { bridge: { task_force: border, team: team } } } }
        experiment: { seed: 5 }
        """;

    public static UncertainScenario Of(string yaml)
    {
        ScenarioReading reading = ScenarioReader.ReadText(yaml);
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        return new UncertainScenario([.. reading.UncertainInputs.Select(u => new UncertainRange(u.Path, u.Best, u.Low, u.High))], values =>
            reading.With(input => values[reading.UncertainInputs.ToList().FindIndex(u => u.Path == input.Path)]).Scenario!
        );
    }

    public static SensitivityOptions Options(SensitivityMethod method, string deployment, int replications = 40) =>
        new()
        {
            Method = method,
            Deployment = deployment,
            Measure = MeasureCatalog.Find("seizure_rate")!,
            Replications = replications,
            Seed = 5,
            Jobs = 2,
        };

    public static SensitivityResult Run(string yaml, SensitivityOptions options) =>
        SensitivityAnalysis.Run(Of(yaml), options, progress: null, CancellationToken.None);
}
