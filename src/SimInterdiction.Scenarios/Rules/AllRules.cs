using SimInterdiction.Model;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>What must hold across the keys of a scenario, in the order it is checked.</summary>
internal static class AllRules
{
    private static readonly Action<RuleContext>[] Rules =
    [
        NamesExist.Check,
        SomethingToCompare.Check,
        SharesAddUp.Check,
        Corridors.Check,
        RoadsJoin.Check,
        FlowRates.Check,
        FlowRoutes.Check,
        Profiles.Check,
        TeamKinds.Check,
        Postings.Check,
        TeamsAtOnce.Check,
        Rotations.Check,
        Overload.Check,
        Adversaries.Check,
        TimesInWindow.Check,
        MeasuresExist.Check,
        ChoiceCanBeMade.Check,
        AssumptionsAbout.Check,
        NeverUsed.Check,
        ProgrammesAct.Check,
        DifferentDeployments.Check,
        TodayIsStated.Check,
        RoadsReach.Check,
        PlausiblePlaces.Check,
        PlausibleRoads.Check,
        Costs.Check,
        StreamNames.Check,
    ];

    /// <summary>Checks every rule; the scenario with its shares normalised.</summary>
    public static Scenario Apply(Scenario scenario, ResolvedTree tree, ProblemList problems)
    {
        var context = new RuleContext(scenario, tree.Root, tree.BeforeInheritance, problems);
        if (!WithinLimits.Holds(context))
        {
            return scenario;
        }

        foreach (Action<RuleContext> rule in Rules)
        {
            rule(context);
        }

        return problems.HasErrors ? scenario : SharesAddUp.Normalised(scenario);
    }
}
