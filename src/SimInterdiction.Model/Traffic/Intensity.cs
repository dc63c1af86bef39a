using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Traffic;

/// <summary>A time profile made ready: relative intensity at any instant, with mean 1 over a long time.</summary>
/// <remarks>Months are weighted by their days in a year of 365, weekdays alike, hours by their length; each factor has mean 1 by itself.</remarks>
internal sealed class Intensity
{
    private readonly Timeline timeline;
    private readonly double[] byMonth = new double[13];
    private readonly double[] byWeekday = new double[7];
    private readonly (double From, double Factor)[] byHour;

    public Intensity(TimeProfile profile, Timeline timeline)
    {
        this.timeline = timeline;
        double monthMean = 0;
        for (int month = 1; month <= 12; month++)
        {
            byMonth[month] = profile.Months.GetValueOrDefault((Month)month, 1);
            monthMean += byMonth[month] * DateTime.DaysInMonth(2023, month) / 365;
        }

        for (int day = 0; day < 7; day++)
        {
            byWeekday[day] = profile.Weekdays.GetValueOrDefault((Weekday)day, 1);
        }

        double weekdayMean = byWeekday.Sum() / 7;
        byHour = HourSteps(profile.Hours, out double hourMean);
        double scale = 1 / (monthMean * weekdayMean * hourMean);
        for (int month = 1; month <= 12; month++)
        {
            byMonth[month] *= scale;
        }

        Maximum = byMonth.Max() * byWeekday.Max() * byHour.Max(h => h.Factor);
    }

    /// <summary>The highest intensity there is.</summary>
    public double Maximum { get; }

    public double At(Instant instant)
    {
        DateTime time = timeline.At(instant);
        double hour = time.TimeOfDay.TotalHours;
        int step = byHour.Length - 1;
        while (byHour[step].From > hour)
        {
            step--;
        }

        return byMonth[time.Month] * byWeekday[((int)time.DayOfWeek + 6) % 7] * byHour[step].Factor;
    }

    private static (double From, double Factor)[] HourSteps(IReadOnlyDictionary<HoursOfDay, double> hours, out double mean)
    {
        SortedSet<double> borders = [0, .. hours.Keys.Select(h => h.From % 24), .. hours.Keys.Select(h => h.To % 24)];
        (double From, double Factor)[] steps =
            [.. borders.Select(from => (from, hours.Where(h => Covers(h.Key, from)).Select(h => h.Value).DefaultIfEmpty(1).First()))];
        mean = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            double to = i + 1 < steps.Length ? steps[i + 1].From : 24;
            mean += steps[i].Factor * (to - steps[i].From) / 24;
        }

        return steps;
    }

    private static bool Covers(HoursOfDay range, double hour) =>
        (hour >= range.From && hour < range.From + range.Length) || hour + 24 < range.From + range.Length;
}
