using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>What becomes of the legitimate vehicles of a team as long as it stops no shipment: the same in all arms
/// that post it, so it is computed once for each replication.</summary>
internal sealed class TrafficCourse
{
    private readonly Station station;
    private readonly Station[] earlierTeams;
    private readonly Instant windowEnd;
    private readonly LogHistogram delays = new();
    private readonly LaneHistory history = new();

    // None as long as it is incomplete.
    private uint? replication;

    /// <param name="team">The team.</param>
    /// <param name="earlierTeams">The teams of its type at the place that try before it.</param>
    /// <param name="keys">Random numbers of the place and the team's rank there.</param>
    /// <param name="cancellation">Ends a replication before it is done.</param>
    public TrafficCourse(Station team, Station[] earlierTeams, TrafficKeys keys, Cancellation cancellation)
    {
        this.earlierTeams = earlierTeams;
        station = team.Copy();
        windowEnd = team.Rules.Timeline.WindowEnd;
        var vehicles = new StoppedVehicles(station, earlierTeams, keys, cancellation);
        station.Traffic = new StoppedTraffic(station, vehicles, delays, cancellation, history);
    }

    /// <summary>In how many arms.</summary>
    public int Users { get; set; }

    /// <summary>How many numbers are kept for a team at most.</summary>
    public static double NumbersOf(Station team)
    {
        double hours = team.Rules.AsPublished().Within(Instant.Zero, team.Rules.Timeline.WindowEnd).Sum(shift => shift.To - shift.From + 2);
        return LogHistogram.BinCount + (hours * (Limited(team.Lanes) + Limited(team.QueueLimit) + 2));

        // Lanes as many as are needed keep nothing; without a limit the lanes alone say all of the queue.
        static double Limited(int number) => number == int.MaxValue ? 0 : number;
    }

    /// <summary>Whether it is that of a team, at the same place and with the same rank, too.</summary>
    public bool IsOf(Station team, Station[] earlier) =>
        (station.Place.Type, station.Place.Checkpoint) == (team.Place.Type, team.Place.Checkpoint)
        && station.Rules.IsTheSameAs(team.Rules)
        && earlierTeams.Length == earlier.Length
        && earlierTeams.Zip(earlier).All(pair => pair.First.Rules.IsTheSameAs(pair.Second.Rules));

    /// <summary>Works it out to the end of the window, and to an instant that lies behind it.</summary>
    public void AdvanceTo(uint number, Instant now)
    {
        if (number != replication)
        {
            station.Begin(number);
            delays.Clear();
        }

        replication = null;
        station.Traffic!.AdvanceTo(now > windowEnd ? now : windowEnd);
        replication = number;
    }

    /// <summary>Sets lanes to what they are like at the beginning of an hour of the clock, on duty and
    /// reached.</summary>
    public void SetLanes(Instant hour, LaneBank lanes) => history.Restore(hour, lanes);

    /// <summary>Adds what it comes to.</summary>
    public void AddTo(Station team, LogHistogram teamDelays)
    {
        team.Add(station);
        teamDelays.Add(delays);
    }
}
