using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Interdiction;

/// <summary>A team of a task force at a checkpoint in certain hours, days and dates.</summary>
public sealed record Posting
{
    [Key(
        "at",
        "The checkpoint.",
        NamesIn = "checkpoints",
        Default = "the checkpoint with the posting's name",
        Effect = "Decides which shipments the team can meet."
    )]
    public PostedAt? At { get; init; }

    [Key(
        "task_force",
        "Whose team it is.",
        NamesIn = "task_forces",
        Effect = "Decides how many teams there are, how far they reach, and whose lead it is that a seizure brings."
    )]
    public required string TaskForce { get; init; }

    [Key("team", "The type of team.", NamesIn = "team_types", Effect = "Decides how likely it stops and finds, and what an hour costs.")]
    public required string Team { get; init; }

    [Key(
        "hours",
        "When it is on duty: from-to (may pass midnight), or 24 h.",
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

    [Key("from", "The first day a shift starts.", Example = "2022-11-01", Effect = "What passes before is missed.")]
    public DateOnly? From { get; init; }

    [Key("to", "The last day a shift starts.", Example = "2023-01-31", Effect = "What passes after is missed.")]
    public DateOnly? To { get; init; }

    [Key(
        "every",
        "Days on and off in turn, such as 4 on and 4 off, beside what days says.",
        Example = "{ days_on: 4, days_off: 4, from: 2022-10-01 }",
        Effect = "Fewer days on duty: fewer seizures, and fewer officer-hours."
    )]
    public DutyCycle? Every { get; init; }

    [Key(
        "except",
        "Days on which no shift starts, such as holidays.",
        Example = "[2022-11-24, 2022-12-25]",
        Effect = "Fewer days on duty: fewer seizures, and fewer officer-hours."
    )]
    public IReadOnlyList<DateOnly> Except { get; init; } = [];

    [Key(
        "lent",
        "Whether the team may be posted beyond its task force's reach.",
        Default = "no",
        Effect = "Changes no result: it allows a posting that is out of reach."
    )]
    public bool Lent { get; init; }

    [Key(
        "plans",
        "On which plans of the deployment's rotation it stands.",
        Default = "all of them",
        Example = "[coast]",
        Effect = "What passes while another plan is drawn is missed; its costs are those of its share of the time."
    )]
    public IReadOnlyList<string>? Plans { get; init; }

    [Key(
        "count",
        "How many such teams are posted there together.",
        AtLeast = 1,
        AtMost = 100,
        Default = "1",
        Example = "2",
        Effect = "Each further team adds what further_team_adds says, and its lanes and costs in full."
    )]
    public int Count { get; init; } = 1;

    /// <summary>Whether every week from its first day to its last is like every other.</summary>
    public bool IsWeekly => Every is null && Except.Count == 0;

    /// <summary>Its days on and off and its exceptions as a text, which is equal for equal ones; empty where it has
    /// none.</summary>
    public string Turns =>
        IsWeekly
            ? string.Empty
            : $"{Every?.DaysOn:000} {Every?.DaysOff:000} {Every?.Phase:000} "
                + string.Join(' ', Except.Distinct().Order().Select(day => $"{day:yyyyMMdd}"));

    /// <summary>Whether a shift starts on a day, as far as weekdays, turns and exceptions say.</summary>
    public bool StartsOn(DateOnly day) =>
        (Days is null || Days.Contains(day.Weekday())) && Every?.IsOn(day) != false && !Except.Contains(day);

    /// <summary>The checkpoints it is posted at, one at a time: those it rotates between, or its one.</summary>
    /// <param name="name">Its name, which is also its checkpoint's where it names none.</param>
    public IEnumerable<string> CheckpointsOf(string name) => At?.Rotate?.Keys ?? [At?.Checkpoint ?? name];
}

/// <summary>Where a team is posted: at one checkpoint, or rotating between several.</summary>
public sealed record PostedAt
{
    [ShortForm]
    [Key(
        "checkpoint",
        "The checkpoint.",
        NamesIn = "checkpoints",
        Example = "laredo_port",
        Effect = "Decides which shipments the team can meet."
    )]
    public string? Checkpoint { get; init; }

    [Key(
        "rotate",
        "Checkpoints and how often the team is at each.",
        Quantity = Quantity.Share,
        NamesIn = "checkpoints",
        Example = "{ laredo: 50%, laredo_port: 50% }",
        Effect = "Each place is covered for its share of the time, and none is safe for traffickers."
    )]
    public IReadOnlyDictionary<string, double>? Rotate { get; init; }

    [Key(
        "every",
        "How long it stays before it may move.",
        Quantity = Quantity.Duration,
        AtLeast = 0,
        Above = true,
        Default = "1 day",
        Example = "1 day",
        Effect = "The longer it stays, the longer the other places are without it."
    )]
    public double EveryHours { get; init; } = 24;

    [Key(
        "order",
        "Whether the next checkpoint is drawn at random (random), or is the one furthest behind its share, the "
            + "northernmost of equals (fixed).",
        Default = "random",
        Effect = "A fixed order keeps the shares exactly, a random one on average, and nobody knows where the team is next."
    )]
    public RotationOrder Order { get; init; } = RotationOrder.Random;
}

public enum RotationOrder
{
    Random,
    Fixed,
}
