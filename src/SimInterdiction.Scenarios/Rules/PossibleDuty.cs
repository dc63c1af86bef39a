using SimInterdiction.Model.Interdiction;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of duty that officers can't do: more lanes than they can man, more looks than they can search, and of
/// officers that only cost.</summary>
internal static class PossibleDuty
{
    // Assumed: who directs two lanes at once is stretched; nobody searches at three.
    private const int LanesOfAnOfficer = 2;

    /// <summary>What can be said of a type of team by itself.</summary>
    public static void CheckTeams(RuleContext context)
    {
        foreach ((string name, TeamType team) in context.Scenario.TeamTypes)
        {
            CheckLanes(["team_types", name], team.Lanes, team.Officers, context);
            CheckLanes(["team_types", name, "secondary"], team.Secondary?.Lanes, team.Secondary?.Officers ?? 0, context);
            CheckLooks(name, team, context);
        }
    }

    private static void CheckLanes(string[] path, int? lanes, int officers, RuleContext context)
    {
        if (context.Has([.. path, "officers"]) && lanes > LanesOfAnOfficer * officers)
        {
            string search = officers == 1 ? "1 officer searches" : $"{officers} officers search";
            context.Problems.Warning(
                "S522",
                context.At([.. path, "lanes"]),
                $"{search} {lanes} vehicles at once",
                $"lanes count vehicles searched at the same time: {LanesOfAnOfficer * officers} at most, or more officers"
            );
        }
    }

    // Where lanes are never short, all that a team looks at is searched at once. What it stops of legitimate vehicles
    // may be stated apart; looks are then at shipments, of which few pass.
    private static void CheckLooks(string name, TeamType team, RuleContext context)
    {
        double atOnce = (team.Looks?.PerHour ?? 0) * team.SearchHours.Mean;
        if (
            team is { Lanes: null, StopsTraffic: null }
            && context.Has("team_types", name, "officers")
            && atOnce > LanesOfAnOfficer * team.Officers
        )
        {
            string officers = team.Officers == 1 ? "1 officer looks" : $"{team.Officers} officers look";
            string minutes = NumberText.Show(Math.Round(60 * team.SearchHours.Mean, 1));
            context.Problems.Warning(
                "S522",
                context.At("team_types", name, "looks"),
                $"{officers} at {NumberText.Rounded(team.Looks!.Value.PerHour)} vehicles an hour for {minutes} min each: "
                    + $"{NumberText.Show(Math.Round(atOnce, 1))} at once, on average",
                $"{LanesOfAnOfficer * team.Officers} at once at most: fewer looks, shorter searches, more officers, or 'lanes'"
            );
        }
    }

    /// <summary>What posted types of teams show beside each other.</summary>
    public static void CheckOfficers(RuleContext context)
    {
        HashSet<string> posted = [.. PostedTeam.All(context).Select(p => p.Posting.Team)];
        KeyValuePair<string, TeamType>[] teams = [.. context.Scenario.TeamTypes.Where(t => posted.Contains(t.Key))];
        foreach ((string name, TeamType team) in teams)
        {
            KeyValuePair<string, TeamType> smaller = teams.FirstOrDefault(other =>
                other.Value.Officers < team.Officers && AlikeBut(other.Value, team)
            );
            if (smaller.Value is not null)
            {
                context.Problems.Warning(
                    "S523",
                    context.At("team_types", name, "officers"),
                    $"the {team.Officers} officers of '{name}' stop and find no more than the {smaller.Value.Officers} of '{smaller.Key}'",
                    "officers count hours and cost only: what more of them do is written as looks, stops, lanes or finds"
                );
            }
        }
    }

    private static bool AlikeBut(TeamType one, TeamType other) =>
        one with
        {
            Officers = other.Officers,
            CostPerOfficerHourUsd = other.CostPerOfficerHourUsd,
            Label = other.Label,
            Note = other.Note,
        } == other;
}
