using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Adversaries;

/// <summary>The rings of an organization: groups that buy firearms and send them. A trace leads to a ring, a lead and a
/// case are about one.</summary>
/// <remarks>Their number is either given or that of the shares.</remarks>
public sealed record Rings
{
    /// <summary>More would take longer to draw than a replication takes.</summary>
    public const int Most = 100_000;

    [Key(
        "number",
        "How many there are at any time.",
        AtLeast = 1,
        AtMost = Most,
        Example = "800",
        Effect = "The more rings, the less of the flow a lead or a case is about."
    )]
    public int? Number { get; init; }

    [Key(
        "sizes",
        "Their sizes relative to one another, drawn once a replication: each ring's part of the organization's shipments.",
        Quantity = Quantity.Factor,
        AtLeast = 0,
        Default = "all equal",
        Example = "{ lognormal: { median: 1, sigma: 1.68 } }",
        Effect = "The more unequal, the more traces lead to the few that send most."
    )]
    public Distribution Sizes { get; init; } = new Fixed(1);

    [Key(
        "shares",
        "Instead of number and sizes, each ring's share of the organization's shipments.",
        Quantity = Quantity.Share,
        AtLeast = 0,
        Above = true,
        Example = "[50%, 30%, 20%]",
        Effect = "The more unequal, the more traces lead to the few that send most."
    )]
    public IReadOnlyList<double>? Shares { get; init; }

    [Key(
        "life",
        "How long one lasts on average (exponential) until another takes its place.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Above = true,
        Default = "for ever",
        Effect = "Rings that don't last are gone before a trace or a case reaches them."
    )]
    public double? LifeHours { get; init; }

    /// <summary>How many there are.</summary>
    public int Count => Shares?.Count ?? Number ?? 1;
}
