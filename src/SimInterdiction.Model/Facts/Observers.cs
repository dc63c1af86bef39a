using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Facts;

/// <summary>Two observers as one.</summary>
internal sealed class Observers(IObserveFacts first, IObserveFacts second) : IObserveFacts
{
    /// <summary>Several observers as one, told in this order; alone, the first one itself, so that nothing is made for
    /// nobody.</summary>
    public static IObserveFacts Together(IObserveFacts first, params ReadOnlySpan<IObserveFacts?> others)
    {
        IObserveFacts all = first;
        foreach (IObserveFacts? other in others)
        {
            all = other is null ? all : new Observers(all, other);
        }

        return all;
    }

    public bool AwaitsDeliveries => first.AwaitsDeliveries || second.AwaitsDeliveries;

    public void Begins(uint replication)
    {
        first.Begins(replication);
        second.Begins(replication);
    }

    public void Ends(Instant at)
    {
        first.Ends(at);
        second.Ends(at);
    }

    public void Dispatched(in Shipment shipment, bool isKnown, Instant at)
    {
        first.Dispatched(in shipment, isKnown, at);
        second.Dispatched(in shipment, isKnown, at);
    }

    public void Dropped(ShipmentName shipment, in Ring ring, Instant at)
    {
        first.Dropped(shipment, in ring, at);
        second.Dropped(shipment, in ring, at);
    }

    public void TakenOver(ShipmentName shipment, int underFlow, in Ring ring, Instant at)
    {
        first.TakenOver(shipment, underFlow, in ring, at);
        second.TakenOver(shipment, underFlow, in ring, at);
    }

    public void Split(in Shipment load, int vehicles, Instant at)
    {
        first.Split(in load, vehicles, at);
        second.Split(in load, vehicles, at);
    }

    public void HeldBack(in Shipment shipment, Instant at, Instant until, bool isLost)
    {
        first.HeldBack(in shipment, at, until, isLost);
        second.HeldBack(in shipment, at, until, isLost);
    }

    public void Waits(in Shipment shipment, Instant at, Instant until)
    {
        first.Waits(in shipment, at, until);
        second.Waits(in shipment, at, until);
    }

    public void Stopped(in Shipment shipment, Station team, Instant at, Fate? outcome, Instant until)
    {
        first.Stopped(in shipment, team, at, outcome, until);
        second.Stopped(in shipment, team, at, outcome, until);
    }

    public void Referred(in Shipment shipment, Station team, Instant at, Fate outcome, Instant until)
    {
        first.Referred(in shipment, team, at, outcome, until);
        second.Referred(in shipment, team, at, outcome, until);
    }

    public void Seized(in Shipment shipment, Station team, Instant at)
    {
        first.Seized(in shipment, team, at);
        second.Seized(in shipment, team, at);
    }

    public void Delivered(in Shipment shipment, Instant at)
    {
        first.Delivered(in shipment, at);
        second.Delivered(in shipment, at);
    }

    public void Ended(in Shipment shipment)
    {
        first.Ended(in shipment);
        second.Ended(in shipment);
    }

    public void LiesLow(int organization, Instant from, Instant until)
    {
        first.LiesLow(organization, from, until);
        second.LiesLow(organization, from, until);
    }

    public void TraceSubmitted(in Trace trace, Instant at, Instant ends, double costUsd)
    {
        first.TraceSubmitted(in trace, at, ends, costUsd);
        second.TraceSubmitted(in trace, at, ends, costUsd);
    }

    public void TraceEnded(in Trace trace, Instant at, bool isLead)
    {
        first.TraceEnded(in trace, at, isLead);
        second.TraceEnded(in trace, at, isLead);
    }

    public void LeadCameUp(in Lead lead, in Trace trace)
    {
        first.LeadCameUp(in lead, in trace);
        second.LeadCameUp(in lead, in trace);
    }

    public void LeadIsStale(in Trace trace, Instant at)
    {
        first.LeadIsStale(in trace, at);
        second.LeadIsStale(in trace, at);
    }

    public void LeadShared(in Lead lead, IReadOnlyList<bool> isSharedWith, Instant at)
    {
        first.LeadShared(in lead, isSharedWith, at);
        second.LeadShared(in lead, isSharedWith, at);
    }

    public void CaseOpened(in Case opened, Instant at)
    {
        first.CaseOpened(in opened, at);
        second.CaseOpened(in opened, at);
    }

    public void CaseBegun(in Case begun, Instant at)
    {
        first.CaseBegun(in begun, at);
        second.CaseBegun(in begun, at);
    }

    public void RingCaseClosed(in Case closed, Instant at, Instant? emptyUntil)
    {
        first.RingCaseClosed(in closed, at, emptyUntil);
        second.RingCaseClosed(in closed, at, emptyUntil);
    }

    public void CaseClosed(in Case closed, Instant at, Instant before, Instant until)
    {
        first.CaseClosed(in closed, at, before, until);
        second.CaseClosed(in closed, at, before, until);
    }
}
