using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Interdiction;

/// <summary>A home place and an inventory of teams.</summary>
public sealed record TaskForce
{
    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [Key("home", "Its home place.", NamesIn = "places", Effect = "Together with reach, decides where its teams may be posted.")]
    public required string Home { get; init; }

    [Key(
        "teams",
        "How many teams of each type it has.",
        NamesIn = "team_types",
        AtLeast = 0,
        Example = "{ trafficking_unit: 1, outbound_team: 2 }",
        Effect = "Changes no result: it is a limit that postings are checked against."
    )]
    public required IReadOnlyDictionary<string, int> Teams { get; init; }

    [Key(
        "reach",
        "How far from home a team can be posted, along the great circle.",
        Quantity = Quantity.Length,
        AtLeast = 0,
        Default = "no limit",
        Example = "150 mi",
        Effect = "Changes no result: it is a limit that postings are checked against."
    )]
    public double? ReachMiles { get; init; }
}
