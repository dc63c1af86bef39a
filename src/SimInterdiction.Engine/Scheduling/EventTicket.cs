namespace SimInterdiction.Engine.Scheduling;

/// <summary>Stands for one scheduled event; its key is the event's place in the total order (time, phase,
/// sequence).</summary>
public readonly record struct EventTicket(ulong TimeBits, ulong Order)
{
    /// <summary>When the event is due.</summary>
    public Instant At => new(BitConverter.UInt64BitsToDouble(TimeBits));
}
