using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>What to simulate.</summary>
internal sealed record BatchPlan
{
    /// <summary>What is simulated with the same luck.</summary>
    public required IReadOnlyList<Arm> Arms { get; init; }

    /// <summary>Where deployments may drop out, the one that all others are compared with, and that is simulated to the
    /// end.</summary>
    public string? Baseline { get; init; }

    /// <summary>How often inputs are drawn anew; null where none is.</summary>
    public InputDraws? Draws { get; init; }

    /// <summary>How many at most, numbered from 0.</summary>
    public required int Replications { get; init; }

    /// <summary>By what an arm is broken down: what nobody looks at takes no room. Everything unless said
    /// otherwise.</summary>
    public Func<Arm, IReadOnlyCollection<Dimension>> BrokenDownBy { get; init; } = _ => Enum.GetValues<Dimension>();

    /// <summary>The study's measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>On how many threads of this machine, where they simulate it.</summary>
    public required int Threads { get; init; }

    /// <summary>Who simulates it; changes no bit of what comes out. The threads of this machine unless said
    /// otherwise.</summary>
    public IExecutor Executor { get; init; } = new ThreadExecutor();
}
