using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Calibration;

namespace SimInterdiction.Application.Calibrations;

/// <summary>How a calibration ended.</summary>
public abstract record CalibrationStudyOutcome
{
    private CalibrationStudyOutcome() { }

    /// <summary>The numbers are fitted, and the fitted scenario is written.</summary>
    /// <param name="Report">What came out.</param>
    /// <param name="File">The fitted scenario's file.</param>
    /// <param name="Folder">The folder with what it says.</param>
    /// <param name="Figure">The figure's file; null where there is none.</param>
    /// <param name="Next">The fitted scenario's run.</param>
    public sealed record Completed(CalibrationReport Report, string File, string Folder, string? Figure, RunRequest Next)
        : CalibrationStudyOutcome
    {
        /// <summary>The file that was asked for, where somebody made one of that name meanwhile; null where nobody
        /// did.</summary>
        public string? Taken { get; init; }
    }

    /// <summary>Nothing in the ranges comes to the figures.</summary>
    /// <param name="Fit">How near it came.</param>
    /// <param name="Targets">The figures.</param>
    /// <param name="Scales">How each number is written.</param>
    public sealed record NoFit(CalibrationOutcome Fit, IReadOnlyList<CalibrationTarget> Targets, IReadOnlyList<UnknownScale> Scales)
        : CalibrationStudyOutcome;

    /// <summary>It was stopped; the same request goes on from what is saved.</summary>
    /// <param name="WasWaiting">Whether another process was waited for, and nothing was simulated.</param>
    /// <param name="HoldsReplications">Whether any replication is saved.</param>
    public sealed record Stopped(bool WasWaiting, bool HoldsReplications) : CalibrationStudyOutcome;

    /// <summary>Not everything could be saved; the same request goes on from what was.</summary>
    /// <param name="Why">Why not.</param>
    /// <param name="HoldsReplications">Whether any replication is saved.</param>
    public sealed record NotSaved(SaveFailure Why, bool HoldsReplications) : CalibrationStudyOutcome
    {
        /// <summary>The fitted scenario; null where it could not be written.</summary>
        public string? File { get; init; }
    }

    /// <summary>Other machines could not simulate all of it; what they did is saved, and the same request goes on from
    /// there.</summary>
    public sealed record NotSimulated(ExecutionFault Why) : CalibrationStudyOutcome;

    /// <summary>The scenario can't be simulated at some setting of its inputs.</summary>
    /// <param name="Why">In words for people.</param>
    public sealed record Failed(string Why) : CalibrationStudyOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Why) : CalibrationStudyOutcome;
}
