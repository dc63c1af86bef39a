using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Works <c>based_on</c> into deployments and team types.</summary>
internal sealed class Inheritance
{
    public const string BasedOn = "based_on";

    public static readonly IReadOnlyList<string> Sections = ["team_types", "deployments"];

    private static readonly string[] NotInherited = ["note", "label"];

    private readonly string name;
    private readonly MapNode section;
    private readonly ProblemList problems;
    private readonly Dictionary<string, Node> done = [];

    private Inheritance(string name, MapNode section, ProblemList problems)
    {
        this.name = name;
        this.section = section;
        this.problems = problems;
    }

    public static MapNode Resolve(MapNode root, ProblemList problems)
    {
        foreach (string name in Sections)
        {
            if (root.Find(name) is { Value: MapNode section } entry)
            {
                var inheritance = new Inheritance(name, section, problems);
                Entry[] resolved = [.. section.Entries.Select(e => e with { Value = inheritance.Resolved(e, []) })];
                root = root.With(entry with { Value = new MapNode(section.Mark, resolved) });
            }
        }

        return root;
    }

    private Node Resolved(Entry entry, IReadOnlyList<string> chain)
    {
        if (done.TryGetValue(entry.Key, out Node? known))
        {
            return known;
        }

        Node result = entry.Value is MapNode map && map.Find(BasedOn) is { } basedOn
            ? Based(entry, map.Without(BasedOn), basedOn, [.. chain, entry.Key])
            : Merging.WithoutRemove(entry.Value, problems);
        done[entry.Key] = result;
        return result;
    }

    // What was to be copied, and what was to be removed of it, is unknown.
    private Node Lost(Entry entry, MapNode own)
    {
        problems.Lose($"{name}.{entry.Key}");
        return Merging.WithoutRemove(own, new ProblemList());
    }

    private Node Based(Entry entry, MapNode own, Entry basedOn, IReadOnlyList<string> chain)
    {
        if (basedOn.Value is not ScalarNode { IsNothing: false } scalar)
        {
            problems.Error("S104", basedOn.Value.IsNothing ? basedOn.KeyMark : basedOn.Value.Mark, $"'based_on' needs a name, not {basedOn.Value.Kind}", "based_on: a name");
            return Lost(entry, own);
        }

        if (section.Find(scalar.Text) is not { } below)
        {
            string[] others = [.. section.Keys.Where(k => k != entry.Key)];
            problems.Error("S170", scalar.Mark, $"there is no '{scalar.Text}' to base '{entry.Key}' on", $"names: {Names.Few(others)}", Names.DidYouMean(scalar.Text, others));
            return Lost(entry, own);
        }

        if (chain.Contains(scalar.Text))
        {
            string circle = string.Join(" on ", chain.SkipWhile(n => n != scalar.Text).Append(scalar.Text).Select(n => $"'{n}'"));
            problems.Error("S171", scalar.Mark, $"this goes round in a circle: {circle}");
            return Lost(entry, own);
        }

        if (Resolved(below, chain) is not MapNode copied)
        {
            return Lost(entry, own);
        }

        foreach (string key in NotInherited)
        {
            copied = copied.Without(key);
        }

        int errors = problems.ErrorCount;
        MapNode merged = Merging.Merge(copied, own, scalar.Text, problems);
        if (problems.ErrorCount > errors)
        {
            problems.Lose($"{name}.{entry.Key}");
        }

        return merged;
    }
}
