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

    // A measure for which neither more nor less is better still needs a direction: more.
    private int Sign => Measure.BetterWhen < 0 ? -1 : 1;

    /// <summary>A deployment against another; replications are paired in their order.</summary>
    public Comparison Compare(string deployment, MeasureValues allValues, string against, MeasureValues allOthers)
    {
        (MeasureValues values, MeasureValues others) = MeasureValues.Defined(allValues, allOthers);
        PointEstimate difference = values.DifferenceFrom(others, values.Replications);
        Interval interval = difference.At(Confidence);
        Verdict verdict = Verdicts.Decide(Sign > 0 ? interval : new Interval(-interval.High, -interval.Low), SmallestThatMatters);
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
            BetterInInterval = Pairing.BetterInInterval(singles, otherSingles, Sign, Estimates.Confidence) is { } share ? (share.Low, share.High) : null,
            BetterInIndependent = Pairing.BetterInIndependent(Sign * difference.Value, Spread(singles), Spread(otherSingles)),
            Verdict = verdict,
            VarianceLeft = Estimates.VarianceLeft(difference, values.Plain().DifferenceFrom(others.Plain(), values.Replications)),
            PairingGain = Pairing.Gain(values.Observations(), others.Observations()),
            ReplicationsNeeded = verdict == Verdict.NotDecided ? Verdicts.ReplicationsNeeded(difference, SmallestThatMatters, Confidence) : null,
            Convergence = [.. Converge(values, others)],
        };
    }

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
