using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Runs;

/// <summary>Words what a study comes to so far as reports word what it came to.</summary>
internal static class LiveWords
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
            [.. StudySoFar.Of(progress, scenario).Select(each => Row(each, scenario, scale))]
        );
    }

    private static LiveRow Row(DeploymentSoFar each, Scenario scenario, MeasureScale scale) =>
        new(
            Labels.Of(each.Name, scenario.Deployments[each.Name].Label),
            scale.Value(each.Value),
            each.Difference is { } words ? scale.Difference(words.Mean, words.Low, words.High) : null,
            scale.Drawn(each.Difference?.Mean),
            scale.Drawn(each.Difference?.Low),
            scale.Drawn(each.Difference?.High)
        );
}
