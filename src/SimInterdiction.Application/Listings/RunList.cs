using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;

namespace SimInterdiction.Application.Listings;

/// <summary>The runs of all scenarios in a folder of results. Nothing but their manifests is read, and the names of
/// what unfinished ones hold.</summary>
public static class RunList
{
    private const int FewestOfPart = 3;

    /// <summary>All of them, the last that was asked for first.</summary>
    public static IReadOnlyList<ListedRun> In(Workspace workspace) => In(workspace, new KnownSummaries());

    /// <summary>The same; only those manifests are read that are not known.</summary>
    /// <param name="workspace">Where the results are.</param>
    /// <param name="known">What is known of manifests.</param>
    public static IReadOnlyList<ListedRun> In(Workspace workspace, KnownSummaries known)
    {
        string[] folders = [.. FoldersIn(workspace.Results)];
        known.KeepOnly(folders);
        return
        [
            .. folders
                .AsParallel()
                .Select(folder => new ListedRun(folder, SummaryOf(folder, known)))
                .AsEnumerable()
                .OrderByDescending(run => run.Summary?.LastAsked)
                .ThenBy(run => run.Folder, StringComparer.Ordinal),
        ];
    }

    /// <summary>The run in a folder; null where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="known">What is known of manifests.</param>
    public static ListedRun? At(string folder, KnownSummaries known) =>
        IsRun(folder) ? new ListedRun(folder, SummaryOf(folder, known)) : null;

    /// <summary>
    /// The folders of the runs that may be meant: the run in that folder; those with that id, of several scenarios;
    /// else those that are called so or whose id ends with it after a dash; else the latest of the scenario that is
    /// called so; else those with it, three characters or more, in their id or name.
    /// </summary>
    public static IReadOnlyList<string> Find(string meant, Workspace workspace)
    {
        if (!ManifestSummary.IsMissing(meant))
        {
            return [Path.TrimEndingDirectorySeparator(meant)];
        }

        if (meant.Length == 0 || Path.GetFileName(meant) != meant)
        {
            return [];
        }

        string[] folders = [.. FoldersIn(workspace.Results)];
        string[] withId = [.. folders.Where(folder => IdOf(folder) == meant)];
        if (withId.Length > 0)
        {
            return withId;
        }

        IReadOnlyList<ListedRun> runs = In(workspace);
        string[] alike = [.. runs.Where(run => IsCalled(run, meant) || EndsWith(run.Id, meant)).Select(run => run.Folder)];
        string? latest = runs.FirstOrDefault(run => ScenarioOf(run.Folder) == meant)?.Folder;
        return alike.Length > 0 ? alike
            : latest is not null ? [latest]
            : meant.Length < FewestOfPart ? []
            : [.. runs.Where(run => Holds(run.Id, meant) || (run.Name is { } name && Holds(name, meant))).Select(r => r.Folder)];
    }

    /// <summary>Why a run can't be called so; null where it can.</summary>
    /// <param name="name">The name.</param>
    /// <param name="key">The key of the run's study: what is called so already may be the run itself.</param>
    /// <param name="workspace">Where the results are.</param>
    internal static Refusal? ObjectionTo(string name, string key, Workspace workspace) =>
        !RunName.IsAllowed(name) ? new Refusal.NotARunName(name)
        : In(workspace).FirstOrDefault(run => IsCalled(run, name) && run.Summary!.Key != key) is { } other
            ? new Refusal.NameTaken(name, other.Id)
        : In(workspace).FirstOrDefault(run => EndsWith(run.Id, name) && run.Summary?.Key != key) is { } meant
            ? new Refusal.NameEndsId(name, meant.Id)
        : null;

    // The manifest of a run that was killed says what it said when the run began.
    private static ManifestSummary? SummaryOf(string folder, KnownSummaries known) =>
        known.Of(folder) is not { } summary ? null
        : summary.IsFinished ? summary
        : summary with
        {
            Replications = Math.Min(summary.ReplicationsAsked, Math.Max(summary.Replications, ResultFolder.ReplicationsIn(folder))),
        };

    private static bool IsCalled(ListedRun run, string name) => string.Equals(run.Name, name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> FoldersIn(string results) =>
        Directory.Exists(results) ? Directory.EnumerateDirectories(results).SelectMany(Directory.EnumerateDirectories).Where(IsRun) : [];

    private static bool IsRun(string folder) => !ManifestSummary.IsMissing(folder) || HasLostIt(folder);

    // Replications without a manifest: nothing that was simulated is passed over.
    private static bool HasLostIt(string folder) => ResultFolder.WasHeld(folder) && !OutputFolder.IsOfAnalysis(IdOf(folder));

    // A scenario's runs lie in a folder with its name.
    private static string? ScenarioOf(string folder) => Path.GetFileName(Path.GetDirectoryName(folder));

    private static string IdOf(string folder) => Path.GetFileName(folder);

    private static bool EndsWith(string id, string meant) =>
        meant.Length >= RunFolder.FewestDigits && id.EndsWith($"-{meant}", StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
