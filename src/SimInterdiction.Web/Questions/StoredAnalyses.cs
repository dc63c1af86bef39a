using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Web.Runs;

namespace SimInterdiction.Web.Questions;

/// <summary>The sensitivity analyses that lie beside a run, of the same scenario.</summary>
internal static class StoredAnalyses
{
    /// <summary>The latest first; none where the run can't be read.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="workspace">Where results are.</param>
    public static IReadOnlyList<StoredAnalysis> Of(string runFolder, Workspace workspace)
    {
        if (!StoredRun.TryFind(runFolder, workspace, new NoObserver(), out StoredRun? run, out _))
        {
            return [];
        }

        string scenarioFolder = Path.GetDirectoryName(Path.GetFullPath(runFolder))!;
        return
        [
            .. StoredSensitivity
                .AllIn(scenarioFolder, ScenarioKey.Of(run.Scenario, run.Manifest.Uncertain))
                .Select(each =>
                    Of(
                        Path.Combine(scenarioFolder, each.Sensitivity),
                        each,
                        new SensitivityView(each.Result, run.Scenario, each.ToProvenance(workspace.Wording)),
                        workspace
                    )
                ),
        ];
    }

    /// <param name="folder">The analysis's folder.</param>
    /// <param name="analysis">What it holds.</param>
    /// <param name="view">The same, to tell of it.</param>
    /// <param name="workspace">Where results are.</param>
    public static StoredAnalysis Of(string folder, StoredSensitivity analysis, SensitivityView view, Workspace workspace)
    {
        string[] pictures =
        [
            .. new OwnFolder(folder)
                .AllFiles()
                .Where(file => file.EndsWith(".svg", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(file => Path.Combine(folder, file)),
        ];
        IReadOnlyList<FindingFigure> figures = [.. pictures.SelectMany(file => FindingFigures.Of(file, workspace))];
        string headline =
            analysis.Result.Method == SensitivityMethod.Tornado ? SensitivityAnswer.Of(view).Headline
            : figures.Count > 0 ? figures[0].Words.Split('\n')[0]
            : $"{analysis.Result.Method}";
        return new StoredAnalysis(headline, analysis.Date.ToUniversalTime(), SensitivityTable.Lines(view), figures);
    }

    private sealed class NoObserver : IObserveStoredRun;
}

/// <summary>A sensitivity analysis.</summary>
/// <param name="Headline">What it says, in short.</param>
/// <param name="Date">When it was made.</param>
/// <param name="Lines">In words and tables.</param>
/// <param name="Figures">Its pictures.</param>
internal sealed record StoredAnalysis(string Headline, DateTime Date, IReadOnlyList<string> Lines, IReadOnlyList<FindingFigure> Figures);
