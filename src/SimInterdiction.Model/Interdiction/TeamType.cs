using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Interdiction;

/// <summary>How a team works: at lanes, stopping vehicles, or on leads, as an investigative unit.</summary>
public enum TeamWork
{
    Lanes,
    Leads,
}

public enum WhenFull
{
    WaveThrough,
    Wait,
}

/// <summary>What a team can do.</summary>
public sealed record TeamType
{
    [Key("label", "What people see.", Default = "the name, with capitals")]
    public string? Label { get; init; }

    [Key("note", "A remark for readers.")]
    public string? Note { get; init; }

    [Key("works", "lanes: stops vehicles at a roadside or a port; leads: an investigative unit, no lanes, no traffic.", Default = "lanes")]
    public TeamWork Works { get; init; } = TeamWork.Lanes;

    [Key("officers", "Officers on duty at once.", AtLeast = 0, Default = "1")]
    public int Officers { get; init; } = 1;

    [Key(
        "stops",
        "Chance that a passing shipment is stopped while the team is on duty (works: lanes).",
        Quantity = Quantity.Share,
        Example = "4.3%"
    )]
    public double? Stops { get; init; }

    [Key(
        "looks",
        "Instead of stops: vehicles stopped per time; the chance is then looks / traffic of the checkpoint.",
        Quantity = Quantity.Rate,
        Example = "38 per hour"
    )]
    public FlowLooks? Looks { get; init; }

    [Key("stops_traffic", "Share of legitimate vehicles stopped.", Quantity = Quantity.Share, Default = "as stops")]
    public double? StopsTraffic { get; init; }

    [Key(
        "acts_on",
        "Share of the shipments passing its area that an investigative unit acts on while on duty (works: leads).",
        Quantity = Quantity.Share,
        Example = "6.7%"
    )]
    public double? ActsOn { get; init; }

    [Key("finds", "Of the loads it searches, the share it finds.", Quantity = Quantity.Share, Example = "{ uncertain: [40%, 50%, 60%] }")]
    public required double Finds { get; init; }

    [Key(
        "load_effect",
        "How much easier a large load is found: chance 1-(1-finds)^(firearms^load_effect). 0: no effect.",
        AtLeast = 0,
        Default = "0"
    )]
    public double LoadEffect { get; init; }

    [Key(
        "search",
        "How long a search takes.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 min",
        Example = "{ varies: [1 min, 3 min, 8 min] }"
    )]
    public Distribution SearchHours { get; init; } = new Fixed(0);

    [Key("lanes", "How many vehicles it can search at once.", AtLeast = 1, Default = "never short")]
    public int? Lanes { get; init; }

    [Key("when_full", "What a stopped vehicle does when all lanes are busy.", Default = "wave_through")]
    public WhenFull WhenFull { get; init; } = WhenFull.WaveThrough;

    [Key("queue_limit", "How many vehicles may wait (when_full: wait).", AtLeast = 0, Default = "no limit")]
    public int? QueueLimit { get; init; }

    [Key("seizure_time", "How much longer the lane stays busy after a find.", Quantity = Quantity.Duration, AtLeast = 0, Default = "0 h")]
    public double SeizureHours { get; init; }

    [Key(
        "cost_per_officer_hour",
        "What an officer's hour costs.",
        Quantity = Quantity.Money,
        AtLeast = 0,
        Default = "0 USD",
        Example = "85 USD"
    )]
    public double CostPerOfficerHourUsd { get; init; }

    [Key(
        "max_hours",
        "How many hours a day one team can work; posting it for longer is an error.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Above = true,
        AtMost = 24,
        Default = "24 h per day",
        Example = "12 h per day"
    )]
    public double MaxHoursPerDay { get; init; } = 24;

    [Key(
        "further_team_adds",
        "What each further team of the type on duty at the same place adds, as a share of its own chance.",
        Quantity = Quantity.Share,
        Default = "100% (independent)",
        Example = "{ uncertain: [0%, 50%, 100%] }"
    )]
    public double FurtherTeamAdds { get; init; } = 1;

    /// <summary>Chance that it stops, or acts on, a passing shipment as the first of its type on duty, where so many
    /// legitimate vehicles pass.</summary>
    internal double ActsOnShareWith(double trafficPerHour) => ActsOn ?? Stops ?? Math.Min(1, Looks!.Value.PerHour / trafficPerHour);

    /// <summary>How many legitimate vehicles it stops in an hour on duty, where so many pass.</summary>
    public double LegitimateStopsPerHourWith(double trafficPerHour) =>
        Works == TeamWork.Lanes ? trafficPerHour * (StopsTraffic ?? ActsOnShareWith(trafficPerHour)) : 0;
}

/// <summary>Vehicles a team stops per hour.</summary>
public readonly record struct FlowLooks(double PerHour);
