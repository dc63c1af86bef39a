using SimInterdiction.Engine.Numerics;

namespace SimInterdiction.Experiments.Results;

/// <summary>What a deployment takes, as far as a planner has only so much of it.</summary>
public enum Resource
{
    OfficerHours,
    Money,
}

/// <summary>Whether a contest has a winner.</summary>
public enum ContestOutcome
{
    /// <summary>Which is best is open.</summary>
    NotDecided,

    /// <summary>The first is better than every other, by what matters or perhaps by less.</summary>
    Won,

    /// <summary>The first and at least one more are all less than what matters from the best, whichever that
    /// is.</summary>
    Tied,
}

/// <summary>Who is best of some deployments about the study's measure: the first against the runner-up.</summary>
public sealed record Contest
{
    /// <summary>How many times as many officer-hours, or as much money, still count as the same: a holiday more or less
    /// moves hours by that little, and how many traces are paid for is chance.</summary>
    public const double SameAmount = 1.01;

    /// <summary>What they take no more of than the baseline does, to one hundredth; null where all deployments take
    /// part.</summary>
    public required Resource? Limit { get; init; }

    /// <summary>By name, best estimate first; at least two.</summary>
    public required IReadOnlyList<string> Entrants { get; init; }

    /// <summary>The first against the runner-up.</summary>
    public required Comparison Lead { get; init; }

    /// <summary>Wrong in at most 5 of 100 studies, however many take part and whichever comes out first.</summary>
    public required ContestOutcome Outcome { get; init; }

    /// <summary>Where won, the first alone; where tied, those that tie, best estimate first; where it is not decided,
    /// those that may be best.</summary>
    public required IReadOnlyList<string> InFront { get; init; }

    public string First => Entrants[0];

    public string RunnerUp => Entrants[1];

    /// <summary>Whether an amount counts as no more than another: at most one hundredth more.</summary>
    /// <param name="amount">Officer-hours, or USD.</param>
    /// <param name="other">The same of what it is compared with.</param>
    public static bool IsNoMore(double amount, double other) => Tolerance.IsAtMost(amount, SameAmount * other);
}
