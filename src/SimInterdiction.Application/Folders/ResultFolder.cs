using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Folders;

/// <summary>A folder of results, of a run or of an analysis, held by this process alone. Every file in it is whole or
/// not there.</summary>
public sealed class ResultFolder : IDisposable
{
    /// <summary>Where documents are put: apart from the files that a manifest vouches for, and by whoever makes
    /// them.</summary>
    public const string Documents = "documents";

    /// <summary>What a finished study came to, so that its replications need not be read again.</summary>
    public const string Kept = "analysis.json";

    private const string ChunksName = "chunks";
    private const string LockName = ".lock";

    private readonly RunLock held;

    private ResultFolder(string path, RunLock held)
    {
        Own = new OwnFolder(path);
        this.held = held;
    }

    public string Path => Own.Path;

    /// <summary>The last part of its path.</summary>
    public string Id => System.IO.Path.GetFileName(Path);

    public string Chunks => ChunksOf(Path);

    /// <summary>Names inside it.</summary>
    public OwnFolder Own { get; }

    /// <summary>Files written so far, with their SHA-256.</summary>
    public SortedDictionary<string, string> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether any replication is saved in it.</summary>
    public bool HoldsChunks =>
        Own.FaultOf(ChunksName) is null
        && new OwnFolder(Chunks).AllFiles().Any(name => name.EndsWith(".parquet", StringComparison.Ordinal));

    /// <summary>Makes it if need be, and takes it for this process.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="waiting">Called with its path when another process works on it; it is waited for.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>Null when the waiting was ended.</returns>
    public static ResultFolder? Open(string path, Action<string> waiting, CancellationToken stop)
    {
        Directory.CreateDirectory(path);
        var held = RunLock.Take(new OwnFolder(path).PathOf(LockName), () => waiting(path), stop);
        if (held is null)
        {
            return null;
        }

        var folder = new ResultFolder(path, held);
        folder.RemoveDrafts();
        return folder;
    }

    /// <summary>How many replications every arm of a run has, by the names of its files; none through a link.</summary>
    public static int ReplicationsIn(string folder) =>
        new OwnFolder(folder).FaultOf(ChunksName) is null ? HeldReplications.In(ChunksOf(folder)) : 0;

    /// <summary>Whether results were written to a folder, whatever is left of them but replications.</summary>
    public static bool WasHeld(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, LockName)) && Directory.Exists(System.IO.Path.Combine(folder, ChunksName));

    /// <exception cref="InvalidDataException">It is a link.</exception>
    public static string ChunksOf(string folder) => new OwnFolder(folder).PathOf(ChunksName);

    /// <summary>The store of replications of a folder, to be read.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="observer">Hears what becomes of it.</param>
    /// <exception cref="InvalidDataException">It is a link.</exception>
    public static RunStore StoreOf(string folder, IObserveStore observer) =>
        new()
        {
            Folder = ChunksOf(folder),
            ResultFile = System.IO.Path.Combine(folder, Kept),
            Observer = observer,
        };

    /// <summary>Its store of replications, which also takes them from other folders.</summary>
    /// <param name="others">The folders of other runs and analyses, the newest first; those whose chunks are no folder
    /// of their own are passed over.</param>
    /// <param name="observer">Hears what becomes of it.</param>
    public RunStore Store(IEnumerable<string> others, IObserveStore observer) =>
        StoreOf(Path, observer) with
        {
            Others =
            [
                .. others
                    .Where(other => other != Path && new OwnFolder(other).FaultOf(ChunksName) is null)
                    .Select(ChunksOf)
                    .Where(Directory.Exists),
            ],
        };

    /// <summary>The names of the chunks in it.</summary>
    public IEnumerable<string> ChunkNames => new OwnFolder(Chunks).AllFiles().Select(file => $"{ChunksName}/{file}");

    /// <summary>Forgets all that was simulated.</summary>
    public void ForgetChunks() => Own.RemoveAll(ChunksName);

    /// <summary>Puts a file in its place, and takes down its hash.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, ReadOnlyMemory<byte> content) => Write(name, stream => stream.Write(content.Span));

    /// <summary>The same of what need not be in memory as a whole.</summary>
    public string Write(string name, Action<Stream> content)
    {
        string hash = string.Empty;
        string path = Own.Write(name, stream => hash = Hashed.Write(stream, content));
        Written[name] = hash;
        return path;
    }

    public void Dispose() => held.Dispose();

    // What a killed process was writing. Documents are written by those who don't hold the folder.
    private void RemoveDrafts()
    {
        foreach (
            string draft in Own.AllFiles()
                .Where(name =>
                    name.EndsWith(WholeFile.Draft, StringComparison.Ordinal) && !name.StartsWith(Documents + '/', StringComparison.Ordinal)
                )
        )
        {
            Own.Remove(draft);
        }
    }
}
