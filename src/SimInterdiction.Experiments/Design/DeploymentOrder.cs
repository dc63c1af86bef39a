using SimInterdiction.Model;

namespace SimInterdiction.Experiments.Design;

/// <summary>Which of several deployments that come out equal is named first: no order of a file decides.</summary>
public static class DeploymentOrder
{
    /// <summary>The names of all deployments: the baseline first, then by what they post. Of two that post the same the
    /// name decides.</summary>
    public static IReadOnlyList<string> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var things = new ThingWords(scenario);
        return
        [
            .. scenario
                .Deployments.Keys.OrderByDescending(name => name == scenario.Baseline)
                .ThenBy(name => things.Of(nameof(Scenario.Deployments), name).Long, StringComparer.Ordinal)
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
    }
}
