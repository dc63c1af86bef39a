using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Running;

/// <summary>The folder of an analysis that simulates a scenario at many settings, held by this process alone. Every
/// file in it is whole or not there.</summary>
internal sealed class AnalysisFolder : IDisposable
{
    private readonly OwnFolder own;
    private readonly RunLock held;

    private AnalysisFolder(string path, RunLock held)
    {
        own = new OwnFolder(path);
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    public string Id => System.IO.Path.GetFileName(Path);

    /// <summary>Makes it if need be, and takes it for this process; null when waiting for another process was
    /// cancelled.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="error">Told when another process works on it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static AnalysisFolder? Open(string path, TextWriter error, CancellationToken cancellation)
    {
        OutputFolder.Make(path);
        var held = RunLock.Take(
            new OwnFolder(path).PathOf(".lock"),
            () => error.WriteLine($"Another simint is working on {path}; waiting for it. Ctrl-C gives up."),
            cancellation
        );
        if (held is null)
        {
            error.WriteLine("Stopped while waiting; nothing was simulated.");
            return null;
        }

        return new AnalysisFolder(path, held);
    }

    /// <summary>Its store of replications; those that runs and other analyses of the scenario have simulated are taken
    /// from them.</summary>
    /// <param name="scenarioFolder"><c>results/SCENARIO</c>.</param>
    /// <param name="opened">Told what there is of each setting.</param>
    public RunStore Store(string scenarioFolder, Action<StoreContent> opened)
    {
        IReadOnlyList<string> others = Directory.Exists(scenarioFolder)
            ? RunFolder.ChunksOfOthers(Directory.GetDirectories(scenarioFolder).Where(d => d != Path).Order(StringComparer.Ordinal))
            : [];
        return new RunStore
        {
            Folder = RunFolder.ChunksOf(Path),
            Others = others,
            Opened = opened,
        };
    }

    /// <summary>Puts a file in its place.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, byte[] content) => own.Write(name, content);

    public void Dispose() => held.Dispose();
}
