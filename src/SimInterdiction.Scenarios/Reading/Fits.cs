using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Works texts such as <c>path between low and high</c> into the tree: the number there becomes one that
/// nobody knows.</summary>
internal static partial class Fits
{
    private const string Experiment = "experiment";
    private const string Due = "PATH of a number that the file marks as uncertain, or \"PATH between LOW and HIGH\"";

    /// <param name="root">The tree that is changed.</param>
    /// <param name="merged">The same with inheritance worked in, to see which paths exist.</param>
    /// <param name="fits">Each a path, perhaps with a range.</param>
    /// <param name="problems">Takes what can't be fitted.</param>
    public static MapNode Apply(MapNode root, MapNode merged, IReadOnlyList<string> fits, ProblemList problems)
    {
        problems.AddSource(Given.Fits, string.Join('\n', fits.Select(OneLine)));
        foreach ((int i, string text) in fits.Index())
        {
            root = ApplyOne(root, merged, OneLine(text), i + 1, problems);
        }

        return root;
    }

    /// <summary>The inputs that the fits have become, in their order.</summary>
    public static IReadOnlyList<UncertainInput> Find(
        IReadOnlyList<string> fits,
        ResolvedTree tree,
        IReadOnlyList<UncertainInput> uncertain,
        ProblemList problems
    )
    {
        var found = new List<UncertainInput>();
        foreach ((int i, string text) in fits.Index())
        {
            Group path = Shape().Match(OneLine(text)).Groups["path"];
            var mark = new Mark(Given.Fits, i + 1, path.Index + 1, path.Length);
            Node node = TreePath.Find(tree.BeforeInheritance, path.Value.Split('.'))!;
            UncertainInput? input = uncertain.FirstOrDefault(u =>
                tree.WrittenAt.TryGetValue(node, out List<string>? writtenAt) && u.Path == writtenAt[0]
            );
            if (input is null || found.Contains(input))
            {
                problems.Error(
                    "S152",
                    mark,
                    input is null ? $"'{path.Value}' is no number that the simulation uses" : $"'{path.Value}' is named twice",
                    Due
                );
            }
            else if (input.Low == input.High)
            {
                problems.Error(
                    "S152",
                    mark,
                    $"the range of '{path.Value}' is a single value, so there is nothing to fit",
                    "a lower and a higher value"
                );
            }
            else
            {
                found.Add(input);
            }
        }

        return found;
    }

    private static MapNode ApplyOne(MapNode root, MapNode merged, string text, int line, ProblemList problems)
    {
        if (Shape().Match(text) is not { Success: true } match)
        {
            problems.Error("S152", new Mark(Given.Fits, line, 1, Math.Max(1, text.Length)), $"'{text}' names no number to fit", Due);
            return root;
        }

        Group path = match.Groups["path"];
        var mark = new Mark(Given.Fits, line, path.Index + 1, path.Length);
        if (!Overrides.IsKnown(path.Value, merged, mark, problems))
        {
            return root;
        }

        string[] steps = path.Value.Split('.');
        if (steps[0] is Experiment)
        {
            problems.Error("S152", mark, $"'{path.Value}' says how the study is made; no figure of the world depends on it", Due);
            return root;
        }

        Node? now = TreePath.Find(root, steps);
        if (!match.Groups["low"].Success)
        {
            if (now is null || !UncertainReader.Is(now))
            {
                problems.Error(
                    "S152",
                    mark,
                    $"'{path.Value}' is not marked as uncertain, so it needs a range",
                    $"{path.Value} between LOW and HIGH"
                );
            }

            return root;
        }

        if (now is ListNode or MapNode && !UncertainReader.Is(now))
        {
            IEnumerable<string> parts = now is MapNode map ? map.Keys : ((ListNode)now).Items.Select((_, i) => $"{i}");
            problems.Error(
                "S152",
                mark,
                $"'{path.Value}' is not one number",
                $"one of those in it: {Names.Few(parts.Select(part => $"{path.Value}.{part}"))}"
            );
            return root;
        }

        Node range = Range(match, line, mark);

        // What is written once and used in several places (an anchor) is one number, and fitted as one.
        return PlacesOf(now, root)
            .DefaultIfEmpty(path.Value)
            .Aggregate(root, (tree, place) => Overrides.Set(tree, merged, place, mark, range));
    }

    // A unit said once counts for both. What is best is what shall be found; until then the lower end stands for it.
    private static MapNode Range(Match match, int line, Mark mark)
    {
        Group low = match.Groups["low"];
        Group high = match.Groups["high"];
        string unit =
            NumberText.Split(low.Value) is { Tail: "" } && NumberText.Split(high.Value) is { } said
                ? high.Value[(high.Value.IndexOf(said.Written, StringComparison.Ordinal) + said.Written.Length)..]
                : string.Empty;
        var lowest = new ScalarNode(new Mark(Given.Fits, line, low.Index + 1, low.Length), low.Value + unit, isQuoted: false);
        var highest = new ScalarNode(new Mark(Given.Fits, line, high.Index + 1, high.Length), high.Value, isQuoted: false);
        return new MapNode(mark, [new Entry(UncertainReader.Key, mark, new ListNode(lowest.Mark, [lowest, lowest, highest]))]);
    }

    /// <summary>Every path at which a node stands.</summary>
    public static IEnumerable<string> PlacesOf(Node? wanted, Node tree, string path = "")
    {
        if (wanted is null)
        {
            return [];
        }

        IEnumerable<(string Step, Node Node)> inner = tree switch
        {
            MapNode map => map.Entries.Select(e => (e.Key, e.Value)),
            ListNode list => list.Items.Select((item, i) => ($"{i}", item)),
            _ => [],
        };
        return inner.SelectMany(child =>
        {
            string at = path.Length == 0 ? child.Step : $"{path}.{child.Step}";
            return ReferenceEquals(child.Node, wanted) ? [at] : PlacesOf(wanted, child.Node, at);
        });
    }

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    [GeneratedRegex(@"^\s*(?<path>[^\s=]+)(\s+between\s+(?<low>\S.*?)\s+and\s+(?<high>\S.*?))?\s*$")]
    private static partial Regex Shape();
}
