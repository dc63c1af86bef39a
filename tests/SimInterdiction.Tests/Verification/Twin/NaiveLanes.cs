using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>Lanes that are counted, a queue that is a list.</summary>
/// <param name="twin">The clock.</param>
/// <param name="lanes">How many; null for as many as are needed.</param>
/// <param name="whenFull">What happens when all are busy.</param>
/// <param name="queueLimit">How many may wait.</param>
internal sealed class NaiveLanes(NaiveTwin twin, int? lanes, WhenFull whenFull, int? queueLimit)
{
    private readonly List<Asking> queue = [];
    private int busy;

    public bool HoldsObserved => queue.Exists(asking => asking.IsObserved);

    /// <summary>A vehicle asks for a lane.</summary>
    /// <param name="holdsLaneHours">How long it will hold it.</param>
    /// <param name="isObserved">Whether the results wait for what comes of it.</param>
    /// <param name="begins">Called when it gets its lane.</param>
    /// <param name="wavedThrough">Called when it goes free.</param>
    public void Ask(double holdsLaneHours, bool isObserved, Action begins, Action wavedThrough)
    {
        var asking = new Asking(holdsLaneHours, isObserved, begins, wavedThrough);
        if (lanes is null || busy < lanes)
        {
            Begin(asking);
        }
        else if (whenFull == WhenFull.Wait && (queueLimit is null || queue.Count < queueLimit))
        {
            queue.Add(asking);
        }
        else
        {
            wavedThrough();
        }
    }

    /// <summary>Whoever waits goes free.</summary>
    public void Close()
    {
        Asking[] waiting = [.. queue];
        queue.Clear();
        foreach (Asking asking in waiting)
        {
            asking.WavedThrough();
        }
    }

    private void Begin(Asking asking)
    {
        if (lanes is not null && asking.HoldsLaneHours > 0)
        {
            busy++;
            twin.At(twin.Now + asking.HoldsLaneHours, NaivePhase.LaneRelease, Release);
        }

        asking.Begins();
    }

    private void Release()
    {
        busy--;
        while (busy < lanes && queue.Count > 0)
        {
            Asking first = queue[0];
            queue.RemoveAt(0);
            Begin(first);
        }
    }

    private sealed record Asking(double HoldsLaneHours, bool IsObserved, Action Begins, Action WavedThrough);
}
