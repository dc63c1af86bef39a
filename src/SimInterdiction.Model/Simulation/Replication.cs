using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Model.Simulation;

/// <summary>
/// Simulates one arm, replication by replication. Single-threaded; shares nothing that changes; allocates nothing per event or shipment once warm.
/// </summary>
/// <remarks>
/// The calendar holds one event for each flow (its next planned dispatch), one for each shipment that waits or is under way (what happens to it next), and one for
/// each trace and case. Legitimate traffic needs no events: it is caught up with whenever a shipment reaches its team, and at the end of the window.
/// </remarks>
public sealed class Replication : IHandleEvents, IDisposable
{
    // A team that works on leads draws its luck apart from one with lanes at the same place.
    private const uint LeadsLuck = 1u << 16;

    private readonly CompiledScenario world;
    private readonly Roster roster;
    private readonly DelayHistogram delays = new();
    private readonly EventCalendar calendar = new();
    private readonly Ledger ledger;
    private readonly Dispatcher dispatcher;
    private readonly IntelligenceDesk desk;
    private readonly SlotPool<Shipment> shipments = new();
    private readonly int flowCount;
    private int cohortUnderWay;
    private uint replication;

    /// <param name="world">The scenario.</param>
    /// <param name="arm">Which deployment, against whom.</param>
    public Replication(CompiledScenario world, Arm arm)
    {
        this.world = world;
        roster = new Roster(world, arm.Deployment);
        ledger = new Ledger(world);
        flowCount = world.Flows.Length;
        desk = new IntelligenceDesk(world, arm.Deployment, calendar, flowCount + 1, ledger);
        dispatcher = new Dispatcher(world, arm, calendar, shipments, desk, Depart);
        foreach (Station station in roster.All.Where(s => s.LegitimateStopsPerHour > 0))
        {
            StreamKey key = world.TrafficKeys[station.Place.Place][station.Place.Rank];
            Station[] copies = CopiesUpTo(station, arm.Deployment);
            DutyCalendar[] earlier = [.. copies[..^1].Where(s => s.Place.Type == station.Place.Type).Select(s => s.Duty)];
            station.Traffic = new StoppedTraffic(station, copies[^1].Duty, earlier, key, world.Timeline, delays);
        }
    }

    /// <summary>Events handled since this was made.</summary>
    public long Events { get; private set; }

    /// <summary>Shipments dispatched since this was made, those outside the window included.</summary>
    public long Shipments { get; private set; }

    /// <summary>Searches inside the window since this was made.</summary>
    public long Searches { get; private set; }

