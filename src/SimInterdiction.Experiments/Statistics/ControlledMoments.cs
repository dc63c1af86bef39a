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
/// <param name="each">By how much y and x rise with each one seized.</param>
/// <param name="whereNothingIsSeized">The known slopes where the other groups have no seizure by which to tell this
/// part's share: 0 of a part, that of <paramref name="each"/> of everything.</param>
public sealed class ControlledMoments(ControlSlopes each = default, ControlSlopes whereNothingIsSeized = default)
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

    private CoMoments all = new();
    private UnseenFinds unseen = new(each);
    private Group[] groups = [];

    /// <summary>Adds a replication; to be called in replication order.</summary>
    /// <param name="y">The value, or the numerator.</param>
    /// <param name="x">The denominator; 1 of a mean.</param>
    /// <param name="searches">What searches had to do with it; null in every replication where they decide
    /// nothing.</param>
    public void Add(double y, double x, Searches? searches)
    {
        if (searches is { } part)
        {
            groups = groups.Length > 0 ? groups : [.. Enumerable.Range(0, Groups).Select(_ => new Group())];
            groups[all.Count % Groups].Add(y, x, part);
            unseen.Add(part);
        }

        all.Add(y, x);
    }

    /// <summary>
    /// The mean, or ratio of means, of the corrected pairs; of the plain ones where nothing is to be corrected. How
    /// sure it is takes finds into account that did not show (<see cref="UnseenFinds"/>); of what searches decide and
    /// never happened that is not known.
    /// </summary>
    public PointEstimate Estimate()
    {
        CoMoments moments = Slopes() is { } slopes ? Corrected(slopes) : all;
        PointEstimate estimate = RatioEstimator.Estimate(moments);
        return groups.Length == 0 ? estimate
            : moments.MeanY == 0 && moments.VarianceY == 0 && unseen.Finds > 0 ? estimate with { StandardError = double.NaN }
            : unseen.Widen(estimate, moments);
    }

    /// <summary>The same, to go on by itself.</summary>
    public ControlledMoments Copy()
    {
        var copy = (ControlledMoments)MemberwiseClone();
        copy.all = all.Copy();
        copy.unseen = unseen.Copy();
        copy.groups = [.. groups.Select(group => group.Copy())];
        return copy;
    }

    /// <summary>What to take off for each unit of control, of replication i the slopes number i modulo
    /// <see cref="Groups"/>; null where nothing is to be corrected.</summary>
    public IReadOnlyList<ControlSlopes>? Slopes()
    {
        if (all.Count < FewestReplications || groups.Length == 0)
        {
            return null;
        }

        ControlSlopes[] slopes = [.. groups.Select(SlopesWithout)];
        return slopes.Any(slope => slope != default) ? slopes : null;
    }

    private ControlSlopes SlopesWithout(Group left)
    {
        var others = new Group();
        foreach (Group group in groups.Where(group => group != left))
        {
            others.Add(group);
        }

        return others.Finds >= FewestFinds && others.EffectiveReplications >= Math.Min(FewestFinds, others.Decided.Count / 4.0)
                ? new ControlSlopes(others.Decided.SlopeY, others.Decided.SlopeX)
            : others.Seized > 0
                ? new ControlSlopes(
                    others.Decided.MeanY * others.Decided.Count / others.Seized,
                    others.Decided.MeanX * others.Decided.Count / others.Seized
                )
            : whereNothingIsSeized;
    }

    private CoMoments Corrected(IReadOnlyList<ControlSlopes> slopes)
    {
        var corrected = new CoMoments();
        foreach ((Group group, ControlSlopes slope) in groups.Zip(slopes))
        {
            corrected.Add(group.Pairs.Corrected(slope.OfY, slope.OfX));
        }

        return corrected;
    }

    private sealed class Group
    {
        private double squares;
        private double fourths;

        public CoMoments Pairs { get; private set; } = new();

        /// <summary>Of the parts that searches decide.</summary>
        public CoMoments Decided { get; private set; } = new();

        public double Finds { get; private set; }

        public double Seized { get; private set; }

        /// <summary>In how many replications the luck would be as unevenly shared if it were the same in these, and
        /// none in all others: a third of all where it is normal.</summary>
        public double EffectiveReplications => fourths > 0 ? squares * squares / fourths : 0;

        public void Add(double y, double x, in Searches searches)
        {
            Pairs.Add(y, x, searches.Luck);
            Decided.Add(searches.OfNumerator, searches.OfDenominator, searches.Luck);
            Finds += searches.Finds * searches.Finds;
            Seized += searches.Seized;
            double square = searches.Luck * searches.Luck;
            squares += square;
            fourths += square * square;
        }

        public Group Copy()
        {
            var copy = (Group)MemberwiseClone();
            copy.Pairs = Pairs.Copy();
            copy.Decided = Decided.Copy();
            return copy;
        }

        public void Add(Group others)
        {
            Decided.Add(others.Decided);
            Finds += others.Finds;
            Seized += others.Seized;
            squares += others.squares;
            fourths += others.fourths;
        }
    }
}

/// <summary>How much numerator and denominator rise with the control.</summary>
/// <param name="OfY">Of the numerator, or value.</param>
/// <param name="OfX">Of the denominator.</param>
public readonly record struct ControlSlopes(double OfY, double OfX);
