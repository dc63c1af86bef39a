namespace SimInterdiction.Experiments.Statistics;

/// <summary>
/// What finds that happened not to show in a study can still do to an estimate. Where few shipments are found, a spread
/// that was measured misses what did not happen yet: with none found, it is 0.
/// </summary>
/// <remarks>
/// An interval counts four finds more than there were: of a Poisson number N, N -+ z sqrt(N + 4) holds the mean in at
/// least 95 % of studies, however rare finds are (Garwood's exact interval of none found ends at 3.7). One that rests
/// on hundreds of finds hardly changes.
/// </remarks>
/// <param name="each">By how much numerator and denominator rise with each one seized.</param>
public sealed class UnseenFinds(ControlSlopes each)
{
    /// <summary>How many.</summary>
    public const double Count = 4;

    private double finds;
    private double luck;
    private double seized;
    private double ofDenominator;
    private long replications;

    /// <summary>About how many finds luck decided: the sum of the squares of a martingale's steps is, on average, the
    /// number of its jumps.</summary>
    public double Finds => finds;

    /// <summary>Adds a replication.</summary>
    public void Add(in Searches searches)
    {
        replications++;
        finds += searches.Finds * searches.Finds;
        luck += searches.Luck * searches.Luck;
        seized += searches.Seized;
        ofDenominator += searches.OfDenominator;
    }

    /// <summary>The same of another measure with the same luck.</summary>
    /// <param name="part">The sum of what searches decide of its denominator.</param>
    public UnseenFinds WithDenominator(double part)
    {
        var other = (UnseenFinds)MemberwiseClone();
        other.ofDenominator = part;
        return other;
    }

    /// <summary>The variance that they add to an estimate.</summary>
    /// <param name="ratio">The estimate.</param>
    /// <param name="meanX">Its mean denominator; 1 of a mean.</param>
    public double Variance(double ratio, double meanX)
    {
        double size = each.OfY - (ratio * OfX);
        return finds > 0 ? Count * luck / finds * size * size / ((double)replications * replications * meanX * meanX) : 0;
    }

    /// <summary>The estimate with them. Its error is undefined where searches decide the denominator, and that is not
    /// surely above 0: then no interval is bounded (Fieller 1954).</summary>
    /// <param name="estimate">A ratio of means.</param>
    /// <param name="moments">What it was made of.</param>
    public PointEstimate Widen(PointEstimate estimate, CoMoments moments)
    {
        if (ofDenominator != 0 || each.OfX != 0)
        {
            double error = Math.Sqrt(
                (moments.VarianceX / moments.Count)
                    + (finds > 0 ? Count * luck / finds * OfX * OfX / ((double)replications * replications) : 0)
            );
            if (!(moments.MeanX > 0))
            {
                return new PointEstimate(double.NaN, double.NaN, 0);
            }

            if (!(moments.MeanX > new PointEstimate(moments.MeanX, error, moments.Count - 1).HalfWidth(Confidence)))
            {
                return estimate with { StandardError = double.NaN };
            }
        }

        return Widen(estimate, Variance(estimate.Value, moments.MeanX));
    }

    /// <summary>An estimate with more variance.</summary>
    public static PointEstimate Widen(PointEstimate estimate, double variance) =>
        variance > 0
            ? estimate with
            {
                StandardError = Math.Sqrt((estimate.StandardError * estimate.StandardError) + variance),
                Unseen = variance,
            }
            : estimate;

    // The one that "surely" means everywhere.
    private const double Confidence = 0.95;

    private double OfX => seized > 0 && ofDenominator != 0 ? ofDenominator / seized : each.OfX;
}
