using System.Diagnostics;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Runs;

/// <summary>Every deployment of a scenario, compared: what is not there yet is simulated, and the run's folder
/// written.</summary>
public sealed class Run(Workspace workspace)
{
    /// <param name="request">What to compute.</param>
    /// <param name="effort">How.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it; what has begun is finished and saved.</param>
    public RunOutcome Execute(RunRequest request, Effort effort, IObserveRun observer, CancellationToken stop)
    {
        ScenarioReading reading = request.Source.Read(request.Replications);
        if (reading.Scenario is null)
        {
            return new RunOutcome.Refused(new Refusal.Problems(reading.Problems));
        }

        observer.Read(reading);
        if (RunObjections.To(request, reading, effort.Threads, workspace.AvailableBytes) is { } objection)
        {
            return new RunOutcome.Refused(objection);
        }

        var record = new RunRecord(workspace, request, effort, reading);
        return request.Name is { } name && RunList.ObjectionTo(name, record.Key, workspace) is { } nameObjection
            ? new RunOutcome.Refused(nameObjection)
            : new Work(workspace, request, effort, reading, record, observer, stop).Do();
    }

    private sealed class Work(
        Workspace workspace,
        RunRequest request,
        Effort effort,
        ScenarioReading reading,
        RunRecord record,
        IObserveRun observer,
        CancellationToken stop
    )
    {
        private readonly Scenario scenario = reading.Scenario!;

        public RunOutcome Do()
        {
            observer.Planned(Plan());
            string scenarioFolder = OutputFolder.Of(workspace.Results, request.Source.File);
            if (!OutputFolder.TryMake(scenarioFolder, out SaveFailure? why))
            {
                return new RunOutcome.NotSaved(null, scenarioFolder, why, HoldsReplications: false);
            }

            RunFolder? opened;
            try
            {
                opened = RunFolder.Open(scenarioFolder, record.Key, record.Began, observer.Waiting, stop);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new RunOutcome.NotSaved(null, scenarioFolder, SaveFailure.Of(problem, scenarioFolder), HoldsReplications: false);
            }

            using RunFolder? folder = opened;
            if (folder is null)
            {
                return new RunOutcome.StoppedAtOnce(WasWaiting: true, HoldsReplications: false);
            }

            try
            {
                return In(folder, scenarioFolder);
            }
            catch (ExecutionException problem)
            {
                return new RunOutcome.NotSimulated(folder.Path, problem.Fault);
            }
            catch (Exception error) when (error.GetBaseException() is OutOfMemoryException)
            {
                return new RunOutcome.OutOfMemory(folder.Path, folder.Files.HoldsChunks);
            }
        }

        private RunOutcome In(RunFolder folder, string scenarioFolder)
        {
            if (request.Name is { } name && folder.Found?.Request?.Name is { } earlier && name != earlier)
            {
                observer.Renamed(earlier, name);
            }

            if (Prepare(folder) is { } unprepared)
            {
                return new RunOutcome.NotSaved(null, folder.Path, unprepared, folder.Files.HoldsChunks);
            }

            var listener = new StoreListener(content => observer.Opened(content, folder.Id));
            RunStore store = folder.Files.Store(effort.IsFresh ? [] : RunFolder.RunsIn(scenarioFolder), listener);
            long began = Stopwatch.GetTimestamp();
            StudyOptions options = request.ToOptions(reading, effort) with { Store = store };
            using SimulatedStudy study = Simulate(reading, scenario, options, comparedAs: null);
            StudyResult result = study.Result;
            IReadOnlyList<AnsweredWhatIf> answered = result.IsComplete ? Ask(result, options, folder.Path) : [];
            result = result with { WhatIfs = [.. answered.Select(each => each.Result)] };
            double elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (result.Replications == 0)
            {
                return stop.IsCancellationRequested ? new RunOutcome.StoppedAtOnce(WasWaiting: false, folder.Files.HoldsChunks)
                    : listener.Trouble is { } nothing ? new RunOutcome.NotSaved(null, folder.Path, nothing, folder.Files.HoldsChunks)
                    : new RunOutcome.Failed(result);
            }

            RunManifest manifest = record.Analysed(folder, result, elapsed, listener.Simulated);
            result = StoredSensitivity.AddTo(result, folder.Path, manifest.Uncertain, request.IsAdaptive, workspace.Wording);
            result = StoredOptimization.AddTo(result, folder.Path, manifest.Uncertain, workspace.Wording);
            RunManifest asBefore = RunRecord.AsBefore(folder, manifest);
            var files = new RunFiles(folder, study, answered, workspace.Wording);
            bool stands = listener.Simulated == 0 && files.Stand(result, ToProvenance(asBefore));
            manifest = stands ? asBefore : manifest;
            var run = new FinishedRun(folder.Path, result, ToProvenance(manifest), listener.Use) { Next = Next(result), Stands = stands };
            observer.Analysed(run);
            return listener.Trouble is { } trouble
                ? new RunOutcome.NotSaved(run, folder.Path, trouble, folder.Files.HoldsChunks)
                : Finish(run, manifest, folder, files);
        }

        private RunOutcome Finish(FinishedRun run, RunManifest manifest, RunFolder folder, RunFiles files)
        {
            if (Save(run, manifest, folder, files) is { } why)
            {
                return new RunOutcome.NotSaved(run, folder.Path, why, folder.Files.HoldsChunks);
            }

            FinishedRun saved = effort.WithFigures ? run with { Report = Path.Combine(folder.Path, RunOutput.Report) } : run;
            return IsAllDone(run.Result) ? new RunOutcome.Completed(saved) : new RunOutcome.Stopped(saved);
        }

        private Provenance ToProvenance(RunManifest manifest) => manifest.ToProvenance(reading.Resolved, workspace.Wording);

        private RunPlan Plan()
        {
            ExperimentPlan plan = scenario.Experiment;
            int replications = request.Replications ?? plan.Replications;
            return new RunPlan(
                request.Only.Count == 0 ? scenario.Deployments.Count : request.Only.Append(scenario.Baseline).Distinct().Count(),
                replications,
                Math.Max(replications, plan.AtMost),
                plan.Precision is not null ? MoreFor.Precision
                    : plan.Choose == Choosing.Best ? MoreFor.Choice
                    : MoreFor.Nothing,
                effort.Threads
            )
            {
                IsElsewhere = effort.Cluster is not null,
            };
        }

        // Nothing is simulated that could not be found again.
        private SaveFailure? Prepare(RunFolder folder)
        {
            foreach (DamagedName damage in folder.Damage)
            {
                observer.Damaged(damage);
            }

            try
            {
                if (effort.IsFresh)
                {
                    folder.Files.ForgetChunks();
                }

                if (folder.Found is null)
                {
                    folder.Write(record.Begun(folder));
                }

                return null;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return SaveFailure.Of(problem, folder.Path);
            }
        }

        private bool IsAllDone(StudyResult result) => result.IsComplete && result.WhatIfs.Count == reading.WhatIfs.Count;

        // Those that were simulated to their end; after one that was stopped come no others.
        private List<AnsweredWhatIf> Ask(StudyResult asStated, StudyOptions options, string folder)
        {
            var answered = new List<AnsweredWhatIf>();
            foreach ((int i, ManifestWhatIf question) in record.WhatIfs.Index())
            {
                observer.Asking(question.Label, i + 1, record.WhatIfs.Count);
                ScenarioReading changed = reading.WhatIfs[i].Reading;
                WhatIfPlan plan = WhatIfPlan
                    .Of(changed.Scenario!, request.IncludesUncertainty ? UncertainFile.Of(changed) : null, asStated, options)
                    .KeptIn(folder, question.Name);
                using SimulatedStudy study = Simulate(changed, plan.Scenario, plan.Options, plan.As);
                if (!study.Result.IsComplete)
                {
                    break;
                }

                answered.Add(new AnsweredWhatIf(WhatIfPlan.Answered(question, study.Result), study.Keep));
            }

            return answered;
        }

        private SimulatedStudy Simulate(ScenarioReading read, Scenario asked, StudyOptions options, ComparedAs? comparedAs)
        {
            options = options with { Executor = effort.Cluster?.ExecutorOf(StudyDocument.Of(read, options, comparedAs), effort.IsFresh) };
            observer.SimulationBegins();
            try
            {
                return Study.Simulate(asked, options, observer.Progressed, stop);
            }
            finally
            {
                observer.SimulationEnds();
            }
        }

        private SaveFailure? Save(FinishedRun run, RunManifest manifest, RunFolder folder, RunFiles files)
        {
            try
            {
                if (!run.Stands)
                {
                    manifest = manifest with { DrawnFrom = files.Write(run, effort.WithFigures, stop) };
                }

                if (!folder.Files.HoldsChunks)
                {
                    return new SaveFailure(SaveFailureCause.ReplicationsRemoved, folder.Path, string.Empty);
                }

                folder.CarryOver(run.Result.Replications, name => !run.Stands && RunOutput.IsPicture(name));
                folder.Write(manifest with { OutputSha256 = folder.Files.Written });
                return null;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return SaveFailure.Of(problem, folder.Path);
            }
        }

        // First whether an uncertain input flips the answer; then whether verdicts hold whatever the inputs.
        private SensitivityRequest? Next(StudyResult result) =>
            reading.UncertainInputs.Count == 0 || result.Comparisons.Count == 0 || !result.IsComplete ? null
            : result.Sensitivities.All(d => d.Result.Tornado is null) ? request.Sensitivity(SensitivityMethod.Tornado)
            : result.Sensitivities.All(d => d.Result.Verdicts is null) ? request.Sensitivity(SensitivityMethod.Verdicts)
            : null;
    }
}
