using SimInterdiction.Model.Interdiction;

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
            if (posted.Team is not { WhenFull: WhenFull.Wait, Lanes: { } lanes } team || team is { Stops: null, Looks: null })
            {
                continue;
            }

            foreach ((string name, Checkpoint checkpoint) in posted.Checkpoints)
            {
                double stopped = team.LegitimateStopsPerHourWith(checkpoint.Traffic?.PerHour ?? 0);
                double searched = lanes / team.SearchHours.Mean;
                if (stopped >= searched && !(team.QueueLimit / searched <= LongestWaitHours))
                {
                    string message =
                        $"the queue at '{name}' grows as long as the team is on duty: {stopped:0.#} vehicles an hour are "
                        + $"stopped, and {searched:0.#} can be searched";
                    context.Problems.Warning(
                        "S511",
                        context.KeyAt(posted.Path),
                        message,
                        "more lanes, fewer stops (stops_traffic), a queue_limit, or 'when_full: wave_through'"
                    );
                }
            }
        }
    }
}
