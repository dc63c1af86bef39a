using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A time profile as its key says: relative, normalised so that months, weekdays and hours have mean 1 each.
/// Whole hours only. Of a place that is not always open, all that passes in a week is as much for each day on which it
/// opens, and nothing passes in other hours, nor on days on which it does not open.</summary>
internal sealed class NaiveProfile
{
    private readonly TimeProfile profile;
    private readonly Opening? opening;
    private readonly double mean;

    public NaiveProfile(TimeProfile? profile, Opening? opening = null)
    {
        this.profile = profile ?? new TimeProfile();
        this.opening = opening;
        DateTime[] days = [.. Enumerable.Range(0, 365).Select(d => new DateTime(2023, 1, 1).AddDays(d))];
        DateTime[] week = [.. Enumerable.Range(0, 7 * 1440).Select(m => new DateTime(2023, 1, 1).AddMinutes(m))];
        int opens = days.Take(7).Count(IsOneOfDays);
        double[] open = [.. week.Where(IsOpenInWeek).Select(m => ByWeekday(m) * ByHour(m.Hour))];
        mean = days.Average(ByMonth) * open.Sum() / (1440 * opens);
        Highest = mean > 0 ? days.Max(ByMonth) * open.Max() / mean : 0;
        Lowest = mean > 0 ? days.Min(ByMonth) * open.Min() / mean : 0;
    }

    public double Highest { get; }

    /// <summary>While it is open.</summary>
    public double Lowest { get; }

    public double At(DateTime time) => IsOpen(time) && mean > 0 ? ByMonth(time) * ByWeekday(time) * ByHour(time.Hour) / mean : 0;

    private bool IsInHours(DateTime time)
    {
        if (opening is null)
        {
            return true;
        }

        (int from, int to) = (opening.Hours.From.Minutes, opening.Hours.To.Minutes);
        int minute = (time.Hour * 60) + time.Minute;
        return from < to ? minute >= from && minute < to : minute >= from || minute < to;
    }

    private bool IsOpen(DateTime time) => IsOpenInWeek(time) && opening?.Except.Contains(DateOnly.FromDateTime(OpenedOn(time))) != true;

    private bool IsOpenInWeek(DateTime time) => IsInHours(time) && IsOneOfDays(OpenedOn(time));

    private bool IsOneOfDays(DateTime day) => opening?.Days?.Contains(Enum.Parse<Weekday>(day.DayOfWeek.ToString()[..3])) != false;

    // Past midnight, the day before.
    private DateTime OpenedOn(DateTime time) =>
        opening is null || time.TimeOfDay.TotalMinutes >= opening.Hours.From.Minutes ? time : time.AddDays(-1);

    private double ByMonth(DateTime time) => profile.Months.GetValueOrDefault((Month)time.Month, 1);

    private double ByWeekday(DateTime time) => profile.Weekdays.GetValueOrDefault(Enum.Parse<Weekday>(time.DayOfWeek.ToString()[..3]), 1);

    private double ByHour(int hour) =>
        profile
            .Hours.Select(h => (From: h.Key.From.Minutes / 60, To: h.Key.To.Minutes / 60, h.Value))
            .Where(h => h.From < h.To ? hour >= h.From && hour < h.To : hour >= h.From || hour < h.To)
            .Select(h => h.Value)
            .FirstOrDefault(1);
}
