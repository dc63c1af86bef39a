using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model;

/// <summary>A plan to compare deployments: immutable, complete, and checked by whoever made it. Names are the keys of
/// its maps.</summary>
public sealed record Scenario
{
    [Key(
        "simint",
        "Format version of the file.",
        AtLeast = 1,
        AtMost = 1,
        Default = "1",
        Effect = "Changes no result: it says which version of the language the file is written in."
    )]
    public int FormatVersion { get; init; } = 1;

    [Key("title", "What the scenario is called.", Default = "the file's name", Effect = "Changes no result: people read it.")]
    public string? Title { get; init; }

    [Key("question", "The question it answers, in a sentence.", Effect = "Changes no result: people read it.")]
    public string? Question { get; init; }

    [Key(
        "data",
        "What the shipments are: always synthetic; printed on every figure.",
        Default = "synthetic",
        Effect = "Changes no result: people read it."
    )]
    public DataKind Data { get; init; } = DataKind.Synthetic;

    [Key(
        "start",
        "The first day of the observed window.",
        Default = "2022-10-01",
        Example = "2022-10-01",
        Effect = "Decides which months and weekdays of the profiles are observed."
    )]
    public DateOnly Start { get; init; } = new(2022, 10, 1);

    [Key(
        "length",
        "How long the observed window is.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Above = true,
        AtMost = 100 * 365 * 24,
        Default = "30 days",
        Example = "182 days",
        Effect = "A longer window has more shipments and narrower intervals, and gives traffickers more time to adapt."
    )]
    public double LengthHours { get; init; } = 30 * 24;

    [Key(
        "end",
        "Instead of length: the last day of the observed window.",
        Example = "2023-03-31",
        Default = "as length says",
        Effect = "As length: the longer the window, the more of everything."
    )]
    public DateOnly? End { get; init; }

    [Key(
        "warm_up",
        "How long before the window the simulation begins.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        AtMost = 100 * 365 * 24,
        Default = "0 days",
        Effect = "When it is long enough, roads, queues and traffickers have settled by the time the window begins."
    )]
    public double WarmUpHours { get; init; }

    [Key(
        "windows",
        "Named parts of the observed window that seizures are reported for.",
        Effect = "Changes no result: seizures are also told for each."
    )]
    public IReadOnlyDictionary<string, NamedWindow> Windows { get; init; } = new OrderedDictionary<string, NamedWindow>();

    [Key("places", "Named points: cities, ports, destinations, crossings.", Effect = "Where everything is; distances come from it.")]
    public required IReadOnlyDictionary<string, Place> Places { get; init; }

    [Key("roads", "Roads between places.", Effect = "Decides which corridors are generated, and how long they are.")]
    public IReadOnlyDictionary<string, Road> Roads { get; init; } = new OrderedDictionary<string, Road>();

    [Key("corridors", "Paths from origins to destinations.", Effect = "Decides which checkpoints shipments can pass.")]
    public required CorridorPlan Corridors { get; init; }

    [Key("travel", "How shipments move.", Effect = "Decides how long shipments are on the way, and so when they pass whom.")]
    public Travel Travel { get; init; } = new();

    [Key("organizations", "The adversaries.", Effect = "Decides how traffickers respond, and what that takes back of a gain.")]
    public IReadOnlyDictionary<string, Organization> Organizations { get; init; } = new OrderedDictionary<string, Organization>();

    [Key(
        "total_flow",
        "How much leaves in total, divided among the flows that have a share instead of a rate.",
        Quantity = Quantity.Rate,
        Example = "200_000 firearms per year",
        Effect = "Seizures rise in proportion, and the seizure rate stays, unless lanes are full or traffickers adapt."
    )]
    public FlowRate? TotalFlow { get; init; }

    [Key("flows", "How much leaves which origin.", Effect = "Decides how much there is to seize, and where.")]
    public required IReadOnlyDictionary<string, Flow> Flows { get; init; }

    [Key("team_types", "What teams can do.", Effect = "Decides how likely teams stop and find, and what they cost.")]
    public IReadOnlyDictionary<string, TeamType> TeamTypes { get; init; } = new OrderedDictionary<string, TeamType>();

    [Key("task_forces", "Who has which teams.", Effect = "Decides how many teams there are, and where they may be posted.")]
    public IReadOnlyDictionary<string, TaskForce> TaskForces { get; init; } = new OrderedDictionary<string, TaskForce>();

    [Key("checkpoints", "Where teams may be posted.", Effect = "Decides where teams may stand.")]
    public IReadOnlyDictionary<string, Checkpoint> Checkpoints { get; init; } = new OrderedDictionary<string, Checkpoint>();

    [Key(
        "tracing",
        "How traces work when a deployment turns them on.",
        Effect = "Acts in deployments that turn it on; in others it changes nothing."
    )]
    public Tracing? Tracing { get; init; }

