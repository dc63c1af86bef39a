using System.Globalization;
using SimInterdiction.Application.Requests;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Calibration;

namespace SimInterdiction.Application.Calibrations;

/// <summary>The scenario file that a calibration writes: based on the one it was made from, with each fitted number and
/// where it comes from.</summary>
/// <param name="before">The scenario as it was.</param>
/// <param name="reading">The same with what is fitted.</param>
/// <param name="figures">What it is fitted to.</param>
/// <param name="files">What the scenario's files held; null for what they hold.</param>
internal sealed class FittedScenario(
    ScenarioReading before,
    ScenarioReading reading,
    IReadOnlyList<StatedFigure> figures,
    ScenarioFiles? files
)
{
    /// <summary>Where it is written: beside the scenario.</summary>
    public static string PathOf(CalibrationRequest request) =>
        Path.Combine(
            Path.GetDirectoryName(request.Source.File) ?? string.Empty,
            request.Save ?? $"{Path.GetFileNameWithoutExtension(request.Source.File)}-fitted.yaml"
        );

    /// <param name="report">What came out.</param>
    /// <param name="file">Where it will stand.</param>
    /// <exception cref="InvalidOperationException">It would not read back.</exception>
    public string Text(CalibrationReport report, string file)
    {
        string date = report.Provenance.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string fittedTo = string.Join(
            " and ",
            report.Result.Targets.Zip(figures, (t, f) => $"{CalibrationReport.NameOf(t.Target)} = {f.Written}")
        );
        string made =
            $"{date}, SimInterdiction {report.Provenance.Version}, seed {report.Result.Seed}, "
            + $"{report.Result.Replications} replications, {before.FileName} of SHA-256 {before.Sha256}";
        IReadOnlyList<UncertainInput> inputs = reading.CalibratedInputs;
        IEnumerable<CalibratedValue> values = report.Result.Unknowns.Select(
            (unknown, i) =>
                new CalibratedValue(
                    inputs[i],
                    unknown.Value,
                    unknown.Interval.Low,
                    unknown.Interval.High,
                    $"fitted to {fittedTo}; {made}; 95 of 100 such fits hold the true value within "
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
        ScenarioReading again = ScenarioReader.ReadText(
            text,
            Path.GetFileName(file),
            Path.GetDirectoryName(Path.GetFullPath(file)),
            new ReadingOptions { Files = files }
        );
        return again.Scenario is not null
            ? text
            : throw new InvalidOperationException(
                $"the fitted scenario does not read back: {again.Problems.First(p => p.IsError).Message}"
            );
    }
}
