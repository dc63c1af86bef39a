using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>A shipment on its way, from its departure past the teams of its corridor to its fate.</summary>
/// <param name="world">The scenario.</param>
/// <param name="roster">The teams.</param>
/// <param name="calendar">Takes the next visit of a shipment that a team may still stop, and the end of a
/// search.</param>
/// <param name="shipments">The shipments under way.</param>
/// <param name="organizations">Hear of losses and deliveries.</param>
/// <param name="investigations">Know the leads, and trace what is seized.</param>
/// <param name="ledger">Takes the control variate.</param>
/// <param name="passages">Counts who comes while nobody is on duty.</param>
/// <param name="observer">Is notified of what happens.</param>
internal sealed class ShipmentMovement(
    CompiledScenario world,
    Roster roster,
    EventCalendar calendar,
    StructPool<Shipment> shipments,
    OrganizationStates organizations,
    Investigations investigations,
    Ledger ledger,
    Passages passages,
    IObserveFacts observer
)
{
    private readonly Hazards hazards = new(world, roster, investigations.GreatestFactor);
    private readonly TravelTimes travelTimes = new(world);
    private readonly TeamStops stops = new(world, investigations, observer);
    private readonly SearchControl searchControl = new(world, roster, investigations, passages);

    // By corridor: whether any team is ever posted on it; and whether one of the deployment's own is.
    private readonly bool[] isManned = Manned(world, roster, _ => true);
    private readonly bool[] isMannedInWindow = Manned(world, roster, team => team.Rules.IsOfTheWindow);
    private uint replication;
    private uint departed;

    /// <summary>Whether the control variate is computed.</summary>
    public bool WorksOutControl { get; set; }

    /// <summary>For how many shipments the results wait: those of the cohort, and those at a place that they came to
    /// inside the window.</summary>
    public int Awaited { get; private set; }

    /// <summary>Departures since this was made.</summary>
    public long Departures { get; private set; }

    private static bool[] Manned(CompiledScenario world, Roster roster, Func<Station, bool> counts) =>
        [.. world.Routes.Select(route => route.Places.Any(place => roster.AtPlace[place]?.Any(counts) == true))];

    /// <summary>Begins a replication.</summary>
    public void Begin(uint number)
    {
        replication = number;
        departed = 0;
        Awaited = 0;
        searchControl.Begin(number);
        stops.Begin(number);
    }

    /// <summary>The shipment in a slot leaves.</summary>
    public void Depart(int slot)
    {
        ref Shipment shipment = ref shipments[slot];
        shipment.IsInCohort = world.Timeline.IsObserved(calendar.Now);
        shipment.IsAwaited = false;
        shipment.Fate =
            !(shipment.IsInCohort ? isMannedInWindow : isManned)[shipment.Corridor] ? Fate.NoTeam
            : WorksOutControl && shipment.IsInCohort ? Fate.OffDuty
            : Fate.NotStopped;
        Departures++;
        shipment.Departure = ++departed;
        shipment.Left = calendar.Now;
        observer.Dispatched(in shipment, investigations.IsKnown(in shipment), calendar.Now);
        TravelTo(0, slot, ref shipment);
    }

    /// <summary>The shipment is at a place; the teams on duty there try in turn, then it goes on.</summary>
    public void MeetTeams(int slot)
    {
        ref Shipment shipment = ref shipments[slot];
        int place = world.Routes[shipment.Corridor].Places[shipment.Step];
        if (roster.AtPlace[place] is { } teams)
        {
            while (shipment.NextTeam < teams.Length)
            {
                Station team = teams[shipment.NextTeam++];
                if (
                    team.Duty.IsOnDuty(calendar.Now, out Shift shift)
                    && stops.Try(team, in shift, teams, calendar.Now, ref shipment) is { } stop
                    && IsHeld(team, stop, slot, ref shipment)
                )
                {
                    return;
                }
            }
        }

        TravelTo(shipment.Step + 1, slot, ref shipment);
    }

    /// <summary>The search that finds the shipment's load is over.</summary>
    public void Seize(int slot)
    {
        ref Shipment shipment = ref shipments[slot];
        int place = world.Routes[shipment.Corridor].Places[shipment.Step];
        Station team = roster.AtPlace[place]![shipment.NextTeam - 1];
        observer.Seized(in shipment, team, calendar.Now);
        investigations.Seized(in shipment, team.Place.TaskForce);
        organizations.Of(in shipment).Lost(in shipment, calendar.Now);
        End(slot, ref shipment);
    }

    /// <summary>The search at primary lanes is over, and the shipment comes to secondary inspection.</summary>
    public void InspectAgain(int slot)
    {
        ref Shipment shipment = ref shipments[slot];
        int place = world.Routes[shipment.Corridor].Places[shipment.Step];
        Station team = roster.AtPlace[place]![shipment.NextTeam - 1];
        if (!IsHeld(team, stops.InspectAgain(team, calendar.Now, ref shipment), slot, ref shipment))
        {
            MeetTeams(slot);
        }
    }

    /// <summary>Holds the shipment up as long as a stop takes.</summary>
    /// <returns>Whether it is held up; if not, the next team may try at once.</returns>
    private bool IsHeld(Station team, Stop stop, int slot, ref Shipment shipment)
    {
        Instant now = calendar.Now;
        if (stop.IsReferred && stop.Until == now)
        {
            stop = stops.InspectAgain(team, now, ref shipment);
        }

        bool isSeized = stop.Outcome == Fate.Seized;
        if (stop.Until == now && !isSeized)
        {
            return false;
        }

        shipment.Stage =
            stop.IsReferred ? ShipmentStage.Referred
            : isSeized ? ShipmentStage.Found
            : ShipmentStage.Visits;
        calendar.Schedule(stop.Until, Phases.Fate, Subjects.OfShipment(slot));
        return true;
    }

    /// <summary>On to the next place where a team may stop the shipment; if there is none, it is as good as
    /// delivered.</summary>
    /// <param name="step">Index of the place it travels to first.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="shipment">The shipment.</param>
    private void TravelTo(int step, int slot, ref Shipment shipment)
    {
        CompiledFlow flow = world.Flows[shipment.LuckOf];
        RouteLegs route = world.Routes[shipment.Corridor];
        bool isDeliveryAwaited =
            investigations.AwaitsDelivery || organizations.Of(in shipment).HearsOfDeliveries || observer.AwaitsDeliveries;
        Instant at = calendar.Now;
        for (; step < route.Places.Length; step += RandomBlocks.Count)
        {
            RandomBlocks luck = flow.LuckAlong(replication, shipment.Number, shipment.Corridor, step);
            int passed = hazards.PassedBeforeFirst(in shipment, replication, step, in luck);
            bool isLast = passed == RandomBlocks.Count && step + passed >= route.Places.Length;
            bool isControlled = WorksOutControl && shipment.IsInCohort && searchControl.Matters(shipment.Corridor, step);
            if (isLast && !isDeliveryAwaited && !isControlled)
            {
                break;
            }

            ReadOnlySpan<Instant> arrives = travelTimes.Along(
                at,
                shipment.Corridor,
                step,
                Math.Min(Math.Min(passed + 1, RandomBlocks.Count), route.Places.Length - step),
                in luck
            );
            at = arrives[^1];
            if (isControlled)
            {
                ledger.CountLuck(in shipment, searchControl.Along(ref shipment, replication, step, passed, arrives));
            }

            if (passed < RandomBlocks.Count)
            {
                Visit(step + passed, at, slot, ref shipment);
                return;
            }
        }

        if (isDeliveryAwaited)
        {
            observer.Delivered(in shipment, at);
            investigations.Delivered(in shipment, at);
            organizations.Of(in shipment).Delivered(in shipment, at);
        }

        End(slot, ref shipment);
    }

    private void Visit(int step, Instant at, int slot, ref Shipment shipment)
    {
        shipment.Step = step;
        shipment.Arrived = at;
        shipment.BeginVisit();
        Await(ref shipment, shipment.IsInCohort || world.Timeline.IsObserved(at));
        if (at == calendar.Now)
        {
            MeetTeams(slot);
        }
        else
        {
            calendar.Schedule(at, Phases.Arrival, Subjects.OfShipment(slot), shipment.Departure);
        }
    }

    /// <summary>The shipment has met its fate: seized or delivered.</summary>
    private void End(int slot, ref Shipment shipment)
    {
        observer.Ended(in shipment);
        Await(ref shipment, false);
        shipments.Return(slot);
    }

    private void Await(ref Shipment shipment, bool isAwaited)
    {
        Awaited += (isAwaited ? 1 : 0) - (shipment.IsAwaited ? 1 : 0);
        shipment.IsAwaited = isAwaited;
    }
}
