using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Simulation;

/// <summary>Takes down what happens to the cohort and adds it up: the one place where facts become totals.</summary>
internal sealed class Ledger(CompiledScenario world)
{
    private ReplicationRecord record = new(world.EntryCounts);
    private uint replication;

    public void Open(ReplicationRecord into, uint replicationNumber)
    {
        record = into;
        replication = replicationNumber;
        record.Clear();
    }

    /// <summary>A shipment of the cohort left.</summary>
    public void Dispatched(in Shipment shipment) => CountFate(in shipment, Total.ShipmentsDispatched, Total.FirearmsDispatched);

    /// <summary>A shipment of the cohort was found by a team.</summary>
    public void Seized(in Shipment shipment, Station station, Instant at)
    {
        CountFate(in shipment, Total.ShipmentsSeized, Total.FirearmsSeized);
        Add(station.Done, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        AddTo(Dimension.Month, world.Calendar.MonthOf(at), shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        int hour = world.Timeline.HourOfDay(at);
        AddTo(Dimension.Hour, hour, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        AddTo(Dimension.CheckpointHour, (station.Place.Checkpoint * Timeline.HoursOfDay) + hour, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        for (int window = 0; window < world.Calendar.WindowCount; window++)
        {
            if (world.Calendar.IsInWindow(window, at))
            {
                AddTo(Dimension.Window, window, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
            }
        }
    }

    /// <summary>A shipment of the cohort was seized or delivered.</summary>
    public void Ended(in Shipment shipment)
    {
        AddTo(Dimension.Fate, (int)shipment.Fate, shipment.Firearms, Total.ShipmentsDispatched, Total.FirearmsDispatched);
        if (shipment.Fate == Fate.Seized)
        {
            AddTo(Dimension.Fate, (int)shipment.Fate, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        }
    }

    /// <summary>Adds up what the teams did and closes the books of the replication.</summary>
    public void Close(Roster roster, DelayHistogram delays)
    {
        foreach (Station station in roster.All)
        {
            station.CountResources();
            CloseHours(station);
            double[] checkpoint = record.By(Dimension.Checkpoint)[station.Place.Checkpoint];
            double[] taskForce = record.By(Dimension.TaskForce)[station.Place.TaskForce];
            for (int total = 0; total < ReplicationRecord.TotalCount; total++)
            {
                checkpoint[total] += station.Done[total];
                taskForce[total] += station.Done[total];
                if (total > (int)Total.FirearmsSeized)
                {
                    record.Totals[total] += station.Done[total];
                }
            }
        }

        record.Totals[(int)Total.DelayMedianHours] = delays.Quantile(0.5);
        record.Totals[(int)Total.DelayP95Hours] = delays.Quantile(0.95);
    }

    private void CloseHours(Station station)
    {
        station.TurnHourTo(Instant.Never);
        for (int hour = 0; hour < Timeline.HoursOfDay; hour++)
        {
            double[] all = record.By(Dimension.Hour)[hour];
            all[(int)Total.Stops] += station.ByHour.Stops[hour];
            all[(int)Total.BusyLaneHours] += station.ByHour.BusyLaneHours[hour];
            all[(int)Total.LaneHours] += station.ByHour.LaneHours[hour];
            record.By(Dimension.CheckpointHour)[(station.Place.Checkpoint * Timeline.HoursOfDay) + hour][(int)Total.Stops] += station.ByHour.Stops[hour];
        }
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
            CountKinds(in shipment, flow, shipments, firearms);
        }
    }

    // Firearms by their own kind; the shipment under the kind of its first firearm, so that both add up to the total.
    private void CountKinds(in Shipment shipment, CompiledFlow flow, Total shipments, Total firearms)
    {
        double[][] cells = record.By(Dimension.Kind);
        for (int firearm = 0; firearm < shipment.Firearms; firearm++)
        {
            int kind = flow.KindOf(replication, shipment.Number, firearm);
            cells[kind][(int)firearms]++;
            if (firearm == 0)
            {
                cells[kind][(int)shipments]++;
            }
        }
    }

    private void AddTo(Dimension dimension, int entry, int count, Total shipments, Total firearms) =>
        Add(record.By(dimension)[entry], count, shipments, firearms);

    private static void Add(double[] cell, int count, Total shipments, Total firearms)
    {
        cell[(int)shipments]++;
        cell[(int)firearms] += count;
    }
}
