using System.Text;
using SimInterdiction.Application.Designs;
using SimInterdiction.Application.Findings;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Calibration;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Application.Calibrations;

/// <summary>Numbers that nobody knows, fitted to given figures; the fitted scenario and its figure are
/// written.</summary>
public sealed class CalibrationStudy(Workspace workspace)
{
    /// <param name="request">What to compute.</param>
    /// <param name="effort">How.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it; the replications done are saved.</param>
    public CalibrationStudyOutcome Execute(CalibrationRequest request, Effort effort, IObserveDesign observer, CancellationToken stop)
    {
        var asked = Asked.Of(request);
        if (asked.Reading is { } reading)
        {
            IEnumerable<Problem> oddFits = reading.Problems.Where(p => !p.IsError && p.File == Given.Fits);
            observer.Read(asked.Before with { Problems = [.. asked.Before.Problems, .. oddFits] });
        }

        return asked.Why is { } why
            ? new CalibrationStudyOutcome.Refused(why)
            : new Work(workspace, request, effort, asked.Before, asked.Reading!, asked.Figures, observer, stop).Do();
    }

    /// <summary>Why it can't be computed, as far as that is known before; null where it can.</summary>
    /// <param name="request">What to compute.</param>
    public static Refusal? ObjectionTo(CalibrationRequest request) => Asked.Of(request).Why;

    private static Refusal? Objection(CalibrationRequest request, ScenarioReading reading, IReadOnlyList<StatedFigure> figures)
    {
        string file = FittedScenario.PathOf(request);
        StatedFigure? exact = figures.FirstOrDefault(f => f.GiveOrTake == 0);
        return request.Save is { } name && Path.GetFileName(name) != name ? new Refusal.NotBeside(name)
            : Path.GetFullPath(file) == Path.GetFullPath(request.Source.File) ? new Refusal.WouldReplaceScenario()
            : OutputPath.Objection(file, ".yaml", request.MayReplace) is { } unwritable ? unwritable
            : reading.CalibratedInputs.Count + figures.Count > 2 && exact is not null
                ? new Refusal.NoTolerance($"{exact.Measure} of {exact.Deployment} = {exact.Written}")
            : null;
    }

    // What is asked, as it was read; no reading with fits where the file itself has mistakes.
    private sealed record Asked(ScenarioReading Before, ScenarioReading? Reading, IReadOnlyList<StatedFigure> Figures, Refusal? Why)
    {
        public static Asked Of(CalibrationRequest request)
        {
            // Once without the fits, so that a mistake of the file's is told as such, and what stood there before is
            // known.
            ScenarioReading before = request.Source.Read();
            if (before.Scenario is null)
            {
                return new Asked(before, null, [], new Refusal.Problems(before.Problems));
            }

            ScenarioReading reading = ScenarioReader.ReadFile(
                request.Source.File,
                new ReadingOptions
                {
                    Overrides = request.Source.Overrides,
                    Fits = request.Fits,
                    Files = request.Source.Files,
                }
            );
            (IReadOnlyList<StatedFigure> figures, IReadOnlyList<Problem> problems) = StatedFigureReader.Read(
                request.Figures,
                before.Scenario
            );
            Problem[] errors = [.. reading.Problems.Concat(problems).Where(p => p.IsError)];
            return new Asked(
                before,
                reading,
                figures,
                errors.Length > 0 ? new Refusal.Problems(errors) : Objection(request, reading, figures)
            );
        }
    }

