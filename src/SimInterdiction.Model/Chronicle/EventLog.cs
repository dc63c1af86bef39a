using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Chronicle;

/// <summary>Every fact of the latest replication, warm-up included, in the order of time.</summary>
public sealed class EventLog(CompiledScenario world) : IObserveFacts
{
    private readonly NamesInLogs names = new(world);
    private readonly List<Fact> told = [];
    private IReadOnlyList<Fact> facts = [];

    /// <summary>The facts by time; those of one instant in the order in which they came about. Empty until a
    /// replication is over.</summary>
    public IReadOnlyList<Fact> Facts => facts;

    bool IObserveFacts.AwaitsDeliveries => true;

    void IObserveFacts.Begins(uint replication)
    {
        told.Clear();
        facts = [];
    }

    // A stable sort: what is told first of one instant came about first.
    void IObserveFacts.Ends(Instant at) =>
        facts = [.. told.Where(fact => fact.At <= at || fact.Kind == FactKind.Delivered).OrderBy(fact => fact.At.Hours)];

    void IObserveFacts.Dispatched(in Shipment shipment, bool isKnown, Instant at) =>
        told.Add(Of(in shipment, FactKind.Dispatched, at) with { Corridor = CorridorOf(in shipment), Place = PlacesOf(in shipment)[0] });

    void IObserveFacts.Dropped(ShipmentName shipment, in Ring ring, Instant at) =>
        told.Add(Planned(shipment, shipment.Flow, in ring, FactKind.Dropped, at));

    void IObserveFacts.TakenOver(ShipmentName shipment, int underFlow, in Ring ring, Instant at) =>
        told.Add(Planned(shipment, underFlow, in ring, FactKind.TakenOver, at));

    void IObserveFacts.Split(in Shipment load, int vehicles, Instant at) =>
        told.Add(Of(in load, FactKind.Split, at) with { Vehicles = vehicles });

    void IObserveFacts.HeldBack(in Shipment shipment, Instant at, Instant until, bool isLost) =>
        told.Add(
            Of(in shipment, isLost ? FactKind.GivenUp : FactKind.Postponed, at) with
            {
                Until = isLost ? null : world.Timeline.At(until),
            }
        );

    void IObserveFacts.Waits(in Shipment shipment, Instant at, Instant until) =>
        told.Add(Of(in shipment, FactKind.Waits, at) with { Until = world.Timeline.At(until) });

    void IObserveFacts.Stopped(in Shipment shipment, Station team, Instant at, Fate? outcome, Instant until) =>
        Tell(By(team, in shipment, FactKind.Stopped, at) with { Lead = outcome is null ? null : LeadOf(in shipment) }, outcome, until);

    void IObserveFacts.Referred(in Shipment shipment, Station team, Instant at, Fate outcome, Instant until) =>
        Tell(By(team, in shipment, FactKind.Referred, at) with { Counts = world.Timeline.IsObserved(at) }, outcome, until);

    // That a load is found is told once it is seized, and that it is referred once it is.
    private void Tell(Fact fact, Fate? outcome, Instant until)
    {
        told.Add(fact);
        if (outcome is Fate.Missed or Fate.WavedThrough)
        {
            told.Add(
                fact with
                {
                    Kind = outcome == Fate.Missed ? FactKind.Missed : FactKind.WavedThrough,
                    At = until,
                    Time = world.Timeline.At(until),
                }
            );
        }
    }

    void IObserveFacts.Seized(in Shipment shipment, Station team, Instant at) =>
        told.Add(By(team, in shipment, FactKind.Seized, at) with { Counts = shipment.IsInCohort });

    void IObserveFacts.Delivered(in Shipment shipment, Instant at) =>
        told.Add(
            Of(in shipment, FactKind.Delivered, at) with
            {
                Counts = shipment.IsInCohort,
                Corridor = CorridorOf(in shipment),
                Place = PlacesOf(in shipment)[^1],
            }
        );

    void IObserveFacts.LiesLow(int organization, Instant from, Instant until) =>
        told.Add(
            Plain(FactKind.LiesLow, from) with
            {
                Organization = names.Of(Dimension.Organization, organization),
                Until = world.Timeline.At(until),
            }
        );

    void IObserveFacts.TraceSubmitted(in Trace trace, Instant at, Instant ends, double costUsd) =>
        told.Add(Of(in trace, FactKind.TraceSubmitted, at));

