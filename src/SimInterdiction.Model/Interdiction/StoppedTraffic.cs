using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Interdiction;

/// <summary>
/// The legitimate vehicles that one team stops: a Poisson process while it is on duty, simulated from one moment of interest to the next, since nothing else can
/// see the lanes in between.
/// </summary>
/// <remarks>
/// Each hour of the clock has its own random numbers, keyed by the place: teams that are on duty in the same hour of two deployments stop the same vehicles. The exponential
/// has no memory, so a Poisson process may begin anew each hour. Assumed: a vehicle that two teams of one place stop counts as two stops, independent of each other.
/// </remarks>
internal sealed class StoppedTraffic
{
    private readonly Station station;
    private readonly DutyCalendar[] earlierTeams;
    private readonly StreamKey key;
    private readonly Timeline timeline;
    private readonly DelayHistogram delays;
    private readonly double meanGapHours;
    private uint replication;
    private ulong hour;
    private uint vehicle;
    private double nextHours;
    private RandomBlock luck;

    /// <param name="station">The team.</param>
    /// <param name="earlierTeams">Duty of the teams of its type at the place that try before it; their own copies, since this process runs behind the clock.</param>
    /// <param name="key">Random numbers of the place and the team's rank there.</param>
    /// <param name="timeline">The observed window.</param>
    /// <param name="delays">Where delays are counted.</param>
    public StoppedTraffic(Station station, DutyCalendar[] earlierTeams, StreamKey key, Timeline timeline, DelayHistogram delays)
    {
        this.station = station;
        this.earlierTeams = earlierTeams;
        this.key = key;
        this.timeline = timeline;
        this.delays = delays;
        meanGapHours = 1 / station.LegitimateStopsPerHour;
    }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replicationNumber)
    {
        replication = replicationNumber;
        foreach (DutyCalendar duty in earlierTeams)
        {
            duty.Rewind();
        }

        BeginHour(0);
    }

    /// <summary>Lets every vehicle through that arrives up to <paramref name="now"/>.</summary>
    public void AdvanceTo(Instant now)
    {
        while (true)
        {
            if (nextHours >= hour + 1)
            {
                if (hour + 1 > now.Hours)
                {
                    return;
                }

                BeginHour(hour + 1);
            }
            else if (nextHours > now.Hours)
            {
                return;
            }
            else
            {
                Arrive(new Instant(nextHours));
            }
        }
    }

    private void Arrive(Instant at)
    {
        if (station.Duty.CurrentOrNext(at) is not { } shift)
        {
            // Never on duty again: an hour that no clock reaches.
            hour = ulong.MaxValue >> 1;
            nextHours = double.PositiveInfinity;
            return;
        }

        if (shift.From > at && (ulong)shift.From.Hours > hour)
        {
            BeginHour((ulong)shift.From.Hours);
            return;
        }

        if (shift.From <= at && luck.Fourth < ShareActedOn(at))
        {
            Stop(at);
        }

        DrawNext();
    }

    private void Stop(Instant at)
    {
        double searchHours = station.SearchHours.Quantile(luck.Third);
        LaneAnswer answer = station.Offer(at, searchHours, searchHours);
        if (!timeline.IsObserved(at))
        {
            return;
        }

        double delayHours = answer.At - at + (answer.IsServed ? searchHours : 0);
        station.CountStop(at, answer);
        station.Done[(int)Total.LegitimateStops]++;
        station.Done[(int)Total.LegitimateDelayHours] += delayHours;
        delays.Add(delayHours);
    }

    private double ShareActedOn(Instant at)
    {
        foreach (DutyCalendar earlier in earlierTeams)
        {
            if (earlier.CurrentOrNext(at) is { } shift && shift.From <= at)
            {
                return station.FurtherTeamAdds;
            }
        }

        return 1;
    }

    private void BeginHour(ulong next)
    {
        hour = next;
        vehicle = 0;
        nextHours = next;
        DrawNext();
    }

    private void DrawNext()
    {
        luck = Philox.Draw(key, replication, hour, vehicle++);
        nextHours -= meanGapHours * Math.Log(luck.FirstFine);
    }
}
