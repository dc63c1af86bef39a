using System.Diagnostics;
using SimInterdiction.Cli.Commands;
using SimInterdiction.Cli.Running;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Doubt;

/// <summary><c>simint sensitivity</c>: says what it will cost, simulates, says what came out, and writes the analysis's
/// folder.</summary>
internal sealed class SensitivityRun(SensitivityRequest request, ScenarioReading reading, TextWriter output, TextWriter error)
{
    private const int ScreeningReplications = 30;

    private readonly Scenario scenario = reading.Scenario!;
    private readonly UncertainScenario uncertain = UncertainFile.Of(reading);
    private readonly UncertainValue[] written = [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written))];

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Execute()
    {
        using var stop = new StopSignal();
        try
        {
            return Analyse(stop.Token);
        }
        catch (OperationCanceledException) when (stop.WasAsked)
        {
            error.WriteLine("Stopped; the replications done so far are saved. To carry on, run the same command again.");
            return ExitCode.StoppedAndSaved;
        }
    }

    private int Analyse(CancellationToken stop)
    {
        if (!request.IsQuiet)
        {
            error.WriteLine(ScenarioInput.Verdict(reading));
        }

        SensitivityOptions options = Options(stop);
        string scenarioFolder = OutputFolder.Of(request.Results, request.File);
        string path = Path.Combine(
            scenarioFolder,
            $"{StoredSensitivity.FolderBeginning}{options.Method.ToString().ToLowerInvariant()}-{ScenarioKey.Of(scenario, written, options)[..8]}"
        );
        using AnalysisFolder? folder = AnalysisFolder.Open(path, error, stop);
        if (folder is null)
        {
            return ExitCode.StoppedAndSaved;
        }

        var clock = Stopwatch.StartNew();
        var progress = new DesignPointProgress(request.IsQuiet ? null : error, folder.Id);
        RunStore store = folder.Store(scenarioFolder, progress.Tell);
        progress.Announce(Cost(options));
        SensitivityResult result = progress.While(store, watch =>
            SensitivityAnalysis.Run(uncertain, options with { Store = store }, watch, stop)
        );
        StoredSensitivity analysis = Record(folder, result, clock.Elapsed.TotalSeconds);
        var view = new SensitivityView(result, scenario, analysis.Provenance);
        analysis.Write(folder, view);
        Print(analysis, view, folder);
        return ExitCode.Ok;
    }

    private SensitivityOptions Options(CancellationToken stop) =>
        new()
        {
            Method = request.Method,
            Deployment = request.Deployment ?? Best(stop),
            Measure = MeasureCatalog.Find(request.Measure ?? scenario.Experiment.Measure)!,
            Replications = request.Replications ?? MethodCosts.Replications(request.Method, scenario.Experiment.Replications),
            Seed = request.Seed ?? scenario.Experiment.Seed,
            Jobs = request.Jobs,
            MapInputs = request.Inputs,
            Samples = request.Samples ?? MethodCosts.Samples(request.Method),
        };

    private string Cost(SensitivityOptions options)
    {
        int deployments = options.Method == SensitivityMethod.Verdicts ? scenario.Deployments.Count : 2;
        string more =
            options.Method == SensitivityMethod.Tornado
                ? ", and up to 20 more settings for each input that turns the answer"
                : string.Empty;
        return $"{SensitivityAnalysis.SettingsOf(uncertain.Inputs, options):N0} settings x {deployments} deployments x "
            + $"{options.Replications:N0} replications on {Plain.Count(request.Threads, "core")}{more}.";
    }

    // The one that figure 1 tells about first, as far as some replications at best guess can say.
    private string Best(CancellationToken stop)
    {
        string[] others = [.. scenario.Deployments.Keys.Where(name => name != scenario.Baseline)];
        if (others.Length == 1 || request.Method == SensitivityMethod.Verdicts)
        {
            return others[0];
        }

        int replications = Math.Min(request.Replications ?? scenario.Experiment.Replications, ScreeningReplications);
        string measure = request.Measure ?? scenario.Experiment.Measure;
        Scenario plain = scenario with
        {
            Experiment = scenario.Experiment with
            {
                Precision = null,
                Measure = measure,

                // What matters was said of the file's measure, in its unit.
                SmallestDifferenceThatMatters =
                    measure == scenario.Experiment.Measure ? scenario.Experiment.SmallestDifferenceThatMatters : 0,
                Adversaries = new OrderedDictionary<string, Model.Study.AdversaryVariant>(),
            },
        };
        StudyResult screening = Study.Run(
            plain,
            new StudyOptions
            {
                Replications = replications,
                Seed = request.Seed,
                Jobs = request.Jobs,
            },
            progress: null,
            stop
        );
        stop.ThrowIfCancellationRequested();
        string best = new StudyView(screening).Lead!.Deployment;
        if (!request.IsQuiet)
        {
            error.WriteLine(
                $"About {best}: of {others.Length}, the one that the answer tells of first after {replications} replications "
                    + "at best guess; --deployment takes another."
            );
        }

        return best;
    }

    private StoredSensitivity Record(AnalysisFolder folder, SensitivityResult result, double elapsedSeconds) =>
        new()
        {
            Sensitivity = folder.Id,
            ScenarioKey = ScenarioKey.Of(scenario, written),
            Scenario = new ManifestScenario(
                scenario.Title,
                Path.GetFileName(request.File),
                reading.Sha256,
                [.. reading.OtherFiles.Select(f => new ManifestFile(f.Name, f.Sha256))]
            ),
            Command = request.ToCommand(),
            Date = DateTime.Now,
            Version = ProgramVersion.Number,
            ElapsedS = Math.Round(elapsedSeconds, 2),
            Uncertain = written,
            Result = result,
        };

    private void Print(StoredSensitivity analysis, SensitivityView view, AnalysisFolder folder)
    {
        if (request.AsJson)
        {
            output.Write(analysis.ToJson());
            return;
        }

        foreach (string line in SensitivityTable.Lines(view))
        {
            output.WriteLine(line);
        }

        output.WriteLine($"  Results {folder.Path}");
        if (MethodCosts.Next(request.Method, uncertain.Inputs.Count) is { } next)
        {
            SensitivityRequest after = request with
            {
                Method = next,
                Inputs = [],
                Samples = null,
                Deployment = next == SensitivityMethod.Verdicts ? null : request.Deployment,
            };
            output.WriteLine($"  Next    {CommonArguments.With(after.ToCommand(), request.Results)}");
        }
    }
}
