using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>Who is where and when under each deployment, to hang up.</summary>
internal static class RosterSections
{
    private const string Elsewhere = "They are in report.html and on the sheet Roster of results.xlsx.";

    /// <summary>The rosters of all deployments: those that the answer speaks of come first.</summary>
    public static void Write(IReportMedium report, ReportPage page)
    {
        DeploymentResult[] all =
        [
            .. page.View.Spoken.Concat(page.View.Ranked.Select(page.View.Deployment)).Distinct().Where(d => Rows(page, d).Count > 0),
        ];
        if (all.Length == 0)
        {
            report.Paragraph("No deployment posts a team.");
            return;
        }

        report.Paragraph("Hours are those of the shift that starts on each day.");
        report.Series(
            "Weekly rosters",
            Elsewhere,
            [.. all.Select(d => new SeriesPiece(d.Label, medium => InFull(medium, page, d), medium => InShort(medium, page, d)))]
        );
    }

    private static IReadOnlyList<RosterRow> Rows(ReportPage page, DeploymentResult deployment) =>
        Roster.Of(page.Study.Scenario, deployment.Name);

    private static void InFull(IReportMedium report, ReportPage page, DeploymentResult deployment) =>
        Table(report, $"Weekly roster: {deployment.Label}", Rows(page, deployment));

    // What is otherwise than under the baseline.
    private static void InShort(IReportMedium report, ReportPage page, DeploymentResult deployment)
    {
        IReadOnlyList<RosterRow> rows = Rows(page, deployment);
        IReadOnlyList<RosterRow> changed = Roster.Changed(rows, Rows(page, page.View.Baseline));
        string title = $"Weekly roster: {deployment.Label}";
        string baseline = page.View.Baseline.Label;
        if (changed.Count == 0)
        {
            report.Paragraph($"{title}. As {baseline}.");
        }
        else if (changed.Count < rows.Count)
        {
            string gone = changed.Any(row => row.Days.All(hours => hours == Plain.Dash)) ? $"; {Plain.Dash}: not there" : string.Empty;
            Table(report, $"{title}. As {baseline} but for these{gone}", changed);
        }
        else
        {
            InFull(report, page, deployment);
        }
    }

    // One column for all days where they are alike.
    private static void Table(IReportMedium report, string caption, IReadOnlyList<RosterRow> rows)
    {
        bool hasRemarks = rows.Any(row => row.Remarks.Length > 0);
        bool isDaily = rows.All(row => row.Days.Distinct().Count() == 1);
        report.Table(
            caption,
            [
                .. isDaily ? new[] { "Place", "Task force", "Team", "Every day" } : ["Place\nTask force", "Team", .. Roster.DaysOfWeek],
                .. hasRemarks ? new[] { "Remarks" } : [],
            ],
            rows.Select(row =>
                (IReadOnlyList<string>)
                    [
                        .. isDaily
                            ? new[] { row.Place, row.TaskForce, row.Team, row.Days[0] }
                            : [$"{row.Place}\n{row.TaskForce}", row.Team, .. row.Days],
                        .. hasRemarks ? new[] { row.Remarks } : [],
                    ]
            )
        );
    }
}
