using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>A deployment differs from the one it is based on.</summary>
internal static class DifferentFromBase
{
    public static void Check(RuleContext context)
    {
        if (context.Written.Find("deployments")?.Value is not MapNode written || context.Root.Find("deployments")?.Value is not MapNode resolved)
        {
            return;
        }

        var essences = new Dictionary<MapNode, string>(ReferenceEqualityComparer.Instance);
        foreach (Entry entry in written.Entries)
        {
            if ((entry.Value as MapNode)?.Find(Inheritance.BasedOn)?.Value is ScalarNode basis
                && resolved.Find(basis.Text)?.Value is MapNode below
                && resolved.Find(entry.Key)?.Value is MapNode own
                && EssenceOf(below) == EssenceOf(own))
            {
                context.Problems.Warning("S501", entry.KeyMark, $"'{entry.Key}' is the same as '{basis.Text}', on which it is based");
            }
        }

        // Many may be based on the same one.
        string EssenceOf(MapNode deployment) => essences.TryGetValue(deployment, out string? known) ? known : essences[deployment] = Essence(deployment);
    }

    private static string Essence(MapNode deployment) => YamlWriter.Inline(Sorted(deployment.Without("note").Without("label")));

    private static Node Sorted(Node node) => node is MapNode map
        ? new MapNode(map.Mark, map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e with { Value = Sorted(e.Value) }))
        : node;
}
