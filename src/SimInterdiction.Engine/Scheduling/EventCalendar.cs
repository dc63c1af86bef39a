using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SimInterdiction.Engine.Scheduling;

/// <summary>
/// The pending events and the simulated clock. Events come out in the total order (time, phase, rank): of two events at
/// the same instant the lower phase is first, and within a phase the one scheduled first, or that of the lower rank.
/// </summary>
/// <remarks>
/// A four-ary heap of 16-byte keys (LaMarca and Ladner, The Influence of Caches on the Performance of Heaps, 1996): the
/// time's bits, which order as the times do since no time is negative, and a word of phase, sequence and subject. The
/// key is all there is of an event, so nothing is allocated for one. The first event scheduled while another is being
/// handled takes the root's place (a hold), which saves a sift of the whole heap.
/// </remarks>
public sealed unsafe class EventCalendar : IDisposable
{
    /// <summary>Subjects are numbered from 0 to this, inclusive.</summary>
    public const int MaxSubject = (1 << SubjectBits) - 1;

    /// <summary>Phases are numbered from 0 to this, inclusive.</summary>
    public const int MaxPhase = 15;

    private const int SubjectBits = 24;
    private const int SequenceBits = 36;
    private const int CacheLine = 64;
    private const int SpareCapacity = 64;
    private const int Arity = 4;

    private Key* keys;
    private void* block;
    private int capacity;
    private int count;
    private ulong sequence;
    private bool rootIsSpent;
    private Key last;
    private Key highest;

    // Orders of events scheduled for an instant in which a higher key has already had its turn.
    private readonly HashSet<ulong> late = new(SpareCapacity);
    private readonly HashSet<ulong> cancelled = new(SpareCapacity);
    private readonly List<Key> dropped = new(SpareCapacity);

