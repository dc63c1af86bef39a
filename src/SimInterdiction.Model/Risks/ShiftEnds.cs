using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>The shifts of a team that end inside the window, among all its time on duty: what is not done by then is
/// left undone.</summary>
internal sealed class ShiftEnds
{
    // Of a law of times.
    private const int Parts = 200;

    private readonly (double Hours, int Times)[] ending;
    private readonly double onDuty;

    /// <param name="rules">When the team is on duty; of one that rotates by chance, as published.</param>
    public ShiftEnds(DutyRules rules)
    {
        Timeline timeline = rules.Timeline;
        Shift[] shifts = [.. rules.AsPublished().Within(timeline.WindowStart, timeline.WindowEnd)];
        onDuty = shifts.Sum(HoursOf);
        ending = [.. shifts.Where(shift => shift.To < timeline.WindowEnd).GroupBy(HoursOf).Select(alike => (alike.Key, alike.Count()))];
    }

    /// <summary>The share of what comes evenly on duty whose shift ends before so many hours have passed.</summary>
    public double ShareEndingWithin(double hours) => Share(shift => Math.Min(hours, shift));

    /// <summary>The same where the time is drawn.</summary>
    public double ShareEndingWithin(Distribution hours) =>
        hours.IsConstant
            ? ShareEndingWithin(hours.Minimum)
            : Share(shift => Enumerable.Range(0, Parts).Average(part => Math.Min(hours.Quantile((part + 0.5) / Parts), shift)));

    private double Share(Func<double, double> lostOf) => onDuty > 0 ? ending.Sum(shift => shift.Times * lostOf(shift.Hours)) / onDuty : 0;

    private static double HoursOf(Shift shift) => shift.To - shift.From;
}
