namespace SimInterdiction.Experiments.Statistics;

/// <summary>
/// A ratio of sums over replications, sum(y) / sum(x): a seizure rate is one. The mean of the single ratios would be biased by the quiet replications.
/// </summary>
public static class RatioEstimator
{
    /// <summary>
    /// The ratio with its delta-method standard error, var(r) = (s_yy - 2 r s_xy + r^2 s_xx) / (n xbar^2), on n - 1 degrees of freedom (Cochran 1977, chapter
    /// 6). Undefined (NaN) when the x are all 0.
    /// </summary>
    public static PointEstimate Estimate(CoMoments moments)
    {
        if (moments.Count == 0 || moments.MeanX == 0)
        {
            return new PointEstimate(double.NaN, double.NaN, 0);
        }

        double ratio = moments.MeanY / moments.MeanX;
        double spread = moments.VarianceY - (2 * ratio * moments.Covariance) + (ratio * ratio * moments.VarianceX);

        // The three terms cancel when y is a multiple of x, and may then come out below 0 by rounding; NaN stays NaN.
        double variance = spread < 0 ? 0 : spread / (moments.Count * moments.MeanX * moments.MeanX);
        return new PointEstimate(ratio, Math.Sqrt(variance), moments.Count - 1);
    }

    /// <summary>The same from the pairs themselves.</summary>
    public static PointEstimate Estimate(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators)
    {
        Pairing.RequireSameLength(numerators, denominators);
        var moments = new CoMoments();
        for (int i = 0; i < numerators.Length; i++)
        {
            moments.Add(numerators[i], denominators[i]);
        }

        return Estimate(moments);
    }
}
