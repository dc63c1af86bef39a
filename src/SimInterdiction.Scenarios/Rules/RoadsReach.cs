using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Roads lead from every origin to its ends, and something passes every checkpoint.</summary>
internal static class RoadsReach
{
    public static void Check(RuleContext context)
    {
        var map = RouteMap.Build(context.Scenario);
        foreach (UnreachableEnd end in map.Unreachable)
        {
            context.Problems.Error("S306", context.At("flows", end.Flow, "routes", "to"), $"no road joins '{end.From}' and '{end.To}'", hint: "add the missing road, or name the ends that can be reached");
        }

        foreach (string flow in context.Scenario.Flows.Keys.Where(f => map.SharesOf(f).Count == 0 && !map.Unreachable.Any(u => u.Flow == f)))
        {
            context.Problems.Error("S306", context.At("flows", flow, "routes", "to"), "no corridor is left for this flow", hint: "lower 'drop_below', or name other ends");
        }

        HashSet<string> passed = [.. map.Corridors.SelectMany(c => c.Places)];
        foreach ((string name, Checkpoint checkpoint) in context.Scenario.Checkpoints)
        {
            if (map.Unreachable.Count == 0 && !passed.Contains(checkpoint.Place ?? name))
            {
                context.Problems.Warning("S502", context.KeyAt("checkpoints", name), $"no corridor passes the checkpoint '{name}'");
            }
        }
    }
}
