using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>Takes down what happens to the cohort and adds it up: the one place where facts become totals.</summary>
internal sealed class Ledger(CompiledScenario world, Cancellation cancellation) : IObserveFacts
{
    // Finer than any sum of money that is paid, coarser than what rounding leaves of sums up to a thousand million
    // dollars.
    private const int MoneyDigits = 6;

    private readonly bool[] isOfTeams = [.. Enum.GetValues<Total>().Select(total => total.Source == TotalSource.Teams)];
    private readonly bool[] isDisrupted = new bool[world.EntryNames(Dimension.Organization).Count];
    private readonly LeadUses leadUses = new();
    private ReplicationRecord record = new([]);
    private uint replication;

    public void Open(ReplicationRecord into, uint replicationNumber)
    {
        record = into;
        replication = replicationNumber;
        record.Clear();
        Array.Clear(isDisrupted);
        leadUses.Clear();
    }

    public void Dispatched(in Shipment shipment, bool isKnown, Instant at)
    {
        if (!shipment.IsInCohort)
        {
            return;
        }

        CountFate(in shipment, Total.ShipmentsDispatched, Total.FirearmsDispatched);
        Count(world.Flows[shipment.Flow].Organization, Total.ShipmentsOfKnownRings, isKnown ? 1 : 0);
        AddTo(Dimension.Week, world.Calendar.WeekOf(at), shipment.Firearms, Total.ShipmentsDispatched, Total.FirearmsDispatched);
    }

