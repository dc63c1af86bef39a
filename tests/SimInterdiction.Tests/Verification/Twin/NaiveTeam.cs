using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>One posted team, with its secondary inspection.</summary>
internal sealed class NaiveTeam
{
    private readonly NaiveTwin twin;
    private readonly double windowFrom;
    private readonly double windowTo;
    private readonly NaiveLanes lanes;
    private readonly NaiveLanes? secondary;
    private readonly double traffic;

    // How the legitimate vehicles spread over time; null for evenly.
    private readonly NaiveProfile? spread;

    public NaiveTeam(NaiveTwin twin, Scenario scenario, NaivePosting posted, int rank, Func<DateOnly, bool> isHere)
    {
        this.twin = twin;
        Posting = posted.Posting;
        Checkpoint = posted.Checkpoint;
        Rank = rank;
        Type = scenario.TeamTypes[Posting.Team];
        Duty = new NaiveDuty(scenario, Posting, posted.Active, isHere);
        Published = posted.IsDrawn ? new NaiveDuty(scenario, Posting, posted.Active, _ => true) : Duty;
        ChanceHere = posted.ChanceHere;
        IsOfTheWindow = posted.Active.To > scenario.WarmUpHours;
        windowFrom = scenario.WarmUpHours;
        windowTo = windowFrom + scenario.LengthHours;
        Checkpoint here = scenario.Checkpoints[Checkpoint];
        traffic = here.Traffic?.PerHour ?? 0;
        Opening? open = scenario.Places[here.Place ?? Checkpoint].Open;
        spread = here.Profile is null && open is null ? null : new NaiveProfile(here.Profile, open);
        GreatestActs = ActsWith(traffic * (spread?.Lowest ?? 1));
        MostStopsPerHour = StopsWith(traffic * (spread?.Highest ?? 1));
        lanes = new NaiveLanes(twin, Type.Works == TeamWork.Leads ? null : Type.Lanes, Type.WhenFull, Type.QueueLimit);
        secondary = Type.Secondary is { } second ? new NaiveLanes(twin, second.Lanes, second.WhenFull, second.QueueLimit) : null;
        foreach ((double _, double to) in Duty.Shifts.Where(s => s.To >= 0))
        {
            twin.At(to, NaivePhase.ShiftEnd, EndShift);
        }
    }

    /// <summary>Whether its deployment posts it, and not only that of the warm-up.</summary>
    public bool IsOfTheWindow { get; }

    public Posting Posting { get; }

    public string Checkpoint { get; }

    /// <summary>Its number among the teams with lanes at the place, which names its legitimate vehicles.</summary>
    public int Rank { get; }

    public TeamType Type { get; }

    public NaiveDuty Duty { get; }

    /// <summary>Its hours as far as the plan tells: those of a team that is sent by chance to one of several places
    /// count at each.</summary>
    public NaiveDuty Published { get; }

    /// <summary>The chance that it is here in the published hours.</summary>
    public double ChanceHere { get; }

    /// <summary>The greatest chance to act that it ever has.</summary>
    public double GreatestActs { get; }

    /// <summary>The most legitimate vehicles that it ever stops in an hour.</summary>
    public double MostStopsPerHour { get; }

    public double[] Totals { get; } = new double[ReplicationRecord.TotalCount];

    /// <summary>Stops, busy lane time and lane time on duty, by hour of the day.</summary>
    public double[][] ByHour { get; } = [.. Enumerable.Range(0, 24).Select(_ => new double[ReplicationRecord.TotalCount])];

    public List<double> Delays { get; } = [];

    public bool HoldsObserved => lanes.HoldsObserved || secondary?.HoldsObserved == true;

    /// <summary>The chance that it acts on a shipment at a time.</summary>
    public double Acts(double at) => ActsWith(Passing(at));

    /// <summary>Legitimate vehicles that it stops in an hour, as many as at a time.</summary>
    public double StopsPerHour(double at) => StopsWith(Passing(at));

    public void Stop(NaiveStop stop)
    {
        Count(stop, Total.Stops, 1);
        ByHour[(int)(twin.Now - windowFrom + 2400) % 24][(int)Total.Stops] += stop.IsObserved ? 1 : 0;
        Count(stop, Total.LegitimateStops, stop.IsLegitimate ? 1 : 0);
        lanes.Ask(stop.HoldsLaneHours, stop.IsObserved, () => Begin(stop), () => WaveThrough(stop));
    }

