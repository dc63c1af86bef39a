using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Works <c>--set path=value</c> into the tree.</summary>
internal static class Overrides
{
    /// <summary>What messages call the source of an override.</summary>
    public const string Source = "--set";

    /// <param name="root">The tree that is changed.</param>
    /// <param name="merged">The same with inheritance worked in, to see which paths exist.</param>
    /// <param name="overrides">Each <c>path=value</c>.</param>
    /// <param name="problems">Takes what can't be set.</param>
    public static MapNode Apply(MapNode root, MapNode merged, IReadOnlyList<string> overrides, ProblemList problems)
    {
        problems.AddSource(Source, string.Join('\n', overrides.Select(o => o.Replace('\n', ' '))));
        for (int i = 0; i < overrides.Count; i++)
        {
            root = ApplyOne(root, merged, overrides[i].Replace('\n', ' '), i + 1, problems);
        }

        return root;
    }

    private static MapNode ApplyOne(MapNode root, MapNode merged, string text, int line, ProblemList problems)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            problems.Error("S151", new Mark(Source, line, 1, Math.Max(1, text.Length)), $"'{text}' sets nothing", "path=value, such as --set experiment.seed=7");
            return root;
        }

        string path = text[..equals].Trim();
        string[] steps = path.Split('.');
        int start = text.IndexOf(path, StringComparison.Ordinal);
        if (KnownPaths.FirstUnknown(steps, merged) is { } unknown)
        {
            int column = start + 1 + steps.Take(unknown.Index).Sum(s => s.Length + 1);
            string parent = unknown.Index == 0 ? "the scenario" : $"'{string.Join('.', steps.Take(unknown.Index))}'";
            problems.Error("S150", new Mark(Source, line, column, Math.Max(1, steps[unknown.Index].Length)), $"there is no '{steps[unknown.Index]}' in {parent}", Names.Few(unknown.Known, 12), Names.DidYouMean(steps[unknown.Index], unknown.Known));
            return root;
        }

        string written = text[(equals + 1)..];
        var before = new Mark(Source, line, start + 1, path.Length);
        Node? value = YamlReader.Read(Source, written, (line, equals + 2), problems);
        if (value is null)
        {
            if (written.Trim().Length == 0)
            {
                problems.Error("S151", before, $"nothing stands after '{path}='", "path=value");
            }

            return root;
        }

        return (MapNode)Set(root, merged, steps, before, value);
    }

    private static Node Set(Node? own, Node? merged, ReadOnlySpan<string> steps, Mark mark, Node value)
    {
        if (steps.Length == 0)
        {
            return value;
        }

        // A list or a quantity is inherited as a whole, so changing a part of it starts from the whole.
        Node? basis = own ?? (merged is ListNode || (merged is MapNode whole && Merging.IsQuantity(whole)) ? merged : null);
        if (basis is ListNode list && int.TryParse(steps[0], out int index))
        {
            Node[] items = [.. list.Items];
            items[index] = Set(items[index], null, steps[1..], mark, value);
            return new ListNode(list.Mark, items);
        }

        MapNode map = basis as MapNode ?? new MapNode(mark, []);
        Entry? entry = map.Find(steps[0]);
        Node? below = (merged as MapNode)?.Find(steps[0])?.Value;
        return map.With(new Entry(steps[0], entry?.KeyMark ?? mark, Set(entry?.Value, below, steps[1..], mark, value), entry?.Via));
    }
}
