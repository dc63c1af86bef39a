using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>
/// From a planned dispatch to a shipment that leaves: planned by its flow, perhaps dropped by a disruption, held back
/// while its organization lies low, given a corridor, spread over vehicles, and kept waiting by a driver who watches
/// the duty hours.
/// </summary>
internal sealed class Dispatcher
{
    private readonly CompiledScenario world;
    private readonly EventCalendar calendar;
    private readonly SlotPool<Shipment> shipments;
    private readonly IntelligenceDesk desk;
    private readonly IObserveFacts observer;
    private readonly Action<int> depart;
    private readonly StopRequest stop;
    private readonly AdversaryPlan plan;
    private readonly Adversary[] adversaries;
    private readonly DutyForesight? foresight;
    private readonly DispatchPlan[] planned;
    private readonly Legs legs;
    private readonly double[] perceived;
    private readonly double[] upTo;
    private readonly double[] hoursTo;
    private uint replication;

    /// <param name="world">The scenario.</param>
    /// <param name="arm">Which deployment, against whom.</param>
    /// <param name="calendar">Takes planned dispatches, with the flow's number as subject, and shipments that
    /// wait.</param>
    /// <param name="shipments">Room for shipments.</param>
    /// <param name="desk">Knows who is disrupted.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="depart">Sends the shipment in a slot on its way.</param>
    /// <param name="stop">Ends a replication before it is done.</param>
    public Dispatcher(
        CompiledScenario world,
        Arm arm,
        EventCalendar calendar,
        SlotPool<Shipment> shipments,
        IntelligenceDesk desk,
        IObserveFacts observer,
        Action<int> depart,
        StopRequest stop
    )
    {
        this.world = world;
        this.calendar = calendar;
        this.shipments = shipments;
        this.desk = desk;
        this.observer = observer;
        this.depart = depart;
        this.stop = stop;
        plan = world.AdversariesOf(arm);
        adversaries =
        [
            .. plan.Organizations.Select(
                (organization, number) =>
                    new Adversary(organization, world.FlowsInOrder.Where(f => f.Organization == number).Sum(f => f.ShipmentsPerHour))
            ),
        ];
        foresight = adversaries.Any(adversary => adversary.Watches is not null)
            ? new DutyForesight(new Roster(world, arm.Deployment))
            : null;
        planned = [.. world.Flows.Select(flow => new DispatchPlan(flow))];
        legs = new Legs(world);
        perceived = new double[plan.Choices.Max(choice => choice.Room)];
        upTo = new double[plan.Choices.Max(choice => choice.RoomOfSums)];
        hoursTo = new double[world.Routes.Max(route => route.Places.Length)];
    }

    /// <summary>Begins a replication: every flow plans its first dispatch.</summary>
    public void Begin(uint number)
    {
        replication = number;
        foreach (Adversary adversary in adversaries)
        {
            adversary.Begin();
        }

        foreach (CompiledFlow flow in world.FlowsInOrder)
        {
            planned[flow.Number].Begin(number);
            calendar.Schedule(Instant.Zero + planned[flow.Number].GapHours, Phases.Dispatch, flow.Number);
        }
    }

    /// <summary>A flow's planned dispatch is due.</summary>
    public void Dispatch(int flowNumber)
    {
        CompiledFlow flow = world.Flows[flowNumber];
        Instant now = calendar.Now;
        DispatchPlan next = planned[flowNumber];
        (ulong number, double corridorLuck, double loadLuck, double thinningLuck) = (
            next.Number,
            next.CorridorLuck,
            next.LoadLuck,
            next.ThinningLuck
        );

        // The next one first: of what is scheduled now it comes soonest, and so sinks least from the root of the heap.
        next.MoveOn();
        calendar.Schedule(now + next.GapHours, Phases.Dispatch, flowNumber);
        if (!flow.TakesPlace(thinningLuck, now) || !GoesOut(flowNumber, number, out int under))
        {
            return;
        }

        int slot = shipments.Take();
        ref Shipment shipment = ref shipments[slot];
        shipment.Number = number;
        shipment.Flow = under;
        shipment.LuckOf = flowNumber;
        shipment.CorridorLuck = corridorLuck;
        shipment.Firearms = flow.FirearmsOf(loadLuck);
        shipment.FirstFirearm = 0;
        Decide(slot);
    }

    /// <summary>The shipment in a slot has waited; now it goes, unless its organization lies low.</summary>
    public void Resume(int slot)
    {
        if (shipments[slot].Stage == ShipmentStage.Postponed)
        {
            Decide(slot);
        }
        else if (!IsHeldBack(slot, ShipmentStage.Waits))
        {
            depart(slot);
        }
    }

