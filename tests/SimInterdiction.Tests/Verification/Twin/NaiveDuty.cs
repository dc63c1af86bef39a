using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A posting's shifts, every one written down beforehand, in hours of the clock.</summary>
internal sealed class NaiveDuty
{
    private readonly List<(double From, double To)> shifts = [];

    /// <param name="scenario">The scenario.</param>
    /// <param name="posting">Its hours, days and dates.</param>
    /// <param name="active">Nothing outside this counts.</param>
    /// <param name="isHere">Whether a rotating team is at this checkpoint in the shift that starts on a day.</param>
    public NaiveDuty(Scenario scenario, Posting posting, (double From, double To) active, Func<DateOnly, bool> isHere)
    {
        // Day 0 is the day the window starts.
        int firstDay = -(int)Math.Ceiling(scenario.WarmUpHours / 24) - 2;
        for (int day = firstDay; scenario.WarmUpHours + (24 * day) < active.To; day++)
        {
            DateOnly date = scenario.Start.AddDays(day);
            bool starts =
                (posting.From is null || date >= posting.From)
                && (posting.To is null || date <= posting.To)
                && (posting.Days is null || posting.Days.Contains(WeekdayOf(date)))
                && (posting.Every is not { } turns || Turn(date, turns) < turns.DaysOn)
                && !posting.Except.Any(day => day == date)
                && isHere(date);
            double from = scenario.WarmUpHours + (24 * day) + (posting.Hours.From.Minutes / 60.0);
            double length =
                (posting.Hours.To.Minutes - posting.Hours.From.Minutes + (posting.Hours.To.Minutes > posting.Hours.From.Minutes ? 0 : 1440))
                / 60.0;
            if (!starts)
            {
                continue;
            }

            if (shifts.Count > 0 && Math.Abs(shifts[^1].To - from) < 1e-9)
            {
                shifts[^1] = (shifts[^1].From, from + length);
            }
            else
            {
                shifts.Add((from, from + length));
            }
        }

        shifts = [.. shifts.Select(s => (Math.Max(s.From, active.From), Math.Min(s.To, active.To))).Where(s => s.Item1 < s.Item2)];
    }

    public IReadOnlyList<(double From, double To)> Shifts => shifts;

    public bool IsOn(double at) => shifts.Exists(s => s.From <= at && at < s.To);

    public double HoursWithin(double from, double to) => shifts.Sum(s => Math.Max(0, Math.Min(to, s.To) - Math.Max(from, s.From)));

    // Counted day by day from its first day on, in either direction.
    private static int Turn(DateOnly date, DutyCycle turns)
    {
        int turn = 0;
        for (DateOnly day = turns.From; day < date; day = day.AddDays(1))
        {
            turn = turn + 1 == turns.DaysOn + turns.DaysOff ? 0 : turn + 1;
        }

        for (DateOnly day = turns.From; day > date; day = day.AddDays(-1))
        {
            turn = turn == 0 ? turns.DaysOn + turns.DaysOff - 1 : turn - 1;
        }

        return turn;
    }

    private static Weekday WeekdayOf(DateOnly date) =>
        date.DayOfWeek switch
        {
            DayOfWeek.Monday => Weekday.Mon,
            DayOfWeek.Tuesday => Weekday.Tue,
            DayOfWeek.Wednesday => Weekday.Wed,
            DayOfWeek.Thursday => Weekday.Thu,
            DayOfWeek.Friday => Weekday.Fri,
            DayOfWeek.Saturday => Weekday.Sat,
            _ => Weekday.Sun,
        };
}
