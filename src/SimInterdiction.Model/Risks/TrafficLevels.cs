using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>How dense traffic is while a team is on duty: each level, relative to the average, with its share of that
/// time.</summary>
/// <remarks>Lanes then are full as often as the levels say, each for itself as in the long run: the pointwise
/// stationary approximation (Green and Kolesar 1991), good where searches are short beside the hours of a
/// level.</remarks>
internal sealed class TrafficLevels
{
    private static readonly (double Factor, double Share)[] Even = [(1, 1)];

    private readonly (double Factor, double Share)[] levels;

    private TrafficLevels((double Factor, double Share)[] levels) => this.levels = levels;

    /// <summary>Those of a team during the window.</summary>
    public static TrafficLevels Of(Station team)
    {
        if (team.Place.Profile is not { } profile || (team.Lanes == int.MaxValue && team.Secondary is null))
        {
            return new TrafficLevels(Even);
        }

        var hours = new SortedDictionary<double, double>();
        Timeline timeline = team.Rules.Timeline;
        foreach (Shift shift in team.Rules.AsPublished().Within(timeline.WindowStart, timeline.WindowEnd))
        {
            foreach ((_, Instant from, Instant to) in WeekClock.HalfHours(shift.From, shift.To))
            {
                double factor = profile.Between(from, to);
                hours[factor] = hours.GetValueOrDefault(factor) + (to - from);
            }
        }

        double all = hours.Values.Sum();
        return new TrafficLevels(all > 0 ? [.. hours.Select(level => (level.Key, level.Value / all))] : Even);
    }

    /// <summary>The share of vehicles waved through.</summary>
    /// <param name="lanes">How many lanes.</param>
    /// <param name="queueLimit">How many may wait.</param>
    /// <param name="legitimate">Mean number of lanes that legitimate vehicles would keep busy on average.</param>
    /// <param name="shipments">The same of shipments.</param>
    public double ShareFull(int lanes, int queueLimit, double legitimate, double shipments)
    {
        double full = 0;
        foreach ((double factor, double share) in levels)
        {
            full += share * LaneBlocking.Share(lanes, queueLimit, (legitimate * factor) + shipments);
        }

        return full;
    }
}
