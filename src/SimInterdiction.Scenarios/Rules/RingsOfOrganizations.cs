using System.Globalization;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Rings are stated in one way, and what a trafficking group does to them is known; leads on them can
/// matter.</summary>
internal static class RingsOfOrganizations
{
    // Assumed: fewer leads in time than one in twenty are as good as none; with so many on an average ring, 99 % of
    // such rings are known.
    private const double FewInTime = 0.05;
    private const double ManyOnOneRing = 5;

    // Assumed: what the outlook leaves out (rings that are missing, leads too old to count) is less than half of it.
    private const double TooMany = 2;

    public static void Check(RuleContext context)
    {
        foreach ((string name, Organization organization) in context.Scenario.Organizations)
        {
            CheckRings(organization.Rings, context, "organizations", name, "rings");
        }

        foreach ((string variant, var changes) in context.Scenario.Experiment.Adversaries)
        {
            foreach ((string name, Organization organization) in changes.Organizations)
            {
                CheckRings(organization.Rings, context, "experiment", "adversaries", variant, "organizations", name, "rings");
            }
        }

        string? ringed = context.Scenario.Organizations.FirstOrDefault(o => o.Value.Rings is not null).Key;
        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            if (deployment.Programmes?.TraffickingGroup is { ReplacedAfterHours: null } && ringed is not null)
            {
                context.Problems.Error(
                    "S438",
                    context.KeyAt("deployments", name, "programmes", "trafficking_group"),
                    $"a closed case dismantles a ring of '{ringed}', and nothing says when another takes its place",
                    "trafficking_group: { replaced_after: { exponential: 180 days } }"
                );
            }
        }
    }

    /// <summary>Warns of leads that are never in time, of leads that are always alive, and of what only rings
    /// need.</summary>
    public static void CheckLeads(RuleContext context)
    {
        string[] ringed = [.. context.Scenario.Organizations.Where(o => o.Value.Rings is not null).Select(o => o.Key)];
        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            if (ringed.Length == 0 && deployment.Programmes?.TraffickingGroup is { } group)
            {
                WarnOfNoRings(name, group, context);
            }
        }

        if (ringed.Length == 0 || context.Scenario.Deployments.Values.All(d => d.Programmes?.Tracing is null))
        {
            return;
        }

        var world = CompiledScenario.Compile(SharesAddUp.Normalised(context.Scenario));
        ringed = [.. ringed.Where(world.EntryNames(Dimension.Organization).Contains)];
        foreach (string organization in ringed)
        {
            WarnOfLeads(organization, world, context);
        }

        if (ringed.Length > 0)
        {
            WarnOfCases(ringed, world, context);
            string[] wholes = [.. world.EntryNames(Dimension.Organization).Except(ringed)];
            WarnOfWholes(wholes, ringed, context);
            WarnOfCasesOfWholes(wholes, ringed, context);
        }
    }

    private static void CheckRings(Rings? rings, RuleContext context, params string[] path)
    {
        if (rings is null)
        {
            return;
        }

        if (rings.Number is null == rings.Shares is null)
        {
            string found = rings.Number is null ? "neither 'number' nor 'shares' is given" : "both 'number' and 'shares' are given";
            context.Problems.Error("S438", context.KeyAt(path), $"{found}, and one of them says how many rings there are");
        }
        else if (rings.Shares is { } shares)
        {
            ShareSum.Check(
                Model.Language.Shares.Sum(shares),
                context.SumAt(TreePath.Find(context.Root, [.. path, "shares"]) is ListNode list ? list.Items : [], [.. path, "shares"]),
                "the shares of the rings",
                context.Problems
            );
        }
        else if (rings.Sizes.Maximum <= 0)
        {
            context.Problems.Error("S438", context.At([.. path, "sizes"]), "every ring has the size 0", "sizes above 0");
        }
    }

    private static void WarnOfNoRings(string deployment, TraffickingGroup group, RuleContext context)
    {
        foreach (
            (string key, bool isStated) in new[]
            {
                ("first", group.First == CaseOrder.Largest),
                ("replaced_after", group.ReplacedAfterHours is not null),
            }
        )
        {
            if (isStated)
            {
                context.Problems.Warning(
                    "S533",
                    context.KeyAt("deployments", deployment, "programmes", "trafficking_group", key),
                    $"'{key}' is about rings, and no organization has any",
                    hint: "add 'rings' to an organization"
                );
            }
        }
    }

    // Of several deployments, the one where it is worst.
    private static void WarnOfLeads(string organization, CompiledScenario world, RuleContext context)
    {
        (string Deployment, LeadOutlook Outlook)[] outlooks = OutlooksOf(organization, world);
        if (outlooks.Length == 0)
        {
            return;
        }

        WarnOfLateLeads(organization, outlooks, context);
        (string crowded, LeadOutlook many) = outlooks.MaxBy(each => each.Outlook.OnOneRing);
        if (many.OnOneRing >= ManyOnOneRing)
        {
            context.Problems.Warning(
                "S532",
                context.KeyAt("organizations", organization, "rings"),
                $"under '{crowded}' about {many.OnOneRing:0} leads come up on an average ring of '{organization}' while one of them "
                    + "lives: an average ring is known nearly all the time, and leads act like a constant factor",
                "more rings, a shorter life of rings or leads, or a smaller share of traces that are resolved"
            );
        }
    }

    private static void WarnOfLateLeads(string organization, (string Deployment, LeadOutlook Outlook)[] outlooks, RuleContext context)
    {
        double life = context.Scenario.Organizations[organization].Rings!.LifeHours / 24 ?? double.PositiveInfinity;
        (string late, LeadOutlook few) = outlooks.MinBy(each => each.Outlook.InTime);
        if (few.InTime < FewInTime)
        {
            Warn($"under '{late}' a trace takes {TracingOf(late).TakesHours.Mean / 24:0.#} days on average", few.InTime, "leads");
            return;
        }

        (late, few) = outlooks.MinBy(each => each.Outlook.InTimeIfRecovered ?? 1);
        if (few.InTimeIfRecovered < FewInTime)
        {
            double recovery = context.Scenario.Deployments[late].Programmes!.MexicanAccess!.AfterHours.Mean / 24;
            double takes = TracingOf(late).TakesHours.Mean / 24;
            Warn(
                $"under '{late}' a firearm is recovered {recovery:0.#} days after delivery on average, and its trace takes {takes:0.#}",
                few.InTimeIfRecovered.Value,
                "leads from Mexico"
            );
        }

        Tracing TracingOf(string deployment) => context.Scenario.Deployments[deployment].Programmes!.Tracing!;

        void Warn(string times, double inTime, string leads) =>
            context.Problems.Warning(
                "S531",
                context.KeyAt("organizations", organization, "rings", "life"),
                $"{times}; a ring of '{organization}' lasts {life:0.#} days: {inTime:0.0%} of {leads} would come up while the ring is there"
            );
    }

    // Where one deployment has enough investigators, how many are needed is what is studied.
    private static void WarnOfCases(string[] ringed, CompiledScenario world, RuleContext context)
    {
        (string Deployment, TraffickingGroup Group, double Cases, double Closed)[] groups =
        [
            .. GroupsIn(context.Scenario)
                .Select(each =>
                    (
                        each.Deployment,
                        each.Group,
                        ringed.Sum(organization => LeadOutlook.Of(world, each.Deployment, organization)?.CasesPerHour ?? 0),
                        each.Group.Capacity / each.Group.TakesHours.Mean
                    )
                ),
        ];
        if (groups.Length == 0)
        {
            return;
        }

        (string deployment, TraffickingGroup group, double cases, double closed) = groups.MinBy(each => each.Cases / each.Closed);
        if (cases > TooMany * closed)
        {
            string investigators = group.Capacity == 1 ? "one investigator closes" : $"{group.Capacity} investigators close";
            context.Problems.Warning(
                "S534",
                context.KeyAt("deployments", deployment, "programmes", "trafficking_group"),
                $"up to {PerMonth(cases)} cases a month could be opened, and {investigators} {PerMonth(closed)} a month: most cases "
                    + "come too late or never begin",
                "more investigators ('capacity'), more leads for each case ('opens_at'), or cases that take less long"
            );
        }

        static string PerMonth(double perHour) =>
            (perHour * DeploymentPreview.HoursOfMonth).ToString(
                perHour * DeploymentPreview.HoursOfMonth >= 10 ? "#,##0" : "G2",
                CultureInfo.InvariantCulture
            );
    }

    // Where none has rings, organizations are what leads are on, and are meant to be.
    private static void WarnOfWholes(string[] wholes, string[] ringed, RuleContext context)
    {
        foreach (string whole in wholes)
        {
            context.Problems.Warning(
                "S546",
                context.KeyAt("organizations", whole),
                $"'{whole}' has no rings, so each lead is on all of its shipments; one on '{ringed[0]}' is on those of a ring",
                hint: $"add 'rings' to '{whole}'"
            );
        }
    }

    private static void WarnOfCasesOfWholes(string[] wholes, string[] ringed, RuleContext context)
    {
        foreach ((string deployment, TraffickingGroup group) in GroupsIn(context.Scenario))
        {
            if (group.First == CaseOrder.Largest && wholes.Length > 0)
            {
                context.Problems.Warning(
                    "S535",
                    context.KeyAt("deployments", deployment, "programmes", "trafficking_group", "first"),
                    $"leads on '{wholes[0]}', which has no rings, are leads on all of it: its cases would nearly always come before "
                        + $"those on a ring of '{ringed[0]}'",
                    hint: $"add 'rings' to '{wholes[0]}', or use 'first: oldest'"
                );
            }
        }
    }

    private static IEnumerable<(string Deployment, TraffickingGroup Group)> GroupsIn(Scenario scenario) =>
        scenario
            .Deployments.Where(each => each.Value.Programmes is { TraffickingGroup: not null, Tracing: not null })
            .Select(each => (each.Key, each.Value.Programmes!.TraffickingGroup!));

    private static (string Deployment, LeadOutlook Outlook)[] OutlooksOf(string organization, CompiledScenario world) =>
        [
            .. world
                .Scenario.Deployments.Keys.Select(deployment => (deployment, LeadOutlook.Of(world, deployment, organization)!))
                .Where(each => each.Item2 is not null),
        ];
}
