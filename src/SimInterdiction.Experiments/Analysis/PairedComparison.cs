using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>How two deployments are compared: about what, how surely, and which differences matter.</summary>
/// <param name="Measure">What the comparison is about.</param>
/// <param name="Confidence">Of this one interval, raised so that all of a study hold together.</param>
/// <param name="SmallestThatMatters">At least 0.</param>
internal sealed record PairedComparison(Measure Measure, double Confidence, double SmallestThatMatters)
{
    private const int ConvergencePoints = 60;

    /// <summary>-1 where less is better. A measure for which neither is still needs a direction: more.</summary>
    public int Sign => Measure.BetterWhen < 0 ? -1 : 1;

    /// <summary>By how much the values of two deployments differ, replication by replication.</summary>
    public static PointEstimate Difference(MeasureValues allValues, MeasureValues allOthers)
    {
        (MeasureValues values, MeasureValues others) = MeasureValues.Defined(allValues, allOthers);
        return values.DifferenceFrom(others, values.Replications);
    }

    /// <summary>A deployment against another; replications are paired in their order.</summary>
    public Comparison Compare(string deployment, MeasureValues allValues, string against, MeasureValues allOthers)
    {
        (MeasureValues values, MeasureValues others) = MeasureValues.Defined(allValues, allOthers);
        PointEstimate difference = values.DifferenceFrom(others, values.Replications);
        Interval interval = difference.At(Confidence);
        OverInputs? overInputs = DifferencesOverInputs.Of(values, others, Sign, SmallestThatMatters);
        Interval judged = values.Draws is null ? interval : OfInputs(interval, overInputs);
        Verdict verdict = Verdicts.Decide(Sign > 0 ? judged : new Interval(-judged.High, -judged.Low), SmallestThatMatters);
        double[] singles = values.Singles();
        double[] otherSingles = others.Singles();
        return new Comparison
        {
            Deployment = deployment,
            Against = against,
            Measure = Measure.Name,
            Difference = Estimates.OrNull(difference.Value),
            Low = Estimates.OrNull(interval.Low),
            High = Estimates.OrNull(interval.High),
            BetterIn = Pairing.BetterIn(singles, otherSingles, Sign),
            BetterInInterval =
                values.Draws is null && Pairing.BetterInInterval(singles, otherSingles, Sign, Estimates.Confidence) is { } share
                    ? (share.Low, share.High)
                    : null,
            BetterInIndependent = values.Draws is not null
                ? null
                : Pairing.BetterInIndependent(Sign * difference.Value, Spread(singles), Spread(otherSingles)),
            Verdict = verdict,
            VarianceLeft = Estimates.VarianceLeft(difference, values.Plain().DifferenceFrom(others.Plain(), values.Replications)),
            PairingGain = Pairing.Gain(values.Observations(), others.Observations()),
            ReplicationsNeeded =
                verdict == Verdict.NotDecided && values.Draws is null
                    ? Verdicts.ReplicationsNeeded(difference, SmallestThatMatters, Confidence)
                    : null,
            OverInputs = overInputs,
            Convergence = [.. Converge(values, others)],
        };
    }

    // A verdict about drawn inputs rests on what the true difference is in 4 of 5 cases, not on its average, which more
    // draws make as sure as you like. Too few draws decide nothing.
    private static Interval OfInputs(Interval average, OverInputs? over) =>
        over is null
            ? new Interval(double.NaN, double.NaN)
            : new Interval(
                Math.Min(average.Low, over.P10.Low ?? over.P10.Mean!.Value),
                Math.Max(average.High, over.P90.High ?? over.P90.Mean!.Value)
            );

    private static double Spread(double[] singles) => Means.StandardDeviation([.. singles.Where(double.IsFinite)]);

    private IEnumerable<ConvergencePoint> Converge(MeasureValues values, MeasureValues others)
    {
        foreach (int replications in LogSpacing.From2Through(values.Replications, ConvergencePoints))
        {
            PointEstimate difference = values.DifferenceFrom(others, replications);
            Interval interval = difference.At(Confidence);
            if (double.IsFinite(difference.Value) && double.IsFinite(interval.Low))
            {
                yield return new ConvergencePoint(replications, difference.Value, interval.Low, interval.High);
            }
        }
    }
}
