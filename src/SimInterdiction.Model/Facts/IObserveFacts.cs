using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Facts;

/// <summary>
/// Is told every fact of a replication once, as soon as it is certain, which may be before it happens: a delivery once
/// luck lets no team stop the shipment any more, the end of a search when it begins. An observer overlooks what it does
/// not define.
/// </summary>
internal interface IObserveFacts
{
    /// <summary>Whether it wants to be told of deliveries, whose instant is not computed otherwise.</summary>
    bool AwaitsDeliveries => false;

    /// <summary>A replication begins.</summary>
    /// <param name="replication">Its number.</param>
    void Begins(uint replication) { }

    /// <summary>The replication is over; what was told of later instants will not have happened, but for
    /// deliveries.</summary>
    void Ends(Instant at) { }

    /// <summary>A shipment left.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="isKnown">Whether a task force holds a live lead on its ring.</param>
    /// <param name="at">When.</param>
    void Dispatched(in Shipment shipment, bool isKnown, Instant at) { }

    /// <summary>A planned dispatch did not go out, since its organization is disrupted, or the ring was
    /// ended.</summary>
    void Dropped(ShipmentName shipment, in Ring ring, Instant at) { }

    /// <summary>A planned dispatch of a disrupted organization goes out under another's flow, or one of a ring that was
    /// ended is sent by another ring.</summary>
    void TakenOver(ShipmentName shipment, int underFlow, in Ring ring, Instant at) { }

    /// <summary>A load is spread over vehicles; the first has the load's number.</summary>
    void Split(in Shipment load, int vehicles, Instant at) { }

    /// <summary>A shipment does not leave, since its organization lies low; it waits until then, or is lost.</summary>
    void HeldBack(in Shipment shipment, Instant at, Instant until, bool isLost) { }

    /// <summary>The driver waits for duty hours to pass.</summary>
    void Waits(in Shipment shipment, Instant at, Instant until) { }

    /// <summary>A team stopped a shipment, or acted on it.</summary>
    /// <param name="shipment">The shipment, with the lead that it owes this to.</param>
    /// <param name="team">Which team.</param>
    /// <param name="at">When.</param>
    /// <param name="outcome">What comes of it: waved through, missed or seized; null where it is referred to secondary
    /// inspection.</param>
    /// <param name="until">When that is so.</param>
    void Stopped(in Shipment shipment, Station team, Instant at, Fate? outcome, Instant until) { }

    /// <summary>A shipment that a team stopped comes to its secondary inspection.</summary>
    /// <param name="shipment">The shipment, with the lead that it owes this to.</param>
    /// <param name="team">Which team.</param>
    /// <param name="at">When.</param>
    /// <param name="outcome">What comes of it: waved through, missed or seized.</param>
    /// <param name="until">When that is so.</param>
    void Referred(in Shipment shipment, Station team, Instant at, Fate outcome, Instant until) { }

    /// <summary>A team found a load.</summary>
    void Seized(in Shipment shipment, Station team, Instant at) { }

    /// <summary>A shipment is, or will be, delivered. Where no observer awaits deliveries, it may not be
    /// told.</summary>
    void Delivered(in Shipment shipment, Instant at) { }

    /// <summary>A shipment met its fate.</summary>
    void Ended(in Shipment shipment) { }

    /// <summary>After a loss of which it hears at an instant, an organization dispatches nothing for a while.</summary>
    void LiesLow(int organization, Instant from, Instant until) { }

    /// <summary>A trace is, or will be, submitted.</summary>
    void TraceSubmitted(in Trace trace, Instant at, Instant ends, double costUsd) { }

    /// <summary>A trace ended: as a lead, told next as one that came up or as a stale one, or unresolved.</summary>
    void TraceEnded(in Trace trace, Instant at, bool isLead) { }

    /// <summary>A trace ended as a lead.</summary>
    void LeadCameUp(in Lead lead, in Trace trace) { }

    /// <summary>A trace ended as a lead on a ring that is gone.</summary>
    void LeadIsStale(in Trace trace, Instant at) { }

    /// <summary>A lead will be shared with task forces.</summary>
    void LeadShared(in Lead lead, IReadOnlyList<bool> isSharedWith, Instant at) { }

    /// <summary>A case was opened.</summary>
    void CaseOpened(in Case opened, Instant at) { }

    /// <summary>An investigator takes up a case.</summary>
    void CaseBegun(in Case begun, Instant at) { }

    /// <summary>A case about a ring was closed: nothing is sent from its place until <paramref name="emptyUntil"/>;
    /// null where the ring was gone before.</summary>
    void RingCaseClosed(in Case closed, Instant at, Instant? emptyUntil) { }

    /// <summary>A case about a whole organization was closed: disrupted until <paramref name="before"/>, it now is
    /// until <paramref name="until"/>.</summary>
    void CaseClosed(in Case closed, Instant at, Instant before, Instant until) { }
}
