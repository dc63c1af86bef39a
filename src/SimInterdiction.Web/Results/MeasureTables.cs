using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Results;

/// <summary>Every measure of a run by deployment, worded as its report words them.</summary>
internal static class MeasureTables
{
    /// <summary>The measure that deployments are compared by first.</summary>
    /// <param name="study">What the run came to.</param>
    /// <param name="further">Comparisons by measures that the study does not ask for; null where they are not read
    /// yet.</param>
    public static IReadOnlyList<MeasureTable> Of(StudyResult study, IReadOnlyList<Comparison>? further)
    {
        var view = new StudyView(study);
        return
        [
            Table(view, study.Measure, further),
            .. MeasureCatalog
                .All.Where(measure => measure != study.Measure && study.Deployments.Any(each => IsThere(each, measure)))
                .Select(measure => Table(view, measure, further)),
        ];
    }

    /// <summary>The measures of which a study keeps no comparisons, and could.</summary>
    /// <param name="study">What the run came to.</param>
    public static IEnumerable<Measure> Further(StudyResult study) =>
        MeasureCatalog.All.Where(measure =>
            measure != study.Measure
            && measure.Estimator != Estimator.Pooled
            && study.AlsoCompared.All(each => each.Measure != measure.Name)
            && study.Deployments.Any(each => IsThere(each, measure))
        );

    private static bool IsThere(DeploymentResult deployment, Measure measure) =>
        deployment.Measures.TryGetValue(measure.Name, out Estimate estimate) && estimate.Mean is not null;

    private static MeasureTable Table(StudyView view, Measure measure, IReadOnlyList<Comparison>? further)
    {
        bool isMain = measure == view.Study.Measure;
        MeasureScale scale = isMain ? view.Scale : MeasureScale.Of(measure);
        Comparison[] comparisons = isMain
            ? [.. view.Study.Comparisons]
            : [.. view.Study.AlsoCompared.Concat(further ?? []).Where(each => each.Measure == measure.Name)];
        return new MeasureTable(
            measure.Name,
            measure.Label,
            measure.Meaning,
            scale.AxisUnit,
            NoteOf(view.Study, measure, comparisons),
            further is not null || isMain || measure.Estimator == Estimator.Pooled || comparisons.Length > 0,
            [.. view.Study.Deployments.Select(each => Row(view, measure, scale, each, comparisons))]
        );
    }

    // What the numbers don't say of themselves.
    private static string NoteOf(StudyResult study, Measure measure, Comparison[] comparisons)
    {
        string undefined =
            study.Deployments.Any(each => !IsThere(each, measure) || comparisons.Any(one => one.Difference is null))
            && measure.Estimator != Estimator.Pooled
                ? " Undefined where there was nothing to measure, there or in the baseline."
                : string.Empty;
        return measure.Estimator == Estimator.Pooled
                ? "It is itself measured against the baseline, over all replications together: there is no difference to take."
            : comparisons.Length == 0 ? string.Empty
            : "Differences are taken replication by replication; their 95% intervals hold together for all deployments"
                + (measure == study.Measure ? "." : ", for this measure on its own.")
                + undefined;
    }

    private static MeasureRow Row(
        StudyView view,
        Measure measure,
        MeasureScale scale,
        DeploymentResult deployment,
        IReadOnlyList<Comparison> comparisons
    )
    {
        Estimate estimate = StudyView.MeasureOf(deployment, measure.Name);
        Comparison? comparison = comparisons.FirstOrDefault(each => each.Deployment == deployment.Name);
        return new MeasureRow(
            view.MarkedLabelOf(deployment.Name),
            deployment == view.Baseline,
            scale.ValueWithInterval(estimate),
            estimate.Mean,
            comparison is null ? null : scale.Difference(comparison),
            comparison?.Difference,
            comparison is not null && measure == view.Study.Measure && view.Study.IsComplete
                ? Plain.Capital(comparison.Verdict.ToWords())
                : null,
            Digits.Hours(deployment.OfficerHours),
            deployment.OfficerHours
        );
    }
}

/// <summary>A measure by deployment.</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Label">What people see.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Unit">The unit of differences; empty for a bare number.</param>
/// <param name="Note">How to read its differences, or why there are none.</param>
/// <param name="IsWhole">Whether differences are there as far as they can be; others are read when they are asked
/// for.</param>
/// <param name="Rows">In the file's order.</param>
internal sealed record MeasureTable(
    string Name,
    string Label,
    string Meaning,
    string Unit,
    string Note,
    bool IsWhole,
    IReadOnlyList<MeasureRow> Rows
);

/// <summary>A deployment.</summary>
/// <param name="Label">What people see.</param>
/// <param name="IsBaseline">Whether others are compared with it.</param>
/// <param name="Value">The measure with its interval.</param>
/// <param name="Number">Its average, to sort by; null where it is undefined.</param>
/// <param name="Difference">From the baseline; null where it is not compared.</param>
/// <param name="DifferenceNumber">The same, to sort by.</param>
/// <param name="Verdict">Of the measure that deployments are compared by; null for others, and before a run is
/// done.</param>
/// <param name="Hours">Its officer-hours.</param>
/// <param name="HoursNumber">The same, to sort by.</param>
internal sealed record MeasureRow(
    string Label,
    bool IsBaseline,
    string Value,
    double? Number,
    string? Difference,
    double? DifferenceNumber,
    string? Verdict,
    string Hours,
    double HoursNumber
);
