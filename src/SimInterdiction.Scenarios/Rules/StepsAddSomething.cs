using SimInterdiction.Model.Study;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>No step compares a deployment with itself.</summary>
internal static class StepsAddSomething
{
    public static void Check(RuleContext context)
    {
        if (context.Scenario.Deployments.Count == 0)
        {
            return;
        }

        string before = context.Scenario.Baseline;
        foreach ((string name, Step step) in context.Scenario.Experiment.Steps)
        {
            Compare(name, "up_to_here", step.UpToHere, before);
            Compare(name, "alone", step.Alone, step.OnTopOf ?? context.Scenario.Baseline);
            before = step.UpToHere;
        }

        void Compare(string step, string key, string? deployment, string other)
        {
            if (deployment == other)
            {
                context.Problems.Error(
                    "S439",
                    context.At("experiment", "steps", step, key),
                    $"'{deployment}' would be compared with itself: the step '{step}' adds nothing",
                    "a deployment that differs from the one before"
                );
            }
        }
    }
}
