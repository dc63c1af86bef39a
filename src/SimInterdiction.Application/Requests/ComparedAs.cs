using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Application.Requests;

/// <summary>How the deployments of a changed scenario are compared: as those of the scenario as stated were.</summary>
/// <param name="With">With which deployment.</param>
/// <param name="Measure">By which measure.</param>
/// <param name="SmallestDifference">The smallest difference in it that matters.</param>
public sealed record ComparedAs(string With, string Measure, double SmallestDifference)
{
    /// <param name="asStated">What the scenario as stated came to.</param>
    internal static ComparedAs In(StudyResult asStated)
    {
        ExperimentPlan plan = asStated.Scenario.Experiment;
        return new ComparedAs(asStated.Baseline, plan.Measure, plan.SmallestDifferenceThatMatters);
    }

    /// <summary>A changed scenario, compared so and in no other way.</summary>
    internal Scenario Of(Scenario changed) =>
        changed with
        {
            Experiment = changed.Experiment with
            {
                CompareWith = With,
                Measure = Measure,
                SmallestDifferenceThatMatters = SmallestDifference,
                Precision = null,
                Choose = Choosing.None,
                AlsoReport = [],
                Steps = new OrderedDictionary<string, Step>(),
            },
            Require = [],
        };
}
