using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace SimInterdiction.Experiments.Batches;

/// <summary>
/// Hands out replications to threads and merges them strictly in order, so that results are the same to the last bit
/// for any number of threads. Whoever completes the next one in line merges it and all that wait behind it.
/// </summary>
/// <remarks>
/// A number is handed out only with a slot to put it in, so the lowest number not yet merged is always being simulated
/// by somebody: nothing waits for itself. The lock is taken between replications only, and is not held while merging.
/// </remarks>
internal sealed class ReorderBuffer
{
    private readonly object gate = new();
    private readonly Slot[] slots;
    private readonly int end;
    private readonly Action<Slot> merge;
    private readonly CancellationToken cancellation;
    private int handedOut;
    private int merged;
    private bool isMerging;
    private ExceptionDispatchInfo? fault;

    /// <param name="slots">They bound how far a fast thread may run ahead of a slow one.</param>
    /// <param name="numbers">Which replications to hand out.</param>
    /// <param name="merge">Called in replication order, by one thread at a time.</param>
    /// <param name="cancellation">Once cancelled nothing more is handed out; what has begun is finished and merged, up
    /// to the first that is abandoned.</param>
    public ReorderBuffer(Slot[] slots, Range numbers, Action<Slot> merge, CancellationToken cancellation)
    {
        this.slots = slots;
        handedOut = merged = numbers.Start.Value;
        end = numbers.End.Value;
        this.merge = merge;
        this.cancellation = cancellation;
    }

    /// <summary>The next replication to simulate and its slot, waiting for one to be free; false when nothing is left
    /// to begin.</summary>
    public bool TryBegin([NotNullWhen(true)] out Slot? slot)
    {
        lock (gate)
        {
            while (MayBegin() && handedOut - merged >= slots.Length)
            {
                Monitor.Wait(gate);
            }

            if (!MayBegin())
            {
                slot = null;
                return false;
            }

            slot = SlotOf(handedOut);
            slot.Begin(handedOut);
            handedOut++;
            return true;
        }
    }

    /// <summary>Takes a simulated replication back and merges whatever is now in line.</summary>
    public void Complete(Slot slot)
    {
        lock (gate)
        {
            slot.IsComplete = true;
            if (isMerging || slot.Replication != merged)
            {
                return;
            }

            isMerging = true;
        }

        while (true)
        {
            merge(slot);
            lock (gate)
            {
                slot.IsComplete = false;
                merged++;
                Monitor.PulseAll(gate);
                slot = SlotOf(merged);
                if (!slot.IsComplete)
                {
                    isMerging = false;
                    return;
                }
            }
        }
    }

    /// <summary>After the cancellation: one that was handed out is never completed, so those behind it are never
    /// merged.</summary>
    public void Abandon()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Something is broken beyond one replication: nothing more is begun. The first such error is
    /// kept.</summary>
    public void Fail(Exception error)
    {
        lock (gate)
        {
            fault ??= ExceptionDispatchInfo.Capture(error);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Throws what <see cref="Fail"/> was told, if anything. To be called when all threads are done.</summary>
    public void ThrowIfFailed() => fault?.Throw();

    private bool MayBegin() => handedOut < end && fault is null && !cancellation.IsCancellationRequested;

    private Slot SlotOf(int replication) => slots[replication % slots.Length];
}
