namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>Every system against the best of the others (multiple comparisons with the best, MCB; Hsu 1984).</summary>
public static class BestComparison
{
    /// <summary>
    /// Simultaneous intervals for each mean less the largest of the others, under common random numbers (Nelson 1993):
    /// with the confidence asked for all hold together. An interval that ends at 0 shows that the system is not the
    /// best, one that begins at 0 that it is; the systems whose interval reaches above 0 are those that may be.
    /// </summary>
    /// <remarks>
    /// Assumes that the differences of all pairs vary alike (sphericity). Nelson found the intervals to hold well where
    /// this fails in the way that common random numbers make it fail; where deployments are very unlike,
    /// <see cref="Screening"/> needs no such assumption.
    /// </remarks>
    /// <returns>By system, each with 0 as an end or within.</returns>
    public static IReadOnlyList<Interval> WithTheBest(SystemSamples samples, double confidence) =>
        Intervals(samples, Constant(samples.Systems, samples.Replications, confidence));

    /// <summary>Dunnett's one-sided constant for k - 1 comparisons on (k - 1)(n - 1) degrees of freedom.</summary>
    internal static double Constant(int systems, int replications, double confidence) =>
        EqualCorrelation.OneSided(systems - 1, (systems - 1) * (replications - 1), confidence);

    internal static IReadOnlyList<Interval> Intervals(SystemSamples samples, double constant)
    {
        double halfWidth = HalfWidth(samples, constant);
        return
        [
            .. Enumerable
                .Range(0, samples.Systems)
                .Select(system =>
                {
                    double lead = samples.Mean(system) - samples.LargestMeanBut(system);
                    return new Interval(Math.Min(0, lead - halfWidth), Math.Max(0, lead + halfWidth));
                }),
        ];
    }

    /// <summary>T S sqrt(2 / n) (Nelson 1993).</summary>
    internal static double HalfWidth(SystemSamples samples, double constant) =>
        constant * Math.Sqrt(2 * ResidualVariance(samples) / samples.Replications);

    /// <summary>What is left of the variance when systems and replications have had their effects.</summary>
    /// <remarks>The same to the last bit in whatever order the systems stand: each sum goes from the least to the
    /// most.</remarks>
    internal static double ResidualVariance(SystemSamples samples)
    {
        double grand = Enumerable.Range(0, samples.Systems).Select(samples.Mean).Order().Average();
        double[] squares = new double[samples.Systems];
        double sum = 0;
        for (int replication = 0; replication < samples.Replications; replication++)
        {
            double luck = Enumerable.Range(0, samples.Systems).Select(system => samples[system][replication]).Order().Average();
            for (int system = 0; system < samples.Systems; system++)
            {
                double residual = samples[system][replication] - samples.Mean(system) - luck + grand;
                squares[system] = residual * residual;
            }

            sum += squares.Order().Sum();
        }

        // That of a difference is twice as much.
        return (sum / ((samples.Systems - 1) * (samples.Replications - 1))) + (samples.Unseen / 2);
    }
}
