using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>One posted team with its lanes, its hours and what it has done in this replication.</summary>
internal sealed class Station
{
    private readonly TeamType type;
    private readonly DutyBook book;
    private readonly Instant windowStart;
    private readonly Instant windowEnd;
    private HoursSum waits;
    private HoursSum delays;
    private HoursSum busy;

    public Station(StationPlace place, TeamType type, DutyRules rules, DutyBook book)
    {
        this.book = book;
        Place = place;
        this.type = type;
        Rules = rules;
        Duty = NewDuty();
        ByHour = new WorkByHour(rules, Duty, type.Lanes ?? 0);
        windowStart = rules.Timeline.WindowStart;
        windowEnd = rules.Timeline.WindowEnd;
        if (type.Works == TeamWork.Lanes)
        {
            Bank = NewBank();
        }

        Stopping = new Stopping(type, place.TrafficPerHour, place.Traffic);
        Secondary = type.Secondary is { } second ? new SecondaryLanes(second, NewDuty(), rules.Timeline) : null;
    }

    public StationPlace Place { get; }

    public DutyRules Rules { get; }

    public DutyCalendar Duty { get; }

    /// <summary>The legitimate vehicles it stops; null without traffic.</summary>
    public ITraffic? Traffic { get; set; }

    /// <summary>Its lanes; null for an investigative unit, which has none.</summary>
    public LaneBank? Bank { get; }

    /// <summary>Its secondary inspection; null for none.</summary>
    public SecondaryLanes? Secondary { get; }

    public TeamWork Works => type.Works;

    /// <summary>How likely it stops, or acts on, what passes.</summary>
    public Stopping Stopping { get; }

    /// <summary>How many lanes; <see cref="int.MaxValue"/> for as many as are needed.</summary>
    public int Lanes => type.Works == TeamWork.Lanes ? type.Lanes ?? int.MaxValue : int.MaxValue;

    /// <summary>How many vehicles may wait; <see cref="int.MaxValue"/> for no limit.</summary>
    public int QueueLimit => type.WhenFull == WhenFull.Wait ? type.QueueLimit ?? int.MaxValue : 0;

    public double SeizureHours => type.SeizureHours;

    public Distribution SearchHours => type.SearchHours;

    /// <summary>What it has done, by <see cref="Total"/>; added to its checkpoint's and task force's cells at the end.
    /// Sums of hours are there once <see cref="CountHours"/> has put them down.</summary>
    public double[] Done { get; } = new double[ReplicationRecord.TotalCount];

    /// <summary>When the hour ends by which its work is being counted.</summary>
    public Instant HourEnds { get; private set; }

    /// <summary>The same of stops and lanes, by hour of the day.</summary>
    public WorkByHour ByHour { get; }

    /// <summary>Lanes like its own, empty.</summary>
    public LaneBank NewBank() => new(Lanes, QueueLimit);

    /// <summary>A duty calendar like its own, from the beginning.</summary>
    public DutyCalendar NewDuty() => book.CalendarOf(Rules);

