using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Interdiction;

/// <summary>Secondary inspection behind the lanes of a team: some of the vehicles that these searched without a find
/// are referred to lanes of its own, and searched again.</summary>
public sealed record SecondaryInspection
{
    [Key(
        "refers",
        "Of the shipments that primary inspection searches and does not find, the share referred to secondary.",
        Quantity = Quantity.Share,
        Example = "35%",
        Effect = "The better the targeting, the more shipments are searched twice. A lead on their organization raises it."
    )]
    public required double Refers { get; init; }

    [Key(
        "refers_traffic",
        "Share of the legitimate vehicles inspected that is referred.",
        Quantity = Quantity.Share,
        Default = "as refers: by chance",
        Example = "4%",
        Effect = "The more legitimate vehicles it takes, the fuller its lanes and the longer the delays."
    )]
    public double? RefersTraffic { get; init; }

    [Key(
        "finds",
        "Of the loads that secondary inspection searches, the share it finds.",
        Quantity = Quantity.Share,
        Example = "{ uncertain: [50%, 60%, 70%] }",
        Effect = "Seizures rise in proportion to the share referred, until its lanes are full or traffickers go elsewhere."
    )]
    public required double Finds { get; init; }

    [Key(
        "officers",
        "Officers at secondary, beside those of the team.",
        AtLeast = 0,
        Default = "0",
        Example = "4",
        Effect = "Officers cost hours and money; by themselves they find nothing more: that is refers, finds and lanes."
    )]
    public int Officers { get; init; }

    [Key(
        "search",
        "How long a search at secondary takes.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 min",
        Example = "{ varies: [10 min, 20 min, 60 min] }",
        Effect = "Longer searches fill its lanes sooner and delay vehicles longer."
    )]
    public Distribution SearchHours { get; init; } = new Fixed(0);

    [Key(
        "lanes",
        "How many vehicles it can search at once.",
        AtLeast = 1,
        Default = "never short",
        Example = "2",
        Effect = "The fewer, the more often all are busy: who is referred then goes free, or waits."
    )]
    public int? Lanes { get; init; }

    [Key(
        "when_full",
        "What a vehicle referred to it does when all its lanes are busy.",
        Default = "wave_through",
        Effect = "Waving through loses shipments when it is busy; waiting loses none and delays those referred."
    )]
    public WhenFull WhenFull { get; init; } = WhenFull.WaveThrough;

    [Key(
        "queue_limit",
        "How many vehicles may wait (when_full: wait).",
        AtLeast = 0,
        Default = "no limit",
        Example = "10",
        Effect = "A shorter queue delays vehicles less and lets more of them pass unsearched."
    )]
    public int? QueueLimit { get; init; }

    /// <summary>Share of the legitimate vehicles inspected that is referred.</summary>
    public double ReferredOfTraffic => RefersTraffic ?? Refers;
}
