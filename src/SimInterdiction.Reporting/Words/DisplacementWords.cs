using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Words;

/// <summary>What adapting cancels of what a deployment achieves, in words.</summary>
public static class DisplacementWords
{
    // An interval around 0 no wider than this says that adapting cancels next to nothing.
    private const double Tight = 0.1;

    // A tenth of a percent is next to nothing.
    private static readonly MeasureScale Shares = new(100, string.Empty, "%", string.Empty) { Finest = -1 };

    /// <summary>Why there is nothing to tell of a study; null where there is something.</summary>
    internal static string? Nothing(StudyView view) =>
        !view.Study.IsAdaptive ? "Nobody adapts in this study: what a deployment achieves is not cancelled."
        : view.Ranked.All(c => c is { Difference: null } or { Frozen: null or { Mean: null } })
            ? "There is no difference between deployments to show."
        : null;

    /// <summary>"Adapting cancels 16% (8% to 24%) of the gain of North over Today": of the best whose difference
    /// matters, or may.</summary>
    internal static string Headline(StudyView view)
    {
        if (Nothing(view) is { } nothing)
        {
            return nothing.TrimEnd('.');
        }

        if (Compared(view) is not { } compared)
        {
            return "No difference is large and sure enough to say how much of it adapting cancels";
        }

        DeploymentResult told = view.Deployment(compared);
        bool isGain = view.Study.Measure.BetterWhen * compared.Difference > 0;
        string difference = isGain
            ? $"the gain of {told.Label} over {view.Baseline.Label}"
            : $"the difference between {told.Label} and {view.Baseline.Label}";
        Estimate takes = StudyView.MeasureOf(told, MeasureCatalog.DisplacementTakesBack);
        return takes switch
        {
            { Low: > 0 } => $"Adapting cancels {Shares.ValueWithInterval(takes)} of {difference}",
            { High: < 0 } => $"{Plain.Capital(difference)} grows once traffickers adapt, by "
                + $"{Shares.ValueWithInterval(Turned(takes))}",
            _ when IsNextToNothing(takes) => $"Adapting cancels at most about {Bound(takes)} of {difference}",
            _ => $"Too few runs to say whether adapting cancels any of {difference}",
        };
    }

    /// <summary>The comparison that the headline tells of; null where it tells of none.</summary>
    internal static Comparison? Compared(StudyView view) =>
        view.Ranked.FirstOrDefault(c =>
            c.Verdict != Verdict.NoDifferenceThatMatters
            && StudyView.MeasureOf(view.Deployment(c), MeasureCatalog.DisplacementTakesBack).Mean is not null
        );

    /// <summary>"12% (8% to 16%)", "at most 1%", "grows by 12% (8% to 16%)" where adapting adds to it; a dash where the
    /// difference itself, or whether any of it is cancelled, is not sure.</summary>
    internal static string Cancelled(DeploymentResult deployment) =>
        StudyView.MeasureOf(deployment, MeasureCatalog.DisplacementTakesBack) switch
        {
            { Mean: not null } e when IsNextToNothing(e) => $"at most {Bound(e)}",
            { High: < 0 } e when IsKnown(e) => $"grows by {Shares.ValueWithInterval(Turned(e))}",
            { Low: > 0 } e when IsKnown(e) => Shares.ValueWithInterval(e),
            _ => Plain.Dash,
        };

    /// <summary>"12%".</summary>
    internal static string Share(Estimate share) => Plain.Cell(Shares.Value(share));

    private static Estimate Turned(Estimate share) => new(-share.Mean, -share.High, -share.Low);

    private static bool IsNextToNothing(Estimate share) => share is { Low: <= 0, High: >= 0 } && share.High - share.Low <= Tight;

    // Rounded up: at most is at most.
    private static string Bound(Estimate share) => $"{Digits.Whole(Math.Max(1, Math.Ceiling((100 * share.High!.Value) - 1e-9)))}%";

    // A share that may be anything is not worth a number.
    private static bool IsKnown(Estimate share) => share.High - share.Low <= 1;
}
