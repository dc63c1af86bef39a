using SimInterdiction.Model;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of what is written and has no effect: teams never posted, organizations without flows, programmes on
/// nowhere.</summary>
internal static class NeverUsed
{
    public static void Check(RuleContext context)
    {
        Scenario scenario = context.Scenario;
        HashSet<string> posted = [.. scenario.Deployments.Values.SelectMany(d => d.Post.Values).Select(p => p.Team)];
        HashSet<string> bases = [.. BasesOf(context)];
        foreach (string team in scenario.TeamTypes.Keys.Where(t => !posted.Contains(t) && !bases.Contains(t)))
        {
            context.Problems.Warning(
                "S503",
                context.KeyAt("team_types", team),
                $"no deployment posts the team type '{team}'",
                context.Problems.DidYouMean(team, posted.Where(p => p.Length > 0 && !scenario.TeamTypes.ContainsKey(p)))
            );
        }

        HashSet<string?> belonging = [.. scenario.Flows.Values.Select(f => f.Organization)];
        foreach (string organization in scenario.Organizations.Keys.Where(o => !belonging.Contains(o)))
        {
            context.Problems.Warning(
                "S506",
                context.KeyAt("organizations", organization),
                $"no flow belongs to the organization '{organization}'"
            );
        }

        foreach (string programme in ProgrammeSettings.WithSections.Where(p => context.Has(p)))
        {
            if (!scenario.Deployments.Keys.Any(d => context.Has("deployments", d, "programmes", programme)))
            {
                context.Problems.Warning(
                    "S505",
                    context.KeyAt(programme),
                    $"no deployment turns '{programme}' on",
                    $"add 'programmes: {{ {programme}: on }}' to one"
                );
            }
        }
    }

    private static IEnumerable<string> BasesOf(RuleContext context) =>
        context.Written.Find("team_types")?.Value is MapNode types
            ? types.Entries.Select(e => (e.Value as MapNode)?.Find(Inheritance.BasedOn)?.Value).OfType<ScalarNode>().Select(s => s.Text)
            : [];
}
