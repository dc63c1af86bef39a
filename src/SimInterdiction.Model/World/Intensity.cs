using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.World;

/// <summary>A time profile made ready: relative intensity at any instant, with mean 1 over a long time.</summary>
/// <remarks>
/// Months are weighted by their days in a year of 365, weekdays alike, hours by their length; each factor has mean 1 by
/// itself. Of something that is not always open nothing passes while it is closed, and the hours in which it is open
/// have mean 1 over the whole day, and the weekdays on which it opens mean 1 among themselves: a day on which it opens
/// brings on average as much as is said, another nothing.
/// </remarks>
internal sealed class Intensity
{
    private readonly Timeline timeline;
    private readonly double[] byMonth = new double[13];
    private readonly double[] byWeekday = new double[7];
    private readonly (int FromMinute, double Factor, bool IsOpen)[] byHour;
    private readonly Opening? opening;

    public Intensity(TimeProfile profile, Timeline timeline)
        : this(profile, opening: null, timeline) { }

    private Intensity(TimeProfile profile, Opening? opening, Timeline timeline)
    {
        this.timeline = timeline;
        this.opening = opening;
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

        byHour = HourSteps(profile.Hours, opening?.Hours, out double hourMean);
        double mean = opening?.Days is { } days
            ? monthMean * MeanOfOpenDays(days.Distinct().Count())
            : monthMean * (byWeekday.Sum() / 7) * hourMean;

        // By a profile nothing may pass in just the hours, or on the days, in which it is open.
        double scale = mean > 0 ? 1 / mean : 0;
        for (int month = 1; month <= 12; month++)
        {
            byMonth[month] *= scale;
        }

        (double most, double least) = (byMonth.Max(), byMonth.Skip(1).Min());
        Maximum = OpenSteps().Select(open => most * byWeekday[open.Weekday] * byHour[open.Step].Factor).DefaultIfEmpty().Max();
        Minimum = OpenSteps().Select(open => least * byWeekday[open.Weekday] * byHour[open.Step].Factor).DefaultIfEmpty().Min();
        IsWeekly = byMonth.Skip(1).Distinct().Count() == 1 && opening is not { Except.Count: > 0 };
    }

    /// <summary>That of legitimate traffic; null where as much passes at any time.</summary>
    /// <param name="profile">How it spreads over time; null for evenly.</param>
    /// <param name="opening">When its place is open; null for always.</param>
    /// <param name="timeline">The clock.</param>
    public static Intensity? OfTraffic(TimeProfile? profile, Opening? opening, Timeline timeline) =>
        profile is null && opening is null ? null : new Intensity(profile ?? new TimeProfile(), opening, timeline);

    /// <summary>The highest intensity there is.</summary>
    public double Maximum { get; }

    /// <summary>The lowest that there may be while it is open.</summary>
    public double Minimum { get; }

    /// <summary>Whether every week is like every other.</summary>
    public bool IsWeekly { get; }

    public double At(Instant instant) => At(timeline.At(instant));

    /// <summary>The times between two instants in which the intensity is the same, in order, with it; 0 while it is
    /// closed.</summary>
    public IEnumerable<(Instant From, Instant To, double Factor, bool IsOpen)> Steps(Instant from, Instant to)
    {
        for (Instant at = from; at < to; )
        {
            DateTime time = timeline.At(at);
            int step = StepAt(time);
            int until = step + 1 < byHour.Length ? byHour[step + 1].FromMinute : TimeOfDay.MinutesOfDay;
            var end = new Instant(timeline.ClockHours(DateOnly.FromDateTime(time), until));
            end = end < to ? end : to;
            yield return (at, end, At(time), byHour[step].IsOpen && OpensFor(time));
            at = end;
        }
    }

    /// <summary>The mean between two instants.</summary>
    public double Between(Instant from, Instant to)
    {
        double sum = 0;
        foreach ((Instant begins, Instant ends, double factor, _) in Steps(from, to))
        {
            sum += factor * (ends - begins);
        }

        return sum / (to - from);
    }

    /// <summary>The share of the time between two instants in which it is open.</summary>
    public double ShareOpen(Instant from, Instant to) =>
        opening is null ? 1 : Steps(from, to).Sum(step => step.IsOpen ? step.To - step.From : 0) / (to - from);

    private double At(DateTime time) =>
        OpensFor(time) ? byMonth[time.Month] * byWeekday[((int)time.DayOfWeek + 6) % 7] * byHour[StepAt(time)].Factor : 0;

    // Holidays apart.
    private IEnumerable<(int Weekday, int Step)> OpenSteps() =>
        from weekday in Enumerable.Range(0, 7)
        from step in Enumerable.Range(0, byHour.Length)
        where byHour[step].IsOpen && OpensOn(byHour[step].FromMinute < opening?.Hours.From.Minutes ? (weekday + 6) % 7 : weekday)
        select (weekday, step);

    private bool OpensOn(int weekday) => opening?.Days?.Contains((Weekday)weekday) != false;

    // What passes after midnight belongs to the day before.
    private double MeanOfOpenDays(int days) =>
        OpenSteps().Sum(open => byWeekday[open.Weekday] * byHour[open.Step].Factor * MinutesOf(open.Step))
        / (days * TimeOfDay.MinutesOfDay);

    private int MinutesOf(int step) =>
        (step + 1 < byHour.Length ? byHour[step + 1].FromMinute : TimeOfDay.MinutesOfDay) - byHour[step].FromMinute;

    // Past midnight it is still open from the day before.
    private bool OpensFor(DateTime time)
    {
        if (opening is null)
        {
            return true;
        }

        var day = DateOnly.FromDateTime(time);
        return opening.OpensOn(MinuteOf(time) >= opening.Hours.From.Minutes ? day : day.AddDays(-1));
    }

    private int StepAt(DateTime time)
    {
        int minute = MinuteOf(time);
        int step = byHour.Length - 1;
        while (byHour[step].FromMinute > minute)
        {
            step--;
        }

        return step;
    }

    private static int MinuteOf(DateTime time) => (time.Hour * 60) + time.Minute;

    private static (int FromMinute, double Factor, bool IsOpen)[] HourSteps(
        IReadOnlyDictionary<HoursOfDay, double> hours,
        HoursOfDay? open,
        out double mean
    )
    {
        SortedSet<int> borders =
        [
            0,
            .. hours
                .Keys.Concat(open is { } some ? [some] : [])
                .SelectMany(h => new[] { h.From.Minutes, h.EndMinute })
                .Select(minute => minute % TimeOfDay.MinutesOfDay),
        ];
        (int FromMinute, double Factor, bool IsOpen)[] steps = [.. borders.Select(StepFrom)];
        mean = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            int to = i + 1 < steps.Length ? steps[i + 1].FromMinute : TimeOfDay.MinutesOfDay;
            mean += steps[i].Factor * (to - steps[i].FromMinute) / TimeOfDay.MinutesOfDay;
        }

        return steps;

        (int FromMinute, double Factor, bool IsOpen) StepFrom(int minute)
        {
            bool isOpen = open?.Holds(minute) != false;
            return (minute, isOpen ? hours.Where(h => h.Key.Holds(minute)).Select(h => h.Value).DefaultIfEmpty(1).First() : 0, isOpen);
        }
    }
}
