using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>Which numbers fit given figures.</summary>
internal static class CalibrationFindings
{
    public static void Write(IReportMedium report, CalibrationReport fit)
    {
        report.Paragraph(CalibrationText.About(fit));
        report.Table(
            "Numbers fitted; 95 of 100 such fits hold the true value, where the model is right",
            ["Number", "Before", "#Fitted", "#95 of 100 fits", "#Simulation error alone", "#Searched"],
            fit.Result.Unknowns.Zip(fit.Scales, Row)
        );
        report.List(fit.Result.Unknowns.Zip(fit.Scales, (unknown, scale) => $"{scale.Label}: {CalibrationText.Told(unknown, scale)}"));
        report.Table(
            "Figures that they were fitted to",
            ["Figure", "Given, simulated, and whether it is met"],
            fit.Result.Targets.Select(check =>
                (IReadOnlyList<string>)
                    [
                        $"{check.Target.Measure.Label}, {Labels.Of(check.Target.Deployment, null)}\n"
                            + CalibrationReport.NameOf(check.Target),
                        Plain.Capital(CalibrationWords.Met(check)),
                    ]
            )
        );
        foreach (string remark in CalibrationText.Remarks(fit))
        {
            report.Paragraph(remark);
        }
    }

    private static IReadOnlyList<string> Row(CalibratedInput unknown, UnknownScale scale) =>
        [
            $"{scale.Label}\n{scale.Name}",
            scale.Before,
            scale.Calibrated.Replace('_', ','),
            unknown.Fits ? scale.Span(unknown.Interval.Low, unknown.Interval.High) : Plain.Dash,
            unknown.SimulationError is { } error ? scale.Span(error.Low, error.High) : Plain.Dash,
            scale.Span(unknown.Input.Low, unknown.Input.High),
        ];
}
