using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>A scenario ready to simulate: shared by all threads, never changed. Tests put a fake in its
/// place.</summary>
internal interface IWorld
{
    /// <summary>The names of a dimension's entries, in the order of <see cref="ReplicationRecord.By"/>.</summary>
    IReadOnlyList<string> EntryNames(Dimension dimension);

    /// <summary>How many entries each dimension has.</summary>
    sealed IReadOnlyList<int> EntryCounts() => [.. Enum.GetValues<Dimension>().Select(dimension => EntryNames(dimension).Count)];

    /// <summary>The world of one replication, with the same entries: this very one, unless something is drawn anew for
    /// each.</summary>
    /// <param name="replication">From 0; called by several threads.</param>
    /// <exception cref="InvalidDataException">What was drawn can't be simulated.</exception>
    IWorld At(int replication) => this;

    /// <summary>The same world for one thread only, whose simulators may share what they compute.</summary>
    IWorld ForOneThread() => this;

    /// <summary>A simulator of one arm, for one thread.</summary>
    ISimulator Simulate(Arm arm);
}

/// <summary>Simulates one arm, replication by replication. Used by one thread at a time.</summary>
internal interface ISimulator : IDisposable
{
    /// <summary>What it did since it was made.</summary>
    WorkDone Work { get; }

    /// <summary>Simulates one replication, numbered from 0, into a record that it clears first. The result depends on
    /// nothing but the number.</summary>
    /// <exception cref="OperationCanceledException">It was ended before it was done.</exception>
    void Run(int replication, ReplicationRecord into, CancellationToken cancellation);
}
