using SimInterdiction.Engine.Distributions;
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
    public static TrafficLevels Of(Station team) =>
        team.Lanes == int.MaxValue && team.Secondary is null
            ? new TrafficLevels(Even)
            : Of(team.Place.Profile, team.Rules.AsPublished(), team.Rules.Timeline);

    /// <summary>Those of the traffic at a checkpoint.</summary>
    /// <param name="profile">How it spreads over time; null for evenly.</param>
    /// <param name="duty">When a team is there.</param>
    /// <param name="timeline">The clock.</param>
    public static TrafficLevels Of(Intensity? profile, DutyCalendar duty, Timeline timeline)
    {
        if (profile is null)
        {
            return new TrafficLevels(Even);
        }

        var hours = new SortedDictionary<double, double>();
        foreach (Shift shift in duty.Within(timeline.WindowStart, timeline.WindowEnd))
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
    public double ShareFull(int lanes, int queueLimit, double legitimate, double shipments) =>
        Average(factor => LaneBlocking.Share(lanes, queueLimit, (legitimate * factor) + shipments));

    /// <summary>How long vehicles wait on average, in hours; searches that vary more take longer (Kingman's factor, as
    /// Allen and Cunneen apply it).</summary>
    /// <param name="lanes">How many lanes.</param>
    /// <param name="queueLimit">How many may wait.</param>
    /// <param name="perHour">Vehicles stopped in an hour of average traffic.</param>
    /// <param name="searchHours">How long a search takes.</param>
    public double MeanWaitHours(int lanes, int queueLimit, double perHour, Distribution searchHours)
    {
        double mean = searchHours.Mean;
        double varies = mean > 0 ? (1 + (searchHours.Variance / (mean * mean))) / 2 : 0;
        return mean > 0 ? varies * mean * Average(factor => LaneBlocking.MeanWait(lanes, queueLimit, perHour * mean * factor)) : 0;
    }

    private double Average(Func<double, double> atLevel)
    {
        double average = 0;
        foreach ((double factor, double share) in levels)
        {
            average += share * atLevel(factor);
        }

        return average;
    }
}
