using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>
/// From a planned dispatch to a shipment that leaves: planned by its flow, perhaps dropped by a disruption, held back
/// by its organization, given a corridor, spread over vehicles, and kept waiting by its driver.
/// </summary>
internal sealed class Dispatcher
{
    private readonly CompiledScenario world;
    private readonly AdversaryPlan plan;
    private readonly DispatchQueue planned;
    private readonly EventCalendar calendar;
    private readonly SlotPool<Shipment> shipments;
    private readonly OrganizationStates organizations;
    private readonly Investigations investigations;
    private readonly RingsAtWork rings;
    private readonly ShipmentMovement movement;
    private readonly IObserveFacts observer;
    private readonly Cancellation cancellation;
    private readonly double[] perceived;
    private readonly double[] upTo;
    private uint replication;

    /// <param name="world">The scenario.</param>
    /// <param name="plan">How flows choose corridors.</param>
    /// <param name="planned">What is planned.</param>
    /// <param name="calendar">Takes shipments that wait.</param>
    /// <param name="shipments">Room for shipments.</param>
    /// <param name="organizations">What they do.</param>
    /// <param name="investigations">Know who is disrupted.</param>
    /// <param name="rings">Know which ring sends what.</param>
    /// <param name="movement">Takes the shipments that leave.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="cancellation">Ends a replication before it is done.</param>
    public Dispatcher(
        CompiledScenario world,
        AdversaryPlan plan,
        DispatchQueue planned,
        EventCalendar calendar,
        SlotPool<Shipment> shipments,
        OrganizationStates organizations,
        Investigations investigations,
        RingsAtWork rings,
        ShipmentMovement movement,
        IObserveFacts observer,
        Cancellation cancellation
    )
    {
        this.world = world;
        this.plan = plan;
        this.planned = planned;
        this.calendar = calendar;
        this.shipments = shipments;
        this.organizations = organizations;
        this.investigations = investigations;
        this.rings = rings;
        this.movement = movement;
        this.observer = observer;
        this.cancellation = cancellation;
        perceived = new double[plan.Choices.Max(choice => choice.Room)];
        upTo = new double[plan.Choices.Max(choice => choice.RoomOfSums)];
    }

    /// <summary>When the next planned dispatch is due.</summary>
    public Instant NextAt => planned.Next.At;

    /// <summary>Begins a replication.</summary>
    public void Begin(uint number)
    {
        replication = number;
        planned.Begin(number);
    }

    /// <summary>The next planned dispatch is due now.</summary>
    public void Dispatch()
    {
        PlannedDispatch due = planned.Next;
        planned.MoveOn();
        if (!due.TakesPlace || !TrySend(due.Flow, due.Number, out int under, out Ring ring))
        {
            return;
        }

        int slot = shipments.Take();
        ref Shipment shipment = ref shipments[slot];
        shipment.Number = due.Number;
        shipment.Flow = under;
        shipment.LuckOf = due.Flow;
        shipment.Ring = ring;
        shipment.CorridorLuck = due.CorridorLuck;
        shipment.Firearms = due.Firearms;
        shipment.FirstFirearm = 0;
        Decide(slot);
    }

    /// <summary>The shipment in a slot has waited; now it goes, unless its organization holds it back.</summary>
    public void Resume(int slot)
    {
        if (shipments[slot].Stage == ShipmentStage.Postponed)
        {
            Decide(slot);
        }
        else if (!TryHoldBack(slot, ShipmentStage.Waits))
        {
            movement.Depart(slot);
        }
    }

    /// <summary>Draws whether a planned dispatch goes out, by which ring, and under which flow: while its organization
    /// is disrupted, or no ring is at its place, it may be dropped, or taken over by another.</summary>
    private bool TrySend(int flow, ulong number, out int under, out Ring ring)
    {
        under = flow;
        int organization = world.Flows[flow].Organization;
        if (rings.AreOf(organization))
        {
            return TrySendByRing(flow, number, under, out ring);
        }

        ring = rings.WholeOf(organization);
        if (!investigations.IsDisrupted(organization, out TraffickingGroup? group))
        {
            return true;
        }

        RandomBlock luck = world.Flows[flow].DisruptionLuck(replication, number);
        if (luck.First >= group.Disruption)
        {
            return true;
        }

        if (luck.Second < group.Substitution && TryTakeOver(organization, luck.Third, out under))
        {
            organization = world.Flows[under].Organization;
            ring = rings.WholeOf(organization);
            observer.TakenOver(new ShipmentName(flow, number), under, in ring, calendar.Now);
            return !rings.AreOf(organization) || TrySendByRing(flow, number, under, out ring);
        }

        observer.Dropped(new ShipmentName(flow, number), in ring, calendar.Now);
        return false;
    }

