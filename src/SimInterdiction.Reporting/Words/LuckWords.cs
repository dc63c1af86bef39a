using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Reporting.Words;

/// <summary>What taking the luck of the searches out (a control variate) gained, in words.</summary>
public static class LuckWords
{
    private const double HardlyAny = 1.1;

    /// <summary>One sentence about the study's measure; null where nothing was taken out.</summary>
    public static string? Of(StudyResult study)
    {
        double[] gains = Gains(study);
        if (gains.Length == 0 || Few(study) is not null)
        {
            return null;
        }

        double middle = gains[gains.Length / 2];
        if (middle < HardlyAny)
        {
            return "Corrected for search luck, which hardly narrows the intervals here: other chance makes them.";
        }

        return $"Corrected for search luck, which is worth {Times(middle)} times the replications{Range(gains)}.";
    }

    /// <summary>
    /// That a study found too little to tell deployments apart by, where its measure hangs on what is found; else null.
    /// With fewer than <see cref="ControlledMoments.FewestFinds"/> an interval rests on what did not happen.
    /// </summary>
    public static string? Few(StudyResult study)
    {
        if (study.Measure.Searched is null)
        {
            return null;
        }

        double most = study.Deployments.Max(d => d.Replications * (StudyView.MeasureOf(d, "shipments_seized").Mean ?? 0));
        return most >= ControlledMoments.FewestFinds || most == 0
            ? null
            : "Few seizures: "
                + $"{(study.Deployments.Count > 1 ? "even the deployment with most comes" : "the deployment comes")} to about "
                + $"{Plain.Count(Math.Max(1, Math.Round(most)), "shipment")} in all "
                + $"{Digits.Whole(study.Replications)} replications. Intervals allow for {UnseenFinds.Count:0} more than "
                + "happened; with longer periods or more replications they narrow quickly.";
    }

    /// <summary>What that is, and why it moves no average one way or the other.</summary>
    public static string Meaning { get; } =
        "Where a shipment meets a team on duty, its chance of being found there is known, so every replication tells "
        + "how many more were found than was to be expected. "
        + "On average that is 0, exactly, so taking off what it explains narrows intervals and moves no average one way or the other.";

    /// <summary>How many times as many replications would have been needed, ascending: by difference, or of the measure
    /// where nothing is compared.</summary>
    internal static double[] Gains(StudyResult study)
    {
        IEnumerable<double?> left =
            study.Comparisons.Count > 0
                ? study.Comparisons.Select(c => c.VarianceLeft)
                : study.Deployments.Select(d => StudyView.MeasureOf(d, study.Measure.Name).VarianceLeft);
        return [.. left.OfType<double>().Select(share => 1 / share).Order()];
    }

    internal static string Times(double gain) =>
        gain >= 1000 ? "over 1,000"
        : gain >= 10 ? Digits.Whole(gain)
        : Digits.ToPlace(gain, -1);

    private static string Range(double[] gains) =>
        Times(gains[0]) == Times(gains[^1]) ? string.Empty : $" ({Times(gains[0])} to {Times(gains[^1])}, depending on the deployment)";
}
