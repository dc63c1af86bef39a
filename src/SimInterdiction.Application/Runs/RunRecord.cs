using System.Diagnostics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Running;

/// <summary>What is put on record about a run: where its numbers come from, and how to make them again.</summary>
internal sealed class RunRecord(RunRequest request, ScenarioReading reading)
{
    private readonly DateTime began = DateTime.Now;

    /// <summary>The study's key.</summary>
    public string Key { get; } = Study.KeyOf(reading.Scenario!, request.ToOptions(reading));

    public DateTime Began => began;

    public Provenance Describe(RunFolder folder, double elapsedSeconds) =>
        new()
        {
            ScenarioFile = Path.GetFileName(request.File),
            Sha256 = reading.Sha256,
            Run = folder.Id,
            Version = ProgramVersion.Number,
            Date = DateTime.Now,
            Command = request.ToCommand(),
            ElapsedSeconds = elapsedSeconds,
            Uncertain = [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written))],
            Differences = KeyDifferences.Of(reading.Resolved, reading.Scenario!.Baseline),
            ResolvedYaml = reading.Resolved.ToYaml(),
        };

    /// <summary>The manifest of a run that has begun: enough to read what it has saved, should it be killed.</summary>
    public RunManifest Begun(RunFolder folder)
    {
        Provenance provenance = Describe(folder, 0);
        return new RunManifest
        {
            Run = folder.Id,
            Key = Key,
            IsFinished = false,
            Scenario = new ManifestScenario(
                reading.Scenario!.Title,
                provenance.ScenarioFile,
                provenance.Sha256,
                [.. reading.OtherFiles.Select(f => new ManifestFile(f.Name, f.Sha256))]
            ),
            Command = provenance.Command,
            Date = provenance.Date,
            Version = ProgramVersion.Number,
            Commit = ProgramVersion.Commit,
            IsDirty = ProgramVersion.IsDirty,
            ModelVersion = ModelVersion.Current,
            Seed = request.Seed ?? reading.Scenario.Experiment.Seed,
            Replications = 0,
            ReplicationsAsked = request.Replications ?? reading.Scenario.Experiment.Replications,
            Baseline = reading.Scenario.Baseline,
            Deployments = [],
            Only = request.Only.Count > 0 ? request.Only : null,
            IsAdaptive = request.IsAdaptive,
            UncertainAt = request.IncludesUncertainty ? reading.UncertainAt : null,
            FailedReplications = [],
            Machine = Machine.Here,
            Work = new WorkDone(0, 0, 0),
            Sessions = folder.Found?.Sessions ?? [],
            Uncertain = provenance.Uncertain,
            OutputSha256 = new Dictionary<string, string>(),
            ResolvedYaml = provenance.ResolvedYaml,
        };
    }

    /// <summary>The manifest of a run whose files are written.</summary>
    /// <param name="folder">The run's folder; what was written into it is listed.</param>
    /// <param name="result">What came out.</param>
    /// <param name="provenance">As in the files.</param>
    /// <param name="simulated">How many replications of single arms this process has simulated.</param>
    public RunManifest Written(RunFolder folder, StudyResult result, Provenance provenance, int simulated) =>
        Begun(folder) with
        {
            IsFinished = result.IsComplete,
            Date = provenance.Date,
            Replications = result.Replications,
            Deployments = [.. result.Deployments.Select(d => d.Name)],
            FailedReplications = result.Failed,
            Work = result.Work,
            Sessions = [.. folder.Found?.Sessions ?? [], ThisSession(provenance.ElapsedSeconds, simulated)],
            OutputSha256 = folder.Written,
        };

    private Session ThisSession(double elapsedSeconds, int simulated)
    {
        using var process = Process.GetCurrentProcess();
        return new Session(began, Math.Round(elapsedSeconds, 2), request.Threads, simulated, Math.Round(process.PeakWorkingSet64 / 1e6));
    }
}
