using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Adversaries;

/// <summary>The adversary: chooses corridors, loads and departures, and learns from its losses.</summary>
public sealed record Organization
{
    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [Key(
        "route_choice",
        "How it chooses corridors.",
        Effect = "Without it routes never change. With it, losses send shipments to other corridors, which takes back part of what a "
            + "deployment gains."
    )]
    public RouteChoice? RouteChoice { get; init; }

    [Key(
        "splits_loads",
        "Whether it spreads loads over more vehicles after losses.",
        Effect = "After losses more vehicles carry less each: more seizures, fewer firearms in each."
    )]
    public LoadSplitting? SplitsLoads { get; init; }

    [Key(
        "watches",
        "Whether its drivers know the posted hours.",
        Effect = "Those who watch pass while nobody is on duty: fixed hours seize less."
    )]
    public Scouting? Watches { get; init; }

    [Key("lies_low", "Whether it pauses after a loss.", Effect = "A seizure also delays, or prevents, what would have left after it.")]
    public LyingLow? LiesLow { get; init; }

    [Key(
        "rings",
        "The groups of purchasers and couriers that buy and send for it.",
        Default = "one, for ever",
        Effect = "A case ends the ring that a trace leads to, and not the organization: the more rings, the less one case changes."
    )]
    public Rings? Rings { get; init; }

    /// <summary>What it may do besides choosing corridors, each null where it doesn't: a new behaviour's key goes in
    /// here.</summary>
    internal IReadOnlyList<IAdaptation?> Adaptations => [SplitsLoads, Watches, LiesLow];

    /// <summary>Whether it does anything that a frozen one doesn't.</summary>
    public bool Adapts => RouteChoice is { RiskAversion: > 0, Learns: not Learning.Off } || Adaptations.Any(each => each is { Acts: true });

    /// <summary>The same, but it knows the true risks, where it heeds any, and does nothing else about the
    /// teams.</summary>
    public Organization Knowing() =>
        Frozen() with
        {
            RouteChoice = RouteChoice is null or { Learns: Learning.Off } ? RouteChoice : RouteChoice with { Learns = Learning.Known },
        };

    /// <summary>The same, but beliefs stay at the prior, and it doesn't split loads, watch, or lie low.</summary>
    public Organization Frozen() =>
        new()
        {
            Label = Label,
            RouteChoice = RouteChoice is null ? null : RouteChoice with { Learns = Learning.Off },
            Rings = Rings,
        };
}

/// <summary>Something an organization does about the teams, apart from choosing corridors.</summary>
internal interface IAdaptation
{
    /// <summary>Whether it ever does anything, as stated.</summary>
    bool Acts => true;

    /// <summary>How long it may keep a shipment from leaving at most.</summary>
    double LongestWaitHours => 0;
}

public enum Learning
{
    Place,
    Corridor,
    Off,
    Known,
}

public enum ShareMeaning
{
    Preferences,
    AsToday,
}

/// <summary>Route choice by perceived risk (logit), with memory and delay.</summary>
public sealed record RouteChoice
{
    [Key(
        "risk_aversion",
        "Weight of the perceived chance of loss in the choice.",
        AtLeast = 0,
        Default = "0",
        Effect = "0: routes never change. The higher, the more they avoid where loads are lost, and the less postings achieve."
    )]
    public double RiskAversion { get; init; }

    [Key(
        "shares",
        "Whether the given shares are preferences, or what is observed under the deployment in force until now (today).",
        Default = "preferences",
        Effect = "as_today: the shares are what today's risks have made of the preferences, so that today keeps them."
    )]
    public ShareMeaning Shares { get; init; } = ShareMeaning.Preferences;

    [Key(
        "learns",
        "What it holds beliefs about.",
        Default = "place",
        Effect = "By place, a loss counts against every corridor that passes there; by corridor, against its own alone."
    )]
    public Learning Learns { get; init; } = Learning.Place;

