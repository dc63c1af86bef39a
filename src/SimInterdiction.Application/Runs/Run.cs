using System.Diagnostics;
using SimInterdiction.Cli.Commands;
using SimInterdiction.Cli.Doubt;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Running;

/// <summary>The main job: simulate what is not there yet, compare, say what came out, and write the run's
/// folder.</summary>
internal sealed class Run(RunRequest request, ScenarioReading reading, TextWriter output, TextWriter error)
{
    private readonly Scenario scenario = reading.Scenario!;
    private readonly RunRecord record = new(request, reading);

    /// <summary>What may need more than the first replications; null where nothing does.</summary>
    private string? Beyond =>
        scenario.Experiment switch
        {
            { Precision: not null } => "the precision asked for",
            { Choose: Choosing.Best } => "the choice",
            _ => null,
        };

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Execute()
    {
        Announce();
        using var stop = new StopSignal();
        using RunFolder? folder = OpenFolder(stop.Token);
        if (folder is null)
        {
            error.WriteLine("Stopped while waiting; nothing was simulated.");
            return ExitCode.StoppedAndSaved;
        }

        RunStore store = StoreIn(folder);
        var clock = Stopwatch.StartNew();
        StudyOptions options = request.ToOptions(reading) with { Store = store };
        StudyResult result = ProgressLine.While(!request.IsQuiet, MeasureCatalog.Find(scenario.Experiment.Measure)!, progress =>
            Study.Run(scenario, options, progress, stop.Token)
        );
        if (result.Replications == 0)
        {
            error.WriteLine(
                stop.WasAsked ? "Stopped before the first replication was done; nothing was saved."
                : store.Trouble is { } why ? $"Nothing could be saved: {why}."
                : "Every replication failed:"
            );
            PrintFailures(result);
            return stop.WasAsked ? ExitCode.StoppedAndSaved : ExitCode.RunFailed;
        }

        Provenance provenance = record.Describe(folder, clock.Elapsed.TotalSeconds);
        result = StoredSensitivity.AddTo(result, folder.Path, provenance.Uncertain, request.IsAdaptive);
        Print(result, provenance);
        return store.Trouble is { } trouble
            ? SayWhatIsMissing(trouble, folder)
            : Finish(result, provenance, folder, store.Simulated, stop.Token);
    }

