namespace SimInterdiction.Experiments.Statistics;

/// <summary>
/// A ratio of sums over replications, sum(y) / sum(x): a seizure rate is one. The mean of the single ratios would be
/// biased by the quiet replications.
/// </summary>
public static class RatioEstimator
{
    /// <summary>
    /// The ratio with its delta-method standard error, var(r) = (s_yy - 2 r s_xy + r^2 s_xx) / (n xbar^2), on n - 1
    /// degrees of freedom (Cochran 1977, chapter 6). Undefined (NaN) when the x are all 0.
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

    /// <summary>
    /// Fieller's interval (1954): every r for which the mean of y - r x is not clearly other than 0. Unlike the delta
    /// method's it needs no large sample when the pairs are normal, and leans to the side the ratio can err on. NaN
    /// where the mean of x is itself not clearly other than 0: then no interval is bounded.
    /// </summary>
    public static Interval FiellerInterval(CoMoments moments, double confidence)
    {
        double t = moments.Count > 1 ? StudentT.TwoSidedQuantile(confidence, moments.Count - 1) : double.NaN;
        double scale = t * t / moments.Count;

        // The roots of r^2 (xbar^2 - c s_xx) - 2 r (xbar ybar - c s_xy) + (ybar^2 - c s_yy) = 0 with c = t^2 / n.
        double square = (moments.MeanX * moments.MeanX) - (scale * moments.VarianceX);
        double half = (moments.MeanX * moments.MeanY) - (scale * moments.Covariance);
        double rest = (moments.MeanY * moments.MeanY) - (scale * moments.VarianceY);
        if (!(square > 0))
        {
            return new Interval(double.NaN, double.NaN);
        }

        double root = Math.Sqrt(Math.Max(0, (half * half) - (square * rest)));
        return new Interval((half - root) / square, (half + root) / square);
    }

    /// <summary>The same as <see cref="Estimate(CoMoments)"/> from the pairs themselves.</summary>
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
