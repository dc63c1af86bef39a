using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>No two deployments have one label: every table and figure names them by it. Looks at scenarios without
/// errors only.</summary>
internal static class LabelsOfDeployments
{
    public static void Check(RuleContext context)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            string label = Labels.Of(name, deployment.Label);
            if (!known.TryAdd(label, name))
            {
                context
                    .ProblemsOf(name)
                    .Warning(
                        "S514",
                        context.KeyAt("deployments", name),
                        $"'{name}' has the label of '{known[label]}', '{label}'",
                        "tables and figures name deployments by their labels: give them different ones"
                    );
            }
        }
    }
}
