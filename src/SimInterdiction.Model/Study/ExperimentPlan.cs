using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Study;

/// <summary>How the deployments are compared.</summary>
public sealed record ExperimentPlan
{
    /// <summary>The fewest replications from which anything may drop out: what deployments vary by must be known to a
    /// few tens of per cent first.</summary>
    public const int FewestToChooseFrom = 20;

    public const int MostReplications = 1_000_000;

    /// <summary>The largest whole number that every program reads exactly from JSON.</summary>
    public const long MostSeed = 9007199254740991;

    [Key(
        "compare_with",
        "The baseline.",
        NamesIn = "deployments",
        Default = "the first deployment",
        Effect = "Changes no deployment's result: all are compared with this one."
    )]
    public string? CompareWith { get; init; }

    [Key(
        "measure",
        "The name of the measure the verdicts are about.",
        Default = "seizure_rate",
        Effect = "Changes no result: verdicts and answer are about this one."
    )]
    public string Measure { get; init; } = "seizure_rate";

    [Key(
        "smallest_difference_that_matters",
        "Differences of the measure below this don't matter to the decision, in the measure's unit.",
        Quantity = Quantity.DifferenceOfMeasure,
        AtLeast = 0,
        Default = "0",
        Example = "0.1 points",
        Effect = "The larger, the more differences are said not to matter. It changes verdicts, and nothing simulated."
    )]
    public double SmallestDifferenceThatMatters { get; init; }

    [Key(
        "during_warm_up",
        "Which deployment is in force during the warm-up: the one simulated (same), or the one until now (today).",
        Default = "same",
        Effect = "today: traffickers meet each deployment by surprise, and results say in which week they notice; same: "
            + "they have got used to it when the window begins."
    )]
    public DuringWarmUp DuringWarmUp { get; init; } = DuringWarmUp.Same;

    [Key(
        "noticed_when_cancelled",
        "With during_warm_up: today, traffickers count as having noticed a deployment from the week on in which they cancel "
            + "more than this share of what it gains over the baseline.",
        Quantity = Quantity.Share,
        AtLeast = 0.01,
        AtMost = 0.99,
        Default = "50%",
        Example = "50%",
        Effect = "The larger, the later the week. It changes the week, and nothing simulated."
    )]
    public double NoticedWhenCancelled { get; init; } = 0.5;

    [Key(
        "replications",
        "How many times the period is simulated for each deployment.",
        AtLeast = 1,
        AtMost = MostReplications,
        Default = "100",
        Effect = "Four times as many halve the intervals; averages only become surer."
    )]
    public int Replications { get; init; } = 100;

    [Key(
        "precision",
        "Simulate until every difference is known to within this (half the width of its interval; all right at once in "
            + "95 of 100 studies); replications is then the first stage.",
        Quantity = Quantity.DifferenceOfMeasure,
        AtLeast = 0,
        Above = true,
        Example = "0.05 points",
        Effect = "Half of it takes four times as many replications."
    )]
    public double? Precision { get; init; }

    [Key(
        "choose",
        "best: simulate until the best deployment is found, or one within the smallest difference that matters "
            + "(with 95 % probability); those unlikely to win drop out early. replications is then the first stage.",
        Default = "none",
        Effect = "best spends replications on those that may win; the others keep wider intervals."
    )]
    public Choosing Choose { get; init; } = Choosing.None;

    [Key(
        "at_most",
        "With precision or choose: the most replications to simulate; never below replications.",
        AtLeast = 1,
        AtMost = MostReplications,
        Default = "5000",
        Example = "2_000",
        Effect = "Once it is reached, the answer is as sure as it is then."
    )]
    public int AtMost { get; init; } = 5000;

    [Key("seed", "Which random numbers.", AtLeast = 0, AtMost = MostSeed, Default = "1", Effect = "What changes with it is chance.")]
    public long Seed { get; init; } = 1;

    [Key("also_report", "Measures shown beside the main one.", Example = "[firearms_seized, officer_hours]", Effect = "Changes no result.")]
    public IReadOnlyList<string> AlsoReport { get; init; } = [];

