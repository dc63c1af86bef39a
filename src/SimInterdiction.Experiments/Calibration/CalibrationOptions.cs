using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>How a fit is made.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Replications of each average, on common random numbers.</summary>
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

    /// <summary>With several unknowns or figures: how many settings are tried at most, one period each.</summary>
    public int MostDraws { get; init; } = 20_000;

    /// <summary>With several unknowns or figures: how many settings that fit are enough.</summary>
    public int EnoughKept { get; init; } = 200;

    /// <summary>An input's value as it will be written down, given the interval that decides its digits, so that what
    /// is told is about that one.</summary>
    public Func<int, double, Interval, double> Round { get; init; } = (_, value, _) => value;

    /// <summary>Whether an input is a whole number: only whole values are fitted then.</summary>
    public Predicate<int> IsWhole { get; init; } = _ => false;

    /// <summary>Called after every replication, by one thread at a time and not on the caller's.</summary>
    public Action<WorkProgress>? Progress { get; init; }
}
