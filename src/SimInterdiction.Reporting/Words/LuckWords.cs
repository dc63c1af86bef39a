using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What taking the luck of the searches out (a control variate) gained, in words.</summary>
public static class LuckWords
{
    // What is left of an interval that narrow is rounding: nothing but the luck of searches varied.
    private const double Everything = 1e6;

    private const double HardlyAny = 1.1;

    /// <summary>One sentence about the study's measure; null where nothing was taken out.</summary>
    public static string? Of(StudyResult study)
    {
        double[] gains = Gains(study);
        if (gains.Length == 0)
        {
            return null;
        }

        double middle = gains[gains.Length / 2];
        if (middle >= Everything)
        {
            return "The luck of the searches is taken out, and nothing else varies here: the averages are as good as exact.";
        }

        if (middle < HardlyAny)
        {
            return "The luck of the searches is taken out, which hardly narrows the intervals here: other chance makes them.";
        }

        return $"The luck of the searches is taken out: intervals are as narrow as {Times(middle)} times as many replications would make them{Range(gains)}.";
    }

    /// <summary>What that is, and why it moves no average one way or the other.</summary>
    public static string Meaning { get; } =
        "Where a shipment meets a team on duty, its chance of being found there is known, so every replication tells how many more were found than was to be expected. "
        + "On average that is 0, exactly, so taking off what it explains narrows intervals and moves no average one way or the other.";

    /// <summary>How many times as many replications would have been needed, ascending: by difference, or of the measure where nothing is compared.</summary>
    internal static double[] Gains(StudyResult study)
    {
        IEnumerable<double?> left = study.Comparisons.Count > 0
            ? study.Comparisons.Select(c => c.VarianceLeft)
            : study.Deployments.Select(d => StudyView.MeasureOf(d, study.Measure.Name).VarianceLeft);
        return [.. left.OfType<double>().Select(share => 1 / share).Order()];
    }

    internal static string Times(double gain) => gain >= 1000 ? "over 1,000" : gain >= 10 ? Digits.Whole(gain) : Digits.ToPlace(gain, -1);

    private static string Range(double[] gains) => Times(gains[0]) == Times(gains[^1]) ? string.Empty : $" ({Times(gains[0])} to {Times(gains[^1])}, depending on the deployment)";
}