    /// <summary>A vehicle comes to secondary inspection.</summary>
    /// <param name="holdsLaneHours">How long it holds its lane, if it gets one.</param>
    /// <param name="begins">Called when it is searched.</param>
    /// <param name="wavedThrough">Called when it goes free.</param>
    public void Refer(double holdsLaneHours, Action begins, Action wavedThrough)
    {
        double came = twin.Now;
        int counts = twin.Books.IsObserved(came) ? 1 : 0;
        Totals[(int)Total.Referrals] += counts;
        if (Duty.IsOn(came))
        {
            secondary!.Ask(holdsLaneHours, counts > 0, Searched, Free);
        }
        else
        {
            Free();
        }

        void Free()
        {
            Totals[(int)Total.ReferralsWavedThrough] += counts;
            wavedThrough();
        }

        void Searched()
        {
            Totals[(int)Total.SecondaryWaitHours] += counts * (twin.Now - came);
            if (Type.Secondary!.Lanes is not null)
            {
                Totals[(int)Total.SecondaryBusyLaneHours] += Duty.HoursWithin(
                    Math.Max(twin.Now, windowFrom),
                    Math.Min(twin.Now + holdsLaneHours, windowTo)
                );
            }

            begins();
        }
    }

    public void CountResources()
    {
        double hours = Duty.HoursWithin(windowFrom, windowTo);
        Totals[(int)Total.LaneHours] = hours * (Type.Lanes ?? 0);
        SpreadOnDuty(Total.LaneHours, windowFrom, windowTo, Type.Lanes ?? 0);
        int officers = Type.Officers + (Type.Secondary?.Officers ?? 0);
        Totals[(int)Total.OfficerHours] = hours * officers;
        Totals[(int)Total.CostUsd] = hours * officers * Type.CostPerOfficerHourUsd;
        Totals[(int)Total.SecondaryLaneHours] = hours * (Type.Secondary?.Lanes ?? 0);
    }

    private double Passing(double at) => traffic * (spread?.At(twin.Books.Date(at)) ?? 1);

    private double ActsWith(double passing) =>
        Type.ActsOn ?? Type.Stops ?? (passing > Type.Looks!.Value.PerHour ? Type.Looks.Value.PerHour / passing : 1);

    private double StopsWith(double passing) => passing * (Type.StopsTraffic ?? ActsWith(passing));

    private void Begin(NaiveStop stop)
    {
        double wait = twin.Now - stop.ArrivedAtTeam;
        Count(stop, Total.Searches, 1);
        Count(stop, Total.WaitHours, wait);
        if (Type.Works == TeamWork.Lanes && Type.Lanes is not null)
        {
            double from = Math.Max(twin.Now, windowFrom);
            double to = Math.Min(twin.Now + stop.HoldsLaneHours, windowTo);
            Totals[(int)Total.BusyLaneHours] += Duty.HoursWithin(from, to);
            SpreadOnDuty(Total.BusyLaneHours, from, to, 1);
        }

        if (stop.ReferredFor is { } again)
        {
            twin.At(twin.Now + stop.SearchHours, NaivePhase.Fate, () => Refer(stop, again));
        }
        else
        {
            CountDelay(stop, stop.IsObserved, wait + stop.SearchHours);
        }

        stop.Begins();
    }

    // A legitimate vehicle: how long it is held counts if it comes to its last lanes inside the window.
    private void Refer(NaiveStop stop, double searchHours)
    {
        bool isObserved = twin.Books.IsObserved(twin.Now);
        Refer(
            searchHours,
            () => CountDelay(stop, isObserved, twin.Now + searchHours - stop.ArrivedAtTeam),
            () => CountDelay(stop, isObserved, twin.Now - stop.ArrivedAtTeam)
        );
    }

    private void EndShift()
    {
        lanes.Close();
        secondary?.Close();
    }

    private void WaveThrough(NaiveStop stop)
    {
        Count(stop, Total.WavedThrough, 1);
        CountDelay(stop, stop.IsObserved, twin.Now - stop.ArrivedAtTeam);
        stop.WavedThrough();
    }

    // The window begins at midnight.
    private void SpreadOnDuty(Total total, double from, double to, double times)
    {
        for (int hour = (int)Math.Floor(from - windowFrom); windowFrom + hour < to; hour++)
        {
            ByHour[hour % 24][(int)total] +=
                times * Duty.HoursWithin(Math.Max(from, windowFrom + hour), Math.Min(to, windowFrom + hour + 1));
        }
    }

    private void CountDelay(NaiveStop stop, bool isObserved, double hours)
    {
        if (stop.IsLegitimate && isObserved)
        {
            Delays.Add(hours);
            Totals[(int)Total.LegitimateDelayHours] += hours;
        }
    }

    private void Count(NaiveStop stop, Total total, double value) => Totals[(int)total] += stop.IsObserved ? value : 0;
}