    /// <summary>Another team like it, which has done nothing yet and stops no vehicles.</summary>
    public Station Copy() => new(Place, type, Rules, book);

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replication)
    {
        Traffic?.Begin(replication);
        Bank?.Clear();
        Secondary?.Begin(replication);
        Duty.Begin(replication);
        Array.Clear(Done);
        (waits, delays, busy) = (default, default, default);
        ByHour.Begin();
        HourEnds = Instant.Zero;
    }

    /// <summary>The chance that it stops, or acts on, a passing shipment.</summary>
    /// <param name="first">The chance as the first of its type, without a lead (<see cref="Stopping"/>).</param>
    /// <param name="isFurther">Whether another team of its type that tries before it is on duty too.</param>
    /// <param name="leadFactor">The factor that a lead puts on the chance; 1 without. Where there is secondary
    /// inspection, it raises referrals instead.</param>
    public double ChanceToAct(double first, bool isFurther, double leadFactor = 1) =>
        Math.Min(1, Secondary is null ? first * leadFactor : first) * PartOfChance(isFurther);

    /// <summary>The chance that it stops, or acts on, a passing shipment and finds its load, as if a lane were always
    /// free.</summary>
    /// <inheritdoc cref="ChanceToAct"/>
    public double ChanceToFind(double first, bool isFurther, double leadFactor, int firearms) =>
        ChanceToAct(first, isFurther, leadFactor) * FindsShare(firearms, leadFactor);

    /// <summary>Which part of its chance it has, for shipments and legitimate vehicles alike.</summary>
    /// <param name="isFurther">Whether another team of its type that tries before it is on duty too.</param>
    public double PartOfChance(bool isFurther) => isFurther ? type.FurtherTeamAdds : 1;

    /// <summary>Whether the team is on duty at an instant (never asked about the past).</summary>
    public bool IsOnDuty(Instant now) => Duty.IsOnDuty(now, out _);

    /// <summary>Whether larger loads are found more easily.</summary>
    public bool FindsDependOnLoad => type.LoadEffect != 0;

    /// <summary>Chance that a load is found once it is stopped, at its own lanes or at secondary, as if a lane were
    /// always free.</summary>
    /// <param name="firearms">How large it is.</param>
    /// <param name="leadFactor">The factor that a lead puts on being referred; 1 without.</param>
    /// <param name="servedAtSecondary">Of those referred, the share that gets a lane.</param>
    public double FindsShare(int firearms, double leadFactor = 1, double servedAtSecondary = 1)
    {
        double first = FindsAtFirst(firearms);
        return Secondary is null
            ? first
            : first + ((1 - first) * Secondary.ChanceToRefer(leadFactor) * servedAtSecondary * FindsAtSecondary(firearms));
    }

    /// <summary>Chance that a search at its own lanes finds a load.</summary>
    public double FindsAtFirst(int firearms) =>
        type.LoadEffect == 0 ? type.Finds : 1 - Math.Pow(1 - type.Finds, Math.Pow(firearms, type.LoadEffect));

    /// <summary>Chance that a search at secondary finds a load; 0 where there is none.</summary>
    public double FindsAtSecondary(int firearms) => Secondary?.FindsShare(Math.Pow(firearms, type.LoadEffect)) ?? 0;

    /// <summary>A vehicle stopped during a shift asks for a lane; an investigative unit has no lanes and serves at
    /// once.</summary>
    /// <returns>Whether it is served, or waved through, and when.</returns>
    public bool TryServe(Instant now, in Shift shift, double holdsLaneHours, out Instant at)
    {
        at = now;
        if (Bank is null)
        {
            return true;
        }

        bool isServed = Bank.TryServe(now, holdsLaneHours, shift.To, out at);
        if (isServed)
        {
            CountBusy(in shift, at, at + holdsLaneHours, times: 1);
        }

        return isServed;
    }

    /// <summary>Counts a stop of a vehicle that arrived inside the window.</summary>
    /// <param name="isServed">Whether it is searched, or waved through.</param>
    /// <param name="waitHours">How long it waits.</param>
    /// <param name="times">How often it is counted; -1 takes back what was counted.</param>
    public void CountStop(bool isServed, double waitHours, int times = 1)
    {
        Done[(int)Total.Stops] += times;
        if (isServed)
        {
            Done[(int)Total.Searches] += times;
            waits += HoursSum.Of(times * waitHours);
        }
        else
        {
            Done[(int)Total.WavedThrough] += times;
        }
    }

    /// <summary>Counts what becomes of a legitimate vehicle, in the hour that was begun last
    /// (<see cref="TurnHourTo"/>).</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="isServed">Whether it is searched, or waved through.</param>
    /// <param name="at">When.</param>
    /// <param name="histogram">Takes how long it was held, if it arrived inside the window; null for one that is
    /// referred, of which that is not known yet.</param>
    /// <param name="times">How often it is counted; -1 takes back what was counted.</param>
    public void CountLegitimateStop(in StoppedVehicle vehicle, bool isServed, Instant at, LogHistogram? histogram, int times)
    {
        if (isServed)
        {
            CountBusy(in vehicle.Shift, at, at + vehicle.SearchHours, times);
        }

        if (Rules.Timeline.IsObserved(vehicle.At))
        {
            double waitHours = at - vehicle.At;
            double delayHours = isServed ? waitHours + vehicle.SearchHours : waitHours;
            CountStop(isServed, waitHours, times);
            Done[(int)Total.LegitimateStops] += times;
            if (histogram is not null)
            {
                CountDelay(delayHours, histogram, times);
            }
        }
    }

    /// <summary>Counts how long a legitimate vehicle was held.</summary>
    public void CountDelay(double hours, LogHistogram histogram, int times)
    {
        delays += HoursSum.Of(times * hours);
        histogram.Add(hours, times);
    }

    // Only lane time on duty counts: a search that outlasts the shift is busy to the shift's end, and again if it
    // reaches the next.
    private void CountBusy(in Shift shift, Instant from, Instant to, int times)
    {
        if (type.Lanes is null || to <= windowStart || from >= windowEnd)
        {
            return;
        }

        bool isAllCounted = shift.To >= to && from >= windowStart && to <= windowEnd;
        if (isAllCounted && to <= HourEnds)
        {
            busy += HoursSum.Of(times * (to - from));
            return;
        }

        Instant first = from > windowStart ? from : windowStart;
        Instant last = to < windowEnd ? to : windowEnd;
        busy += HoursSum.Of(times * (isAllCounted ? to - from : Duty.HoursWithin(first, last)));
        ByHour.Spread(first, last, isAllCounted, times);
    }

    /// <summary>Ends the hour by which the team's work is counted, if it is over; to be called before a vehicle of a
    /// later one is stopped.</summary>
    public void TurnHourTo(Instant now)
    {
        if (now >= HourEnds)
        {
            HourEnds = ByHour.Turn(now, Done[(int)Total.Stops], busy);
        }
    }

    /// <summary>Adds what another team like it has done at its lanes.</summary>
    public void Add(Station other)
    {
        other.TurnHourTo(Instant.Never);
        foreach (Total total in (ReadOnlySpan<Total>)[Total.Stops, Total.Searches, Total.WavedThrough, Total.LegitimateStops])
        {
            Done[(int)total] += other.Done[(int)total];
        }

        waits += other.waits;
        delays += other.delays;
        busy += other.busy;
        ByHour.Add(other.ByHour);
    }

    /// <summary>Puts down the hours of the window: those of vehicles and lanes, and lane hours, officer-hours and cost,
    /// which are the same in every replication.</summary>
    public void CountHours()
    {
        double hours = Timeline.Rounded(Duty.HoursWithin(windowStart, windowEnd));
        Done[(int)Total.WaitHours] = waits.Hours;
        Done[(int)Total.LegitimateDelayHours] = delays.Hours;
        Done[(int)Total.BusyLaneHours] = busy.Hours;
        Done[(int)Total.LaneHours] = (type.Lanes ?? 0) * hours;
        Done[(int)Total.OfficerHours] = type.OfficersInAll * hours;
        Done[(int)Total.CostUsd] = type.OfficersInAll * hours * type.CostPerOfficerHourUsd;
        Secondary?.CountHours(hours, Done);
    }
}
