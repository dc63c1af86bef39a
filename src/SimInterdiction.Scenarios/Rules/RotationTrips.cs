using SimInterdiction.Model.World;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of teams that rotate between places too far apart for the time between two shifts.</summary>
internal static class RotationTrips
{
    public static void Check(RuleContext context)
    {
        PostedTeam[] all = [.. PostedTeam.All(context)];
        foreach (PostedTeam posted in all.Where(each => each.Posting.At?.Rotate is not null && each.TaskForce is not null))
        {
            double gap = 24 - (posted.Posting.Hours.Minutes / 60.0);
            string[] visited = [.. posted.Posting.At!.Rotate!.Where(each => each.Value > 0).Select(each => each.Key)];
            (string from, string to) = (
                from one in visited
                from other in visited
                where string.CompareOrdinal(one, other) < 0
                orderby Miles(one, other) descending
                select (one, other)
            ).FirstOrDefault();
            if (from is null || IsRelieved(posted, all) || !MovesOvernight(posted, context))
            {
                continue;
            }

            double trip = Miles(from, to) / context.Scenario.Travel.SpeedMph.Mean;
            if (trip >= TripsInTime.ShortestTripHours && trip > gap + 1e-6)
            {
                context
                    .ProblemsOf(posted.Deployment)
                    .Warning(
                        "S524",
                        posted.MarkOf("at", context),
                        $"'{posted.Name}' rotates between '{from}' and '{to}', {Miles(from, to):N0} mi apart, with "
                            + $"{HoursReader.ShowLength(gap)} between its shifts",
                        $"the trip takes about {trip:0.#} h: {ToDo(posted, trip, context)}"
                    );
            }
        }

        double Miles(string one, string other) => context.MilesBetween(one, other);
    }

    // In half hours, as a roster has them.
    private static string ToDo(PostedTeam posted, double trip, RuleContext context)
    {
        double longest = Math.Floor(2 * (24 - trip)) / 2;
        string hours = longest > 0 ? $"at most {HoursReader.ShowLength(longest)} of duty a day, " : string.Empty;
        string plans = context.Scenario.Deployments[posted.Deployment].Rotate is null ? string.Empty : ", each with its 'plans'";
        return $"{hours}nearer places, or a posting at each{plans}";
    }

    // By teams that its task force has beyond those that it posts.
    private static bool IsRelieved(PostedTeam posted, PostedTeam[] all)
    {
        PostedTeam[] alike =
        [
            .. all.Where(each =>
                (each.Deployment, each.Posting.TaskForce, each.Posting.Team)
                == (posted.Deployment, posted.Posting.TaskForce, posted.Posting.Team)
            ),
        ];
        int onDuty = TeamsAtOnce.MostOnAPlan(alike, _ => 1).Sum(each => each.Posting.Count);
        return posted.TaskForce!.Teams.GetValueOrDefault(posted.Posting.Team) - onDuty >= posted.Posting.Count;
    }

    // Whether the last shift at one place and the first at the next are on two days in a row.
    private static bool MovesOvernight(PostedTeam posted, RuleContext context)
    {
        int every = (int)Math.Round(posted.Posting.At!.EveryHours / 24);
        int start = context.Scenario.Start.DayNumber;
        return Enumerable
            .Range(start, Timeline.DaysOf(context.Scenario.LengthHours))
            .Any(day => day % every == 0 && TeamsAtOnce.StartsOn(posted.Posting, day - 1) && TeamsAtOnce.StartsOn(posted.Posting, day));
    }
}
