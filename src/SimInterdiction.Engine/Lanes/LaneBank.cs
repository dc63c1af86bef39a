using System.Runtime.InteropServices;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Engine.Lanes;

/// <summary>
/// Parallel lanes with one first-come-first-served queue, driven by arrivals in time order. What becomes of an arrival
/// is known when it arrives, so that a lane needs no release events.
/// </summary>
/// <remarks>
/// Kiefer and Wolfowitz, On the theory of queues with many servers (1955): under first come first served the next
/// arrival takes the lane that falls free first, and no later arrival can change that. Exact, not an approximation.
/// When the lanes close, searches under way are finished and the queue is waved through.
/// </remarks>
public sealed class LaneBank
{
    private readonly double[] freeAt;
    private readonly int queueLimit;
    private double[] leavesQueueAt = new double[16];
    private int queueHead;
    private int queueLength;
    private int lastTaken;

    /// <param name="lanes">How many lanes, at least 1; <see cref="int.MaxValue"/> for as many as are needed.</param>
    /// <param name="queueLimit">How many may wait: 0 to wave through at once, <see cref="int.MaxValue"/> for no
    /// limit.</param>
    public LaneBank(int lanes, int queueLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(queueLimit);
        freeAt = lanes == int.MaxValue ? [] : new double[lanes];
        this.queueLimit = queueLimit;
    }

    /// <summary>Empties lanes and queue.</summary>
    public void Clear()
    {
        Array.Clear(freeAt);
        queueHead = 0;
        queueLength = 0;
        lastTaken = 0;
    }

    /// <summary>Adds to a list all that what comes later depends on: the times at which lanes that are busy fall free,
    /// in order, then those at which whoever waits leaves the queue. Banks with the same are alike from then
    /// on.</summary>
    /// <param name="now">The instant; not before the arrival served or waved through last.</param>
    /// <param name="into">The list.</param>
    public void AppendState(Instant now, List<double> into)
    {
        int first = into.Count;
        foreach (double free in freeAt)
        {
            if (free > now.Hours)
            {
                into.Add(free);
            }
        }

        CollectionsMarshal.AsSpan(into)[first..].Sort();
        int waiting = WaitingAt(now);
        for (int i = 0; i < waiting; i++)
        {
            into.Add(leavesQueueAt[(queueHead + i) & (leavesQueueAt.Length - 1)]);
        }
    }

    /// <summary>Makes the bank what <see cref="AppendState"/> saw.</summary>
    /// <param name="state">Of as many lanes, with the same limit of the queue.</param>
    public void Restore(List<double> state) => Restore(CollectionsMarshal.AsSpan(state));

    /// <inheritdoc cref="Restore(List{double})"/>
    public void Restore(ReadOnlySpan<double> state)
    {
        Clear();

        // While anyone waits, all lanes are busy.
        int busy = Math.Min(state.Length, freeAt.Length);
        state[..busy].CopyTo(freeAt);
        foreach (double leavesAt in state[busy..])
        {
            JoinQueue(leavesAt);
        }
    }

    /// <summary>An arrival asks for a lane.</summary>
    /// <param name="now">When; not before the arrival served or waved through last.</param>
    /// <param name="holdsLaneHours">How long it will hold its lane, from the moment it gets one.</param>
    /// <param name="close">When the lanes close next: whoever still waits then is waved through.</param>
    /// <param name="at">When it gets its lane, or is waved through.</param>
    /// <returns>Whether it gets a lane; otherwise it is waved through.</returns>
    public bool TryServe(Instant now, double holdsLaneHours, Instant close, out Instant at)
    {
        at = now;
        if (freeAt.Length == 0)
        {
            return true;
        }

        int lane = FirstFree(now.Hours);
        double starts = freeAt[lane];
        if (starts <= now.Hours)
        {
            freeAt[lane] = now.Hours + holdsLaneHours;
            return true;
        }

        if (queueLimit == 0 || (queueLimit != int.MaxValue && WaitingAt(now) >= queueLimit))
        {
            return false;
        }

        bool isServed = starts < close.Hours;
        at = isServed ? new Instant(starts) : close;
        if (queueLimit != int.MaxValue)
        {
            JoinQueue(at.Hours);
        }

        if (isServed)
        {
            freeAt[lane] = starts + holdsLaneHours;
        }

        return isServed;
    }

    // Any free lane will do; only when all are busy does it matter which falls free first. The lane after the one taken
    // last has mostly been free longest, so that the first look mostly succeeds.
    private int FirstFree(double now)
    {
        for (int looks = 0; looks < freeAt.Length; looks++)
        {
            lastTaken = lastTaken + 1 == freeAt.Length ? 0 : lastTaken + 1;
            if (freeAt[lastTaken] <= now)
            {
                return lastTaken;
            }
        }

        int first = 0;
        double least = freeAt[0];
        for (int lane = 1; lane < freeAt.Length; lane++)
        {
            if (freeAt[lane] < least)
            {
                least = freeAt[lane];
                first = lane;
            }
        }

        return first;
    }

    private int WaitingAt(Instant now)
    {
        while (queueLength > 0 && leavesQueueAt[queueHead] <= now.Hours)
        {
            queueHead = (queueHead + 1) & (leavesQueueAt.Length - 1);
            queueLength--;
        }

        return queueLength;
    }

    private void JoinQueue(double leavesAt)
    {
        if (queueLength == leavesQueueAt.Length)
        {
            var larger = new double[queueLength * 2];
            for (int i = 0; i < queueLength; i++)
            {
                larger[i] = leavesQueueAt[(queueHead + i) & (leavesQueueAt.Length - 1)];
            }

            leavesQueueAt = larger;
            queueHead = 0;
        }

        leavesQueueAt[(queueHead + queueLength++) & (leavesQueueAt.Length - 1)] = leavesAt;
    }
}
