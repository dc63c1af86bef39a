using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Teams;

/// <summary>The shifts of a posting in order, those that join made one, as far as anybody has asked. Calendars of equal
/// postings read the same list; used by one thread.</summary>
internal sealed class DutyShifts
{
    // A rotation may come by seldom, or never: after so long without a shift the search pauses.
    private const int LooksAheadDays = 400;

    private readonly DutyRules rules;
    private readonly List<Shift> shifts = [];
    private uint replication;
    private DateOnly nextDay;
    private bool isComplete;

    /// <param name="rules">What decides when the posting is on duty.</param>
    public DutyShifts(DutyRules rules)
    {
        this.rules = rules;
        Forget();
    }

    /// <summary>How many are known; the last one may still grow, unless no more can come.</summary>
    public int Count => shifts.Count;

    /// <summary>One that is known.</summary>
    public Shift this[int index] => shifts[index];

    /// <summary>Begins a replication.</summary>
    /// <returns>Whether it draws anew where a team that is posted by chance is.</returns>
    public bool Begin(uint number)
    {
        bool isDrawnAnew = rules.Rotation is { Rotation.IsByChance: true } && number != replication;
        if (isDrawnAnew)
        {
            replication = number;
            Forget();
        }

        return isDrawnAnew;
    }

    /// <summary>Makes those known that begin before an instant.</summary>
    public void ExtendTo(Instant to)
    {
        while ((shifts.Count == 0 || shifts[^1].From < to) && TryExtend()) { }
    }

    /// <summary>The first shift that ends after an instant; null when none will come.</summary>
    public Shift? EndingAfter(Instant instant)
    {
        // The last shift known may still grow.
        while ((shifts.Count < 2 || shifts[^2].To <= instant) && TryExtend()) { }

        int first = FirstEndingAfter(instant);
        return first < shifts.Count ? shifts[first] : null;
    }

    /// <summary>Index of the first shift known that ends after an instant; <see cref="Count"/> if there is
    /// none.</summary>
    public int FirstEndingAfter(Instant instant)
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
    public bool TryExtend()
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
