using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>What a question beyond a run came to, in the words and tables that reports have for it.</summary>
public static class FindingParts
{
    /// <summary>What could flip an answer.</summary>
    public static IReadOnlyList<ReportPart> Of(SensitivityView view) => Collected(parts => SensitivityFindings.Write(parts, view));

    /// <summary>The same in a sentence.</summary>
    public static string Headline(SensitivityView view) =>
        Plain.Sentence(
            view.Result.Method switch
            {
                SensitivityMethod.Tornado => SensitivityAnswer.Of(view).Headline,
                SensitivityMethod.Morris => SensitivityTable.FirstMover(view),
                SensitivityMethod.Sobol => SensitivityTable.FirstShare(view),
                SensitivityMethod.Map => MapAnswer.Of(view),
                SensitivityMethod.Discover => DiscoveryAnswer.Of(view).Headline,
                _ => VerdictLines.Headline(view),
            }
        );

    /// <summary>The best deployment under limits.</summary>
    public static IReadOnlyList<ReportPart> Of(StudyOptimization found) =>
        Collected(parts => OptimizationSections.Write(parts, found, placeFigure: () => { }));

    /// <summary>Numbers that fit given figures.</summary>
    public static IReadOnlyList<ReportPart> Of(CalibrationReport report) => Collected(parts => CalibrationFindings.Write(parts, report));

    /// <summary>The same in a sentence.</summary>
    public static string Headline(CalibrationReport report) =>
        Plain.Sentence(string.Join("; ", report.Scales.Select(scale => $"{scale.Label} fitted at {scale.Calibrated.Replace('_', ',')}")));

    private static IReadOnlyList<ReportPart> Collected(Action<PartsMedium> write)
    {
        var parts = new PartsMedium();
        parts.Paragraph(ProvenanceBlock.SyntheticWarning);
        write(parts);
        return parts.Parts;
    }
}
