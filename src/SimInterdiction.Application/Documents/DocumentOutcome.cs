using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Documents;

/// <summary>How the writing of documents ended.</summary>
public abstract record DocumentOutcome
{
    private DocumentOutcome() { }

    /// <param name="Files">What was written.</param>
    public sealed record Completed(IReadOnlyList<string> Files) : DocumentOutcome;

    /// <summary>It was stopped.</summary>
    /// <param name="Files">What was written until then.</param>
    public sealed record Stopped(IReadOnlyList<string> Files) : DocumentOutcome;

    /// <summary>Not everything could be written.</summary>
    /// <param name="Files">What was.</param>
    /// <param name="Why">Why not the rest.</param>
    public sealed record NotSaved(IReadOnlyList<string> Files, SaveFailure Why) : DocumentOutcome;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(Refusal Why) : DocumentOutcome;
}
