using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>
/// Simulates one arm, replication by replication. Single-threaded; shares nothing that changes; allocates nothing per
/// event or shipment once warm.
/// </summary>
/// <remarks>
/// The calendar holds one event for each flow (its next planned dispatch) and one for each shipment that a team may
/// still stop (when it reaches that team, or when the team lets go of it) or that waits to leave, and one for each
/// trace and case. Legitimate traffic needs no events: it is caught up with whenever a team stops a shipment, and at
/// the end of the window.
/// </remarks>
public sealed class Replication : IHandleEvents, IDisposable
{
    // Between two looks whether to stop. An event takes some tenths of a microsecond, so looking costs nothing and is
    // never late.
    private const int EventsBetweenLooks = 256;

    private readonly CompiledScenario world;
    private readonly Roster roster;
    private readonly DelayHistogram delays = new();
    private readonly EventCalendar calendar = new();
    private readonly StopRequest stop = new();
    private readonly Ledger ledger;
    private readonly IObserveFacts observer;
    private readonly IntelligenceDesk desk;
    private readonly Dispatcher dispatcher;
    private readonly Hazards hazards;
    private readonly Legs legs;
    private readonly SearchLuck searchLuck;
    private readonly SlotPool<Shipment> shipments = new();
    private readonly int flowCount;

    // By corridor: whether any team is posted on it.
    private readonly bool[] isManned;
    private int awaited;
    private uint replication;

    /// <param name="world">The scenario.</param>
    /// <param name="arm">Which deployment, against whom.</param>
    public Replication(CompiledScenario world, Arm arm)
        : this(world, arm, ledger => ledger) { }

    /// <param name="world">The scenario.</param>
    /// <param name="arm">Which deployment, against whom.</param>
    /// <param name="log">Holds every fact of the latest replication; what it comes to is the same as without.</param>
    public Replication(CompiledScenario world, Arm arm, EventLog log)
        : this(world, arm, ledger => new Observers(ledger, log)) { }

    /// <param name="world">The scenario.</param>
    /// <param name="arm">Which deployment, against whom.</param>
    /// <param name="log">Holds every fact of the latest replication; what it comes to is the same as without.</param>
    /// <param name="journeys">Holds where each of its shipments was when.</param>
    public Replication(CompiledScenario world, Arm arm, EventLog log, JourneyLog journeys)
        : this(world, arm, ledger => new Observers(ledger, new Observers(log, journeys))) { }

    private Replication(CompiledScenario world, Arm arm, Func<Ledger, IObserveFacts> observe)
    {
        this.world = world;
        roster = new Roster(world, arm.Deployment);
        ledger = new Ledger(world, stop);
        observer = observe(ledger);
        flowCount = world.Flows.Length;
        desk = new IntelligenceDesk(world, arm.Deployment, calendar, flowCount + 1, observer, stop);
        dispatcher = new Dispatcher(world, arm, calendar, shipments, desk, observer, Depart, stop);
        hazards = new Hazards(world, roster, desk.GreatestFactor);
        legs = new Legs(world);
        searchLuck = new SearchLuck(world, roster, desk);
        isManned = [.. world.Routes.Select(r => r.Places.Any(place => roster.AtPlace[place] is not null))];
        foreach (Station station in roster.All.Where(s => s.LegitimateStopsPerHour > 0))
        {
            StreamKey key = world.TrafficKeys[station.Place.Place][station.Place.Rank];
            DutyCalendar[] earlier =
            [
                .. roster.AtPlace[station.Place.Place]!
                    .TakeWhile(s => s != station)
                    .Where(s => s.Place.Type == station.Place.Type)
                    .Select(s => s.Rules.Calendar()),
            ];
            station.Traffic = new StoppedTraffic(station, station.Rules.Calendar(), earlier, key, world.Timeline, delays, stop);
        }
    }

    /// <summary>Whether <see cref="Total.ShipmentsByLuck"/> and <see cref="Total.FirearmsByLuck"/> are worked out,
    /// which takes time; without, they stay 0.</summary>
    public bool WorksOutLuck { get; init; } = true;

