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
            report.Table(
                "Primary and secondary inspection by checkpoint: averages over vehicles of both kinds, in the window",
                [
                    "Checkpoint",
                    "Deployment",
                    "#Wait for primary",
                    "#Primary lanes busy",
                    "#Referred",
                    "#of them waved through",
                    "#Wait for secondary",
                    "#Secondary lanes busy",
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
    ];

    private static string Value(DeploymentResult deployment, string checkpoint, string measure) =>
        Of(deployment, checkpoint, measure) is { Mean: not null } estimate
            ? (MeasureScale.Of(MeasureCatalog.Find(measure)!) with { Place = PlaceOf(measure) }).InSentence.Value(estimate)
            : "-";

    // Minutes to a tenth, per cent and vehicles whole.
    private static int PlaceOf(string measure) => measure is "wait_h" or "secondary_wait_h" ? -1 : 0;

    private static Estimate Of(DeploymentResult deployment, string checkpoint, string measure) =>
        Breakdown.Of(deployment, Dimension.Checkpoint, checkpoint, measure);
}
