using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Roads lead from every origin to its ends, and something passes every checkpoint. Looks at scenarios without errors only.</summary>
internal static class RoadsReach
{
    public static void Check(RuleContext context)
    {
        if (context.Problems.HasErrors)
        {
            return;
        }

        RouteMap map = context.Map;
        foreach (UnreachableEnd end in map.Unreachable)
        {
            context.Problems.Error("S306", context.At("flows", end.Flow, "routes", "to"), $"no road joins '{end.From}' and '{end.To}'", hint: "add the missing road, or name the ends that can be reached");
        }

        foreach (string flow in context.Scenario.Flows.Keys.Where(f => map.SharesOf(f).Count == 0 && !map.Unreachable.Any(u => u.Flow == f)))
        {
            if (context.Scenario.Corridors.Generate is { DropBelow: > 0 } && HasDrawingEnd(flow, context.Scenario))
            {
                context.Problems.Error("S306", context.At("flows", flow, "routes", "to"), "no corridor is left for this flow", hint: "lower 'drop_below', or name other ends");
            }
            else
            {
                context.Problems.Error("S205", context.At("flows", flow, "routes", "to"), "none of these ends draws anything: the 'attraction' of each is 0", "an attraction above 0 at one end at least");
            }
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

    private static bool HasDrawingEnd(string flow, Scenario scenario)
    {
        RouteEnds ends = scenario.Flows[flow].Routes.To!;
        return scenario.Places.Any(p => p.Value.Attraction > 0 && (ends.Kind is { } kind ? p.Value.Kind == kind : ends.Named.Contains(p.Key)));
    }
}
