using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Deployments that theory proposes, simulated beside the one in force on the same luck, with all that theory
/// leaves out.</summary>
internal static class Confirmation
{
    /// <summary>What is compared.</summary>
    public const string Measure = "seizure_rate";

    // Where everything is seized, or nothing, there is no chance.
    private const double Rounding = 1e-9;

    /// <summary>Simulates them.</summary>
    /// <param name="scenario">With all of them.</param>
    /// <param name="deployments">The one with which they are compared first.</param>
    /// <param name="replications">How often.</param>
    /// <param name="isMainOnly">Whether nobody is simulated frozen too.</param>
    /// <param name="howElse">Who simulates a scenario so, in place of the threads of this machine; null for
    /// them.</param>
    /// <param name="stop">Ends it; what is done counts.</param>
    /// <returns>Null where nothing was done.</returns>
    /// <exception cref="ExecutionException">Not all could be simulated elsewhere.</exception>
    public static StudyResult? Of(
        Scenario scenario,
        IReadOnlyList<string> deployments,
        int replications,
        bool isMainOnly,
        Func<Scenario, StudyOptions, StudyOptions>? howElse,
        CancellationToken stop
    )
    {
        ExperimentPlan stated = scenario.Experiment;
        Scenario alone = scenario with
        {
            Today = scenario.InForce,
            Deployments = new OrderedDictionary<string, Deployment>(
                deployments.Append(scenario.InForce).Distinct().Select(name => KeyValuePair.Create(name, scenario.Deployments[name]))
            ),
            WhatIf = new OrderedDictionary<string, WhatIf>(),
            Require = [],
            Experiment = new ExperimentPlan
            {
                CompareWith = deployments[0],
                Measure = Measure,
                SmallestDifferenceThatMatters = stated.Measure == Measure ? stated.SmallestDifferenceThatMatters : 0,
                DuringWarmUp = stated.DuringWarmUp,
                Seed = stated.Seed,
            },
        };
        var options = new StudyOptions
        {
            Replications = replications,
            MainOnly = isMainOnly,
            Only = deployments,
        };
        try
        {
            StudyResult result = Study.Run(alone, howElse?.Invoke(alone, options) ?? options, null, stop);
            return result.Replications > 0 ? result : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The estimate of a share as results show it: no interval reaches beyond what a share can be.</summary>
    public static SimulatedValue ValueOf(Estimate share) =>
        new(share.Mean, share.Low is { } low ? Math.Max(0, low) : null, share.High is { } high ? Math.Min(1, high) : null);

    /// <summary>Whether theory and simulation disagree by more than chance makes them: by more than four standard
    /// errors, as long as nobody adapts.</summary>
    public static bool Contradicts(this DeploymentResult simulated, double expected) =>
        simulated.Frozen[Measure] is { Mean: { } mean, Low: { } low, High: { } high } && Math.Abs(mean - expected) > high - low + Rounding;
}
