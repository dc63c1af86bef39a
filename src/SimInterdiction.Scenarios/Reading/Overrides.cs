using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Works <c>--set path=value</c> into the tree.</summary>
internal static class Overrides
{
    private const string CompareWith = "experiment.compare_with";
    private const string Today = "today";

    /// <param name="root">The tree that is changed.</param>
    /// <param name="merged">The same with inheritance worked in, to see which paths exist.</param>
    /// <param name="overrides">Each <c>path=value</c>.</param>
    /// <param name="problems">Takes what can't be set.</param>
    public static MapNode Apply(MapNode root, MapNode merged, IReadOnlyList<string> overrides, ProblemList problems)
    {
        root = overrides.Any(o => o.StartsWith(CompareWith, StringComparison.Ordinal)) ? StateToday(root, merged) : root;
        foreach ((int i, string text) in overrides.Index().Where(o => !NamesATable(o.Item)))
        {
            root = ApplyOne(root, merged, OneLine(text), i + 1, problems);
        }

        return root;
    }

    /// <summary>The tree with those overrides worked in that name a table, which must be known before its rows can be
    /// changed.</summary>
    /// <param name="root">The scenario's own tree.</param>
    /// <param name="overrides">Each <c>path=value</c>.</param>
    /// <param name="problems">Takes what can't be set.</param>
    public static MapNode ApplyToTables(MapNode root, IReadOnlyList<string> overrides, ProblemList problems)
    {
        foreach ((int i, string text) in overrides.Index().Where(o => NamesATable(o.Item)))
        {
            root = SetOne(root, root, OneLine(text), i + 1, problems);
        }

        return root;
    }

    /// <summary>Lets problems show the overrides.</summary>
    public static void AddSourceOf(IReadOnlyList<string> overrides, ProblemList problems) =>
        problems.AddSource(Given.Settings, string.Join('\n', overrides.Select(OneLine)));

    private static bool NamesATable(string text) =>
        text.Split('=', 2)[0].Trim().Split('.') is [string section, Tables.From] && Tables.Sections.Contains(section);

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    // Comparing is not simulating: with whatever the deployments are compared now, the one in force until now stays
    // what the file makes it.
    private static MapNode StateToday(MapNode root, MapNode merged)
    {
        Node? compared = TreePath.Find(merged, CompareWith.Split('.'));
        Entry? first = merged.Find("deployments")?.Value is MapNode { Entries: [Entry one, ..] } ? one : null;
        Node? today = compared as ScalarNode ?? (first is null ? null : new ScalarNode(first.KeyMark, first.Key, isQuoted: true));
        return today is null || merged.Find(Today) is not null ? root : root.With(new Entry(Today, today.Mark, today));
    }

    private static MapNode ApplyOne(MapNode root, MapNode merged, string text, int line, ProblemList problems)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            problems.Error(
                "S151",
                new Mark(Given.Settings, line, 1, Math.Max(1, text.Length)),
                $"'{text}' sets nothing",
                "path=value, such as experiment.seed=7"
            );
            return root;
        }

        string path = text[..equals].Trim();
        var before = new Mark(Given.Settings, line, text.IndexOf(path, StringComparison.Ordinal) + 1, path.Length);
        return IsKnown(path, merged, before, problems) ? SetOne(root, merged, text, line, problems) : root;
    }

    private static MapNode SetOne(MapNode root, MapNode merged, string text, int line, ProblemList problems)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string path = text[..equals].Trim();
        var before = new Mark(Given.Settings, line, text.IndexOf(path, StringComparison.Ordinal) + 1, path.Length);
        string written = text[(equals + 1)..];
        Node? value = YamlReader.Read(Given.Settings, written, (line, equals + 2), problems);
        if (value is null)
        {
            if (written.Trim().Length == 0)
            {
                problems.Error("S151", before, $"'{path}=' has no value", "path=value");
            }

            return root;
        }

        string[] steps = path.Split('.');
        Node? now = steps[0] == WhatIfs.Section ? null : TreePath.Find(root, steps) ?? TreePath.Find(merged, steps);
        return Set(root, merged, path, before, Factors.Times(now, value, $"'{path}'", problems));
    }

    /// <summary>Whether a path leads somewhere; reports where it surely doesn't.</summary>
    /// <param name="path">Its steps joined by dots.</param>
    /// <param name="merged">The tree with inheritance worked in.</param>
    /// <param name="mark">Where the path stands.</param>
    /// <param name="problems">Takes the problem.</param>
    public static bool IsKnown(string path, MapNode merged, Mark mark, ProblemList problems)
    {
        string[] steps = path.Split('.');
        if (KnownPaths.FirstUnknown(steps, merged) is not { } unknown)
        {
            return true;
        }

        // It may be in what could not be read.
        if (problems.IsLost(string.Join('.', steps.Take(unknown.Index + 1))))
        {
            return false;
        }

        string step = steps[unknown.Index];
        Mark exact = mark with
        {
            Column = mark.Column + steps.Take(unknown.Index).Sum(s => s.Length + 1),
            Length = Math.Max(1, step.Length),
        };
        string parent = unknown.Index == 0 ? "the scenario" : $"'{string.Join('.', steps.Take(unknown.Index))}'";
        problems.Error(
            "S150",
            exact,
            $"there is no '{step}' in {parent}",
            Names.Few(unknown.Known, 12),
            problems.DidYouMean(step, unknown.Known)
        );
        return false;
    }

    /// <summary>The tree with one value set, at a path that is known.</summary>
    public static MapNode Set(MapNode root, MapNode merged, string path, Mark mark, Node value) =>
        (MapNode)Set(root, merged, path.Split('.'), mark, value);

    private static Node Set(Node? own, Node? merged, ReadOnlySpan<string> steps, Mark mark, Node value)
    {
        if (steps.Length == 0)
        {
            return value;
        }

        // A list or a quantity is inherited as a whole, so changing a part of it starts from the whole.
        Node? basis = own ?? (merged is ListNode || (merged is MapNode whole && WholeQuantity.Is(whole)) ? merged : null);
        if (basis is ListNode list && int.TryParse(steps[0], out int index))
        {
            Node[] items = [.. list.Items];
            items[index] = Set(items[index], null, steps[1..], mark, value);
            return new ListNode(list.Mark, items);
        }

        MapNode map = basis as MapNode ?? new MapNode(mark, []);
        Entry? entry = map.Find(steps[0]);
        Node? below = (merged as MapNode)?.Find(steps[0])?.Value;
        Mark key = steps.Length == 1 ? mark : entry?.KeyMark ?? mark;
        return map.With(new Entry(steps[0], key, Set(entry?.Value, below, steps[1..], mark, value), entry?.Via));
    }
}
