using System.Globalization;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>What a search for the best deployment keeps is there, and leaves room for itself within the
/// limits.</summary>
internal static class Optimizing
{
    // Of officer-hours or dollars.
    private const double Tolerance = 1e-6;

    public static void Check(RuleContext context)
    {
        if (
            context.Scenario.Optimize is not { } plan
            || !context.Scenario.Deployments.TryGetValue(context.Scenario.InForce, out Deployment? inForce)
        )
        {
            return;
        }

        foreach ((int i, string name) in plan.Keep.Index().Where(each => !inForce.Post.ContainsKey(each.Item)))
        {
            context.Problems.Error(
                "S441",
                context.At("optimize", "keep", $"{i}"),
                $"the deployment in force, '{context.Scenario.InForce}', has no posting '{name}' to keep",
                $"its postings: {Names.Few(inForce.Post.Keys)}",
                Names.DidYouMean(name, inForce.Post.Keys)
            );
        }

        foreach ((int i, string name) in plan.Keep.Index().Where(each => inForce.Post.GetValueOrDefault(each.Item)?.Plans is not null))
        {
            context.Problems.Error(
                "S443",
                context.At("optimize", "keep", $"{i}"),
                $"'{name}' stands on some plans of '{context.Scenario.InForce}' only, so it can't be kept on all",
                "keep postings that stand on every plan"
            );
        }

        CheckShifts(context, plan);
        CheckNothing(context, plan);
    }

    // A list without entries allows nothing, and a budget without amounts everything: hardly what was meant.
    private static void CheckNothing(RuleContext context, OptimizationPlan plan)
    {
        if (plan.Budget is { OfficerHours: null, CostUsd: null })
        {
            context.Problems.Error(
                "S444",
                context.KeyAt("optimize", "budget"),
                "'budget' says neither officer_hours nor cost",
                "leave it out for the officer-hours that the deployment in force takes"
            );
        }

        PostingChoices candidates = plan.Candidates;
        (string Key, int? Count)[] lists =
        [
            ("task_forces", candidates.TaskForces?.Count),
            ("team_types", candidates.TeamTypes?.Count),
            ("checkpoints", candidates.Checkpoints?.Count),
            ("shifts", candidates.Shifts?.Count),
        ];
        foreach ((string key, _) in lists.Where(list => list.Count == 0))
        {
            context.Problems.Error(
                "S444",
                context.KeyAt("optimize", "candidates", key),
                $"nothing may be posted: '{key}' is an empty list",
                "leave it out for all that there are by default"
            );
        }
    }

    /// <summary>Of a file in which all else is well: what is kept is within the limits.</summary>
    public static void CheckLimits(RuleContext context)
    {
        if (context.Scenario.Optimize is not { Keep.Count: > 0 } plan)
        {
            return;
        }

        Deployment inForce = context.Scenario.Deployments[context.Scenario.InForce];
        var kept = new OrderedDictionary<string, Posting>(
            plan.Keep.Distinct().Select(name => KeyValuePair.Create(name, inForce.Post[name]))
        );
        DeploymentPreview takes = DeploymentPreview.Of(
            context.Scenario with
            {
                Deployments = new OrderedDictionary<string, Deployment> { ["kept"] = inForce with { Post = kept } },
            },
            "kept"
        );
        Compare("officer_hours", takes.OfficerHours, plan.Budget?.OfficerHours, "officer-hours");
        Compare("cost", takes.CostUsd, plan.Budget?.CostUsd, "USD");
        foreach ((int i, PostingLimit limit) in plan.AtMost.Index())
        {
            int teams = limit.TeamsOf(kept);
            if (teams > limit.Teams)
            {
                string[] holds = [.. kept.Keys.Where(name => limit.TeamsOf([KeyValuePair.Create(name, kept[name])]) > 0)];
                Report(
                    context.At("optimize", "at_most", $"{i}", "teams"),
                    $"{teams} teams of this kind are kept ({Names.Few(holds)}), more than the {limit.Teams} that there may be"
                );
            }
        }

        void Compare(string key, double amount, double? most, string unit)
        {
            if (most is { } limit && amount > limit + Tolerance)
            {
                Report(
                    context.At("optimize", "budget", key),
                    $"what is kept takes {Shown(amount)} {unit}, more than the {Shown(limit)} that there are"
                );
            }
        }

        void Report(Mark where, string found) =>
            context.Problems.Error(
                "S441",
                where,
                found,
                "keep less, or allow more",
                (context.KeyAt("optimize", "keep"), "it is kept here")
            );
    }

    private static string Shown(double amount) => Math.Ceiling(amount - Tolerance).ToString("N0", CultureInfo.InvariantCulture);

    private static void CheckShifts(RuleContext context, OptimizationPlan plan)
    {
        TeamType[] types =
        [
            .. context.Scenario.TeamTypes.Where(type => plan.Candidates.TeamTypes?.Contains(type.Key) != false).Select(type => type.Value),
        ];
        foreach ((int i, PostingShift shift) in (plan.Candidates.Shifts ?? []).Index())
        {
            if (types.Length > 0 && types.All(type => shift.Hours.Minutes > type.MaxHoursPerDay * 60))
            {
                context.Problems.Error(
                    "S441",
                    context.At("optimize", "candidates", "shifts", $"{i}"),
                    "no type of team that may be posted works so many hours a day",
                    $"at most {types.Max(type => type.MaxHoursPerDay):0.##} h"
                );
            }
        }
    }
}
