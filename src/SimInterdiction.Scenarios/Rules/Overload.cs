using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Previews;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of a queue without limit, or with one that is never reached, that grows all the time its team is on
/// duty.</summary>
internal static class Overload
{
    // A limit that takes longer to reach than a day of duty limits nothing.
    private const double LongestWaitHours = 24;

    public static void Check(RuleContext context)
    {
        foreach (PostedTeam posted in PostedTeam.All(context))
        {
            if (posted.Team is not { } team || team is { Stops: null, Looks: null })
            {
                continue;
            }

            foreach ((string name, _) in posted.Checkpoints)
            {
                double stopped = TrafficPreview.Of(context.Scenario, name, posted.Posting).StopsPerHour;
                if (team is { WhenFull: WhenFull.Wait, Lanes: { } lanes } && Grows(stopped, lanes / team.SearchHours.Mean, team.QueueLimit))
                {
                    Warn(
                        $"the queue at '{name}' grows",
                        $"{stopped:0.#} vehicles an hour are stopped, and {lanes / team.SearchHours.Mean:0.#} can be searched",
                        "more lanes, fewer stops (stops_traffic), a queue_limit, or 'when_full: wave_through'"
                    );
                }
                else if (
                    team.Secondary is { WhenFull: WhenFull.Wait, Lanes: { } secondaryLanes } secondary
                    && ReferredOf(team, stopped) is var referred
                    && Grows(referred, secondaryLanes / secondary.SearchHours.Mean, secondary.QueueLimit)
                )
                {
                    Warn(
                        $"the queue for secondary inspection at '{name}' grows",
                        $"{referred:0.#} vehicles an hour are referred, and {secondaryLanes / secondary.SearchHours.Mean:0.#} can be "
                            + "searched",
                        "more lanes there, fewer referrals (refers_traffic), a queue_limit, or 'when_full: wave_through'"
                    );
                }
            }

            void Warn(string queue, string why, string hint) =>
                context
                    .ProblemsOf(posted.Deployment)
                    .Warning("S511", context.KeyAt(posted.Path), $"{queue} as long as the team is on duty: {why}", hint);
        }
    }

    // No more than its own lanes can search come to secondary.
    private static double ReferredOf(TeamType team, double stopped) =>
        Math.Min(stopped, team.Lanes / team.SearchHours.Mean ?? double.PositiveInfinity) * team.Secondary!.ReferredOfTraffic;

    private static bool Grows(double coming, double searched, int? limit) => coming >= searched && !(limit / searched <= LongestWaitHours);
}
