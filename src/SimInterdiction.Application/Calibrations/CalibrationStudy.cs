using System.Globalization;
using System.Text;
using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Calibration;

namespace SimInterdiction.Cli.Running;

/// <summary>Fits, tells, and writes the fitted scenario and the figure.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="before">The file as it is, without errors.</param>
/// <param name="reading">The file with what shall be fitted, without errors.</param>
/// <param name="figures">What to fit to.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes what went wrong.</param>
internal sealed class Calibrating(
    CalibrateRequest request,
    ScenarioReading before,
    ScenarioReading reading,
    IReadOnlyList<StatedFigure> figures,
    TextWriter output,
    TextWriter error
)
{
    private readonly IReadOnlyList<UncertainInput> inputs = reading.CalibratedInputs;
    private readonly CalibrationScale[] scales = [.. reading.CalibratedInputs.Select(input => CalibrationScale.Of(reading, input))];
    private readonly CalibrationTarget[] targets =
    [
        .. figures.Select(f => new CalibrationTarget(MeasureCatalog.Find(f.Measure)!, f.Deployment, f.Value, f.GiveOrTake)),
    ];
    private readonly string file = Path.Combine(
        Path.GetDirectoryName(request.File) ?? string.Empty,
        request.Save ?? $"{Path.GetFileNameWithoutExtension(request.File)}-fitted.yaml"
    );

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Execute()
    {
        if (WhyNot() is { } reason)
        {
            error.WriteLine($"simint: {reason}");
            return ExitCode.Usage;
        }

        using var stop = new StopSignal();
        string scenarioFolder = OutputFolder.Of(request.Results, request.File);
        using AnalysisFolder? folder = AnalysisFolder.Open($"{scenarioFolder}-calibrated", error, stop.Token);
        if (folder is null)
        {
            return ExitCode.StoppedAndSaved;
        }

        try
        {
            var progress = new DesignPointProgress(error, folder.Id);
            CalibrationOptions options = Options() with { Store = folder.Store(scenarioFolder, progress.Tell) };
            progress.Announce(Cost(options));
            return Tell(
                progress.While(options.Store, watch =>
                    ScenarioCalibration.Run(UncertainFile.Of(reading, inputs), targets, options with { Progress = watch }, stop.Token)
                ),
                folder
            );
        }
        catch (OperationCanceledException) when (stop.WasAsked)
        {
            error.WriteLine("Stopped; the replications done so far are saved. To carry on, run the same command again.");
            return ExitCode.StoppedAndSaved;
        }
    }

    private int Tell(CalibrationOutcome outcome, AnalysisFolder folder)
    {
        if (outcome is not CalibrationOutcome.Calibrated { Result: { } result })
        {
            foreach (
                string line in TerminalTable.Wrap(
                    "simint: " + CalibrationWords.Failure(outcome, targets, [.. scales.Select((s, i) => Scale(i, null))]),
                    string.Empty
                )
            )
            {
                error.WriteLine(line);
            }

            return ExitCode.RunFailed;
        }

        Tell(result, folder);
        return ExitCode.Ok;
    }

    private string? WhyNot()
    {
        string[] exact = [.. figures.Where(f => f.GiveOrTake == 0).Select(f => $"'{f.Measure} of {f.Deployment} = {f.Written}'")];
        return request.Save is { } name && Path.GetFileName(name) != name
                ? $"'{name}' is not beside the scenario, where the fitted file must stand to be based on it: give a name without folders."
            : Path.GetFullPath(file) == Path.GetFullPath(request.File)
                ? "the fitted scenario can't replace the one it is based on; give another name to --save."
            : File.Exists(file) && !request.IsForced ? $"'{file}' is there already. --save takes another name; --force overwrites it."
            : inputs.Count + figures.Count > 2 && exact.Length > 0
                ? $"with several numbers or figures, each figure needs how far off it may be: {exact[0]} needs +- and a number."
            : null;
    }

    private CalibrationOptions Options()
    {
        var options = new CalibrationOptions
        {
            Replications = request.Replications ?? Math.Max(2, before.Scenario!.Experiment.Replications),
            Seed = request.Seed ?? before.Scenario!.Experiment.Seed,
            Jobs = request.Jobs,
            Round = (i, value, interval) => scales[i].Round(value, interval.Low, interval.High),
            IsWhole = i => inputs[i].IsWhole,
        };
        return request.MostDraws is { } most ? options with { MostDraws = most } : options;
    }

    private string Cost(CalibrationOptions options)
    {
        string deployments = Plain.Count(targets.Select(t => t.Deployment).Distinct().Count(), "deployment");
        string cores = Plain.Count(request.Threads, "core");
        string averages =
            $"about {ScenarioCalibration.AveragesOf(inputs.Count, targets.Length)} settings x {deployments} x "
            + $"{options.Replications:N0} replications on {cores}.";
        return inputs.Count == 1 && targets.Length == 1
            ? $"A{averages[1..]}"
            : $"Up to {options.MostDraws:N0} settings x {deployments}, one period each, until {options.EnoughKept:N0} fit; then {averages}";
    }

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
            Uncertain = fitted is null ? null : scales[i].WriteUncertain(fitted.Value, fitted.Interval.Low, fitted.Interval.High),
        };

    private void Tell(CalibrationResult result, AnalysisFolder folder)
    {
        var report = new CalibrationReport
        {
            Result = result,
            Scales = [.. result.Unknowns.Select((unknown, i) => Scale(i, unknown))],
            Provenance = Origin(),
            LengthHours = before.Scenario!.LengthHours,
            TraffickersAdapt = before.Scenario.Adapts,
        };
        WholeFile.Write(file, file + ".part", Encoding.UTF8.GetBytes(CalibratedText(report)));
        if (request.AsJson)
        {
            output.WriteLine(CalibrationJson.Write(report, file));
        }
        else
        {
            foreach (string line in CalibrationText.Lines(report))
            {
                output.WriteLine(line);
            }

            output.WriteLine();
            output.WriteLine($"  Written  {file}");
        }

        Draw(report, folder);
        if (!request.AsJson)
        {
            output.WriteLine($"  Next     simint run {file}");
        }
    }

    private void Draw(CalibrationReport report, AnalysisFolder folder)
    {
        if (RidgeFigure.Make(report) is not { } figure)
        {
            return;
        }

        string[] saved = [.. FigureFile.Files(figure).Select(f => folder.Write(f.Name, f.Content))];
        if (!request.AsJson)
        {
            output.WriteLine($"  Figure   {saved[0]}");
        }
    }

    private string CalibratedText(CalibrationReport report)
    {
        string date = report.Provenance.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string fittedTo = string.Join(
            " and ",
            report.Result.Targets.Zip(figures, (t, f) => $"{CalibrationReport.NameOf(t.Target)} = {f.Written}")
        );
        string made =
            $"{date}, SimInterdiction {report.Provenance.Version}, seed {report.Result.Seed}, "
            + $"{report.Result.Replications} replications, {before.FileName} of SHA-256 {before.Sha256}";
        IEnumerable<CalibratedValue> values = report.Result.Unknowns.Select(
            (unknown, i) =>
                new CalibratedValue(
                    inputs[i],
                    unknown.Value,
                    unknown.Interval.Low,
                    unknown.Interval.High,
                    $"fitted by simint calibrate to {fittedTo}; {made}; 95 of 100 such fits hold the true value within "
                        + $"{report.Scales[i].Span(unknown.Interval.Low, unknown.Interval.High)}"
                )
        );
        string[] comments =
        [
            $"{before.FileName} with values fitted to given figures. Synthetic shipments: the values are as good as the "
                + "figures and the model.",
            $"Made by: {report.Provenance.Command}",
            $"{made}.",
            .. report.Result.Unknowns.Select(
                (unknown, i) =>
                    $"{inputs[i].Path}: {report.Scales[i].Calibrated}, before {report.Scales[i].Before}; "
                    + $"{report.Scales[i].Span(unknown.Interval.Low, unknown.Interval.High)} in 95 of 100 such fits."
            ),
            .. report.Result.Targets.Select(check => $"{CalibrationReport.NameOf(check.Target)}: {CalibrationWords.Met(check)}."),
            .. report.Result.Entangled.Select(pair => CalibrationWords.Entangled(pair, report)),
        ];
        string text = CalibratedFile.Write(reading, [.. values], comments);
        ScenarioReading again = ScenarioReader.ReadText(text, Path.GetFileName(file), Path.GetDirectoryName(Path.GetFullPath(file)));
        return again.Scenario is not null
            ? text
            : throw new InvalidOperationException(
                $"the fitted scenario does not read back: {again.Problems.First(p => p.IsError).Message}"
            );
    }

    private Provenance Origin() =>
        new()
        {
            ScenarioFile = before.FileName,
            Sha256 = before.Sha256,
            Run = "calibration",
            Version = ProgramVersion.Number,
            Date = DateTime.Now,
            Command = request.ToCommand(),
            ElapsedSeconds = 0,
            Uncertain = [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written))],
            ResolvedYaml = string.Empty,
        };
}
