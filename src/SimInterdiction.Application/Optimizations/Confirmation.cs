using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Deployments that theory proposes, simulated beside the one in force on the same luck, with all that theory
/// leaves out.</summary>
internal static class Confirmation
{
    private const string Measure = "seizure_rate";

    // Where everything is seized, or nothing, there is no chance.
    private const double Rounding = 1e-9;

    /// <summary>Simulates them.</summary>
    /// <param name="scenario">With all of them.</param>
    /// <param name="deployments">The one in force first.</param>
    /// <param name="replications">How often.</param>
    /// <param name="stop">Ends it; what is done counts.</param>
    /// <returns>Null where nothing was done.</returns>
    public static StudyResult? Of(Scenario scenario, IReadOnlyList<string> deployments, int replications, CancellationToken stop)
    {
        ExperimentPlan stated = scenario.Experiment;
        Scenario alone = scenario with
        {
            Today = deployments[0],
            Deployments = new OrderedDictionary<string, Deployment>(
                deployments.Select(name => KeyValuePair.Create(name, scenario.Deployments[name]))
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
        try
        {
            StudyResult result = Study.Run(alone, new StudyOptions { Replications = replications }, null, stop);
            return result.Replications > 0 ? result : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Whether theory and simulation disagree by more than chance makes them: by more than four standard
    /// errors, as long as nobody adapts.</summary>
    public static bool Contradicts(this DeploymentResult simulated, double expected) =>
        simulated.Frozen[Measure] is { Mean: { } mean, Low: { } low, High: { } high } && Math.Abs(mean - expected) > high - low + Rounding;
}
