using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>What to simulate.</summary>
internal sealed record BatchPlan
{
    public required IReadOnlyList<string> Deployments { get; init; }

    /// <summary>How many, numbered from 0.</summary>
    public required int Replications { get; init; }

    /// <summary>The study's measure.</summary>
    public required Measure Measure { get; init; }

    public required int Threads { get; init; }
}
