namespace SimInterdiction.Experiments.Batches;

/// <summary>Room for one replication of all arms, between being simulated and being merged; used again and
/// again.</summary>
internal sealed class Slot
{
    public Slot(int arms)
    {
        Outcomes = [.. Enumerable.Range(0, arms).Select(_ => new Outcome())];
    }

    /// <summary>Which replication it holds, from 0.</summary>
    public int Replication { get; private set; }

    /// <summary>One per arm.</summary>
    public Outcome[] Outcomes { get; }

    /// <summary>Set under the buffer's lock once everything is simulated, unset once merged.</summary>
    public bool IsComplete { get; set; }

    public void Begin(int replication) => Replication = replication;
}
