using SimInterdiction.Scenarios.Reading;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Every assumption is about a value that exists.</summary>
internal static class AssumptionsAbout
{
    public static void Check(RuleContext context)
    {
        for (int i = 0; i < context.Scenario.Assumptions.Count; i++)
        {
            string about = context.Scenario.Assumptions[i].About;
            string[] steps = about.Split('.');
            if (about.Length > 0 && !context.Problems.IsLost(steps[0]) && KnownPaths.FirstUnknown(steps, context.Root) is { } unknown)
            {
                Problems.Mark mark = context.At("assumptions", $"{i}", "about");
                int offset = steps.Take(unknown.Index).Sum(s => s.Length + 1);
                Problems.Mark exact =
                    mark.Length == about.Length
                        ? mark with
                        {
                            Column = mark.Column + offset,
                            Length = Math.Max(1, steps[unknown.Index].Length),
                        }
                        : mark;
                string parent = unknown.Index == 0 ? "the scenario" : $"'{string.Join('.', steps.Take(unknown.Index))}'";
                context.Problems.Error(
                    "S203",
                    exact,
                    $"there is no '{steps[unknown.Index]}' in {parent}",
                    Names.Few(unknown.Known, 12),
                    context.Problems.DidYouMean(steps[unknown.Index], unknown.Known)
                );
            }
        }
    }
}
