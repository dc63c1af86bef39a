using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>What is referred to secondary inspection, and how long it waits there; nothing where no team has
/// it.</summary>
internal static class SecondarySections
{
    /// <summary>A table of the checkpoints at which anybody is referred.</summary>
    /// <param name="report">Takes it.</param>
    /// <param name="page">The report.</param>
    /// <param name="shown">The deployments to tell about.</param>
    public static void Write(IReportMedium report, ReportPage page, IEnumerable<DeploymentResult> shown)
    {
        IReadOnlyList<string>[] rows =
        [
            .. shown.SelectMany(deployment =>
                page.Study.Scenario.Checkpoints.Keys.Where(checkpoint => Of(deployment, checkpoint, "referrals").Mean > 0)
                    .Select(checkpoint =>
                        (IReadOnlyList<string>)
                            [
                                page.Study.Scenario.LabelOfCheckpoint(checkpoint),
                                deployment.Label,
                                .. Shown.Select(name => Value(deployment, checkpoint, name)),
                            ]
                    )
            ),
        ];
        if (rows.Length > 0)
        {
            AnswerSections.Numbers(
                report,
                "Primary and secondary inspection by checkpoint: averages over vehicles of both kinds, in the window, with 95% intervals",
                [
                    "Checkpoint",
                    "Deployment",
                    "#Wait for primary",
                    "#Primary lanes busy",
                    "#Referred",
                    "#of them waved through",
                    "#Wait for secondary",
                    "#Secondary lanes busy",
                    "#Firearms found there",
                ],
                rows
            );
        }
    }

    private static readonly string[] Shown =
    [
        "wait_h",
        "lane_utilisation",
        "referrals",
        "referrals_waved_through",
        "secondary_wait_h",
        "secondary_utilisation",
        Found,
    ];

    private const string Found = "firearms_seized_at_secondary";

    private static string Value(DeploymentResult deployment, string checkpoint, string measure) =>
        measure == Found
            ? BreakdownSections.Count(Of(deployment, checkpoint, Found))
            : AnswerSections.WithInterval(
                (MeasureScale.Of(MeasureCatalog.Find(measure)!) with { Finest = FinestOf(measure) }).InSentence.ValueWithInterval(
                    Of(deployment, checkpoint, measure)
                )
            );

    // Minutes and per cent to a tenth, vehicles whole.
    private static int FinestOf(string measure) => measure is "referrals" or "referrals_waved_through" ? 0 : -1;

    private static Estimate Of(DeploymentResult deployment, string checkpoint, string measure) =>
        Breakdown.Of(deployment, Dimension.Checkpoint, checkpoint, measure);
}