    [Key(
        "memory",
        "Half-life of what it has heard.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Above = true,
        Default = "60 days",
        Effect = "The longer, the longer they stay away from where loads were lost."
    )]
    public double MemoryHours { get; init; } = 60 * 24;

    [Key(
        "hears_after",
        "How long until it hears of a shipment's fate.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "0 h",
        Effect = "The longer, the longer a new posting works before they react."
    )]
    public double HearsAfterHours { get; init; }

    [Key(
        "prior",
        "What it believes before it learns: one share, or a share by name.",
        Quantity = Quantity.Share,
        Default = "0%",
        Example = "5%",
        Effect = "The risk they expect before they have lost anything: with a high one few losses surprise them."
    )]
    public Prior? Prior { get; init; }

    [Key(
        "prior_weight",
        "How many shipments' experience the prior is worth.",
        AtLeast = 0,
        AtMost = 1_000_000_000,
        Default = "20",
        Effect = "The higher, the more losses it takes to change their minds."
    )]
    public double PriorWeight { get; init; } = 20;
}

/// <summary>A belief for every place or corridor, or one by name.</summary>
public sealed record Prior
{
    [ShortForm]
    [Key(
        "everywhere",
        "The belief where no other is given.",
        Quantity = Quantity.Share,
        Default = "0%",
        Example = "5%",
        Effect = "The risk they expect before they have lost anything: with a high one few losses surprise them."
    )]
    public double Everywhere { get; init; }

    [OtherKeys]
    [Key(
        "*",
        "The belief about a place or corridor, by its name.",
        Quantity = Quantity.Share,
        Effect = "The higher for one corridor or place, the fewer shipments it has to begin with."
    )]
    public IReadOnlyDictionary<string, double> ByName { get; init; } = new OrderedDictionary<string, double>();
}

public sealed record LoadSplitting : IAdaptation
{
    [Key(
        "after",
        "How many seizures heard of start it.",
        AtLeast = 1,
        Example = "2 seizures",
        Effect = "The higher, the later they split."
    )]
    public required int AfterSeizures { get; init; }

    [Key(
        "within",
        "The period over which they are counted.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Default = "30 days",
        Example = "30 days",
        Effect = "The shorter, the more seldom so many seizures fall into it."
    )]
    public double WithinHours { get; init; } = 30 * 24;

    [Key(
        "factor",
        "Size of a split load relative to the drawn one.",
        Quantity = Quantity.Share,
        AtLeast = 0,
        Above = true,
        Default = "50%",
        Example = "50%",
        Effect = "The smaller, the more vehicles carry the same firearms, and the fewer are lost with each."
    )]
    public double Factor { get; init; } = 0.5;
}

public sealed record Scouting : IAdaptation
{
    bool IAdaptation.Acts => Share > 0;

    double IAdaptation.LongestWaitHours => PatienceHours;

    [Key(
        "share",
        "Share of drivers who watch.",
        Quantity = Quantity.Share,
        Effect = "The higher, the more shipments leave so as to pass while nobody is on duty."
    )]
    public required double Share { get; init; }

    [Key(
        "patience",
        "How much later they are willing to leave.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Effect = "The longer, the longer the shifts that they can wait out."
    )]
    public required double PatienceHours { get; init; }
}

public sealed record LyingLow : IAdaptation
{
    double IAdaptation.LongestWaitHours => ForHours;

    [Key(
        "for",
        "How long nothing is dispatched after a loss is heard of.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Example = "14 days",
        Effect = "The longer, the fewer shipments leave after a loss."
    )]
    public required double ForHours { get; init; }

    [Key(
        "shipments",
        "What becomes of the shipments meanwhile.",
        Default = "postponed",
        Effect = "lost: a seizure also prevents what would have left; postponed: it leaves later."
    )]
    public LyingLowShipments Shipments { get; init; } = LyingLowShipments.Postponed;
}

public enum LyingLowShipments
{
    Postponed,
    Lost,
}
