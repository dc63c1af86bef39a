using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>Two unknowns that the figures fix only together.</summary>
/// <param name="First">Index of the one.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="Correlation">Between their logarithms (their values, where a range includes 0) over the settings that
/// fit.</param>
/// <param name="Slope">By how much the logarithm of the second falls (or rises) where that of the first rises by 1;
/// near -1 only the product is fixed. NaN where a range includes 0.</param>
/// <param name="AtLow">Typical values of both among the settings with the lowest tenth of the first.</param>
/// <param name="AtHigh">The same among those with the highest tenth.</param>
public sealed record Entanglement(
    int First,
    int Second,
    double Correlation,
    double Slope,
    (double First, double Second) AtLow,
    (double First, double Second) AtHigh
)
{
    // Of 200 settings, a pair that hangs together in nothing comes to this by chance once in 1e8.
    private const double Least = 0.4;
    private const double Tenth = 0.1;

    /// <summary>Whether one may be halved when the other is doubled.</summary>
    public bool IsProduct => Correlation < -0.8 && Slope is > -1.25 and < -0.8;

    /// <summary>The pairs that hang together, the closest first.</summary>
    /// <param name="kept">Settings that fit.</param>
    /// <param name="arePositive">Per unknown, whether its range lies above 0.</param>
    public static IReadOnlyList<Entanglement> Among(IReadOnlyList<PriorDraw> kept, IReadOnlyList<bool> arePositive) =>
        [
            .. from first in Enumerable.Range(0, arePositive.Count)
            from second in Enumerable.Range(first + 1, arePositive.Count - first - 1)
            let pair = Of(first, second, kept, arePositive[first] && arePositive[second])
            where Math.Abs(pair.Correlation) >= Least
            orderby Math.Abs(pair.Correlation) descending
            select pair,
        ];

    private static Entanglement Of(int first, int second, IReadOnlyList<PriorDraw> kept, bool inLogarithms)
    {
        var moments = new CoMoments();
        foreach (double[] values in kept.Select(k => k.Parameters))
        {
            moments.Add(y: Scaled(values[second]), x: Scaled(values[first]));
        }

        double correlation = moments.Covariance / Math.Sqrt(moments.VarianceX * moments.VarianceY);

        // The line through the middle of the cloud (reduced major axis): neither of the two is the cause of the other.
        double slope = inLogarithms ? Math.Sign(correlation) * Math.Sqrt(moments.VarianceY / moments.VarianceX) : double.NaN;
        PriorDraw[] rising = [.. kept.OrderBy(k => k.Parameters[first])];
        int some = Math.Max(1, (int)(Tenth * rising.Length));
        return new Entanglement(first, second, correlation, slope, Typical(rising[..some]), Typical(rising[^some..]));

        double Scaled(double value) => inLogarithms ? Math.Log(value) : value;

        (double, double) Typical(PriorDraw[] some) => (Median(some, first), Median(some, second));
    }

    private static double Median(IEnumerable<PriorDraw> draws, int parameter) =>
        OrderStatistics.Percentile([.. draws.Select(d => d.Parameters[parameter]).Order()], 0.5);
}
