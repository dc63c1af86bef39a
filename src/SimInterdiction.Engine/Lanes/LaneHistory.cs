using System.Runtime.InteropServices;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Engine.Lanes;

/// <summary>What lanes were like at several instants, so that they can be set back to one of them.</summary>
public sealed class LaneHistory
{
    private readonly List<double> instants = [];
    private readonly List<int> ends = [];
    private readonly List<double> states = [];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        instants.Clear();
        ends.Clear();
        states.Clear();
    }

    /// <summary>Keeps what lanes are like.</summary>
    /// <param name="at">When; later than the instant kept last.</param>
    /// <param name="lanes">The lanes.</param>
    public void Keep(Instant at, LaneBank lanes)
    {
        instants.Add(at.Hours);
        lanes.AppendState(at, states);
        ends.Add(states.Count);
    }

    /// <summary>Sets lanes back to what was kept.</summary>
    /// <param name="at">An instant that was kept.</param>
    /// <param name="lanes">As many lanes, with the same limit of the queue.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was kept at the instant.</exception>
    public void Restore(Instant at, LaneBank lanes)
    {
        int index = instants.BinarySearch(at.Hours);
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(at));
        int begin = index == 0 ? 0 : ends[index - 1];
        lanes.Restore(CollectionsMarshal.AsSpan(states)[begin..ends[index]]);
    }
}
