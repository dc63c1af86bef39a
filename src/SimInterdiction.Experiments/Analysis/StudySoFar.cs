using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Analysis;

/// <summary>
/// What a study comes to while it is under way. There are no verdicts in it: an interval holds for whoever looks once,
/// and those who decide as soon as one looks good are wrong far more often than in 5 of 100 studies.
/// </summary>
public static class StudySoFar
{
    /// <summary>The deployments against the organizations that results are about, in the file's order; those whose
    /// first replication is simulated.</summary>
    /// <param name="progress">The study, while its callback runs.</param>
    /// <param name="scenario">Its scenario, whose deployments all intervals hold together for.</param>
    public static IReadOnlyList<DeploymentSoFar> Of(StudyProgress progress, Scenario scenario)
    {
        double confidence = Bonferroni.Confidence(Estimates.Confidence, scenario.Deployments.Count - 1);
        (Arm Arm, MeasureValues Values)[] main =
        [
            .. progress
                .Arms.Index()
                .Where(arm => arm.Item.Adversary == progress.Arms[0].Adversary)
                .Select(arm => (arm.Item, progress.TotalsOf(arm.Index)?.Values(progress.Measure)))
                .Where(arm => arm.Item2 is not null)
                .Select(arm => (arm.Item, arm.Item2!)),
        ];
        MeasureValues? baseline = main.FirstOrDefault(each => each.Arm.Deployment == scenario.Baseline).Values;
        return
        [
            .. main.Select(each => new DeploymentSoFar(
                each.Arm.Deployment,
                Estimates.Of(each.Values.Estimate()),
                each.Arm.Deployment == scenario.Baseline ? null
                    : baseline is null ? new Estimate(null, null, null)
                    : Estimates.Of(PairedComparison.Difference(each.Values, baseline), confidence)
            )),
        ];
    }
}

/// <summary>What a deployment comes to so far.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The study's measure.</param>
/// <param name="Difference">By how much it differs from the baseline, nothing as long as that is not simulated; null
/// for the baseline itself.</param>
public sealed record DeploymentSoFar(string Name, Estimate Value, Estimate? Difference);
