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
            return $"Simulated until {what} was known to +-{wanted}: {Plain.Count(study.Replications, "replication")}.";
        }

        string least = study.Comparisons.Count > 1 ? "The least certain is" : "It is";
        string found = precision.Found is { } halfWidth
            ? $"{least} +-{scale.Exact(RoundedUp(halfWidth))}."
            : $"{least} not defined in these replications.";
        string needed = precision.ReplicationsNeeded is { } more
            ? $" About {Plain.Count(RoundedUp(more), "replication")} would be needed."
            : string.Empty;
        return $"You asked for {what} to +-{wanted}. {found}{needed}";
    }

    // To two digits, and never sounding better than it is.
    private static double RoundedUp(double value)
    {
        double place = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return value == 0 ? 0 : Math.Ceiling((value / place) - 1e-9) * place;
    }
}
