using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>What stands for a scenario and its uncertainty, however often and on whatever seed it is simulated and
/// whatever is measured: by it a run finds the analyses of its uncertainty.</summary>
public static class ScenarioKey
{
    /// <param name="scenario">With every input at its best guess.</param>
    /// <param name="uncertain">Its uncertain inputs as written.</param>
    /// <returns>SHA-256, in lower-case hexadecimal digits.</returns>
    public static string Of(Scenario scenario, IReadOnlyList<UncertainValue> uncertain)
    {
        Scenario bare = scenario with
        {
            Title = null,
            Question = null,
            Optimize = null,
            Require = [],
            Assumptions = [],
            Experiment = scenario.Experiment with
            {
                Replications = 1,
                Seed = 0,
                Precision = null,
                Choose = Choosing.None,
                AtMost = 1,
                Measure = string.Empty,
                AlsoReport = [],
                NoticedWhenCancelled = 1,
                Steps = new OrderedDictionary<string, Step>(),
            },
        };
        return CanonicalText.Hash(
            new object[] { bare, uncertain.OrderBy(u => u.Path, StringComparer.Ordinal).ToArray(), ModelVersion.Current }
        );
    }

    /// <summary>The same for one analysis of it.</summary>
    public static string Of(Scenario scenario, IReadOnlyList<UncertainValue> uncertain, SensitivityOptions options) =>
        CanonicalText.Hash(
            new object[]
            {
                Of(scenario, uncertain),
                options.Method,
                options.Deployment,
                options.Measure.Name,
                options.Replications,
                options.Seed,
                options.MapInputs,
                options.Method is SensitivityMethod.Morris or SensitivityMethod.Sobol or SensitivityMethod.Discover ? options.Samples : 0,
            }
        );
}
