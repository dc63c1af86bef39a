using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>The measures beside the one that deployments are compared by.</summary>
internal static class MeasureSections
{
    private const int MostColumns = 4;

    /// <summary>The measures the scenario also asks for, with their differences.</summary>
    public static void AlsoReported(IReportMedium report, ReportPage page, DeploymentResult[] order)
    {
        Measure[] measures =
        [
            .. page.Study.Scenario.Experiment.AlsoReport.Select(MeasureCatalog.Find).OfType<Measure>().Where(m => m != page.Study.Measure),
        ];
        if (measures.Length <= MostColumns)
        {
            Also(report, page, order, measures);
        }
        else
        {
            Also(report, page, order, measures[..MostColumns]);
            string others = Plain.List([.. measures[MostColumns..].Select(m => Plain.Small(m.Label))]);
            report.Reference($"Also reported: {others}", medium => Also(medium, page, order, measures[MostColumns..]));
        }
    }

    private static void Also(IReportMedium report, ReportPage page, DeploymentResult[] order, Measure[] measures)
    {
        if (measures.Length > 0)
        {
            AnswerSections.Numbers(
                report,
                "Also reported: the average, and beneath it the difference from the baseline, with 95% intervals",
                ["Deployment", .. measures.Select(m => "#" + m.Label)],
                order.Select(d =>
                    (IReadOnlyList<string>)
                        [
                            (d == page.View.Baseline ? "*" : string.Empty) + d.Label,
                            .. measures.Select(m => Also(page, d, m, LastPlace(page, m))),
                        ]
                )
            );
        }
    }

    private const int MostDigits = 4;

    // One place for a measure's averages and differences, as fine as its best known difference: so they add up
    // to within one of that place. Whole numbers that do not vary are told whole.
    private static int? LastPlace(ReportPage page, Measure measure)
    {
        MeasureScale scale = MeasureScale.Of(measure);
        IEnumerable<(double? Value, double? Low, double? High)> differences = page
            .Study.AlsoCompared.Where(c => c.Measure == measure.Name && c.Low < c.High)
            .Select(c => (c.Difference, c.Low, c.High));
        IEnumerable<(double? Value, double? Low, double? High)> averages = page
            .Study.Deployments.Select(d => StudyView.MeasureOf(d, measure.Name))
            .Select(e => (e.Mean, e.Low, e.High));
        int[] places =
        [
            .. (differences.Any() ? differences : averages)
                .Where(x => x.Value is not null)
                .Select(x => Digits.PlaceOf(x.Value!.Value * scale.Factor, x.Low * scale.Factor, x.High * scale.Factor)),
        ];
        double largest = page.Study.Deployments.Max(d => Math.Abs(StudyView.MeasureOf(d, measure.Name).Mean ?? 0)) * scale.Factor;
        int finest = largest > 0 ? (int)Math.Floor(Math.Log10(largest)) - (MostDigits - 1) : 0;
        if (averages.All(x => x.Value is null || IsWhole(x)))
        {
            return 0;
        }

        return places.Length > 0 ? Math.Max(scale.Finest ?? finest, Math.Max(finest, places.Min())) : null;
    }

    private static bool IsWhole((double? Value, double? Low, double? High) x) =>
        x.Value is { } value && Digits.IsExact(value, x.Low, x.High) && value == Math.Round(value);

    private static string Also(ReportPage page, DeploymentResult d, Measure measure, int? place)
    {
        switch (measure.Name)
        {
            case MeasureCatalog.DisplacementTakesBack:
                return DisplacementWords.Cancelled(d);
            case MeasureCatalog.Displacement:
                return DisplacementWords.Share(StudyView.MeasureOf(d, measure.Name));
            default:
                break;
        }

        MeasureScale scale = MeasureScale.Of(measure) with { Place = place };
        string value = scale.ValueWithInterval(StudyView.MeasureOf(d, measure.Name));
        Comparison? difference = page.Study.AlsoCompared.FirstOrDefault(c => c.Deployment == d.Name && c.Measure == measure.Name);
        MeasureScale ofDifference =
            measure.Name == MeasureCatalog.Cost ? scale with { Place = page.View.MoneyPlace(d, page.View.Baseline) } : scale;
        double? from = StudyView.MeasureOf(page.View.Baseline, measure.Name).Mean;
        return difference is null ? value : $"{value}\n{ofDifference.InSentence.DifferenceWithUnit(difference, from)}";
    }
}
