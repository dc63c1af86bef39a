namespace SimInterdiction.Engine.Scheduling;

/// <summary>Things that wait until an instant, added in any order and taken in the order of time.</summary>
/// <remarks>
/// They wait in a ring of short spans of time, each so short that it mostly holds one or two: adding and taking one
/// take the same time however many wait (Brown, Calendar queues: a fast O(1) priority queue implementation for the
/// simulation event set problem, 1988). Unlike in <see cref="EventCalendar"/> nothing is cancelled, and nobody is
/// called.
/// </remarks>
public sealed class DelayLine<T>
    where T : struct
{
    private const int None = -1;
    private const int MostSpansOfDelay = 1 << 16;

    private readonly double spansPerHour;
    private int[] firstOf = new int[64];
    private Entry[] entries = new Entry[64];
    private int freeEntry;
    private int used;
    private int count;
    private long span;

    /// <param name="perHour">About how many are added in an hour.</param>
    /// <param name="delayHours">How long they mostly wait.</param>
    public DelayLine(double perHour, double delayHours)
    {
        spansPerHour = 1 / Math.Max(1 / perHour, delayHours / MostSpansOfDelay);
        Clear();
    }

    /// <summary>Forgets everything and begins at instant 0.</summary>
    public void Clear()
    {
        Array.Fill(firstOf, None);
        freeEntry = None;
        used = 0;
        count = 0;
        span = 0;
    }

    /// <summary>Adds something that waits until now or later.</summary>
    public void Add(Instant at, T item)
    {
        long due = SpanOf(at);
        while (due - span >= firstOf.Length)
        {
            Widen();
        }

        ref int first = ref firstOf[due & (firstOf.Length - 1)];
        int entry = TakeEntry();
        entries[entry] = new Entry(at, item, first);
        first = entry;
        count++;
    }

    /// <summary>Takes the next thing that is due by now, if there is one. Instants asked for never go back.</summary>
    /// <param name="now">By when.</param>
    /// <param name="at">When it was due.</param>
    /// <param name="item">What was added.</param>
    public bool TryTake(Instant now, out Instant at, out T item)
    {
        at = default;
        item = default;
        long present = SpanOf(now);
        while (count > 0)
        {
            ref int first = ref firstOf[span & (firstOf.Length - 1)];
            if (first != None)
            {
                return TryTakeEarliest(ref first, now, out at, out item);
            }

            if (span == present)
            {
                return false;
            }

            span++;
        }

        span = present;
        return false;
    }

    private bool TryTakeEarliest(ref int first, Instant now, out Instant at, out T item)
    {
        ref int earliest = ref first;
        for (ref int link = ref entries[first].Next; link != None; link = ref entries[link].Next)
        {
            if (entries[link].At < entries[earliest].At)
            {
                earliest = ref link;
            }
        }

        int taken = earliest;
        at = entries[taken].At;
        item = entries[taken].Item;
        if (at > now)
        {
            return false;
        }

        earliest = entries[taken].Next;
        entries[taken].Next = freeEntry;
        freeEntry = taken;
        count--;
        return true;
    }

    private long SpanOf(Instant at) => double.ConvertToIntegerNative<long>(at.Hours * spansPerHour);

    private int TakeEntry()
    {
        if (freeEntry != None)
        {
            int entry = freeEntry;
            freeEntry = entries[entry].Next;
            return entry;
        }

        if (used == entries.Length)
        {
            Array.Resize(ref entries, used * 2);
        }

        return used++;
    }

    private void Widen()
    {
        var wider = new int[firstOf.Length * 2];
        Array.Fill(wider, None);
        for (long at = span; at < span + firstOf.Length; at++)
        {
            wider[at & (wider.Length - 1)] = firstOf[at & (firstOf.Length - 1)];
        }

        firstOf = wider;
    }

    private struct Entry(Instant at, T item, int next)
    {
        public readonly Instant At = at;
        public readonly T Item = item;
        public int Next = next;
    }
}
