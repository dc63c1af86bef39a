using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Tree;

/// <summary>Finds values by their dotted path.</summary>
internal static class TreePath
{
    /// <summary>The value there; null if there is none.</summary>
    public static Node? Find(Node root, params ReadOnlySpan<string> steps)
    {
        Node? node = root;
        foreach (string step in steps)
        {
            node = Step(node, step);
        }

        return node;
    }

    /// <summary>Where the value stands; the key of the nearest map around it where it was left out.</summary>
    public static Mark MarkOf(Node root, params ReadOnlySpan<string> steps) =>
        Find(root, steps) is { } node and (ScalarNode or ListNode) ? node.Mark : KeyMarkOf(root, steps);

    /// <summary>Where the key stands, or that of the nearest map around it.</summary>
    public static Mark KeyMarkOf(Node root, params ReadOnlySpan<string> steps)
    {
        Mark mark = root.Mark;
        Node? node = root;
        foreach (string step in steps)
        {
            Node? next = Step(node, step);
            if (next is null)
            {
                return mark;
            }

            mark = node is MapNode map ? map.Find(step)!.KeyMark : next.Mark;
            node = next;
        }

        return mark;
    }

    private static Node? Step(Node? node, string step) =>
        node switch
        {
            MapNode map => map.Find(step)?.Value,
            ListNode list when int.TryParse(step, out int index) && index >= 0 && index < list.Items.Count => list.Items[index],
            _ => null,
        };
}
