using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Sensitivities;

/// <summary>How a sensitivity analysis ended.</summary>
public abstract record SensitivityOutcome
{
    private SensitivityOutcome() { }

    /// <summary>It is done and saved.</summary>
    /// <param name="Folder">The analysis's folder.</param>
    /// <param name="Analysis">What was saved.</param>
    /// <param name="View">The same, to tell of it.</param>
    /// <param name="Next">What to look at next; null where nothing suggests itself.</param>
    public sealed record Completed(string Folder, StoredSensitivity Analysis, SensitivityView View, SensitivityRequest? Next)
        : SensitivityOutcome;

    /// <summary>It was stopped; the same request goes on from what is saved.</summary>
    /// <param name="WasWaiting">Whether another process was waited for, and nothing was simulated.</param>
    /// <param name="HoldsReplications">Whether any replication is saved.</param>
    public sealed record Stopped(bool WasWaiting, bool HoldsReplications) : SensitivityOutcome;

    /// <summary>Not everything could be saved; the same request goes on from what was.</summary>
    /// <param name="Why">Why not.</param>
    /// <param name="HoldsReplications">Whether any replication is saved.</param>
    public sealed record NotSaved(SaveFailure Why, bool HoldsReplications) : SensitivityOutcome;

    /// <summary>Other machines could not simulate all of it; what they did is saved, and the same request goes on from
    /// there.</summary>
    public sealed record NotSimulated(ExecutionFault Why) : SensitivityOutcome;

    /// <summary>The scenario can't be simulated at some setting of its inputs.</summary>
    /// <param name="Why">In words for people.</param>
    public sealed record Failed(string Why) : SensitivityOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Why) : SensitivityOutcome;
}
