using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.World;

/// <summary>Which month and named windows an instant of the results falls into.</summary>
internal sealed class ResultCalendar
{
    private const int WeekHours = 7 * Timeline.HoursOfDay;

    private readonly Timeline timeline;
    private readonly (Instant From, Instant To)[] windows;
    private readonly int firstMonth;
    private readonly int firstHour;

    public ResultCalendar(Scenario scenario, Timeline timeline)
    {
        this.timeline = timeline;
        windows = [.. scenario.Windows.Values.Select(w => (Start(w.From), Start(w.To.AddDays(1))))];
        firstMonth = MonthNumber(timeline.At(timeline.WindowStart));
        firstHour = timeline.CalendarHour(timeline.WindowStart);
        int lastMonth = MonthNumber(timeline.At(timeline.WindowEnd));

        // A shipment of the last hours may be seized after the window: the month the window ends in is there for it,
        // and "later" for what comes after that.
        Months = [.. Enumerable.Range(firstMonth, lastMonth - firstMonth + 1).Select(m => $"{m / 12:0000}-{(m % 12) + 1:00}"), "later"];
        int weeks = (int)Math.Ceiling(timeline.WindowHours / WeekHours);
        Weeks = [.. Enumerable.Range(1, weeks).Select(w => $"week_{w:00}"), "later"];
    }

    public IReadOnlyList<string> Months { get; }

    /// <summary>Weeks from the window's start, and "later" for what is seized after it.</summary>
    public IReadOnlyList<string> Weeks { get; }

    public int WindowCount => windows.Length;

    public int MonthOf(Instant instant) => Math.Min(MonthNumber(timeline.At(instant)) - firstMonth, Months.Count - 1);

    public int WeekOf(Instant instant) =>
        instant >= timeline.WindowEnd ? Weeks.Count - 1 : (timeline.CalendarHour(instant) - firstHour) / WeekHours;

    public bool IsInWindow(int window, Instant instant) => instant >= windows[window].From && instant < windows[window].To;

    private static int MonthNumber(DateTime time) => (time.Year * 12) + time.Month - 1;

    private Instant Start(DateOnly day) => new(Math.Max(0, timeline.ClockHours(day)));
}
