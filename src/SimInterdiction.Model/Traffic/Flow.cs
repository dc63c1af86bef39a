using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Traffic;

/// <summary>What leaves one origin.</summary>
public sealed record Flow
{
    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [Key(
        "from",
        "The place it leaves from.",
        NamesIn = "places",
        Default = "where its corridors begin",
        Effect = "Decides where its corridors begin."
    )]
    public string? From { get; init; }

    [Key(
        "rate",
        "How much leaves, on average over a year.",
        Quantity = Quantity.Rate,
        Default = "its share of total_flow",
        Example = "23_000 firearms per year",
        Effect = "Seizures rise in proportion, and the seizure rate stays, unless lanes are full or traffickers adapt."
    )]
    public FlowRate? Rate { get; init; }

    [Key(
        "share",
        "Instead of rate: its share of total_flow; the shares of all flows that have one add up to 100 %.",
        Quantity = Quantity.Share,
        Example = "11.5%",
        Effect = "Moves shipments from the corridors of other flows to those of this one."
    )]
    public double? Share { get; init; }

    [Key(
        "load",
        "Firearms in one shipment.",
        Quantity = Quantity.Count,
        AtLeast = 1,
        AtMost = 10_000,
        Default = "1",
        Example = "{ lognormal: { median: 3, sigma: 1.0 }, between: [1, 60] }",
        Effect = "For a rate in firearms: larger loads are fewer shipments, each a larger loss."
    )]
    public Distribution Load { get; init; } = new Fixed(1);

    [Key(
        "organization",
        "The organization it belongs to.",
        NamesIn = "organizations",
        Default = "none: the routes never change",
        Effect = "Decides how its shipments respond to losses; without one they never do."
    )]
    public string? Organization { get; init; }

    [Key("routes", "Which corridors it takes, and with which shares.", Effect = "Decides which checkpoints its shipments pass.")]
    public required Routes Routes { get; init; }

    [Key(
        "profile",
        "When it leaves, relative to the average; the yearly rate stays.",
        Effect = "Shipments that leave while teams are off duty pass more of them."
    )]
    public TimeProfile? Profile { get; init; }

    [Key(
        "mix",
        "Kinds of firearm, as shares that add up to 100 %; reported by kind.",
        Quantity = Quantity.Share,
        Example = "{ pistol: 60%, rifle: 40% }",
        Effect = "Divides reports by kind, and changes no total."
    )]
    public IReadOnlyDictionary<string, double>? Mix { get; init; }
}

public enum Counted
{
    Firearms,
    Shipments,
    Vehicles,
}

/// <summary>A rate and what it counts.</summary>
public readonly record struct FlowRate(double PerHour, Counted Counts);

/// <summary>The corridors a flow may take: shares by hand, or gravity over the generated corridors.</summary>
public sealed record Routes
{
    [Key(
        "to",
        "Where generated corridors may end: ports, destinations, or a list of places.",
        Example = "ports",
        Effect = "Decides where its corridors end."
    )]
    public RouteEnds? To { get; init; }

    [Key(
        "exponent",
        "Power of the attraction in the gravity share.",
        AtLeast = 0,
        Default = "1",
        Effect = "0: attraction doesn't matter; the higher, the more goes to the most attractive place."
    )]
    public double Exponent { get; init; } = 1;

    [Key(
        "decay",
        "Distance over which the gravity share falls by a factor e.",
        Quantity = Quantity.Length,
        AtLeast = 0,
        Above = true,
        Default = "75 mi",
        Effect = "The longer, the less distance matters, and the more goes to far places."
    )]
    public double DecayMiles { get; init; } = 75;

    [OtherKeys]
    [Key(
        "*",
        "The share of a corridor, by its name; together 100 %.",
        Quantity = Quantity.Share,
        NamesIn = "corridors",
        Effect = "The larger the share of a corridor with teams, the more is seized."
    )]
    public IReadOnlyDictionary<string, double> Shares { get; init; } = new OrderedDictionary<string, double>();
}

/// <summary>Where generated corridors end: every place of a kind, or the places named.</summary>
public sealed record RouteEnds(Network.PlaceKind? Kind, IReadOnlyList<string> Named);