    private int Finish(StudyResult result, Provenance provenance, RunFolder folder, int simulated, CancellationToken stop)
    {
        try
        {
            Save(result, provenance, folder, simulated, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return SayWhatIsMissing(WholeFile.WhyNot(problem, folder.Path), folder);
        }

        if (!request.AsJson)
        {
            output.WriteLine(request.WithFigures ? $"  Report  {Path.Combine(folder.Path, "report.html")}" : $"  Data    {folder.Path}");
            SayWhatIsNext(result, provenance);
        }

        if (!result.IsComplete)
        {
            error.WriteLine(
                $"Stopped after {result.Replications:N0} of {result.ReplicationsAsked:N0} replications; they are saved. To "
                    + "carry on, run the same command again."
            );
            return ExitCode.StoppedAndSaved;
        }

        bool meetsAll = RequirementCheck.Of(result).All(check => check.Answer == RequirementAnswer.Met);
        return result.Failed.Count > 0 ? ExitCode.RunFailed
            : meetsAll ? ExitCode.Ok
            : ExitCode.RequirementNotMet;
    }

    // What nobody knows may turn the answer; once that was looked at, whether verdicts survive all of it.
    private void SayWhatIsNext(StudyResult result, Provenance provenance)
    {
        string command = SensitivityCommandText.After(provenance.Command);
        string? next =
            provenance.Uncertain.Count == 0 || result.Comparisons.Count == 0 || !result.IsComplete ? null
            : result.Doubts.All(d => d.Result.Tornado is null) ? command
            : result.Doubts.All(d => d.Result.Verdicts is null) ? $"{command} --method verdicts"
            : null;
        if (next is not null)
        {
            output.WriteLine($"  Next    {CommonArguments.With(next, request.Results)}");
        }
    }

    // The table was printed; what could be saved is there for the next time.
    private int SayWhatIsMissing(string trouble, RunFolder folder)
    {
        error.WriteLine($"Not everything could be saved: {trouble}.");
        error.WriteLine(
            folder.HoldsChunks
                ? $"What is saved in {folder.Path} stays there. When that is mended, run the same command again to carry on."
                : "No replication of this run is saved. When that is mended, run the same command again."
        );
        return ExitCode.RunFailed;
    }

    private RunFolder? OpenFolder(CancellationToken stop)
    {
        string scenarioFolder = OutputFolder.Of(request.Results, request.File);
        return RunFolder.Open(
            scenarioFolder,
            record.Key,
            record.Began,
            path => error.WriteLine($"Another simint is working on {path}; waiting for it. Ctrl-C gives up."),
            stop
        );
    }

    private RunStore StoreIn(RunFolder folder)
    {
        foreach (string damage in folder.Damage)
        {
            error.WriteLine(damage);
        }

        if (request.IsFresh)
        {
            folder.ForgetChunks();
        }

        if (folder.Found is null)
        {
            folder.Write(record.Begun(folder));
        }

        IReadOnlyList<string> others = RunFolder.ChunksOfOthers(
            RunFolder.RunsIn(Path.GetDirectoryName(folder.Path)!).Where(run => Path.GetFileName(run) != folder.Id)
        );
        return new RunStore
        {
            Folder = folder.Chunks,
            Others = request.IsFresh ? [] : others,
            Opened = Explain,
        };

        void Explain(StoreContent content)
        {
            if (!request.IsQuiet)
            {
                foreach (
                    string line in StoreWords.Lines(
                        content,
                        folder.Id,
                        Beyond is { } beyond ? $"more are simulated as far as {beyond} needs them" : "nothing is simulated now"
                    )
                )
                {
                    error.WriteLine(line);
                }
            }
        }
    }

    private void Announce()
    {
        if (request.IsQuiet)
        {
            return;
        }

        int deployments = request.Only.Count == 0 ? scenario.Deployments.Count : request.Only.Append(scenario.Baseline).Distinct().Count();
        int replications = request.Replications ?? scenario.Experiment.Replications;
        error.WriteLine(ScenarioInput.Verdict(reading));
        string more = Beyond is { } beyond
            ? $" and up to {Math.Max(replications, scenario.Experiment.AtMost):N0} for {beyond},"
            : string.Empty;
        error.WriteLine(
            $"{Plain.Count(deployments, "deployment")} x {Plain.Count(replications, "replication")}{more} on "
                + $"{Plain.Count(request.Threads, "core")}."
        );
        error.WriteLine("Ctrl-C is safe: run the same command again to carry on.");
    }

    private void Save(StudyResult result, Provenance provenance, RunFolder folder, int simulated, CancellationToken stop)
    {
        IEnumerable<OutputFile> files = RunOutput.Data(result, provenance);
        if (request.WithFigures)
        {
            var stored = new StoredStudy(
                scenario,
                request.ToOptions(reading) with
                {
                    Jobs = 1,
                    Store = new RunStore { Folder = folder.Chunks },
                }
            );
            files = files.Concat(RunOutput.Pictures(new FigureSubject(result, provenance).WithExampleFrom(stored, stop)));
        }

        foreach (OutputFile file in files)
        {
            folder.Write(file.Name, file.Content);
        }

        if (!folder.HoldsChunks)
        {
            throw new IOException($"the replications in '{folder.Path}' were removed under way");
        }

        folder.CarryOver(result.Replications);
        folder.Write(record.Written(folder, result, provenance, simulated));
    }

    private void Print(StudyResult result, Provenance provenance)
    {
        PrintFailures(result);
        if (request.AsJson)
        {
            output.WriteLine(ResultJson.Write(result, provenance));
            foreach (string sentence in RequirementWords.Of(result))
            {
                error.WriteLine(sentence);
            }

            return;
        }

        foreach (string line in TerminalTable.Lines(result, provenance))
        {
            output.WriteLine(line);
        }
    }

    private void PrintFailures(StudyResult result)
    {
        foreach (FailedReplication failed in result.Failed.Take(10))
        {
            error.WriteLine(
                $"Replication {failed.Replication} of {failed.Arm} failed (seed {result.Seed}) and is left out for all "
                    + $"deployments: {failed.Reason}"
            );
        }
    }
}
