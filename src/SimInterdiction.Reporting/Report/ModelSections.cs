using SimInterdiction.Model.Previews;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>What the model made of the scenario: corridors, what teams can do, what deployments take.</summary>
internal static class ModelSections
{
    private const int MostCorridors = 20;

    public static void Write(IReportMedium report, ReportPage page)
    {
        var preview = ScenarioPreview.Of(page.Study.Scenario);
        Corridors(report, preview);
        Teams(report, preview);
        Deployments(report, page, preview);
    }

    private static void Corridors(IReportMedium report, ScenarioPreview preview)
    {
        CorridorPreview[] shown = [.. preview.Corridors.OrderByDescending(c => c.ShareOfAll).Take(MostCorridors)];
        int left = preview.Corridors.Count - shown.Length;
        string rest = left > 0 ? $". {left} more carry {PreviewWords.Share(1 - shown.Sum(c => c.ShareOfAll))} together" : string.Empty;
        report.Table(
            $"Corridors and how shipments are shared among them before anybody adapts{rest}",
            ["Flow", "Corridor", "#Miles", "#Of the flow", "#Of all shipments"],
            shown.Select(c =>
                (IReadOnlyList<string>)
                    [
                        c.Flow,
                        c.Corridor.Label,
                        Digits.Whole(c.Corridor.Miles),
                        PreviewWords.Share(c.ShareOfFlow),
                        PreviewWords.Share(c.ShareOfAll),
                    ]
            )
        );
    }

    // The same type at the same checkpoint can do the same in every deployment, unless its looks or lanes follow the
    // traffic.
    private static void Teams(IReportMedium report, ScenarioPreview preview)
    {
        TeamPreview[] teams =
        [
            .. preview
                .Deployments.SelectMany(d => d.Teams)
                .DistinctBy(t => (t.Checkpoint, t.Type, PreviewWords.Share(t.Stops), PreviewWords.Lanes(t))),
        ];
        bool hasLanes = preview.HasLanes;
        if (teams.Length > 0)
        {
            report.Table(
                $"What one team can do while it is on duty. {PreviewWords.Note(preview)}"
                    + (hasLanes ? $" {PreviewWords.LanesNote}" : string.Empty),
                [
                    "Checkpoint",
                    "Team",
                    "#Stops",
                    "#Finds",
                    .. preview.HasSecondary ? new[] { "#Secondary" } : [],
                    "#Seizes",
                    .. hasLanes ? new[] { "Lanes" } : [],
                ],
                teams
                    .OrderBy(t => t.Checkpoint, StringComparer.Ordinal)
                    .ThenBy(t => t.Type, StringComparer.Ordinal)
                    .Select(t =>
                        (IReadOnlyList<string>)
                            [
                                t.Checkpoint,
                                teams.Count(o => (o.Checkpoint, o.Type) == (t.Checkpoint, t.Type)) > 1
                                    ? $"{t.Type}, {t.Posting.Hours}"
                                    : t.Type,
                                PreviewWords.Share(t.Stops),
                                PreviewWords.Finds(t),
                                .. preview.HasSecondary ? new[] { PreviewWords.Secondary(t) } : [],
                                PreviewWords.Share(t.Seizes),
                                .. hasLanes ? new[] { PreviewWords.Lanes(t) } : [],
                            ]
                    )
            );
        }
    }

    private static void Deployments(IReportMedium report, ReportPage page, ScenarioPreview preview)
    {
        HashSet<string> simulated = [.. page.Study.Deployments.Select(d => d.Name)];
        bool hasCost = preview.Deployments.Any(d => d.CostUsd > 0);
        report.Table(
            $"What each deployment takes in {Plain.Duration(page.Study.Scenario.LengthHours)}, and in an average month"
                + (hasCost ? "; costs of traces come on top" : string.Empty),
            ["Deployment", "#Officer-hours", "#a month", .. hasCost ? new[] { "#USD", "#USD a month" } : []],
            preview
                .Deployments.Where(d => simulated.Contains(d.Name))
                .Select(d =>
                    (IReadOnlyList<string>)
                        [
                            d.Label,
                            Digits.Hours(d.OfficerHours),
                            PreviewWords.Rounded(d.OfficerHoursPerMonth),
                            .. hasCost ? new[] { PreviewWords.Rounded(d.CostUsd), PreviewWords.Rounded(d.CostUsdPerMonth) } : [],
                        ]
                )
        );
    }
}
