using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Prints a list of runs.</summary>
internal static class RunListPresenter
{
    private const string Indent = "    ";
    private const string SortableTime = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Two lines or more for each run: what it is, and its answer.</summary>
    /// <param name="runs">The runs, in the order they are shown in.</param>
    /// <param name="results">The folder that was searched.</param>
    /// <param name="output">Takes them.</param>
    public static void Print(IReadOnlyList<ListedRun> runs, string results, TextWriter output)
    {
        if (runs.Count == 0)
        {
            output.WriteLine($"There are no runs in '{results}'. 'simint run FILE' makes one; '--out DIR' looks for them elsewhere.");
            return;
        }

        var changed = new ChangedFiles();
        var settings = new ChangedSettings();
        HashSet<string> shared = [.. runs.CountBy(run => run.Id).Where(id => id.Value > 1).Select(id => id.Key)];
        foreach (ListedRun run in runs)
        {
            output.WriteLine(Heading(run, shared.Contains(run.Id) ? run.Folder : run.Id));
            foreach (string sentence in Sentences(run, changed, settings))
            {
                foreach (string line in TerminalTable.Wrap(sentence, Indent))
                {
                    output.WriteLine(TerminalTable.Ascii(line));
                }
            }
        }
    }

    /// <summary>The same as JSON, for scripts.</summary>
    public static void PrintJson(IReadOnlyList<ListedRun> runs, TextWriter output)
    {
        var changed = new ChangedFiles();
        var settings = new ChangedSettings();
        var list = new JsonArray();
        foreach (ListedRun run in runs)
        {
            IReadOnlyList<ChangedFile>? files = changed.Of(run);
            list.Add(
                new JsonObject
                {
                    ["run"] = run.Id,
                    ["name"] = run.Name,
                    ["folder"] = run.Folder,
                    ["state"] = run.State.ToString().ToLowerInvariant(),
                    ["date"] = run.Summary?.Date.ToUniversalTime().ToString(SortableTime, CultureInfo.InvariantCulture),
                    ["scenario"] = run.Summary?.Request?.Source.File ?? run.Summary?.Scenario.File,
                    ["replications"] = run.Summary?.Replications,
                    ["replications_asked"] = run.Summary?.ReplicationsAsked,
                    ["answer"] = run.Summary?.Answer,
                    ["changed"] = files is null ? null : new JsonArray([.. files.Select(f => (JsonNode)f.Name)]),
                    ["changes"] = ChangesOf(run, files, settings) is { HasMistakes: false } changes
                        ? new JsonArray([.. changes.All.Select(Json)])
                        : null,
                    ["same_model"] = run.Summary is null ? null : run.IsOfThisModel,
                }
            );
        }

        output.WriteLine(list.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    private static JsonNode Json(SettingChange change) =>
        new JsonObject
        {
            ["path"] = change.Path,
            ["kind"] = change.Kind.ToString().ToLowerInvariant(),
            ["then"] = change.Before,
            ["now"] = change.After,
        };

    // The id, or where several have it the folder, and the name are what other commands take.
    private static string Heading(ListedRun run, string called)
    {
        string name = run.Name is { } given ? $"  {given}" : string.Empty;
        return run.Summary is not { } summary
            ? $"{called}  damaged"
            : $"{called}{name}  {Of(run)}, {summary.Date.ToUniversalTime():yyyy-MM-dd HH:mm} UTC";
    }

    private static string Of(ListedRun run) =>
        run is { State: RunState.Unfinished, Summary: { } summary }
            ? $"unfinished ({Digits.Whole(summary.Replications)} of {Digits.Whole(summary.ReplicationsAsked)} replications)"
            : "finished";

    private static IEnumerable<string> Sentences(ListedRun run, ChangedFiles changed, ChangedSettings settings)
    {
        if (run.Summary is not { } summary)
        {
            yield return $"Its manifest.json {(ManifestSummary.IsMissing(run.Folder) ? "is missing" : "can't be read")}: {run.Folder}. "
                + "The 'simint run' that made it restores it from the stored replications.";
            yield break;
        }

        yield return summary.Answer ?? "No answer yet.";
        string request = summary.Request is { } asked ? CommandWording.Differences(asked) : string.Empty;
        yield return $"{summary.Request?.Source.File ?? summary.Scenario.File}{request}: {Since(run, changed.Of(run), settings)}";
    }

    private static string Since(ListedRun run, IReadOnlyList<ChangedFile>? changed, ChangedSettings settings)
    {
        string model = run.IsOfThisModel ? string.Empty : " This version simulates otherwise: the same command simulates it again.";
        string files = changed switch
        {
            null => "it is not known where it was.",
            { Count: 0 } => "unchanged since.",
            { } some => $"{string.Join("; ", Groups(run, some))}{SettingWords.Since(ChangesOf(run, some, settings))}.",
        };
        return files + model;
    }

    // Of files that are not there nothing can be said, and of those that are as they were nothing need be.
    private static SettingChanges? ChangesOf(ListedRun run, IReadOnlyList<ChangedFile>? files, ChangedSettings settings) =>
        files is null || files.Any(file => file.IsGone) ? null
        : files.Count == 0 ? new SettingChanges(HasMistakes: false, [])
        : settings.Of(run);

    private static IEnumerable<string> Groups(ListedRun run, IReadOnlyList<ChangedFile> files) =>
        files
            .GroupBy(file => file.IsGone)
            .OrderBy(group => group.Key)
            .Select(group =>
            {
                string[] others = [.. group.Select(f => f.Name).Where(name => name != run.Summary!.Request!.Source.File)];
                string which =
                    others.Length == group.Count() ? Names.Few(others)
                    : others.Length == 0 ? string.Empty
                    : $"it and {Names.Few(others)}";
                string what = group.Key ? "not found from this folder" : "changed since";
                return which.Length == 0 ? what : $"{which} {what}";
            });
}
