namespace SimInterdiction.Model.Measures;

/// <summary>What is summed up over one replication, for everything together and for each entry of a <see cref="Dimension"/>.</summary>
public enum Total
{
    /// <summary>Shipments of the cohort that left.</summary>
    ShipmentsDispatched,
    FirearmsDispatched,
    ShipmentsSeized,
    FirearmsSeized,

    /// <summary>Vehicles of both kinds that arrived inside the window and were stopped.</summary>
    Stops,
    Searches,
    WavedThrough,

    /// <summary>Shipments seized of those that arrived inside the window: the numerator of the hit rate.</summary>
    Hits,

    /// <summary>Time in the queue of searched vehicles.</summary>
    WaitHours,

    /// <summary>Lane time on duty, inside the window, that is busy.</summary>
    BusyLaneHours,
    LaneHours,

    /// <summary>Legitimate vehicles stopped.</summary>
    LegitimateStops,

    /// <summary>Their time in queue and search.</summary>
    LegitimateDelayHours,
    DelayMedianHours,
    DelayP95Hours,
    OfficerHours,
    CostUsd,
}

/// <summary>What results are broken down by.</summary>
public enum Dimension
{
    Checkpoint,
    TaskForce,
    Corridor,
    Flow,
    Organization,
    Month,
    Hour,
    Window,
    Kind,

    /// <summary>How far the teams came with a shipment; see <see cref="Measures.Fate"/>.</summary>
    Fate,

    /// <summary>Checkpoint and hour of the day, named "laredo/08".</summary>
    CheckpointHour,
}
