using System.Diagnostics;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Runs;

/// <summary>What is put on record about a run: where its numbers come from, and how to reproduce them.</summary>
internal sealed class RunRecord(Workspace workspace, RunRequest request, Effort effort, ScenarioReading reading)
{
    /// <summary>The study's key.</summary>
    public string Key { get; } = Study.KeyOf(reading.Scenario!, request.ToOptions(reading, effort));

    /// <summary>The questions of the scenario.</summary>
    public IReadOnlyList<ManifestWhatIf> WhatIfs { get; } =
    [
        .. reading.WhatIfs.Select(each => new ManifestWhatIf(
            each.Name,
            Labels.Of(each.Name, each.Question.Label),
            each.Question.Changes.All,
            each.Reading.Resolved.ToYaml(),
            request.IncludesUncertainty ? each.Reading.UncertainAt : null
        )),
    ];

    public DateTime Began { get; } = workspace.Now;

    /// <summary>The manifest of a run that has begun: enough to read what it has saved, should it be killed.</summary>
    public RunManifest Begun(RunFolder folder) =>
        new()
        {
            Run = folder.Id,
            Key = Key,
            IsFinished = false,
            Scenario = ManifestScenario.Of(reading),
            Request = request with { Name = request.Name ?? folder.Found?.Request?.Name },
            Command = workspace.Wording.Of(request),
            Date = workspace.Now,
            Version = ProgramVersion.Number,
            Commit = ProgramVersion.Commit,
            IsDirty = ProgramVersion.IsDirty,
            ModelVersion = ModelVersion.Current,
            Seed = request.Source.Seed ?? reading.Scenario!.Experiment.Seed,
            Replications = 0,
            ReplicationsAsked = request.Replications ?? reading.Scenario!.Experiment.Replications,
            Baseline = reading.Scenario!.Baseline,
            Deployments = [],
            Only = request.Only.Count > 0 ? request.Only : null,
            IsAdaptive = request.IsAdaptive,
            UncertainAt = request.IncludesUncertainty ? reading.UncertainAt : null,
            FailedReplications = [],
            Machine = Machine.Here,
            Work = new WorkDone(0, 0, 0),
            Sessions = folder.Found?.Sessions ?? [],
            Uncertain = Uncertain,
            OutputSha256 = new Dictionary<string, string>(),
            DrawnFrom = folder.Found?.DrawnFrom,
            ResolvedYaml = reading.Resolved.ToYaml(),
            WhatIfs = WhatIfs,
        };

    /// <summary>The manifest of a run that came to a result, before its files are listed.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="result">What came out.</param>
    /// <param name="elapsedSeconds">How long this process has simulated.</param>
    /// <param name="simulated">How many replications of single arms this process has simulated.</param>
    public RunManifest Analysed(RunFolder folder, StudyResult result, double elapsedSeconds, int simulated) =>
        Begun(folder) with
        {
            IsFinished = result.IsComplete && result.WhatIfs.Count == WhatIfs.Count,
            Answer = AnswerOf(result),
            Told = new StudyView(result).Lead is { } lead
                ? new ManifestTold(lead.Deployment, result.Measure.Name, ScenarioKey.Of(reading.Scenario!, Uncertain))
                : null,
            Replications = result.Replications,
            Deployments = [.. result.Deployments.Select(d => d.Name)],
            FailedReplications = result.Failed,
            Work = result.Work,
            Sessions =
            [
                .. folder.Found?.Sessions ?? [],
                new Session(
                    Began,
                    simulated > 0 ? Math.Round(elapsedSeconds, 2) : 0,
                    effort.Cluster is null ? effort.Threads : null,
                    simulated,
                    PeakMemoryMb()
                ),
            ],
        };

    /// <summary>A manifest as it is where the files of the run that was there stand: they keep their date.</summary>
    public static RunManifest AsBefore(RunFolder folder, RunManifest analysed) =>
        folder.Found is { } found ? analysed with { Date = found.Date, Machine = found.Machine } : analysed;

    /// <summary>What a run answers, in a sentence or two.</summary>
    public static string AnswerOf(StudyResult result) => Answer.Of(result).Short;

    private UncertainValue[] Uncertain => [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written, u.Places))];

    private static double PeakMemoryMb()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Round(process.PeakWorkingSet64 / 1e6);
    }
}
