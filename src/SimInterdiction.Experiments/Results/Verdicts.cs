using SimInterdiction.Engine.Numerics;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Results;

/// <summary>What an interval of a difference says about a decision.</summary>
public static class Verdicts
{
    /// <summary>
    /// The verdict on a difference that is above 0 when the deployment is better: wholly beyond d, clearly better or
    /// worse; wholly within (-d, d), no difference that matters; excluding 0 but straddling d, perhaps by less than
    /// matters; else not decided. With d = 0 every difference matters: then clearly needs an interval beyond 0, and no
    /// difference one of exactly [0, 0].
    /// </summary>
    /// <param name="interval">The interval; NaN, where undefined, decides nothing.</param>
    /// <param name="smallestThatMatters">d, at least 0; a difference of just d matters.</param>
    public static Verdict Decide(Interval interval, double smallestThatMatters)
    {
        (double low, double high, double d) = (interval.Low, interval.High, smallestThatMatters);
        if (d == 0)
        {
            return low > 0 ? Verdict.ClearlyBetter
                : high < 0 ? Verdict.ClearlyWorse
                : low == 0 && high == 0 ? Verdict.NoDifferenceThatMatters
                : Verdict.NotDecided;
        }

        return Tolerance.IsAtMost(d, low) ? Verdict.ClearlyBetter
            : Tolerance.IsAtMost(high, -d) ? Verdict.ClearlyWorse
            : low > -d && high < d ? Verdict.NoDifferenceThatMatters
            : low > 0 ? Verdict.BetterPerhapsByLess
            : high < 0 ? Verdict.WorsePerhapsByLess
            : Verdict.NotDecided;
    }

    /// <summary>
    /// About how many replications in all make the interval of an undecided difference decide, if the difference and
    /// its spread stay as they are: the smallest n at which the half-width t s / sqrt(n) is down to |difference| (0 is
    /// excluded) or to d - |difference| (nothing that matters). Null where nothing would: a difference of 0, d of 0, or
    /// over two thousand million.
    /// </summary>
    public static int? ReplicationsNeeded(PointEstimate difference, double smallestThatMatters, double confidence)
    {
        double gap = Math.Abs(difference.Value);
        int done = (int)difference.DegreesOfFreedom + 1;
        return SampleSize.ForHalfWidth(difference, Math.Max(gap, smallestThatMatters - gap), confidence, done + 1);
    }
}
