using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Where a deployment is to be chosen, there is something to choose by.</summary>
internal static class ChoiceCanBeMade
{
    public static void Check(RuleContext context)
    {
        ExperimentPlan plan = context.Scenario.Experiment;
        if (plan.Choose != Choosing.Best)
        {
            return;
        }

        Measure? measure = MeasureCatalog.Find(plan.Measure);
        if (
            plan.SmallestDifferenceThatMatters <= 0
            && measure is not null
            && !context.Problems.HasErrorAt(context.At("experiment", "smallest_difference_that_matters"))
        )
        {
            string example = MeasureReader.Example(measure, isDifference: true);
            Refuse(
                ["experiment", "choose"],
                "choosing needs the smallest difference that matters: without it two equal deployments could never be told apart",
                $"smallest_difference_that_matters above 0, such as {example}"
            );
        }

        // Whoever asks for another number hears of that one.
        if (context.ReplicationsAsked is null && plan.Replications < ExperimentPlan.FewestToChooseFrom)
        {
            Refuse(
                ["experiment", "replications"],
                $"{plan.Replications} replications are too few for a first stage: how far deployments vary is not known from them",
                $"{ExperimentPlan.FewestToChooseFrom} replications or more"
            );
        }

        if (plan.Precision is not null)
        {
            Refuse(
                ["experiment", "precision"],
                "a study simulates until a deployment is chosen or until a precision is reached, not both",
                "choose or precision"
            );
        }

        if (measure is { BetterWhen: 0 })
        {
            Refuse(
                ["experiment", "choose"],
                $"neither more nor less of '{plan.Measure}' is better, so nothing can be chosen by it",
                "a measure of which more or less is better, such as seizure_rate"
            );
        }

        void Refuse(string[] path, string found, string allowed) => context.Problems.Error("S436", context.At(path), found, allowed);
    }
}
