using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of duty that officers can't do: more lanes than they can man, places too far apart for the time
/// between, and officers that only cost.</summary>
internal static class PossibleDuty
{
    // Assumed: who directs two lanes at once is stretched; nobody searches at three.
    private const int LanesOfAnOfficer = 2;

    /// <summary>Less is within what a shift's hours mean.</summary>
    public const double ShortestTripHours = 0.5;

    // Beyond which a roster is not looked into: a few teams with a few postings are far below.
    private const int MostShifts = 400;

    public static void Check(RuleContext context)
    {
        CheckLanes(context);
        CheckOfficers(context);
        CheckTrips(context);
    }

    private static void CheckLanes(RuleContext context)
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
                $"{officers} at {NumberText.Show(team.Looks!.Value.PerHour)} vehicles an hour for {minutes} min each: "
                    + $"{NumberText.Show(Math.Round(atOnce, 1))} at once, on average",
                $"{LanesOfAnOfficer * team.Officers} at once at most: fewer looks, shorter searches, more officers, or 'lanes'"
            );
        }
    }

    private static void CheckOfficers(RuleContext context)
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

    private static void CheckTrips(RuleContext context)
    {
        double mph = context.Scenario.Travel.SpeedMph.Mean;
        IEnumerable<PostedTeam> posted = PostedTeam
            .All(context)
            .Where(p => p.Posting.At?.Rotate is null && p.Posting.Plans is null && p.Checkpoints.Count == 1);
        foreach (
            IGrouping<(string, string, string), PostedTeam> group in posted.GroupBy(p =>
                (p.Deployment, p.Posting.TaskForce, p.Posting.Team)
            )
        )
        {
            PostedTeam[] teams = [.. group];
            if (teams.Select(Place).Distinct().Skip(1).Any())
            {
                CheckTrips(teams, mph, context);
            }
        }

        string Place(PostedTeam team) => context.Scenario.PlaceOf(team.Checkpoints[0].Name);
    }

    // How many teams the shifts take at least, if each takes over a next one that it reaches in time: so many as there
    // are shifts less the most that can be taken over (a matching).
    private static void CheckTrips(PostedTeam[] teams, double mph, RuleContext context)
    {
        Shift[] shifts = [.. TeamsAtOnce.DaysToLookAt(teams, context).SelectMany(day => ShiftsOn(teams, day)).OrderBy(s => s.From)];
        if (shifts.Length > MostShifts)
        {
            return;
        }

        int owned = teams[0].TaskForce!.Teams.GetValueOrDefault(teams[0].Posting.Team);
        int[][] next = [.. shifts.Select(one => Enumerable.Range(0, shifts.Length).Where(j => Reaches(one, shifts[j])).ToArray())];
        if (shifts.Length - Matching(next) <= owned)
        {
            return;
        }

        (Shift Before, Shift After)[] late =
        [
            .. from one in shifts from other in shifts where one.To <= other.From && !Reaches(one, other) select (one, other),
        ];
        if (late.Length == 0)
        {
            return;
        }

        (Shift before, Shift after) = late.MinBy(pair => pair.After.From - pair.Before.To);
        string team = $"{(owned == 1 ? "the one" : $"the {owned}")} '{before.Team.Posting.Team}' of '{before.Team.Posting.TaskForce}'";
        string time = HoursReader.ShowLength((after.From - before.To) / 60.0);
        context.Problems.Warning(
            "S524",
            context.KeyAt(after.Team.Path),
            $"{team} can't be everywhere in time: '{after.Team.Name}' begins {time} after '{before.Team.Name}' ends, "
                + $"{Miles(before, after):N0} mi away",
            $"the trip takes about {Trip(before, after):0.#} h: other hours or days, or another team"
        );

        bool Reaches(Shift one, Shift other) => one.To + (60 * Needed(one, other)) <= other.From + 1e-6;

        double Needed(Shift one, Shift other) => Trip(one, other) is var hours && hours < ShortestTripHours ? 0 : hours;

        double Trip(Shift one, Shift other) => Miles(one, other) / mph;

        double Miles(Shift one, Shift other) => Road.Circuity * At(one).MilesTo(At(other));

        GeoPoint At(Shift shift) => context.Scenario.Places[context.Scenario.PlaceOf(shift.Team.Checkpoints[0].Name)].At;
    }

    private static IEnumerable<Shift> ShiftsOn(PostedTeam[] teams, int day) =>
        from team in teams
        where TeamsAtOnce.StartsOn(team.Posting, day)
        from one in Enumerable.Range(0, team.Posting.Count)
        let start = (day * (long)Model.Time.TimeOfDay.MinutesOfDay) + team.Posting.Hours.From.Minutes
        select new Shift(team, start, start + team.Posting.Hours.Minutes);

    // Augmenting paths.
    private static int Matching(int[][] next)
    {
        int[] taken = [.. Enumerable.Repeat(-1, next.Length)];
        int size = 0;
        for (int i = 0; i < next.Length; i++)
        {
            size += Augment(i, new bool[next.Length]) ? 1 : 0;
        }

        return size;

        bool Augment(int from, bool[] seen)
        {
            foreach (int to in next[from])
            {
                if (!seen[to])
                {
                    seen[to] = true;
                    if (taken[to] < 0 || Augment(taken[to], seen))
                    {
                        taken[to] = from;
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>A team on duty once, in minutes.</summary>
    private sealed record Shift(PostedTeam Team, long From, long To);
}
