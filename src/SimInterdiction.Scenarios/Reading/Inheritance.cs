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
    private readonly Growth growth;
    private readonly Dictionary<string, Node> done = [];

    private Inheritance(string name, MapNode section, Growth growth, ProblemList problems)
    {
        this.name = name;
        this.section = section;
        this.growth = growth;
        this.problems = problems;
    }

    public static MapNode Resolve(MapNode root, Growth growth, ProblemList problems)
    {
        foreach (string name in Sections)
        {
            if (root.Find(name) is { Value: MapNode section } entry)
            {
                var inheritance = new Inheritance(name, section, growth, problems);
                root = root.With(entry with { Value = section.Change(e => e with { Value = inheritance.Resolved(e, []) }) });
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

        Node result =
            entry.Value is MapNode map && map.Find(BasedOn) is { } basedOn && !growth.IsTooMuch
                ? Based(entry, map.Without(BasedOn), basedOn, [.. chain, entry.Key])
                : Merging.WithoutRemove(entry.Value, problems);
        growth.Add(result, entry.KeyMark);
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
            problems.Error(
                "S104",
                basedOn.Value.IsNothing ? basedOn.KeyMark : basedOn.Value.Mark,
                $"'based_on' needs a name, not {basedOn.Value.Kind}",
                "based_on: a name"
            );
            return Lost(entry, own);
        }

        if (section.Find(scalar.Text) is not { } below)
        {
            IEnumerable<string> others = problems.IsFull ? [] : section.Keys.Where(k => k != entry.Key);
            string found = $"there is no '{scalar.Text}' to base '{entry.Key}' on";
            problems.ErrorAlike(
                scalar.Text,
                "S170",
                scalar.Mark,
                found,
                $"names: {Names.Few(others)}",
                problems.DidYouMean(scalar.Text, others)
            );
            return Lost(entry, own);
        }

        if (chain.Contains(scalar.Text))
        {
            string circle = string.Join(" on ", chain.SkipWhile(n => n != scalar.Text).Append(scalar.Text).Select(n => $"'{n}'"));
            problems.Error("S171", scalar.Mark, $"this is based on itself: {circle}");
            return Lost(entry, own);
        }

        if (chain.Count > Limits.NamesInAChain)
        {
            problems.Error(
                "S173",
                scalar.Mark,
                $"more than {Limits.NamesInAChain} are based on one another",
                hint: "base this one on an earlier one"
            );
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

        int errors = problems.ErrorsReported;
        MapNode merged = Merging.Merge(copied, own, scalar.Text, problems);
        if (problems.ErrorsReported > errors)
        {
            problems.Lose($"{name}.{entry.Key}");
        }

        return merged;
    }
}
