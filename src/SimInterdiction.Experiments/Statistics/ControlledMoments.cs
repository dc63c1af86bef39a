namespace SimInterdiction.Experiments.Statistics;

/// <summary>
/// Moments of pairs (y, x), corrected by how lucky the same replications were: by something measured in each of them whose mean is known to be 0 exactly (a control variate; Lavenberg and
/// Welch 1981).
/// </summary>
/// <remarks>
/// Replications go round in groups, and each group is corrected with the slope that all other groups give. That slope knows nothing of the group's own luck, whose mean is 0, so the
/// corrected mean has no bias at all, whatever the distributions (splitting; Avramidis and Wilson 1993). With the slope of all replications it would be biased by order 1/n: of skewed counts
/// by a quarter of its standard error with 10 replications, and still a tenth with 100. A correction is linear in y, so with one control for all, corrected parts add up to their corrected sum.
/// </remarks>
public sealed class ControlledMoments
{
    /// <summary>How many groups there are.</summary>
    public const int Groups = 5;

    /// <summary>
    /// With fewer replications a control is left alone: of ten skewed counts, intervals of 95 % hold the truth about one time in a hundred less with a control than without; of 20, as often.
    /// </summary>
    public const int FewestReplications = 20;

    // Where luck makes up more of a ratio's denominator (cost per firearm, with hardly any seized), the ratio is not known either way, and correcting it could leave a denominator of about 0.
    private const double LeastDenominatorLeft = 0.5;

    private readonly CoMoments all = new();
    private CoMoments[] groups = [];

    /// <summary>Adds a replication; to be called in replication order.</summary>
    /// <param name="y">The value, or the numerator.</param>
    /// <param name="x">The denominator; 1 of a mean.</param>
    /// <param name="control">The control; null in every replication where there is none.</param>
    public void Add(double y, double x, double? control)
    {
        if (control is { } luck)
        {
            groups = groups.Length > 0 ? groups : [.. Enumerable.Range(0, Groups).Select(_ => new CoMoments())];
            groups[all.Count % Groups].Add(y, x, luck);
        }

        all.Add(y, x);
    }

    /// <summary>The mean, or ratio of means, of the corrected pairs; of the plain ones where nothing is to be corrected.</summary>
    public PointEstimate Estimate() => RatioEstimator.Estimate(Slopes() is { } slopes ? Corrected(slopes) : all);

    /// <summary>What to take off for each unit of control, of replication i the slopes number i modulo <see cref="Groups"/>; null where nothing is to be corrected.</summary>
    public IReadOnlyList<ControlSlopes>? Slopes()
    {
        if (all.Count < FewestReplications)
        {
            return null;
        }

        ControlSlopes[] slopes = [.. groups.Select(SlopesWithout)];
        return slopes.Any(slope => slope != default) && Corrected(slopes).MeanX / all.MeanX >= LeastDenominatorLeft ? slopes : null;
    }

    private ControlSlopes SlopesWithout(CoMoments left)
    {
        var others = new CoMoments();
        foreach (CoMoments group in groups.Where(group => group != left))
        {
            others.Add(group);
        }

        return new ControlSlopes(others.SlopeY, others.SlopeX);
    }

    private CoMoments Corrected(IReadOnlyList<ControlSlopes> slopes)
    {
        var corrected = new CoMoments();
        foreach ((CoMoments group, ControlSlopes slope) in groups.Zip(slopes))
        {
            corrected.Add(group.Corrected(slope.OfY, slope.OfX));
        }

        return corrected;
    }
}

/// <summary>How much numerator and denominator rise with the control.</summary>
/// <param name="OfY">Of the numerator, or value.</param>
/// <param name="OfX">Of the denominator.</param>
public readonly record struct ControlSlopes(double OfY, double OfX);
