using System.Text;
using SimInterdiction.Cli.Running;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Cli.Doubt;

/// <summary>The folder of one sensitivity analysis, <c>results/SCENARIO/sensitivity-METHOD-KEY</c>. It counts as finished once <c>sensitivity.json</c> is there, which is written last.</summary>
internal sealed class SensitivityFolder : IDisposable
{
    public const string Beginning = "sensitivity-";

    private readonly RunLock held;

    private SensitivityFolder(string path, RunLock held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    public string Id => System.IO.Path.GetFileName(Path);

    /// <summary>Makes it if need be, and takes it for this process; null when waiting for another process was cancelled.</summary>
    public static SensitivityFolder? Open(string path, Action waiting, CancellationToken cancellation)
    {
        OutputFolder.Make(path);
        return RunLock.Take(System.IO.Path.Combine(path, ".lock"), waiting, cancellation) is { } held ? new SensitivityFolder(path, held) : null;
    }

    /// <summary>Its store of replications; those that runs and other analyses of the scenario have simulated are taken from them.</summary>
    public RunStore Store()
    {
        string scenarioFolder = System.IO.Path.GetDirectoryName(Path)!;
        string[] others = [.. Directory.GetDirectories(scenarioFolder).Where(d => d != Path).Select(RunFolder.ChunksOf).Where(Directory.Exists).Order(StringComparer.Ordinal)];
        return new RunStore { Folder = RunFolder.ChunksOf(Path), Others = others };
    }

    /// <summary>Writes figures, tables and, last, the analysis itself.</summary>
    public void Write(StoredSensitivity analysis, DoubtView view)
    {
        foreach ((string name, byte[] content) in DoubtFigures.Of(view).SelectMany(FigureFile.Files))
        {
            Put($"figures/{name}", content);
        }

        foreach ((string name, string content) in SensitivityCsv.Files(view))
        {
            Put(name, Encoding.UTF8.GetBytes(content));
        }

        Put(StoredSensitivity.FileName, Encoding.UTF8.GetBytes(analysis.ToJson()));
    }

    public void Dispose() => held.Dispose();

    private void Put(string name, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        WholeFile.Write(path, path + ".part", content);
    }
}
