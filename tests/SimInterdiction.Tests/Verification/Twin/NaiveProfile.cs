using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A time profile as its key says: relative, normalised so that months, weekdays and hours have mean 1 each.
/// Whole hours only.</summary>
internal sealed class NaiveProfile
{
    private readonly TimeProfile profile;
    private readonly double mean;

    public NaiveProfile(TimeProfile profile)
    {
        this.profile = profile;
        DateTime[] days = [.. Enumerable.Range(0, 365).Select(d => new DateTime(2023, 1, 1).AddDays(d))];
        int[] hours = [.. Enumerable.Range(0, 24)];
        mean = days.Average(ByMonth) * days.Take(7).Average(ByWeekday) * hours.Average(ByHour);
        Highest = days.Max(ByMonth) * days.Max(ByWeekday) * hours.Max(ByHour) / mean;
    }

    public double Highest { get; }

    public double At(DateTime time) => ByMonth(time) * ByWeekday(time) * ByHour(time.Hour) / mean;

    private double ByMonth(DateTime time) => profile.Months.GetValueOrDefault((Month)time.Month, 1);

    private double ByWeekday(DateTime time) => profile.Weekdays.GetValueOrDefault(Enum.Parse<Weekday>(time.DayOfWeek.ToString()[..3]), 1);

    private double ByHour(int hour) =>
        profile
            .Hours.Select(h => (From: h.Key.From.Minutes / 60, To: h.Key.To.Minutes / 60, h.Value))
            .Where(h => h.From < h.To ? hour >= h.From && hour < h.To : hour >= h.From || hour < h.To)
            .Select(h => h.Value)
            .FirstOrDefault(1);
}
