using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>Which measures are reported for the entries of which dimension. To add one: its name here.</summary>
internal static class BreakdownMeasures
{
    private static readonly string[] Seizures = ["firearms_seized", "shipments_seized"];

    private static readonly string[] Dispatches = [.. Seizures, "shipments_dispatched", "firearms_dispatched", "seizure_rate"];

    private static readonly string[] Passages = ["passages_off_duty", "passages_on_duty"];

    private static readonly string[] Searching =
    [
        .. Seizures,
        "stops",
        "searches",
        "waved_through",
        "hit_rate",
        "wait_h",
        "lane_utilisation",
        "officer_hours",
        "cost_usd",
    ];

    private static readonly string[] Secondary =
    [
        "referrals",
        "referrals_waved_through",
        "firearms_seized_at_secondary",
        "secondary_wait_h",
        "secondary_utilisation",
    ];

    private static readonly Dictionary<Dimension, string[]> Names = new()
    {
        [Dimension.Checkpoint] = [.. Searching, "delay_per_vehicle_h", .. Secondary, .. Passages],
        [Dimension.TaskForce] = Searching,
        [Dimension.Corridor] = Dispatches,
        [Dimension.Flow] = Dispatches,
        [Dimension.Organization] = [.. Dispatches, "leads", "cases_opened", "cases_closed", "disruption_days"],
        [Dimension.Month] = Seizures,
        [Dimension.Hour] = [.. Seizures, "stops", "lane_utilisation"],
        [Dimension.Window] = Seizures,
        [Dimension.Week] = Dispatches,
        [Dimension.Kind] = [.. Seizures, "firearms_dispatched", "seizure_rate"],
        [Dimension.Fate] = [.. Seizures, "shipments_dispatched", "firearms_dispatched"],
        [Dimension.CheckpointHour] = [.. Seizures, "stops", .. Passages],
    };

    /// <summary>The measures of a dimension, each from the catalogue. Of their cost no luck is taken out: what searches
    /// decide of it are traces, which no team pays.</summary>
    public static IReadOnlyList<Measure> Of(Dimension dimension) =>
        [
            .. Names[dimension]
                .Select(name => MeasureCatalog.Find(name) ?? throw new InvalidOperationException($"'{name}' is not in the catalogue."))
                .Select(measure => measure.Name == MeasureCatalog.Cost ? measure with { Searched = null } : measure),
        ];
}
