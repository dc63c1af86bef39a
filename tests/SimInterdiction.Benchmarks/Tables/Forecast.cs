using System.Diagnostics;
using System.Globalization;
using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>How long an analysis of southbound.yaml is said to take, beside what it takes; both without
/// saving.</summary>
internal static class Forecast
{
    private const int Replications = 10;

    private static readonly SensitivityMethod[] Methods =
    [
        SensitivityMethod.Tornado,
        SensitivityMethod.Morris,
        SensitivityMethod.Sobol,
        SensitivityMethod.Map,
    ];

    public static int Run(int rounds)
    {
        ScenarioReading reading = ScenarioReader.ReadFile(
            Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml"),
            new ReadingOptions()
        );
        var paths = reading.UncertainInputs.Select(input => input.Path).ToList();
        var uncertain = new UncertainScenario(
            [.. reading.UncertainInputs.Select(input => new UncertainRange(input.Path, input.Best, input.Low, input.High))],
            values => reading.With(input => values[paths.IndexOf(input.Path)]).Scenario!
        );
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| method | settings planned | told, s | took, s | told over took |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (SensitivityMethod method in Methods)
        {
            Print(uncertain, reading.Scenario!.Baseline, method, rounds);
        }

        return 0;
    }

    private static void Print(UncertainScenario uncertain, string baseline, SensitivityMethod method, int rounds)
    {
        var options = new SensitivityOptions
        {
            Method = method,
            Deployment = "houston_to_dallas",
            Measure = MeasureCatalog.Find("seizure_rate")!,
            Replications = Replications,
            Seed = 1,
            Samples = 10,
        };
        int settings = PlannedSettings.Of(uncertain, options).Count;
        (double Told, double Took)[] each = [.. Enumerable.Range(0, rounds).Select(_ => Once())];
        string[] cells =
        [
            $"{method}",
            settings.ToString(CultureInfo.InvariantCulture),
            Sample.MedianAndRange([.. each.Select(e => e.Told)], "0.0"),
            Sample.MedianAndRange([.. each.Select(e => e.Took)], "0.0"),
            Sample.MedianAndRange([.. each.Select(e => e.Told / e.Took)], "0.00"),
        ];
        Console.WriteLine($"| {string.Join(" | ", cells)} |");

        (double Told, double Took) Once()
        {
            double told = SensitivityTrial
                .Seconds(
                    uncertain,
                    options,
                    [baseline, options.Deployment],
                    settings,
                    TimeSpan.FromSeconds(3),
                    TimeProvider.System,
                    default
                )!
                .Value;
            long began = Stopwatch.GetTimestamp();
            SensitivityAnalysis.Run(uncertain, options, progress: null, default);
            return (told, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
    }
}
