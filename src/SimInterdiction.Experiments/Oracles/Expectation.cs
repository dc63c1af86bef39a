using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Oracles;

/// <summary>One number that theory gives.</summary>
/// <param name="Deployment">Of which deployment.</param>
/// <param name="Measure">Which measure of the catalogue.</param>
/// <param name="Value">What theory says.</param>
public sealed record Expectation(string Deployment, string Measure, double Value)
{
    /// <summary>The entry of a breakdown that the number is about; null for all together.</summary>
    public (Dimension Dimension, string Entry)? Of { get; init; }

    /// <summary>Whether the number is the deployment's difference from the baseline, instead of its own.</summary>
    public bool IsDifference { get; init; }

    /// <summary>Whether the simulated number must be exactly the value, in every replication.</summary>
    public bool IsExact { get; init; }

    /// <summary>The widest interval, as a share of the value, that still counts as a check: a wide one would confirm
    /// anything.</summary>
    public double SharpTo { get; init; } = 0.03;

    /// <summary>How far the simulation may lie from the value beyond chance, where theory gives a limit that is only
    /// approached; 0 otherwise.</summary>
    public double Bias { get; init; }
}