    [Key(
        "mexican_access",
        "How Mexican access to tracing works when a deployment turns it on.",
        Effect = "Acts in deployments that turn it on; in others it changes nothing."
    )]
    public MexicanAccess? MexicanAccess { get; init; }

    [Key(
        "sharing",
        "How leads are shared when a deployment turns it on.",
        Effect = "Acts in deployments that turn it on; in others it changes nothing."
    )]
    public Sharing? Sharing { get; init; }

    [Key(
        "trafficking_group",
        "How the trafficking group works when a deployment turns it on.",
        Effect = "Acts in deployments that turn it on; in others it changes nothing."
    )]
    public TraffickingGroup? TraffickingGroup { get; init; }

    [Key(
        "deployments",
        "The deployments to compare.",
        Effect = "These are compared; the first is the baseline unless compare_with names another."
    )]
    public required IReadOnlyDictionary<string, Deployment> Deployments { get; init; }

    [Key(
        "today",
        "The deployment in force until now: what organizations are used to (shares: as_today), and what acts in the "
            + "warm-up (during_warm_up: today).",
        NamesIn = "deployments",
        Default = "what compare_with names in the file, or the first deployment",
        Effect = "What traffickers are used to: other deployments make them move away from, or to, what it guards."
    )]
    public string? Today { get; init; }

    [Key("experiment", "How deployments are compared.", Effect = "Decides how sure the answer is, and what it is about.")]
    public ExperimentPlan Experiment { get; init; } = new();

    [Key(
        "what_if",
        "Questions about the answer: each changes a few values, and the same deployments are compared again on the same luck.",
        Effect = "Changes no result: each question has an answer of its own."
    )]
    public IReadOnlyDictionary<string, WhatIf> WhatIf { get; init; } = new OrderedDictionary<string, WhatIf>();

    [Key(
        "optimize",
        "Among which deployments the best is searched, where that is asked for; changes no other result.",
        Effect = "Changes no result of a run."
    )]
    public OptimizationPlan? Optimize { get; init; }

    [Key("require", "Pass or fail criteria; exit code 10 if one is not met.", Effect = "Changes no result: whether it is met is told.")]
    public IReadOnlyList<Requirement> Require { get; init; } = [];

    [Key("assumptions", "Where the values come from; printed in the report.", Effect = "Changes no result: people read it.")]
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>The name of the deployment in force until now: what is compared with what doesn't change it, once it is
    /// stated.</summary>
    public string InForce => Today ?? Baseline;

    /// <summary>The baseline's name.</summary>
    public string Baseline => Experiment.CompareWith ?? Deployments.Keys.First();

    /// <summary>The organization that a flow belongs to; one without is an organization of its own.</summary>
    public string OrganizationOf(string flow) => Flows[flow].Organization ?? flow;

    /// <summary>What people see of a checkpoint: its own label, else that of its place.</summary>
    public string LabelOfCheckpoint(string checkpoint)
    {
        string place = PlaceOf(checkpoint);
        return Labels.Of(place, Checkpoints.GetValueOrDefault(checkpoint)?.Label ?? Places.GetValueOrDefault(place)?.Label);
    }

    /// <summary>The place of a checkpoint, or the place itself.</summary>
    public string PlaceOf(string checkpointOrPlace) => Checkpoints.GetValueOrDefault(checkpointOrPlace)?.Place ?? checkpointOrPlace;

    /// <summary>What a flow sends on average: its own rate, or its share of the total.</summary>
    public FlowRate RateOf(Flow flow) => flow.Rate ?? new FlowRate(TotalFlow!.Value.PerHour * flow.Share!.Value, TotalFlow.Value.Counts);

    /// <summary>Whether anybody who sends anything adapts, as stated.</summary>
    public bool Adapts => Flows.Values.Any(flow => flow.Organization is { } name && OrganizationIn(null, name).Adapts);

    /// <summary>What an organization would do in a variant, were it free to adapt.</summary>
    /// <param name="adversary">Name of the variant, <see cref="Arm.Frozen"/>, or null: as stated.</param>
    /// <param name="organization">Its name; that of a flow without an organization, which is one of its own and never
    /// adapts.</param>
    public Organization OrganizationIn(string? adversary, string organization)
    {
        Organization stated = Organizations.GetValueOrDefault(organization) ?? new Organization();
        return adversary is null
            ? stated
            : Experiment.Adversaries.GetValueOrDefault(adversary)?.Organizations.GetValueOrDefault(organization) ?? stated;
    }

    /// <summary>Whether nobody adapts in a variant.</summary>
    public bool IsFrozen(string? adversary) =>
        adversary is not null && (Experiment.Adversaries.GetValueOrDefault(adversary)?.Adaptive == false || adversary == Arm.Frozen);

    /// <summary>Length of the observed window in days.</summary>
    public double LengthDays => LengthHours / 24;
}

public enum DataKind
{
    Synthetic,
}