    [Key(
        "steps",
        "Things added one after the other, such as programmes: what each adds to those before it, and alone.",
        Effect = "Changes no result: each step is told."
    )]
    public IReadOnlyDictionary<string, Step> Steps { get; init; } = new OrderedDictionary<string, Step>();

    [Key(
        "hypothetical",
        "Deployments that nobody could choose, such as tracing in a tenth of the time: compared like the others, and never the answer.",
        NamesIn = "deployments",
        Example = "[swift]",
        Effect = "Changes who can be the answer, and no number."
    )]
    public IReadOnlyList<string> Hypothetical { get; init; } = [];

    [Key(
        "adversaries",
        "Variants of the organizations, crossed with the deployments.",
        Effect = "Changes no result: the deployments are simulated against each of them too."
    )]
    public IReadOnlyDictionary<string, AdversaryVariant> Adversaries { get; init; } = new OrderedDictionary<string, AdversaryVariant>();
}

public enum Choosing
{
    /// <summary>Every deployment is simulated as often as every other.</summary>
    None,

    /// <summary>Deployments clearly behind the best are simulated no further.</summary>
    Best,
}

public enum DuringWarmUp
{
    Same,
    Today,
}

/// <summary>How the organizations differ in one variant.</summary>
public sealed record AdversaryVariant
{
    [Key(
        "adaptive",
        "Whether organizations adapt at all.",
        Default = "on",
        Effect = "off: routes, loads and hours stay as they were before any loss."
    )]
    public bool Adaptive { get; init; } = true;

    [Key("organizations", "Settings that differ, by organization.", Effect = "Decides how that variant responds.")]
    public IReadOnlyDictionary<string, Organization> Organizations { get; init; } = new OrderedDictionary<string, Organization>();
}

/// <summary>A pass or fail criterion.</summary>
public sealed record Requirement
{
    [Key(
        "deployment",
        "Which deployment.",
        NamesIn = "deployments",
        Example = "nights_at_laredo",
        Effect = "Decides which one must meet it."
    )]
    public required string Deployment { get; init; }

    [Key("measure", "Which measure.", Example = "seizure_rate", Effect = "Decides which of its numbers must meet it.")]
    public required string Measure { get; init; }

    [Key(
        "at_least",
        "Met when the interval's lower end is at least this.",
        Quantity = Quantity.OfMeasure,
        AtLeast = 0,
        Example = "15%",
        Effect = "Decides whether the criterion is met, and nothing simulated."
    )]
    public double? AtLeast { get; init; }

    [Key(
        "at_most",
        "Met when the interval's upper end is at most this.",
        Quantity = Quantity.OfMeasure,
        AtLeast = 0,
        Example = "20 min",
        Effect = "Decides whether the criterion is met, and nothing simulated."
    )]
    public double? AtMost { get; init; }
}

/// <summary>One line of the assumptions log.</summary>
public sealed record Assumption
{
    [Key(
        "about",
        "The path of the value it is about.",
        Example = "team_types.outbound_team.finds",
        Effect = "Changes no result: people read it."
    )]
    public required string About { get; init; }

    [Key("source", "Where the value comes from.", Example = "GAO-21-322", Effect = "Changes no result: people read it.")]
    public string? Source { get; init; }

    [Key("confidence", "How far it can be trusted.", Default = "not_stated", Effect = "Is printed in the report, and changes no result.")]
    public Confidence Confidence { get; init; } = Confidence.NotStated;

    [Key(
        "effect",
        "What it does to the answer, in a sentence.",
        Example = "Half of it halves every number of firearms.",
        Effect = "Changes no result: people read it."
    )]
    public string? Effect { get; init; }
}

public enum Confidence
{
    NotStated,
    Low,
    Medium,
    High,
}

/// <summary>A named span of the observed window, first and last day included.</summary>
public sealed record NamedWindow
{
    [Key("from", "First day.", Effect = "Changes no result: seizures from this day on count in it.")]
    public required DateOnly From { get; init; }

    [Key("to", "Last day.", Effect = "Changes no result: seizures up to this day count in it.")]
    public required DateOnly To { get; init; }

    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }
}
