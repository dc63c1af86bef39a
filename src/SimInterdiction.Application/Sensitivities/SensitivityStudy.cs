using System.Diagnostics;
using SimInterdiction.Application.Designs;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Costs;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Sensitivities;

/// <summary>What uncertainty about a scenario's inputs does to its answer: simulated at many settings of them, and
/// written to the analysis's folder.</summary>
public sealed class SensitivityStudy(Workspace workspace)
{
    /// <param name="request">What to compute.</param>
    /// <param name="effort">How.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it; the replications done are saved.</param>
    public SensitivityOutcome Execute(SensitivityRequest request, Effort effort, IObserveDesign observer, CancellationToken stop)
    {
        ScenarioReading reading = request.Source.Read();
        if (reading.Scenario is null)
        {
            return new SensitivityOutcome.Refused(new Refusal.Problems(reading.Problems));
        }

        observer.Read(reading);
        request = request with { Inputs = [.. request.Inputs.Select(input => Meant(input, reading))] };
        return SensitivityObjections.To(request, reading).FirstOrDefault() is { } objection
            ? new SensitivityOutcome.Refused(objection)
            : new Work(workspace, request, effort, reading, observer, stop).Do();
    }

    /// <summary>Why it can't be computed, as far as that is known before; none where it can.</summary>
    /// <param name="request">What to compute.</param>
    public static IReadOnlyList<Refusal> ObjectionsTo(SensitivityRequest request)
    {
        ScenarioReading reading = request.Source.Read();
        return reading.Scenario is null
            ? [new Refusal.Problems(reading.Problems)]
            : [.. SensitivityObjections.To(request with { Inputs = [.. request.Inputs.Select(input => Meant(input, reading))] }, reading)];
    }

    // An input may be called by the key it stands under: 'tracing.takes' for 'tracing.takes.exponential'.
    private static string Meant(string input, ScenarioReading reading)
    {
        string[] paths = [.. reading.UncertainInputs.Select(u => u.Path)];
        string[] under = [.. paths.Where(path => path.StartsWith($"{input}.", StringComparison.Ordinal))];
        return under.Length == 1 && !paths.Contains(input) ? under[0] : input;
    }

