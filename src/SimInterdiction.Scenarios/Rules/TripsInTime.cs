using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of teams that can't be at their next posting in time: on one roster, or from one of the plans that a
/// deployment rotates among to the next.</summary>
internal static class TripsInTime
{
    /// <summary>Less is within what a shift's hours mean.</summary>
    public const double ShortestTripHours = 0.5;

    // Beyond which a roster is not looked into: a few teams with a few postings are far below.
    private const int MostShifts = 400;

    public static void Check(RuleContext context)
    {
        PostedTeam[] all = [.. PostedTeam.All(context)];
        ILookup<(string, string, string), PostedTeam> rotating = all.Where(p => p.Posting.At?.Rotate is not null).ToLookup(TeamsOf);
        IEnumerable<PostedTeam> posted = all.Where(p => p.Posting.At?.Rotate is null && p.Checkpoints.Count == 1);
        foreach (IGrouping<(string Deployment, string, string), PostedTeam> group in posted.GroupBy(TeamsOf))
        {
            PostedTeam[] teams = [.. group];
            if (!teams.Select(team => context.Scenario.PlaceOf(team.Checkpoints[0].Name)).Distinct().Skip(1).Any())
            {
                continue;
            }

            // Teams that rotate are on their way between other places.
            int taken = rotating[group.Key].Sum(p => p.Posting.Count);
            PlanRotation? rotate = context.Scenario.Deployments[group.Key.Deployment].Rotate;
            foreach (Roster roster in rotate is null ? [Whole(teams, context)] : OfPlans(teams, rotate, context))
            {
                if (Tell(teams, roster, taken, context))
                {
                    break;
                }
            }
        }
    }

    private static (string Deployment, string TaskForce, string Team) TeamsOf(PostedTeam posted) =>
        (posted.Deployment, posted.Posting.TaskForce, posted.Posting.Team);

    private static Roster Whole(PostedTeam[] teams, RuleContext context) =>
        new([.. TeamsAtOnce.DaysToLookAt(teams, context).SelectMany(day => ShiftsOn(teams, day))], string.Empty);

    // Two days in a row of one plan, and the last day of one with the first of another: any plan may follow any.
    private static IEnumerable<Roster> OfPlans(PostedTeam[] teams, PlanRotation rotate, RuleContext context)
    {
        int every = (int)Math.Round(rotate.EveryHours / 24);
        string[] plans = [.. rotate.Plans.Where(plan => plan.Value > 0).Select(plan => plan.Key)];
        int[] days = [.. TeamsAtOnce.DaysToLookAt(teams, context)];
        return plans
            .SelectMany(plan => days.Select(day => On(day, plan, plan, $" on plan '{plan}'")))
            .Concat(
                from before in plans
                from after in plans
                where after != before
                from day in days
                where (day + 1) % every == 0
                select On(day, before, after, $" when plan '{after}' follows '{before}'")
            );

        Roster On(int day, string before, string after, string when) =>
            new([.. ShiftsOn(Those(before), day), .. ShiftsOn(Those(after), day + 1)], when);

        PostedTeam[] Those(string plan) => [.. teams.Where(team => team.Posting.Plans?.Contains(plan) != false)];
    }

    // How many teams the shifts take at least, if each takes over a next one that it reaches in time: so many as there
    // are shifts less the most that can be taken over (a matching).
    private static bool Tell(PostedTeam[] teams, Roster roster, int taken, RuleContext context)
    {
        double mph = context.Scenario.Travel.SpeedMph.Mean;
        Shift[] shifts = [.. roster.Shifts.OrderBy(s => s.From)];
        if (shifts.Length > MostShifts)
        {
            return false;
        }

        int owned = teams[0].TaskForce!.Teams.GetValueOrDefault(teams[0].Posting.Team);
        int[][] next = [.. shifts.Select(one => Enumerable.Range(0, shifts.Length).Where(j => Reaches(one, shifts[j])).ToArray())];
        if (shifts.Length - Matching(next) <= (taken < owned ? owned - taken : owned))
        {
            return false;
        }

        (Shift Before, Shift After)[] late =
        [
            .. from one in shifts from other in shifts where one.To <= other.From && !Reaches(one, other) select (one, other),
        ];
        if (late.Length == 0)
        {
            return false;
        }

        (Shift before, Shift after) = late.MinBy(pair => pair.After.From - pair.Before.To);
        string team = $"{(owned == 1 ? "the one" : $"the {owned}")} '{before.Team.Posting.Team}' of '{before.Team.Posting.TaskForce}'";
        string time = HoursReader.ShowLength((after.From - before.To) / 60.0);

        // What this deployment wrote itself is likelier wrong than what it copied.
        PostedTeam told = new[] { after.Team, before.Team }.FirstOrDefault(each => !context.IsInherited(each.Path)) ?? after.Team;
        context
            .ProblemsOf(told.Deployment)
            .Warning(
                "S524",
                context.KeyAt(told.Path),
                $"{team} can't be everywhere in time: '{after.Team.Name}' begins {time} after '{before.Team.Name}' ends{roster.When}, "
                    + $"{Miles(before, after):N0} mi away",
                $"the trip takes about {Trip(before, after):0.#} h: other hours or days, or another team"
            );
        return true;

        bool Reaches(Shift one, Shift other) => one.To + (60 * Needed(one, other)) <= other.From + 1e-6;

        double Needed(Shift one, Shift other) => Trip(one, other) is var hours && hours < ShortestTripHours ? 0 : hours;

        double Trip(Shift one, Shift other) => Miles(one, other) / mph;

        double Miles(Shift one, Shift other) => context.MilesBetween(one.Team.Checkpoints[0].Name, other.Team.Checkpoints[0].Name);
    }

    private static IEnumerable<Shift> ShiftsOn(PostedTeam[] teams, int day) =>
        from team in teams
        where TeamsAtOnce.StartsOn(team.Posting, day)
        from one in Enumerable.Range(0, team.Posting.Count)
        let start = (day * (long)TimeOfDay.MinutesOfDay) + team.Posting.Hours.From.Minutes
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

    /// <summary>Shifts that the teams of one task force and type have to work.</summary>
    /// <param name="Shifts">In any order.</param>
    /// <param name="When">When that is, to follow on a verb; empty where it is always.</param>
    private sealed record Roster(IReadOnlyList<Shift> Shifts, string When);

    /// <summary>A team on duty once, in minutes.</summary>
    private sealed record Shift(PostedTeam Team, long From, long To);
}
