using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Fates;

/// <summary>What happens to 100 shipments, or traces: one row per deployment.</summary>
public sealed record FatesFigure : FigureContent
{
    private const int FinestPlace = -2;

    /// <summary>What can become of one, in words, from most to least; the first three matter most.</summary>
    public required IReadOnlyList<string> Fates { get; init; }

    /// <summary>Those with the largest first part first.</summary>
    public required IReadOnlyList<FatesRow> Rows { get; init; }

    /// <summary>The last place of its numbers, as a power of ten.</summary>
    public required int Place { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    private static readonly (Fate Fate, string Name, string Words, string Said)[] All =
    [
        (Fate.Seized, "seized", "Seized", "are seized"),
        (Fate.Missed, "missed", "Searched, missed", "are searched, and the load is missed"),
        (Fate.WavedThrough, "waved_through", "Waved through", "are stopped but waved through"),
        (Fate.NotStopped, "not_stopped", "Not stopped", "pass a team on duty without being stopped"),
        (Fate.OffDuty, "off_duty", "Nobody on duty", "come while no team on their way is on duty"),
        (Fate.NoTeam, "no_team", "No team", "take corridors without a team"),
    ];

    public override Scene Draw() => FatesDrawing.Draw(this);

    public static FatesFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        int place = PlaceOf(view);
        FatesRow[] rows = [.. view.InOrder.Select(d => Row(view, d, place)).OfType<FatesRow>().OrderByDescending(r => r.OfHundred[0])];
        string? nothing = rows.Length == 0 ? "No shipment left in any deployment." : null;
        return new FatesFigure
        {
            Words = new FigureWords
            {
                Title = nothing?.TrimEnd('.') ?? Title(rows, place),
                Subtitle =
                    "What became of 100 shipments that left, whatever their load: shares of shipments, not of firearms. Averages "
                    + $"over {Plain.Duration(study.Scenario.LengthHours)}. Each shipment counts once; figure 8 counts it at each "
                    + "checkpoint that it comes to.",
                HowToRead =
                    "How to read: a shipment counts once, under the furthest step any team took with it. Nobody on duty: "
                    + "wherever its corridor has teams, none was on duty when it came. No team: its corridor has none. Without "
                    + "intervals: which deployment is best is for figure 1."
                    + (LuckWords.Of(study) is null ? string.Empty : " The luck of the searches, taken out there, is in these shares."),
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = nothing
                    ?? string.Join(
                        " ",
                        rows.Select(r =>
                            $"{r.Label}: "
                            + string.Join(", ", All.Zip(r.OfHundred).Select(x => $"{Shown(x.Second, place)} {Plain.Small(x.First.Words)}"))
                            + "."
                        )
                    ),
            },
            Fates = [.. All.Select(f => f.Words)],
            Rows = rows,
            Place = place,
            Nothing = nothing,
            Csv = Data(study),
        };
    }

    /// <summary>Parts of a hundred, rounded to a power of ten of at most 1, that add up to 100: the largest remainders
    /// are rounded up.</summary>
    public static IReadOnlyList<double> OfHundred(IReadOnlyList<double> counts, int place)
    {
        double all = counts.Sum();
        int each = (int)Math.Round(Math.Pow(10, -place));
        double[] exact = [.. counts.Select(c => 100 * each * c / all)];
        int[] parts = [.. exact.Select(e => (int)e)];
        foreach (
            int i in exact
                .Select((e, i) => (Left: e - parts[i], i))
                .OrderByDescending(x => x.Left)
                .Take((100 * each) - parts.Sum())
                .Select(x => x.i)
        )
        {
            parts[i]++;
        }

        return [.. parts.Select(t => (double)t / each)];
    }

    /// <summary>The number as it is shown: nothing is 0, and what is more is never shown as that.</summary>
    public static string Shown(double part, int place) => part == 0 ? "0" : Digits.ToPlace(part, place);

    // The same for all rows: what the seizures, the smallest part, are known to, and no finer than matters, where what
    // matters is a share too.
    private static int PlaceOf(StudyView view)
    {
        int? finest = view.Study.Measure.Unit == MeasureUnit.Share ? view.Scale.Finest : null;
        return Math.Clamp(
            view.Study.Deployments.Select(d => (Of: Count(d, "seized"), All: All.Sum(f => Count(d, f.Name).Mean ?? 0)))
                .Where(x => x.Of.Mean > 0 && x.All > 0)
                .Select(x => Digits.PlaceOf(Part(x.Of.Mean, x.All) ?? 0, Part(x.Of.Low, x.All), Part(x.Of.High, x.All), finest))
                .DefaultIfEmpty(-1)
                .Max(),
            FinestPlace,
            0
        );
    }

    private static double? Part(double? count, double all) => 100 * count / all;

    private static Estimate Count(DeploymentResult deployment, string fate) =>
        Breakdown.Of(deployment, Dimension.Fate, fate, "shipments_dispatched");

    private static FatesRow? Row(StudyView view, DeploymentResult deployment, int place)
    {
        double[] counts = [.. All.Select(f => Count(deployment, f.Name).Mean ?? 0)];
        return counts.Sum() > 0 ? new FatesRow(deployment.Label, deployment == view.Baseline, OfHundred(counts, place)) : null;
    }

    private static string Title(FatesRow[] rows, int place)
    {
        FatesRow row = rows.FirstOrDefault(r => r.IsBaseline) ?? rows[0];
        int most = Enumerable.Range(1, All.Length - 1).MaxBy(i => row.OfHundred[i]);
        return $"{row.Label}: of 100 shipments {Headline(row.OfHundred[0])} are seized, and "
            + $"{Headline(row.OfHundred[most])} {All[most].Said}";

        // At most three significant digits.
        string Headline(double part) => Shown(part, part >= 10 ? Math.Max(place, -1) : place);
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

/// <summary>One deployment's row: of 100, by fate.</summary>
public sealed record FatesRow(string Label, bool IsBaseline, IReadOnlyList<double> OfHundred);
