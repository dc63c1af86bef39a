using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.World;

/// <summary>Ties the simulated clock, which begins one warm-up before the window, to calendar days. One scenario clock:
/// no time zones, no daylight saving.</summary>
/// <remarks>
/// A calendar's time is a whole number of milliseconds, and clock hours are made of it by one division. So equal times
/// are equal numbers, however they were come by: 14:20 as the end of one shift and as the beginning of the next, past
/// midnight, and with a clock that begins at 08:20. What happens at other instants belongs to the millisecond that has
/// begun, and so to the hour, day and month that have: what a team does just before its shift ends at noon, it does
/// before noon.
/// </remarks>
public sealed class Timeline
{
    /// <summary>Hours of a day; days have no daylight saving.</summary>
    public const int HoursOfDay = 24;

    private const long Hour = 60 * Minute;
    private const long Minute = 60_000;

    private static readonly long Last = DateOnly.MaxValue.DayNumber * HoursOfDay * Hour;

    private readonly long zero;
    private readonly int zeroOfDay;

    public Timeline(Scenario scenario)
    {
        long start = Midnight(scenario.Start);
        zero = start - Milliseconds(scenario.WarmUpHours);
        zeroOfDay = (int)(zero % (HoursOfDay * Hour));
        WindowStart = new Instant(HoursAt(start));
        WindowEnd = new Instant(HoursAt(start + Milliseconds(scenario.LengthHours)));
        FirstDay = DateOnly.FromDateTime(At(Instant.Zero));
    }

    /// <summary>The observed window begins.</summary>
    public Instant WindowStart { get; }

    /// <summary>The observed window has ended (half-open).</summary>
    public Instant WindowEnd { get; }

    /// <summary>How long the window is.</summary>
    public double WindowHours => Rounded(WindowEnd - WindowStart);

    /// <summary>The day the clock begins in.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Hours rounded to whole milliseconds. Sums of the same times in another order are the same number
    /// then.</summary>
    public static double Rounded(double hours) => Milliseconds(hours) / (double)Hour;

    /// <summary>How many days so many hours take, the last perhaps in part.</summary>
    public static int DaysOf(double hours) => (int)Math.Ceiling(Rounded(hours) / HoursOfDay);

    /// <summary>Clock hours so many minutes after the midnight at which a day begins; negative before the clock
    /// begins.</summary>
    public double ClockHours(DateOnly day, int minutes = 0) => HoursAt(Midnight(day) + (minutes * Minute));

    /// <summary>The calendar date and time of a point on the clock, in whole milliseconds that have begun; the
    /// calendar's last moment for what is later.</summary>
    public DateTime At(Instant instant) =>
        instant.Hours >= HoursAt(Last) ? DateTime.MaxValue : new((zero + Begun(instant)) * TimeSpan.TicksPerMillisecond);

    /// <summary>The calendar hour that an instant falls into, counted from the midnight before the clock
    /// begins.</summary>
    public int CalendarHour(Instant instant) => (int)((zeroOfDay + Begun(instant)) / Hour);

    /// <summary>When a calendar hour begins.</summary>
    public Instant BeginningOf(int calendarHour) => new(((calendarHour * Hour) - zeroOfDay) / (double)Hour);

    /// <summary>The hour of the day that an instant falls into, from 0.</summary>
    public int HourOfDay(Instant instant) => CalendarHour(instant) % HoursOfDay;

    /// <summary>Whether an instant lies in the observed window.</summary>
    public bool IsObserved(Instant instant) => instant >= WindowStart && instant < WindowEnd;

    private double HoursAt(long time) => (time - zero) / (double)Hour;

    private static long Midnight(DateOnly day) => day.DayNumber * HoursOfDay * Hour;

    private static long Milliseconds(double hours) => (long)Math.Round(hours * Hour);

    // Milliseconds of the clock that have begun, held against the very number that such a time has.
    private static long Begun(Instant instant)
    {
        long nearest = Milliseconds(instant.Hours);
        return nearest / (double)Hour > instant.Hours ? nearest - 1 : nearest;
    }
}
