using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Network;

/// <summary>An ordered path of places, from an origin to a destination.</summary>
public sealed record Corridor
{
    [Key(
        "path",
        "The places in the order they are passed, first and last included. A leg without a road counts great circle x 1.13.",
        NamesIn = "places",
        Example = "[houston, laredo, laredo_port]",
        Effect = "Decides which checkpoints its shipments pass, and how long they are on the way."
    )]
    public required IReadOnlyList<string> Path { get; init; }

    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }
}

/// <summary>The corridors of a scenario: by hand, generated over the roads, or both.</summary>
public sealed record CorridorPlan
{
    [Key(
        "generate",
        "Makes corridors over the roads, named origin__destination__1, from every origin of a flow with gravity routes.",
        Effect = "The more corridors there are, the more ways lead around a checkpoint."
    )]
    public CorridorGeneration? Generate { get; init; }

    [OtherKeys]
    [Key("*", "A corridor by hand, by its name.", Effect = "The more corridors there are, the more ways lead around a checkpoint.")]
    public IReadOnlyDictionary<string, Corridor> ByHand { get; init; } = new OrderedDictionary<string, Corridor>();
}

/// <summary>How corridors are generated: the k shortest loopless paths between an origin and each
/// destination.</summary>
public sealed record CorridorGeneration
{
    [Key(
        "paths",
        "How many of the shortest paths to each destination.",
        AtLeast = 1,
        AtMost = 50,
        Default = "2",
        Effect = "More paths spread shipments over more roads, and leave more ways round a team."
    )]
    public int Paths { get; init; } = 2;

    [Key(
        "within",
        "Paths longer than this share of the shortest are left out; differences by rounding don't count.",
        Quantity = Quantity.Factor,
        AtLeast = 1,
        Default = "130%",
        Effect = "The higher, the longer the detours that traffickers may take."
    )]
    public double Within { get; init; } = 1.3;

    [Key(
        "drop_below",
        "Corridors that would carry a smaller share of their origin's flow are left out, and the rest share it.",
        Quantity = Quantity.Share,
        Default = "0%",
        Effect = "The higher, the fewer corridors remain; what they carried is divided among the rest."
    )]
    public double DropBelow { get; init; }
}
