using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Interdiction;

/// <summary>What one team did by hour of the day: stops, busy lane time, lane time on duty.</summary>
internal sealed class WorkByHour
{
    private readonly Timeline timeline;
    private readonly DutyCalendar duty;
    private readonly Lazy<double[]> laneHours;

    /// <param name="timeline">The clock and the observed window.</param>
    /// <param name="duty">When the team is on duty.</param>
    /// <param name="lanes">How many lanes it has; 0 for none or without limit.</param>
    public WorkByHour(Timeline timeline, DutyCalendar duty, int lanes)
    {
        this.timeline = timeline;
        this.duty = duty;
        laneHours = new Lazy<double[]>(() => LaneHoursOf(lanes));
    }

    /// <summary>Vehicles stopped, by the hour in which they were.</summary>
    public double[] Stops { get; } = new double[Timeline.HoursOfDay];

    /// <summary>Busy lane time on duty and inside the window, by the hour in which it passes.</summary>
    public double[] BusyLaneHours { get; } = new double[Timeline.HoursOfDay];

    /// <summary>Lane time on duty inside the window: the same in every replication.</summary>
    public double[] LaneHours => laneHours.Value;

    /// <summary>Begins a replication.</summary>
    public void Begin()
    {
        Array.Clear(Stops);
        Array.Clear(BusyLaneHours);
    }

    public void CountStop(Instant at) => Stops[timeline.HourOfDay(at)]++;

    /// <summary>Counts a lane busy from one instant to another, both inside the window.</summary>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end.</param>
    /// <param name="isAllOnDuty">Whether all of it is known to be on duty.</param>
    public void CountBusy(Instant from, Instant to, bool isAllOnDuty)
    {
        for (int hour = timeline.CalendarHour(from); from < to; hour++)
        {
            Instant end = timeline.BeginningOf(hour + 1);
            Instant until = end < to ? end : to;
            BusyLaneHours[hour % Timeline.HoursOfDay] += isAllOnDuty ? until - from : duty.HoursWithin(from, until);
            from = until;
        }
    }

    private double[] LaneHoursOf(int lanes)
    {
        double[] hours = new double[Timeline.HoursOfDay];
        foreach (Shift shift in lanes > 0 ? duty.Within(timeline.WindowStart, timeline.WindowEnd) : [])
        {
            Instant from = shift.From;
            for (int hour = timeline.CalendarHour(from); from < shift.To; hour++)
            {
                Instant end = timeline.BeginningOf(hour + 1);
                Instant until = end < shift.To ? end : shift.To;
                hours[hour % Timeline.HoursOfDay] += lanes * (until - from);
                from = until;
            }
        }

        return hours;
    }
}
