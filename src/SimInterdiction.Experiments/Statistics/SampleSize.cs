namespace SimInterdiction.Experiments.Statistics;

/// <summary>How many replications an interval needs.</summary>
public static class SampleSize
{
    /// <summary>
    /// The smallest number of replications, from <paramref name="atLeast"/> on, at which the half-width t s / sqrt(n)
    /// is at most
    /// <paramref name="halfWidth"/> if the spread s stays as it is (Law 2015, section 9.4.1), and as many finds as
    /// before do not show.
    /// </summary>
    /// <param name="estimate">Of n replications on n - 1 degrees of freedom.</param>
    /// <param name="halfWidth">In the units of the estimate.</param>
    /// <param name="confidence">Of the interval.</param>
    /// <param name="atLeast">At least 2.</param>
    /// <returns>Null where no number does, or only one over two thousand million: a half-width of 0 or less, or a
    /// spread that is not known.</returns>
    public static int? ForHalfWidth(PointEstimate estimate, double halfWidth, double confidence, int atLeast)
    {
        double done = estimate.DegreesOfFreedom + 1;
        double unseen = estimate.Unseen * done * done;
        double variance = Math.Max(0, (estimate.StandardError * estimate.StandardError) - estimate.Unseen) * done;
        if (!(halfWidth > 0) || !double.IsFinite(variance))
        {
            return null;
        }

        bool Suffices(double n) =>
            StudentT.TwoSidedQuantile(confidence, n - 1) * Math.Sqrt((variance / n) + (unseen / (n * n))) <= halfWidth;
        double low = Math.Max(2, atLeast) - 1;
        double high = low + 1;
        while (!Suffices(high))
        {
            (low, high) = (high, high * 2);
            if (high > int.MaxValue)
            {
                return null;
            }
        }

        while (high - low > 1)
        {
            double middle = Math.Floor((low + high) / 2);
            (low, high) = Suffices(middle) ? (low, middle) : (middle, high);
        }

        return (int)high;
    }
}
