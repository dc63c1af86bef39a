using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Model;

namespace SimInterdiction.Application.Validations;

/// <summary>Something that must come out exactly, on any machine and with any seed.</summary>
public sealed record MachineCheck
{
    /// <summary>What it is called in commands.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence that states what must hold, in plain words.</summary>
    public required string Law { get; init; }

    /// <summary>Where what is due comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Does it here and now.</summary>
    public required Func<MachineCheckSetting, IReadOnlyList<ExactCheck>> Run { get; init; }
}

/// <summary>What a machine check needs.</summary>
/// <param name="Read">Makes a scenario of its text.</param>
/// <param name="Seed">Added to the scenario's own seed.</param>
/// <param name="Jobs">Threads; 0 for one per core.</param>
public sealed record MachineCheckSetting(Func<string, Scenario> Read, long Seed, int Jobs);
