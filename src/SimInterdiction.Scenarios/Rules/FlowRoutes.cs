using SimInterdiction.Model;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>A flow takes corridors that begin where it does, by hand or over the roads.</summary>
internal static class FlowRoutes
{
    public static void Check(RuleContext context)
    {
        foreach ((string name, Flow flow) in context.Scenario.Flows)
        {
            if (!context.Has("flows", name, "routes"))
            {
                continue;
            }

            bool hasEnds = context.Has("flows", name, "routes", "to");
            int byHand = flow.Routes.Shares.Count;
            if (hasEnds && byHand > 0)
            {
                context.Problems.Error(
                    "S305",
                    context.KeyAt("flows", name, "routes", flow.Routes.Shares.Keys.First()),
                    "'to' can't be combined with shares of corridors",
                    "shares of corridors, or to: ports | destinations | [places]",
                    "remove one of the two"
                );
            }
            else if (hasEnds)
            {
                CheckGravity(name, flow, context);
            }
            else if (
                byHand == 0
                && Tree.TreePath.Find(context.Root, "flows", name, "routes") is Tree.MapNode { Entries: var entries }
                && !entries.Any(e => context.NamesIn("corridors").Contains(e.Key))
            )
            {
                context.Problems.Error(
                    "S305",
                    context.KeyAt("flows", name, "routes"),
                    "the flow has no corridor",
                    "shares of corridors, or to: ports | destinations | [places]"
                );
            }
            else
            {
                CheckByHand(name, flow, context);
            }
        }
    }

    private static void CheckGravity(string name, Flow flow, RuleContext context)
    {
        Scenario scenario = context.Scenario;
        if (flow.From is null)
        {
            context.Problems.Error(
                "S304",
                context.KeyAt("flows", name),
                $"'{name}' does not say where it leaves from, and routes over the roads need that",
                hint: scenario.Places.ContainsKey(name) ? $"add 'from: {name}'" : "add 'from: a place'"
            );
        }

        if (!context.Has("corridors", "generate"))
        {
            context.Problems.Error(
                "S308",
                context.KeyAt("flows", name, "routes", "to"),
                "routes over the roads need generated corridors",
                hint: "add 'corridors: { generate: { paths: 2 } }'"
            );
        }

        if (flow.Routes.To is not { } ends)
        {
            return;
        }

        for (int i = 0; i < ends.Named.Count; i++)
        {
            if (!scenario.Places.ContainsKey(ends.Named[i]))
            {
                context.Problems.Error(
                    "S201",
                    context.At("flows", name, "routes", "to", $"{i}"),
                    $"there is no place '{ends.Named[i]}'",
                    $"places: {Names.Few(scenario.Places.Keys)}",
                    context.Problems.DidYouMean(ends.Named[i], scenario.Places.Keys)
                );
            }
        }

        if (ends.Kind is { } kind && !scenario.Places.Any(p => p.Value.Kind == kind && p.Key != flow.From))
        {
            string word = kind == PlaceKind.Port ? "port" : "destination";
            context.Problems.Error(
                "S306",
                context.At("flows", name, "routes", "to"),
                $"no place is a {word}",
                hint: $"give a place 'kind: {word}', or list the places"
            );
        }
    }

    private static void CheckByHand(string name, Flow flow, RuleContext context)
    {
        (string Corridor, string Place)? first = null;
        foreach (string corridor in flow.Routes.Shares.Keys)
        {
            if (!context.Scenario.Corridors.ByHand.TryGetValue(corridor, out Corridor? path) || path.Path.Count == 0)
            {
                continue;
            }

            string begins = path.Path[0];
            first ??= (corridor, begins);
            if (flow.From is { } from && begins != from && context.Has("places", from))
            {
                context.Problems.Error(
                    "S304",
                    context.KeyAt("flows", name, "routes", corridor),
                    $"'{corridor}' begins at '{begins}', and the flow leaves from '{from}'"
                );
            }
            else if (flow.From is null && begins != first.Value.Place)
            {
                context.Problems.Error(
                    "S304",
                    context.KeyAt("flows", name, "routes", corridor),
                    $"'{corridor}' begins at '{begins}', and '{first.Value.Corridor}' at '{first.Value.Place}': a flow leaves "
                        + "from one place"
                );
            }
        }
    }
}
