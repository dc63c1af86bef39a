using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A time profile as its key says: relative, normalised so that months, weekdays and hours have mean 1 each.
/// Whole hours only. Of a place that is not always open, the hours in which it is have that mean over the whole day,
/// and nothing passes in others, nor on days on which it does not open.</summary>
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
        DateTime[] minutes = [.. Enumerable.Range(0, 1440).Select(m => new DateTime(2023, 1, 1).AddMinutes(m))];
        double[] open = [.. minutes.Where(IsInHours).Select(m => ByHour(m.Hour))];
        mean = days.Average(ByMonth) * days.Take(7).Average(ByWeekday) * open.Sum() / 1440;
        Highest = days.Max(ByMonth) * days.Max(ByWeekday) * open.Max() / mean;
        Lowest = days.Min(ByMonth) * days.Min(ByWeekday) * open.Min() / mean;
    }

    public double Highest { get; }

    /// <summary>While it is open.</summary>
    public double Lowest { get; }

    public double At(DateTime time) => IsOpen(time) ? ByMonth(time) * ByWeekday(time) * ByHour(time.Hour) / mean : 0;

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

    private bool IsOpen(DateTime time)
    {
        if (opening is null)
        {
            return true;
        }

        DateTime opened = time.TimeOfDay.TotalMinutes >= opening.Hours.From.Minutes ? time : time.AddDays(-1);
        return IsInHours(time)
            && opening.Days?.Contains(Enum.Parse<Weekday>(opened.DayOfWeek.ToString()[..3])) != false
            && !opening.Except.Contains(DateOnly.FromDateTime(opened));
    }

    private double ByMonth(DateTime time) => profile.Months.GetValueOrDefault((Month)time.Month, 1);

    private double ByWeekday(DateTime time) => profile.Weekdays.GetValueOrDefault(Enum.Parse<Weekday>(time.DayOfWeek.ToString()[..3]), 1);

    private double ByHour(int hour) =>
        profile
            .Hours.Select(h => (From: h.Key.From.Minutes / 60, To: h.Key.To.Minutes / 60, h.Value))
            .Where(h => h.From < h.To ? hour >= h.From && hour < h.To : hour >= h.From || hour < h.To)
            .Select(h => h.Value)
            .FirstOrDefault(1);
}
