using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>A measure in every replication of one deployment, in replication order.</summary>
/// <param name="Numerators">The totals, or the numerators of a ratio.</param>
/// <param name="Denominators">The denominators of a ratio; null for a mean.</param>
/// <param name="Searched">What searches had to do with them; null where they decide nothing.</param>
internal sealed record MeasureValues(double[] Numerators, double[]? Denominators, SearchedValues? Searched = null)
{
    public int Replications => Numerators.Length;

    /// <summary>What stands for all totals of each replication: deployments in which they are alike in all replications
    /// are one deployment. Null where that is not known.</summary>
    public long[]? Fingerprints { get; init; }

    /// <summary>
    /// The draw of the inputs that each replication has: replications of one draw follow each other and are not
    /// independent, so all estimates are made of the means of draws (<see cref="ByDraw"/>). Null where every
    /// replication stands for itself.
    /// </summary>
    public int[]? Draws { get; init; }

    /// <summary>Whether they are compared with those of the same deployment in another run: what comes out alike there
    /// is alike, even where nothing was found.</summary>
    public bool IsOfOneDeployment { get; init; }

    /// <summary>
    /// Both over the replications that both have (one may have dropped out), without those in which either has no value
    /// at all (NaN), such as a median delay when nobody was delayed; pairing needs both. A ratio of 0/0 stays: it adds
    /// nothing to the sums.
    /// </summary>
    public static (MeasureValues Values, MeasureValues Others) Defined(MeasureValues values, MeasureValues others)
    {
        int replications = Math.Min(values.Replications, others.Replications);
        IReadOnlyList<MeasureValues> both = Defined([values.First(replications), others.First(replications)]);
        return (both[0], both[1]);
    }

    /// <summary>The same of several: without the replications in which any has no value.</summary>
    public static IReadOnlyList<MeasureValues> Defined(IReadOnlyList<MeasureValues> all)
    {
        int[] kept = [.. Enumerable.Range(0, all[0].Replications).Where(i => all.All(values => values.IsDefined(i)))];
        return kept.Length == all[0].Replications ? all : [.. all.Select(values => values.Pick(kept))];
    }

    /// <summary>Those of the first replications.</summary>
    public MeasureValues First(int replications) => replications == Replications ? this : Pick([.. Enumerable.Range(0, replications)]);

    /// <summary>The measure of each single replication; NaN where 0/0.</summary>
    public double[] Singles()
    {
        double[] singles = [.. Numerators];
        for (int i = 0; Denominators is not null && i < singles.Length; i++)
        {
            singles[i] = Denominators[i] == 0 ? double.NaN : singles[i] / Denominators[i];
        }

        return singles;
    }

    /// <summary>The mean, or the ratio of sums, over the replications, with the control taken out.</summary>
    public PointEstimate Estimate()
    {
        MeasureValues units = ByDraw();
        return units.Widened(units.Controlled());
    }

    /// <summary>
    /// This deployment less another over the first replications, which are paired: the difference of the two estimates.
    /// It is known exactly where both come out alike in everything. Where nothing was found in either, or nothing
    /// happened, how sure it is is not known.
    /// </summary>
    public PointEstimate DifferenceFrom(MeasureValues other, int replications)
    {
        (MeasureValues first, MeasureValues otherFirst) = (First(replications).ByDraw(), other.First(replications).ByDraw());
        (MeasureValues values, MeasureValues others) = (first.Controlled(), otherFirst.Controlled());
        PointEstimate difference = values.Denominators is null
            ? Means.PairedDifference(values.Numerators, others.Numerators)
            : Jackknife.PairedDifference(
                new PairedRatios
                {
                    Numerators = values.Numerators,
                    Denominators = values.Denominators,
                    OtherNumerators = others.Numerators,
                    OtherDenominators = others.Denominators,
                }
            );
        if (First(replications).IsSameAs(other.First(replications)))
        {
            return IsOfOneDeployment || Searched is null || !first.IsNothing ? difference : difference with { StandardError = double.NaN };
        }

        (PointEstimate one, PointEstimate another) = (first.Widened(values), otherFirst.Widened(others));
        bool isUnsure =
            double.IsNaN(one.StandardError)
            || double.IsNaN(another.StandardError)
            || (Searched is null && first.IsNothing && otherFirst.IsNothing);
        return isUnsure
            ? difference with
            {
                StandardError = double.NaN,
            }
            : UnseenFinds.Widen(difference, Math.Max(first.UnseenVariance(values), otherFirst.UnseenVariance(others)));
    }

