using System.Diagnostics.CodeAnalysis;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Application.Runs;

/// <summary>A run on disk, finished or not: what it was asked, and what it came to, without simulating
/// anything.</summary>
public sealed class StoredRun
{
    private readonly ScenarioReading reading;
    private readonly Workspace workspace;
    private readonly IObserveStoredRun observer;
    private readonly HashSet<string> told = [];

    private StoredRun(string folder, RunManifest manifest, ScenarioReading reading, Workspace workspace, IObserveStoredRun observer)
    {
        this.workspace = workspace;
        this.observer = observer;
        Folder = folder;
        Manifest = manifest;
        this.reading = reading;
    }

    public string Folder { get; }

    public RunManifest Manifest { get; }

    /// <summary>The folder of results that holds it: it lies in its scenario's folder there.</summary>
    public string Results => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(Folder))) ?? Folder;

    /// <summary>How what is missing in it is simulated again: there is a way to each folder, wherever it was copied or
    /// moved to.</summary>
    public RunMend Mend
    {
        get
        {
            string command = Provenance.Command;
            string usual = OutputFolder.Of(workspace.Results, Manifest.Scenario.File);
            string? found = RunFolder.Find(OutputFolder.Of(Results, Manifest.Scenario.File), Manifest.Key);
            return found is not null && IsHere(found) ? new RunMend(command, Results)
                : (found ?? RunFolder.Find(usual, Manifest.Key)) is { } other
                    ? new RunMend(command, Path.GetDirectoryName(Path.GetDirectoryName(other))!) { CopyOf = other }
                : new RunMend(command, workspace.Results) { MoveTo = Path.Combine(usual, Manifest.Run) };
        }
    }

    public Scenario Scenario => reading.Scenario!;

    public ResolvedScenario Resolved => reading.Resolved;

    private bool IsHere(string folder) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder));

    /// <summary>The study as it was asked for, with its store.</summary>
    private StudyOptions Options =>
        new()
        {
            Replications = Manifest.ReplicationsAsked,
            Seed = Manifest.Seed,
            Only = Manifest.Only,
            Adaptive = Manifest.IsAdaptive,
            Drawn = Manifest.UncertainAt is { } paths ? UncertainFile.OfResolved(reading, paths) : null,
            Store = ResultFolder.StoreOf(Folder, new StoreListener(Tell)),
        };

    /// <summary>Where its numbers come from, as it is burned into figures.</summary>
    public Provenance Provenance => Manifest.ToProvenance(Resolved, workspace.Wording);

    /// <summary>Finds a run and reads what it was asked.</summary>
    /// <param name="name">Its folder, its id in the folder of results or its name, or part of one of them.</param>
    /// <param name="workspace">Where the results are.</param>
    /// <param name="observer">Hears how it is read.</param>
    /// <param name="run">The run.</param>
    /// <param name="refusal">Why there is none.</param>
    public static bool TryFind(
        string name,
        Workspace workspace,
        IObserveStoredRun observer,
        [NotNullWhen(true)] out StoredRun? run,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        run = null;
        refusal = null;
        IReadOnlyList<string> folders = RunList.Find(name, workspace);
        if (folders is not [string folder])
        {
            refusal =
                folders.Count == 0 && ResultFolder.WasHeld(name) ? new Refusal.NoManifest(Path.TrimEndingDirectorySeparator(name))
                : folders.Count == 0
                    ? new Refusal.NoSuchRun(
                        name,
                        workspace.Results,
                        [.. RunList.In(workspace).SelectMany(known => new[] { known.Id, known.Name }.OfType<string>()).Distinct()]
                    )
                : new Refusal.SeveralRuns(name, folders);
        }
        else if (RunManifest.Read(folder) is not { } manifest)
        {
            refusal = ManifestSummary.IsMissing(folder) ? new Refusal.NoManifest(folder) : new Refusal.UnreadableManifest(folder);
        }
        else
        {
            // The manifest holds the scenario of each question; in this one, copies are written out.
            ScenarioReading reading = ScenarioReader.ReadText(
                manifest.ResolvedYaml,
                manifest.Scenario.File,
                options: new ReadingOptions { AsksWhatIfs = false }
            );
            refusal =
                reading.Scenario is null ? new Refusal.UnreadableScenario(folder, reading.Problems[0].Message)
                : manifest.Named.FirstOrDefault(name => !reading.Scenario.Deployments.ContainsKey(name)) is { } unknown
                    ? new Refusal.ManifestDeployment(folder, unknown)
                : manifest.Baseline != reading.Scenario.Baseline ? new Refusal.UnreadableManifest(folder)
                : null;
            run = refusal is null ? new StoredRun(folder, manifest, reading, workspace, observer) : null;
        }

        return run is not null;
    }

    /// <summary>What it came to, for figures and documents; as far as it got, where it was never finished. Null where
    /// no replication is there yet.</summary>
    /// <param name="deployment">The deployment that figures about a single one tell of; null for the one that the
    /// answer tells of.</param>
    /// <param name="withExample">Whether a replication is simulated again, for figures that show one.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public FigureSubject? Subject(string? deployment, bool withExample, CancellationToken stop)
    {
        StoredStudy study = Study(jobs: 1);
        StudyResult result = WholeResultOf(study, stop);
        if (result.Replications == 0)
        {
            return null;
        }

        FigureSubject subject = new FigureSubject(result, Provenance) { Deployment = deployment };
        return withExample
            ? subject.WithExample(
                (name, replication) => study.ArmOf(name, adversary: null) is { } arm ? study.Replay(arm, replication, stop) : null
            )
            : subject;
    }

    /// <summary>What a study of this run came to, with the analyses that are stored beside it, and its
    /// what-ifs.</summary>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public StudyResult WholeResultOf(StoredStudy study, CancellationToken stop)
    {
        StudyResult result = StoredSensitivity.AddTo(
            ResultOf(study, stop),
            Folder,
            Manifest.Uncertain,
            Manifest.IsAdaptive,
            workspace.Wording
        );
        result = StoredOptimization.AddTo(result, Folder, Manifest.Uncertain, workspace.Wording);
        return result.Replications == 0 ? result : result with { WhatIfs = [.. WhatIfsOf(result, stop)] };
    }

    /// <param name="jobs">Threads for what is simulated again; 0 for one per core.</param>
    public StoredStudy Study(int jobs) => new(Scenario, Options with { Jobs = jobs });

    /// <summary>The study for those who need its single replications too: they are read once, with its
    /// result.</summary>
    public StoredStudy StudyOfReplications() => new(Scenario, Options with { Store = Options.Store! with { ResultFile = null } });

    /// <summary>What a study of this run came to, told to the observer as it is read.</summary>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public StudyResult ResultOf(StoredStudy study, CancellationToken stop)
    {
        observer.ReadingBegins(Manifest.Run);
        StudyResult result;
        try
        {
            result = study.Result(observer.Read, stop);
        }
        finally
        {
            observer.ReadingEnds();
        }

        int held = result.Replications + result.Failed.Select(failed => failed.Replication).Distinct().Count();
        if (held < Manifest.Replications)
        {
            observer.Lacks(new MissingReplications(Folder, held, Manifest.Replications, Mend));
        }

        return result;
    }

    // Those that were simulated to their end, that this version can read, and that compare deployments of the run only.
    private IEnumerable<WhatIfResult> WhatIfsOf(StudyResult asStated, CancellationToken stop)
    {
        foreach (ManifestWhatIf question in asStated.IsComplete ? Manifest.WhatIfs : [])
        {
            ScenarioReading changed = ScenarioReader.ReadText(question.ResolvedYaml, Manifest.Scenario.File);
            if (changed.Scenario is not { } its || its.Deployments.Keys.Any(name => !Scenario.Deployments.ContainsKey(name)))
            {
                continue;
            }

            WhatIfPlan plan = WhatIfPlan
                .Of(its, question.UncertainAt is { } paths ? UncertainFile.OfResolved(changed, paths) : null, asStated, Options)
                .KeptIn(Folder, question.Name);
            StudyResult result = new StoredStudy(plan.Scenario, plan.Options).Result(observer.Read, stop);
            if (result.IsComplete)
            {
                yield return WhatIfPlan.Answered(question, result);
            }
        }
    }

    private void Tell(StoreContent content) =>
        observer.Opened(content with { Damaged = [.. content.Damaged.Where(told.Add)] }, Manifest.Run);
}
