using SimInterdiction.Model;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>There is a deployment and a flow, in a span of time that calendars know.</summary>
internal static class SomethingToCompare
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public static void Check(RuleContext context)
    {
        Scenario scenario = context.Scenario;
        if (context.Has("deployments") && scenario.Deployments.Count == 0)
        {
            context.Problems.Error(
                "S420",
                context.KeyAt("deployments"),
                "there is no deployment to simulate",
                hint: "add one, such as 'today: { post: { ... } }'"
            );
        }

        if (context.Has("flows") && scenario.Flows.Count == 0)
        {
            context.Problems.Error(
                "S420",
                context.KeyAt("flows"),
                "the scenario has no flow",
                hint: "add a flow, such as 'houston: { rate: 12 per week, routes: { gulf: 100% } }'"
            );
        }

        if (scenario.Start.Year is < FirstYear or > LastYear)
        {
            context.Problems.Error(
                "S112",
                context.At("start"),
                $"'{scenario.Start:yyyy-MM-dd}' is out of range: start must be from {FirstYear} to {LastYear}"
            );
        }
    }
}
