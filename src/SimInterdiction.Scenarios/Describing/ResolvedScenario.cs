using SimInterdiction.Model;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>A scenario as it is simulated: tables, overrides and inheritance worked in, every value with its
/// source.</summary>
public sealed class ResolvedScenario
{
    /// <summary>The source of a value that nobody wrote.</summary>
    public const string ByDefault = "default";

    private readonly MapNode root;

    internal ResolvedScenario(MapNode root) => this.root = root;

    /// <summary>What <see cref="ToYaml"/> wrote, as it stands there: nothing is checked. Null where the text is
    /// not of that kind.</summary>
    public static ResolvedScenario? Of(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return YamlReader.Read("scenario.yaml", yaml, new ProblemList()) is MapNode written ? new ResolvedScenario(written) : null;
    }

    /// <summary>The names of the deployments.</summary>
    public IReadOnlyList<string> Deployments => NamesIn("deployments");

    /// <summary>The names that a section gives.</summary>
    internal IReadOnlyList<string> NamesIn(string section) => root.Find(section)?.Value is MapNode map ? [.. map.Keys] : [];

    /// <summary>A scenario file that reads as the same scenario, with all deployments or with one alone, which is then
    /// its own baseline.</summary>
    /// <exception cref="ArgumentException">There is no such deployment.</exception>
    public string ToYaml(string? deployment = null)
    {
        if (deployment is null)
        {
            return YamlWriter.Write(root);
        }

        Entry section = root.Find("deployments") ?? throw new ArgumentException("The scenario has no deployments.", nameof(deployment));
        Entry only = (section.Value as MapNode)?.Find(deployment)
            ?? throw new ArgumentException($"There is no deployment '{deployment}'.", nameof(deployment));
        MapNode one = root.With(section with { Value = new MapNode(section.Value.Mark, [only]) });
        return YamlWriter.Write(WithoutOthers(one.Without(WhatIfs.Section).Without("optimize"), deployment));
    }

    // A baseline, today's deployment or a criterion that is left out would be an unknown name, and so would what a
    // search keeps of today's.
    private static MapNode WithoutOthers(MapNode tree, string deployment)
    {
        tree = tree.Find("today")?.Value is ScalarNode today && today.Text != deployment ? tree.Without("today") : tree;
        if (
            tree.Find("experiment") is { Value: MapNode plan } experiment
            && plan.Find("compare_with")?.Value is ScalarNode basis
            && basis.Text != deployment
        )
        {
            tree = tree.With(experiment with { Value = plan.Without("compare_with") });
        }

        if (tree.Find("experiment") is { Value: MapNode withSteps } stated)
        {
            tree = tree.With(stated with { Value = withSteps.Without("steps") });
        }

        if (tree.Find("require") is { Value: ListNode criteria } require)
        {
            Node[] own =
            [
                .. criteria.Items.Where(c => (c as MapNode)?.Find("deployment")?.Value is ScalarNode name && name.Text == deployment),
            ];
            tree = tree.With(require with { Value = new ListNode(criteria.Mark, own) });
        }

        return tree;
    }

    /// <summary>Every value, with the place it comes from: <c>coast.yaml:12:5</c>, <c>coast.yaml:12:5 via today</c>,
    /// <c>places.csv:3:1</c>, <see cref="Given.Settings"/> or <c>default</c>.</summary>
    public IEnumerable<(string Path, string Value, string Source)> Values() => Walk(root, typeof(Scenario), "", null);

    /// <summary>What differs between two deployments, key by key; null where one of them has nothing.</summary>
    /// <exception cref="ArgumentException">There is no such deployment.</exception>
    public IReadOnlyList<(string Path, string? First, string? Second)> Diff(string first, string second)
    {
        Dictionary<string, string> one = ValuesOf(first);
        Dictionary<string, string> other = ValuesOf(second);
        return
        [
            .. one
                .Keys.Union(other.Keys)
                .Select(key => (key, one.GetValueOrDefault(key), other.GetValueOrDefault(key)))
                .Where(row => row.Item2 != row.Item3),
        ];
    }

    private Dictionary<string, string> ValuesOf(string deployment)
    {
        if ((root.Find("deployments")?.Value as MapNode)?.Find(deployment) is not { } entry)
        {
            throw new ArgumentException($"There is no deployment '{deployment}'.", nameof(deployment));
        }

        // An empty map is a difference too: a programme that is on with its defaults, a deployment without postings.
        var values = new Dictionary<string, string>();
        foreach ((string path, string value, string source) in Walk(entry.Value, typeof(Model.Interdiction.Deployment), "", null))
        {
            if (source != ByDefault)
            {
                values[path] = value;
            }
        }

        return values;
    }

    private static IEnumerable<(string Path, string Value, string Source)> Walk(Node node, Type? type, string path, string? via)
    {
        Type? inner = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        RecordShape? shape = inner is not null && Shapes.IsRecord(inner) ? RecordShape.Of(inner) : null;
        if (node is not MapNode map || (WholeQuantity.Is(map) && shape is null) || map.Entries.Count == 0)
        {
            yield return (path, YamlWriter.Inline(node), SourceOf(node, via));
        }
        else
        {
            foreach (Entry entry in map.Entries)
            {
                Type? next =
                    shape is not null ? shape.Find(entry.Key)?.Type ?? shape.OtherKeys?.ValueType
                    : inner is not null && Shapes.IsMap(inner) ? inner.GetGenericArguments()[1]
                    : null;
                foreach ((string, string, string) value in Walk(entry.Value, next, Join(path, entry.Key), entry.Via ?? via))
                {
                    yield return value;
                }
            }
        }

        if (shape is not null && node is MapNode written)
        {
            foreach (KeyedProperty key in shape.Keys.Where(k => k.Key.Default is not null && written.Find(k.Key.Name) is null))
            {
                yield return (Join(path, key.Key.Name), key.Key.Default!, ByDefault);
            }
        }
    }

    private static string SourceOf(Node node, string? via) =>
        IsOverridden(node) ? Given.Settings
        : via is null ? node.Mark.ToString()
        : $"{node.Mark} via {via}";

    // A list or quantity of which one number was set counts as set.
    private static bool IsOverridden(Node node) =>
        node.Mark.File == Given.Settings
        || node switch
        {
            MapNode map => map.Entries.Any(e => IsOverridden(e.Value)),
            ListNode list => list.Items.Any(IsOverridden),
            _ => false,
        };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
