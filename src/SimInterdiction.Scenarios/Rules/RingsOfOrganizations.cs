using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Rings are stated in one way, and what a trafficking group does to them is known; leads on them can
/// matter.</summary>
internal static class RingsOfOrganizations
{
    // Assumed: fewer leads in time than one in twenty are as good as none; with so many on an average ring, 99 % of
    // such rings are known.
    private const double FewInTime = 0.05;
    private const double ManyOnOneRing = 5;

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
        foreach (string organization in ringed.Where(world.EntryNames(Model.Measures.Dimension.Organization).Contains))
        {
            WarnOfLeads(organization, world, context);
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
                context.KeyAt([.. path, "shares"]),
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
        (string Deployment, LeadOutlook Outlook)[] outlooks =
        [
            .. world
                .Scenario.Deployments.Keys.Select(deployment => (deployment, LeadOutlook.Of(world, deployment, organization)!))
                .Where(each => each.Item2 is not null),
        ];
        if (outlooks.Length == 0)
        {
            return;
        }

        Rings rings = world.Scenario.Organizations[organization].Rings!;
        (string late, LeadOutlook few) = outlooks.MinBy(each => each.Outlook.InTime);
        if (few.InTime < FewInTime)
        {
            double takes = world.Scenario.Deployments[late].Programmes!.Tracing!.TakesHours.Mean / 24;
            context.Problems.Warning(
                "S531",
                context.KeyAt("organizations", organization, "rings", "life"),
                $"under '{late}' a trace takes {takes:0.#} days on average and a ring of '{organization}' lasts "
                    + $"{rings.LifeHours / 24:0.#}: {few.InTime:0.0%} of leads would come up while the ring is there"
            );
        }

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
}
