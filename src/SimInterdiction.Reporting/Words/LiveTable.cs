using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Reporting.Words;

/// <summary>What the deployments of a study come to so far, worded as reports word what they came to.</summary>
/// <param name="Measure">The measure's label.</param>
/// <param name="Unit">The unit of differences.</param>
/// <param name="TooSmall">The smallest difference that matters, in that unit; 0 for none.</param>
/// <param name="Rows">In the file's order.</param>
public sealed record LiveTable(string Measure, string Unit, double TooSmall, IReadOnlyList<LiveRow> Rows)
{
    /// <param name="progress">The study, while its callback runs.</param>
    /// <param name="scenario">Its scenario.</param>
    public static LiveTable Of(StudyProgress progress, Scenario scenario)
    {
        double matters = scenario.Experiment.SmallestDifferenceThatMatters;
        MeasureScale scale = MeasureScale.Of(progress.Measure, matters);
        return new LiveTable(
            progress.Measure.Label,
            scale.AxisUnit,
            matters * scale.Factor,
            [.. StudySoFar.Of(progress, scenario).Select(each => LiveRow.Of(each, scenario, scale))]
        );
    }
}

/// <summary>One deployment.</summary>
/// <param name="Label">What people see.</param>
/// <param name="Value">Its measure, in words.</param>
/// <param name="Words">How it differs from the baseline, in words; null for the baseline.</param>
/// <param name="Difference">The same as a number, as it is drawn.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
public sealed record LiveRow(string Label, string Value, string? Words, double? Difference, double? Low, double? High)
{
    internal static LiveRow Of(DeploymentSoFar each, Scenario scenario, MeasureScale scale) =>
        new(
            Labels.Of(each.Name, scenario.Deployments[each.Name].Label),
            scale.Value(each.Value),
            each.Difference is { } words ? scale.Difference(words.Mean, words.Low, words.High) : null,
            scale.Drawn(each.Difference?.Mean),
            scale.Drawn(each.Difference?.Low),
            scale.Drawn(each.Difference?.High)
        );
}
