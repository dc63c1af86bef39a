namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>Every system against one control.</summary>
public static class Dunnett
{
    /// <summary>
    /// Simultaneous two-sided intervals for each mean less the control's, narrower than Bonferroni's, for independent
    /// samples of one variance (Dunnett 1955).
    /// </summary>
    /// <param name="samples">Independent ones.</param>
    /// <param name="control">Which system is the control.</param>
    /// <param name="confidence">Of all together.</param>
    /// <returns>By system; the control's own is [0, 0].</returns>
    /// <exception cref="InvalidOperationException">The samples share their random numbers.</exception>
    public static IReadOnlyList<Interval> WithControl(SystemSamples samples, int control, double confidence)
    {
        Validity.Require(Procedure.Dunnett, samples.Sampling);
        return Intervals(samples, control, Constant(samples.Systems, samples.Replications, confidence));
    }

    internal static double Constant(int systems, int replications, double confidence) =>
        EqualCorrelation.TwoSided(systems - 1, systems * (replications - 1), confidence);

    internal static IReadOnlyList<Interval> Intervals(SystemSamples samples, int control, double constant)
    {
        double pooled = Enumerable.Range(0, samples.Systems).Average(samples.Variance);
        double halfWidth = constant * Math.Sqrt(2 * pooled / samples.Replications);
        return
        [
            .. Enumerable
                .Range(0, samples.Systems)
                .Select(system =>
                {
                    double difference = samples.Mean(system) - samples.Mean(control);
                    return system == control ? new Interval(0, 0) : new Interval(difference - halfWidth, difference + halfWidth);
                }),
        ];
    }
}
