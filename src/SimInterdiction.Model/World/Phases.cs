namespace SimInterdiction.Model.World;

/// <summary>The order of events at one instant: what has ended makes room before anything arrives, what is known then
/// counts, and arrivals come before departures.</summary>
internal static class Phases
{
    public const int Fate = 0;
    public const int Intelligence = 1;
    public const int Arrival = 2;
    public const int Dispatch = 3;
}
