using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Study;

/// <summary>Among which deployments the best is searched.</summary>
public sealed record OptimizationPlan
{
    [Key(
        "budget",
        "What the deployment may take in the window.",
        Default = "the officer-hours that the deployment in force takes",
        Effect = "The more there is, the more is seized, and each hour more brings less."
    )]
    public PostingBudget? Budget { get; init; }

    [Key(
        "candidates",
        "What may be posted, beside what is kept.",
        Default = "teams of the task forces that the deployment in force posts, where and at hours at which any deployment "
            + "posts such a team",
        Effect = "The more choice, the better the best, and the longer the search."
    )]
    public PostingChoices Candidates { get; init; } = new();

    [Key(
        "keep",
        "Postings of the deployment in force that stay as they are.",
        Example = "[laredo]",
        Effect = "Leaves less to choose: the best is no better for it."
    )]
    public IReadOnlyList<string> Keep { get; init; } = [];

    [Key(
        "at_most",
        "How many teams of a kind there may be, those that are kept among them.",
        Example = "[{ teams: 3, team_types: [outbound] }]",
        Effect = "Leaves less to choose: the best is no better for it."
    )]
    public IReadOnlyList<PostingLimit> AtMost { get; init; } = [];

    [Key(
        "against",
        "Against which traffickers: those who keep their shares of corridors (fixed), those who know what is seized and share "
            + "themselves among corridors by it, as their organization's risk_aversion says (logit), or those who all take the "
            + "corridor on which least is seized (best_route).",
        Default = "fixed",
        Effect = "best_route: the deployment spreads its teams, so that no corridor is much safer than another."
    )]
    public Traffickers Against { get; init; }

    [Key(
        "random",
        "Whether also the best plans are searched of which one is drawn each day, against traffickers who know how often each is "
            + "drawn, but not which one is.",
        Default = "no",
        Effect = "yes: one deployment more is proposed, which rotates among whole plans."
    )]
    public bool Random { get; init; }

    [Key(
        "robust",
        "Whether also the deployment is searched that loses least where it loses most, should uncertain inputs be otherwise than "
            + "guessed.",
        Default = "no",
        Effect = "yes: one table more, and perhaps one deployment more that is proposed."
    )]
    public bool Robust { get; init; }
}

/// <summary>What traffickers do about a deployment.</summary>
public enum Traffickers
{
    /// <summary>They keep their shares of corridors.</summary>
    Fixed,

    /// <summary>All of a flow takes the corridor on which least is seized.</summary>
    BestRoute,

    /// <summary>They know what is seized on each corridor, and the more that is, the fewer take it.</summary>
    Logit,
}

/// <summary>What a deployment may take in the window, its trafficking group included; no limit where nothing is
/// said.</summary>
public sealed record PostingBudget
{
    [Key(
        "officer_hours",
        "Officer-hours.",
        AtLeast = 0,
        Default = "no limit",
        Example = "202_020",
        Effect = "More of them never make the best deployment worse."
    )]
    public double? OfficerHours { get; init; }

    [Key(
        "cost",
        "Their cost.",
        Quantity = Quantity.Money,
        AtLeast = 0,
        Default = "no limit",
        Example = "17_000_000 USD",
        Effect = "More never makes the best deployment worse."
    )]
    public double? CostUsd { get; init; }
}

/// <summary>Postings of a kind; a list that is left out tells nothing apart.</summary>
public abstract record PostingKind
{
    [Key(
        "task_forces",
        "Whose teams.",
        NamesIn = "task_forces",
        Default = "not told apart",
        Example = "[houston, laredo]",
        Effect = "Decides which teams the limit counts."
    )]
    public IReadOnlyList<string>? TaskForces { get; init; }

    [Key(
        "team_types",
        "Which types of team.",
        NamesIn = "team_types",
        Default = "not told apart",
        Example = "[trafficking_unit]",
        Effect = "Decides which teams the limit counts."
    )]
    public IReadOnlyList<string>? TeamTypes { get; init; }

    [Key(
        "checkpoints",
        "Where.",
        NamesIn = "checkpoints",
        Default = "not told apart",
        Example = "[laredo, laredo_port]",
        Effect = "Decides which teams the limit counts."
    )]
    public IReadOnlyList<string>? Checkpoints { get; init; }

    /// <summary>Whether a posting is of this kind.</summary>
    public bool Holds(string taskForce, string teamType, IEnumerable<string> checkpoints) =>
        TaskForces?.Contains(taskForce) != false
        && TeamTypes?.Contains(teamType) != false
        && (Checkpoints is null || checkpoints.Any(Checkpoints.Contains));
}

/// <summary>What may be posted: teams alone or together. Without a list: of those task forces that the deployment in
/// force posts, where and at the hours at which any deployment posts such a team.</summary>
public sealed record PostingChoices : PostingKind
{
    [Key(
        "shifts",
        "At which hours and on which days.",
        Default = "the hours at which any deployment posts such a team, every day",
        Example = "[{ hours: 06:00-18:00 }, { hours: 18:00-06:00, days: [fri, sat, sun] }]",
        Effect = "More of them to choose from never make the best deployment worse, but take time to search."
    )]
    public IReadOnlyList<PostingShift>? Shifts { get; init; }
}

/// <summary>Hours, and the days on which they begin.</summary>
public sealed record PostingShift
{
    [Key(
        "hours",
        "When a team is on duty: from-to (may pass midnight), or 24 h.",
        Default = "24 h",
        Example = "06:00-18:00",
        Effect = "What passes off duty is missed; longer hours cost more."
    )]
    public HoursOfDay Hours { get; init; } = HoursOfDay.Always;

    [Key(
        "days",
        "On which days a shift starts.",
        Default = "every day",
        Example = "[fri, sat, sun]",
        Effect = "What passes on other days is missed; more days cost more."
    )]
    public IReadOnlyList<Weekday>? Days { get; init; }
}

/// <summary>How many teams of a kind there may be.</summary>
public sealed record PostingLimit : PostingKind
{
    [Key(
        "teams",
        "How many teams of this kind at most, at one place or at several, at the same hours or at others.",
        AtLeast = 0,
        AtMost = 10_000,
        Example = "3",
        Effect = "A lower limit never makes the best deployment better."
    )]
    public required int Teams { get; init; }

    /// <summary>How many such teams some postings have.</summary>
    /// <param name="post">The postings by name.</param>
    public int TeamsOf(IEnumerable<KeyValuePair<string, Posting>> post) =>
        post.Where(each => Holds(each.Value.TaskForce, each.Value.Team, each.Value.CheckpointsOf(each.Key))).Sum(each => each.Value.Count);
}
