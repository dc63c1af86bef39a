namespace SimInterdiction.Experiments.Statistics;

/// <summary>
/// Moments of pairs (y, x), corrected by how lucky the same replications were: by something measured in each of them
/// whose mean is known to be 0 exactly (a control variate; Lavenberg and Welch 1981). Only what searches decide of y
/// and x is corrected.
/// </summary>
/// <remarks>
/// Replications go round in groups, and each group is corrected with the slope that all other groups give. That slope
/// knows nothing of the group's own luck, whose mean is 0, so the corrected mean has no bias at all, whatever the
/// distributions (splitting; Avramidis and Wilson 1993). With the slope of all replications it would be biased by order
/// 1/n: of skewed counts by a quarter of its standard error with 10 replications, and still a tenth with 100. Where the
/// others found too little to estimate a slope by, it is taken as known: what luck took was seized. That holds but for
/// busy lanes, and any constant is as unbiased. A correction is linear in y, so with one control for all, corrected
/// parts add up to their corrected sum.
/// </remarks>
public sealed class ControlledMoments
{
    /// <summary>How many groups there are.</summary>
    public const int Groups = 5;

    /// <summary>
    /// With fewer replications a control is left alone: of ten skewed counts, intervals of 95 % hold the truth about
    /// one time in a hundred less with a control than without; of 20, as often.
    /// </summary>
    public const int FewestReplications = 20;

    /// <summary>
    /// With fewer finds in the other groups a slope is not estimated: it would follow the few there happen to be. Of
    /// loads that vary much, a few large ones make the luck, so that many count as few.
    /// </summary>
    public const int FewestFinds = 10;

    private readonly SearchLuck luck;
    private readonly ControlSlopes whereNothingIsSeized;

    private long count;
    private Marginal allY;
    private Marginal allX;
    private double allProducts;
    private double ofDenominator;

    // By group. What is always the same takes no room: x where it is 1, and of what searches decide, y where it is y
    // itself and x where it is 0.
    private Marginal[]? ys;
    private Marginal[]? xs;
    private double[]? products;
    private Marginal[]? decidedYs;
    private Marginal[]? decidedXs;

    /// <param name="each">By how much y and x rise with each one seized.</param>
    /// <param name="whereNothingIsSeized">The known slopes where the other groups have no seizure by which to tell this
    /// part's share: 0 of a part, that of <paramref name="each"/> of everything.</param>
    public ControlledMoments(ControlSlopes each = default, ControlSlopes whereNothingIsSeized = default)
        : this(new SearchLuck(each))
    {
        this.whereNothingIsSeized = whereNothingIsSeized;
    }

    /// <param name="luck">That of this part and of others, to which the same replications are added in turn: the first
    /// to have one adds its luck.</param>
    public ControlledMoments(SearchLuck luck)
    {
        this.luck = luck;
    }

    /// <summary>Adds a replication; to be called in replication order.</summary>
    /// <param name="y">The value, or the numerator.</param>
    /// <param name="x">The denominator; 1 of a mean.</param>
    /// <param name="searches">What searches had to do with it; null in every replication where they decide
    /// nothing.</param>
    public void Add(double y, double x, Searches? searches)
    {
        if (searches is { } part)
        {
            AddToGroup(y, x, in part);
        }

        count++;
        double deviation = allY.Add(y, count, controlLeft: 0);
        allX.Add(x, count, controlLeft: 0);
        allProducts += deviation * (x - allX.Mean);
    }

    /// <summary>
    /// The mean, or ratio of means, of the corrected pairs; of the plain ones where nothing is to be corrected. How
    /// sure it is takes finds into account that did not show (<see cref="UnseenFinds"/>); of what searches decide and
    /// never happened that is not known.
    /// </summary>
    public PointEstimate Estimate()
    {
        CoMoments moments = Slopes() is { } slopes ? Corrected(slopes) : new CoMoments(count, allY, allX, allProducts, ofControl: default);
        PointEstimate estimate = RatioEstimator.Estimate(moments);
        if (ys is null)
        {
            return estimate;
        }

        UnseenFinds unseen = luck.Unseen(ofDenominator);
        return moments.MeanY == 0 && moments.VarianceY == 0 && unseen.Finds > 0
            ? estimate with
            {
                StandardError = double.NaN,
            }
            : unseen.Widen(estimate, moments);
    }

