using SimInterdiction.Model.Intelligence;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Makes a deployment's <c>on</c>, <c>off</c> or changed settings of a programme into all its settings, from
/// the section of that name.</summary>
internal static class ProgrammeSettings
{
    /// <summary>The programmes with settings of their own.</summary>
    public static IReadOnlyList<string> WithSections { get; } =
    [.. RecordShape.Of(typeof(Programmes)).Keys.Where(k => Shapes.IsRecord(k.Type)).Select(k => k.Key.Name)];

    public static MapNode Resolve(MapNode root, Growth growth, ProblemList problems)
    {
        if (root.Find("deployments") is not { Value: MapNode deployments } section)
        {
            return root;
        }

        MapNode resolved = deployments.Change(deployment =>
        {
            if (
                deployment.Value is not MapNode map
                || map.Find("programmes") is not { Value: MapNode programmes } entry
                || growth.IsTooMuch
            )
            {
                return deployment;
            }

            var all = new MapNode(programmes.Mark, programmes.Entries.Select(p => Programme(p, root, problems)).OfType<Entry>());
            growth.Add(all, entry.KeyMark);
            return deployment with { Value = map.With(entry with { Value = all }) };
        });
        return root.With(section with { Value = resolved });
    }

    private static Entry? Programme(Entry entry, MapNode root, ProblemList problems)
    {
        if (!WithSections.Contains(entry.Key))
        {
            return entry;
        }

        MapNode section = root.Find(entry.Key)?.Value as MapNode ?? new MapNode(entry.KeyMark, []);
        switch (entry.Value)
        {
            case MapNode changed:
                return entry with { Value = Merging.Merge(section, changed, entry.Key, problems) };
            case ScalarNode { IsNothing: false } scalar when YesNoForm.Parse(scalar.Text) is { } isOn:
                return isOn ? entry with { Value = Merging.Merge(section, new MapNode(scalar.Mark, []), entry.Key, problems) } : null;
            case ScalarNode { IsNothing: false } scalar:
                problems.Error(
                    "S113",
                    scalar.Mark,
                    $"'{scalar.Text}' is neither on nor off",
                    "on, off, or a map of settings to change",
                    Names.DidYouMean(scalar.Text, ["on", "off"])
                );
                return null;
            case { IsNothing: true }:
                problems.Error(
                    "S105",
                    entry.KeyMark,
                    $"'{entry.Key}' has no value; it needs on or off",
                    "on, off, or a map of settings to change"
                );
                return null;
            default:
                return entry;
        }
    }
}
