using System.Text;
using SimInterdiction.Application.Folders;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Manifests;

/// <summary>
/// The folder of one run, <c>results/SCENARIO/RUN</c>. RUN is the day it began (UTC) and digits of the study's key; the
/// key decides, so the same request finds its run on any day.
/// </summary>
public sealed class RunFolder : IDisposable
{
    /// <summary>With so many digits of its key at least a run is called.</summary>
    public const int FewestDigits = 4;

    private RunFolder(ResultFolder files)
    {
        Files = files;
        Found = RunManifest.Read(files.Path);
    }

    /// <summary>Its files.</summary>
    public ResultFolder Files { get; }

    public string Path => Files.Path;

    /// <summary>The run's id: the last part of its folder.</summary>
    public string Id => Files.Id;

    /// <summary>The manifest that was there; null in a new run.</summary>
    public RunManifest? Found { get; }

    /// <summary>The names of files in the manifest that was there that are no names of its files: such a file is left
    /// alone.</summary>
    public IEnumerable<DamagedName> Damage =>
        (Found?.OutputSha256.Keys ?? [])
            .Select(name => Files.Own.FaultOf(name) is { } fault ? new DamagedName(Path, name, fault) : null)
            .OfType<DamagedName>();

    /// <summary>The folders of a scenario's runs, the latest first.</summary>
    public static IReadOnlyList<string> RunsIn(string scenarioFolder) =>
        Directory.Exists(scenarioFolder)
            ?
            [
                .. Directory
                    .GetDirectories(scenarioFolder)
                    .Where(d => System.IO.Path.GetFileName(d) is var name && !name.StartsWith('.') && !OutputFolder.IsOfAnalysis(name))
                    .OrderByDescending(Directory.GetLastWriteTimeUtc)
                    .ThenBy(d => d, StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Finds the run of a key or begins it, and takes it for this process.</summary>
    /// <param name="scenarioFolder"><c>results/SCENARIO</c>.</param>
    /// <param name="key">The study's key.</param>
    /// <param name="today">The label of a new run.</param>
    /// <param name="waiting">Called with its path when another process works on it; it is waited for.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>Null when the waiting was ended.</returns>
    public static RunFolder? Open(string scenarioFolder, string key, DateTime today, Action<string> waiting, CancellationToken stop)
    {
        for (int digits = FewestDigits; ; digits++)
        {
            string ending = $"-{key[..digits]}";
            string path = RunsIn(scenarioFolder).FirstOrDefault(run => run.EndsWith(ending, StringComparison.Ordinal))
                ?? System.IO.Path.Combine(scenarioFolder, $"{today:yyyy-MM-dd}{ending}");
            if (ResultFolder.Open(path, waiting, stop) is not { } files)
            {
                return null;
            }

            var folder = new RunFolder(files);
            if (folder.Found is null || folder.Found.Key == key)
            {
                return folder;
            }

            // Another study whose key begins with the same digits.
            folder.Dispose();
        }
    }

    /// <summary>The folder of a key's run, where <see cref="Open"/> goes on; null where it would begin one.</summary>
    public static string? Find(string scenarioFolder, string key)
    {
        IReadOnlyList<string> runs = RunsIn(scenarioFolder);
        return Enumerable
            .Range(FewestDigits, key.Length - FewestDigits + 1)
            .Select(digits => runs.FirstOrDefault(run => run.EndsWith($"-{key[..digits]}", StringComparison.Ordinal)))
            .TakeWhile(run => run is not null)
            .FirstOrDefault(run => RunManifest.Read(run!) is { } manifest && manifest.Key == key);
    }

    /// <summary>Whether every file that the manifest which was there names is as it was written.</summary>
    public bool IsAsWritten() => Found is not null && Found.OutputSha256.All(file => Files.Own.HashOf(file.Key) == file.Value);

    /// <summary>Writes the manifest, by which the run counts as begun or finished.</summary>
    public void Write(RunManifest manifest) => Files.Own.Write(RunManifest.FileName, Encoding.UTF8.GetBytes(manifest.ToJson()));

    /// <summary>Takes down the chunks and what else of the run still holds, and removes what does not: what shows
    /// another number of replications is of the past.</summary>
    /// <param name="replications">How many there are now.</param>
    /// <param name="isOfThePast">Whether a file of that name is, however many there are.</param>
    public void CarryOver(int replications, Predicate<string> isOfThePast)
    {
        foreach (string name in Files.ChunkNames)
        {
            if (Files.Own.HashOf(name) is { } hash)
            {
                Files.Written[name] = hash;
            }
        }

        foreach (
            (string name, string hash) in Found?.OutputSha256.Where(f =>
                !Files.Written.ContainsKey(f.Key) && Files.Own.FaultOf(f.Key) is null
            )
                ?? []
        )
        {
            if (Found!.Replications != replications || isOfThePast(name))
            {
                Files.Own.Remove(name);
            }
            else if (File.Exists(Files.Own.PathOf(name)))
            {
                Files.Written[name] = hash;
            }
        }
    }

    public void Dispose() => Files.Dispose();
}

/// <summary>A name of a file in a run's manifest that is none of the run's.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Name">The name.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record DamagedName(string Folder, string Name, NameFault Fault);