    public void Seized(in Shipment shipment, Station station, Instant at)
    {
        if (!shipment.IsInCohort)
        {
            return;
        }

        CountFate(in shipment, Total.ShipmentsSeized, Total.FirearmsSeized);
        Add(station.Done, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        AddTo(Dimension.Month, world.Calendar.MonthOf(at), shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        AddTo(Dimension.Week, world.Calendar.WeekOf(at), shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        if (station.Place.IsPartner)
        {
            Add(station.Done, shipment.Firearms, Total.ShipmentsSeizedByPartners, Total.FirearmsSeizedByPartners);
        }

        if (shipment.Lead >= 0)
        {
            Add(station.Done, shipment.Firearms, Total.ShipmentsSeizedOnLeads, Total.FirearmsSeizedOnLeads);
        }

        station.Done[(int)Total.FirearmsSeizedAtSecondary] += shipment.IsAtSecondary ? shipment.Firearms : 0;
        station.ByHour.CountSeizure(at, shipment.Firearms);
        for (int window = 0; window < world.Calendar.WindowCount; window++)
        {
            if (world.Calendar.IsInWindow(window, at))
            {
                AddTo(Dimension.Window, window, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
            }
        }
    }

    public void Ended(in Shipment shipment)
    {
        if (!shipment.IsInCohort)
        {
            return;
        }

        AddTo(Dimension.Fate, (int)shipment.Fate, shipment.Firearms, Total.ShipmentsDispatched, Total.FirearmsDispatched);
        if (shipment.Fate == Fate.Seized)
        {
            AddTo(Dimension.Fate, (int)shipment.Fate, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        }
    }

    /// <summary>Counts by how much the luck of the searches with a shipment of the cohort differs from what was to be
    /// expected.</summary>
    public void CountLuck(in Shipment shipment, double luck)
    {
        record.Totals[(int)Total.ShipmentsByLuck] += luck;
        record.Totals[(int)Total.FirearmsByLuck] += luck * shipment.Firearms;
        record.By(Dimension.Week)[world.Calendar.WeekOf(shipment.Left)][(int)Total.FirearmsByLuck] += luck * shipment.Firearms;
    }

    public void TraceSubmitted(in Trace trace, Instant at, Instant ends, double costUsd)
    {
        record.Totals[(int)Total.OpenTraceHours] += HoursObserved(at, ends);
        if (world.Timeline.IsObserved(at))
        {
            record.Totals[(int)Total.TracesSubmitted]++;
            record.Totals[(int)Total.TraceCostUsd] += costUsd;
            record.Totals[(int)Total.CostUsd] += costUsd;
        }
    }

    public void TraceEnded(in Trace trace, Instant at, bool isLead)
    {
        if (world.Timeline.IsObserved(at))
        {
            Count(trace.Organization, Total.TracesEnded, 1);
            Count(trace.Organization, Total.Leads, isLead ? 1 : 0);
            Count(trace.Organization, Total.LeadAgeHours, isLead ? at - trace.Left : 0);
        }
    }

    public void LeadCameUp(in Lead lead, in Trace trace)
    {
        if (world.Timeline.IsObserved(lead.CameUp))
        {
            leadUses.CameUp(in lead);
        }
    }

    // A referral that is owed to a lead acts on it once it is made.
    public void Stopped(in Shipment shipment, Station team, Instant at, Fate? outcome, Instant until) =>
        ActedOn(in shipment, at, hasLead: shipment.Lead >= 0 && outcome is not null);

    public void Referred(in Shipment shipment, Station team, Instant at, Fate outcome, Instant until) =>
        ActedOn(in shipment, at, hasLead: shipment.Lead >= 0);

    public void LeadIsStale(in Trace trace, Instant at) =>
        Count(trace.Organization, Total.StaleLeads, world.Timeline.IsObserved(at) ? 1 : 0);

    public void CaseOpened(in Case opened, Instant at)
    {
        if (world.Timeline.IsObserved(at))
        {
            Count(opened.Organization, Total.CasesOpened, 1);
            leadUses.CaseOpened(opened.Ring);
        }
    }

    public void CaseBegun(in Case begun, Instant at)
    {
        if (world.Timeline.IsObserved(begun.Opened))
        {
            Count(begun.Organization, Total.CaseWaitHours, at - begun.Opened);
        }
    }

    public void RingCaseClosed(in Case closed, Instant at, Instant? emptyUntil)
    {
        if (world.Timeline.IsObserved(at))
        {
            Count(closed.Organization, Total.CasesClosed, 1);
            Count(closed.Organization, Total.RingsDismantled, emptyUntil is null ? 0 : 1);
            if (emptyUntil is not null)
            {
                leadUses.RingEnded(closed.Ring);
            }
        }
    }

    public void CaseClosed(in Case closed, Instant at, Instant before, Instant until)
    {
        Count(closed.Organization, Total.DisruptedHours, HoursObserved(before > at ? before : at, until));
        if (world.Timeline.IsObserved(at))
        {
            Count(closed.Organization, Total.CasesClosed, 1);
            Count(closed.Organization, Total.OrganizationsDisrupted, isDisrupted[closed.Organization] ? 0 : 1);
            isDisrupted[closed.Organization] = true;
        }
    }

    /// <summary>Adds up what the teams did and closes the books of the replication.</summary>
    public void Close(Roster roster, TraffickingGroup? group, LogHistogram delays)
    {
        double hours = world.Timeline.WindowHours;
        record.Totals[(int)Total.WindowHours] = hours;
        if (group is not null)
        {
            double officerHours = group.OfficerHoursIn(hours);
            record.Totals[(int)Total.OfficerHours] += officerHours;
            record.Totals[(int)Total.CostUsd] += officerHours * group.CostPerOfficerHourUsd;
        }

        foreach ((int organization, Total use) in leadUses.Uses())
        {
            cancellation.ThrowIfRequested();
            Count(organization, use, 1);
        }

        foreach (Station station in roster.All)
        {
            station.CountHours();
            CloseHours(station);
            double[] checkpoint = record.By(Dimension.Checkpoint)[station.Place.Checkpoint];
            double[] taskForce = record.By(Dimension.TaskForce)[station.Place.TaskForce];
            for (int total = 0; total < ReplicationRecord.TotalCount; total++)
            {
                checkpoint[total] += station.Done[total];
                taskForce[total] += station.Done[total];
                record.Totals[total] += isOfTeams[total] ? station.Done[total] : 0;
            }
        }

        RoundResources(record.Totals);
        Array.ForEach(record.By(Dimension.Checkpoint), RoundResources);
        Array.ForEach(record.By(Dimension.TaskForce), RoundResources);
        record.Totals[(int)Total.DelayMedianHours] = delays.Quantile(0.5);
        record.Totals[(int)Total.DelayP95Hours] = delays.Quantile(0.95);
    }

    // Teams are added up in the order of their names: two plans of the same teams and hours cost the same to the last
    // bit, whatever they call them.
    private static void RoundResources(double[] cell)
    {
        cell[(int)Total.OfficerHours] = Timeline.Rounded(cell[(int)Total.OfficerHours]);
        cell[(int)Total.LaneHours] = Timeline.Rounded(cell[(int)Total.LaneHours]);
        cell[(int)Total.CostUsd] = Math.Round(cell[(int)Total.CostUsd], MoneyDigits);
    }

    private void CloseHours(Station station)
    {
        station.TurnHourTo(Instant.Never);
        for (int hour = 0; hour < Timeline.HoursOfDay; hour++)
        {
            double[] all = record.By(Dimension.Hour)[hour];
            AddHour(station.ByHour, hour, all);
            all[(int)Total.BusyLaneHours] += station.ByHour.BusyLaneHours[hour].Hours;
            all[(int)Total.LaneHours] += station.ByHour.LaneHours[hour];
            AddHour(station.ByHour, hour, record.By(Dimension.CheckpointHour)[(station.Place.Checkpoint * Timeline.HoursOfDay) + hour]);
        }
    }

    private static void AddHour(WorkByHour work, int hour, double[] cell)
    {
        cell[(int)Total.Stops] += work.Stops[hour];
        cell[(int)Total.ShipmentsSeized] += work.ShipmentsSeized[hour];
        cell[(int)Total.FirearmsSeized] += work.FirearmsSeized[hour];
    }

    private void CountFate(in Shipment shipment, Total shipments, Total firearms)
    {
        CompiledFlow flow = world.Flows[shipment.Flow];
        Add(record.Totals, shipment.Firearms, shipments, firearms);
        AddTo(Dimension.Corridor, shipment.Corridor, shipment.Firearms, shipments, firearms);
        AddTo(Dimension.Flow, flow.Number, shipment.Firearms, shipments, firearms);
        AddTo(Dimension.Organization, flow.Organization, shipment.Firearms, shipments, firearms);
        if (flow.HasKinds)
        {
            CountKinds(in shipment, shipments, firearms);
        }
    }

    // Firearms by their own kind; the shipment under the kind of its first firearm, so that both add up to the total.
    private void CountKinds(in Shipment shipment, Total shipments, Total firearms)
    {
        double[][] cells = record.By(Dimension.Kind);
        for (int firearm = 0; firearm < shipment.Firearms; firearm++)
        {
            cancellation.ThrowIfRequested();
            int kind = world.Flows[shipment.LuckOf].KindOf(replication, shipment.Planned, shipment.FirstFirearm + firearm);
            cells[kind][(int)firearms]++;
            if (firearm == 0)
            {
                cells[kind][(int)shipments]++;
            }
        }
    }

    private void ActedOn(in Shipment shipment, Instant at, bool hasLead)
    {
        if (hasLead && world.Timeline.IsObserved(at))
        {
            leadUses.ActedOn(in shipment.Ring, at);
        }
    }

    private void Count(int organization, Total total, double value)
    {
        record.Totals[(int)total] += value;
        record.By(Dimension.Organization)[organization][(int)total] += value;
    }

    private double HoursObserved(Instant from, Instant to) =>
        new Shift(world.Timeline.WindowStart, world.Timeline.WindowEnd).HoursWithin(from, to);

    private void AddTo(Dimension dimension, int entry, int count, Total shipments, Total firearms) =>
        Add(record.By(dimension)[entry], count, shipments, firearms);

    private static void Add(double[] cell, int count, Total shipments, Total firearms)
    {
        cell[(int)shipments]++;
        cell[(int)firearms] += count;
    }
}
