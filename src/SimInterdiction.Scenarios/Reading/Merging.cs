using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Lays one map over another: maps merge; lists, single values and whole quantities replace, but
/// for a factor, which multiplies; <c>remove: [names]</c> removes.</summary>
internal static class Merging
{
    public const string Remove = "remove";

    /// <param name="below">What is copied.</param>
    /// <param name="above">What is written over it.</param>
    /// <param name="via">The name that what is copied came from.</param>
    /// <param name="problems">Takes what can't be removed.</param>
    public static MapNode Merge(MapNode below, MapNode above, string via, ProblemList problems)
    {
        HashSet<string> removed = [.. Removed(below, above, problems)];
        var entries = new List<Entry>();
        foreach (Entry entry in below.Entries.Where(e => !removed.Contains(e.Key)))
        {
            Entry copied = entry with { Via = entry.Via ?? via };
            entries.Add(
                above.Find(entry.Key) switch
                {
                    null => copied,
                    { Value: MapNode upper } own
                        when entry.Value is MapNode lower && !WholeQuantity.Is(upper) && !WholeQuantity.Is(lower) => own with
                    {
                        Value = Merge(lower, upper, via, problems),
                    },
                    var own => own with { Value = Factors.Times(entry, own.Value, problems) },
                }
            );
        }

        IEnumerable<Entry> added = above.Entries.Where(e => e.Key != Remove && (below.Find(e.Key) is null || removed.Contains(e.Key)));
        return new MapNode(above.Mark, entries.Concat(added.Select(e => e with { Value = WithoutRemove(e.Value, problems) })));
    }

    /// <summary>Lays one scenario over another, whose sections may remove names of it. What its deployments remove is
    /// left to their own inheritance.</summary>
    public static MapNode OverlayScenario(MapNode below, MapNode above, string via, ProblemList problems)
    {
        foreach (Entry section in above.Entries)
        {
            if (section.Value is MapNode own && own.Find(Remove) is not null && below.Find(section.Key) is { Value: MapNode copied } entry)
            {
                HashSet<string> removed = [.. Removed(copied, own, problems)];
                below = below.With(entry with { Value = new MapNode(copied.Mark, copied.Entries.Where(e => !removed.Contains(e.Key))) });
                above = above.With(section with { Value = own.Without(Remove) });
            }
        }

        return Overlay(below, above, via, problems);
    }

    // A factor in a question is of the scenario asked about, and not of the one that the question had before.
    private static MapNode Overlay(MapNode below, MapNode above, string via, ProblemList problems, bool isQuestion = false)
    {
        IEnumerable<Entry> kept = below.Entries.Select(entry =>
            above.Find(entry.Key) switch
            {
                null => entry with { Via = entry.Via ?? via },
                { Value: MapNode upper } own when entry.Value is MapNode lower && !WholeQuantity.Is(upper) && !WholeQuantity.Is(lower) =>
                    own with
                    {
                        Value = Overlay(lower, upper, via, problems, isQuestion || entry.Key == WhatIfs.Section),
                    },
                var own when isQuestion => own,
                var own => own with { Value = Factors.Times(entry, own.Value, problems) },
            }
        );
        return new MapNode(above.Mark, kept.Concat(above.Entries.Where(e => below.Find(e.Key) is null)));
    }

    /// <summary>The same value, after reporting every <c>remove</c> in it: there is nothing below it to remove
    /// from.</summary>
    public static Node WithoutRemove(Node node, ProblemList problems)
    {
        if (node is not MapNode map)
        {
            return node;
        }

        if (map.Find(Remove) is { } remove)
        {
            problems.Error(
                "S172",
                remove.KeyMark,
                "there is nothing to remove from here",
                hint: "'remove' takes away what 'based_on' copied"
            );
            map = map.Without(Remove);
        }

        Node[] values = [.. map.Entries.Select(e => WithoutRemove(e.Value, problems))];
        bool isSame = map.Entries.Zip(values).All(e => ReferenceEquals(e.First.Value, e.Second));
        return isSame ? map : new MapNode(map.Mark, map.Entries.Zip(values, (entry, value) => entry with { Value = value }));
    }

    private static IEnumerable<string> Removed(MapNode below, MapNode above, ProblemList problems)
    {
        if (above.Find(Remove) is not { } remove)
        {
            yield break;
        }

        IReadOnlyList<Node> names = remove.Value is ListNode list ? list.Items : [remove.Value];
        foreach (Node name in names)
        {
            if (name is not ScalarNode { IsNothing: false } scalar)
            {
                problems.Error(
                    "S104",
                    name.IsNothing ? remove.KeyMark : name.Mark,
                    $"'remove' needs names, not {name.Kind}",
                    "remove: [names]"
                );
            }
            else if (below.Find(scalar.Text) is null)
            {
                problems.Error(
                    "S172",
                    scalar.Mark,
                    $"there is no '{scalar.Text}' to remove",
                    $"names: {Names.Few(below.Keys)}",
                    problems.DidYouMean(scalar.Text, below.Keys)
                );
            }
            else
            {
                yield return scalar.Text;
            }
        }
    }
}
