using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>Time in equal cells: those of one week, where every week is planned like every other, or those of the whole
/// window and what follows it.</summary>
internal sealed class TimeCells
{
    private const int WeekHours = 7 * Timeline.HoursOfDay;
    private const int PerHourOfWeek = 12;
    private const int PerHourOfWindow = 4;

    // What waited at a gate leaves at one instant: it is followed as closely as these many cells in all allow.
    private const int MostCellsWithGates = 60_000;
    private static readonly int[] PerHourWithGates = [60, 12, PerHourOfWindow];

    // Edges of duty are whole minutes: what is left of one by rounding is no part of a cell.
    private const double Rounding = 1e-6;

    private readonly double origin;
    private readonly int perHour;

    private TimeCells(Timeline timeline, int perHour, double hours, bool recurs)
    {
        this.perHour = perHour;
        origin = timeline.ClockHours(DateOnly.FromDateTime(timeline.At(timeline.WindowStart)));
        Recurs = recurs;
        Planned = new Shift(timeline.WindowStart, timeline.WindowStart + hours);
        Count = recurs ? WeekHours * perHour : (int)Math.Ceiling((Planned.To.Hours - origin) * perHour);
    }

    /// <summary>How many cells.</summary>
    public int Count { get; }

    /// <summary>Hours of a cell.</summary>
    public double Hours => 1.0 / perHour;

    /// <summary>Whether the first cell follows the last.</summary>
    public bool Recurs { get; }

    /// <summary>The time whose plans fill all cells.</summary>
    public Shift Planned { get; }

    /// <summary>The cells of a week: of five minutes each, or of one where there are gates.</summary>
    public static TimeCells OfWeek(Timeline timeline, bool hasGates) =>
        new(timeline, hasGates ? PerHourWithGates[0] : PerHourOfWeek, WeekHours, recurs: true);

    /// <summary>Those of the window and so many hours after it: a quarter of an hour each, or less where there are
    /// gates.</summary>
    public static TimeCells OfWindow(Timeline timeline, double hoursAfter, bool hasGates)
    {
        double hours = timeline.WindowHours + hoursAfter;
        int perHour = hasGates
            ? PerHourWithGates.FirstOrDefault(each => each * hours <= MostCellsWithGates, PerHourOfWindow)
            : PerHourOfWindow;
        return new TimeCells(timeline, perHour, hours, recurs: false);
    }

    /// <summary>How what comes waits at something that is not always open; null for always.</summary>
    public WaitingAtGates? WaitingAt(OpeningHours? hours) =>
        hours is null ? null : new WaitingAtGates(hours, new Instant(origin), Hours, Count, Recurs);

    /// <summary>The middle of a cell.</summary>
    public Instant MiddleOf(int cell) => new(origin + ((cell + 0.5) / perHour));

    /// <summary>The cells of an interval, and what of each lies in it.</summary>
    public IEnumerable<(int Cell, Instant From, Instant To)> Of(Instant from, Instant to)
    {
        for (long i = CellAt(from); i < CellsUntil(to); i++)
        {
            var begins = new Instant(origin + (i / (double)perHour));
            Instant ends = begins + Hours;
            yield return ((int)(i % Count), begins > from ? begins : from, ends < to ? ends : to);
        }
    }

    /// <summary>Adds the share of each cell that an interval takes up, so many times.</summary>
    /// <param name="from">When it begins.</param>
    /// <param name="to">When it ends.</param>
    /// <param name="times">How often it counts.</param>
    /// <param name="shares">A number a cell.</param>
    public void AddShares(Instant from, Instant to, double times, double[] shares)
    {
        if (times == 0)
        {
            return;
        }

        double begins = (from.Hours - origin) * perHour;
        double ends = (to.Hours - origin) * perHour;
        for (long i = CellAt(from); i < CellsUntil(to); i++)
        {
            shares[i % Count] += times * (Math.Min(ends, i + 1) - Math.Max(begins, i));
        }
    }

    private long CellAt(Instant at) => (long)Math.Floor(((at.Hours - origin) * perHour) + Rounding);

    private long CellsUntil(Instant at) => (long)Math.Ceiling(((at.Hours - origin) * perHour) - Rounding);
}
