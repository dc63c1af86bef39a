using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>What is asked about the uncertainty in a scenario.</summary>
public sealed record SensitivityOptions
{
    public required SensitivityMethod Method { get; init; }

    /// <summary>The deployment whose difference from the baseline is studied; <see cref="SensitivityMethod.Verdicts"/>
    /// is about all.</summary>
    public required string Deployment { get; init; }

    /// <summary>A measure of single periods.</summary>
    public required Measure Measure { get; init; }

    /// <summary>At every setting of the inputs, numbered from 0: the same luck everywhere.</summary>
    public required int Replications { get; init; }

    public required long Seed { get; init; }

    /// <summary>Threads; 0 for one per core. Never changes a result.</summary>
    public int Jobs { get; init; }

    /// <summary>Who simulates; null for the threads of this machine. Others need <see cref="Store"/>. Never changes a
    /// result.</summary>
    public IDesignExecutors? Executors { get; init; }

    /// <summary>Where replications are kept and taken from; null keeps them in memory only. Never changes a
    /// result.</summary>
    public RunStore? Store { get; init; }

    /// <summary>The two inputs of a map, by path; empty for the two that move the difference most.</summary>
    public IReadOnlyList<string> MapInputs { get; init; } = [];

    /// <summary>Random walks of <see cref="SensitivityMethod.Morris"/>, rows of <see cref="SensitivityMethod.Sobol"/>,
    /// at least 2; settings of <see cref="SensitivityMethod.Discover"/>, at least
    /// <see cref="SensitivityAnalysis.FewestSettings"/>.</summary>
    public int Samples { get; init; } = 20;
}
