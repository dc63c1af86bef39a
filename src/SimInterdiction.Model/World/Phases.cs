namespace SimInterdiction.Model.World;

/// <summary>The order of events at one instant: what has ended makes room before anything arrives, what becomes known
/// then counts for whatever comes after, and departures come last.</summary>
/// <remarks>Of searches that end together the one whose shipment was stopped first is first; of shipments that arrive
/// together, as when a gate opens, the one that left first, and of traces that end together the same.</remarks>
internal static class Phases
{
    public const int Fate = 0;
    public const int Arrival = 1;
    public const int Trace = 2;
    public const int Case = 3;
    public const int Dispatch = 4;
}