    /// <summary>The organization will hear of its loss.</summary>
    public void Lost(in Shipment shipment)
    {
        Adversary adversary = AdversaryOf(in shipment);
        adversary.Lost(in shipment, calendar.Now);
        if (adversary.LowAfterLoss(calendar.Now) is { } low)
        {
            observer.LiesLow(world.Flows[shipment.Flow].Organization, low.From, low.To);
        }
    }

    /// <summary>Whether the organization wants to know when its shipment is delivered.</summary>
    public bool AwaitsDelivery(in Shipment shipment) => AdversaryOf(in shipment).Learns;

    /// <summary>The organization will hear of the delivery.</summary>
    public void Delivered(in Shipment shipment, Instant at) => AdversaryOf(in shipment).Delivered(in shipment, at);

    /// <summary>Whether a planned dispatch goes out, and under which flow: while its organization is disrupted it may
    /// be dropped, or taken over by another's.</summary>
    private bool GoesOut(int flow, ulong number, out int under)
    {
        under = flow;
        if (!desk.IsDisrupted(world.Flows[flow].Organization, out TraffickingGroup? group))
        {
            return true;
        }

        RandomBlock luck = world.Flows[flow].DisruptionLuck(replication, number);
        if (luck.First >= group.Disruption)
        {
            return true;
        }

        if (luck.Second < group.Substitution && TryTakeOver(world.Flows[flow].Organization, luck.Third, out under))
        {
            observer.TakenOver(new ShipmentName(flow, number), under, calendar.Now);
            return true;
        }

        observer.Dropped(new ShipmentName(flow, number), calendar.Now);
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
        if (IsHeldBack(slot, ShipmentStage.Postponed))
        {
            return;
        }

        ref Shipment shipment = ref shipments[slot];
        Adversary adversary = AdversaryOf(in shipment);
        shipment.Corridor = CorridorOf(in shipment, adversary);
        int vehicles = adversary.VehiclesFor(shipment.Firearms, calendar.Now);
        if (vehicles == 1)
        {
            SendOff(slot, adversary);
            return;
        }

        Shipment load = shipment;
        shipments.Return(slot);
        observer.Split(in load, vehicles, calendar.Now);
        for (int vehicle = 0; vehicle < vehicles; vehicle++)
        {
            stop.Heed();
            int first = load.Firearms * vehicle / vehicles;
            int part = shipments.Take();
            shipments[part] = load with
            {
                Number = load.Number | ((ulong)vehicle << Shipment.VehicleShift),
                FirstFirearm = first,
                Firearms = (load.Firearms * (vehicle + 1) / vehicles) - first,
            };
            SendOff(part, adversary);
        }
    }

    /// <summary>Whether the organization lies low: then the shipment waits for it to end, or is lost.</summary>
    private bool IsHeldBack(int slot, ShipmentStage stage)
    {
        ref Shipment shipment = ref shipments[slot];
        Adversary adversary = AdversaryOf(in shipment);
        adversary.Listen(calendar.Now);
        if (!adversary.LiesLow(calendar.Now, out Instant until))
        {
            return false;
        }

        observer.HeldBack(in shipment, calendar.Now, until, isLost: !adversary.Postpones);
        if (adversary.Postpones)
        {
            Wait(slot, stage, until);
        }
        else
        {
            shipments.Return(slot);
        }

        return true;
    }

    private int CorridorOf(in Shipment shipment, Adversary adversary)
    {
        CorridorChoice choice = plan.Choices[shipment.Flow];
        double[] weightsUpTo = plan.UpTo[shipment.Flow];
        if (adversary.TryPerceive(plan.Subjects[shipment.Flow], calendar.Now, perceived))
        {
            weightsUpTo = upTo;
            choice.Weigh(perceived, weightsUpTo);
        }

        return choice.At(shipment.CorridorLuck, weightsUpTo);
    }

    private void SendOff(int slot, Adversary adversary)
    {
        ref Shipment shipment = ref shipments[slot];
        if (
            adversary.Watches is { } watching
            && world.Flows[shipment.LuckOf].WatchLuck(replication, shipment.Number).First < watching.Share
        )
        {
            legs.HoursTo(in shipment, replication, hoursTo);
            double wait = foresight!.Wait(calendar.Now, world.Routes[shipment.Corridor].Places, hoursTo, watching.PatienceHours);
            if (wait > 0)
            {
                observer.Waits(in shipment, calendar.Now, calendar.Now + wait);
                Wait(slot, ShipmentStage.Waits, calendar.Now + wait);
                return;
            }
        }

        depart(slot);
    }

    private void Wait(int slot, ShipmentStage stage, Instant until)
    {
        shipments[slot].Stage = stage;
        calendar.Schedule(until, Phases.Dispatch, Replication.SubjectOf(slot, planned.Length));
    }

    private Adversary AdversaryOf(in Shipment shipment) => adversaries[world.Flows[shipment.Flow].Organization];
}
