using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Network;

/// <summary>How shipments move along a leg.</summary>
public sealed record Travel
{
    [Key(
        "speed",
        "Drawn anew for each shipment and leg.",
        Quantity = Quantity.Speed,
        AtLeast = 0,
        Above = true,
        Default = "{ varies: [45 mph, 58 mph, 70 mph] }",
        Effect = "Decides when shipments pass, and so which shifts they meet; to teams on duty all day it hardly matters."
    )]
    public Distribution SpeedMph { get; init; } = new Triangular(45, 58, 70);
}
