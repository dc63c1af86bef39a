using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Words;

/// <summary>What taking the luck of the searches out (a control variate) gained, in words.</summary>
public static class LuckWords
{
    private const double HardlyAny = 1.1;

    /// <summary>One sentence about the study's measure; null where nothing was taken out.</summary>
    public static string? Of(StudyResult study)
    {
        (string Label, double Gain)[] gains = GainsOf(study);
        if (gains.Length == 0 || Few(study) is not null)
        {
            return null;
        }

        (string label, double middle) = gains[gains.Length / 2];
        return Narrows(middle, study.Replications)
            ? $"Corrected for search luck, which is worth {Times(middle)} times the replications{Range(label, gains)}."
            : "Corrected for search luck, which did not clearly narrow the intervals here.";
    }

    // The share of the variance that is left is 1 - R^2, whose logarithm has the standard error 2 R / sqrt(n).
    private static bool Narrows(double gain, int replications) =>
        gain >= HardlyAny && Math.Log(gain) > 1.96 * 2 * Math.Sqrt((1 - (1 / gain)) / replications);

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

    /// <summary>That intervals narrow from a number of replications on that a study has not reached; null elsewhere.
    /// What is forecast from fewer does not know of it.</summary>
    public static string? Ahead(StudyResult study) => Ahead(study.Measure, study.Replications);

    /// <summary>The same of so many replications of a measure.</summary>
    public static string? Ahead(Measure measure, int replications) =>
        measure.Searched is not null && replications < ControlledMoments.FewestReplications
            ? $"From {ControlledMoments.FewestReplications} replications on the luck of the searches is taken out, and intervals are "
                + "mostly much narrower"
            : null;

    /// <summary>What that is, and why it moves no average one way or the other.</summary>
    public static string Meaning { get; } =
        "Where a shipment meets a team on duty, its chance of being found there is known, so every replication tells "
        + "how many more were found than was to be expected. "
        + "On average that is 0, exactly, so taking off what it explains biases no average.";

    /// <summary>How many times as many replications would have been needed, ascending: by difference, or of the measure
    /// where nothing is compared.</summary>
    internal static double[] Gains(StudyResult study) => [.. GainsOf(study).Select(g => g.Gain)];

    private static (string Label, double Gain)[] GainsOf(StudyResult study)
    {
        IEnumerable<(string Name, double? Left)> left =
            study.Comparisons.Count > 0
                ? study.Comparisons.Select(c => (c.Deployment, c.VarianceLeft))
                : study.Deployments.Select(d => (d.Name, StudyView.MeasureOf(d, study.Measure.Name).VarianceLeft));
        Dictionary<string, string> labels = study.Deployments.ToDictionary(d => d.Name, d => d.Label);
        return [.. left.Where(l => l.Left is not null).Select(l => (labels[l.Name], 1 / l.Left!.Value)).OrderBy(g => g.Item2)];
    }

    internal static string Times(double gain) =>
        gain >= 1000 ? "over 1,000"
        : gain >= 10 ? Digits.Whole(gain)
        : Digits.ToPlace(gain, -1);

    private static string Range(string label, (string Label, double Gain)[] gains) =>
        Times(gains[0].Gain) == Times(gains[^1].Gain)
            ? string.Empty
            : $" for {label} ({Times(gains[0].Gain)} to {Times(gains[^1].Gain)} over all deployments)";
}