    /// <summary>The same, to go on by itself, with the same luck.</summary>
    public ControlledMoments Copy()
    {
        var copy = (ControlledMoments)MemberwiseClone();
        copy.ys = (Marginal[]?)ys?.Clone();
        copy.xs = (Marginal[]?)xs?.Clone();
        copy.products = (double[]?)products?.Clone();
        copy.decidedYs = (Marginal[]?)decidedYs?.Clone();
        copy.decidedXs = (Marginal[]?)decidedXs?.Clone();
        return copy;
    }

    /// <summary>What to take off for each unit of control, of replication i the slopes number i modulo
    /// <see cref="Groups"/>; null where nothing is to be corrected.</summary>
    public IReadOnlyList<ControlSlopes>? Slopes()
    {
        if (count < FewestReplications || ys is null)
        {
            return null;
        }

        ControlSlopes[] slopes = [.. Enumerable.Range(0, Groups).Select(SlopesWithout)];
        return slopes.Any(slope => slope != default) ? slopes : null;
    }

    private void AddToGroup(double y, double x, in Searches part)
    {
        if (luck.Count == count)
        {
            luck.Add(in part);
        }

        ofDenominator += part.OfDenominator;
        ys ??= new Marginal[Groups];
        if (x != 1 && xs is null)
        {
            xs = Always(1);
            products = new double[Groups];
        }

        decidedYs ??= part.OfNumerator == y ? null : (Marginal[])ys.Clone();
        decidedXs ??= part.OfDenominator == 0 ? null : new Marginal[Groups];
        int group = luck.Latest;
        long replications = luck.Of(group).Count;
        double deviation = ys[group].Add(y, replications, luck.Left);
        if (xs is not null)
        {
            xs[group].Add(x, replications, luck.Left);
            products![group] += deviation * (x - xs[group].Mean);
        }

        decidedYs?[group].Add(part.OfNumerator, replications, luck.Left);
        decidedXs?[group].Add(part.OfDenominator, replications, luck.Left);
    }

    // Of a number that was the same in all replications before the latest.
    private Marginal[] Always(double number) =>
        [.. Enumerable.Range(0, Groups).Select(group => new Marginal { Mean = group < count ? number : 0 })];

    private ControlSlopes SlopesWithout(int left)
    {
        var decided = new CoMoments();
        var others = default(SearchLuck.Group);
        for (int group = 0; group < Groups; group++)
        {
            if (group != left)
            {
                decided.Add(PairsOf(group, decidedYs ?? ys!, decidedXs?[group] ?? default, products: 0));
                others.AddFinds(in luck.Of(group));
            }
        }

        return others.Finds >= FewestFinds && others.EffectiveReplications >= Math.Min(FewestFinds, decided.Count / 4.0)
                ? new ControlSlopes(decided.SlopeY, decided.SlopeX)
            : others.Seized > 0
                ? new ControlSlopes(decided.MeanY * decided.Count / others.Seized, decided.MeanX * decided.Count / others.Seized)
            : whereNothingIsSeized;
    }

    private CoMoments Corrected(IReadOnlyList<ControlSlopes> slopes)
    {
        var corrected = new CoMoments();
        for (int group = 0; group < Groups; group++)
        {
            CoMoments pairs = PairsOf(group, ys!, xs?[group] ?? new Marginal { Mean = 1 }, products?[group] ?? 0);
            corrected.Add(pairs.Corrected(slopes[group].OfY, slopes[group].OfX));
        }

        return corrected;
    }

    private CoMoments PairsOf(int group, Marginal[] ofY, in Marginal ofX, double products)
    {
        ref readonly SearchLuck.Group of = ref luck.Of(group);
        return new CoMoments(of.Count, ofY[group], ofX, products, of.Control);
    }
}

/// <summary>How much numerator and denominator rise with the control.</summary>
/// <param name="OfY">Of the numerator, or value.</param>
/// <param name="OfX">Of the denominator.</param>
public readonly record struct ControlSlopes(double OfY, double OfX);
