using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.World;

/// <summary>A time profile made ready: relative intensity at any instant, with mean 1 over a long time.</summary>
/// <remarks>Months are weighted by their days in a year of 365, weekdays alike, hours by their length; each factor has
/// mean 1 by itself.</remarks>
internal sealed class Intensity
{
    private readonly Timeline timeline;
    private readonly double[] byMonth = new double[13];
    private readonly double[] byWeekday = new double[7];
    private readonly (int FromMinute, double Factor)[] byHour;

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
        return byMonth[time.Month] * byWeekday[((int)time.DayOfWeek + 6) % 7] * byHour[StepAt(time)].Factor;
    }

    /// <summary>The mean between two instants.</summary>
    public double Between(Instant from, Instant to)
    {
        double sum = 0;
        for (Instant at = from; at < to; )
        {
            DateTime time = timeline.At(at);
            int next = StepAt(time) + 1;
            int until = next < byHour.Length ? byHour[next].FromMinute : TimeOfDay.MinutesOfDay;
            var end = new Instant(timeline.ClockHours(DateOnly.FromDateTime(time), until));
            end = end < to ? end : to;
            sum += At(at) * (end - at);
            at = end;
        }

        return sum / (to - from);
    }

    private int StepAt(DateTime time)
    {
        int minute = (time.Hour * 60) + time.Minute;
        int step = byHour.Length - 1;
        while (byHour[step].FromMinute > minute)
        {
            step--;
        }

        return step;
    }

    private static (int FromMinute, double Factor)[] HourSteps(IReadOnlyDictionary<HoursOfDay, double> hours, out double mean)
    {
        SortedSet<int> borders =
        [
            0,
            .. hours.Keys.SelectMany(h => new[] { h.From.Minutes, h.EndMinute }).Select(minute => minute % TimeOfDay.MinutesOfDay),
        ];
        (int FromMinute, double Factor)[] steps =
        [
            .. borders.Select(from => (from, hours.Where(h => h.Key.Holds(from)).Select(h => h.Value).DefaultIfEmpty(1).First())),
        ];
        mean = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            int to = i + 1 < steps.Length ? steps[i + 1].FromMinute : TimeOfDay.MinutesOfDay;
            mean += steps[i].Factor * (to - steps[i].FromMinute) / TimeOfDay.MinutesOfDay;
        }

        return steps;
    }
}
