using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>From statistics, where undefined is NaN, to results, where it is null.</summary>
internal static class Estimates
{
    /// <summary>Of every interval, and of all comparisons together.</summary>
    public const double Confidence = 0.95;

    /// <summary>The estimate and its interval, for this measure alone.</summary>
    public static Estimate Of(PointEstimate estimate) => Of(estimate, Confidence);

    /// <summary>The estimate and its interval at another confidence, for intervals that hold together.</summary>
    public static Estimate Of(PointEstimate estimate, double confidence)
    {
        Interval interval = estimate.At(confidence);
        return new Estimate(OrNull(estimate.Value), OrNull(interval.Low), OrNull(interval.High));
    }

    public static Estimate Of(Regret regret) => new(OrNull(regret.Value), OrNull(regret.Interval.Low), OrNull(regret.Interval.High));

    /// <summary>The same with how single replications are spread; those where the measure is 0/0 are left out of
    /// that.</summary>
    public static Estimate Of(MeasureValues all)
    {
        MeasureValues values = MeasureValues.Defined(all, all).Values;
        double[] singles = values.Singles();
        double[] sorted = [.. singles.Where(double.IsFinite)];
        double deviation = Means.StandardDeviation(sorted);
        Array.Sort(sorted);
        PointEstimate estimate = values.Estimate();

        // Of replications that share their inputs the first counts for an interval: it takes independent ones.
        double[] independent = values.Draws is { } draws
            ? [.. singles.Where((value, i) => double.IsFinite(value) && (i == 0 || draws[i] != draws[i - 1])).Order()]
            : sorted;
        return Of(estimate) with
        {
            VarianceLeft = VarianceLeft(estimate, values.Plain().Estimate()),
            Sd = OrNull(deviation),
            P10 = OrNull(OrderStatistics.Percentile(sorted, 0.1)),
            P90 = OrNull(OrderStatistics.Percentile(sorted, 0.9)),
            P10Interval = PercentileInterval(independent, 0.1),
            P90Interval = PercentileInterval(independent, 0.9),
        };
    }

    /// <summary>The variance of an estimate with control variates as a share of that without; null where nothing was
    /// taken out, or nothing varies.</summary>
    public static double? VarianceLeft(PointEstimate controlled, PointEstimate plain) =>
        controlled.Value != plain.Value && plain.StandardError > 0
            ? OrNull(controlled.StandardError * controlled.StandardError / (plain.StandardError * plain.StandardError))
            : null;

    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;

    private static (double Low, double High)? PercentileInterval(double[] sorted, double p) =>
        OrderStatistics.PercentileInterval(sorted, p, Confidence) is { } interval ? (interval.Low, interval.High) : null;
}
