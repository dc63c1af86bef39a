using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Chronicle;

/// <summary>One fact of a replication. Names are those of the scenario; what does not belong to a fact is
/// null.</summary>
public sealed record Fact
{
    public required FactKind Kind { get; init; }

    /// <summary>When, on the simulated clock.</summary>
    public required Instant At { get; init; }

    /// <summary>When, by the calendar.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Whether results count it: fates of shipments that left inside the window, stops of those that arrived
    /// inside it, and whatever else happened inside it.</summary>
    public required bool Counts { get; init; }

    /// <summary>
    /// Flow and number by planned dispatch, such as <c>houston/1204</c>, the same in every deployment; of a split load
    /// the further vehicles are <c>houston/1204.2</c> and so on. Of a trace and a lead, the shipment that carried the
    /// firearm.
    /// </summary>
    public string? Shipment { get; init; }

    /// <summary>The flow that the shipment goes out under.</summary>
    public string? Flow { get; init; }

    public string? Organization { get; init; }

    /// <summary>Which ring of the organization: <c>17</c>, and those after it at its place <c>17.2</c> and so on; null
    /// where it has no rings.</summary>
    public string? Ring { get; init; }

    public string? Corridor { get; init; }

    /// <summary>The place where it happened.</summary>
    public string? Place { get; init; }

    public string? Checkpoint { get; init; }

    /// <summary>Whose team acted; of traces and leads, who seized the firearm: null for one recovered in
    /// Mexico.</summary>
    public string? TaskForce { get; init; }

    /// <summary>The team's type.</summary>
    public string? Team { get; init; }

    /// <summary>How many the shipment carries.</summary>
    public int? Firearms { get; init; }

    /// <summary>Over how many vehicles a load is spread.</summary>
    public int? Vehicles { get; init; }

    public int? Trace { get; init; }

    /// <summary>Of a stop and what follows from it: the lead without which there would have been none.</summary>
    public int? Lead { get; init; }

    public int? Case { get; init; }

    /// <summary>Whom a lead is shared with: task forces, separated by a space.</summary>
    public string? SharedWith { get; init; }

    /// <summary>How long it lasts: a wait, lying low, a disruption.</summary>
    public DateTime? Until { get; init; }
}
