using System.Text;
using SimInterdiction.Application.Findings;
using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Results;

namespace SimInterdiction.Web.Questions;

/// <summary>What questions came to, as it lies in the folder of results, whoever asked them. The page addresses each by
/// the names of two folders: that of the scenario and that of the analysis.</summary>
/// <param name="workspace">Where results are.</param>
/// <param name="scenarios">The scenario files that may be opened.</param>
internal sealed class StoredFindings(Workspace workspace, ScenarioFolder scenarios)
{
    private const string Pictures = "figures/";
    private static readonly string[] Taken = [".csv", ".png", ".svg"];

    /// <summary>All of them, the latest first.</summary>
    public IReadOnlyList<FindingRow> All
    {
        get
        {
            var changed = new ChangedFiles();
            return [.. StoredFinding.AllIn(workspace.Results).Select(each => RowOf(each.Folder, each.Finding, changed))];
        }
    }

    /// <summary>How the page addresses what lies in a folder.</summary>
    public static string AddressOf(string folder) => $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}";

    /// <summary>What one came to; null where there is none of that name, or behind a link.</summary>
    public Finding? Find(string scenario, string id) =>
        ResultPlace.Find(workspace.Results, scenario, id) is { } folder && StoredFinding.Read(folder) is { } found
            ? FindingOf(folder, found)
            : null;

    /// <summary>A picture of one; null where there is none.</summary>
    /// <param name="path">The names of two folders, and the file's in them.</param>
    public byte[]? Picture(string path) =>
        Path.GetExtension(path) == ".svg"
        && path.Split('/', 3) is [var scenario, var id, var file]
        && ResultPlace.Find(workspace.Results, scenario, id) is { } folder
            ? new OwnFolder(folder).Read(file)
            : null;

    /// <summary>A file that lies with an answer; null where there is none of that name to be taken along.</summary>
    /// <param name="scenario">The folder of the scenario.</param>
    /// <param name="id">That of the analysis.</param>
    /// <param name="name">The file, as <see cref="Finding.Files"/> names it.</param>
    public byte[]? File(string scenario, string id, string name) =>
        new OwnFolder(workspace.Results).FaultOf($"{scenario}/{id}") is null
        && Path.Combine(workspace.Results, scenario, id) is var folder
        && StoredFinding.Read(folder) is not null
        && FilesIn(folder).Contains(name)
            ? new OwnFolder(folder).Read(name)
            : null;

    /// <summary>Those about the scenario of a run, the latest first; none where the run can't be read.</summary>
    /// <param name="runFolder">The run's folder.</param>
    public IReadOnlyList<Finding> Beside(string runFolder)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(runFolder))!;
        (string Folder, StoredFinding Finding)[] here =
        [
            .. StoredFinding.AllIn(workspace.Results).Where(each => Path.GetDirectoryName(Path.GetFullPath(each.Folder)) == folder),
        ];
        if (here.Length == 0 || !StoredRun.TryFind(runFolder, workspace, new NoObserver(), out StoredRun? run, out _))
        {
            return [];
        }

        string key = ScenarioKey.Of(run.Scenario, run.Manifest.Uncertain);
        return [.. here.Where(each => each.Finding.ScenarioKey == key).Select(each => FindingOf(each.Folder, each.Finding))];
    }

    // Where an analysis does not say its scenario was elsewhere, it is the one of that name in the folder.
    private FindingRow RowOf(string folder, StoredFinding found, ChangedFiles changed) =>
        new(
            AddressOf(folder),
            found.Kind,
            found.Scenario.Title ?? found.Scenario.File,
            found.Scenario.File,
            found.Date.ToUniversalTime(),
            found.Headline,
            scenarios.PathOf(found.Scenario.File) is not { } path ? $"{found.Scenario.File} is no longer in the folder"
                : changed.Of(path, found.Scenario) is { Count: > 0 } files ? ChangedWords.Of(files)
                : null
        );

    private Finding FindingOf(string folder, StoredFinding found) =>
        new(
            RowOf(folder, found, new ChangedFiles()),
            scenarios.PathOf(found.Scenario.File) is null ? null : found.Scenario.File,
            found.Made is { } made && scenarios.PathOf(made) is not null ? made : null,
            found.Parts,
            [.. FiguresIn(folder)],
            FilesIn(folder)
        );

    // What somebody can open: tables, and figures as pictures.
    private static string[] FilesIn(string folder) =>
        [
            .. new OwnFolder(folder)
                .AllFiles()
                .Where(file => Taken.Contains(Path.GetExtension(file)))
                .Where(file => !file.Contains('/') || file.StartsWith(Pictures, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<FindingFigure> FiguresIn(string folder)
    {
        var own = new OwnFolder(folder);
        foreach (
            string file in own.AllFiles()
                .Where(file => file.StartsWith(Pictures, StringComparison.Ordinal) && file.EndsWith(".svg", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            string name = $"{AddressOf(folder)}/{file}";
            string words = own.Read(Path.ChangeExtension(file, ".txt")) is { } text ? Encoding.UTF8.GetString(text).Trim() : string.Empty;
            yield return new FindingFigure($"/pictures/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}", words);
        }
    }

    private sealed class NoObserver : IObserveStoredRun;
}

/// <summary>What a list tells of an answer.</summary>
/// <param name="Address">Scenario and analysis.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="Title">Of which scenario.</param>
/// <param name="File">Its file.</param>
/// <param name="Date">When it was answered.</param>
/// <param name="Headline">The answer in a sentence.</param>
/// <param name="OutOfDate">Why the answer is of the past, in a few words; null where it is not.</param>
internal sealed record FindingRow(
    string Address,
    FindingKind Kind,
    string Title,
    string File,
    DateTime Date,
    string Headline,
    string? OutOfDate
);

/// <summary>What came out of a question.</summary>
/// <param name="Row">In short.</param>
/// <param name="Asked">The scenario file that was asked about; null where it is not in the folder.</param>
/// <param name="Made">The scenario file that was written, by its name in the folder; null where none is there.</param>
/// <param name="Parts">In words and tables.</param>
/// <param name="Figures">Where the page finds its pictures, with their words.</param>
/// <param name="Files">The files that can be taken along, by their names in its folder.</param>
internal sealed record Finding(
    FindingRow Row,
    string? Asked,
    string? Made,
    IReadOnlyList<ReportPart> Parts,
    IReadOnlyList<FindingFigure> Figures,
    IReadOnlyList<string> Files
);

/// <summary>A picture of a finding.</summary>
/// <param name="Address">Where the page finds it.</param>
/// <param name="Words">The figure in words.</param>
internal sealed record FindingFigure(string Address, string Words);
