using System.Diagnostics;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Figures;
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
        ScenarioReading reading = request.Source.Read();
        if (reading.Scenario is null)
        {
            return new RunOutcome.Refused(new Refusal.Problems(reading.Problems));
        }

        observer.Read(reading);
        return RunObjections.To(request, reading) is { } objection
            ? new RunOutcome.Refused(objection)
            : new Work(workspace, request, effort, reading, observer, stop).Do();
    }

    private sealed class Work(
        Workspace workspace,
        RunRequest request,
        Effort effort,
        ScenarioReading reading,
        IObserveRun observer,
        CancellationToken stop
    )
    {
        private readonly Scenario scenario = reading.Scenario!;
        private readonly RunRecord record = new(workspace, request, effort, reading);

        public RunOutcome Do()
        {
            observer.Planned(Plan());
            string scenarioFolder = OutputFolder.Of(workspace.Results, request.Source.File);
            if (!OutputFolder.TryMake(scenarioFolder, out SaveFailure? why))
            {
                return new RunOutcome.NotSaved(null, scenarioFolder, why, HoldsReplications: false);
            }

            using RunFolder? folder = RunFolder.Open(scenarioFolder, record.Key, record.Began, observer.Waiting, stop);
            if (folder is null)
            {
                return new RunOutcome.StoppedAtOnce(WasWaiting: true);
            }

            Prepare(folder);
            var listener = new StoreListener(content => observer.Opened(content, folder.Id));
            RunStore store = folder.Files.Store(effort.IsFresh ? [] : RunFolder.RunsIn(scenarioFolder), listener);
            long began = Stopwatch.GetTimestamp();
            using SimulatedStudy study = Simulate(store);
            StudyResult result = study.Result;
            double elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (result.Replications == 0)
            {
                return stop.IsCancellationRequested ? new RunOutcome.StoppedAtOnce(WasWaiting: false)
                    : listener.Trouble is { } nothing ? new RunOutcome.NotSaved(null, folder.Path, nothing, folder.Files.HoldsChunks)
                    : new RunOutcome.Failed(result);
            }

            RunManifest manifest = record.Analysed(folder, result, elapsed, listener.Simulated);
            Provenance provenance = manifest.ToProvenance(reading.Resolved, workspace.Wording);
            result = StoredSensitivity.AddTo(result, folder.Path, provenance.Uncertain, request.IsAdaptive, workspace.Wording);
            var run = new FinishedRun(folder.Path, result, provenance, listener.Use) { Next = Next(result) };
            observer.Analysed(run);
            return listener.Trouble is { } trouble
                ? new RunOutcome.NotSaved(run, folder.Path, trouble, folder.Files.HoldsChunks)
                : Finish(run, manifest, folder, study);
        }

        private RunOutcome Finish(FinishedRun run, RunManifest manifest, RunFolder folder, SimulatedStudy study)
        {
            if (Save(run, manifest, folder, study) is { } why)
            {
                return new RunOutcome.NotSaved(run, folder.Path, why, folder.Files.HoldsChunks);
            }

            FinishedRun saved = effort.WithFigures ? run with { Report = Path.Combine(folder.Path, RunOutput.Report) } : run;
            return run.Result.IsComplete ? new RunOutcome.Completed(saved) : new RunOutcome.Stopped(saved);
        }

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
            );
        }

        private void Prepare(RunFolder folder)
        {
            foreach (DamagedName damage in folder.Damage)
            {
                observer.Damaged(damage);
            }

            if (effort.IsFresh)
            {
                folder.Files.ForgetChunks();
            }

            if (folder.Found is null)
            {
                folder.Write(record.Begun(folder));
            }
        }

        private SimulatedStudy Simulate(RunStore store)
        {
            observer.SimulationBegins();
            try
            {
                return Study.Simulate(scenario, request.ToOptions(reading, effort) with { Store = store }, observer.Progressed, stop);
            }
            finally
            {
                observer.SimulationEnds();
            }
        }

        private SaveFailure? Save(FinishedRun run, RunManifest manifest, RunFolder folder, SimulatedStudy study)
        {
            try
            {
                Write(run, folder, study);
                if (!folder.Files.HoldsChunks)
                {
                    return new SaveFailure(SaveFailureCause.ReplicationsRemoved, folder.Path, string.Empty);
                }

                folder.CarryOver(run.Result.Replications);
                folder.Write(manifest with { OutputSha256 = folder.Files.Written });
                return null;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return SaveFailure.Of(problem, folder.Path);
            }
        }

        private void Write(FinishedRun run, RunFolder folder, SimulatedStudy study)
        {
            if (run.Result.IsComplete)
            {
                folder.Files.Write(ResultFolder.Kept, study.Keep());
            }

            IEnumerable<OutputFile> files = RunOutput.Data(run.Result, run.Provenance);
            if (effort.WithFigures)
            {
                FigureSubject subject = new FigureSubject(run.Result, run.Provenance).WithExample(
                    (deployment, replication) => study.Replay(deployment, replication, stop)
                );
                files = files.Concat(RunOutput.Pictures(subject));
            }

            foreach (OutputFile file in files)
            {
                folder.Files.Write(file.Name, file.Content);
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
