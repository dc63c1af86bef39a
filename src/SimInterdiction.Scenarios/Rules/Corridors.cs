using SimInterdiction.Model.Network;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>A corridor goes from one place to another and passes none twice.</summary>
internal static class Corridors
{
    public static void Check(RuleContext context)
    {
        foreach ((string name, Corridor corridor) in context.Scenario.Corridors.ByHand)
        {
            if (Tree.TreePath.Find(context.Root, "corridors", name, "path") is Tree.ListNode && corridor.Path.Count < 2)
            {
                context.Problems.Error(
                    "S301",
                    context.At("corridors", name, "path"),
                    "a corridor passes at least two places",
                    hint: "list them in the order in which they are passed"
                );
            }

            var passed = new HashSet<string>();
            for (int i = 0; i < corridor.Path.Count; i++)
            {
                if (!passed.Add(corridor.Path[i]))
                {
                    context.Problems.Error(
                        "S302",
                        context.At("corridors", name, "path", $"{i}"),
                        $"the corridor passes '{corridor.Path[i]}' a second time"
                    );
                }
            }
        }
    }
}

/// <summary>A road joins two places.</summary>
internal static class RoadsJoin
{
    public static void Check(RuleContext context)
    {
        foreach ((string name, Road road) in context.Scenario.Roads)
        {
            if (
                Tree.TreePath.Find(context.Root, "roads", name, "between") is Tree.ListNode
                && (road.Between.Count != 2 || road.Between[0] == road.Between[1])
            )
            {
                string found =
                    road.Between.Count == 2
                        ? $"the road leads from '{road.Between[0]}' to itself"
                        : $"a road joins two places, and here are {road.Between.Count}";
                context.Problems.Error("S303", context.At("roads", name, "between"), found, "between: [one place, another]");
            }
        }
    }
}
