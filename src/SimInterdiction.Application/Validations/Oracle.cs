using SimInterdiction.Experiments.Oracles;

namespace SimInterdiction.Application.Validations;

/// <summary>A scenario whose answer theory knows.</summary>
public sealed record Oracle
{
    /// <summary>What it is called in commands: lower-case words joined by underscores.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence that states the law, in plain words.</summary>
    public required string Law { get; init; }

    /// <summary>Where the answer comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The scenario, as a planner would write it.</summary>
    public required string Yaml { get; init; }

    public required IReadOnlyList<Expectation> Expectations { get; init; }
}
