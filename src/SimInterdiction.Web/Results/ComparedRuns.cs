using SimInterdiction.Application.Comparisons;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Results;

/// <summary>Runs side by side, in words: only what is not the same in all of them.</summary>
/// <param name="Measure">The name of what is compared.</param>
/// <param name="Label">The same as people see it.</param>
/// <param name="Measures">What could be compared instead.</param>
/// <param name="Runs">In the order asked for; the others are compared with the first.</param>
/// <param name="Disagreements">Which winners and verdicts differ, a sentence each.</param>
/// <param name="Settings">The settings that differ.</param>
/// <param name="Rows">The deployments that came out differently.</param>
/// <param name="Notes">How to read it, a sentence each.</param>
internal sealed record ComparedRuns(
    string Measure,
    string Label,
    IReadOnlyList<MeasureChoice> Measures,
    IReadOnlyList<ComparedRun> Runs,
    IReadOnlyList<string> Disagreements,
    IReadOnlyList<SettingRow> Settings,
    IReadOnlyList<ComparedDeployment> Rows,
    IReadOnlyList<string> Notes
)
{
    /// <summary>How many runs can be compared at once.</summary>
    public const int MostRuns = 20;

    /// <param name="table">What differs.</param>
    /// <param name="addresses">How the page addresses each run.</param>
    public static ComparedRuns Of(RunTable table, IReadOnlyList<string> addresses) =>
        new(
            table.Measure.Name,
            table.Measure.Label,
            [
                .. MeasureCatalog
                    .All.Where(measure => measure.Estimator != Estimator.Pooled)
                    .Select(measure => new MeasureChoice(measure.Name, measure.Label)),
            ],
            [.. table.Runs.Select((run, i) => Run(run, ComparisonWords.Letter(i), addresses[i]))],
            [.. ComparisonWords.Disagreements(table)],
            [.. table.Settings.Select(setting => setting with { Label = NameOf(setting) })],
            [.. table.Rows.Where(row => !row.IsTheSame).Select(row => Row(table, row))],
            [.. ComparisonWords.Notes(table, mark: null)]
        );

    private static ComparedRun Run(RunColumn run, string letter, string address) =>
        new(
            letter,
            address,
            run.Run,
            run.Name,
            $"{run.File}, {Plain.Count(run.Replications, "replication")}"
                + (run.Replications < run.ReplicationsAsked ? $" of {Digits.Whole(run.ReplicationsAsked)}" : string.Empty),
            run.Best is { } best ? $"{run.Answer} {best}" : run.Answer
        );

    private static ComparedDeployment Row(RunTable table, DeploymentRow row) =>
        new(
            ComparisonWords.Over(table, row) is { } over ? $"{row.Label} ({over})" : row.Label,
            table.VerdictsDiffer(row),
            [
                .. table.Runs.Select(
                    (run, i) =>
                        new ComparedValue(
                            ComparisonWords.Letter(i),
                            ComparisonWords.Value(table, row, i),
                            run.Verdicts.TryGetValue(row.Name, out Verdict verdict) ? Plain.Capital(verdict.ToWords()) : null,
                            i == 0 ? null : ComparisonWords.Difference(table, row, i),
                            i > 0 && ComparisonWords.MayBeChance(row.Differences[i - 1])
                        )
                ),
            ]
        );

    // What a run was asked for and no file says.
    private static string NameOf(SettingRow setting) =>
        setting.Path switch
        {
            RunTable.AdaptiveRow => "Traffickers adapt",
            RunTable.UncertaintyRow => "Uncertain inputs are drawn anew",
            RunTable.OnlyRow => "Deployments asked for",
            _ => setting.Label,
        };
}

/// <summary>A measure that can be compared.</summary>
internal sealed record MeasureChoice(string Name, string Label);

/// <summary>A run that is compared.</summary>
/// <param name="Letter">How the others call it here.</param>
/// <param name="Run">How the page addresses it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; null where it has none.</param>
/// <param name="About">Its file and replications.</param>
/// <param name="Answer">What it answers by itself.</param>
internal sealed record ComparedRun(string Letter, string Run, string Id, string? Name, string About, string Answer);

/// <summary>A deployment in all runs.</summary>
/// <param name="Label">What people see.</param>
/// <param name="VerdictsDiffer">Whether runs have different verdicts on it.</param>
/// <param name="Values">By run.</param>
internal sealed record ComparedDeployment(string Label, bool VerdictsDiffer, IReadOnlyList<ComparedValue> Values);

/// <summary>A deployment in one run.</summary>
/// <param name="Letter">The run.</param>
/// <param name="Value">The measure, with its interval.</param>
/// <param name="Verdict">Against the run's own baseline; null where there is none.</param>
/// <param name="Difference">The measure less that of the first run; null in that.</param>
/// <param name="MayBeChance">Whether that may be chance alone.</param>
internal sealed record ComparedValue(string Letter, string Value, string? Verdict, string? Difference, bool MayBeChance);
