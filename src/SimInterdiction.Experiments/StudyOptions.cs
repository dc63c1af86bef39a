using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Experiments;

/// <summary>How a study is run, apart from what its scenario says.</summary>
public sealed record StudyOptions
{
    /// <summary>Replications instead of the scenario's.</summary>
    public int? Replications { get; init; }

    /// <summary>Seed instead of the scenario's.</summary>
    public long? Seed { get; init; }

    /// <summary>Threads; 0 for one per core. Never changes a result.</summary>
    public int Jobs { get; init; }

    /// <summary>Who simulates; null for the threads of this machine. Another one needs <see cref="Store"/>. Never
    /// changes a result.</summary>
    public IExecutor? Executor { get; init; }

    /// <summary>Whether organizations adapt as stated; otherwise all are frozen, and the variants of the scenario are
    /// left out.</summary>
    public bool Adaptive { get; init; } = true;

    /// <summary>Whether nothing is simulated but what results are about: neither frozen organizations beside those as
    /// stated, nor the variants of the scenario.</summary>
    public bool MainOnly { get; init; }

    /// <summary>Only these deployments, and always the baseline. What is simulated comes out the same to the last digit
    /// as without it.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>
    /// The scenario as a function of inputs that each replication draws anew (<see cref="DrawnInputs"/>), so that
    /// intervals include the uncertainty about them; null holds them as the scenario has them, at their best guess.
    /// </summary>
    public UncertainScenario? Drawn { get; init; }

    /// <summary>Where replications are kept and taken from; null keeps them in memory only. Never changes a
    /// result.</summary>
    public RunStore? Store { get; init; }
}
