using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>What a study of that many replications will be able to tell, guessed from a few.</summary>
/// <param name="Replications">How many the study will have.</param>
/// <param name="Comparisons">One per comparison of the probe whose difference varies, in its order.</param>
public sealed record StudyForecast(int Replications, IReadOnlyList<ForecastComparison> Comparisons)
{
    /// <summary>The share of studies in which a difference is found.</summary>
    public const double Power = 0.8;

    /// <param name="probe">A few replications of the study, at least 2.</param>
    /// <param name="replications">How many the study will have.</param>
    public static StudyForecast Of(StudyResult probe, int replications)
    {
        double confidence = Bonferroni.Confidence(Estimates.Confidence, probe.Scenario.Deployments.Count - 1);
        double threshold = probe.Scenario.Experiment.SmallestDifferenceThatMatters;
        return new StudyForecast(replications, [.. probe.Comparisons.Select(Forecast).OfType<ForecastComparison>()]);

        ForecastComparison? Forecast(Comparison comparison)
        {
            if (probe.Replications < 2 || !(comparison.High - comparison.Low > 0))
            {
                return null;
            }

            double halfWidth = (comparison.High!.Value - comparison.Low!.Value) / 2;
            double spread = halfWidth * Math.Sqrt(probe.Replications) / StudentT.TwoSidedQuantile(confidence, probe.Replications - 1);
            return new ForecastComparison(
                comparison.Deployment,
                DetectableDifference.At(spread, Math.Max(2, replications), confidence, Power),
                threshold > 0 ? Enough(comparison, DetectableDifference.ReplicationsFor(threshold, spread, confidence, Power)) : null
            );
        }

        // The spread is that without the luck of searches, which fewer replications don't take out.
        static int? Enough(Comparison comparison, int? replications) =>
            comparison.VarianceLeft is not null && replications < ControlledMoments.FewestReplications
                ? ControlledMoments.FewestReplications
                : replications;
    }
}

/// <param name="Deployment">Compared with the baseline.</param>
/// <param name="Detectable">The smallest true difference that the study finds in most cases
/// (<see cref="StudyForecast.Power"/>).</param>
/// <param name="ReplicationsForThreshold">How many replications find the smallest difference that matters as often;
/// null where the scenario states none.</param>
public sealed record ForecastComparison(string Deployment, double Detectable, int? ReplicationsForThreshold);
