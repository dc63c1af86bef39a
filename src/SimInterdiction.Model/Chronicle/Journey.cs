using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Model.Chronicle;

/// <summary>Where one shipment was when. Names are those of the scenario.</summary>
public sealed record Journey
{
    /// <summary>As in <see cref="Fact.Shipment"/>: the same in every deployment.</summary>
    public required string Shipment { get; init; }

    public required string Organization { get; init; }

    public required string Corridor { get; init; }

    public required int Firearms { get; init; }

    /// <summary>Whether it left inside the observed window.</summary>
    public required bool Counts { get; init; }

    /// <summary>By place of its corridor, the first where it left, the last where it was delivered, seized, or last
    /// seen when the replication ended.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>How far a team came with it; where it was still under way when the replication ended, so far.</summary>
    public required Fate Fate { get; init; }

    public Instant Left => Passages[0].Leaves;

    /// <summary>When it was delivered, seized, or last seen.</summary>
    public Instant Ended => Passages[^1].Leaves;
}

/// <summary>A shipment at a place: later away than there only where a team held it.</summary>
public readonly record struct Passage(Instant Arrives, Instant Leaves);
