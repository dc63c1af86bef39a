namespace SimInterdiction.Model.Measures;

/// <summary>Where a total of the whole replication is counted.</summary>
public enum TotalSource
{
    /// <summary>With each shipment, whoever seized it; the teams' counts are a breakdown of it.</summary>
    Shipments,

    /// <summary>By each team; the whole is their sum, and what else is spent on the trafficking group.</summary>
    Teams,

    /// <summary>As traces and cases come about.</summary>
    Investigations,

    /// <summary>Once a replication, at its end.</summary>
    Replication,
}

/// <summary>What is known of each total.</summary>
public static class Totals
{
    extension(Total total)
    {
        /// <summary>Where it is counted.</summary>
        public TotalSource Source =>
            total switch
            {
                Total.ShipmentsDispatched
                or Total.FirearmsDispatched
                or Total.ShipmentsSeized
                or Total.FirearmsSeized
                or Total.ShipmentsOfKnownRings
                or Total.ShipmentsByLuck
                or Total.FirearmsByLuck
                or Total.PassagesOffDuty
                or Total.PassagesOnDuty => TotalSource.Shipments,
                Total.Stops
                or Total.Searches
                or Total.WavedThrough
                or Total.Hits
                or Total.WaitHours
                or Total.BusyLaneHours
                or Total.LaneHours
                or Total.LegitimateStops
                or Total.LegitimateDelayHours
                or Total.OfficerHours
                or Total.CostUsd
                or Total.ShipmentsSeizedByPartners
                or Total.FirearmsSeizedByPartners
                or Total.ShipmentsSeizedOnLeads
                or Total.FirearmsSeizedOnLeads
                or Total.Referrals
                or Total.ReferralsWavedThrough
                or Total.SecondaryWaitHours
                or Total.SecondaryBusyLaneHours
                or Total.SecondaryLaneHours
                or Total.FirearmsSeizedAtSecondary => TotalSource.Teams,
                Total.TracesSubmitted
                or Total.TraceCostUsd
                or Total.TracesEnded
                or Total.Leads
                or Total.StaleLeads
                or Total.LeadsOfEndedRings
                or Total.LeadsOfOtherCases
                or Total.LeadsActedOn
                or Total.LeadAgeHours
                or Total.RingsDismantled
                or Total.OpenTraceHours
                or Total.CasesOpened
                or Total.CasesClosed
                or Total.CaseWaitHours
                or Total.OrganizationsDisrupted
                or Total.DisruptedHours => TotalSource.Investigations,
                Total.DelayMedianHours or Total.DelayP95Hours or Total.WindowHours => TotalSource.Replication,
                _ => throw new ArgumentOutOfRangeException(nameof(total), total, "Where this total is counted is not known."),
            };
    }
}
