using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Network;

/// <summary>Joins two places, both ways.</summary>
public sealed record Road
{
    /// <summary>Road miles per great-circle mile where no length is given. Assumed: the mean of 29 legs in the
    /// south-west, which range from 1.04 to 1.35.</summary>
    public const double Circuity = 1.13;

    [Key(
        "between",
        "The two places it joins.",
        NamesIn = "places",
        Example = "[houston, laredo]",
        Effect = "Decides which corridors are generated."
    )]
    public required IReadOnlyList<string> Between { get; init; }

    [Key(
        "length",
        "How long it is.",
        Quantity = Quantity.Length,
        AtLeast = 0,
        Default = "great circle x 1.13",
        Example = "315 mi",
        Effect = "Shipments arrive later, and generated corridors over a longer road carry less."
    )]
    public double? LengthMiles { get; init; }

    [Key(
        "open",
        "When vehicles may enter it; one that comes while it is closed waits until it opens.",
        Default = "always",
        Example = "{ hours: 06:00-22:00 }",
        Effect = "Shipments wait until it opens."
    )]
    public Opening? Open { get; init; }
}