    /// <summary>Simulates one replication: the same for the same scenario, seed and number, whatever ran before.</summary>
    /// <param name="number">Which replication, from 0.</param>
    /// <param name="into">Takes the result.</param>
    public void Run(int number, ReplicationRecord into)
    {
        Begin((uint)number, into);
        Instant windowEnd = world.Timeline.WindowEnd;
        long handled = 0;
        while (calendar.TryTakeNext(out int subject))
        {
            if (calendar.Now >= windowEnd && cohortUnderWay == 0)
            {
                break;
            }

            Handle(subject);
            handled++;
        }

        foreach (Station station in roster.All)
        {
            station.Traffic?.AdvanceTo(windowEnd);
        }

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
            case ShipmentStage.Postponed or ShipmentStage.Waits:
                dispatcher.Resume(slot);
                break;
            case ShipmentStage.Travels:
                shipment.Arrived = calendar.Now;
                shipment.BeginVisit();
                MeetTeams(slot, ref shipment);
                break;
            case ShipmentStage.Held:
                MeetTeams(slot, ref shipment);
                break;
            default:
                Seize(slot, in shipment);
                break;
        }
    }

    public void Dispose() => calendar.Dispose();

    /// <summary>The calendar's subject for the shipment in a slot: flows come first, then shipments and the desk's business in turn.</summary>
    internal static int SubjectOf(int slot, int flowCount) => flowCount + (2 * slot);

    private void Begin(uint number, ReplicationRecord into)
    {
        replication = number;
        cohortUnderWay = 0;
        calendar.Clear();
        delays.Clear();
        ledger.Open(into, number);
        shipments.Clear();
        foreach (Station station in roster.All)
        {
            station.Begin(number);
        }

        desk.Begin(number);
        dispatcher.Begin(number);
    }

    /// <summary>The shipment in a slot leaves.</summary>
    private void Depart(int slot)
    {
        ref Shipment shipment = ref shipments[slot];
        Instant now = calendar.Now;
        shipment.Step = 0;
        shipment.BeginVisit();
        shipment.Arrived = now;
        shipment.IsInCohort = world.Timeline.IsObserved(now);
        Shipments++;
        if (shipment.IsInCohort)
        {
            cohortUnderWay++;
            ledger.Dispatched(in shipment, now);
        }

        int origin = world.Routes[shipment.Corridor].Places[0];
        if (roster.AtPlace[origin] is not null)
        {
            shipment.Luck = world.Flows[shipment.LuckOf].VisitLuck(replication, shipment.Number, origin, 0);
        }

        MeetTeams(slot, ref shipment);
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

        Travel(slot, ref shipment);
    }

    /// <summary>A team on duty tries to stop the shipment and search it; true if something remains to be waited for.</summary>
    private bool IsHeldBy(Station team, in Shift shift, Station[] teams, int slot, ref Shipment shipment)
    {
        Instant now = calendar.Now;
        uint draw = team.Works == TeamWork.Leads ? LeadsLuck + shipment.LeadsTries++ : shipment.LaneTries++;
        RandomBlock luck = draw == 0
            ? shipment.Luck
            : world.Flows[shipment.LuckOf].VisitLuck(replication, shipment.Number, team.Place.Place, draw);
        double part = IsFurther(team, teams, now) ? team.FurtherTeamAdds : 1;
        double factor = desk.FactorFor(team.Place.TaskForce, world.Flows[shipment.Flow].Organization, out int lead);
        if (luck.First >= Math.Min(1, team.ActsOnShare * factor) * part)
        {
            return false;
        }

        shipment.Lead = luck.First >= team.ActsOnShare * part ? lead : -1;

        team.Traffic?.AdvanceTo(now);
        double searchHours = team.SearchHours.Quantile(luck.Third);
        bool isFound = luck.Second < team.FindsShare(shipment.Firearms);
        bool isServed = team.TryServe(now, in shift, isFound ? searchHours + team.SeizureHours : searchHours, out Instant at);
        bool isSeized = isServed && isFound;
        if (world.Timeline.IsObserved(shipment.Arrived))
        {
            team.CountStop(isServed, at - now);
            team.Done[(int)Total.Hits] += isSeized ? 1 : 0;
        }

        Instant until = isServed ? at + searchHours : at;
        if (until == now && !isSeized)
        {
            return false;
        }

        shipment.Stage = isSeized ? ShipmentStage.Found : ShipmentStage.Held;
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

    /// <summary>On to the next place with teams, or the end; places without teams are passed on the way.</summary>
    private void Travel(int slot, ref Shipment shipment)
    {
        RouteLegs route = world.Routes[shipment.Corridor];
        int last = route.Places.Length - 1;
        if (shipment.Step == last)
        {
            desk.Delivered(in shipment);
            End(slot, in shipment, isSeized: false);
            return;
        }

        double hours = 0;
        do
        {
            shipment.Step++;
            hours += world.LegHours(in shipment, replication, shipment.Step, out shipment.Luck);
        }
        while (shipment.Step < last && roster.AtPlace[route.Places[shipment.Step]] is null);

        shipment.Stage = ShipmentStage.Travels;
        calendar.Schedule(calendar.Now + hours, Phases.Arrival, SubjectOf(slot, flowCount));
    }

    private void Seize(int slot, in Shipment shipment)
    {
        int place = world.Routes[shipment.Corridor].Places[shipment.Step];
        Station team = roster.AtPlace[place]![shipment.NextTeam - 1];
        if (shipment.IsInCohort)
        {
            ledger.Seized(in shipment, team, calendar.Now);
        }

        desk.Seized(in shipment, team.Place.TaskForce);
        End(slot, in shipment, isSeized: true);
    }

    /// <summary>The shipment has met its fate: seized or delivered.</summary>
    private void End(int slot, in Shipment shipment, bool isSeized)
    {
        dispatcher.Met(in shipment, isSeized);
        if (shipment.IsInCohort)
        {
            cohortUnderWay--;
        }

        shipments.Return(slot);
    }

    /// <summary>Fresh copies of the teams of a place up to and including one.</summary>
    private Station[] CopiesUpTo(Station station, string deployment)
    {
        int index = Array.IndexOf(roster.AtPlace[station.Place.Place]!, station);
        return new Roster(world, deployment).AtPlace[station.Place.Place]![..(index + 1)];
    }
}
