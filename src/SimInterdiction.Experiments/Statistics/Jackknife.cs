namespace SimInterdiction.Experiments.Statistics;

/// <summary>The jackknife of ratios, leaving out one replication at a time (Quenouille 1956; Tukey 1958; Miller
/// 1974).</summary>
public static class Jackknife
{
    /// <summary>
    /// The pseudo-values n r - (n - 1) r(i), where r(i) is the ratio of sums without replication i. They behave as
    /// independent observations with mean r, so whatever works on means works on them. NaN where leaving out one
    /// replication leaves no denominator.
    /// </summary>
    public static double[] PseudoValues(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators)
    {
        Pairing.RequireSameLength(numerators, denominators);
        int n = numerators.Length;
        (double sumY, double sumX) = (Sum(numerators), Sum(denominators));
        double ratio = Divide(sumY, sumX);
        double[] pseudo = new double[n];
        for (int i = 0; i < n; i++)
        {
            pseudo[i] = (n * ratio) - ((n - 1) * Divide(sumY - numerators[i], sumX - denominators[i]));
        }

        return pseudo;
    }

    /// <summary>The jackknife estimate of a ratio (the mean of the pseudo-values, its bias of order 1/n removed) with
    /// its standard error.</summary>
    public static PointEstimate Ratio(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators) =>
        Means.Estimate(PseudoValues(numerators, denominators));

    /// <summary>
    /// The difference of two ratios on paired replications: its standard error is that of the mean of the differences
    /// of pseudo-values.
    /// </summary>
    /// <remarks>
    /// The value is the difference of the two ratios of sums, the very numbers that tables show beside it; the mean of
    /// the pseudo-values differs from it by order 1/n only.
    /// </remarks>
    public static PointEstimate PairedDifference(PairedRatios pairs)
    {
        PointEstimate difference = Means.PairedDifference(
            PseudoValues(pairs.Numerators, pairs.Denominators),
            PseudoValues(pairs.OtherNumerators, pairs.OtherDenominators)
        );
        double value =
            Divide(Sum(pairs.Numerators), Sum(pairs.Denominators)) - Divide(Sum(pairs.OtherNumerators), Sum(pairs.OtherDenominators));
        return difference with { Value = value };
    }

    private static double Divide(double numerator, double denominator) => denominator == 0 ? double.NaN : numerator / denominator;

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}

/// <summary>Numerators and denominators of two ratios, replication by replication.</summary>
public readonly ref struct PairedRatios
{
    public required ReadOnlySpan<double> Numerators { get; init; }

    public required ReadOnlySpan<double> Denominators { get; init; }

    public required ReadOnlySpan<double> OtherNumerators { get; init; }

    public required ReadOnlySpan<double> OtherDenominators { get; init; }
}
