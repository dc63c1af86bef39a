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
    private static readonly (double Density, double Share)[] Even = [(1, 1)];

    private readonly (double Part, double Chance, double Share)[] levels;
    private readonly bool variesInTime;

    private TrafficLevels(Stopping stopping, (double Density, double Share)[] levels)
    {
        this.levels = [.. levels.Select(level => (stopping.PartWith(level.Density), stopping.ChanceWith(level.Density), level.Share))];
        variesInTime = stopping.VariesInTime;
    }

    /// <summary>Those of a team during the window.</summary>
    public static TrafficLevels Of(Station team) =>
        team.Lanes == int.MaxValue && team.Secondary is null
            ? new TrafficLevels(team.Stopping, Even)
            : Of(team.Stopping, team.Place.Traffic, team.Rules.AsPublished(), team.Rules.Timeline);

    /// <summary>Those of the traffic at a checkpoint.</summary>
    /// <param name="stopping">What a team stops of it.</param>
    /// <param name="traffic">How it spreads over time; null for evenly.</param>
    /// <param name="duty">When the team is there.</param>
    /// <param name="timeline">The clock.</param>
    public static TrafficLevels Of(Stopping stopping, Intensity? traffic, DutyCalendar duty, Timeline timeline)
    {
        if (traffic is null)
        {
            return new TrafficLevels(stopping, Even);
        }

        var hours = new SortedDictionary<double, double>();
        foreach (Shift shift in duty.Within(timeline.WindowStart, timeline.WindowEnd))
        {
            foreach ((_, Instant from, Instant to) in WeekClock.HalfHours(shift.From, shift.To))
            {
                double open = traffic.ShareOpen(from, to);
                if (open > 0)
                {
                    double density = traffic.Between(from, to) / open;
                    hours[density] = hours.GetValueOrDefault(density) + (open * (to - from));
                }
            }
        }

        double all = hours.Values.Sum();
        return new TrafficLevels(stopping, all > 0 ? [.. hours.Select(level => (level.Key, level.Value / all))] : Even);
    }

    /// <summary>The share of vehicles waved through.</summary>
    /// <param name="lanes">How many lanes.</param>
    /// <param name="queueLimit">How many may wait.</param>
    /// <param name="legitimate">Mean number of lanes that legitimate vehicles would keep busy on average.</param>
    /// <param name="shipments">The same of shipments, by the chance that one is stopped.</param>
    public double ShareFull(int lanes, int queueLimit, double legitimate, Func<double, double> shipments) =>
        Average((part, chance) => LaneBlocking.Share(lanes, queueLimit, (legitimate * part) + shipments(chance)));

    /// <summary>The chance that a shipment is stopped, on average.</summary>
    public double MeanChance => variesInTime ? levels.Sum(level => level.Share * level.Chance) : levels[0].Chance;

    /// <summary>How long vehicles wait on average, in hours; searches that vary more take longer (Kingman's factor, as
    /// Allen and Cunneen apply it).</summary>
    /// <param name="lanes">How many lanes.</param>
    /// <param name="queueLimit">How many may wait.</param>
    /// <param name="perHour">Vehicles stopped in an hour, as <see cref="Stopping.LegitimatePerHour"/> counts.</param>
    /// <param name="searchHours">How long a search takes.</param>
    public double MeanWaitHours(int lanes, int queueLimit, double perHour, Distribution searchHours)
    {
        double mean = searchHours.Mean;
        double varies = mean > 0 ? (1 + (searchHours.Variance / (mean * mean))) / 2 : 0;
        return mean > 0 ? varies * mean * Average((part, _) => LaneBlocking.MeanWait(lanes, queueLimit, perHour * mean * part)) : 0;
    }

    /// <summary>How many lanes would be busy on average, were there always one free.</summary>
    /// <param name="perHour">Vehicles stopped in an hour, as <see cref="Stopping.LegitimatePerHour"/> counts.</param>
    /// <param name="searchHours">How long a search takes.</param>
    public double MeanBusy(double perHour, Distribution searchHours) =>
        perHour * searchHours.Mean * levels.Sum(level => level.Share * level.Part);

    // Over time; of a team whose chance varies, over what it stops.
    private double Average(Func<double, double, double> atLevel)
    {
        double average = 0;
        double weights = 0;
        foreach ((double part, double chance, double share) in levels)
        {
            double weight = variesInTime ? share * chance : share;
            average += weight * atLevel(part, chance);
            weights += weight;
        }

        return !variesInTime ? average
            : weights > 0 ? average / weights
            : 0;
    }
}
