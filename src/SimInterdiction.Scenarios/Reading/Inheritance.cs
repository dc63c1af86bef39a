using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Works <c>based_on</c> into deployments and team types.</summary>
internal sealed class Inheritance
{
    public const string BasedOn = "based_on";

    public static readonly IReadOnlyList<string> Sections = ["team_types", "deployments"];

    private static readonly string[] NotInherited = ["note", "label"];

    private readonly MapNode section;
    private readonly ProblemList problems;
    private readonly Growth growth;
    private readonly Dictionary<string, Node> done = [];

    private Inheritance(MapNode section, Growth growth, ProblemList problems)
    {
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
                var inheritance = new Inheritance(section, growth, problems);
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

        Node result = entry.Value is MapNode map && map.Find(BasedOn) is { } basedOn && !growth.IsTooMuch
            ? Based(entry, map.Without(BasedOn), basedOn, [.. chain, entry.Key])
            : Merging.WithoutRemove(entry.Value, problems);
        growth.Add(result, entry.KeyMark);
        done[entry.Key] = result;
        return result;
    }

    private Node Based(Entry entry, MapNode own, Entry basedOn, IReadOnlyList<string> chain)
    {
        if (basedOn.Value is not ScalarNode { IsNothing: false } scalar)
        {
            problems.Error("S104", basedOn.Value.IsNothing ? basedOn.KeyMark : basedOn.Value.Mark, $"{basedOn.Value.Kind} stands where one name is due", "based_on: a name");
            return WithoutNestedRemove(own);
        }

        if (section.Find(scalar.Text) is not { } below)
        {
            IEnumerable<string> others = problems.IsFull ? [] : section.Keys.Where(k => k != entry.Key);
            problems.Error("S170", scalar.Mark, $"there is no '{scalar.Text}' to base '{entry.Key}' on", $"names: {Names.Few(others)}", problems.DidYouMean(scalar.Text, others));
            return WithoutNestedRemove(own);
        }

        if (chain.Contains(scalar.Text))
        {
            string circle = string.Join(" on ", chain.SkipWhile(n => n != scalar.Text).Append(scalar.Text).Select(n => $"'{n}'"));
            problems.Error("S171", scalar.Mark, $"this goes round in a circle: {circle}");
            return WithoutNestedRemove(own);
        }

        if (chain.Count > Limits.NamesInAChain)
        {
            problems.Error("S173", scalar.Mark, $"more than {Limits.NamesInAChain} are based on one another", hint: "base this one on an earlier one");
            return WithoutNestedRemove(own);
        }

        if (Resolved(below, chain) is not MapNode copied)
        {
            return WithoutNestedRemove(own);
        }

        foreach (string key in NotInherited)
        {
            copied = copied.Without(key);
        }

        return Merging.Merge(copied, own, scalar.Text, problems);
    }

    // What was to be removed is unknown when the base is: no second complaint.
    private static Node WithoutNestedRemove(MapNode own) => Merging.WithoutRemove(own, new ProblemList());
}
