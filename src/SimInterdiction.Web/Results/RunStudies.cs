using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Web.Results;

/// <summary>What runs came to. The last one is kept, since whoever looks at a figure of a run looks at more of
/// it.</summary>
/// <param name="workspace">Where results are.</param>
internal sealed class RunStudies(Workspace workspace)
{
    // Reading takes a core, and memory, for a moment.
    private readonly Lock reading = new();
    private (string Key, FigureSubject? Subject)? kept;
    private (string Key, IReadOnlyList<Comparison> Further)? compared;

    /// <summary>What a run came to; null where it holds no replication, or can't be read.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public FigureSubject? Of(string runFolder, CancellationToken stop)
    {
        lock (reading)
        {
            string key = KeyOf(runFolder);
            if (kept?.Key != key)
            {
                kept = null;
                kept = (key, Read(runFolder, deployment: null, withExample: false, stop));
            }

            return kept?.Subject;
        }
    }

    /// <summary>Comparisons by the measures that the study of a run does not ask for, worked out of its replications;
    /// none where it can't be read.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IReadOnlyList<Comparison> FurtherOf(string runFolder, CancellationToken stop)
    {
        lock (reading)
        {
            string key = KeyOf(runFolder);
            if (compared?.Key != key)
            {
                compared = null;
                compared = (key, ReadFurther(runFolder, stop));
            }

            return compared.Value.Further;
        }
    }

    /// <summary>The same with one replication simulated again, for figures that show one.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="deployment">Of which deployment; null for the one that the answer tells of.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public FigureSubject? WithExample(string runFolder, string? deployment, CancellationToken stop)
    {
        lock (reading)
        {
            return Read(runFolder, deployment, withExample: true, stop);
        }
    }

    private FigureSubject? Read(string runFolder, string? deployment, bool withExample, CancellationToken stop) =>
        StoredRun.TryFind(runFolder, workspace, new NoObserver(), out StoredRun? run, out _)
            ? run.Subject(deployment, withExample, stop)
            : null;

    private IReadOnlyList<Comparison> ReadFurther(string runFolder, CancellationToken stop)
    {
        if (!StoredRun.TryFind(runFolder, workspace, new NoObserver(), out StoredRun? run, out _))
        {
            return [];
        }

        StoredStudy study = run.Study(jobs: 1);
        StudyResult result = study.Result(cancellation: stop);
        return result.Replications == 0
            ? []
            : [.. MeasureTables.Further(result).SelectMany(measure => study.AgainstBaseline(measure, stop))];
    }

    // A run goes on, and analyses come to lie beside it.
    private static string KeyOf(string runFolder)
    {
        var beside = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(runFolder))!);
        IEnumerable<long> analyses = new[] { OutputFolder.AnalysisBeginning, OutputFolder.OptimizationBeginning }
            .SelectMany(beginning => beside.EnumerateDirectories($"{beginning}*"))
            .Select(folder => folder.LastWriteTimeUtc.Ticks);
        long manifest = File.GetLastWriteTimeUtc(Path.Combine(runFolder, RunManifest.FileName)).Ticks;
        return $"{runFolder} {manifest} {string.Join(' ', analyses.Order())}";
    }

    private sealed class NoObserver : IObserveStoredRun;
}
