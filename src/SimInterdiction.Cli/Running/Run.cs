using System.Diagnostics;
using SimInterdiction.Cli.Commands;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Running;

/// <summary>The main job: simulate, compare, write the run's folder, and say what came out.</summary>
internal sealed class Run(RunRequest request, ScenarioReading reading, TextWriter output, TextWriter error)
{
    private readonly Scenario scenario = reading.Scenario!;

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Execute()
    {
        Announce();
        var clock = Stopwatch.StartNew();
        using var stop = new StopSignal();
        StudyResult result = ProgressLine.While(!request.IsQuiet, MeasureCatalog.Find(scenario.Experiment.Measure)!, progress => Study.Run(scenario, Options(), progress, stop.Token));
        if (result.Replications == 0)
        {
            error.WriteLine(stop.WasAsked ? "Stopped before the first replication was done; nothing was saved." : "Every replication failed:");
            PrintFailures(result);
            return stop.WasAsked ? ExitCode.StoppedAndSaved : ExitCode.RunFailed;
        }

        Provenance provenance = Describe(result, clock.Elapsed.TotalSeconds);
        string folder = Save(result, provenance);
        Print(result, provenance, folder);
        if (stop.WasAsked)
        {
            error.WriteLine($"Stopped after {result.Replications:N0} of {result.ReplicationsAsked:N0} replications; what was done is saved. The same command runs it in full.");
            return ExitCode.StoppedAndSaved;
        }

        bool meetsAll = PrintRequirements(result);
        return result.Failed.Count > 0 ? ExitCode.RunFailed : meetsAll ? ExitCode.Ok : ExitCode.RequirementNotMet;
    }

    private bool PrintRequirements(StudyResult result)
    {
        IReadOnlyList<RequirementCheck> checks = RequirementCheck.Of(result);
        foreach (RequirementCheck check in checks.Where(c => !c.IsMet))
        {
            Requirement wanted = check.Requirement;
            string limit = wanted.AtLeast is { } least ? $"at least {least}" : $"at most {wanted.AtMost}";
            string found = check.Estimate is { } estimate ? $"the interval is {estimate.Low:0.######} to {estimate.High:0.######}" : "it was not simulated";
            error.WriteLine($"Not met: {wanted.Measure} of {wanted.Deployment} {limit}; {found}.");
        }

        return checks.All(c => c.IsMet);
    }

    private StudyOptions Options() => new() { Replications = request.Replications, Seed = request.Seed, Jobs = request.Jobs, Only = request.Only.Count > 0 ? request.Only : null };

    private void Announce()
    {
        if (request.IsQuiet)
        {
            return;
        }

        int deployments = request.Only.Count == 0 ? scenario.Deployments.Count : request.Only.Append(scenario.Baseline).Distinct().Count();
        int replications = request.Replications ?? scenario.Experiment.Replications;
        int cores = request.Jobs == 0 ? Environment.ProcessorCount : request.Jobs;
        error.WriteLine(ScenarioInput.Verdict(reading));
        error.WriteLine($"{deployments} deployments x {replications:N0} replications on {cores} {(cores == 1 ? "core" : "cores")}. Ctrl-C saves what is done.");
    }

    private Provenance Describe(StudyResult result, double elapsedSeconds)
    {
        DateTime now = DateTime.Now;
        string id = RunFolder.Id(now, reading.Sha256, reading.Resolved.ToYaml(), result.Seed.ToString(), result.ReplicationsAsked.ToString(), string.Join(',', request.Only), Manifest.FullVersion);
        return new Provenance
        {
            ScenarioFile = Path.GetFileName(request.File),
            Sha256 = reading.Sha256,
            Run = result.Replications + result.Failed.Count < result.ReplicationsAsked ? $"{id}-first-{result.Replications}" : id,
            Version = Manifest.Version,
            Date = now,
            Command = request.ToCommand(),
            ElapsedSeconds = elapsedSeconds,
            Uncertain = [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written))],
            ResolvedYaml = reading.Resolved.ToYaml(),
        };
    }

    private string Save(StudyResult result, Provenance provenance)
    {
        using var folder = new RunFolder(request.Results, Path.GetFileNameWithoutExtension(request.File), provenance.Run);
        foreach (OutputFile file in RunOutput.Make(result, provenance, request.WithFigures))
        {
            folder.Write(file.Name, file.Content);
        }

        using var process = Process.GetCurrentProcess();
        folder.Write("manifest.json", Manifest.ToJson(result, provenance, reading, folder.Written, process.PeakWorkingSet64 / 1e6));
        folder.Finish();
        return folder.Target;
    }

    private void Print(StudyResult result, Provenance provenance, string folder)
    {
        PrintFailures(result);
        if (request.AsJson)
        {
            output.WriteLine(ResultJson.Write(result, provenance));
            return;
        }

        foreach (string line in TerminalTable.Lines(result, provenance))
        {
            output.WriteLine(line);
        }

        string shown = request.WithFigures ? Path.Combine(folder, "report.html") : folder;
        output.WriteLine($"  {(request.WithFigures ? "Report" : "Data  ")}  {shown}");
    }

    private void PrintFailures(StudyResult result)
    {
        foreach (FailedReplication failed in result.Failed.Take(10))
        {
            error.WriteLine($"Replication {failed.Replication} of {failed.Arm} failed (seed {result.Seed}) and is left out for all deployments: {failed.Reason}");
        }
    }
}
