using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Network;

public enum PlaceKind
{
    City,
    Port,
    Destination,
    Crossing,
}

/// <summary>A named point: a city, a port of entry, a destination, a crossing of roads.</summary>
public sealed record Place
{
    [Key(
        "at",
        "Latitude and longitude in degrees.",
        Example = "[29.760, -95.370]",
        Effect = "Distances come from it, and with them times and shares of generated corridors."
    )]
    public required GeoPoint At { get; init; }

    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [Key(
        "kind",
        "What sort of place it is.",
        Default = "city",
        Effect = "Flows with gravity routes go to ports, or destinations; generated corridors end at a port."
    )]
    public PlaceKind Kind { get; init; } = PlaceKind.City;

    [Key(
        "attraction",
        "How strongly it attracts shipments when shares follow gravity, such as vehicles crossing in a year.",
        AtLeast = 0,
        Default = "1",
        Effect = "A flow with gravity routes sends more there, in proportion to attraction to the power of exponent."
    )]
    public double Attraction { get; init; } = 1;

    [Key(
        "country",
        "Two-letter country code.",
        Default = "US",
        Example = "MX",
        Effect = "Tells ports from crossings into another country; a partner's checkpoints lie abroad."
    )]
    public string Country { get; init; } = "US";

    [Key(
        "through",
        "Whether generated corridors may go on beyond this port.",
        Default = "no for a port, yes elsewhere",
        Effect = "yes: generated corridors pass the port and go on."
    )]
    public bool? Through { get; init; }

    [Key(
        "open",
        "When it lets vehicles through; one that comes while it is closed waits until it opens.",
        Default = "always",
        Example = "{ hours: 06:00-22:00 }",
        Effect = "Shipments wait until it opens, and legitimate traffic passes while it is open: a team on duty while it is closed meets "
            + "nobody."
    )]
    public Opening? Open { get; init; }

    /// <summary>Whether a generated corridor may pass the place and go on.</summary>
    public bool LetsCorridorsPass => Through ?? Kind != PlaceKind.Port;
}
