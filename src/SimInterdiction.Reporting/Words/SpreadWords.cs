using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>How single periods vary, in words.</summary>
public static class SpreadWords
{
    /// <summary>Of fewer periods nothing is said about 4 in 5 of them.</summary>
    public const int FewestReplications = 10;

    /// <summary>"1.5% to 2.5%": the percentiles with a tenth of their distance as resolution; "mostly 0%" where they
    /// are alike, but not all periods; "0% in all 20" where all are.</summary>
    public static string Of(MeasureScale scale, Estimate e, int replications)
    {
        if (e.P10 is not { } low || e.P90 is not { } high)
        {
            return Plain.Undefined;
        }

        return !AreKnown(e, replications) ? $"only {replications} simulated"
            : low == high && !(e.Sd > 0) ? $"{scale.Value(new Estimate(low, null, null))} in all {replications}"
            : low == high && e.Sd > 0 ? $"mostly {scale.Value(new Estimate(low, null, null))}"
            : scale.Spread(low, high);
    }

    /// <summary>Whether anything is known about how periods vary: percentiles of fewer than ten say nothing of 1 in
    /// 10.</summary>
    public static bool AreKnown(Estimate e, int replications) =>
        e is { P10: not null, P90: not null }
        && (replications >= FewestReplications || (replications > 1 && e.P10 == e.P90 && !(e.Sd > 0)));
}
