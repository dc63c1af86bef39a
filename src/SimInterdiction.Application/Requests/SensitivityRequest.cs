using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Application.Requests;

/// <summary>What uncertainty about a scenario's inputs does to its answer.</summary>
public sealed record SensitivityRequest
{
    public required ScenarioSource Source { get; init; }

    public required SensitivityMethod Method { get; init; }

    /// <summary>Whose difference from the baseline; null for the one that the answer tells of.</summary>
    public string? Deployment { get; init; }

    /// <summary>Null for the scenario's.</summary>
    public string? Measure { get; init; }

    /// <summary>The two inputs of a map, by path; empty for those that matter most.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>How many at each setting; null for as many as suit the method.</summary>
    public int? Replications { get; init; }

    /// <summary>Walks of Morris, rows of Sobol, settings of a discovery; null for as many as suit the method.</summary>
    public int? Samples { get; init; }
}
