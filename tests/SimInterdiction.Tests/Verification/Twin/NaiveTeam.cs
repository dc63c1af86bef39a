using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A vehicle that a team has stopped.</summary>
internal sealed record NaiveStop
{
    public required double ArrivedAtTeam { get; init; }

    /// <summary>Whether it counts: it arrived at the place inside the window.</summary>
    public required bool IsObserved { get; init; }

    public required double SearchHours { get; init; }

    public required double HoldsLaneHours { get; init; }

    /// <summary>Called when its search begins.</summary>
    public Action Begins { get; init; } = () => { };

    /// <summary>Called when it is waved through.</summary>
    public Action WavedThrough { get; init; } = () => { };

    public bool IsLegitimate { get; init; }
}

/// <summary>One posted team: lanes that are counted, a queue that is a list.</summary>
internal sealed class NaiveTeam
{
    private readonly NaiveTwin twin;
    private readonly double windowFrom;
    private readonly double windowTo;
    private readonly List<NaiveStop> queue = [];
    private int busy;

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
        windowFrom = scenario.WarmUpHours;
        windowTo = windowFrom + scenario.LengthHours;
        double traffic = scenario.Checkpoints[Checkpoint].Traffic?.PerHour ?? 0;
        Acts = Type.ActsOn ?? Type.Stops ?? Math.Min(1, Type.Looks!.Value.PerHour / traffic);
        StopsPerHour = traffic * (Type.StopsTraffic ?? Acts);
        Traffic = scenario.Checkpoints[Checkpoint].Profile is { } profile ? new NaiveProfile(profile) : null;
        foreach ((double _, double to) in Duty.Shifts.Where(s => s.To >= 0))
        {
            twin.At(to, NaivePhase.ShiftEnd, EndShift);
        }
    }

    public Posting Posting { get; }

    /// <summary>How the legitimate vehicles spread over time; null for evenly.</summary>
    public NaiveProfile? Traffic { get; }

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

    public double Acts { get; }

    public double StopsPerHour { get; }

    public double[] Totals { get; } = new double[ReplicationRecord.TotalCount];

    /// <summary>Stops, busy lane time and lane time on duty, by hour of the day.</summary>
    public double[][] ByHour { get; } = [.. Enumerable.Range(0, 24).Select(_ => new double[ReplicationRecord.TotalCount])];

    public List<double> Delays { get; } = [];

    public bool HoldsObserved => queue.Exists(s => s.IsObserved);

    public void Stop(NaiveStop stop)
    {
        Count(stop, Total.Stops, 1);
        ByHour[(int)(twin.Now - windowFrom + 2400) % 24][(int)Total.Stops] += stop.IsObserved ? 1 : 0;
        Count(stop, Total.LegitimateStops, stop.IsLegitimate ? 1 : 0);
        if (Type.Works == TeamWork.Leads || Type.Lanes is null || busy < Type.Lanes)
        {
            Begin(stop);
        }
        else if (Type.WhenFull == WhenFull.Wait && (Type.QueueLimit is null || queue.Count < Type.QueueLimit))
        {
            queue.Add(stop);
        }
        else
        {
            WaveThrough(stop);
        }
    }

    public void CountResources()
    {
        double hours = Duty.HoursWithin(windowFrom, windowTo);
        Totals[(int)Total.LaneHours] = hours * (Type.Lanes ?? 0);
        SpreadOnDuty(Total.LaneHours, windowFrom, windowTo, Type.Lanes ?? 0);
        Totals[(int)Total.OfficerHours] = hours * Type.Officers;
        Totals[(int)Total.CostUsd] = hours * Type.Officers * Type.CostPerOfficerHourUsd;
    }

    private void Begin(NaiveStop stop)
    {
        double wait = twin.Now - stop.ArrivedAtTeam;
        Count(stop, Total.Searches, 1);
        Count(stop, Total.WaitHours, wait);
        CountDelay(stop, wait + stop.SearchHours);
        if (Type.Works == TeamWork.Lanes && Type.Lanes is not null)
        {
            Totals[(int)Total.BusyLaneHours] += Duty.HoursWithin(
                Math.Max(twin.Now, windowFrom),
                Math.Min(twin.Now + stop.HoldsLaneHours, windowTo)
            );
            SpreadOnDuty(Total.BusyLaneHours, Math.Max(twin.Now, windowFrom), Math.Min(twin.Now + stop.HoldsLaneHours, windowTo), 1);
            if (stop.HoldsLaneHours > 0)
            {
                busy++;
                twin.At(twin.Now + stop.HoldsLaneHours, NaivePhase.LaneRelease, Release);
            }
        }

        stop.Begins();
    }

    private void Release()
    {
        busy--;
        while (busy < Type.Lanes && queue.Count > 0)
        {
            NaiveStop first = queue[0];
            queue.RemoveAt(0);
            Begin(first);
        }
    }

    private void EndShift()
    {
        NaiveStop[] waiting = [.. queue];
        queue.Clear();
        foreach (NaiveStop stop in waiting)
        {
            WaveThrough(stop);
        }
    }

    private void WaveThrough(NaiveStop stop)
    {
        Count(stop, Total.WavedThrough, 1);
        CountDelay(stop, twin.Now - stop.ArrivedAtTeam);
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

    private void CountDelay(NaiveStop stop, double hours)
    {
        if (stop.IsLegitimate && stop.IsObserved)
        {
            Delays.Add(hours);
            Count(stop, Total.LegitimateDelayHours, hours);
        }
    }

    private void Count(NaiveStop stop, Total total, double value) => Totals[(int)total] += stop.IsObserved ? value : 0;
}
