using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Runs;

/// <summary>How a run ended.</summary>
public abstract record RunOutcome
{
    private RunOutcome() { }

    /// <summary>Everything asked for is simulated and saved.</summary>
    public sealed record Completed(FinishedRun Run) : RunOutcome;

    /// <summary>It was stopped, and what was simulated is saved; the same request goes on from there.</summary>
    public sealed record Stopped(FinishedRun Run) : RunOutcome;

    /// <summary>It was stopped before a replication of every deployment was done.</summary>
    /// <param name="WasWaiting">Whether another process was waited for; otherwise a replication was under way.</param>
    /// <param name="HoldsReplications">Whether any replication is saved from before.</param>
    public sealed record StoppedAtOnce(bool WasWaiting, bool HoldsReplications) : RunOutcome;

    /// <summary>Not everything could be saved; the same request goes on from what was.</summary>
    /// <param name="Run">What came out; null where there is nothing.</param>
    /// <param name="Folder">The run's folder.</param>
    /// <param name="Why">Why not.</param>
    /// <param name="HoldsReplications">Whether any replication is saved.</param>
    public sealed record NotSaved(FinishedRun? Run, string Folder, SaveFailure Why, bool HoldsReplications) : RunOutcome;

    /// <summary>Memory ran out; the same request goes on from what was saved.</summary>
    /// <param name="Folder">The run's folder.</param>
    /// <param name="HoldsReplications">Whether any replication is saved.</param>
    public sealed record OutOfMemory(string Folder, bool HoldsReplications) : RunOutcome;

    /// <summary>Other machines could not simulate all of it; what they did is saved, and the same request goes on from
    /// there.</summary>
    /// <param name="Folder">The run's folder.</param>
    /// <param name="Why">Why not.</param>
    public sealed record NotSimulated(string Folder, ExecutionFault Why) : RunOutcome;

    /// <summary>Every replication failed.</summary>
    public sealed record Failed(StudyResult Result) : RunOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Why) : RunOutcome;
}

/// <summary>What came out of a run.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Result">What came out.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Store">What was taken from the store, simulated, and could not be saved.</param>
public sealed record FinishedRun(string Folder, StudyResult Result, Provenance Provenance, StoreUse Store)
{
    /// <summary>Whether nothing has changed since its files were written, so that they stand as they were.</summary>
    public bool Stands { get; init; }

    /// <summary>The report's file; null where none was asked for.</summary>
    public string? Report { get; init; }

    /// <summary>What to look at next; null where nothing suggests itself.</summary>
    public SensitivityRequest? Next { get; init; }
}
