using System.Diagnostics;
using SimInterdiction.Cli.Commands;
using SimInterdiction.Cli.Running;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Doubt;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Doubt;

/// <summary><c>simint sensitivity</c>: says what it will cost, simulates, says what came out, and writes the analysis's folder.</summary>
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
        string path = Path.Combine(request.Results, Path.GetFileNameWithoutExtension(request.File), $"{SensitivityFolder.Beginning}{options.Method.ToString().ToLowerInvariant()}-{ScenarioKey.Of(scenario, written, options)[..8]}");
        using SensitivityFolder? folder = SensitivityFolder.Open(path, () => error.WriteLine($"Another simint is working on {path}; waiting for it. Ctrl-C gives up."), stop);
        if (folder is null)
        {
            error.WriteLine("Stopped while waiting; nothing was simulated.");
            return ExitCode.StoppedAndSaved;
        }

        var clock = Stopwatch.StartNew();
        options = options with { Store = folder.Store() };
        using var progress = new SettingsProgress(request.IsQuiet ? null : error, options);
        progress.Announce(SensitivityAnalysis.SettingsOf(uncertain.Inputs, options), DeploymentsOf(options), request.Threads);
        SensitivityResult result = progress.While(watch => SensitivityAnalysis.Run(uncertain, options, watch, stop));
        StoredSensitivity analysis = Record(folder, result, clock.Elapsed.TotalSeconds);
        var view = new DoubtView(result, scenario, analysis.Provenance);
        folder.Write(analysis, view);
        Print(analysis, view, folder);
        return ExitCode.Ok;
    }

    private SensitivityOptions Options(CancellationToken stop) => new()
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

    private int DeploymentsOf(SensitivityOptions options) => options.Method == SensitivityMethod.Verdicts ? scenario.Deployments.Count : 2;

    // The one that figure 1 tells about first, as far as some replications at best guess can say.
    private string Best(CancellationToken stop)
    {
        string[] others = [.. scenario.Deployments.Keys.Where(name => name != scenario.Baseline)];
        if (others.Length == 1 || request.Method == SensitivityMethod.Verdicts)
        {
            return others[0];
        }

        int replications = Math.Min(request.Replications ?? scenario.Experiment.Replications, ScreeningReplications);
        Scenario plain = scenario with { Experiment = scenario.Experiment with { Precision = null, Measure = request.Measure ?? scenario.Experiment.Measure, Adversaries = new OrderedDictionary<string, Model.Study.AdversaryVariant>() } };
        StudyResult screening = Study.Run(plain, new StudyOptions { Replications = replications, Seed = request.Seed, Jobs = request.Jobs }, progress: null, stop);
        stop.ThrowIfCancellationRequested();
        string best = new StudyView(screening).Lead!.Deployment;
        if (!request.IsQuiet)
        {
            error.WriteLine($"About {best}: of {others.Length}, the one that the answer tells of first after {replications} replications at best guess; --deployment takes another.");
        }

        return best;
    }

    private StoredSensitivity Record(SensitivityFolder folder, SensitivityResult result, double elapsedSeconds) => new()
    {
        Sensitivity = folder.Id,
        ScenarioKey = ScenarioKey.Of(scenario, written),
        Scenario = new ManifestScenario(scenario.Title, Path.GetFileName(request.File), reading.Sha256, [.. reading.OtherFiles.Select(f => new ManifestFile(f.Name, f.Sha256))]),
        Command = request.ToCommand(),
        Date = DateTime.Now,
        Version = ProgramVersion.Number,
        ElapsedS = Math.Round(elapsedSeconds, 2),
        Uncertain = written,
        Result = result,
    };

    private void Print(StoredSensitivity analysis, DoubtView view, SensitivityFolder folder)
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
            SensitivityRequest after = request with { Method = next, Inputs = [], Samples = null, Deployment = next == SensitivityMethod.Verdicts ? null : request.Deployment };
            output.WriteLine($"  Next    {CommonArguments.With(after.ToCommand(), request.Results)}");
        }
    }
}
