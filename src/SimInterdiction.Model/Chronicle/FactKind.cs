namespace SimInterdiction.Model.Chronicle;

/// <summary>What happened. In logs, the names in small letters: <c>trace_submitted</c>.</summary>
public enum FactKind
{
    /// <summary>A planned dispatch did not go out, since its organization is disrupted by a closed case, or its ring
    /// was dismantled.</summary>
    Dropped,

    /// <summary>A planned dispatch of a disrupted organization goes out under another organization's flow, or one of a
    /// dismantled ring is sent by another ring.</summary>
    TakenOver,

    /// <summary>A shipment waits, since its organization lies low.</summary>
    Postponed,

    /// <summary>A shipment is given up, since its organization lies low.</summary>
    GivenUp,

    /// <summary>A load is spread over several vehicles.</summary>
    Split,

    /// <summary>The driver waits for duty hours to pass.</summary>
    Waits,
    Dispatched,

    /// <summary>A team stopped a shipment, or acted on it.</summary>
    Stopped,

    /// <summary>A shipment that was searched without a find comes to secondary inspection.</summary>
    Referred,

    /// <summary>The lanes were busy or the shift ended: a stopped shipment goes on.</summary>
    WavedThrough,

    /// <summary>A search ended and did not find the load.</summary>
    Missed,
    Seized,
    Delivered,
    TraceSubmitted,
    TraceUnresolved,

    /// <summary>A trace ended as a lead.</summary>
    Lead,

    /// <summary>A trace ended as a lead on a ring that was gone by then.</summary>
    StaleLead,
    LeadShared,
    CaseOpened,

    /// <summary>An investigator was free for a case.</summary>
    CaseBegun,

    /// <summary>A case was closed: its organization is disrupted.</summary>
    CaseClosed,

    /// <summary>A case was closed: its ring sends nothing until another takes its place.</summary>
    RingDismantled,

    /// <summary>A case was closed, but its ring was gone by then.</summary>
    CaseTooLate,

    /// <summary>An organization heard of a loss, and dispatches nothing for a while.</summary>
    LiesLow,
}
