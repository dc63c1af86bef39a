using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Application.Manifests;

/// <summary>What is written differently in the deployments of a run, for its report.</summary>
internal static class KeyDifferences
{
    /// <param name="resolved">The scenario as simulated.</param>
    /// <param name="baseline">The deployment the others are compared with.</param>
    public static IReadOnlyList<DifferentKey> Of(ResolvedScenario resolved, string baseline) =>
        [
            .. resolved
                .Deployments.Where(name => name != baseline)
                .SelectMany(name => resolved.Diff(baseline, name).Select(d => new DifferentKey(name, d.Path, d.First, d.Second))),
        ];
}
