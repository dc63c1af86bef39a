using System.Text.Json;
using SimInterdiction.Application.Comparisons;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Cli.Presenters;

/// <summary>A comparison of runs for scripts: everything, also what is the same.</summary>
internal static class RunTableJson
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
    };

    public static string Write(RunTable table) =>
        JsonSerializer.Serialize(
            new
            {
                Data = "synthetic",
                Measure = table.Measure.Name,
                Unit = table.Measure.Unit.Name,
                Runs = table.Runs.Select(run => new
                {
                    run.Run,
                    run.Name,
                    run.File,
                    run.Replications,
                    run.ReplicationsAsked,
                    run.Seed,
                    run.LengthHours,
                    run.Answer,
                    run.Best,
                    Verdicts = run.Verdicts.ToDictionary(each => each.Key, each => each.Value.ToWords()),
                }),
                SameLuck = table.IsSameLuck,
                Settings = table.Settings.Select(row => row with { Path = CommandWording.OfSetting(row.Path) }),
                Deployments = table.Rows.Select(row => new
                {
                    row.Name,
                    row.Replications,
                    Estimates = row.Estimates.Select(e =>
                        e is { } estimate
                            ? new
                            {
                                estimate.Mean,
                                estimate.Low,
                                estimate.High,
                                estimate.VarianceLeft,
                            }
                            : null
                    ),
                    Differences = row.Differences.Select(Difference),
                }),
            },
            Json
        ) + "\n";

    private static object? Difference(Comparison? comparison) =>
        comparison is null
            ? null
            : new
            {
                comparison.Difference,
                comparison.Low,
                comparison.High,
                comparison.PairingGain,
                comparison.VarianceLeft,
            };
}
