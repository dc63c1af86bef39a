using Microsoft.AspNetCore.Http;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Web.Safety;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Results;

/// <summary>Makes documents of runs, as the command line makes them, but into memory: whoever reads one needs no room
/// on the disk. One at a time, since each takes a core for a while.</summary>
/// <param name="workspace">Where the results are.</param>
internal sealed class DocumentDesk(Workspace workspace)
{
    private readonly Lock busy = new();

    /// <summary>Makes a document of a run.</summary>
    /// <returns>What it holds; or an answer that says why there is none.</returns>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public Task<(byte[]? Content, IResult? Refusal)> Make(string run, DocumentKind kind, CancellationToken stop) =>
        Task.Run(() => Of(run, kind, stop), stop);

    private (byte[]? Content, IResult? Refusal) Of(string run, DocumentKind kind, CancellationToken stop)
    {
        lock (busy)
        {
            stop.ThrowIfCancellationRequested();
            return !StoredRun.TryFind(run, workspace, new NoObserver(), out StoredRun? found, out Refusal? why) ? (null, Refused(why))
                : found.Subject(deployment: null, withExample: true, stop) is { } subject ? (kind.Make(subject), null)
                : (null, Refused(new Refusal.NoReplications(found.Folder)));
        }
    }

    private static IResult Refused(Refusal why) => Answers.Of(StatusCodes.Status409Conflict, RefusalWords.Of(why));

    private sealed class NoObserver : IObserveStoredRun;
}
