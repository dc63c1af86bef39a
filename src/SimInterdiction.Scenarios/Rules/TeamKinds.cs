using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>A team that works lanes says how it stops vehicles; one that works leads says how often it acts; neither
/// has the other's keys.</summary>
internal static class TeamKinds
{
    private static readonly string[] LanesOnly =
    [
        "stops",
        "looks",
        "stops_traffic",
        "search",
        "lanes",
        "when_full",
        "queue_limit",
        "seizure_time",
        "secondary",
    ];
    private static readonly string[] LeadsOnly = ["acts_on"];

    public static void Check(RuleContext context)
    {
        foreach ((string name, TeamType team) in context.Scenario.TeamTypes)
        {
            if (team.Works == TeamWork.Leads)
            {
                Refuse(LanesOnly, "leads", name, context);
                if (!context.Has("team_types", name, "acts_on"))
                {
                    context.Problems.Error(
                        "S405",
                        context.KeyAt("team_types", name),
                        $"'{name}' works leads and does not say how many shipments it acts on",
                        hint: "add 'acts_on: 6.7%', for instance"
                    );
                }

                continue;
            }

            CheckLanes(name, team, context);
        }
    }

    private static void CheckLanes(string name, TeamType team, RuleContext context)
    {
        bool stops = context.Has("team_types", name, "stops");
        bool looks = context.Has("team_types", name, "looks");
        bool acts = context.Has("team_types", name, "acts_on");
        if (stops && looks)
        {
            context.Problems.Error(
                "S405",
                context.KeyAt("team_types", name, "looks"),
                "the team has both 'stops' and 'looks'",
                hint: "looks: vehicles stopped per time; stops: share of vehicles stopped"
            );
        }
        else if (!stops && !looks)
        {
            string hint = acts ? "did you mean 'works: leads'?" : "add 'stops: 4.3%' or 'looks: 38 per hour', for instance";
            context.Problems.Error(
                "S405",
                context.KeyAt("team_types", name),
                $"'{name}' works lanes and does not say how many vehicles it stops",
                hint: hint
            );
        }

        if (stops || looks)
        {
            Refuse(LeadsOnly, "lanes", name, context);
        }

        if (context.Has("team_types", name, "queue_limit") && team.WhenFull == WhenFull.WaveThrough)
        {
            context.Problems.Warning(
                "S508",
                context.KeyAt("team_types", name, "queue_limit"),
                "'queue_limit' has no effect: nobody waits",
                "did you mean 'when_full: wait' too?"
            );
        }

        if (team.Secondary is { } secondary)
        {
            CheckSecondary(name, secondary, context);
        }
    }

    private static void CheckSecondary(string name, SecondaryInspection secondary, RuleContext context)
    {
        if (context.Has("team_types", name, "secondary", "queue_limit") && secondary.WhenFull == WhenFull.WaveThrough)
        {
            context.Problems.Warning(
                "S508",
                context.KeyAt("team_types", name, "secondary", "queue_limit"),
                "'queue_limit' has no effect: nobody waits",
                "did you mean 'when_full: wait' too?"
            );
        }

        if (secondary.Refers == 0)
        {
            string who = secondary.ReferredOfTraffic == 0 ? "nobody" : "no shipment";
            context.Problems.Warning(
                "S542",
                context.At("team_types", name, "secondary", "refers"),
                $"{who} is referred to the secondary inspection of '{name}', so that it finds nothing",
                "a share above 0%, or remove 'secondary'"
            );
        }
        else if (secondary.ReferredOfTraffic > secondary.Refers)
        {
            context.Problems.Warning(
                "S541",
                context.At("team_types", name, "secondary", "refers_traffic"),
                $"'{name}' refers legitimate vehicles more often than shipments: worse than chance",
                "targeting makes refers the larger one; leave refers_traffic out where vehicles are referred by chance"
            );
        }
    }

    private static void Refuse(IEnumerable<string> keys, string works, string name, RuleContext context)
    {
        foreach (string key in keys.Where(k => context.Has("team_types", name, k)))
        {
            context.Problems.Error(
                "S406",
                context.KeyAt("team_types", name, key),
                $"'{key}' has no meaning for a team that works {works}",
                hint: works == "lanes" ? "did you mean 'works: leads'?" : $"remove '{key}'"
            );
        }
    }
}
