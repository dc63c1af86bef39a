using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Maps that are one quantity, such as <c>{ uncertain: [...] }</c>.</summary>
internal static class WholeQuantity
{
    /// <summary>Whether a map is one, and so replaced as a whole.</summary>
    public static bool Is(MapNode map) => UncertainReader.Is(map) || DistributionCatalog.In(map) is not null;

    /// <summary>The same with each of its values changed, wherever they stand in it; null where that can't be
    /// done.</summary>
    /// <param name="map">A quantity.</param>
    /// <param name="change">A value instead of another; null where there is none.</param>
    public static MapNode? Change(MapNode map, Func<Node, Node?> change)
    {
        var entries = new List<Entry>();
        foreach (Entry entry in map.Entries)
        {
            DistributionParameters? parameters = DistributionCatalog.All.FirstOrDefault(d => d.Key == entry.Key)?.Parameters;
            Node? changed = parameters is null ? Each(entry.Value, change) : parameters.Change(entry.Value, change);
            if (changed is null)
            {
                return null;
            }

            entries.Add(entry with { Value = changed });
        }

        return new MapNode(map.Mark, entries);
    }

    /// <summary>Each item of a list, or the value itself.</summary>
    public static Node? Each(Node node, Func<Node, Node?> change)
    {
        if (node is not ListNode list)
        {
            return change(node);
        }

        Node?[] items = [.. list.Items.Select(change)];
        return items.Contains(null) ? null : new ListNode(list.Mark, [.. items.OfType<Node>()]);
    }
}
