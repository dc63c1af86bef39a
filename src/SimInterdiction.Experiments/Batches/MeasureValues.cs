using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Batches;

/// <summary>A measure in every replication of one deployment, in replication order.</summary>
/// <param name="Numerators">The totals, or the numerators of a ratio.</param>
/// <param name="Denominators">The denominators of a ratio; null for a mean.</param>
/// <param name="Controls">The measure's control variate, whose mean is known to be 0; null where it has none.</param>
internal sealed record MeasureValues(double[] Numerators, double[]? Denominators, double[]? Controls = null)
{
    public int Replications => Numerators.Length;

    /// <summary>
    /// The draw of the inputs that each replication has: replications of one draw follow each other and are not independent, so all estimates are made of the means of draws
    /// (<see cref="ByDraw"/>). Null where every replication stands for itself.
    /// </summary>
    public int[]? Draws { get; init; }

    /// <summary>
    /// Both over the replications that both have (one may have dropped out), without those in which either has no value at all (NaN), such as a median delay when nobody was delayed; pairing needs both. A ratio
    /// of 0/0 stays: it adds nothing to the sums.
    /// </summary>
    public static (MeasureValues Values, MeasureValues Others) Defined(MeasureValues values, MeasureValues others)
    {
        int replications = Math.Min(values.Replications, others.Replications);
        IReadOnlyList<MeasureValues> both = Defined([values.First(replications), others.First(replications)]);

        // Two studies may be paired of which one only draws its inputs.
        int[]? draws = both[0].Draws ?? both[1].Draws;
        return (both[0] with { Draws = draws }, both[1] with { Draws = draws });
    }

    /// <summary>The same of several: without the replications in which any has no value.</summary>
    public static IReadOnlyList<MeasureValues> Defined(IReadOnlyList<MeasureValues> all)
    {
        int[] kept = [.. Enumerable.Range(0, all[0].Replications).Where(i => all.All(values => values.IsDefined(i)))];
        return kept.Length == all[0].Replications ? all : [.. all.Select(values => values.Pick(kept))];
    }

    /// <summary>Those of the first replications.</summary>
    public MeasureValues First(int replications) => replications == Replications
        ? this
        : new(Numerators[..replications], Denominators?[..replications], Controls?[..replications]) { Draws = Draws?[..replications] };

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
    public PointEstimate Estimate() => Controls is not null || Draws is not null
        ? Controlled().Estimate()
        : Denominators is null ? Means.Estimate(Numerators) : RatioEstimator.Estimate(Numerators, Denominators);

    /// <summary>This deployment less another over the first replications, which are paired: the difference of the two estimates.</summary>
    public PointEstimate DifferenceFrom(MeasureValues other, int replications)
    {
        (MeasureValues values, MeasureValues others) = (First(replications).Controlled(), other.First(replications).Controlled());
        return values.Denominators is null
            ? Means.PairedDifference(values.Numerators, others.Numerators)
            : Jackknife.PairedDifference(new PairedRatios
            {
                Numerators = values.Numerators,
                Denominators = values.Denominators,
                OtherNumerators = others.Numerators,
                OtherDenominators = others.Denominators,
            });
    }

    /// <summary>
    /// What behaves as independent observations with this measure as its mean: the values, or the jackknife pseudo-values of a ratio, with the control taken out.
    /// </summary>
    public double[] Observations()
    {
        MeasureValues values = Controlled();
        return values.Denominators is null ? values.Numerators : Jackknife.PseudoValues(values.Numerators, values.Denominators);
    }

    /// <summary>The same values without their control: what single replications show.</summary>
    public MeasureValues Plain() => Controls is null ? this : this with { Controls = null };

    /// <summary>
    /// The values less what luck made of them (<see cref="ControlledMoments"/>), without a control of their own: each has the same mean as before, and varies less. The values as they are
    /// where nothing is to be taken out.
    /// </summary>
    /// <remarks>One value for each draw of the inputs, where they are drawn.</remarks>
    public MeasureValues Controlled()
    {
        if (Draws is not null)
        {
            return ByDraw().Controlled();
        }

        return Controls is null || Slopes(Controls) is not { } slopes ? Plain() : Less(slopes, Controls, unit => unit);
    }

    /// <summary>The same replication by replication, with the slopes of the draws: what is left of chance between replications that share their inputs.</summary>
    public MeasureValues ControlledWithinDraws()
    {
        if (Draws is null || Controls is null || ByDraw() is not { Controls: { } controls } draws || draws.Slopes(controls) is not { } slopes)
        {
            return Plain();
        }

        int[] units = UnitsOf(Draws);
        return Less(slopes, Controls, i => units[i]) with { Draws = Draws };
    }

    /// <summary>Each draw of the inputs as one value, the mean of its replications: independent again. The values as they are where nothing is drawn.</summary>
    public MeasureValues ByDraw()
    {
        if (Draws is null)
        {
            return this;
        }

        int[][] draws = [.. UnitsOf(Draws).Index().GroupBy(each => each.Item, each => each.Index).Select(draw => draw.ToArray())];
        return new MeasureValues(Means(Numerators), Denominators is null ? null : Means(Denominators), Controls is null ? null : Means(Controls));

        double[] Means(double[] values) => [.. draws.Select(draw => draw.Average(i => values[i]))];
    }

    // The first draw that is there, the second, and so on.
    private static int[] UnitsOf(int[] draws)
    {
        int unit = 0;
        return [.. draws.Select((draw, i) => i > 0 && draw != draws[i - 1] ? ++unit : unit)];
    }

    private MeasureValues Less(IReadOnlyList<ControlSlopes> slopes, double[] controls, Func<int, int> unitOf) => new(
        [.. Numerators.Select((y, i) => y - (slopes[unitOf(i) % slopes.Count].OfY * controls[i]))],
        Denominators is null ? null : [.. Denominators.Select((x, i) => x - (slopes[unitOf(i) % slopes.Count].OfX * controls[i]))]);

    private IReadOnlyList<ControlSlopes>? Slopes(double[] controls)
    {
        var moments = new ControlledMoments();
        for (int i = 0; i < Numerators.Length; i++)
        {
            moments.Add(Numerators[i], Denominators?[i] ?? 1, controls[i]);
        }

        return moments.Slopes();
    }

    private bool IsDefined(int replication) => !double.IsNaN(Numerators[replication]) && !(Denominators is not null && double.IsNaN(Denominators[replication]));

    private MeasureValues Pick(int[] replications) =>
        new(Pick(Numerators, replications), Denominators is null ? null : Pick(Denominators, replications), Controls is null ? null : Pick(Controls, replications))
        {
            Draws = Draws is null ? null : [.. replications.Select(i => Draws[i])],
        };

    private static double[] Pick(double[] values, int[] replications) => [.. replications.Select(i => values[i])];
}
