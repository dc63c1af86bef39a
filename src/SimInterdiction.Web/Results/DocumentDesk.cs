using Microsoft.AspNetCore.Http;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Requests;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Web.Safety;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Results;

/// <summary>Has documents of runs made, as the command line has them made: into the run's folder of documents. One at a
/// time, since each takes a core for a while.</summary>
/// <param name="workspace">Where the results are.</param>
internal sealed class DocumentDesk(Workspace workspace)
{
    private readonly Lock busy = new();

    /// <summary>Makes a document of a run.</summary>
    /// <returns>Its file; or an answer that says why there is none.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<(string? File, IResult? Refusal)> Make(string run, DocumentKind kind, CancellationToken stop)
    {
        DocumentOutcome outcome = await Task.Run(() => Write(run, kind, stop), stop);
        return outcome switch
        {
            DocumentOutcome.Completed { Files: { } files } => (files.Single(file => Path.GetFileName(file) == kind.File), null),
            DocumentOutcome.NotSaved { Why: { } why } => (
                null,
                Answers.Of(StatusCodes.Status500InternalServerError, $"It could not be saved: {SaveFailureWords.Of(why)}.")
            ),
            DocumentOutcome.Refused { Why: { } why } => (null, Answers.Of(StatusCodes.Status409Conflict, RefusalWords.Of(why))),
            _ => throw new OperationCanceledException(stop),
        };
    }

    private DocumentOutcome Write(string run, DocumentKind kind, CancellationToken stop)
    {
        lock (busy)
        {
            return new RunDocuments(workspace).Execute(new DocumentRequest(run, [kind.Format], Folder: null), new NoObserver(), stop);
        }
    }

    private sealed class NoObserver : IObserveDocuments;
}