    /// <summary>The variance of a replication's observation that finds which did not show may still add
    /// (<see cref="UnseenFinds"/>).</summary>
    public double UnseenVariance()
    {
        MeasureValues units = ByDraw();
        return units.Replications * units.UnseenVariance(units.Controlled());
    }

    /// <summary>
    /// What behaves as independent observations with this measure as its mean: the values, or the jackknife
    /// pseudo-values of a ratio, with the control taken out.
    /// </summary>
    public double[] Observations()
    {
        MeasureValues values = Controlled();
        return values.Denominators is null ? values.Numerators : Jackknife.PseudoValues(values.Numerators, values.Denominators);
    }

    /// <summary>The same values without their control: what single replications show.</summary>
    public MeasureValues Plain() => Searched is null ? this : this with { Searched = null };

    /// <summary>
    /// The values less what luck made of them (<see cref="ControlledMoments"/>), without a control of their own: each
    /// has the same mean as before, and varies less. The values as they are where nothing is to be taken out.
    /// </summary>
    /// <remarks>One value for each draw of the inputs, where they are drawn.</remarks>
    public MeasureValues Controlled()
    {
        if (Draws is not null)
        {
            return ByDraw().Controlled();
        }

        return Searched is null || Slopes(Searched) is not { } slopes ? Plain() : Less(slopes, Searched, unit => unit);
    }

    /// <summary>The same replication by replication, with the slopes of the draws: what is left of chance between
    /// replications that share their inputs.</summary>
    public MeasureValues ControlledWithinDraws()
    {
        if (
            Draws is null
            || Searched is null
            || ByDraw() is not { Searched: { } searched } draws
            || draws.Slopes(searched) is not { } slopes
        )
        {
            return Plain();
        }

        int[] units = UnitsOf(Draws);
        return Less(slopes, Searched, i => units[i]) with { Draws = Draws };
    }

    /// <summary>Each draw of the inputs as one value, the mean of its replications: independent again. The values as
    /// they are where nothing is drawn.</summary>
    public MeasureValues ByDraw()
    {
        if (Draws is null)
        {
            return this;
        }

        int[][] draws = [.. UnitsOf(Draws).Index().GroupBy(each => each.Item, each => each.Index).Select(draw => draw.ToArray())];
        SearchedValues? searched = Searched is { } all
            ? all with
            {
                Each = [.. draws.Select(draw => Searches.MeanOf(draw.Select(i => all.Each[i])))],
            }
            : null;
        return new MeasureValues(Means(Numerators), Denominators is null ? null : Means(Denominators), searched);

        double[] Means(double[] values) => [.. draws.Select(draw => draw.Average(i => values[i]))];
    }

    // The first draw that is there, the second, and so on.
    private static int[] UnitsOf(int[] draws)
    {
        int unit = 0;
        return [.. draws.Select((draw, i) => i > 0 && draw != draws[i - 1] ? ++unit : unit)];
    }

    private MeasureValues Less(IReadOnlyList<ControlSlopes> slopes, SearchedValues searched, Func<int, int> unitOf) =>
        new(
            [.. Numerators.Select((y, i) => y - (slopes[unitOf(i) % slopes.Count].OfY * searched.Each[i].Luck))],
            Denominators is null
                ? null
                : [.. Denominators.Select((x, i) => x - (slopes[unitOf(i) % slopes.Count].OfX * searched.Each[i].Luck))]
        );

