using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>Where, of which kind and when firearms are seized, as far as a scenario tells them apart.</summary>
internal static class BreakdownSections
{
    private const string Seized = "firearms_seized";
    private const string Rate = "seizure_rate";

    /// <param name="report">Takes the tables.</param>
    /// <param name="page">The page.</param>
    /// <param name="shown">The deployments that have a column.</param>
    public static void Write(IReportMedium report, ReportPage page, DeploymentResult[] shown)
    {
        string[] checkpoints = [.. Entries(page, Dimension.Checkpoint)];
        if (checkpoints.Length > 0)
        {
            Table("Firearms seized by checkpoint", "Checkpoint", checkpoints, page.Study.Scenario.LabelOfCheckpoint, At);
            SecondarySections.Write(report, page, shown);
        }
        else
        {
            report.Paragraph("The scenario has no checkpoints.");
        }

        string[] kinds = [.. Entries(page, Dimension.Kind)];
        if (kinds.Length > 1)
        {
            Table(
                "Firearms seized by kind, and their share of all that leave of that kind",
                "Kind",
                kinds,
                kind => Labels.Of(kind, null),
                OfKind
            );
        }

        string[] windows = [.. Entries(page, Dimension.Window)];
        if (windows.Length > 0)
        {
            Table("Firearms seized by part of the period", "Part", windows, window => Window(page, window), During);
        }

        void Table(
            string caption,
            string what,
            IEnumerable<string> entries,
            Func<string, string> label,
            Func<DeploymentResult, string, string> cell
        ) =>
            AnswerSections.Numbers(
                report,
                $"{caption}, with 95% intervals.{Which(page, shown)}",
                [what, .. shown.Select(d => "#" + d.Label)],
                entries.Select(entry => (IReadOnlyList<string>)[label(entry), .. shown.Select(d => cell(d, entry))])
            );
    }

    private static IEnumerable<string> Entries(ReportPage page, Dimension dimension) =>
        page.View.Baseline.By.TryGetValue(dimension, out var entries) ? entries.Keys : [];

    private static string Which(ReportPage page, DeploymentResult[] shown) =>
        shown.Length < page.Study.Deployments.Count
            ? $" {Plain.List([.. shown.Select(d => d.Label)])} of {page.Study.Deployments.Count} deployments."
            : string.Empty;

    private static string At(DeploymentResult d, string checkpoint) => Count(Breakdown.Of(d, Dimension.Checkpoint, checkpoint, Seized));

    private static string During(DeploymentResult d, string window) => Count(Breakdown.Of(d, Dimension.Window, window, Seized));

    private static string OfKind(DeploymentResult d, string kind) =>
        InLine(Count(Breakdown.Of(d, Dimension.Kind, kind, Seized)))
        + $"\n{MeasureScale.Of(MeasureCatalog.Find(Rate)!).ValueWithInterval(Breakdown.Of(d, Dimension.Kind, kind, Rate))}";

    // The interval in brackets behind the number.
    private static string InLine(string count) => count.Split('\n') is [var number, var interval] ? $"{number} ({interval})" : count;

    private static string Window(ReportPage page, string name)
    {
        NamedWindow window = page.Study.Scenario.Windows[name];
        return $"{Labels.Of(name, window.Label)}\n{window.From:yyyy-MM-dd} to {window.To:yyyy-MM-dd}";
    }

    /// <summary>An average count, and its interval on a line of its own.</summary>
    public static string Count(Estimate e) =>
        e switch
        {
            { Mean: null } => Plain.Undefined,
            { Mean: { } mean, Low: { } low, High: { } high } when low < high =>
                $"{Digits.Counted(mean, low, high)}\n{Digits.CountedEnds(mean, low, high)}",
            _ => Digits.Counted(e.Mean.Value),
        };
}
