using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Time;

/// <summary>Ties the simulated clock, which begins one warm-up before the window, to calendar days. One scenario clock: no time zones, no daylight saving.</summary>
public sealed class Timeline
{
    /// <summary>Hours of a day; days have no daylight saving.</summary>
    public const int HoursOfDay = 24;

    private readonly DateTime clockZero;
    private readonly double zeroHour;

    public Timeline(Scenario scenario)
    {
        DateTime start = scenario.Start.ToDateTime(TimeOnly.MinValue);
        clockZero = start.AddHours(-scenario.WarmUpHours);
        zeroHour = clockZero.TimeOfDay.TotalHours;
        WindowStart = new Instant(scenario.WarmUpHours);
        WindowEnd = WindowStart + scenario.LengthHours;
        FirstDay = DateOnly.FromDateTime(clockZero);
    }

    /// <summary>The observed window begins.</summary>
    public Instant WindowStart { get; }

    /// <summary>The observed window has ended (half-open).</summary>
    public Instant WindowEnd { get; }

    /// <summary>The day the clock begins in.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Clock hours of midnight at the beginning of a day; negative for the first day of a clock that begins within it.</summary>
    public double MidnightHours(DateOnly day) => (day.ToDateTime(TimeOnly.MinValue) - clockZero).TotalHours;

    /// <summary>The calendar date and time of a point on the clock.</summary>
    public DateTime At(Instant instant) => clockZero.AddHours(instant.Hours);

    /// <summary>The calendar hour that an instant falls into, counted from the midnight before the clock begins.</summary>
    public int CalendarHour(Instant instant) => (int)(instant.Hours + zeroHour);

    /// <summary>When a calendar hour begins.</summary>
    public Instant BeginningOf(int calendarHour) => new(calendarHour - zeroHour);

    /// <summary>The hour of the day that an instant falls into, from 0.</summary>
    public int HourOfDay(Instant instant) => CalendarHour(instant) % HoursOfDay;

    /// <summary>Whether an instant lies in the observed window.</summary>
    public bool IsObserved(Instant instant) => instant >= WindowStart && instant < WindowEnd;
}