    private IReadOnlyList<ControlSlopes>? Slopes(SearchedValues searched)
    {
        var moments = new ControlledMoments(searched.PerSeized, searched.Known);
        for (int i = 0; i < Numerators.Length; i++)
        {
            moments.Add(Numerators[i], Denominators?[i] ?? 1, searched.Each[i]);
        }

        return moments.Slopes();
    }

    private bool IsNothing => Array.TrueForAll(Numerators, y => y == 0);

    private bool IsSameAs(MeasureValues other) =>
        Fingerprints is not null && other.Fingerprints is not null && Fingerprints.AsSpan().SequenceEqual(other.Fingerprints);

    private PointEstimate Widened(MeasureValues controlled)
    {
        PointEstimate estimate = controlled.Denominators is null
            ? Means.Estimate(controlled.Numerators)
            : RatioEstimator.Estimate(controlled.Numerators, controlled.Denominators);
        return Unseen() is { } unseen ? unseen.Widen(estimate, MomentsOf(controlled)) : estimate;
    }

    private double UnseenVariance(MeasureValues controlled)
    {
        CoMoments moments = MomentsOf(controlled);
        return Unseen()?.Variance(moments.MeanY / moments.MeanX, moments.MeanX) ?? 0;
    }

    private UnseenFinds? Unseen()
    {
        if (Searched is null)
        {
            return null;
        }

        var unseen = new UnseenFinds(Searched.PerSeized);
        foreach (Searches each in Searched.Each)
        {
            unseen.Add(each);
        }

        return unseen;
    }

    private static CoMoments MomentsOf(MeasureValues values)
    {
        var moments = new CoMoments();
        for (int i = 0; i < values.Replications; i++)
        {
            moments.Add(values.Numerators[i], values.Denominators?[i] ?? 1);
        }

        return moments;
    }

    private bool IsDefined(int replication) =>
        !double.IsNaN(Numerators[replication]) && !(Denominators is not null && double.IsNaN(Denominators[replication]));

    private MeasureValues Pick(int[] replications) =>
        new(
            Pick(Numerators, replications),
            Denominators is null ? null : Pick(Denominators, replications),
            Searched is null ? null : Searched with { Each = Pick(Searched.Each, replications) }
        )
        {
            IsOfOneDeployment = IsOfOneDeployment,
            Fingerprints = Fingerprints is null ? null : Pick(Fingerprints, replications),
            Draws = Draws is null ? null : Pick(Draws, replications),
        };

    private static T[] Pick<T>(T[] values, int[] replications) => [.. replications.Select(i => values[i])];
}

/// <summary>What searches had to do with a measure of one deployment, in replication order.</summary>
/// <param name="Each">By replication.</param>
/// <param name="PerSeized">By how much numerator and denominator rise with each one seized, where known.</param>
/// <param name="Known">As much of that as is to be taken out.</param>
internal sealed record SearchedValues(Searches[] Each, ControlSlopes PerSeized, ControlSlopes Known)
{
    /// <summary>Where all of it is to be taken out.</summary>
    public SearchedValues(Searches[] each, ControlSlopes perSeized)
        : this(each, perSeized, perSeized) { }

    /// <summary>The slopes of everything where no seizure tells them.</summary>
    public static ControlSlopes KnownOf(SearchedPart? part) =>
        part is null
            ? default
            : new ControlSlopes(
                part.OfNumerator is null ? 0 : part.EachOfNumerator,
                part.OfDenominator is null ? 0 : part.EachOfDenominator
            );

    /// <summary>By how much numerator and denominator rise with each one seized.</summary>
    public static ControlSlopes PerSeizedOf(SearchedPart? part) =>
        part is null ? default : new ControlSlopes(part.EachOfNumerator, part.EachOfDenominator);
}
