using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Interdiction;
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
    private readonly SearchControl searchControl = new(world, roster, investigations, passages);

    // By corridor: whether any team is posted on it.
    private readonly bool[] isManned = [.. world.Routes.Select(r => r.Places.Any(place => roster.AtPlace[place] is not null))];
    private uint replication;
    private uint departed;

    /// <summary>Whether the control variate is computed.</summary>
    public bool WorksOutControl { get; set; }

    /// <summary>For how many shipments the results wait: those of the cohort, and those at a place that they came to
    /// inside the window.</summary>
    public int Awaited { get; private set; }

    /// <summary>Departures since this was made.</summary>
    public long Departures { get; private set; }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint number)
    {
        replication = number;
        departed = 0;
        Awaited = 0;
        searchControl.Begin(number);
    }

    /// <summary>The shipment in a slot leaves.</summary>
    public void Depart(int slot)
    {
        ref Shipment shipment = ref shipments[slot];
        shipment.IsInCohort = world.Timeline.IsObserved(calendar.Now);
        shipment.IsAwaited = false;
        shipment.Fate =
            !isManned[shipment.Corridor] ? Fate.NoTeam
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
                if (team.Duty.IsOnDuty(calendar.Now, out Shift shift) && TryStop(team, in shift, teams, slot, ref shipment))
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

    /// <summary>A team on duty tries to stop the shipment and search it.</summary>
    /// <returns>Whether it holds the shipment up; if not, the next team may try at once.</returns>
    private bool TryStop(Station team, in Shift shift, Station[] teams, int slot, ref Shipment shipment)
    {
        Instant now = calendar.Now;
        RandomBlock luck = DrawTry(team, ref shipment);
        if (!Acts(team, IsFurther(team, teams, now), luck.First, ref shipment))
        {
            return false;
        }

        Stop stop = Serve(team, in shift, now, shipment.Firearms, in luck);
        Report(team, now, in stop, ref shipment);
        bool isSeized = stop.Outcome == Fate.Seized;
        if (stop.Until == now && !isSeized)
        {
            return false;
        }

        shipment.Stage = isSeized ? ShipmentStage.Found : ShipmentStage.Visits;
        calendar.Schedule(stop.Until, Phases.Fate, Subjects.OfShipment(slot));
        return true;
    }

    /// <summary>The luck of this try: whether the team acts, whether it finds the load, and how long it
    /// searches.</summary>
    private RandomBlock DrawTry(Station team, ref Shipment shipment)
    {
        uint draw = team.Works == TeamWork.Leads ? CompiledFlow.LeadsLuck + shipment.LeadsTries : shipment.LaneTries;
        if (team.Works == TeamWork.Leads)
        {
            shipment.LeadsTries++;
        }
        else
        {
            shipment.LaneTries++;
        }

        return world.Flows[shipment.LuckOf].VisitLuck(replication, shipment.Number, team.Place.Place, draw);
    }

    /// <summary>Decides whether the team acts on the shipment; if so, the shipment holds the lead that it owes this
    /// to.</summary>
    private bool Acts(Station team, bool isFurther, double luck, ref Shipment shipment)
    {
        double factor = investigations.FactorFor(team.Place.TaskForce, in shipment, out int lead);
        bool acts = luck < team.ChanceToAct(isFurther, factor);
        if (acts)
        {
            shipment.Lead = luck < team.ChanceToAct(isFurther) ? -1 : lead;
        }

        return acts;
    }

    /// <summary>The team searches the shipment, or waves it through when its lanes are full.</summary>
    private static Stop Serve(Station team, in Shift shift, Instant now, int firearms, in RandomBlock luck)
    {
        team.Traffic?.AdvanceTo(now);
        team.TurnHourTo(now);
        double searchHours = team.SearchHours.Quantile(luck.Third);
        bool isFound = luck.Second < team.FindsShare(firearms);
        return team.TryServe(now, in shift, isFound ? searchHours + team.SeizureHours : searchHours, out Instant begins)
            ? new Stop(isFound ? Fate.Seized : Fate.Missed, begins, begins + searchHours)
            : new Stop(Fate.WavedThrough, begins, begins);
    }

    private void Report(Station team, Instant now, in Stop stop, ref Shipment shipment)
    {
        shipment.CameTo(stop.Outcome);
        if (world.Timeline.IsObserved(shipment.Arrived))
        {
            team.CountStop(stop.Outcome != Fate.WavedThrough, stop.Begins - now);
            team.Done[(int)Total.Hits] += stop.Outcome == Fate.Seized ? 1 : 0;
        }

        observer.Stopped(in shipment, team, now, stop.Outcome, stop.Until);
    }

    /// <summary>Whether another team of its type that tries before it is on duty too.</summary>
    private static bool IsFurther(Station team, Station[] teams, Instant now)
    {
        foreach (Station earlier in teams)
        {
            if (ReferenceEquals(earlier, team))
            {
                return false;
            }

            if (earlier.Place.Type == team.Place.Type && earlier.IsOnDuty(now))
            {
                return true;
            }
        }

        return false;
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

    /// <summary>What comes of a stop.</summary>
    /// <param name="Outcome">Waved through, missed or seized.</param>
    /// <param name="Begins">When the search begins; of a vehicle waved through, when it may go on.</param>
    /// <param name="Until">When the search ends.</param>
    private readonly record struct Stop(Fate Outcome, Instant Begins, Instant Until);
}
