using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>What a team does with a shipment at its place: whether it stops it, whether a lane is free, and what the
/// search comes to, at its own lanes and at secondary.</summary>
/// <param name="world">The scenario.</param>
/// <param name="investigations">Know the leads.</param>
/// <param name="observer">Is notified of it.</param>
internal sealed class TeamStops(CompiledScenario world, Investigations investigations, IObserveFacts observer)
{
    private uint replication;

    /// <summary>Begins a replication.</summary>
    public void Begin(uint number) => replication = number;

    /// <summary>A team on duty tries to stop the shipment and search it.</summary>
    /// <param name="team">The team.</param>
    /// <param name="shift">Its shift.</param>
    /// <param name="teams">All of the place, in the order in which they try.</param>
    /// <param name="now">When.</param>
    /// <param name="shipment">The shipment.</param>
    /// <returns>What comes of it; null where it lets the shipment pass.</returns>
    public Stop? Try(Station team, in Shift shift, Station[] teams, Instant now, ref Shipment shipment)
    {
        RandomBlock luck = DrawTry(team, ref shipment);
        double factor = investigations.FactorFor(team.Place.TaskForce, in shipment, out int lead);
        bool isFurther = IsFurther(team, teams, now);
        double first = team.Stopping.ChanceAt(now);
        if (luck.First >= team.ChanceToAct(first, isFurther, factor))
        {
            return null;
        }

        shipment.Lead = luck.First < team.ChanceToAct(first, isFurther) ? -1 : lead;
        shipment.IsAtSecondary = false;
        Stop stop = Serve(team, in shift, now, shipment.Firearms, in luck);
        if (team.Secondary is { } secondary && stop.Outcome == Fate.Missed)
        {
            double again = SecondaryLuck(team, in shipment).First;
            stop = stop with { IsReferred = again < secondary.ChanceToRefer(factor) };
            shipment.Lead = stop.IsReferred && again >= secondary.ChanceToRefer() ? lead : -1;
        }

        shipment.CameTo(stop.Outcome);
        if (world.Timeline.IsObserved(shipment.Arrived))
        {
            team.CountStop(stop.Outcome != Fate.WavedThrough, stop.Begins - now);
        }

        CountHit(team, in stop, in shipment);
        observer.Stopped(in shipment, team, now, stop.IsReferred ? null : stop.Outcome, stop.Until);
        return stop;
    }

    /// <summary>A shipment that was searched and not found comes to secondary inspection.</summary>
    /// <param name="team">The team.</param>
    /// <param name="now">When.</param>
    /// <param name="shipment">The shipment.</param>
    public Stop InspectAgain(Station team, Instant now, ref Shipment shipment)
    {
        team.Traffic?.AdvanceTo(now);
        shipment.IsAtSecondary = true;
        SecondaryLanes secondary = team.Secondary!;
        RandomBlock luck = SecondaryLuck(team, in shipment);
        double searchHours = secondary.SearchHours.Quantile(luck.Third);
        bool isFound = luck.Second < team.FindsAtSecondary(shipment.Firearms);
        Stop stop = secondary.TryServe(now, isFound ? searchHours + team.SeizureHours : searchHours, out Instant begins)
            ? new Stop(isFound ? Fate.Seized : Fate.Missed, begins + searchHours)
            : new Stop(Fate.WavedThrough, begins);
        shipment.CameTo(stop.Outcome);
        CountHit(team, in stop, in shipment);
        observer.Referred(in shipment, team, now, stop.Outcome, stop.Until);
        return stop;
    }

    private void CountHit(Station team, in Stop stop, in Shipment shipment) =>
        team.Done[(int)Total.Hits] += stop.Outcome == Fate.Seized && world.Timeline.IsObserved(shipment.Arrived) ? 1 : 0;

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

        return LuckOf(team, in shipment, draw);
    }

    /// <summary>The luck after the try made last: whether it is referred, whether that finds the load, and how long it
    /// takes.</summary>
    private RandomBlock SecondaryLuck(Station team, in Shipment shipment) =>
        LuckOf(team, in shipment, CompiledFlow.SecondaryLuck + shipment.LaneTries - 1);

    private RandomBlock LuckOf(Station team, in Shipment shipment, uint draw) =>
        world.Flows[shipment.LuckOf].VisitLuck(replication, shipment.Number, team.Place.Place, draw);

    /// <summary>The team searches the shipment, or waves it through when its lanes are full.</summary>
    private static Stop Serve(Station team, in Shift shift, Instant now, int firearms, in RandomBlock luck)
    {
        team.Traffic?.AdvanceTo(now);
        team.TurnHourTo(now);
        double searchHours = team.SearchHours.Quantile(luck.Third);
        bool isFound = luck.Second < team.FindsAtFirst(firearms);
        return team.TryServe(now, in shift, isFound ? searchHours + team.SeizureHours : searchHours, out Instant begins)
            ? new Stop(isFound ? Fate.Seized : Fate.Missed, begins + searchHours) { Begins = begins }
            : new Stop(Fate.WavedThrough, begins) { Begins = begins };
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
}

/// <summary>What comes of a stop.</summary>
/// <param name="Outcome">Waved through, missed or seized.</param>
/// <param name="Until">When that is so.</param>
internal readonly record struct Stop(Fate Outcome, Instant Until)
{
    /// <summary>When the search at the team's own lanes begins; of a vehicle waved through, when it may go
    /// on.</summary>
    public Instant Begins { get; init; }

    /// <summary>Whether the shipment then goes on to secondary inspection.</summary>
    public bool IsReferred { get; init; }
}
