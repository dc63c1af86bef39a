using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Results;

/// <summary>The side of the process that makes documents.</summary>
public static class DocumentWorker
{
    /// <summary>Makes one after the other until no more are asked for, as the command line makes them.</summary>
    /// <param name="workspaceOf">What the command line works in, by the folder of results.</param>
    /// <param name="requests">What the page writes.</param>
    /// <param name="answers">What it reads; nothing else may be written to it.</param>
    public static void Serve(Func<string, Workspace> workspaceOf, Stream requests, Stream answers)
    {
        ArgumentNullException.ThrowIfNull(workspaceOf);
        while (true)
        {
            (string Results, string Run, string File) wanted;
            try
            {
                wanted = DocumentMessages.ReadRequest(requests);
            }
            catch (EndOfStreamException)
            {
                return;
            }

            DocumentKind kind = DocumentCatalog.All.First(each => each.File == wanted.File);
            (byte[]? content, string? why) = Of(workspaceOf(wanted.Results), wanted.Run, kind);
            DocumentMessages.WriteAnswer(answers, content, why);
        }
    }

    private static (byte[]? Content, string? Why) Of(Workspace workspace, string run, DocumentKind kind) =>
        !StoredRun.TryFind(run, workspace, new NoObserver(), out StoredRun? found, out Refusal? why) ? (null, RefusalWords.Of(why))
        : found.Subject(deployment: null, withExample: true, CancellationToken.None) is { } subject ? (kind.Make(subject), null)
        : (null, RefusalWords.Of(new Refusal.NoReplications(found.Folder)));

    private sealed class NoObserver : IObserveStoredRun;
}
