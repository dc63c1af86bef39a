using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Network;

namespace SimInterdiction.Model.Behaviours;

/// <summary>The fate of a shipment, as its organization will hear of it.</summary>
/// <param name="At">When it hears.</param>
/// <param name="Corridor">The corridor taken.</param>
/// <param name="LastStep">The last place reached, as its index on the corridor.</param>
/// <param name="IsSeized">Whether it was lost there; otherwise it was delivered there.</param>
internal readonly record struct HeardFate(Instant At, int Corridor, int LastStep, bool IsSeized);

/// <summary>Fates on their way to an organization, heard in the order of time.</summary>
/// <remarks>
/// A delivery is known beforehand, as soon as luck lets no team stop the shipment any more, so fates are not added in
/// their order. They wait in a ring of short spans of time, each so short that it mostly holds a fate or two: adding
/// and hearing one take the same time however many wait (Brown, Calendar queues, 1988).
/// </remarks>
internal sealed class Grapevine
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

    /// <param name="perHour">About how many fates there are in an hour.</param>
    /// <param name="delayHours">How long they mostly take to arrive.</param>
    public Grapevine(double perHour, double delayHours)
    {
        spansPerHour = 1 / Math.Max(1 / perHour, delayHours / MostSpansOfDelay);
        Clear();
    }

    public void Clear()
    {
        Array.Fill(firstOf, None);
        freeEntry = None;
        used = 0;
        count = 0;
        span = 0;
    }

    /// <summary>Adds a fate that will be heard now or later.</summary>
    public void Add(HeardFate fate)
    {
        long at = SpanOf(fate.At);
        while (at - span >= firstOf.Length)
        {
            Widen();
        }

        ref int first = ref firstOf[at & (firstOf.Length - 1)];
        int entry = TakeEntry();
        entries[entry] = new Entry(fate, first);
        first = entry;
        count++;
    }

    /// <summary>The next fate that has arrived by now, if there is one. Instants asked for never go back.</summary>
    public bool TryHear(Instant now, out HeardFate fate)
    {
        fate = default;
        long present = SpanOf(now);
        while (count > 0)
        {
            ref int first = ref firstOf[span & (firstOf.Length - 1)];
            if (first != None)
            {
                return TryTakeEarliest(ref first, now, out fate);
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

    private bool TryTakeEarliest(ref int first, Instant now, out HeardFate fate)
    {
        ref int earliest = ref first;
        for (ref int link = ref entries[first].Next; link != None; link = ref entries[link].Next)
        {
            if (entries[link].Fate.At < entries[earliest].Fate.At)
            {
                earliest = ref link;
            }
        }

        int taken = earliest;
        fate = entries[taken].Fate;
        if (fate.At > now)
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

    private struct Entry(HeardFate fate, int next)
    {
        public readonly HeardFate Fate = fate;
        public int Next = next;
    }
}