    private sealed class Work(
        Workspace workspace,
        SensitivityRequest request,
        Effort effort,
        ScenarioReading reading,
        IObserveDesign observer,
        CancellationToken stop
    )
    {
        private const int ScreeningReplications = 30;
        private const int MostPerInput = 40;
        private const double LongSeconds = 5;
        private const int ManySettings = 40;

        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

        private readonly Scenario scenario = reading.Scenario!;
        private readonly UncertainScenario uncertain = UncertainFile.Of(reading);
        private readonly UncertainValue[] written =
        [
            .. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written, u.Places)),
        ];

        public SensitivityOutcome Do()
        {
            if ((request.Deployment ?? Best()) is not { } deployment)
            {
                return new SensitivityOutcome.Stopped(WasWaiting: false, HoldsReplications: false);
            }

            SensitivityOptions options = Options(deployment);
            string scenarioFolder = OutputFolder.Of(workspace.Results, request.Source.File);
            string path = Path.Combine(
                scenarioFolder,
                $"{OutputFolder.AnalysisBeginning}{options.Method.ToString().ToLowerInvariant()}-"
                    + ScenarioKey.Of(scenario, written, options)[..8]
            );
            if (!OutputFolder.TryMake(path, out SaveFailure? noFolder))
            {
                return new SensitivityOutcome.NotSaved(noFolder, HoldsReplications: false);
            }

            using ResultFolder? folder = ResultFolder.Open(path, observer.Waiting, stop);
            if (folder is null)
            {
                return new SensitivityOutcome.Stopped(WasWaiting: true, HoldsReplications: false);
            }

            long began = Stopwatch.GetTimestamp();
            observer.Planned(Plan(folder, scenarioFolder, options));
            DesignEnd<SensitivityResult> end = DesignSimulation.Run(
                folder,
                scenarioFolder,
                observer,
                (store, progress) =>
                    SensitivityAnalysis.Run(uncertain, options with { Store = store, Executors = Served(options) }, progress, stop),
                stop
            );
            return end switch
            {
                { Result: { } result } => Save(folder, Record(folder, result, Stopwatch.GetElapsedTime(began).TotalSeconds)),
                { NotSaved: { } why } => new SensitivityOutcome.NotSaved(why, folder.HoldsChunks),
                { NotSimulated: { } why } => new SensitivityOutcome.NotSimulated(why),
                { Failed: { } why } => new SensitivityOutcome.Failed(why),
                _ => new SensitivityOutcome.Stopped(WasWaiting: false, folder.HoldsChunks),
            };
        }

        private SensitivityOutcome Save(ResultFolder folder, StoredSensitivity analysis)
        {
            var view = new SensitivityView(analysis.Result, scenario, analysis.ToProvenance(workspace.Wording));
            try
            {
                analysis.Write(folder, view);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new SensitivityOutcome.NotSaved(SaveFailure.Of(problem, folder.Path), folder.HoldsChunks);
            }

            return new SensitivityOutcome.Completed(folder.Path, analysis, view, Next());
        }

        private SensitivityOptions Options(string deployment) =>
            new()
            {
                Method = request.Method,
                Deployment = deployment,
                Measure = MeasureCatalog.Find(request.Measure ?? scenario.Experiment.Measure)!,
                Replications = request.Replications ?? MethodCosts.Replications(request.Method, scenario.Experiment.Replications),
                Seed = request.Source.Seed ?? scenario.Experiment.Seed,
                Jobs = effort.Jobs,
                MapInputs = request.Inputs,
                Samples = request.Samples ?? MethodCosts.Samples(request.Method),
            };

        private ServedDesign? Served(SensitivityOptions options) =>
            ServedDesign.Of(effort.Cluster, reading, reading.UncertainInputs, options.Seed, options.Replications);

        private DesignPlan Plan(ResultFolder folder, string scenarioFolder, SensitivityOptions options)
        {
            string[] deployments =
                options.Method == SensitivityMethod.Verdicts ? [.. scenario.Deployments.Keys] : [options.Deployment, scenario.Baseline];
            var planned = PlannedSettings.Of(uncertain, options);
            double missing = planned.MissingShare(
                uncertain,
                options with
                {
                    Store = DesignSimulation.StoreOf(folder, scenarioFolder, new StoreListener(_ => { })),
                },
                deployments,
                holdsMore: StoredSensitivity.Read(folder.Path) is not null
            );
            double settings = missing * planned.Count;
            double seconds = deployments.Sum(name => ReplicationCost.Of(scenario, name).Seconds) * settings * options.Replications;
            return new DesignPlan(folder.Id, planned.Count, deployments.Length, options.Replications, effort.Threads)
            {
                MissingShare = missing,
                IsElsewhere = effort.Cluster is not null,
                MorePerInput = options.Method == SensitivityMethod.Tornado ? MostPerInput : 0,
                Seconds = seconds,
                MeasuredSeconds = IsLong(seconds, settings)
                    ? SensitivityTrial.Seconds(uncertain, options, deployments, settings, Patience, workspace.Clock, stop)
                    : null,
            };
        }

        // Long enough for a trial to be worth it. Of many settings each takes longer than its replications.
        private bool IsLong(double seconds, double settings) =>
            effort.Cluster is null && (seconds / effort.Threads > LongSeconds || settings > ManySettings);

        // The one that the figure 'answer' tells about first: of a finished run, whose report is to show the analysis,
        // or else as far as some replications at best guess can say; null where it was stopped.
        private string? Best()
        {
            string[] others = [.. scenario.Deployments.Keys.Where(name => name != scenario.Baseline)];
            if (others.Length == 1 || request.Method == SensitivityMethod.Verdicts)
            {
                return others[0];
            }

            if (OfFinishedRun() is { Told: { } told } run)
            {
                observer.Chose(new ChosenDeployment(told.Deployment, others.Length, run.Replications));
                return told.Deployment;
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
                    Adversaries = new OrderedDictionary<string, AdversaryVariant>(),
                },
            };
            StudyResult screening = Study.Run(
                plain,
                new StudyOptions
                {
                    Replications = replications,
                    Seed = request.Source.Seed,
                    Jobs = effort.Jobs,
                },
                progress: null,
                stop
            );
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            string best = new StudyView(screening).Lead!.Deployment;
            observer.Chose(new ChosenDeployment(best, others.Length, replications));
            return best;
        }

        // The latest of the same scenario, by the same measure, and of all deployments.
        private ManifestSummary? OfFinishedRun()
        {
            string key = ScenarioKey.Of(scenario, written);
            string measure = request.Measure ?? scenario.Experiment.Measure;
            return RunList
                .In(workspace)
                .Select(run => run.Summary)
                .FirstOrDefault(run =>
                    run is { IsFinished: true, IsAdaptive: true, Only: null, Told: { } told }
                    && (told.ScenarioKey, told.Measure) == (key, measure)
                    && scenario.Deployments.ContainsKey(told.Deployment)
                    && told.Deployment != scenario.Baseline
                );
        }

        private StoredSensitivity Record(ResultFolder folder, SensitivityResult result, double elapsedSeconds) =>
            new()
            {
                Sensitivity = folder.Id,
                ScenarioKey = ScenarioKey.Of(scenario, written),
                Scenario = ManifestScenario.Of(reading),
                Request = request,
                Command = workspace.Wording.Of(request),
                Date = workspace.Now,
                Version = ProgramVersion.Number,
                ElapsedS = Math.Round(elapsedSeconds, 2),
                Uncertain = written,
                Result = result,
            };

        private SensitivityRequest? Next() =>
            MethodCosts.Next(request.Method, uncertain.Inputs.Count) is { } next
                ? request with
                {
                    Method = next,
                    Inputs = [],
                    Samples = null,
                    Deployment = next == SensitivityMethod.Verdicts ? null : request.Deployment,
                }
                : null;
    }
}
