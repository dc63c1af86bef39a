using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>Totals, kept by name.</summary>
internal sealed class NaiveBooks(Scenario scenario, Identities words, StreamRegister register, uint replication)
{
    private readonly double windowFrom = scenario.WarmUpHours;
    public double WindowTo { get; } = scenario.WarmUpHours + scenario.LengthHours;

    /// <summary>Totals of everything under the empty name, and by entry of a dimension.</summary>
    public Dictionary<(Dimension? Dimension, string Entry), double[]> Totals { get; } = [];

    public List<double> Delays { get; } = [];

    public DateTime Date(double at) => scenario.Start.ToDateTime(TimeOnly.MinValue).AddHours(at - windowFrom);

    public bool IsObserved(double at) => at >= windowFrom && at < WindowTo;

    public double HoursObserved(double from, double to) => Math.Max(0, Math.Min(to, WindowTo) - Math.Max(from, windowFrom));

    public void Count(Total total, double value) => Cell(null, "")[(int)total] += value;

    public void CountBy(string organization, Total total, double value)
    {
        Count(total, value);
        Cell(Dimension.Organization, organization)[(int)total] += value;
    }

    public void CountLuck(NaiveShipment shipment, double luck)
    {
        Count(Total.ShipmentsByLuck, luck);
        Count(Total.FirearmsByLuck, luck * shipment.Firearms);
        Cell(Dimension.Week, Week(shipment.Left))[(int)Total.FirearmsByLuck] += luck * shipment.Firearms;
    }

    public void Dispatched(NaiveShipment shipment, double at)
    {
        CountFate(shipment, Total.ShipmentsDispatched, Total.FirearmsDispatched);
        CountIn(Dimension.Week, Week(at), shipment.Firearms, Total.ShipmentsDispatched, Total.FirearmsDispatched);
    }

