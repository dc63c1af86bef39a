namespace SimInterdiction.Model.Measures;

/// <summary>What is summed up over one replication, for everything together and for each entry of a
/// <see cref="Dimension"/>.</summary>
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

    /// <summary>Of those seized, by Mexican partners.</summary>
    ShipmentsSeizedByPartners,
    FirearmsSeizedByPartners,

    /// <summary>Of those seized, of shipments stopped only because of a lead.</summary>
    ShipmentsSeizedOnLeads,
    FirearmsSeizedOnLeads,

    /// <summary>Traces that were submitted, and that ended, inside the window.</summary>
    TracesSubmitted,
    TracesEnded,
    Leads,

    /// <summary>Of the leads, those on rings that were gone when they came up.</summary>
    StaleLeads,

    /// <summary>Of the leads, those on rings that a case ended inside the window.</summary>
    LeadsOfEndedRings,

    /// <summary>Of the others, those on rings on which a case was opened inside the window.</summary>
    LeadsOfOtherCases,

    /// <summary>Of those without a case, those after which a shipment of their ring was stopped only because of a lead,
    /// inside the window.</summary>
    LeadsActedOn,

    /// <summary>Time from the departure of the shipment until a lead comes up, stale or not.</summary>
    LeadAgeHours,

    /// <summary>Shipments of the cohort on whose ring a task force held a live lead when they left.</summary>
    ShipmentsOfKnownRings,

    /// <summary>Time of traces under way inside the window.</summary>
    OpenTraceHours,
    CasesOpened,
    CasesClosed,

    /// <summary>Time that cases opened inside the window wait for an investigator.</summary>
    CaseWaitHours,

    /// <summary>Organizations disrupted at least once inside the window.</summary>
    OrganizationsDisrupted,
    DisruptedHours,

    /// <summary>Rings that closed cases ended.</summary>
    RingsDismantled,

    /// <summary>Length of the window.</summary>
    WindowHours,

    /// <summary>How many more shipments the luck of the searches took than was to be expected: 0 on average, exactly. A
    /// control variate.</summary>
    ShipmentsByLuck,

    /// <summary>The same of firearms; of weeks, of the shipments that left in them.</summary>
    FirearmsByLuck,

    /// <summary>How often a shipment of the cohort came to a checkpoint with teams while none there was on duty: as
    /// often as there are such checkpoints on its way.</summary>
    PassagesOffDuty,

    /// <summary>The same while one was on duty, whatever came of it.</summary>
    PassagesOnDuty,

    /// <summary>Vehicles of both kinds referred to secondary inspection, inside the window.</summary>
    Referrals,

    /// <summary>Of those, the ones that found its lanes busy, or the shift over, and went free.</summary>
    ReferralsWavedThrough,

    /// <summary>Time in the queue for secondary of those searched there.</summary>
    SecondaryWaitHours,

    /// <summary>Time of its lanes on duty, inside the window, that is busy.</summary>
    SecondaryBusyLaneHours,
    SecondaryLaneHours,

    /// <summary>Of the firearms seized, those that secondary inspection found.</summary>
    FirearmsSeizedAtSecondary,

    /// <summary>Of the cost, that of traces.</summary>
    TraceCostUsd,
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

    /// <summary>Weeks of the window: dispatches at their departure, seizures at the instant of seizure.</summary>
    Week,

    /// <summary>How far the teams came with a shipment; see <see cref="Measures.Fate"/>.</summary>
    Fate,

    /// <summary>Checkpoint and hour of the day, named "laredo/08".</summary>
    CheckpointHour,
}
