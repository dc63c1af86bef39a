using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Oracles;

/// <summary>Theory against simulation, for one number.</summary>
/// <param name="Expectation">What theory says.</param>
/// <param name="Simulated">What came out.</param>
/// <param name="HalfWidth">Half the 99.9 % interval; 0 for exact expectations.</param>
public sealed record OracleCheck(Expectation Expectation, double Simulated, double HalfWidth)
{
    /// <summary>A correct program fails one check in a thousand, over all seeds.</summary>
    public const double ErrorRate = 0.001;

    // Where luck in searches is all chance there is, taking it out leaves an interval of no width: then the sums are
    // still rounded.
    private const double Rounding = 1e-12;

    public bool Agrees =>
        Math.Abs(Simulated - Expectation.Value)
        <= HalfWidth + Expectation.Bias + (Expectation.IsExact ? 0 : Rounding * Math.Abs(Expectation.Value));

    /// <summary>Whether the interval is narrow enough to mean anything.</summary>
    public bool IsSharp => Expectation.IsExact || HalfWidth <= Expectation.SharpTo * Math.Abs(Expectation.Value);

    /// <summary>Holds a study of an oracle's scenario against theory.</summary>
    public static IReadOnlyList<OracleCheck> Of(IReadOnlyList<Expectation> expectations, StudyResult result) =>
        [.. expectations.Select(e => Check(e, result))];

    private static OracleCheck Check(Expectation expectation, StudyResult result)
    {
        (Estimate estimate, double confidence) = expectation.IsDifference
            ? DifferenceOf(expectation, result)
            : (OwnOf(expectation, result), Estimates.Confidence);
        if (estimate is not { Mean: { } mean, Low: { } low, High: { } high })
        {
            throw new InvalidOperationException(
                $"'{expectation.Measure}' of '{expectation.Deployment}' is undefined, so it can't be compared with theory."
            );
        }

        double standardError = (high - low) / 2 / StudentT.TwoSidedQuantile(confidence, result.Replications - 1);
        double halfWidth = expectation.IsExact ? 0 : standardError * StudentT.TwoSidedQuantile(1 - ErrorRate, result.Replications - 1);
        return new OracleCheck(expectation, mean, halfWidth);
    }

    private static Estimate OwnOf(Expectation expectation, StudyResult result)
    {
        DeploymentResult deployment = result.Deployments.Single(d => d.Name == expectation.Deployment);
        return expectation.Of is { } of
            ? deployment.By[of.Dimension][of.Entry][expectation.Measure]
            : deployment.Measures[expectation.Measure];
    }

    private static (Estimate Difference, double Confidence) DifferenceOf(Expectation expectation, StudyResult result)
    {
        Comparison comparison = result.Comparisons.Single(c => c.Deployment == expectation.Deployment && c.Measure == expectation.Measure);
        return (
            new Estimate(comparison.Difference, comparison.Low, comparison.High),
            Bonferroni.Confidence(Estimates.Confidence, result.Comparisons.Count)
        );
    }
}
