using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Web.Results;

/// <summary>The runs in the folder of results, which the page addresses by the names of two folders: that of the
/// scenario and that of the run.</summary>
/// <param name="workspace">Where the results are.</param>
internal sealed class StoredRuns(Workspace workspace)
{
    public Workspace Workspace => workspace;

    /// <summary>All of them, the latest first.</summary>
    public IReadOnlyList<ListedRun> All => RunList.In(workspace);

    /// <summary>A run; null where there is none of that name, and where a name leads out of the folder.</summary>
    public ListedRun? Find(string scenario, string id)
    {
        string name = $"{scenario}/{id}/{RunManifest.FileName}";
        var results = new OwnFolder(workspace.Results);
        string folder = Path.Combine(workspace.Results, scenario, id);
        return results.FaultOf(name) is null && File.Exists(results.PathOf(name))
            ? new ListedRun(folder, ManifestSummary.Read(folder))
            : null;
    }

    /// <summary>How the page addresses a run.</summary>
    public static string AddressOf(ListedRun run) => $"{Path.GetFileName(Path.GetDirectoryName(run.Folder))}/{run.Id}";
}
