using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Reads the breakdowns of a result; what isn't there is undefined.</summary>
internal static class Breakdown
{
    public static Estimate Of(DeploymentResult deployment, Dimension dimension, string entry, string measure) =>
        deployment.By.TryGetValue(dimension, out var entries)
        && entries.TryGetValue(entry, out var measures)
        && measures.TryGetValue(measure, out Estimate e)
            ? Possible.Of(measure, e, whole => measures.TryGetValue(whole, out Estimate all) ? all.Mean : null)
            : default;

    public static double? Mean(DeploymentResult deployment, Dimension dimension, string entry, string measure) =>
        Of(deployment, dimension, entry, measure).Mean;
}
