using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Network;

namespace SimInterdiction.Model.World;

/// <summary>When something is open, on the clock: half-open intervals, each from an opening on its day to its
/// end.</summary>
/// <param name="openings">It is open when any of these is; at least one.</param>
/// <param name="timeline">The clock.</param>
internal sealed class OpeningHours(IReadOnlyList<Opening> openings, Timeline timeline)
{
    /// <summary>Whether every week is like every other.</summary>
    public bool IsWeekly => openings.All(opening => opening.Except.Count == 0);

    /// <summary>The same without the days on which it makes an exception.</summary>
    public OpeningHours OfAnyWeek => new([.. openings.Select(opening => opening with { Except = [] })], timeline);

    /// <summary>The instant itself where it is open, else when it next opens.</summary>
    public Instant NextOpen(Instant at)
    {
        Instant first = Instant.Never;
        foreach (Opening opening in openings)
        {
            Instant next = NextOpen(opening, at);
            first = next < first ? next : first;
        }

        return first;
    }

    /// <summary>The times between two instants in which it is open, in order; those that join are one.</summary>
    public IEnumerable<(Instant From, Instant To)> Within(Instant from, Instant to)
    {
        (Instant From, Instant To)? open = null;
        DateOnly last = DateOnly.FromDateTime(timeline.At(to));
        for (DateOnly day = DateOnly.FromDateTime(timeline.At(from)).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            foreach (Opening opening in openings.Where(each => each.OpensOn(day)).OrderBy(each => each.Hours.From.Minutes))
            {
                var begins = new Instant(Math.Max(from.Hours, timeline.ClockHours(day, opening.Hours.From.Minutes)));
                var ends = new Instant(Math.Min(to.Hours, timeline.ClockHours(day, opening.Hours.EndMinute)));
                if (ends <= begins)
                {
                    continue;
                }

                if (open is { } before && begins > before.To)
                {
                    yield return before;
                    open = (begins, ends);
                }
                else
                {
                    open = (open?.From ?? begins, open is { } grows && grows.To > ends ? grows.To : ends);
                }
            }
        }

        if (open is { } isLast)
        {
            yield return isLast;
        }
    }

    private Instant NextOpen(Opening opening, Instant at)
    {
        // What opened the day before may still be open.
        for (DateOnly day = DateOnly.FromDateTime(timeline.At(at)).AddDays(-1); day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            if (opening.OpensOn(day) && at.Hours < timeline.ClockHours(day, opening.Hours.EndMinute))
            {
                return new Instant(Math.Max(at.Hours, timeline.ClockHours(day, opening.Hours.From.Minutes)));
            }
        }

        return Instant.Never;
    }
}