    /// <summary>Events handled since this was made.</summary>
    public long Events { get; private set; }

    /// <summary>Shipments dispatched since this was made, those outside the window included.</summary>
    public long Shipments { get; private set; }

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
        stop.Begin(cancellation);
        Begin((uint)number, into);
        Instant windowEnd = world.Timeline.WindowEnd;
        long handled = 0;
        while (calendar.TryTakeNext(out int subject))
        {
            if (calendar.Now >= windowEnd && awaited == 0)
            {
                break;
            }

            Handle(subject);
            if (++handled % EventsBetweenLooks == 0)
            {
                stop.Heed();
            }
        }

        foreach (Station station in roster.All)
        {
            station.Traffic?.AdvanceTo(windowEnd);
        }

        observer.Ends(calendar.Now);
        ledger.Close(roster, desk.Group, delays);
        Events += handled;
        Searches += (long)into.Totals[(int)Total.Searches];
    }

    /// <inheritdoc/>
    public void Handle(int subject)
    {
        if (subject < flowCount)
        {
            dispatcher.Dispatch(subject);
            return;
        }

        int slot = (subject - flowCount) >> 1;
        if (((subject - flowCount) & 1) != 0)
        {
            desk.Handle(slot);
            return;
        }

        ref Shipment shipment = ref shipments[slot];
        switch (shipment.Stage)
        {
            case ShipmentStage.Visits:
                MeetTeams(slot, ref shipment);
                break;
            case ShipmentStage.Found:
                Seize(slot, ref shipment);
                break;
            default:
                dispatcher.Resume(slot);
                break;
        }
    }

    public void Dispose() => calendar.Dispose();

    /// <summary>The calendar's subject for the shipment in a slot: flows come first, then shipments and the desk's
    /// business in turn.</summary>
    internal static int SubjectOf(int slot, int flowCount) => flowCount + (2 * slot);

    private void Begin(uint number, ReplicationRecord into)
    {
        replication = number;
        awaited = 0;
        calendar.Clear();
        delays.Clear();
        ledger.Open(into, number);
        observer.Begins(number);
        shipments.Clear();
        foreach (Station station in roster.All)
        {
            station.Begin(number);
        }

        desk.Begin(number);
        searchLuck.Begin(number);
        dispatcher.Begin(number);
    }

    /// <summary>The shipment in a slot leaves.</summary>
    private void Depart(int slot)
    {
        ref Shipment shipment = ref shipments[slot];
        shipment.IsInCohort = world.Timeline.IsObserved(calendar.Now);
        shipment.IsAwaited = false;
        shipment.Fate = isManned[shipment.Corridor] ? Fate.NotStopped : Fate.NoTeam;
        Shipments++;
        observer.Dispatched(in shipment, calendar.Now);
        TravelTo(0, slot, ref shipment);
    }

    /// <summary>The shipment is at a place; the teams on duty there try in turn, then it goes on.</summary>
    private void MeetTeams(int slot, ref Shipment shipment)
    {
        int place = world.Routes[shipment.Corridor].Places[shipment.Step];
        if (roster.AtPlace[place] is { } teams)
        {
            while (shipment.NextTeam < teams.Length)
            {
                Station team = teams[shipment.NextTeam++];
                if (team.Duty.IsOnDuty(calendar.Now, out Shift shift) && IsHeldBy(team, in shift, teams, slot, ref shipment))
                {
                    return;
                }
            }
        }

        TravelTo(shipment.Step + 1, slot, ref shipment);
    }

    /// <summary>A team on duty tries to stop the shipment and search it; true if something remains to be waited
    /// for.</summary>
    private bool IsHeldBy(Station team, in Shift shift, Station[] teams, int slot, ref Shipment shipment)
    {
        Instant now = calendar.Now;
        uint draw = team.Works == TeamWork.Leads ? CompiledFlow.LeadsLuck + shipment.LeadsTries++ : shipment.LaneTries++;
        RandomBlock luck = world.Flows[shipment.LuckOf].VisitLuck(replication, shipment.Number, team.Place.Place, draw);
        double part = IsFurther(team, teams, now) ? team.FurtherTeamAdds : 1;
        double factor = desk.FactorFor(team.Place.TaskForce, world.Flows[shipment.Flow].Organization, out int lead);
        if (luck.First >= Math.Min(1, team.ActsOnShare * factor) * part)
        {
            return false;
        }

        shipment.Lead = luck.First < team.ActsOnShare * part ? -1 : lead;

        team.Traffic?.AdvanceTo(now);
        team.TurnHourTo(now);
        double searchHours = team.SearchHours.Quantile(luck.Third);
        bool isFound = luck.Second < team.FindsShare(shipment.Firearms);
        bool isServed = team.TryServe(now, in shift, isFound ? searchHours + team.SeizureHours : searchHours, out Instant at);
        bool isSeized = isServed && isFound;
        Fate outcome =
            isSeized ? Fate.Seized
            : isServed ? Fate.Missed
            : Fate.WavedThrough;
        shipment.CameTo(outcome);
        if (world.Timeline.IsObserved(shipment.Arrived))
        {
            team.CountStop(isServed, at - now);
            team.Done[(int)Total.Hits] += isSeized ? 1 : 0;
        }

        Instant until = isServed ? at + searchHours : at;
        observer.Stopped(in shipment, team, now, outcome, until);
        if (until == now && !isSeized)
        {
            return false;
        }

        shipment.Stage = isSeized ? ShipmentStage.Found : ShipmentStage.Visits;
        calendar.Schedule(until, Phases.Fate, SubjectOf(slot, flowCount));
        return true;
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
        bool isDeliveryAwaited = desk.AwaitsDelivery || dispatcher.AwaitsDelivery(in shipment) || observer.AwaitsDeliveries;
        Instant at = calendar.Now;
        for (; step < route.Places.Length; step += RandomBlocks.Count)
        {
            RandomBlocks luck = flow.LuckAlong(replication, shipment.Number, shipment.Corridor, step);
            int passed = hazards.PassedBeforeFirst(in shipment, replication, step, in luck);
            bool isLast = passed == RandomBlocks.Count && step + passed >= route.Places.Length;
            bool isControlled = WorksOutLuck && shipment.IsInCohort && searchLuck.Matters(shipment.Corridor, step);
            if (isLast && !isDeliveryAwaited && !isControlled)
            {
                break;
            }

            ReadOnlySpan<Instant> arrives = legs.Along(
                at,
                shipment.Corridor,
                step,
                Math.Min(Math.Min(passed + 1, RandomBlocks.Count), route.Places.Length - step),
                in luck
            );
            at = arrives[^1];
            if (isControlled)
            {
                ledger.CountLuck(in shipment, searchLuck.Along(in shipment, replication, step, passed, arrives));
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
            desk.Delivered(in shipment, at);
            dispatcher.Delivered(in shipment, at);
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
            MeetTeams(slot, ref shipment);
        }
        else
        {
            calendar.Schedule(at, Phases.Arrival, SubjectOf(slot, flowCount));
        }
    }

    private void Seize(int slot, ref Shipment shipment)
    {
        int place = world.Routes[shipment.Corridor].Places[shipment.Step];
        Station team = roster.AtPlace[place]![shipment.NextTeam - 1];
        observer.Seized(in shipment, team, calendar.Now);
        desk.Seized(in shipment, team.Place.TaskForce);
        dispatcher.Lost(in shipment);
        End(slot, ref shipment);
    }

    /// <summary>The shipment has met its fate: seized or delivered.</summary>
    private void End(int slot, ref Shipment shipment)
    {
        observer.Ended(in shipment);
        Await(ref shipment, false);
        shipments.Return(slot);
    }

    /// <summary>The results wait for the fates of the cohort, and for visits that began inside the window.</summary>
    private void Await(ref Shipment shipment, bool isAwaited)
    {
        awaited += (isAwaited ? 1 : 0) - (shipment.IsAwaited ? 1 : 0);
        shipment.IsAwaited = isAwaited;
    }
}
