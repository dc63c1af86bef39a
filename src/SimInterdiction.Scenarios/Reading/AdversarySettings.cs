using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Makes the changed settings of an organization in a variant into all its settings, from the organization of
/// that name.</summary>
internal static class AdversarySettings
{
    public static MapNode Resolve(MapNode root, Growth growth, ProblemList problems)
    {
        if (
            root.Find("experiment") is not { Value: MapNode experiment } section
            || experiment.Find("adversaries") is not { Value: MapNode adversaries } entry
            || root.Find("organizations")?.Value is not MapNode stated
        )
        {
            return root;
        }

        MapNode resolved = adversaries.Change(adversary =>
        {
            if (
                adversary.Value is not MapNode map
                || map.Find("organizations") is not { Value: MapNode changed } organizations
                || growth.IsTooMuch
            )
            {
                return adversary;
            }

            MapNode whole = changed.Change(each => Whole(each, stated, problems));
            growth.Add(whole, organizations.KeyMark);
            return adversary with { Value = map.With(organizations with { Value = whole }) };
        });
        return root.With(section with { Value = experiment.With(entry with { Value = resolved }) });
    }

    private static Entry Whole(Entry changed, MapNode stated, ProblemList problems) =>
        changed.Value is MapNode above && stated.Find(changed.Key)?.Value is MapNode below
            ? changed with
            {
                Value = Merging.Merge(below, above, changed.Key, problems),
            }
            : changed;
}
