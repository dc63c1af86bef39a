using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Beats;

/// <summary>The figure <c>beats</c>: in how many of 100 replications with the same luck the row beats the column, the
/// best group outlined.</summary>
public sealed record BeatsFigure : FigureContent
{
    /// <summary>Rows that still read well on one page.</summary>
    public const int MostRows = 20;

    /// <summary>The best group first, then the others; each by its average, best first.</summary>
    public required IReadOnlyList<BeatsRow> Rows { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => BeatsDrawing.Draw(this);

    public static BeatsFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        string period = Plain.Period(study.Scenario.LengthHours);
        DeploymentResult[] all = Ordered(view);
        string? nothing = study.Deployments.Count == 1 ? "There is one deployment, and so nobody to beat." : view.NothingToSay;
        DeploymentResult[] shown =
            all.Length <= MostRows
                ? all
                : [.. all.Take(MostRows - 1).Append(view.Baseline).Distinct().Concat(all).Distinct().Take(MostRows)];
        HashSet<DeploymentResult> best = [.. all.Where(d => MayBeBest(study, d))];
        BeatsRow[] rows =
        [
            .. shown
                .OrderByDescending(best.Contains)
                .Select(d => new BeatsRow(
                    d.Label,
                    d == view.Baseline,
                    best.Contains(d),
                    [.. OrderedBy(shown, best).Select(o => o == d ? null : Share(d, o, view))],
                    d.Replications
                )),
        ];
        string which = shown.Length < all.Length ? $" {shown.Length} of {all.Length}: the best, and the baseline." : string.Empty;
        int hypothetical = study.Deployments.Count - all.Length;
        which += hypothetical > 0 ? $" Left out as hypothetical: {hypothetical}." : string.Empty;
        return new BeatsFigure
        {
            Words = new FigureWords
            {
                Title = nothing is null ? Title(rows, period) : nothing.TrimEnd('.'),
                Subtitle =
                    $"In what percentage of the simulated {period}s, with the same shipments, the row beats the column in "
                    + $"{Plain.Small(study.Measure.Label)} (ties half).{which}",
                HowToRead = $"How to read: go along a row; blue cells are wins. {Outline(study)}{Luck(study, period)}",
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = nothing ?? string.Join(" ", rows.Select(r => Describe(r, rows))),
            },
            Rows = rows,
            Nothing = nothing,
            Csv = Data(all, view),
        };
    }

    private static IEnumerable<DeploymentResult> OrderedBy(DeploymentResult[] shown, HashSet<DeploymentResult> best) =>
        shown.OrderByDescending(best.Contains);

    private static int Sign(StudyView view) => view.Study.Measure.BetterWhen < 0 ? -1 : 1;

    private static DeploymentResult[] Ordered(StudyView view) =>
        [
            .. view
                .Study.Deployments.Where(d => !view.IsHypothetical(d.Name))
                .OrderByDescending(d => view.MeasureOf(d).Mean is { } mean ? Sign(view) * mean : double.NegativeInfinity)
                .ThenBy(view.RankAmongEquals),
        ];

    private static bool MayBeBest(StudyResult study, DeploymentResult d) =>
        (study.Choice?.Remaining ?? study.Best?.MayBeBest ?? []).Contains(d.Name);

    private static string Outline(StudyResult study) =>
        study switch
        {
            { Choice: not null } => "Outlined: what remains in the choice. Each pair is compared over the replications that both have.",
            { Best.MayBeBest.Count: > 0 } =>
                "Outlined: the deployments that may be the best; in 95 of 100 such studies the best is among them.",
            _ => "This measure has no better or worse, and so no best.",
        };

    // Why a row may lose to one that it is outlined with, or ahead of.
    private static string Luck(StudyResult study, string period) =>
        LuckWords.Gains(study).Length > 0
            ? $" Single {period}s keep the luck of their searches, which is taken out of averages: so a row may lose more often than it "
                + "wins and yet have the better average."
            : string.Empty;

    private static double? Share(DeploymentResult row, DeploymentResult column, StudyView view)
    {
        int replications = Math.Min(row.Periods.Count, column.Periods.Count);
        return Pairing.BetterIn([.. row.Periods.Take(replications)], [.. column.Periods.Take(replications)], Sign(view));
    }

    private static string Title(BeatsRow[] rows, string period)
    {
        BeatsRow first = rows[0];
        int best = rows.Count(r => r.IsBest);
        if (best <= 1)
        {
            string others = rows.Length == 2 ? rows[1].Label : "every other deployment";
            int[] shared = [.. rows.Skip(1).Select(row => Shared(first, row)).Distinct()];
            return first.BeatsColumns.Min() == 1
                    ? $"{first.Label} beats {others} in every one of {shared.Max()} simulated {period}s"
                        + (shared.Length > 1 ? " that the two share" : string.Empty)
                : first.BeatsColumns.Min() <= 0.5 ? $"No deployment beats every other in more than half of the simulated {period}s"
                : $"{first.Label} beats {others} in at least {Digits.Percent(first.BeatsColumns.Min())} of the simulated {period}s"
                    + (shared.Length > 1 ? " that the two share" : string.Empty);
        }

        return best == rows.Length ? $"Any of the {best} deployments may be the best; {first.Label} comes out first"
            : best == 2 ? $"{first.Label} comes out first, but {rows.First(r => r.IsBest && r != first).Label} may be as good"
            : $"{first.Label} comes out first, but {best - 1} others may be as good";
    }

    private static int Shared(BeatsRow one, BeatsRow other) => Math.Min(one.Replications, other.Replications);

    private static string Describe(BeatsRow row, BeatsRow[] rows)
    {
        string group = row.IsBest ? " (best group)" : string.Empty;
        IEnumerable<string> wins =
            from pair in rows.Zip(row.BeatsColumns)
            where pair.Second is not null
            select $"{pair.First.Label} in {Digits.Percent(pair.Second)}";
        return $"{row.Label}{group} beats {string.Join(", ", wins)}.";
    }

    private static string Data(DeploymentResult[] all, StudyView view)
    {
        var csv = new CsvText("deployment", "beats", "measure", "share_of_replications", "may_be_best");
        foreach (DeploymentResult row in all)
        {
            foreach (DeploymentResult column in all.Where(c => c != row))
            {
                csv.Row(
                    row.Name,
                    column.Name,
                    view.Study.Measure.Name,
                    Share(row, column, view),
                    MayBeBest(view.Study, row) ? "yes" : "no"
                );
            }
        }

        return csv.ToString();
    }
}

/// <summary>One deployment's row of the figure <c>beats</c>.</summary>
/// <param name="Label">Its name.</param>
/// <param name="IsBaseline">Whether it is what the others are compared with.</param>
/// <param name="IsBest">Whether it belongs to the best group.</param>
/// <param name="BeatsColumns">Share of replications in which it beats each row's deployment, in the rows' order; null
/// for itself and where undefined.</param>
/// <param name="Replications">How many it was simulated in.</param>
public sealed record BeatsRow(string Label, bool IsBaseline, bool IsBest, IReadOnlyList<double?> BeatsColumns, int Replications);
