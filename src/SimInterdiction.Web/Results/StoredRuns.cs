using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Requests;

namespace SimInterdiction.Web.Results;

/// <summary>The runs in the folder of results, which the page addresses by the names of two folders: that of the
/// scenario and that of the run.</summary>
/// <param name="workspace">Where the results are.</param>
internal sealed class StoredRuns(Workspace workspace)
{
    // The page asks for the whole list again and again.
    private readonly KnownSummaries known = new();

    public Workspace Workspace => workspace;

    /// <summary>All of them, the latest first.</summary>
    public IReadOnlyList<ListedRun> All => RunList.In(workspace, known);

    /// <summary>A run, as the list has it; null where there is none of that name, or behind a link.</summary>
    public ListedRun? Find(string scenario, string id) =>
        ResultPlace.Find(workspace.Results, scenario, id) is { } folder ? RunList.At(folder, known) : null;

    /// <summary>How the page addresses a run.</summary>
    public static string AddressOf(ListedRun run) => $"{Path.GetFileName(Path.GetDirectoryName(run.Folder))}/{run.Id}";
}
