using SimInterdiction.Model.Study;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>What is only hypothetical is neither the baseline nor chosen from.</summary>
internal static class HypotheticalDeployments
{
    public static void Check(RuleContext context)
    {
        ExperimentPlan plan = context.Scenario.Experiment;
        if (plan.Hypothetical.Count == 0 || context.Scenario.Deployments.Count == 0)
        {
            return;
        }

        if (plan.Hypothetical.Contains(context.Scenario.Baseline))
        {
            Refuse(
                $"'{context.Scenario.Baseline}' is the baseline: all others are compared with it, so it can't be hypothetical",
                "deployments beside the baseline"
            );
        }

        if (plan.Choose == Choosing.Best)
        {
            Refuse("with 'choose: best', what nobody could choose would take part in the choice", "leave them out of a choice");
        }

        void Refuse(string found, string allowed) =>
            context.Problems.Error("S440", context.KeyAt("experiment", "hypothetical"), found, allowed);
    }
}
