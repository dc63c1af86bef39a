using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Replays;

namespace SimInterdiction.Application.Replays;

/// <summary>How a replay ended.</summary>
public abstract record ReplayOutcome
{
    private ReplayOutcome() { }

    /// <summary>The replication was simulated again.</summary>
    /// <param name="Replay">What happened in it, and whether it came out as stored.</param>
    /// <param name="Story">The same, to tell of it.</param>
    /// <param name="Shipment">The shipment that was asked for; null where none was.</param>
    /// <param name="OtherModelVersion">The version of the model that simulated the run, where it is another one and the
    /// replication came out otherwise; else null.</param>
    /// <param name="Logs">The files that every fact was written to.</param>
    /// <param name="Map">The moving map's file; null where none was asked for.</param>
    public sealed record Completed(
        Replay Replay,
        ReplayStory Story,
        string? Shipment,
        string? OtherModelVersion,
        IReadOnlyList<string> Logs,
        string? Map
    ) : ReplayOutcome;

    /// <summary>It was stopped.</summary>
    public sealed record Stopped : ReplayOutcome;

    /// <summary>A file could not be written.</summary>
    public sealed record NotSaved(SaveFailure Why) : ReplayOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Why) : ReplayOutcome;
}