    void IObserveFacts.TraceEnded(in Trace trace, Instant at, bool isLead)
    {
        if (!isLead)
        {
            told.Add(Of(in trace, FactKind.TraceUnresolved, at));
        }
    }

    void IObserveFacts.LeadCameUp(in Lead lead, in Trace trace) =>
        told.Add(Of(in trace, FactKind.Lead, lead.CameUp) with { Lead = lead.Number });

    void IObserveFacts.LeadIsStale(in Trace trace, Instant at) => told.Add(Of(in trace, FactKind.StaleLead, at));

    void IObserveFacts.LeadShared(in Lead lead, IReadOnlyList<bool> isSharedWith, Instant at) =>
        told.Add(
            Plain(FactKind.LeadShared, at) with
            {
                Lead = lead.Number,
                Organization = names.Of(Dimension.Organization, lead.Organization),
                Ring = lead.Ring.Name,
                SharedWith = string.Join(
                    ' ',
                    isSharedWith.Index().Where(each => each.Item).Select(each => names.Of(Dimension.TaskForce, each.Index))
                ),
            }
        );

    void IObserveFacts.CaseOpened(in Case opened, Instant at) =>
        told.Add(Of(in opened, FactKind.CaseOpened, at) with { Lead = opened.Lead });

    void IObserveFacts.CaseBegun(in Case begun, Instant at) => told.Add(Of(in begun, FactKind.CaseBegun, at));

    void IObserveFacts.RingCaseClosed(in Case closed, Instant at, Instant? emptyUntil) =>
        told.Add(
            emptyUntil is { } until
                ? Of(in closed, FactKind.RingDismantled, at) with
                {
                    Until = until == Instant.Never ? null : world.Timeline.At(until),
                }
                : Of(in closed, FactKind.CaseTooLate, at)
        );

    void IObserveFacts.CaseClosed(in Case closed, Instant at, Instant before, Instant until) =>
        told.Add(Of(in closed, FactKind.CaseClosed, at) with { Until = world.Timeline.At(until) });

    private Fact Plain(FactKind kind, Instant at) =>
        new()
        {
            Kind = kind,
            At = at,
            Time = world.Timeline.At(at),
            Counts = world.Timeline.IsObserved(at),
        };

    private Fact Planned(ShipmentName shipment, int underFlow, in Ring ring, FactKind kind, Instant at) =>
        Plain(kind, at) with
        {
            Shipment = names.Of(shipment),
            Flow = names.Of(Dimension.Flow, underFlow),
            Organization = names.Of(Dimension.Organization, world.Flows[underFlow].Organization),
            Ring = ring.Name,
        };

    private Fact Of(in Shipment shipment, FactKind kind, Instant at) =>
        Planned(new ShipmentName(shipment.LuckOf, shipment.Number), shipment.Flow, in shipment.Ring, kind, at) with
        {
            Firearms = shipment.Firearms,
        };

    private Fact By(Station team, in Shipment shipment, FactKind kind, Instant at) =>
        Of(in shipment, kind, at) with
        {
            Counts = world.Timeline.IsObserved(shipment.Arrived),
            Corridor = CorridorOf(in shipment),
            Place = PlacesOf(in shipment)[shipment.Step],
            Checkpoint = names.Of(Dimension.Checkpoint, team.Place.Checkpoint),
            TaskForce = names.Of(Dimension.TaskForce, team.Place.TaskForce),
            Team = team.Place.Type,
            Lead = LeadOf(in shipment),
        };

    private Fact Of(in Trace trace, FactKind kind, Instant at) =>
        Plain(kind, at) with
        {
            Shipment = names.Of(trace.From),
            Organization = names.Of(Dimension.Organization, trace.Organization),
            Ring = trace.Ring.Name,
            TaskForce = trace.TaskForce is { } taskForce ? names.Of(Dimension.TaskForce, taskForce) : null,
            Trace = trace.Number,
        };

    private Fact Of(in Case named, FactKind kind, Instant at) =>
        Plain(kind, at) with
        {
            Case = named.Number,
            Organization = names.Of(Dimension.Organization, named.Organization),
            Ring = named.Ring.Name,
        };

    private static int? LeadOf(in Shipment shipment) => shipment.Lead >= 0 ? shipment.Lead : null;

    private string CorridorOf(in Shipment shipment) => names.Of(Dimension.Corridor, shipment.Corridor);

    private IReadOnlyList<string> PlacesOf(in Shipment shipment) => world.Map.Corridors[shipment.Corridor].Places;
}
