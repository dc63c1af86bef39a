using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Batches;

/// <summary>A measure in every replication of one deployment, in replication order.</summary>
/// <param name="Numerators">The totals, or the numerators of a ratio.</param>
/// <param name="Denominators">The denominators of a ratio; null for a mean.</param>
internal sealed record MeasureValues(double[] Numerators, double[]? Denominators)
{
    public int Replications => Numerators.Length;

    /// <summary>
    /// Both over the replications that both have (one may have dropped out), without those in which either has no value at all (NaN), such as a median delay when nobody was delayed; pairing needs both. A ratio
    /// of 0/0 stays: it adds nothing to the sums.
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
    public MeasureValues First(int replications) => replications == Replications ? this : new(Numerators[..replications], Denominators?[..replications]);

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

    /// <summary>The mean, or the ratio of sums, over the replications.</summary>
    public PointEstimate Estimate() => Denominators is null ? Means.Estimate(Numerators) : RatioEstimator.Estimate(Numerators, Denominators);

    /// <summary>This deployment less another over the first replications, which are paired.</summary>
    public PointEstimate DifferenceFrom(MeasureValues other, int replications)
    {
        ReadOnlySpan<double> numerators = Numerators.AsSpan(0, replications);
        ReadOnlySpan<double> otherNumerators = other.Numerators.AsSpan(0, replications);
        return Denominators is null
            ? Means.PairedDifference(numerators, otherNumerators)
            : Jackknife.PairedDifference(new PairedRatios
            {
                Numerators = numerators,
                Denominators = Denominators.AsSpan(0, replications),
                OtherNumerators = otherNumerators,
                OtherDenominators = other.Denominators.AsSpan(0, replications),
            });
    }

    /// <summary>What behaves as independent observations with this measure as its mean: the values, or the jackknife pseudo-values of a ratio.</summary>
    public double[] Observations() => Denominators is null ? Numerators : Jackknife.PseudoValues(Numerators, Denominators);

    private bool IsDefined(int replication) => !double.IsNaN(Numerators[replication]) && !(Denominators is not null && double.IsNaN(Denominators[replication]));

    private MeasureValues Pick(int[] replications) =>
        new([.. replications.Select(i => Numerators[i])], Denominators is null ? null : [.. replications.Select(i => Denominators[i])]);
}
