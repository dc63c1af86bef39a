namespace SimInterdiction.Experiments.Statistics;

/// <summary>Intervals that hold together. Valid under common random numbers, unlike Dunnett's.</summary>
public static class Bonferroni
{
    /// <summary>
    /// The confidence each of <paramref name="comparisons"/> intervals needs so that all hold together with
    /// <paramref name="confidence"/> (Bonferroni's inequality; Law 2015, section 10.3).
    /// </summary>
    /// <param name="confidence">Of all together, such as 0.95.</param>
    /// <param name="comparisons">How many intervals; none counts as one.</param>
    public static double Confidence(double confidence, int comparisons) => 1 - ((1 - confidence) / Math.Max(1, comparisons));
}
