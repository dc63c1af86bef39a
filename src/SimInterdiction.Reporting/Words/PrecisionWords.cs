using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What became of a precision that was asked for.</summary>
public static class PrecisionWords
{
    /// <summary>One or two sentences; null where no precision was asked for.</summary>
    public static string? Of(StudyResult study)
    {
        if (study.Precision is not { } precision)
        {
            return null;
        }

        MeasureScale scale = MeasureScale.Of(study.Measure);
        string what = study.Comparisons.Count switch
        {
            0 => $"the {Plain.Small(study.Measure.Label)}",
            1 => "the difference",
            _ => "every difference",
        };
        string wanted = scale.Exact(precision.Wanted);
        if (precision.IsReached)
        {
            return $"Simulated until {what} was known to {wanted}, give or take: {Plain.Count(study.Replications, "replication")}.";
        }

        string found = precision.Found is { } halfWidth ? $"It is known to {scale.Exact(RoundedUp(halfWidth))}." : "It is not defined in these replications.";
        string needed = precision.ReplicationsNeeded is { } more ? $" About {Plain.Count(RoundedUp(more), "replication")} would be needed." : string.Empty;
        return $"Asked for was {what} to {wanted}, give or take. {(study.Comparisons.Count > 1 ? found.Replace("It is", "The least sure is", StringComparison.Ordinal) : found)}{needed}";
    }

    // To two digits, and never sounding better than it is.
    private static double RoundedUp(double value)
    {
        double place = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return value == 0 ? 0 : Math.Ceiling((value / place) - 1e-9) * place;
    }
}
