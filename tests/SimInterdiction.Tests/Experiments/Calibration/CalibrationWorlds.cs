using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Experiments.Calibration;

/// <summary>A world whose answers are products: ten shipments a day for thirty days, of which a team stops 30 % and
/// finds 50 %.</summary>
internal static class CalibrationWorlds
{
    public const double RatePerDay = 10;
    public const double Stops = 0.3;
    public const double Finds = 0.5;
    public const double Days = 30;

    private const string Yaml = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { stops: 30%, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { posted: { post: { bridge: { task_force: border, team: team } } } }
        """;

    private static readonly string Loaded = Yaml.Replace(
        "rate: 10 shipments per day,",
        "rate: 10 shipments per day, load: { empirical: { 1: 50%, 3: 30%, 9: 20% } },",
        StringComparison.Ordinal
    );

    public const string StopsFrom5To90 = "team_types.team.stops between 5% and 90%";
    public const string FindsFrom10To90 = "team_types.team.finds between 10% and 90%";
    public const string RateFrom4To40 = "flows.guns.rate between 4 and 40 shipments per day";

    public static UncertainScenario World(params string[] fits) => WorldOf(Yaml, fits);

    /// <summary>The same in which the team stops every shipment.</summary>
    public static UncertainScenario WhereAllAreStopped(params string[] fits) =>
        WorldOf(Yaml.Replace("stops: 30%", "stops: 100%", StringComparison.Ordinal), fits);

    /// <summary>The same with loads of 1 to 9 firearms.</summary>
    public static UncertainScenario WithLoads(params string[] fits) => WorldOf(Loaded, fits);

    private static UncertainScenario WorldOf(string yaml, string[] fits)
    {
        ScenarioReading reading = ScenarioReader.ReadText(yaml, options: new ReadingOptions { Fits = fits });
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        return UncertainFile.Of(reading, reading.CalibratedInputs);
    }

    public static CalibrationTarget Target(string measure, double value, double giveOrTake = 0) =>
        new(MeasureCatalog.Find(measure)!, "posted", value, giveOrTake);

    public static CalibrationOptions Options(int replications, long seed) =>
        new()
        {
            Replications = replications,
            Seed = seed,
            Jobs = 1,
        };

    public static CalibrationOutcome Fit(UncertainScenario world, CalibrationOptions options, params CalibrationTarget[] targets) =>
        ScenarioCalibration.Run(world, targets, options, CancellationToken.None);

    public static CalibrationResult Calibrated(UncertainScenario world, CalibrationOptions options, params CalibrationTarget[] targets)
    {
        CalibrationOutcome outcome = Fit(world, options, targets);
        Assert.That(outcome, Is.InstanceOf<CalibrationOutcome.Calibrated>());
        return ((CalibrationOutcome.Calibrated)outcome).Result;
    }

    /// <summary>A measure in single periods of the world as it is, with luck of their own.</summary>
    public static IReadOnlyList<double> Periods(string measure, int count, long seed) => PeriodsOf(Yaml, measure, count, seed);

    /// <summary>The same with loads, of which searches find few.</summary>
    public static IReadOnlyList<double> RarePeriods(string measure, double finds, int count, long seed) =>
        PeriodsOf(Loaded.Replace("finds: 50%", $"finds: {finds}", StringComparison.Ordinal), measure, count, seed);

    private static IReadOnlyList<double> PeriodsOf(string yaml, string measure, int count, long seed)
    {
        ScenarioReading reading = ScenarioReader.ReadText(yaml + $"\nexperiment: {{ measure: {measure} }}\n");
        StudyResult result = Study.Run(
            reading.Scenario!,
            new StudyOptions
            {
                Replications = count,
                Seed = seed,
                Jobs = 1,
            },
            progress: null,
            CancellationToken.None
        );
        return result.Deployments[0].Periods;
    }
}
