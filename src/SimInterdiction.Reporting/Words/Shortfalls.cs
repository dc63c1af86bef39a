namespace SimInterdiction.Reporting.Words;

/// <summary>How far a deployment falls short of the best one, by adversary, in the units shown.</summary>
/// <param name="Label">The deployment.</param>
/// <param name="IsBaseline">Whether it is the baseline.</param>
/// <param name="Regrets">By adversary; NaN where undefined.</param>
/// <param name="Words">The same as shown.</param>
/// <param name="Worst">The largest of them.</param>
public sealed record Shortfalls(string Label, bool IsBaseline, IReadOnlyList<double> Regrets, IReadOnlyList<string> Words, double Worst)
{
    /// <summary>The intervals by adversary; empty where it is surely the best, or none is known.</summary>
    public required IReadOnlyList<string> Intervals { get; init; }

    /// <summary>The interval of the largest: it is at least the largest lower end and at most the largest upper one, as
    /// all hold together; empty where it is surely the best against everyone, or none is known.</summary>
    public required string WorstInterval { get; init; }

    /// <summary>" (65% more officer-hours)", where it costs other than the baseline.</summary>
    public required string Cost { get; init; }

    /// <summary>By adversary, whether chance leaves open that it is the best.</summary>
    public required IReadOnlyList<bool> MayBeBest { get; init; }

    /// <summary>What chance leaves open of the largest regret.</summary>
    public required (double Low, double High) Open { get; init; }
}
