using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Roads lead from every origin to its ends, and something passes every checkpoint.</summary>
internal static class RoadsReach
{
    public static void Check(RuleContext context)
    {
        RouteMap map = context.Map;
        foreach (UnreachableEnd end in map.Unreachable.DistinctBy(u => (u.From, u.To)))
        {
            ReportUnreachable(end, context);
        }

        foreach (
            string flow in context.Scenario.Flows.Keys.Where(f => map.SharesOf(f).Count == 0 && !map.Unreachable.Any(u => u.Flow == f))
        )
        {
            if (context.Scenario.Corridors.Generate is { DropBelow: > 0 } && HasDrawingEnd(flow, context.Scenario))
            {
                context.Problems.Error(
                    "S306",
                    context.At("flows", flow, "routes", "to"),
                    "all corridors of this flow were dropped",
                    hint: "lower 'drop_below', or name other destinations"
                );
            }
            else
            {
                context.Problems.Error(
                    "S205",
                    context.At("flows", flow, "routes", "to"),
                    "none of these destinations has any attraction",
                    "an attraction above 0 for at least one of them"
                );
            }
        }

        // What no corridor passes may be passed by those that are missing.
        if (context.Problems.HasErrors)
        {
            return;
        }

        HashSet<string> passed = [.. map.Corridors.SelectMany(c => c.Places)];
        foreach ((string name, Checkpoint checkpoint) in context.Scenario.Checkpoints)
        {
            string place = checkpoint.Place ?? name;
            if (!passed.Contains(place))
            {
                string? hint = map.CandidatePlaces.Contains(place) ? "'drop_below' leaves out the corridors that pass it" : null;
                context.Problems.Warning("S502", context.KeyAt("checkpoints", name), $"no corridor passes the checkpoint '{name}'", hint);
            }
        }
    }

    private static void ReportUnreachable(UnreachableEnd end, RuleContext context)
    {
        string found = $"no road joins '{end.From}' and '{end.To}'";
        string hint = "add the missing road, or name the ends that can be reached";
        if (end.BlockedAt is { Count: > 0 } at)
        {
            string kind = at.All(p => context.Scenario.Places[p].Kind == PlaceKind.Port) ? "port" : "place";
            string places = $"the {kind}{(at.Count == 1 ? "" : "s")} {Names.And(at)}";
            found = $"the way from '{end.From}' to '{end.To}' goes through {places}, and corridors end there";
            hint = $"'through: yes' at {Names.And(at)} lets corridors go on";
        }

        context.Problems.Error("S306", context.At("flows", end.Flow, "routes", "to"), found, hint: hint);
    }

    private static bool HasDrawingEnd(string flow, Scenario scenario)
    {
        RouteEnds ends = scenario.Flows[flow].Routes.To!;
        return scenario.Places.Any(p =>
            p.Value.Attraction > 0 && (ends.Kind is { } kind ? p.Value.Kind == kind : ends.Named.Contains(p.Key))
        );
    }
}