    /// <param name="capacity">How many pending events there is room for before the calendar grows.</param>
    public EventCalendar(int capacity = 256)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Reserve(capacity);
    }

    ~EventCalendar() => Release();

    /// <summary>The simulated clock: the time of the event handled last, or what it was advanced to.</summary>
    public Instant Now => new(BitConverter.UInt64BitsToDouble(last.TimeBits));

    /// <summary>How many events are pending, those cancelled not counted.</summary>
    public int Pending => count - (rootIsSpent ? 1 : 0) - (cancelled.Count - dropped.Count);

    /// <summary>Forgets every event and sets the clock back to zero; tickets from before stand for nothing.</summary>
    public void Clear()
    {
        Vacate(0, count);
        count = 0;
        sequence = 0;
        rootIsSpent = false;
        last = default;
        highest = default;
        late.Clear();
        cancelled.Clear();
        dropped.Clear();
    }

    /// <summary>Puts an event on the calendar.</summary>
    /// <param name="at">When it is due: now or later.</param>
    /// <param name="phase">Its rank among the events of the same instant, 0 to <see cref="MaxPhase"/>.</param>
    /// <param name="subject">What the handler is told, 0 to <see cref="MaxSubject"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time lies in the past or is no number, or phase or subject are
    /// out of range.</exception>
    public EventTicket Schedule(Instant at, int phase, int subject) => Schedule(at, phase, subject, ++sequence);

    /// <summary>Puts an event on the calendar.</summary>
    /// <param name="at">When it is due: now or later.</param>
    /// <param name="phase">Its phase, in which every event has a rank given.</param>
    /// <param name="subject">What the handler is told; of equal ranks the lower is first.</param>
    /// <param name="rank">Its rank among the events of the same instant and phase, below 2 to the 36th.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time lies in the past or is no number, or phase or subject are
    /// out of range.</exception>
    public EventTicket Schedule(Instant at, int phase, int subject, ulong rank)
    {
        // Not-less also refuses NaN. Adding zero turns a negative zero, whose bits would order last, into zero.
        if (!(at >= Now) || (uint)phase > MaxPhase || (uint)subject > MaxSubject)
        {
            Refuse(at, phase, subject);
        }

        var key = new Key(
            BitConverter.DoubleToUInt64Bits(at.Hours + 0.0),
            ((ulong)(uint)phase << (SequenceBits + SubjectBits)) | (rank << SubjectBits) | (uint)subject
        );
        if (key.IsBefore(highest))
        {
            late.Add(key.Order);
        }

        if (rootIsSpent)
        {
            rootIsSpent = false;
            SiftDown(key);
        }
        else
        {
            if (count == capacity)
            {
                ObjectDisposedException.ThrowIf(block == null, this);
                Reserve(capacity * 2);
            }

            SiftUp(key);
        }

        return new EventTicket(key.TimeBits, key.Order);
    }

    /// <summary>Takes an event off the calendar.</summary>
    /// <returns>Whether the event was still pending.</returns>
    /// <remarks>
    /// Lazy: the key stays where it is and is thrown away when its turn comes, so that cancelling takes the same time
    /// however many events are pending, and costs other events nothing while none is cancelled.
    /// </remarks>
    public bool Cancel(EventTicket ticket)
    {
        var key = new Key(ticket.TimeBits, ticket.Order);
        bool isStillToCome = late.Remove(key.Order) || highest.IsBefore(key);
        return isStillToCome && cancelled.Add(key.Order);
    }

    /// <summary>The time of the next event, or <see cref="Instant.Never"/>.</summary>
    public Instant PeekTime()
    {
        BringNextToRoot();
        return count == 0 ? Instant.Never : RootTime;
    }

    /// <summary>Advances the clock to the next event and says which it is.</summary>
    /// <returns>False when nothing is pending; the clock then stands still.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeNext(out int subject)
    {
        BringNextToRoot();
        if (count == 0)
        {
            subject = -1;
            return false;
        }

        subject = TakeRoot();
        return true;
    }

    /// <summary>Advances the clock to the next event, if that is due at a horizon or before, and says which it
    /// is.</summary>
    /// <returns>False when it is due later, or nothing is pending; the clock then stands still.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeNextThrough(Instant horizon, out int subject)
    {
        BringNextToRoot();
        if (count == 0 || !(RootTime <= horizon))
        {
            subject = -1;
            return false;
        }

        subject = TakeRoot();
        return true;
    }

    /// <summary>Advances the clock to an instant at which something happens that is not on the calendar.</summary>
    /// <param name="at">Now or later, and before the next event.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time lies in the past or is no number.</exception>
    public void AdvanceTo(Instant at)
    {
        if (!(at >= Now))
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The clock can't go back from now ({Now}).");
        }

        last = new Key(BitConverter.DoubleToUInt64Bits(at.Hours + 0.0), 0);
    }

    /// <summary>Handles every event up to and including <paramref name="horizon"/>, in order, those scheduled meanwhile
    /// included.</summary>
    /// <returns>How many events were handled.</returns>
    public long RunThrough<THandler>(Instant horizon, THandler handler)
        where THandler : IHandleEvents
    {
        long handled = 0;
        while (TryTakeNextThrough(horizon, out int subject))
        {
            handler.Handle(subject);
            handled++;
        }

        return handled;
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private Instant RootTime => new(BitConverter.UInt64BitsToDouble(keys[0].TimeBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BringNextToRoot()
    {
        if (rootIsSpent)
        {
            rootIsSpent = false;
            RemoveRoot();
        }

        if (cancelled.Count > 0)
        {
            DropCancelled();
        }
    }

    private void DropCancelled()
    {
        while (count > 0 && cancelled.Contains(keys[0].Order))
        {
            dropped.Add(keys[0]);
            RemoveRoot();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeRoot()
    {
        last = keys[0];
        rootIsSpent = true;
        if (last.IsBefore(highest))
        {
            late.Remove(last.Order);
        }
        else
        {
            highest = last;
            if (dropped.Count > 0)
            {
                ForgetDropped();
            }
        }

        return (int)(last.Order & MaxSubject);
    }

    // Once an event behind it has had its turn, the order itself tells that a dropped one won't come.
    private void ForgetDropped()
    {
        for (int i = dropped.Count - 1; i >= 0; i--)
        {
            if (dropped[i].IsBefore(highest))
            {
                cancelled.Remove(dropped[i].Order);
                dropped.RemoveAt(i);
            }
        }
    }

    /// <summary>Closes the gap at the root with the last key.</summary>
    private void RemoveRoot()
    {
        Key moved = keys[--count];
        keys[count] = Vacant(count);
        if (count > 0)
        {
            SiftDown(moved);
        }
    }

    /// <summary>Adds a key at the end and restores the order above it.</summary>
    private void SiftUp(Key key)
    {
        int hole = count++;
        while (hole > 0)
        {
            int parent = (hole - 1) >> 2;
            if (!key.IsBefore(keys[parent]))
            {
                break;
            }

            keys[hole] = keys[parent];
            hole = parent;
        }

        keys[hole] = key;
    }

    /// <summary>Fills the empty root with <paramref name="key"/> and restores the order below it.</summary>
    /// <remarks>
    /// Times alone decide unless two are equal, which is rare and well predicted; which of four children is the least
    /// is a coin toss that no predictor learns, so that is found by arithmetic on 0 and 1. Against whole keys compared
    /// throughout: two thirds of the time with 256 pending and more.
    /// </remarks>
    private void SiftDown(Key key)
    {
        Key* hole = keys;
        Key* end = keys + count;
        Key* child = hole + 1;
        while (child < end)
        {
            Key* left = child + One(child[1].TimeBits < child[0].TimeBits);
            Key* right = child + 2 + One(child[3].TimeBits < child[2].TimeBits);
            Key* least = (Key*)((nint)left + (((nint)right - (nint)left) & -One(right->TimeBits < left->TimeBits)));
            bool isTie =
                (child[0].TimeBits == child[1].TimeBits)
                | (child[2].TimeBits == child[3].TimeBits)
                | (left->TimeBits == right->TimeBits)
                | (least->TimeBits == key.TimeBits);
            if (isTie)
            {
                least = LeastOfFour(child);
                if (key.IsBefore(*least))
                {
                    break;
                }
            }
            else if (key.TimeBits < least->TimeBits)
            {
                break;
            }

            *hole = *least;
            hole = least;
            child = keys + (4 * (hole - keys)) + 1;
        }

        *hole = key;

        // Were this the last use of the calendar, its finaliser could free the heap under the loop.
        GC.KeepAlive(this);
    }

    private static Key* LeastOfFour(Key* child)
    {
        Key* least = child;
        for (int i = 1; i < Arity; i++)
        {
            least = child[i].IsBefore(*least) ? child + i : least;
        }

        return least;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint One(bool condition) => Unsafe.BitCast<bool, byte>(condition);

    /// <summary>What stands in a place without an event, so that there are always four children to compare: later than
    /// any time, and no two of four alike.</summary>
    private static Key Vacant(int place) => new(ulong.MaxValue - ((ulong)place % Arity), ulong.MaxValue);

    private void Vacate(int from, int to)
    {
        for (int place = from; place < to; place++)
        {
            keys[place] = Vacant(place);
        }
    }

    private void Reserve(int wanted)
    {
        // The first child (index 1) starts a cache line, so that four children share one.
        nuint bytes = ((nuint)(wanted + Arity) * (nuint)sizeof(Key)) + CacheLine;
        void* fresh = NativeMemory.AlignedAlloc(bytes, CacheLine);
        Key* freshKeys = (Key*)((byte*)fresh + CacheLine - sizeof(Key));
        if (block != null)
        {
            NativeMemory.Copy(keys, freshKeys, (nuint)count * (nuint)sizeof(Key));
            NativeMemory.AlignedFree(block);
        }

        block = fresh;
        keys = freshKeys;
        capacity = wanted;
        Vacate(count, capacity + Arity);
    }

    private void Release()
    {
        NativeMemory.AlignedFree(block);
        block = null;
        keys = null;
        capacity = 0;
        count = 0;
        rootIsSpent = false;
    }

    private void Refuse(Instant at, int phase, int subject)
    {
        if (!(at >= Now))
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"An event can't be scheduled before now ({Now}).");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(phase);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(phase, MaxPhase);
        ArgumentOutOfRangeException.ThrowIfNegative(subject);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject, MaxSubject);
    }

    private readonly struct Key(ulong timeBits, ulong order)
    {
        public readonly ulong TimeBits = timeBits;
        public readonly ulong Order = order;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsBefore(in Key other) => (TimeBits < other.TimeBits) | ((TimeBits == other.TimeBits) & (Order < other.Order));
    }
}
