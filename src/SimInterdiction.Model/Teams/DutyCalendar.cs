using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>An interval on the clock, half-open.</summary>
public readonly record struct Shift(Instant From, Instant To)
{
    /// <summary>Hours of the shift that lie between two instants.</summary>
    public double HoursWithin(Instant from, Instant to) => Math.Max(0, Math.Min(To.Hours, to.Hours) - Math.Max(From.Hours, from.Hours));
}

/// <summary>When a posting is on duty: its shifts in order, those that join made one. Past midnight a shift belongs to
/// the day it starts.</summary>
public sealed class DutyCalendar
{
    private readonly DutyShifts shifts;
    private int current;
    private Shift asked;

    /// <param name="posting">The posting.</param>
    /// <param name="timeline">The clock.</param>
    public DutyCalendar(Posting posting, Timeline timeline)
        : this(new DutyRules(posting, timeline, DutyRules.Always, Rotation: null)) { }

    internal DutyCalendar(DutyRules rules)
        : this(new DutyShifts(rules)) { }

    internal DutyCalendar(DutyShifts shifts)
    {
        this.shifts = shifts;
    }

    /// <summary>Back to the beginning of the clock.</summary>
    /// <param name="number">The replication, for a team that is posted by chance.</param>
    public void Begin(uint number)
    {
        current = 0;
        asked = default;
        shifts.Begin(number);
    }

    /// <summary>The shift under way at an instant, or the next one; null when none will come. Instants asked for never
    /// go back, unless rewound.</summary>
    public Shift? CurrentOrNext(Instant now)
    {
        while (true)
        {
            // The last shift known may still grow, so it is not passed before there is one behind it, or none can come.
            while (current < shifts.Count - 1 && shifts[current].To <= now)
            {
                current++;
            }

            if (current < shifts.Count - 1)
            {
                return shifts[current];
            }

            if (!shifts.TryExtend())
            {
                current += current < shifts.Count && shifts[current].To <= now ? 1 : 0;
                return current < shifts.Count ? shifts[current] : null;
            }
        }
    }

    /// <summary>Whether an instant is on duty, and in which shift. Instants asked for never go back, unless
    /// rewound.</summary>
    public bool IsOnDuty(Instant now, out Shift shift)
    {
        if (asked.To <= now)
        {
            asked = CurrentOrNext(now) ?? new Shift(Instant.Never, Instant.Never);
        }

        shift = asked;
        return shift.From <= now;
    }

    /// <summary>The shifts between two instants, or what lies between them of those at the ends.</summary>
    public IEnumerable<Shift> Within(Instant from, Instant to)
    {
        shifts.ExtendTo(to);
        for (int i = shifts.FirstEndingAfter(from); i < shifts.Count && shifts[i].From < to; i++)
        {
            Shift shift = shifts[i];
            yield return new Shift(shift.From > from ? shift.From : from, shift.To < to ? shift.To : to);
        }
    }

    /// <summary>Hours on duty between two instants.</summary>
    public double HoursWithin(Instant from, Instant to)
    {
        shifts.ExtendTo(to);
        double hours = 0;
        for (int i = shifts.FirstEndingAfter(from); i < shifts.Count && shifts[i].From < to; i++)
        {
            hours += shifts[i].HoursWithin(from, to);
        }

        return hours;
    }

    /// <summary>The first shift that ends after an instant, which may lie before one asked for earlier; null when none
    /// will come.</summary>
    public Shift? EndingAfter(Instant instant) => shifts.EndingAfter(instant);
}
