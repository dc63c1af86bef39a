using SimInterdiction.Model.Costs;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>
/// A scenario can be simulated in the time and memory that there is: refuses what never ends, and warns of what takes
/// hours.
/// </summary>
internal static class Costs
{
    // One core for a night.
    private const double LongSeconds = 10 * 3600;

    public static void Check(RuleContext context)
    {
        // What a scenario costs is known when it means something.
        var cost = StudyCost.Of(context.Scenario, context.ReplicationsAsked);
        if (CostWords.TooMuch(cost) is not { } problem)
        {
            WarnOfLong(context, cost);
            return;
        }

        context.Problems.Error(problem.Code, context.KeyAt([.. problem.Path]), problem.Message, problem.Allowed, problem.Hint);
    }

    private static void WarnOfLong(RuleContext context, StudyCost cost)
    {
        if (cost.Seconds > LongSeconds)
        {
            string message = $"the study takes about {CostWords.Duration(cost.Seconds)} on one core: {CostWords.WhatTakesLong(cost)}";
            string[] path = context.Has("experiment", "replications") ? ["experiment", "replications"] : [.. cost.OfWorst.Longest.Path];
            context.Problems.Warning(
                "S530",
                context.KeyAt(path),
                message,
                "a dry run measures it on this machine; fewer replications, or a precision to stop at, take less"
            );
        }
    }
}
