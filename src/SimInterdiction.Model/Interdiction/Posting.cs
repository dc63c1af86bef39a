using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.Interdiction;

/// <summary>A team of a task force at a checkpoint in certain hours, days and dates.</summary>
public sealed record Posting
{
    [Key("at", "The checkpoint.", NamesIn = "checkpoints", Default = "the checkpoint with the posting's name")]
    public PostedAt? At { get; init; }

    [Key("task_force", "Whose team it is.", NamesIn = "task_forces")]
    public required string TaskForce { get; init; }

    [Key("team", "The type of team.", NamesIn = "team_types")]
    public required string Team { get; init; }

    [Key("hours", "When it is on duty: from-to (may pass midnight), or 24 h.", Default = "24 h", Example = "06:00-18:00")]
    public HoursOfDay Hours { get; init; } = HoursOfDay.Always;

    [Key("days", "On which days a shift starts.", Default = "every day", Example = "[fri, sat, sun]")]
    public IReadOnlyList<Weekday>? Days { get; init; }

    [Key("from", "The first day a shift starts.", Example = "2022-11-01")]
    public DateOnly? From { get; init; }

    [Key("to", "The last day a shift starts.", Example = "2023-01-31")]
    public DateOnly? To { get; init; }

    [Key("lent", "Whether the team may be posted beyond its task force's reach.", Default = "no")]
    public bool Lent { get; init; }

    [Key("count", "How many such teams are posted there together.", AtLeast = 1, AtMost = 100, Default = "1")]
    public int Count { get; init; } = 1;

    /// <summary>The checkpoints it is posted at, one at a time: those it rotates between, or its one.</summary>
    /// <param name="name">Its name, which is also its checkpoint's where it names none.</param>
    public IEnumerable<string> CheckpointsOf(string name) => At?.Rotate?.Keys ?? [At?.Checkpoint ?? name];
}

/// <summary>Where a team is posted: at one checkpoint, or rotating between several.</summary>
public sealed record PostedAt
{
    [ShortForm]
    [Key("checkpoint", "The checkpoint.", NamesIn = "checkpoints")]
    public string? Checkpoint { get; init; }

    [Key(
        "rotate",
        "Checkpoints and how often the team is at each.",
        Quantity = Quantity.Share,
        NamesIn = "checkpoints",
        Example = "{ laredo: 50%, laredo_port: 50% }"
    )]
    public IReadOnlyDictionary<string, double>? Rotate { get; init; }

    [Key("every", "How long it stays before it may move.", Quantity = Quantity.Duration, AtLeast = 0, Above = true, Default = "1 day")]
    public double EveryHours { get; init; } = 24;

    [Key(
        "order",
        "Whether the next checkpoint is drawn at random (random), or is the one furthest behind its share, the "
            + "northernmost of equals (fixed).",
        Default = "random"
    )]
    public RotationOrder Order { get; init; } = RotationOrder.Random;
}

public enum RotationOrder
{
    Random,
    Fixed,
}
