using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Organizations hold beliefs about what exists; variants change organizations that exist, and mean what their
/// name says.</summary>
internal static class Adversaries
{
    public static void Check(RuleContext context)
    {
        foreach ((string name, Organization organization) in context.Scenario.Organizations)
        {
            CheckPrior(organization, context, "organizations", name);
        }

        foreach ((string name, AdversaryVariant variant) in context.Scenario.Experiment.Adversaries)
        {
            if (name == Arm.Frozen && (variant.Adaptive || variant.Organizations.Count > 0))
            {
                string what = variant.Adaptive ? "adapts" : "changes organizations";
                context.Problems.Error(
                    "S433",
                    context.KeyAt("experiment", "adversaries", name),
                    $"'{Arm.Frozen}' {what}, but frozen means that nothing adapts",
                    "frozen: { adaptive: off }",
                    "or give it another name"
                );
            }

            foreach ((string organization, Organization changed) in variant.Organizations)
            {
                string[] path = ["experiment", "adversaries", name, "organizations", organization];
                if (!context.Has("organizations", organization))
                {
                    IReadOnlyCollection<string> known = context.NamesIn("organizations");
                    context.Problems.Error(
                        "S201",
                        context.KeyAt(path),
                        $"there is no organization '{organization}'",
                        known.Count == 0 ? "'organizations' names none" : $"organizations: {Names.Few(known)}",
                        context.Problems.DidYouMean(organization, known)
                    );
                }
                else
                {
                    CheckPrior(changed, context, path);
                }
            }
        }
    }

    private static void CheckPrior(Organization organization, RuleContext context, params string[] path)
    {
        if (organization.RouteChoice is not { Prior.ByName: { } beliefs } choice)
        {
            return;
        }

        HashSet<string> corridors = [.. context.NamesIn("corridors").Where(c => c != "generate")];
        HashSet<string> checkpoints = [.. context.Scenario.Checkpoints.SelectMany(c => new[] { c.Key, c.Value.Place ?? c.Key })];
        HashSet<string> known = choice.Learns switch
        {
            Learning.Place => checkpoints,
            Learning.Corridor => corridors,
            _ => beliefs.Keys.Any(corridors.Contains) ? corridors : [.. checkpoints, .. corridors],
        };

        // Generated corridors have no names in the file.
        bool mayBeGenerated = choice.Learns != Learning.Place && context.Has("corridors", "generate");
        foreach (
            string name in beliefs.Keys.Where(name =>
                !known.Contains(name) && !(mayBeGenerated && name.Contains("__", StringComparison.Ordinal))
            )
        )
        {
            string about = choice.Learns == Learning.Corridor ? "corridor" : "checkpoint or place with one";
            context.Problems.Error(
                "S434",
                context.KeyAt([.. path, "route_choice", "prior", name]),
                $"there is no {about} '{name}'",
                $"known: {Names.Few(known)}",
                context.Problems.DidYouMean(name, known)
            );
        }

        // Beliefs are about places: two checkpoints of one place, or the place and its checkpoint, can't have one each.
        IEnumerable<string> aboutPlaces = beliefs.Keys.Where(n => checkpoints.Contains(n) && !corridors.Contains(n));
        foreach (
            IGrouping<string, string> here in aboutPlaces
                .GroupBy(context.Scenario.PlaceOf)
                .Where(g => g.Select(n => beliefs[n]).Distinct().Count() > 1)
        )
        {
            string[] both = [.. here];
            context.Problems.Error(
                "S206",
                context.KeyAt([.. path, "route_choice", "prior", both[1]]),
                $"'{both[0]}' and '{both[1]}' are at one place, and a driver meets one risk there",
                "one belief about each place",
                "remove one of the two"
            );
        }
    }
}
