using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Fates;

/// <summary>Figure 10, what happens to 100 shipments: one row per deployment.</summary>
public sealed record FatesFigure : FigureContent
{
    /// <summary>What can become of a shipment, in words, from seized to no team.</summary>
    public required IReadOnlyList<string> Fates { get; init; }

    /// <summary>Most seized first.</summary>
    public required IReadOnlyList<FatesRow> Rows { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    private static readonly (Fate Fate, string Name, string Words, string Said)[] All =
    [
        (Fate.Seized, "seized", "Seized", "are seized"),
        (Fate.Missed, "missed", "Searched, missed", "are searched, and the load is missed"),
        (Fate.WavedThrough, "waved_through", "Waved through", "are stopped but waved through"),
        (Fate.NotStopped, "not_stopped", "Not stopped", "pass teams, on duty or not, without being stopped"),
        (Fate.NoTeam, "no_team", "No team", "take corridors without a team"),
    ];

    public override Scene Draw() => FatesDrawing.Draw(this);

    public static FatesFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        FatesRow[] rows = [.. study.Deployments.Select(d => Row(view, d)).OfType<FatesRow>().OrderByDescending(r => r.OfHundred[0])];
        string? nothing = rows.Length == 0 ? "No shipment left in any deployment." : null;
        return new FatesFigure
        {
            Words = new FigureWords
            {
                Title = nothing?.TrimEnd('.') ?? Title(view, rows),
                Subtitle = $"What became of 100 shipments that left. Averages over {Plain.Duration(study.Scenario.LengthHours)}.",
                HowToRead =
                    "How to read: a shipment counts once, under the furthest that any team came with it. Not stopped: it "
                    + "passed its teams off duty, or on duty without being stopped or acted on.",
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = nothing
                    ?? string.Join(
                        " ",
                        rows.Select(r =>
                            $"{r.Label}: "
                            + $"{string.Join(", ", All.Zip(r.OfHundred).Select(x => $"{x.Second:0.0} {Plain.Small(x.First.Words)}"))}."
                        )
                    ),
            },
            Fates = [.. All.Select(f => f.Words)],
            Rows = rows,
            Nothing = nothing,
            Csv = Data(study),
        };
    }

    /// <summary>Shares in tenths of a hundredth that add up to 100.0: the largest remainders are rounded up.</summary>
    public static IReadOnlyList<double> OfHundred(IReadOnlyList<double> counts)
    {
        double all = counts.Sum();
        double[] exact = [.. counts.Select(c => 1000 * c / all)];
        int[] tenths = [.. exact.Select(e => (int)e)];
        foreach (
            int i in exact
                .Select((e, i) => (Left: e - tenths[i], i))
                .OrderByDescending(x => x.Left)
                .Take(1000 - tenths.Sum())
                .Select(x => x.i)
        )
        {
            tenths[i]++;
        }

        return [.. tenths.Select(t => t / 10.0)];
    }

    private static FatesRow? Row(StudyView view, DeploymentResult deployment)
    {
        // An average near 0 with luck taken out may come out a little below.
        double[] counts =
        [
            .. All.Select(f => Math.Max(0, Breakdown.Mean(deployment, Dimension.Fate, f.Name, "shipments_dispatched") ?? 0)),
        ];
        return counts.Sum() > 0 ? new FatesRow(deployment.Label, deployment == view.Baseline, OfHundred(counts)) : null;
    }

    private static string Title(StudyView view, FatesRow[] rows)
    {
        FatesRow row = rows.FirstOrDefault(r => r.IsBaseline) ?? rows[0];
        int most = Enumerable.Range(1, All.Length - 1).MaxBy(i => row.OfHundred[i]);
        return $"{row.Label}: of 100 shipments {row.OfHundred[0]:0.0} are seized, and {row.OfHundred[most]:0.0} {All[most].Said}";
    }

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("deployment", "label", "fate", "measure", "mean", "low", "high");
        foreach (DeploymentResult d in study.Deployments)
        {
            foreach (var fate in All)
            {
                foreach (string measure in new[] { "shipments_dispatched", "firearms_dispatched" })
                {
                    Estimate e = Breakdown.Of(d, Dimension.Fate, fate.Name, measure);
                    csv.Row(d.Name, d.Label, fate.Name, measure, e.Mean, e.Low, e.High);
                }
            }
        }

        return csv.ToString();
    }
}

/// <summary>One deployment's row of figure 10: shipments of 100 by fate, from seized to no team.</summary>
public sealed record FatesRow(string Label, bool IsBaseline, IReadOnlyList<double> OfHundred);
