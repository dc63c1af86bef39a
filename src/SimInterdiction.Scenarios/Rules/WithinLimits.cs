using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>The scenario is not so large that checking it would take minutes. Where it is, the other rules don't
/// begin.</summary>
internal static class WithinLimits
{
    /// <summary>Whether it is; reports where it isn't.</summary>
    public static bool Holds(RuleContext context)
    {
        bool holds = true;
        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            if (deployment.Post.Count > Limits.Postings)
            {
                context.Problems.Error(
                    "S043",
                    context.KeyAt("deployments", name, "post"),
                    $"'{name}' has {deployment.Post.Count:N0} postings",
                    $"at most {Limits.Postings:N0}"
                );
                holds = false;
            }
        }

        return holds && CorridorsCanBeMade(context);
    }

    private static bool CorridorsCanBeMade(RuleContext context)
    {
        Scenario scenario = context.Scenario;
        if (scenario.Corridors.Generate is not { } plan)
        {
            return true;
        }

        int roads = scenario.Roads.Count;
        long pairs = scenario.Flows.Values.Sum(flow => flow.Routes.To is { } ends ? EndsOf(ends, scenario) : 0L);
        if (pairs == 0 || (roads <= Limits.RoadsWithCorridors && (double)pairs * plan.Paths * roads * roads <= Limits.CorridorWork))
        {
            return true;
        }

        context.Problems.Error(
            "S043",
            context.KeyAt("corridors", "generate"),
            $"finding {plan.Paths} paths between {pairs:N0} pairs of origin and destination over {roads:N0} roads would take too long",
            $"at most {Limits.RoadsWithCorridors:N0} roads, and fewer pairs the more roads there are",
            "leave out minor roads, destinations or paths, or write corridors by hand"
        );
        return false;
    }

    private static long EndsOf(RouteEnds ends, Scenario scenario) =>
        ends.Kind is PlaceKind kind ? scenario.Places.Values.Count(p => p.Kind == kind) : ends.Named.Count;
}
