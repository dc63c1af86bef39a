using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;
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
    // A rotation may come by seldom, or never: after so long without a shift the search pauses.
    private const int LooksAheadDays = 400;

    private readonly DutyRules rules;
    private readonly List<Shift> shifts = [];
    private uint replication;
    private DateOnly nextDay;
    private bool isComplete;
    private int current;
    private Shift asked;

    /// <param name="posting">The posting.</param>
    /// <param name="timeline">The clock.</param>
    public DutyCalendar(Posting posting, Timeline timeline)
        : this(new DutyRules(posting, timeline, DutyRules.Always, Rotation: null)) { }

    internal DutyCalendar(DutyRules rules)
    {
        this.rules = rules;
        Forget();
    }

    /// <summary>Back to the beginning of the clock.</summary>
    /// <param name="number">The replication, for a team that is posted by chance.</param>
    public void Begin(uint number)
    {
        current = 0;
        asked = default;
        if (rules.Rotation is { Rotation.IsByChance: true } && number != replication)
        {
            replication = number;
            Forget();
        }
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

            if (!TryExtend())
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
        ExtendTo(to);
        for (int i = FirstEndingAfter(from); i < shifts.Count && shifts[i].From < to; i++)
        {
            Shift shift = shifts[i];
            yield return new Shift(shift.From > from ? shift.From : from, shift.To < to ? shift.To : to);
        }
    }

    /// <summary>Hours on duty between two instants.</summary>
    public double HoursWithin(Instant from, Instant to)
    {
        ExtendTo(to);
        double hours = 0;
        for (int i = FirstEndingAfter(from); i < shifts.Count && shifts[i].From < to; i++)
        {
            hours += shifts[i].HoursWithin(from, to);
        }

        return hours;
    }

    private void ExtendTo(Instant to)
    {
        while ((shifts.Count == 0 || shifts[^1].From < to) && TryExtend()) { }
    }

    /// <summary>The first shift that ends after an instant, which may lie before one asked for earlier; null when none
    /// will come.</summary>
    public Shift? EndingAfter(Instant instant)
    {
        // The last shift known may still grow.
        while ((shifts.Count < 2 || shifts[^2].To <= instant) && TryExtend()) { }

        int first = FirstEndingAfter(instant);
        return first < shifts.Count ? shifts[first] : null;
    }

    private int FirstEndingAfter(Instant instant)
    {
        int low = 0;
        int high = shifts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (shifts[middle].To > instant)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>Adds the shifts of further days until one more is known; false when no more can come.</summary>
    private bool TryExtend()
    {
        int known = shifts.Count;
        for (int looked = 0; shifts.Count == known; looked++)
        {
            // Asked first, since every question about a complete calendar comes here, and dates take long.
            isComplete =
                isComplete
                || nextDay == DateOnly.MaxValue
                || rules.Posting.To < nextDay
                || rules.Timeline.ClockHours(nextDay) >= rules.Active.To.Hours;
            if (isComplete)
            {
                return false;
            }

            if (looked == LooksAheadDays)
            {
                // A shift of no length, on which nobody is ever on duty: from its end on the search goes on.
                var here = new Instant(rules.Timeline.ClockHours(nextDay));
                shifts.Add(new Shift(here, here));
                return true;
            }

            AddDay(nextDay);
            nextDay = nextDay.AddDays(1);
        }

        return true;
    }

    private void Forget()
    {
        shifts.Clear();
        isComplete = false;

        // A shift that started the day before may still be on when the clock begins.
        nextDay = rules.Timeline.FirstDay.AddDays(-1);
        if (rules.Posting.From is { } first && first > nextDay)
        {
            nextDay = first;
        }

        bool isEveryDay =
            rules.Rotation is null && rules.Posting.IsWeekly && (rules.Posting.Days is not { } days || days.Distinct().Count() == 7);
        if (rules.Posting is { Hours.Minutes: TimeOfDay.MinutesOfDay, To: null } && isEveryDay)
        {
            double from = rules.Timeline.ClockHours(nextDay, rules.Posting.Hours.From.Minutes);
            shifts.Add(new Shift(new Instant(Math.Max(rules.Active.From.Hours, from)), rules.Active.To));
            isComplete = true;
        }
    }

    private void AddDay(DateOnly day)
    {
        if (!rules.Posting.StartsOn(day) || rules.Rotation?.IsHere(replication, day) == false)
        {
            return;
        }

        double from = Math.Max(rules.Active.From.Hours, rules.Timeline.ClockHours(day, rules.Posting.Hours.From.Minutes));
        double to = Math.Min(rules.Active.To.Hours, rules.Timeline.ClockHours(day, rules.Posting.Hours.EndMinute));
        if (to <= from)
        {
            return;
        }

        if (shifts.Count > 0 && shifts[^1].To.Hours >= from)
        {
            shifts[^1] = shifts[^1] with { To = new Instant(to) };
        }
        else
        {
            shifts.Add(new Shift(new Instant(from), new Instant(to)));
        }
    }
}
