using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns where numbers hang on the deployment in force until now, and the file doesn't say which that
/// is.</summary>
internal static class TodayIsStated
{
    // Nobody means another by it.
    private const string ItsName = "today";

    public static void Check(RuleContext context)
    {
        Scenario scenario = context.Scenario;
        if (
            scenario.Today is not null
            || scenario.InForce == ItsName
            || scenario.Deployments.Count < 2
            || PathOfUse(scenario) is not { } path
        )
        {
            return;
        }

        string why = scenario.Experiment.CompareWith is null ? "the first one" : "the one the others are compared with";
        context.Problems.Warning(
            "S512",
            context.At(path),
            $"this depends on the deployment in force until now, assumed to be '{scenario.InForce}', {why}",
            $"add 'today: {scenario.InForce}'"
        );
    }

    /// <summary>Where the file first makes numbers hang on it; null where it doesn't.</summary>
    private static string[]? PathOfUse(Scenario scenario)
    {
        if (scenario.Experiment.DuringWarmUp == DuringWarmUp.Today && scenario.WarmUpHours > 0)
        {
            return ["experiment", "during_warm_up"];
        }

        return OrganizationUsedToIt(scenario.Organizations) is { } stated
            ? ["organizations", stated, "route_choice", "shares"]
            : scenario
                .Experiment.Adversaries.Where(variant => OrganizationUsedToIt(variant.Value.Organizations) is not null)
                .Select(variant =>
                    (string[])
                        [
                            "experiment",
                            "adversaries",
                            variant.Key,
                            "organizations",
                            OrganizationUsedToIt(variant.Value.Organizations)!,
                            "route_choice",
                            "shares",
                        ]
                )
                .FirstOrDefault();
    }

    private static string? OrganizationUsedToIt(IReadOnlyDictionary<string, Organization> organizations) =>
        organizations.FirstOrDefault(o => o.Value.RouteChoice?.Shares == ShareMeaning.AsToday).Key;
}
