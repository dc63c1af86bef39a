using System.Security.Cryptography;
using System.Text;
using SimInterdiction.Cli.Doubt;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Running;

/// <summary>
/// The folder of one run, <c>results/SCENARIO/RUN</c>, held by this process alone. RUN is the day it began and digits
/// of the study's key; the key decides, so the same command finds its run on any day. Every file in it is whole or not
/// there.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    public const string ManifestName = "manifest.json";

    /// <summary>With so many digits of its key at least a run is called.</summary>
    public const int FewestDigits = 4;

    private const string ChunksName = "chunks";
    private const string LockName = ".lock";

    private readonly OwnFolder own;
    private readonly RunLock held;

    private RunFolder(string path, RunLock held)
    {
        own = new OwnFolder(path);
        Path = path;
        this.held = held;
        Found = RunManifest.Read(path);
    }

    public string Path { get; }

    /// <summary>The run's id: the last part of its folder.</summary>
    public string Id => System.IO.Path.GetFileName(Path);

    public string Chunks => ChunksOf(Path);

    /// <summary>The manifest that was there; null in a new run.</summary>
    public RunManifest? Found { get; }

    /// <summary>Files written so far, with their SHA-256.</summary>
    public SortedDictionary<string, string> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// What is wrong with the names of files in the manifest that was there, in sentences: nothing is done by such a
    /// name.
    /// </summary>
    public IEnumerable<string> Damage =>
        (Found?.OutputSha256.Keys ?? [])
            .Select(name =>
                own.WhatIsWrongWith(name) is { } wrong
                    ? $"Damaged: {ManifestName} of {Path} lists '{name}', which {wrong}; it is left alone."
                    : null
            )
            .OfType<string>();

    /// <summary>Whether any replication of the run is saved.</summary>
    public bool HoldsChunks =>
        own.WhatIsWrongWith(ChunksName) is null
        && new OwnFolder(Chunks).AllFiles().Any(name => name.EndsWith(".parquet", StringComparison.Ordinal));

    /// <exception cref="InvalidDataException">It is a link.</exception>
    public static string ChunksOf(string run) => new OwnFolder(run).PathOf(ChunksName);

    /// <summary>Folders of chunks of other runs; those that are no folders of their own are passed over.</summary>
    public static IReadOnlyList<string> ChunksOfOthers(IEnumerable<string> runs) =>
        [.. runs.Where(run => new OwnFolder(run).WhatIsWrongWith(ChunksName) is null).Select(ChunksOf).Where(Directory.Exists)];

    /// <summary>The folders of a scenario's runs, the latest first.</summary>
    public static IReadOnlyList<string> RunsIn(string scenarioFolder) =>
        Directory.Exists(scenarioFolder)
            ?
            [
                .. Directory
                    .GetDirectories(scenarioFolder)
                    .Where(d =>
                        System.IO.Path.GetFileName(d) is var name
                        && !name.StartsWith('.')
                        && !name.StartsWith(StoredSensitivity.FolderBeginning, StringComparison.Ordinal)
                    )
                    .OrderByDescending(Directory.GetLastWriteTimeUtc)
                    .ThenBy(d => d, StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Finds the run of a key or begins it, and takes it for this process.</summary>
    /// <param name="scenarioFolder"><c>results/SCENARIO</c>.</param>
    /// <param name="key">The study's key.</param>
    /// <param name="today">The label of a new run.</param>
    /// <param name="waiting">Called when another process works on it; it is waited for.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Null when the waiting was ended.</returns>
    public static RunFolder? Open(string scenarioFolder, string key, DateTime today, Action<string> waiting, CancellationToken cancellation)
    {
        for (int digits = FewestDigits; ; digits++)
        {
            string ending = $"-{key[..digits]}";
            string path = RunsIn(scenarioFolder).FirstOrDefault(run => run.EndsWith(ending, StringComparison.Ordinal))
                ?? System.IO.Path.Combine(scenarioFolder, $"{today:yyyy-MM-dd}{ending}");
            OutputFolder.Make(path);
            RunLock? held = RunLock.Take(new OwnFolder(path).PathOf(LockName), () => waiting(path), cancellation);
            if (held is null)
            {
                return null;
            }

            var folder = new RunFolder(path, held);
            if (folder.Found is null || folder.Found.Key == key)
            {
                return folder;
            }

            // Another study whose key begins with the same digits.
            folder.Dispose();
        }
    }

    /// <summary>Forgets all that was simulated.</summary>
    public void ForgetChunks() => own.RemoveAll(ChunksName);

    /// <summary>Puts a file in its place.</summary>
    public void Write(string name, byte[] content)
    {
        own.Write(name, content);
        Written[name] = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>Writes the manifest, by which the run counts as begun or finished.</summary>
    public void Write(RunManifest manifest) => own.Write(ManifestName, Encoding.UTF8.GetBytes(manifest.ToJson()));

    /// <summary>Takes down the chunks and what else of the run still holds, and removes what does not: figures of
    /// another number of replications are of the past.</summary>
    public void CarryOver(int replications)
    {
        foreach (string name in new OwnFolder(Chunks).AllFiles().Select(file => $"{ChunksName}/{file}"))
        {
            if (own.HashOf(name) is { } hash)
            {
                Written[name] = hash;
            }
        }

        foreach (
            (string name, string hash) in Found?.OutputSha256.Where(f => !Written.ContainsKey(f.Key) && own.WhatIsWrongWith(f.Key) is null)
                ?? []
        )
        {
            if (Found!.Replications != replications)
            {
                own.Remove(name);
            }
            else if (File.Exists(own.PathOf(name)))
            {
                Written[name] = hash;
            }
        }
    }

    public void Dispose() => held.Dispose();
}
