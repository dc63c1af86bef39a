using System.Text.Json;
using SimInterdiction.Experiments.Calibration;

namespace SimInterdiction.Reporting.Calibration;

/// <summary>A fit for scripts; unknowns in the planner's unit and in the model's base unit, measures in their own
/// (rates are shares, times hours).</summary>
public static class CalibrationJson
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <param name="report">The fit.</param>
    /// <param name="file">Where the fitted scenario was written.</param>
    public static string Write(CalibrationReport report, string file) =>
        JsonSerializer.Serialize(
            new
            {
                Data = "synthetic",
                Scenario = new { File = report.Provenance.ScenarioFile, report.Provenance.Sha256 },
                Written = file,
                report.Result.Seed,
                report.Result.Replications,
                report.Result.Periods,
                Unknowns = report.Result.Unknowns.Zip(report.Scales, (unknown, scale) => new
                    {
                        Path = scale.Name,
                        scale.Calibrated,
                        scale.Uncertain,
                        scale.Before,
                        unknown.Value,
                        unknown.Interval.Low,
                        unknown.Interval.High,
                        SimulationError = unknown.SimulationError is { } error ? new { error.Low, error.High } : null,
                        SearchedFrom = unknown.Input.Low,
                        SearchedTo = unknown.Input.High,
                        unknown.Narrowed,
                        unknown.ReachesEnd,
                    }),
                Targets = report.Result.Targets.Select(check => new
                {
                    Measure = check.Target.Measure.Name,
                    Unit = check.Target.Measure.Unit.Name,
                    check.Target.Deployment,
                    check.Target.Value,
                    check.Target.GiveOrTake,
                    check.Average.Mean,
                    check.Average.Low,
                    check.Average.High,
                    check.Average.Sd,
                    IsMet = check.Met == Met.Yes,
                    IsDecided = check.Met != Met.NotDecided,
                }),
                SettingsTried = report.Result.Draws?.All.Count,
                SettingsKept = report.Result.Draws?.Kept.Count,
                SettingsFailed = report.Result.Draws?.Failed.Count,
                Entangled = report.Result.Entangled.Select(pair => new
                {
                    First = report.Scales[pair.First].Name,
                    Second = report.Scales[pair.Second].Name,
                    pair.Correlation,
                    Slope = double.IsFinite(pair.Slope) ? pair.Slope : (double?)null,
                    pair.IsProduct,
                }),
            },
            Json
        );
}