    private sealed class Work(
        Workspace workspace,
        CalibrationRequest request,
        Effort effort,
        ScenarioReading before,
        ScenarioReading reading,
        IReadOnlyList<StatedFigure> figures,
        IObserveDesign observer,
        CancellationToken stop
    )
    {
        private readonly IReadOnlyList<UncertainInput> inputs = reading.CalibratedInputs;
        private readonly CalibrationScale[] scales = [.. reading.CalibratedInputs.Select(input => CalibrationScale.Of(reading, input))];
        private readonly CalibrationTarget[] targets =
        [
            .. figures.Select(f => new CalibrationTarget(MeasureCatalog.Find(f.Measure)!, f.Deployment, f.Value, f.GiveOrTake)),
        ];

        public CalibrationStudyOutcome Do()
        {
            string scenarioFolder = OutputFolder.Of(workspace.Results, request.Source.File);
            string path = $"{scenarioFolder}-calibrated";
            if (!OutputFolder.TryMake(path, out SaveFailure? noFolder))
            {
                return new CalibrationStudyOutcome.NotSaved(noFolder, HoldsReplications: false);
            }

            using ResultFolder? folder = ResultFolder.Open(path, observer.Waiting, stop);
            if (folder is null)
            {
                return new CalibrationStudyOutcome.Stopped(WasWaiting: true, HoldsReplications: false);
            }

            CalibrationOptions options = Options();
            observer.Planned(Plan(folder, options));
            DesignEnd<CalibrationOutcome> end = DesignSimulation.Run(
                folder,
                scenarioFolder,
                observer,
                (store, progress) =>
                    ScenarioCalibration.Run(
                        UncertainFile.Of(reading, inputs),
                        targets,
                        options with
                        {
                            Store = store,
                            Executors = ServedDesign.Of(effort.Cluster, reading, inputs, options.Seed, options.Replications),
                            Progress = progress,
                        },
                        stop
                    ),
                stop
            );
            return end switch
            {
                { Result: CalibrationOutcome.Calibrated calibrated } => Save(Report(calibrated.Result), scenarioFolder),
                { Result: { } failed } => new CalibrationStudyOutcome.NoFit(failed, targets, [.. scales.Select((_, i) => Scale(i, null))]),
                { NotSaved: { } why } => new CalibrationStudyOutcome.NotSaved(why, folder.HoldsChunks),
                { NotSimulated: { } why } => new CalibrationStudyOutcome.NotSimulated(why),
                { Failed: { } why } => new CalibrationStudyOutcome.Failed(why),
                _ => new CalibrationStudyOutcome.Stopped(WasWaiting: false, folder.HoldsChunks),
            };
        }

        private CalibrationStudyOutcome Save(CalibrationReport report, string scenarioFolder)
        {
            string file = FittedScenario.PathOf(request);
            string target = Path.GetDirectoryName(Path.GetFullPath(file))!;
            string? picture = null;
            string scenarioKey = ScenarioKey.Of(
                before.Scenario!,
                [.. before.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written, u.Places))]
            );
            string path = Path.Combine(scenarioFolder, $"{OutputFolder.CalibrationBeginning}{KeyOf(scenarioKey, report.Result)[..8]}");
            try
            {
                string text = new FittedScenario(before, reading, figures, request.Source.Files).Text(report, file);
                file = FreeFile.Write(file, Encoding.UTF8.GetBytes(text), request.MayReplace);
                target = path;
                using ResultFolder? folder = ResultFolder.Open(path, observer.Waiting, stop);
                if (folder is null)
                {
                    return new CalibrationStudyOutcome.Stopped(WasWaiting: true, HoldsReplications: true);
                }

                if (FigureCatalog.Of(report) is { } figure)
                {
                    picture = FigureFile.Files(figure).Select(f => folder.Write($"figures/{f.Name}", f.Content)).ToArray()[0];
                }

                new StoredFinding
                {
                    Kind = FindingKind.Calibration,
                    Scenario = ManifestScenario.Of(before),
                    ScenarioKey = scenarioKey,
                    Date = report.Provenance.Date,
                    Headline = FindingParts.Headline(report),
                    Made = Path.GetFileName(file),
                    Parts = FindingParts.Of(report),
                }.Write(folder);
                folder.Write("calibration.json", Encoding.UTF8.GetBytes(CalibrationJson.Write(report, file) + "\n"));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new CalibrationStudyOutcome.NotSaved(SaveFailure.Of(problem, target), HoldsReplications: true)
                {
                    File = target == path ? file : null,
                };
            }

            return new CalibrationStudyOutcome.Completed(
                report,
                file,
                path,
                picture,
                new RunRequest { Source = new ScenarioSource { File = file } }
            )
            {
                Taken = FittedScenario.PathOf(request) is var asked && file != asked ? asked : null,
            };
        }

        private string KeyOf(string scenarioKey, CalibrationResult result) =>
            CanonicalText.Hash(
                new object?[] { scenarioKey, request.Fits, request.Figures, result.Replications, result.Seed, request.MostDraws }
            );

        private CalibrationOptions Options()
        {
            var options = new CalibrationOptions
            {
                Replications = request.Replications ?? Math.Max(2, before.Scenario!.Experiment.Replications),
                Seed = request.Source.Seed ?? before.Scenario!.Experiment.Seed,
                Jobs = effort.Jobs,
                Round = (i, value, interval) => scales[i].Round(value, interval.Low, interval.High),
                IsWhole = i => inputs[i].IsWhole,
            };
            return request.MostDraws is { } most ? options with { MostDraws = most } : options;
        }

        private DesignPlan Plan(ResultFolder folder, CalibrationOptions options) =>
            new(
                folder.Id,
                ScenarioCalibration.AveragesOf(inputs.Count, targets.Length),
                targets.Select(t => t.Deployment).Distinct().Count(),
                options.Replications,
                effort.Threads
            )
            {
                IsElsewhere = effort.Cluster is not null,
                IsRough = true,
                Trial = inputs.Count == 1 && targets.Length == 1 ? null : new TrialPlan(options.MostDraws, options.EnoughKept),
            };

        private CalibrationReport Report(CalibrationResult result) =>
            new()
            {
                Result = result,
                Scales = [.. result.Unknowns.Select((unknown, i) => Scale(i, unknown))],
                Provenance = Origin.Of(
                    ManifestScenario.Of(before),
                    "calibration",
                    workspace.Now,
                    ProgramVersion.Number,
                    workspace.Wording.Of(request)
                ) with
                {
                    Uncertain = [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written, u.Places))],
                },
                LengthHours = before.Scenario!.LengthHours,
                TraffickersAdapt = before.Scenario.Adapts,
            };

        private UnknownScale Scale(int i, CalibratedInput? fitted) =>
            new(
                inputs[i].Path,
                scales[i].PerBaseUnit,
                scales[i].Unit,
                before.UncertainInputs.FirstOrDefault(u => u.Path == inputs[i].Path) is { } uncertain
                    ? $"uncertain {uncertain.Written}"
                    : before.Resolved.Values().FirstOrDefault(v => v.Path == inputs[i].Path).Value ?? "not stated",
                fitted is null ? string.Empty : scales[i].Write(fitted.Value)
            )
            {
                Label = PathWords.Of(inputs[i].Path, before.Scenario, inputs[i].Places).Heading,
                Uncertain = fitted is null ? null : scales[i].WriteUncertain(fitted.Value, fitted.Interval.Low, fitted.Interval.High),
            };
    }
}
