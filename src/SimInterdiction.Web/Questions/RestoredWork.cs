using System.Text.Json;
using SimInterdiction.Application.Requests;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Runs;

namespace SimInterdiction.Web.Questions;

/// <summary>What waited or was under way when the server was killed, made ready to go on.</summary>
/// <param name="workspace">Where results are.</param>
/// <param name="folder">The scenario files.</param>
/// <param name="solver">What solves; null where nothing does.</param>
internal sealed class RestoredWork(Workspace workspace, ScenarioFolder folder, SolverProgram? solver)
{
    /// <summary>The same again; null where it can't be asked for here.</summary>
    public QueuedWork? Of(KeptWork kept)
    {
        try
        {
            return kept.Kind switch
            {
                WorkKind.Run => Run(kept),
                WorkKind.Sensitivity => Sensitivity(kept),
                WorkKind.Calibration => Calibration(kept),
                WorkKind.Optimization => Optimization(kept),
                _ => null,
            };
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private QueuedRun Run(KeptWork kept)
    {
        RunRequest request = KeptQueue.Read<RunRequest>(kept.Request);
        return new QueuedRun(request with { Source = With(request.Source, kept) }, workspace.Clock);
    }

    private QueuedSensitivity Sensitivity(KeptWork kept)
    {
        SensitivityRequest request = KeptQueue.Read<SensitivityRequest>(kept.Request);
        return new QueuedSensitivity(request with { Source = With(request.Source, kept) }, workspace);
    }

    private QueuedCalibration? Calibration(KeptWork kept)
    {
        CalibrationRequest request = KeptQueue.Read<CalibrationRequest>(kept.Request);
        return IsHere(request.Source) ? new QueuedCalibration(request with { Source = With(request.Source, kept) }, workspace) : null;
    }

    private QueuedOptimization? Optimization(KeptWork kept)
    {
        OptimizationRequest request = KeptQueue.Read<OptimizationRequest>(kept.Request);
        return solver is not null && IsHere(request.Source)
            ? new QueuedOptimization(request with { Source = With(request.Source, kept) }, workspace, solver)
            : null;
    }

    // Anybody may have written the file: scenarios are made in the folder of the page and in no other.
    private bool IsHere(ScenarioSource source) =>
        Path.GetDirectoryName(Path.GetFullPath(source.File)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path));

    private static ScenarioSource With(ScenarioSource source, KeptWork kept) =>
        source with
        {
            Files = new ScenarioFiles(source.File) { Contents = kept.Files },
        };
}
