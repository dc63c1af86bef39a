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
            before = step.UpToHere ?? before;
            if (step.OnTopOf is { } beneath && step.Alone is null && step.UpToHere is not null)
            {
                context.Problems.Warning(
                    "S540",
                    context.At("experiment", "steps", name, "on_top_of"),
                    $"the step '{name}' is never compared with '{beneath}': on_top_of is about 'alone', which it lacks",
                    "add 'alone: a deployment', or leave on_top_of out"
                );
            }

            if (step.UpToHere is null && step.Alone is null)
            {
                context.Problems.Error(
                    "S439",
                    context.KeyAt("experiment", "steps", name),
                    $"the step '{name}' names no deployment",
                    "up_to_here, alone, or both"
                );
            }
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
