using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Ridge;

/// <summary>The figure <c>ridge</c>: the settings of two unknowns that come to the given figures,
/// among all that were tried.</summary>
public sealed record RidgeFigure : FigureContent
{
    // More dots hide each other and make the file large; the CSV has all.
    private const int MostDots = 1200;

    /// <summary>The unknown along the level axis, and the one along the upright axis.</summary>
    public required (UnknownScale Across, UnknownScale Up) Scales { get; init; }

    /// <summary>Ranges searched, in the planner's units.</summary>
    public required ((double Low, double High) Across, (double Low, double High) Up) Ranges { get; init; }

    /// <summary>Settings that fit, in the planner's units.</summary>
    public required IReadOnlyList<(double Across, double Up)> Kept { get; init; }

    /// <summary>Settings that don't.</summary>
    public required IReadOnlyList<(double Across, double Up)> Others { get; init; }

    /// <summary>The setting that was written down.</summary>
    public required (double Across, double Up) Calibrated { get; init; }

    public override Scene Draw() => RidgeDrawing.Draw(this);

    /// <summary>The figure of the pair that hangs together most, or of the first two unknowns; null with one unknown,
    /// or where no settings were tried.</summary>
    public static RidgeFigure? Analyse(CalibrationReport report) =>
        report.Result.Draws is { } draws && report.Result.Unknowns.Count > 1
            ? Analyse(report, draws, report.Result.Entangled is [var closest, ..] ? closest : null)
            : null;

    private static RidgeFigure Analyse(CalibrationReport report, BeliefDraws draws, Entanglement? pair)
    {
        (int first, int second) = (pair?.First ?? 0, pair?.Second ?? 1);
        (UnknownScale across, UnknownScale up) = (report.Scales[first], report.Scales[second]);
        CalibratedInput[] unknowns = [.. report.Result.Unknowns];
        string about = pair is null
            ? $"The given figures fix {across.ShortName} and {up.ShortName} apart from each other."
            : CalibrationWords.Entangled(pair, report);
        IEnumerable<string> figures =
            from target in report.Result.Targets
            select $"{CalibrationReport.NameOf(target.Target)} = {CalibrationWords.Figure(target.Target)}";
        return new RidgeFigure
        {
            Words = new FigureWords
            {
                Title =
                    pair is null ? $"The given figures pin down {across.ShortName} and {up.ShortName} separately"
                    : pair.IsProduct ? $"The given figures fix only the product of {across.ShortName} and {up.ShortName}"
                    : $"The given figures fix {across.ShortName} and {up.ShortName} only together",
                Subtitle = $"Settings tried, and those whose {Plain.Period(report.LengthHours)} came to {Plain.List([.. figures])}.",
                HowToRead =
                    "How to read: filled dots are settings that fit, each as well as another; pale ones don't. A long ridge: "
                    + "believe neither value by itself. Diamond: written down.",
                Provenance = new ProvenanceBlock(ProvenanceBlock.SyntheticWarning, Source(report, draws), report.NotCovered),
                AltText =
                    $"{about} {Plain.Count(draws.All.Count, "setting")} tried, {draws.Kept.Count} fit. Written down: "
                    + $"{across.Name} {across.Calibrated}, {up.Name} {up.Calibrated}.",
            },
            Scales = (across, up),
            Ranges = (RangeOf(first), RangeOf(second)),
            Kept = [.. draws.Kept.Take(MostDots).Select(At)],
            Others = [.. draws.All.Where(d => !(d.Distance <= 1)).Take(MostDots).Select(At)],
            Calibrated = (unknowns[first].Value * across.Factor, unknowns[second].Value * up.Factor),
            Csv = Data(report, draws),
        };

        (double, double) At(PriorDraw draw) => (draw.Parameters[first] * across.Factor, draw.Parameters[second] * up.Factor);

        (double, double) RangeOf(int i) =>
            (unknowns[i].Input.Low * report.Scales[i].Factor, unknowns[i].Input.High * report.Scales[i].Factor);
    }

    private static string Source(CalibrationReport report, BeliefDraws draws) =>
        string.Join(
            "  |  ",
            $"{Plain.Count(draws.All.Count, "setting")}, {Plain.Duration(report.LengthHours)} each, seed {report.Result.Seed}",
            ProvenanceBlock.Files(report.Provenance),
            report.Provenance.Command,
            $"SimInterdiction {report.Provenance.Version}",
            report.Provenance.Date.ToString("d MMM yyyy HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture)
        );

    private static string Data(CalibrationReport report, BeliefDraws draws)
    {
        var csv = new CsvText([
            .. report.Scales.Select(s => s.Name + s.Unit),
            .. report.Result.Targets.Select(t => CalibrationReport.NameOf(t.Target)),
            "fits",
        ]);
        foreach ((PriorDraw draw, double[] simulated) in draws.All.Zip(draws.Simulated))
        {
            csv.Row([
                .. draw.Parameters.Zip(report.Scales, (value, scale) => (object)(value * scale.Factor)),
                .. simulated.Cast<object>(),
                draw.Distance <= 1 ? "yes" : "no",
            ]);
        }

        return csv.ToString();
    }
}
