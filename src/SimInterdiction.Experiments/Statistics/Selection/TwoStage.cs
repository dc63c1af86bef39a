namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>How many replications select a good system for sure enough.</summary>
public static class TwoStage
{
    /// <summary>
    /// How many replications of every system in all let the one with the largest mean be within
    /// <paramref name="smallestThatMatters"/> of the best with this confidence: t^2 S^2 / d^2 of the largest variance
    /// S^2 of a paired difference, with t shared out by Bonferroni over the k - 1 comparisons with the best (two-stage
    /// Bonferroni; Banks, Carson, Nelson and Nicol 2010, section 12.2.2). Never fewer than the first stage has.
    /// </summary>
    /// <param name="firstStage">Any sampling.</param>
    /// <param name="smallestThatMatters">d, above 0.</param>
    /// <param name="confidence">Such as 0.95.</param>
    public static double Replications(SystemSamples firstStage, double smallestThatMatters, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallestThatMatters);
        double t = StudentT.UpperQuantile((1 - confidence) / (firstStage.Systems - 1), firstStage.Replications - 1);
        double needed = t * t * LargestDifferenceVariance(firstStage) / (smallestThatMatters * smallestThatMatters);
        return Math.Max(firstStage.Replications, Math.Ceiling(needed));
    }

    private static double LargestDifferenceVariance(SystemSamples samples)
    {
        double largest = 0;
        for (int i = 0; i < samples.Systems; i++)
        {
            for (int j = 0; j < i; j++)
            {
                largest = Math.Max(largest, samples.DifferenceVariance(i, j));
            }
        }

        return largest;
    }
}
