using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Results;

/// <summary>What came of simulating stored replications again.</summary>
/// <param name="Replications">How many were simulated again, each for every arm.</param>
/// <param name="Differing">Those that came out otherwise than they were stored, in a bit or more.</param>
public sealed record RunCheck(int Replications, IReadOnlyList<CheckedReplication> Differing)
{
    /// <summary>Of each arm that lacks replications that others have, the first one. From the lowest of them on nothing
    /// was simulated again.</summary>
    public IReadOnlyList<CheckedReplication> Missing { get; init; } = [];
}

public readonly record struct CheckedReplication(Arm Arm, int Replication);
