namespace SimInterdiction.Experiments.Statistics;

/// <summary>Means, variances and covariance of pairs (y, x) in one pass, without storing them.</summary>
/// <remarks>
/// The update is Welford's (1962), for the covariance as in Pebay (2008): raw sums of squares lose every digit when the mean is large against the spread.
/// The result depends on the order of the pairs in the last digits, so they are added in replication order.
/// </remarks>
public sealed class CoMoments
{
    private double sumYy;
    private double sumXy;
    private double sumXx;

    public long Count { get; private set; }

    public double MeanY { get; private set; }

    public double MeanX { get; private set; }

    /// <summary>Unbiased variance of y; NaN before the second pair.</summary>
    public double VarianceY => Unbiased(sumYy);

    /// <summary>Unbiased covariance; NaN before the second pair.</summary>
    public double Covariance => Unbiased(sumXy);

    /// <summary>Unbiased variance of x; NaN before the second pair.</summary>
    public double VarianceX => Unbiased(sumXx);

    public void Add(double y, double x)
    {
        Count++;
        double deviationY = y - MeanY;
        double deviationX = x - MeanX;
        MeanY += deviationY / Count;
        MeanX += deviationX / Count;
        sumYy += deviationY * (y - MeanY);
        sumXy += deviationY * (x - MeanX);
        sumXx += deviationX * (x - MeanX);
    }

    private double Unbiased(double sum) => Count > 1 ? sum / (Count - 1) : double.NaN;
}