    public void Seized(NaiveShipment shipment, NaiveTeam team, bool isOnLead, double at)
    {
        CountFate(shipment, Total.ShipmentsSeized, Total.FirearmsSeized);
        DateTime time = Date(at);
        bool isLater = (time.Year * 12) + time.Month > (Date(WindowTo).Year * 12) + Date(WindowTo).Month;
        List<(Dimension, string)> when =
        [
            (Dimension.Hour, $"{time:HH}"),
            (Dimension.Month, isLater ? "later" : $"{time:yyyy-MM}"),
            (Dimension.Week, Week(at)),
            (Dimension.CheckpointHour, $"{team.Checkpoint}/{time:HH}"),
            (Dimension.Fate, "seized"),
        ];
        CountIn(Dimension.Fate, "seized", shipment.Firearms, Total.ShipmentsDispatched, Total.FirearmsDispatched);
        DateOnly day = DateOnly.FromDateTime(time);
        when.AddRange(scenario.Windows.Where(w => w.Value.From <= day && day <= w.Value.To).Select(w => (Dimension.Window, w.Key)));
        foreach ((Dimension dimension, string entry) in when)
        {
            CountIn(dimension, entry, shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        }

        List<(Total, Total)> how = [(Total.ShipmentsSeized, Total.FirearmsSeized)];
        how.AddRange(
            scenario.Checkpoints[team.Checkpoint].Partner ? [(Total.ShipmentsSeizedByPartners, Total.FirearmsSeizedByPartners)] : []
        );
        how.AddRange(isOnLead ? [(Total.ShipmentsSeizedOnLeads, Total.FirearmsSeizedOnLeads)] : []);
        foreach ((Total shipments, Total firearms) in how)
        {
            team.Totals[(int)shipments]++;
            team.Totals[(int)firearms] += shipment.Firearms;
        }
    }

    public void CameBy(IEnumerable<string> checkpoints, bool isOnDuty, double at)
    {
        Total total = isOnDuty ? Total.PassagesOnDuty : Total.PassagesOffDuty;
        foreach (string checkpoint in checkpoints)
        {
            Count(total, 1);
            Cell(Dimension.Checkpoint, checkpoint)[(int)total]++;
            Cell(Dimension.CheckpointHour, $"{checkpoint}/{Date(at):HH}")[(int)total]++;
        }
    }

    public void Delivered(NaiveShipment shipment)
    {
        HashSet<string> met = shipment.MetBy;
        string fate =
            met.Contains("searched") ? "missed"
            : met.Contains("waved") ? "waved_through"
            : met.Contains("a team on duty") ? "not_stopped"
            : met.Contains("a team") ? "off_duty"
            : "no_team";
        CountIn(Dimension.Fate, fate, shipment.Firearms, Total.ShipmentsDispatched, Total.FirearmsDispatched);
    }

    /// <summary>Adds what a team has done to those it belongs to.</summary>
    public void Add(NaiveTeam team)
    {
        team.CountResources();
        Delays.AddRange(team.Delays);
        for (int hour = 0; hour < 24; hour++)
        {
            foreach (Total total in new[] { Total.Stops, Total.BusyLaneHours, Total.LaneHours })
            {
                Cell(Dimension.Hour, $"{hour:00}")[(int)total] += team.ByHour[hour][(int)total];
            }

            Cell(Dimension.CheckpointHour, $"{team.Checkpoint}/{hour:00}")[(int)Total.Stops] += team.ByHour[hour][(int)Total.Stops];
        }

        foreach (Total total in Enum.GetValues<Total>())
        {
            Cell(Dimension.Checkpoint, team.Checkpoint)[(int)total] += team.Totals[(int)total];
            Cell(Dimension.TaskForce, team.Posting.TaskForce)[(int)total] += team.Totals[(int)total];
            Count(total, total is Total.ShipmentsSeized or Total.FirearmsSeized ? 0 : team.Totals[(int)total]);
        }
    }

    /// <summary>Counts what does not depend on what happens: the window, and the officers of the trafficking
    /// group.</summary>
    public void Finish(string deployment)
    {
        Count(Total.WindowHours, scenario.LengthHours);
        if (scenario.Deployments[deployment].Programmes?.TraffickingGroup is { } group)
        {
            double officerHours = group.Officers * group.HoursPerWeek * scenario.LengthHours / 168;
            Count(Total.OfficerHours, officerHours);
            Count(Total.CostUsd, officerHours * group.CostPerOfficerHourUsd);
        }
    }

    private void CountFate(NaiveShipment shipment, Total shipments, Total firearms)
    {
        Count(shipments, 1);
        Count(firearms, shipment.Firearms);
        CountIn(Dimension.Flow, shipment.Flow, shipment.Firearms, shipments, firearms);
        CountIn(Dimension.Corridor, shipment.Corridor, shipment.Firearms, shipments, firearms);
        CountIn(
            Dimension.Organization,
            scenario.Flows[shipment.Flow].Organization ?? shipment.Flow,
            shipment.Firearms,
            shipments,
            firearms
        );
        if (scenario.Flows.Values.All(f => f.Mix is null))
        {
            return;
        }

        string[] kinds = [.. Enumerable.Range(shipment.FirstFirearm, shipment.Firearms).Select(firearm => KindOf(shipment, firearm))];
        Cell(Dimension.Kind, kinds[0])[(int)shipments]++;
        foreach (string kind in kinds)
        {
            Cell(Dimension.Kind, kind)[(int)firearms]++;
        }
    }

    private string KindOf(NaiveShipment shipment, int firearm)
    {
        if (scenario.Flows[shipment.LuckOf].Mix is null)
        {
            return "other";
        }

        IReadOnlyList<KeyValuePair<string, double>> mix = words.MixOf(shipment.LuckOf);

        double u = Philox
            .Draw(register.KeyOf("kind", words.WordOfFlow(shipment.LuckOf)), replication, shipment.Planned, (uint)firearm)
            .First;
        double upTo = 0;
        return mix.FirstOrDefault(kind => u < (upTo += kind.Value), mix[^1]).Key;
    }

    private string Week(double at) => at >= WindowTo ? "later" : $"week_{(int)((at - windowFrom) / 168) + 1:00}";

    private void CountIn(Dimension dimension, string entry, int count, Total shipments, Total firearms)
    {
        Cell(dimension, entry)[(int)shipments]++;
        Cell(dimension, entry)[(int)firearms] += count;
    }

    private double[] Cell(Dimension? dimension, string entry)
    {
        if (!Totals.TryGetValue((dimension, entry), out double[]? cell))
        {
            Totals[(dimension, entry)] = cell = new double[ReplicationRecord.TotalCount];
        }

        return cell;
    }
}
