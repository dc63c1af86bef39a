using SimInterdiction.Model.Interdiction;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>No two deployments post the same teams at the same times with the same programmes, whatever their postings
/// are called. Looks at scenarios without errors only.</summary>
internal static class DifferentDeployments
{
    public static void Check(RuleContext context)
    {
        var known = new Dictionary<string, string>();
        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            string essence = deployment.Essence;
            if (known.TryAdd(essence, name))
            {
                continue;
            }

            string same = known[essence];
            string why =
                BaseOf(name, context) == same ? ", on which it is based" : ": the same teams at the same times, with the same programmes";
            context.ProblemsOf(name).Warning("S501", context.KeyAt("deployments", name), $"'{name}' is the same as '{same}'{why}");
        }
    }

    private static string? BaseOf(string name, RuleContext context) =>
        ((context.Written.Find("deployments")?.Value as MapNode)?.Find(name)?.Value as MapNode)?.Find(Inheritance.BasedOn)?.Value
            is ScalarNode basis
            ? basis.Text
            : null;
}
