namespace SimInterdiction.Experiments.Results;

/// <summary>What uncertainty about the inputs does to the difference between two deployments. Differences are the
/// deployment less the baseline, in the measure's units.</summary>
public sealed record SensitivityResult
{
    public required SensitivityMethod Method { get; init; }

    public required string Deployment { get; init; }

    public required string Baseline { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Measure { get; init; }

    public required long Seed { get; init; }

    /// <summary>At every setting.</summary>
    public required int Replications { get; init; }

    /// <summary>How many settings of the inputs were simulated.</summary>
    public required int Settings { get; init; }

    /// <summary>At least 0; of the scenario's own measure only, 0 for others.</summary>
    public required double SmallestDifferenceThatMatters { get; init; }

    /// <summary>The difference with every input at its best guess.</summary>
    public required SimulatedValue BestGuess { get; init; }

    /// <summary>What is uncertain, in the order of the file.</summary>
    public required IReadOnlyList<InputRange> Inputs { get; init; }

    /// <summary>Widest first; null with another method.</summary>
    public IReadOnlyList<InputSwing>? Tornado { get; init; }

    /// <summary>What matters most first; null with another method.</summary>
    public IReadOnlyList<InputEffect>? Morris { get; init; }

    /// <summary>What accounts for most first; null with another method.</summary>
    public IReadOnlyList<InputShare>? Sobol { get; init; }

    public DifferenceMap? Map { get; init; }

    public VerdictTable? Verdicts { get; init; }

    public Discovery? Discovery { get; init; }
}

/// <summary>A number from simulation with its 95 % interval, which covers chance only; null where undefined.</summary>
public readonly record struct SimulatedValue(double? Value, double? Low, double? High);

/// <summary>An input that nobody knows, in the model's base units.</summary>
/// <param name="Path">Where it is written.</param>
/// <param name="Low">The least it may be.</param>
/// <param name="Best">The best guess.</param>
/// <param name="High">The most it may be.</param>
public sealed record InputRange(string Path, double Low, double Best, double High);

/// <summary>What one input does by itself, the others at their best guess.</summary>
/// <param name="Path">The input.</param>
/// <param name="AtLow">The difference with the input at its lowest.</param>
/// <param name="AtHigh">The same at its highest.</param>
/// <param name="Swing"><paramref name="AtHigh"/> less <paramref name="AtLow"/>, on the same luck.</param>
/// <param name="TurnsAt"> The input's value, nearest its best guess, at which the difference as estimated is 0, with
/// the interval that chance leaves open; null where the estimate keeps its sign, and of an answer that no difference
/// matters.
/// </param>
public sealed record InputSwing(string Path, SimulatedValue AtLow, SimulatedValue AtHigh, SimulatedValue Swing, SimulatedValue? TurnsAt)
{
    /// <summary>What the input by itself does to the answer, as far as chance lets it be told.</summary>
    public Answered Answer { get; init; }

    /// <summary>The input's value, nearest its best guess, at which the difference as estimated is the smallest that
    /// matters, either way, with the interval that chance leaves open; null where it passes that nowhere, or any
    /// difference matters.</summary>
    public SimulatedValue? MattersAt { get; init; }
}

/// <summary>Whether an answer, which is the verdict at best guess, is the same at both ends of an input's
/// range.</summary>
public enum Answered
{
    /// <summary>There is none at best guess that could change, or a difference is undefined.</summary>
    NotDecided,

    /// <summary>All three differences are surely on the same side of 0; of a difference that doesn't matter, too small
    /// all three.</summary>
    Stays,

    /// <summary>An end has another verdict, or may: chance leaves it open.</summary>
    MayFlip,

    /// <summary>
    /// An end is surely on the other side of 0, or matters where the best guess doesn't; surely also for having looked
    /// at the ends of every input.
    /// </summary>
    Flips,

    /// <summary>A difference that isn't too small to matter at best guess surely is at an end; surely in the same
    /// way.</summary>
    Shrinks,
}

/// <summary>What moving an input over its whole range does, on average over settings of the others; intervals cover the
/// choice of walks and chance.</summary>
/// <param name="Path">The input.</param>
/// <param name="Mean">Which way it moves the difference on the whole (mu).</param>
/// <param name="MeanSize">How much it moves it, either way (mu*).</param>
/// <param name="Spread">How much its effect depends on the others, or bends (sigma).</param>
/// <param name="ChanceError">The part of the standard error of <paramref name="MeanSize"/> that the replications
/// leave.</param>
public sealed record InputEffect(string Path, SimulatedValue Mean, SimulatedValue MeanSize, double? Spread, double? ChanceError);

/// <summary>Share of the variance of the difference, inputs drawn from triangles over their ranges; intervals cover the
/// choice of rows and chance.</summary>
/// <param name="Path">The input.</param>
/// <param name="First">What knowing it would take away.</param>
/// <param name="Total">What would be left if all others were known.</param>
/// <param name="ChanceError">The part of the standard error of <paramref name="Total"/> that the replications
/// leave.</param>
public sealed record InputShare(string Path, SimulatedValue First, SimulatedValue Total, double? ChanceError);

/// <summary>The difference over a grid of two inputs, the others at their best guess.</summary>
/// <param name="Across">Path of the input along x.</param>
/// <param name="Up">Path of the input along y.</param>
/// <param name="Xs">Its values, rising.</param>
/// <param name="Ys">Likewise.</param>
/// <param name="Differences">By y, then x; each with an interval of its own.</param>
public sealed record DifferenceMap(
    string Across,
    string Up,
    IReadOnlyList<double> Xs,
    IReadOnlyList<double> Ys,
    IReadOnlyList<IReadOnlyList<SimulatedValue>> Differences
)
{
    /// <summary>In how many settings the difference is surely above 0, with intervals that hold together over all
    /// settings.</summary>
    public int SurelyAbove { get; init; }

    /// <summary>Below 0 likewise.</summary>
    public int SurelyBelow { get; init; }
}
