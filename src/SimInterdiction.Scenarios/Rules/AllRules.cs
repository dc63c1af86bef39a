using SimInterdiction.Model;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>What must hold across the keys of a scenario, in the order it is checked.</summary>
internal static class AllRules
{
    private static readonly Rule[] Rules =
    [
        new(NamesExist.Check),
        new(SomethingToCompare.Check, "flows", "deployments", "start"),
        new(SharesAddUp.Check, "flows", "deployments"),
        new(Corridors.Check, "corridors"),
        new(RoadsJoin.Check, "roads"),
        new(Openings.Check, "places", "roads"),
        new(FlowRates.Check, "flows", "total_flow"),
        new(FlowRoutes.Check, "flows", "corridors", "places"),
        new(Profiles.Check, "flows"),
        new(Profiles.CheckTraffic, "checkpoints"),
        new(Profiles.CheckWindow, "flows", "start", "length"),
        new(TeamKinds.Check, "team_types"),
        new(Postings.Check, "deployments", "team_types", "task_forces", "checkpoints", "places"),
        new(TeamsAtOnce.Check, "deployments", "team_types", "task_forces", "start", "length", "warm_up"),
        new(Rotations.Check, "deployments"),
        new(Adversaries.Check, "organizations", "experiment", "corridors", "checkpoints"),
        new(RingsOfOrganizations.Check, "organizations", "experiment", "deployments"),
        new(TimesInWindow.Check, "windows", "deployments", "start", "length", "warm_up"),
        new(MeasuresExist.Check),
        new(ChoiceCanBeMade.Check, "experiment"),
        new(StepsAddSomething.Check, "deployments", "experiment"),
        new(HypotheticalDeployments.Check, "deployments", "experiment"),
        new(AssumptionsAbout.Check),
        new(Optimizing.Check, "optimize", "deployments", "today", "experiment", "team_types"),
    ];

    /// <summary>What is odd in some sections, whatever is wrong in others: a slip there may explain it.</summary>
    private static readonly Rule[] OfGoodSections =
    [
        new(PlausiblePlaces.Check, "places"),
        new(PlausibleRoads.Check, "places"),
        new(PossibleDuty.CheckTeams, "team_types"),
    ];

    /// <summary>What is odd, or found only by working it out: looked at as long as nothing is wrong.</summary>
    private static readonly (Action<RuleContext> Check, bool OnlyWarns)[] OfGoodFiles =
    [
        (Overload.Check, true),
        (BusyLanes.Check, true),
        (WhatPasses.Check, true),
        (Rotations.CheckUse, true),
        (NeverUsed.Check, true),
        (SilentFlows.Check, true),
        (ProgrammesAct.Check, true),
        (RingsOfOrganizations.CheckLeads, true),
        (DifferentDeployments.Check, true),
        (LabelsOfDeployments.Check, true),
        (LettersOfFigures.Check, true),
        (TodayIsStated.Check, true),
        (RoadsReach.Check, false),
        (JourneysEnd.Check, false),
        (PlausibleRoads.CheckTravel, true),
        (PossibleDuty.CheckOfficers, true),
        (TripsInTime.Check, true),
        (RotationTrips.Check, true),
        (Costs.Check, false),
        (StreamNames.Check, false),
        (Optimizing.CheckLimits, false),
    ];

    /// <summary>Checks every rule; the scenario with its shares normalised.</summary>
    /// <param name="scenario">As bound.</param>
    /// <param name="tree">What it was bound from.</param>
    /// <param name="problems">Takes what breaks a rule.</param>
    /// <param name="asked">How many replications are asked for; null for as many as the scenario says.</param>
    /// <param name="warns">Whether to look for what is only odd.</param>
    public static Scenario Apply(Scenario scenario, ResolvedTree tree, ProblemList problems, int? asked, bool warns)
    {
        var context = new RuleContext(scenario, tree.Root, tree.BeforeInheritance, problems)
        {
            ReplicationsAsked = asked,
            Generated = new GeneratedProblems(tree.GeneratedAt, problems),
        };
        if (problems.IsKnown("end") && problems.IsKnown("start"))
        {
            scenario = WindowEnds.Worked(context);
            context = context with { Scenario = scenario };
        }

        if (!WithinLimits.Holds(context))
        {
            return scenario;
        }

        foreach (Rule rule in Rules.Where(r => r.Needs.All(problems.IsKnown)))
        {
            Check(rule.Check);
        }

        foreach (Rule rule in OfGoodSections.Where(r => warns && r.Needs.All(problems.IsKnown)))
        {
            Check(rule.Check);
        }

        foreach ((Action<RuleContext> check, _) in OfGoodFiles.Where(rule => warns || !rule.OnlyWarns).TakeWhile(_ => !problems.HasErrors))
        {
            Check(check);
        }

        return problems.HasErrors ? scenario : SharesAddUp.Normalised(scenario);

        void Check(Action<RuleContext> check)
        {
            check(context);
            context.Generated.Tell();
        }
    }

    /// <param name="Check">Reports what breaks the rule.</param>
    /// <param name="Needs">Sections that it looks at. Where something in one of them could not be read, nothing is said
    /// that may follow from it.</param>
    private sealed record Rule(Action<RuleContext> Check, params string[] Needs);
}
