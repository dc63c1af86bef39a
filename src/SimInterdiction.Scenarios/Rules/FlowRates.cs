using SimInterdiction.Model;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Every flow says how much leaves: by a rate of its own, or by a share of the total.</summary>
internal static class FlowRates
{
    public static void Check(RuleContext context)
    {
        Scenario scenario = context.Scenario;
        foreach ((string name, _) in scenario.Flows)
        {
            bool hasRate = context.Has("flows", name, "rate");
            bool hasShare = context.Has("flows", name, "share");
            if (hasRate && hasShare)
            {
                context.Problems.Error(
                    "S310",
                    context.KeyAt("flows", name, "share"),
                    "the flow has both a rate and a share",
                    hint: "remove 'share' or 'rate'"
                );
            }
            else if (!hasRate && !hasShare && context.Has("flows", name))
            {
                context.Problems.Error(
                    "S310",
                    context.KeyAt("flows", name),
                    $"'{name}' does not say how much leaves",
                    "rate: 23_000 firearms per year, or share: 11.5% of total_flow",
                    "add 'rate: 12 per week', for instance"
                );
            }
            else if (hasShare && !context.Has("total_flow"))
            {
                context.Problems.Error(
                    "S310",
                    context.KeyAt("flows", name, "share"),
                    "this is a share of total_flow, which is missing",
                    hint: "add 'total_flow: 200_000 firearms per year', for instance"
                );
            }
        }

        Flow[] sharing = [.. scenario.Flows.Values.Where(f => f.Share is not null)];
        int written = scenario.Flows.Keys.Count(name => context.Has("flows", name, "share"));
        if (sharing.Length > 0 && sharing.Length == written)
        {
            Quantities.ShareSum.Check(
                sharing.Sum(f => f.Share!.Value),
                context.SumAt(scenario.Flows.Keys.Select(name => TreePath.Find(context.Root, "flows", name, "share")), "flows"),
                "the shares of the flows",
                context.Problems
            );
        }

        if (context.Has("total_flow") && written == 0)
        {
            context.Problems.Warning("S508", context.KeyAt("total_flow"), "no flow has a share of total_flow, so it has no effect");
        }
    }
}
