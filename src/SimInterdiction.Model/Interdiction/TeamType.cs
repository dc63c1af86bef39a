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
    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [Key("note", "A remark for readers.", Effect = "Changes no result: people read it.")]
    public string? Note { get; init; }

    [Key(
        "works",
        "lanes: stops vehicles at a roadside or a port; leads: an investigative unit, no lanes, no traffic.",
        Default = "lanes",
        Effect = "A unit on leads delays no traffic and is never short of lanes; a team at lanes may be both."
    )]
    public TeamWork Works { get; init; } = TeamWork.Lanes;

    [Key(
        "officers",
        "Officers on duty at once.",
        AtLeast = 0,
        Default = "1",
        Effect = "Officers cost hours and money; by themselves they stop nothing more: that is stops, looks and lanes."
    )]
    public int Officers { get; init; } = 1;

    [Key(
        "stops",
        "Chance that a passing shipment is stopped while the team is on duty (works: lanes).",
        Quantity = Quantity.Share,
        Example = "4.3%",
        Effect = "The team's seizures rise in proportion, until its lanes are full or traffickers go elsewhere."
    )]
    public double? Stops { get; init; }

    [Key(
        "looks",
        "Instead of stops: vehicles stopped per time, or all if fewer pass; the chance is then looks / traffic of that hour.",
        Quantity = Quantity.Rate,
        Example = "38 per hour",
        Effect = "As stops. The same looks are a larger chance where less traffic passes."
    )]
    public FlowLooks? Looks { get; init; }

    [Key(
        "stops_traffic",
        "Share of legitimate vehicles stopped.",
        Quantity = Quantity.Share,
        Default = "as stops",
        Effect = "The more legitimate vehicles it stops, the fuller its lanes and the longer the delays."
    )]
    public double? StopsTraffic { get; init; }

    [Key(
        "acts_on",
        "Share of the shipments passing its area that an investigative unit acts on while on duty (works: leads).",
        Quantity = Quantity.Share,
        Example = "6.7%",
        Effect = "The unit's seizures rise in proportion, until traffickers go elsewhere."
    )]
    public double? ActsOn { get; init; }

    [Key(
        "finds",
        "Of the loads it searches, the share it finds.",
        Quantity = Quantity.Share,
        Example = "{ uncertain: [40%, 50%, 60%] }",
        Effect = "The team's seizures rise in proportion, until traffickers go elsewhere."
    )]
    public required double Finds { get; init; }

    [Key(
        "load_effect",
        "How much easier a large load is found: chance 1-(1-finds)^(firearms^load_effect). 0: no effect.",
        AtLeast = 0,
        Default = "0",
        Example = "0.5",
        Effect = "Above 0, large loads are found more often than small ones, so that splitting loads pays."
    )]
    public double LoadEffect { get; init; }

    [Key(
        "search",
        "How long a search takes.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 min",
        Example = "{ varies: [1 min, 3 min, 8 min] }",
        Effect = "Longer searches fill lanes sooner and delay vehicles longer."
    )]
    public Distribution SearchHours { get; init; } = new Fixed(0);

    [Key(
        "lanes",
        "How many vehicles it can search at once.",
        AtLeast = 1,
        Default = "never short",
        Effect = "The fewer, the more often all are busy: shipments are then waved through, or wait."
    )]
    public int? Lanes { get; init; }

    [Key(
        "when_full",
        "What a stopped vehicle does when all lanes are busy.",
        Default = "wave_through",
        Effect = "Waving through loses shipments when it is busy; waiting loses none and delays everybody."
    )]
    public WhenFull WhenFull { get; init; } = WhenFull.WaveThrough;

    [Key(
        "queue_limit",
        "How many vehicles may wait (when_full: wait).",
        AtLeast = 0,
        Default = "no limit",
        Example = "20",
        Effect = "A shorter queue delays vehicles less and lets more of them pass unsearched."
    )]
    public int? QueueLimit { get; init; }

    [Key(
        "seizure_time",
        "How much longer the lane stays busy after a find.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 h",
        Effect = "Each find takes a lane away for so long; it matters where lanes are few."
    )]
    public double SeizureHours { get; init; }

    [Key(
        "cost_per_officer_hour",
        "What an officer's hour costs.",
        Quantity = Quantity.Money,
        AtLeast = 0,
        Default = "0 USD",
        Example = "85 USD",
        Effect = "Changes costs, and so which deployment is best for the money; no seizure."
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
        Example = "12 h per day",
        Effect = "Changes no result: it is a limit that duty is checked against."
    )]
    public double MaxHoursPerDay { get; init; } = 24;

    [Key(
        "further_team_adds",
        "What each further team of the type on duty at the same place adds, as a share of its own chance.",
        Quantity = Quantity.Share,
        Default = "100% (independent)",
        Example = "{ uncertain: [0%, 50%, 100%] }",
        Effect = "At 0% a second team at a place adds nothing, at 100% as much as if it stood alone: it decides whether "
            + "concentration pays."
    )]
    public double FurtherTeamAdds { get; init; } = 1;

    [Key(
        "secondary",
        "Secondary inspection: some of the vehicles searched without a find are searched again, at lanes of its own.",
        Default = "none",
        Example = "{ refers: 35%, refers_traffic: 4%, finds: 60%, search: 20 min, lanes: 3 }",
        Effect = "A thorough search of the few that are referred, while the many pass quickly; it has officers, lanes and "
            + "waits of its own."
    )]
    public SecondaryInspection? Secondary { get; init; }

    /// <summary>Officers on duty at once, those at secondary included.</summary>
    public int OfficersInAll => Officers + (Secondary?.Officers ?? 0);

    /// <summary>Chance that a shipment of one firearm is found once it is stopped, at primary or at secondary, as if a
    /// lane were always free.</summary>
    public double FindsInAll => Secondary is { } second ? 1 - ((1 - Finds) * (1 - (second.Refers * second.Finds))) : Finds;

    /// <summary>Chance that it stops, or acts on, a passing shipment as the first of its type on duty, where so many
    /// legitimate vehicles pass at all times.</summary>
    internal double ActsOnShareWith(double trafficPerHour) => ActsOn ?? Stops ?? Math.Min(1, Looks!.Value.PerHour / trafficPerHour);

    /// <summary>How many legitimate vehicles it stops in an hour on duty, where so many pass at all times.</summary>
    internal double LegitimateStopsPerHourWith(double trafficPerHour) =>
        Works == TeamWork.Lanes ? trafficPerHour * (StopsTraffic ?? ActsOnShareWith(trafficPerHour)) : 0;
}

/// <summary>Vehicles a team stops per hour.</summary>
public readonly record struct FlowLooks(double PerHour);
