using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>
/// Simulates one arm, replication by replication. Single-threaded; shares nothing that changes but the inputs that all
/// arms on its thread share; allocates nothing per event or shipment once warm.
/// </summary>
/// <remarks>
/// The calendar holds one event for each shipment that a team may still stop (when it reaches that team, or when the
/// team lets go of it) or that waits to leave, and one for each trace and case. Planned dispatches are known
/// beforehand, so the next one is only compared with the next event. Legitimate traffic needs no events: it is caught
/// up with whenever a team stops a shipment, and at the end of the window.
/// </remarks>
public sealed class Replication : IDisposable
{
    // Between two looks whether to stop. An event takes some tenths of a microsecond, so looking costs nothing and is
    // never late.
    private const int EventsBetweenLooks = 256;

    private readonly CompiledScenario world;
    private readonly Roster roster;
    private readonly EventCalendar calendar = new();
    private readonly Cancellation cancellation;
    private readonly SharedInputs inputs;
    private readonly Ledger ledger;
    private readonly Passages passages;
    private readonly IObserveFacts observer;
    private readonly OrganizationStates organizations;
    private readonly RingsAtWork rings;
    private readonly Investigations investigations;
    private readonly ShipmentMovement movement;
    private readonly Dispatcher dispatcher;

    /// <param name="world">The scenario.</param>
    /// <param name="arm">Which deployment, against whom.</param>
    /// <param name="log">Holds every fact of the latest replication; what it comes to is the same as without.</param>
    /// <param name="journeys">Holds where each of its shipments was when.</param>
    /// <param name="inputs">What it shares with other arms of the same scenario on the same thread; what it comes to is
    /// the same as without.</param>
    public Replication(CompiledScenario world, Arm arm, EventLog? log = null, JourneyLog? journeys = null, SharedInputs? inputs = null)
    {
        this.world = world;
        this.inputs = inputs ?? new SharedInputs(world);
        cancellation = this.inputs.Cancellation;
        AdversaryPlan plan = AdversaryPlan.Of(world, arm);
        roster = new Roster(world, arm.Deployment, this.inputs.Duties);
        ledger = new Ledger(world, cancellation);
        observer = Observers.Together(ledger, log, journeys);
        organizations = new OrganizationStates(world, plan, roster, observer);
        rings = new RingsAtWork(world, arm);
        investigations = new Investigations(world, arm.Deployment, rings, calendar, observer, cancellation);
        passages = new Passages(world, roster);
        movement = new ShipmentMovement(
            world,
            roster,
            calendar,
            this.inputs.Shipments,
            organizations,
            investigations,
            ledger,
            passages,
            observer
        )
        {
            WorksOutControl = true,
        };
        dispatcher = new Dispatcher(
            world,
            plan,
            new DispatchQueue(world, this.inputs.Dispatches),
            calendar,
            this.inputs.Shipments,
            organizations,
            investigations,
            rings,
            movement,
            observer,
            cancellation
        );
        foreach (Station station in roster.All.Where(s => s.Stopping.LegitimatePerHour > 0))
        {
            station.Traffic = TrafficOf(station);
        }
    }

    /// <summary>Whether <see cref="Total.ShipmentsByLuck"/> and <see cref="Total.FirearmsByLuck"/> are computed,
    /// which takes time; without, they stay 0.</summary>
    public bool WorksOutLuck
    {
        get => movement.WorksOutControl;
        init => movement.WorksOutControl = value;
    }

    /// <summary>Events handled since this was made.</summary>
    public long Events { get; private set; }

    /// <summary>Shipments dispatched since this was made, those outside the window included.</summary>
    public long Shipments => movement.Departures;

    /// <summary>Searches inside the window since this was made.</summary>
    public long Searches { get; private set; }

    /// <summary>Simulates one replication: the same for the same scenario, seed and number, whatever ran
    /// before.</summary>
    /// <param name="number">Which replication, from 0.</param>
    /// <param name="into">Takes the result.</param>
    /// <param name="cancellation">Ends it at once, wherever it is; the next one is not affected.</param>
    /// <exception cref="OperationCanceledException">It was ended; the result is void.</exception>
    public void Run(int number, ReplicationRecord into, CancellationToken cancellation = default)
    {
        this.cancellation.Begin(cancellation);
        Begin((uint)number, into);
        Instant windowEnd = world.Timeline.WindowEnd;
        long handled = 0;
        while (true)
        {
            bool isDispatch = !calendar.TryTakeNextThrough(dispatcher.NextAt, out int subject);
            if (isDispatch)
            {
                calendar.AdvanceTo(dispatcher.NextAt);
            }

            if (calendar.Now >= windowEnd && movement.Awaited == 0)
            {
                break;
            }

            if (isDispatch)
            {
                dispatcher.Dispatch();
            }
            else
            {
                Handle(subject);
            }

            if (++handled % EventsBetweenLooks == 0)
            {
                this.cancellation.ThrowIfRequested();
            }
        }

        foreach (Station station in roster.All)
        {
            station.Traffic?.End(windowEnd);
        }

        investigations.Finish();
        observer.Ends(calendar.Now);
        ledger.Close(roster, investigations.Group, inputs.Delays);
        passages.AddTo(into);
        Events += handled;
        Searches += (long)into.Totals[(int)Total.Searches];
    }

    public void Dispose() => calendar.Dispose();

    private void Handle(int subject)
    {
        if (Subjects.IsInquiry(subject, out int slot))
        {
            investigations.Handle(slot);
            return;
        }

        switch (inputs.Shipments[slot].Stage)
        {
            case ShipmentStage.Visits:
                movement.MeetTeams(slot);
                break;
            case ShipmentStage.Found:
                movement.Seize(slot);
                break;
            case ShipmentStage.Referred:
                movement.InspectAgain(slot);
                break;
            default:
                dispatcher.Resume(slot);
                break;
        }
    }

    private void Begin(uint number, ReplicationRecord into)
    {
        calendar.Clear();
        inputs.Delays.Clear();
        ledger.Open(into, number);
        passages.Begin();
        observer.Begins(number);
        inputs.Shipments.Clear();
        foreach (Station station in roster.All)
        {
            station.Begin(number);
        }

        organizations.Begin(number);
        rings.Begin(number);
        investigations.Begin(number);
        movement.Begin(number);
        dispatcher.Begin(number);
    }

    private ITraffic TrafficOf(Station station)
    {
        Station[] earlier =
        [
            .. roster.AtPlace[station.Place.Place]!.TakeWhile(s => s != station).Where(s => s.Place.Type == station.Place.Type),
        ];
        return inputs.Traffic.TrafficOf(station, earlier, world.TrafficKeys[station.Place.Place][station.Place.Rank], inputs.Delays);
    }
}
