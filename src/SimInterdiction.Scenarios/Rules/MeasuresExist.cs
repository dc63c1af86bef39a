using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Every measure named exists, and a criterion has a limit that its measure can meet.</summary>
internal static class MeasuresExist
{
    public static void Check(RuleContext context)
    {
        ExperimentPlan plan = context.Scenario.Experiment;
        CheckOne(plan.Measure, context, "experiment", "measure");
        CheckSingle(plan.Measure, context, "experiment", "measure");
        if (MeasureCatalog.Find(plan.Measure) is { BetterWhen: 0, Estimator: not Estimator.Pooled })
        {
            context.Problems.Warning(
                "S525",
                context.At("experiment", "measure"),
                $"'{plan.Measure}' has no better direction: read 'better' in the verdicts as 'more'"
            );
        }

        if (MeasureCatalog.Find(plan.Measure)?.Unit == MeasureUnit.Share && plan.SmallestDifferenceThatMatters > 1)
        {
            context.Problems.Error(
                "S112",
                context.At("experiment", "smallest_difference_that_matters"),
                $"'{plan.Measure}' is a share, from 0% to 100%, so no two differ by more than 100 points",
                "100 points or less"
            );
        }

        for (int i = 0; i < plan.AlsoReport.Count; i++)
        {
            CheckOne(plan.AlsoReport[i], context, "experiment", "also_report", $"{i}");
        }

        for (int i = 0; i < context.Scenario.Require.Count; i++)
        {
            CheckRequirement(context.Scenario.Require[i], $"{i}", context);
        }
    }

    private static void CheckRequirement(Requirement requirement, string index, RuleContext context)
    {
        CheckOne(requirement.Measure, context, "require", index, "measure");
        CheckSingle(requirement.Measure, context, "require", index, "measure");
        if (
            context.Problems.IsKnown($"require.{index}")
            && !context.Has("require", index, "at_least")
            && !context.Has("require", index, "at_most")
        )
        {
            context.Problems.Error("S432", context.KeyAt("require", index), "the criterion has no limit", "at_least or at_most");
        }

        if (requirement.AtLeast > requirement.AtMost)
        {
            string found = "nothing can meet both limits: 'at_most' is below 'at_least'";
            context.Problems.Error("S432", context.At("require", index, "at_most"), found, "at_least or at_most, or both in rising order");
        }

        if (MeasureCatalog.Find(requirement.Measure)?.Unit != MeasureUnit.Share)
        {
            return;
        }

        foreach ((string key, double? limit) in new[] { ("at_least", requirement.AtLeast), ("at_most", requirement.AtMost) })
        {
            if (limit is > 1 or < 0)
            {
                context.Problems.Error("S112", context.At("require", index, key), $"'{requirement.Measure}' is a share, from 0% to 100%");
            }
        }
    }

    private static void CheckSingle(string measure, RuleContext context, params string[] path)
    {
        if (MeasureCatalog.Find(measure)?.Estimator == Estimator.Pooled)
        {
            context.Problems.Error(
                "S204",
                context.At(path),
                $"'{measure}' looks at all periods together, so it can't be used for verdicts",
                "a measure that each period has",
                "name it under also_report"
            );
        }
    }

    private static void CheckOne(string measure, RuleContext context, params string[] path)
    {
        if (measure.Length > 0 && MeasureCatalog.Find(measure) is null)
        {
            string[] known = [.. MeasureCatalog.All.Select(m => m.Name)];
            context.Problems.Error(
                "S204",
                context.At(path),
                $"there is no measure '{measure}'",
                Names.Few(known),
                Names.DidYouMean(measure, known)
            );
        }
    }
}
