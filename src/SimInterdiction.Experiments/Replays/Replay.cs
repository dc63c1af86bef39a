using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Replays;

/// <summary>One stored replication of one arm, simulated again.</summary>
public sealed record Replay
{
    public required Arm Arm { get; init; }

    /// <summary>From 0.</summary>
    public required int Replication { get; init; }

    /// <summary>Everything that happened, in the order of time.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Where every shipment was when, and when teams were on duty.</summary>
    public required Course Course { get; init; }

    /// <summary>What it came to, indexed by <see cref="Total"/>.</summary>
    public required IReadOnlyList<double> Totals { get; init; }

    /// <summary>Stands for everything it came to now.</summary>
    public required string Hash { get; init; }

    /// <summary>The same of what is stored.</summary>
    public required string StoredHash { get; init; }

    /// <summary>Totals of everything together that are stored otherwise. May be empty where only entries of a dimension
    /// differ.</summary>
    public required IReadOnlyList<DifferingTotal> Differing { get; init; }

    /// <summary>Whether every total, of every entry too, is the same to the last bit.</summary>
    public bool IsAsStored => Hash == StoredHash;
}

public readonly record struct DifferingTotal(Total Total, double Stored, double Now);
