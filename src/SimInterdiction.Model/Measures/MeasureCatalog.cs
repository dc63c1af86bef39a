using static SimInterdiction.Model.Measures.MeasureForms;

namespace SimInterdiction.Model.Measures;

/// <summary>Every measure there is, in the order they are shown. To add one: a line here, and what it needs in
/// <see cref="Total"/>.</summary>
public static class MeasureCatalog
{
    /// <summary>How far the corridors' shares of firearms have moved from the baseline's.</summary>
    public const string Displacement = "displacement";

    /// <summary>How much of the difference from the baseline is lost because organizations adapt.</summary>
    public const string DisplacementTakesBack = "displacement_takes_back";

    /// <summary>What officer-hours and traces cost.</summary>
    public const string Cost = "cost_usd";

    public static IReadOnlyList<Measure> All { get; } =
    [
        SeizingFirearms(
            Ratio(
                "seizure_rate",
                "Seizure rate",
                "Firearms seized as a share of firearms dispatched.",
                MeasureUnit.Share,
                Total.FirearmsSeized,
                Total.FirearmsDispatched,
                +1
            )
        ),
        SeizingShipments(
            Ratio(
                "shipment_seizure_rate",
                "Seizure rate per shipment",
                "Shipments seized as a share of shipments dispatched.",
                MeasureUnit.Share,
                Total.ShipmentsSeized,
                Total.ShipmentsDispatched,
                +1
            )
        ),
        Mean(
            "shipments_dispatched",
            "Shipments dispatched",
            "Shipments that left inside the window.",
            MeasureUnit.Shipments,
            Total.ShipmentsDispatched
        ),
        Mean(
            "firearms_dispatched",
            "Firearms dispatched",
            "Firearms that left inside the window.",
            MeasureUnit.Firearms,
            Total.FirearmsDispatched
        ),
        SeizingShipments(
            Mean(
                "shipments_seized",
                "Shipments seized",
                "Shipments of the window that were found.",
                MeasureUnit.Shipments,
                Total.ShipmentsSeized,
                +1
            )
        ) with
        {
            PartOf = "shipments_dispatched",
        },
        SeizingFirearms(
            Mean(
                "firearms_seized",
                "Firearms seized",
                "Firearms of the window that were found.",
                MeasureUnit.Firearms,
                Total.FirearmsSeized,
                +1
            )
        ) with
        {
            PartOf = "firearms_dispatched",
        },
        LosingShipments(
            Mean(
                "shipments_delivered",
                "Shipments delivered",
                "Shipments of the window that reached their destination.",
                MeasureUnit.Shipments,
                t => At(t, Total.ShipmentsDispatched) - At(t, Total.ShipmentsSeized),
                -1
            )
        ) with
        {
            PartOf = "shipments_dispatched",
        },
        LosingFirearms(
            Mean(
                "firearms_delivered",
                "Firearms delivered",
                "Firearms of the window that reached their destination.",
                MeasureUnit.Firearms,
                t => At(t, Total.FirearmsDispatched) - At(t, Total.FirearmsSeized),
                -1
            )
        ) with
        {
            PartOf = "firearms_dispatched",
        },
        Ratio(
            "firearms_per_seizure",
            "Firearms per seizure",
            "Firearms seized over shipments seized.",
            MeasureUnit.FirearmsPerSeizure,
            Total.FirearmsSeized,
            Total.ShipmentsSeized,
            0
        ) with
        {
            Searched = Shipments with { EachOfDenominator = 1 },
        },
        Mean(
            "stops",
            "Stops",
            "Vehicles stopped that arrived inside the window; for investigative units, shipments acted on.",
            MeasureUnit.Vehicles,
            Total.Stops
        ),
        Mean("searches", "Searches", "Vehicles searched.", MeasureUnit.Vehicles, Total.Searches),
        Ratio(
            "hit_rate",
            "Hit rate",
            "Shipments found as a share of vehicles searched.",
            MeasureUnit.Share,
            Total.Hits,
            Total.Searches,
            +1
        ) with
        {
            Searched = Shipments with { OfNumerator = Hits, EachOfNumerator = 1, OfDenominator = Hits, EachOfDenominator = 1 },
        },
        Mean(
            "waved_through",
            "Waved through",
            "Vehicles stopped but let go because the lanes were busy or the shift ended.",
            MeasureUnit.Vehicles,
            Total.WavedThrough,
            -1
        ),
        Mean(
            "passages_off_duty",
            "Passed off duty",
            "Shipments that came to a checkpoint with teams while none there was on duty; counted at each such checkpoint.",
            MeasureUnit.Shipments,
            Total.PassagesOffDuty
        ),
        Mean(
            "passages_on_duty",
            "Came on duty",
            "Shipments that came to a checkpoint while a team there was on duty, stopped or not; counted at each.",
            MeasureUnit.Shipments,
            Total.PassagesOnDuty
        ),
        Ratio(
            "lane_utilisation",
            "Lanes busy",
            "Share of lane time on duty that is busy; secondary lanes apart.",
            MeasureUnit.Share,
            Total.BusyLaneHours,
            Total.LaneHours,
            0
        ),
        Ratio(
            "wait_h",
            "Wait for a lane",
            "Mean time in the queue of searched vehicles; of that for primary lanes, where there is secondary inspection.",
            MeasureUnit.Minutes,
            Total.WaitHours,
            Total.Searches,
            -1
        ),
        Ratio(
            "delay_per_vehicle_h",
            "Delay per stopped legitimate vehicle",
            "Mean time in queue and search of stopped legitimate vehicles, at secondary inspection too.",
            MeasureUnit.Minutes,
            Total.LegitimateDelayHours,
            Total.LegitimateStops,
            -1
        ),
        Mean(
            "delay_median_h",
            "Median delay",
            "Median time in queue and search of stopped legitimate vehicles.",
            MeasureUnit.Minutes,
            t => At(t, Total.DelayMedianHours),
            -1
        ),
        Mean(
            "delay_p95_h",
            "95th percentile of delay",
            "Time in queue and search that 95 % of stopped legitimate vehicles stay below.",
            MeasureUnit.Minutes,
            t => At(t, Total.DelayP95Hours),
            -1
        ),
        .. SecondaryMeasures.All,
        Mean(
            "officer_hours",
            "Officer-hours",
            "Officers times posted hours inside the window.",
            MeasureUnit.OfficerHours,
            Total.OfficerHours
        ),
        Mean(Cost, "Cost", "Officer-hours at their cost, and traces at theirs.", MeasureUnit.Usd, Total.CostUsd, -1) with
        {
            Searched = Firearms with { OfNumerator = CostOfTraces },
        },
        new()
        {
            Name = "seized_per_1000_officer_hours",
            Label = "Seized per 1,000 officer-hours",
            Meaning = "Firearms seized per 1,000 officer-hours.",
            Unit = MeasureUnit.PerThousandOfficerHours,
            Estimator = Estimator.Ratio,
            Numerator = t => 1000 * At(t, Total.FirearmsSeized),
            Denominator = t => At(t, Total.OfficerHours),
            Searched = Firearms with { OfNumerator = t => 1000 * FirearmsSeized(t), EachOfNumerator = 1000 },
            BetterWhen = +1,
        },
        Ratio(
            "cost_per_firearm_usd",
            "Cost per firearm seized",
            "Cost over firearms seized.",
            MeasureUnit.UsdPerFirearm,
            Total.CostUsd,
            Total.FirearmsSeized,
            -1
        ) with
        {
            Searched = Firearms with { OfNumerator = CostOfTraces, OfDenominator = FirearmsSeized, EachOfDenominator = 1 },
        },
        FollowingShipments(
            Mean(
                "shipments_seized_by_partners",
                "Shipments seized by partners",
                "Of the shipments seized, those that Mexican partners found.",
                MeasureUnit.Shipments,
                Total.ShipmentsSeizedByPartners
            )
        ) with
        {
            PartOf = "shipments_dispatched",
        },
        FollowingFirearms(
            Mean(
                "firearms_seized_by_partners",
                "Firearms seized by partners",
                "Of the firearms seized, those that Mexican partners found.",
                MeasureUnit.Firearms,
                Total.FirearmsSeizedByPartners
            )
        ) with
        {
            PartOf = "firearms_dispatched",
        },
        FollowingShipments(
            Mean(
                "shipments_seized_on_leads",
                "Shipments seized on leads",
                "Of the shipments seized, those stopped only because of a lead.",
                MeasureUnit.Shipments,
                Total.ShipmentsSeizedOnLeads
            )
        ) with
        {
            PartOf = "shipments_dispatched",
        },
        FollowingFirearms(
            Mean(
                "firearms_seized_on_leads",
                "Firearms seized on leads",
                "Of the firearms seized, those in shipments stopped only because of a lead.",
                MeasureUnit.Firearms,
                Total.FirearmsSeizedOnLeads
            )
        ) with
        {
            PartOf = "firearms_dispatched",
        },
        .. ProgrammeMeasures.All,
        Pooled(
            Displacement,
            "Displacement",
            "Share of the firearms that take other corridors than under the baseline (total-variation distance)."
        ),
        Pooled(
            DisplacementTakesBack,
            "Cancelled by adapting",
            "Share of the difference from the baseline that is lost because traffickers adapt."
        ),
    ];

    /// <summary>The measure with this name, or null.</summary>
    public static Measure? Find(string name) => All.FirstOrDefault(m => m.Name == name);
}