    private bool TrySendByRing(int flow, ulong number, int under, out Ring ring)
    {
        int organization = world.Flows[under].Organization;
        RandomBlock luck = world.Flows[flow].RingLuck(replication, number);
        ring = rings.SenderOf(organization, luck.FirstFine, calendar.Now, out TraffickingGroup? endedBy);
        if (endedBy is null)
        {
            return true;
        }

        if (luck.Third < endedBy.Substitution && rings.SubstituteOf(organization, luck.Fourth, calendar.Now) is { } other)
        {
            ring = other;
            observer.TakenOver(new ShipmentName(flow, number), under, in ring, calendar.Now);
            return true;
        }

        observer.Dropped(new ShipmentName(flow, number), in ring, calendar.Now);
        return false;
    }

    /// <summary>Draws a flow of another organization, in proportion to rates; false if there is none.</summary>
    private bool TryTakeOver(int organization, double u, out int flow)
    {
        double all = 0;
        foreach (CompiledFlow each in world.FlowsInOrder)
        {
            all += each.Organization == organization ? 0 : each.ShipmentsPerHour;
        }

        flow = -1;
        double left = u * all;
        for (int i = 0; i < world.FlowsInOrder.Length && left >= 0 && all > 0; i++)
        {
            CompiledFlow each = world.FlowsInOrder[i];
            if (each.Organization != organization)
            {
                flow = each.Number;
                left -= each.ShipmentsPerHour;
            }
        }

        return flow >= 0;
    }

    private void Decide(int slot)
    {
        if (TryHoldBack(slot, ShipmentStage.Postponed))
        {
            return;
        }

        ref Shipment shipment = ref shipments[slot];
        OrganizationState organization = organizations.Of(in shipment);
        shipment.Corridor = CorridorOf(in shipment, organization);
        int vehicles = organization.VehiclesFor(shipment.Firearms, calendar.Now);
        if (vehicles == 1)
        {
            SendOff(slot, organization);
            return;
        }

        Shipment load = shipment;
        shipments.Return(slot);
        observer.Split(in load, vehicles, calendar.Now);
        for (int vehicle = 0; vehicle < vehicles; vehicle++)
        {
            cancellation.ThrowIfRequested();
            int first = load.Firearms * vehicle / vehicles;
            int part = shipments.Take();
            shipments[part] = load with
            {
                Number = load.Number + ((ulong)vehicle * Shipment.VehicleStep),
                FirstFirearm = first,
                Firearms = (load.Firearms * (vehicle + 1) / vehicles) - first,
            };
            SendOff(part, organization);
        }
    }

    /// <summary>The organization hears its news; if it holds the shipment back then, that waits, or is lost.</summary>
    private bool TryHoldBack(int slot, ShipmentStage stage)
    {
        ref Shipment shipment = ref shipments[slot];
        OrganizationState organization = organizations.Of(in shipment);
        organization.Listen(calendar.Now);
        if (organization.PauseAt(calendar.Now) is not { } pause)
        {
            return false;
        }

        observer.HeldBack(in shipment, calendar.Now, pause.Until, pause.LosesShipments);
        if (pause.LosesShipments)
        {
            shipments.Return(slot);
        }
        else
        {
            Wait(slot, stage, pause.Until);
        }

        return true;
    }

    private int CorridorOf(in Shipment shipment, OrganizationState organization)
    {
        CorridorChoice choice = plan.Choices[shipment.Flow];
        double[] weightsUpTo = plan.CumulativeWeights[shipment.Flow];
        if (organization.TryPerceive(shipment.Flow, calendar.Now, perceived))
        {
            weightsUpTo = upTo;
            choice.Weigh(perceived, weightsUpTo);
        }

        return choice.At(shipment.CorridorLuck, weightsUpTo);
    }

    private void SendOff(int slot, OrganizationState organization)
    {
        ref Shipment shipment = ref shipments[slot];
        double wait = organization.WaitHours(in shipment, calendar.Now);
        if (wait > 0)
        {
            observer.Waits(in shipment, calendar.Now, calendar.Now + wait);
            Wait(slot, ShipmentStage.Waits, calendar.Now + wait);
            return;
        }

        movement.Depart(slot);
    }

    private void Wait(int slot, ShipmentStage stage, Instant until)
    {
        shipments[slot].Stage = stage;
        calendar.Schedule(until, Phases.Dispatch, Subjects.OfShipment(slot));
    }
}
