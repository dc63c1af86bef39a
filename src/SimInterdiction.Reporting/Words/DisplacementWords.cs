using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Words;

/// <summary>What rerouting cancels of what a deployment achieves, in words.</summary>
public static class DisplacementWords
{
    private static readonly MeasureScale Shares = new(100, string.Empty, "%", string.Empty);

    /// <summary>Why there is nothing to tell of a study; null where there is something.</summary>
    internal static string? Nothing(StudyView view) =>
        !view.Study.IsAdaptive ? "Nobody adapts in this study: what a deployment achieves is not cancelled."
        : view.Ranked.All(c => c is { Difference: null } or { Frozen: null or { Mean: null } })
            ? "There is no difference between deployments to show."
        : null;

    /// <summary>"Rerouting cancels 16% (8% to 24%) of the gain of North over Today": of the best whose difference
    /// matters, or may.</summary>
    internal static string Headline(StudyView view)
    {
        if (Nothing(view) is { } nothing)
        {
            return nothing.TrimEnd('.');
        }

        Comparison? compared = view.Ranked.FirstOrDefault(c =>
            c.Verdict != Verdict.NoDifferenceThatMatters
            && StudyView.MeasureOf(view.Deployment(c), MeasureCatalog.DisplacementTakesBack).Mean is not null
        );
        if (compared is null)
        {
            return "No difference is large and sure enough to say how much of it rerouting cancels";
        }

        DeploymentResult told = view.Deployment(compared);
        bool isGain = view.Study.Measure.BetterWhen * compared.Difference > 0;
        string difference = isGain
            ? $"the gain of {told.Label} over {view.Baseline.Label}"
            : $"the difference between {told.Label} and {view.Baseline.Label}";
        Estimate takes = StudyView.MeasureOf(told, MeasureCatalog.DisplacementTakesBack);
        return takes switch
        {
            { Low: > 0 } => $"Rerouting cancels {Shares.ValueWithInterval(takes)} of {difference}",
            { High: < 0 } => $"{Plain.Capital(difference)} grows once traffickers adapt, by "
                + $"{Shares.ValueWithInterval(new Estimate(-takes.Mean, -takes.High, -takes.Low))}",
            _ => $"Too few runs to say whether rerouting cancels any of {difference}",
        };
    }

    /// <summary>"12% (8% to 16%)"; a dash where the difference itself, or its part, is not sure.</summary>
    internal static string Cancelled(DeploymentResult deployment) =>
        StudyView.MeasureOf(deployment, MeasureCatalog.DisplacementTakesBack) is { Mean: not null } e && IsKnown(e)
            ? Shares.ValueWithInterval(e)
            : Plain.Dash;

    /// <summary>"12%".</summary>
    internal static string Share(Estimate share) => Plain.Cell(Shares.Value(share));

    // A share that may be anything is not worth a number.
    private static bool IsKnown(Estimate share) => share.High - share.Low <= 1;
}
