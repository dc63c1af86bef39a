using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>
/// The legitimate vehicles that one team stops: a Poisson process while it is on duty, simulated from one moment of
/// interest to the next, since nothing else can see the lanes in between.
/// </summary>
/// <remarks>
/// Each hour of the clock has its own random numbers, keyed by the place: teams that are on duty in the same hour of
/// two deployments stop the same vehicles. The exponential has no memory, so a Poisson process may begin anew each
/// hour. Assumed: a vehicle that two teams of one place stop counts as two stops, independent of each other. An hour's
/// vehicles are drawn together, before the lanes see any, so that random numbers come eight at once.
/// </remarks>
internal sealed class StoppedTraffic
{
    // Between two looks whether to stop: finding a free lane among very many is what takes longest.
    private const int VehiclesBetweenLooks = 16;

    private readonly Station station;
    private readonly DutyCalendar duty;
    private readonly DutyCalendar[] earlierTeams;
    private readonly StreamKey key;
    private readonly Timeline timeline;
    private readonly LogHistogram delays;
    private readonly Cancellation cancellation;
    private readonly double meanGapHours;
    private readonly Distribution searchHours;
    private Arrival[] arrivals = new Arrival[64];
    private int count;
    private int next;
    private double nextHour;
    private uint replication;

    /// <param name="station">The team.</param>
    /// <param name="duty">The team's duty: a copy of its own, since this process runs behind the clock and a duty
    /// calendar is never asked about the past.</param>
    /// <param name="earlierTeams">Copies of the duty of the teams of its type at the place that try before it.</param>
    /// <param name="key">Random numbers of the place and the team's rank there.</param>
    /// <param name="timeline">The observed window.</param>
    /// <param name="delays">Where delays are counted.</param>
    /// <param name="cancellation">Ends a replication before it is done.</param>
    public StoppedTraffic(
        Station station,
        DutyCalendar duty,
        DutyCalendar[] earlierTeams,
        StreamKey key,
        Timeline timeline,
        LogHistogram delays,
        Cancellation cancellation
    )
    {
        this.station = station;
        this.duty = duty;
        this.earlierTeams = earlierTeams;
        this.key = key;
        this.timeline = timeline;
        this.delays = delays;
        this.cancellation = cancellation;
        meanGapHours = 1 / station.LegitimateStopsPerHour;
        searchHours = station.SearchHours;
    }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replicationNumber)
    {
        replication = replicationNumber;
        count = 0;
        next = 0;
        nextHour = 0;
        duty.Begin(replicationNumber);
        foreach (DutyCalendar earlier in earlierTeams)
        {
            earlier.Begin(replicationNumber);
        }
    }

    /// <summary>Lets every vehicle through that arrives up to <paramref name="now"/>.</summary>
    public void AdvanceTo(Instant now)
    {
        while (true)
        {
            // Up to the end of the hour by which work is counted, so that no vehicle of its own has to ask which hour
            // it is.
            StopUntil(now < station.HourEnds ? now : new Instant(Math.BitDecrement(station.HourEnds.Hours)));
            if (next < count && arrivals[next].At <= now)
            {
                station.TurnHourTo(arrivals[next].At);
            }
            else if (next < count || nextHour > now.Hours)
            {
                return;
            }
            else
            {
                DrawNextHour();
            }
        }
    }

    private void StopUntil(Instant now)
    {
        for (; next < count && arrivals[next].At <= now; next++)
        {
            if (next % VehiclesBetweenLooks == 0)
            {
                cancellation.ThrowIfRequested();
            }

            ref readonly Arrival arrival = ref arrivals[next];
            double hours = arrival.SearchHours;
            bool isServed = station.TryServe(arrival.At, in arrival.Shift, hours, out Instant at);
            if (timeline.IsObserved(arrival.At))
            {
                double waitHours = at - arrival.At;
                double delayHours = isServed ? waitHours + hours : waitHours;
                station.CountLegitimateStop(isServed, waitHours, delayHours);
                delays.Add(delayHours);
            }
        }
    }

    /// <summary>Draws the vehicles that the team will stop in the next hour it is on duty.</summary>
    private void DrawNextHour()
    {
        count = 0;
        next = 0;
        if (duty.CurrentOrNext(new Instant(nextHour)) is not { } shift)
        {
            nextHour = double.PositiveInfinity;
            return;
        }

        double hour = Math.Max(nextHour, Math.Floor(shift.From.Hours));
        nextHour = hour + 1;
        bool isCovered = shift.From.Hours <= hour && shift.To.Hours >= nextHour && earlierTeams.Length == 0;
        double at = hour;
        Span<double> gaps = stackalloc double[RandomBlocks.Count];
        Span<double> searches = stackalloc double[RandomBlocks.Count];
        Span<double> acts = stackalloc double[RandomBlocks.Count];
        for (uint vehicle = 0; ; vehicle += RandomBlocks.Count)
        {
            cancellation.ThrowIfRequested();
            RandomBlocks luck = Philox.DrawsOf(key, replication, (ulong)hour, vehicle);
            EightNumbers.ExponentialGaps(luck.FirstFine, meanGapHours, gaps);
            EightNumbers.Copy(luck.Third, searches);
            EightNumbers.Copy(luck.Fourth, acts);
            for (int i = 0; i < RandomBlocks.Count; i++)
            {
                at += gaps[i];
                if (at >= nextHour)
                {
                    return;
                }

                var instant = new Instant(at);
                if (isCovered || (duty.IsOnDuty(instant, out shift) && acts[i] < station.PartOfChance(IsFurther(instant))))
                {
                    Keep(new Arrival(instant, searchHours.Quantile(searches[i]), shift));
                }
            }
        }
    }

    private bool IsFurther(Instant at)
    {
        foreach (DutyCalendar earlier in earlierTeams)
        {
            if (earlier.IsOnDuty(at, out _))
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(Arrival arrival)
    {
        if (count == arrivals.Length)
        {
            Array.Resize(ref arrivals, count * 2);
        }

        arrivals[count++] = arrival;
    }

    private readonly struct Arrival(Instant at, double searchHours, Shift shift)
    {
        public readonly Instant At = at;
        public readonly double SearchHours = searchHours;
        public readonly Shift Shift = shift;
    }
}
