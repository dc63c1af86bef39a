using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Burden;

/// <summary>The figure <c>burden</c>: how long stopped legitimate vehicles are held, and how busy lanes are by hour of
/// the day.</summary>
public sealed record BurdenFigure : FigureContent
{
    private const int MostCurves = 2;

    /// <summary>Shortest 95th percentile first; those without a stopped legitimate vehicle are left out.</summary>
    public required IReadOnlyList<BurdenRow> Rows { get; init; }

    /// <summary>The baseline, and the deployment told about.</summary>
    public required IReadOnlyList<BusyCurve> Curves { get; init; }

    /// <summary>Why a study may have no such figure.</summary>
    public const string Nothing =
        "No legitimate vehicle is stopped in any deployment: checkpoints have no traffic, or only teams without lanes are posted.";

    /// <summary>Whether a legitimate vehicle is stopped in any deployment.</summary>
    public static bool HasData(StudyResult study)
    {
        var view = new StudyView(study);
        return study.Deployments.Any(d => Row(view, d) is not null);
    }

    public override Scene Draw() => BurdenDrawing.Draw(this);

    /// <summary>Of a study that <see cref="HasData"/>.</summary>
    public static BurdenFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        BurdenRow[] rows = [.. Together(view.InOrder.Select(d => Row(view, d)).OfType<BurdenRow>()).OrderBy(r => r.Percentile95)];
        DeploymentResult[] drawn =
        [
            .. new[] { view.Baseline }
                .Concat(view.Lead is { } lead ? [view.Deployment(lead)] : Array.Empty<DeploymentResult>())
                .Take(MostCurves),
        ];
        BusyCurve[] curves = [.. drawn.Select(deployment => Curve(study, deployment)).Where(c => c.BusyShare.Any(s => s is not null))];
        return new BurdenFigure
        {
            Words = new FigureWords
            {
                Title = Title(rows),
                Subtitle =
                    "Left: minutes that stopped legitimate vehicles spend in queue and search. Right: share of "
                    + $"{(HasSecondary(study) ? "primary lanes' time" : "lane time")} on duty that is busy: of each "
                    + "checkpoint, and below that of all together by hour of the day.",
                HowToRead =
                    "How to read: half of the stopped vehicles are held no longer than the dot, 19 of 20 no longer than the "
                    + "bar's end. Vehicles not stopped lose none."
                    + (HasSecondary(study) ? " Queue and search at secondary inspection count." : string.Empty),
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText =
                    string.Join(
                        " ",
                        rows.Select(r => $"{r.Label}{r.Ending}: median {r.MedianWords} min, 95th percentile {r.PercentileWords} min.")
                    )
                    + string.Concat(
                        curves.Select(c =>
                            $" Lanes under {c.Label}: {string.Join(", ", c.AtCheckpoints)}; "
                            + $"by hour all together at most {100 * c.BusyShare.Max():0}%."
                        )
                    ),
            },
            Rows = rows,
            Curves = curves,
            Csv = Data(study),
        };
    }

    private static bool HasSecondary(StudyResult study) =>
        study.Deployments.Any(deployment => StudyView.MeasureOf(deployment, "referrals").Mean > 0);

    private static BurdenRow? Row(StudyView view, DeploymentResult deployment)
    {
        Estimate median = StudyView.MeasureOf(deployment, "delay_median_h");
        Estimate late = StudyView.MeasureOf(deployment, "delay_p95_h");
        return median.Mean is { } m && late.Mean is { } l
            ? new BurdenRow(
                deployment.Label,
                deployment == view.Baseline,
                60 * m,
                60 * l,
                Digits.ToPlace(60 * m, PlaceOf(view)),
                Digits.ToPlace(60 * l, PlaceOf(view))
            )
            : null;
    }

    // Deployments that come out alike share a row, under the baseline's name where it is one of them.
    private static IEnumerable<BurdenRow> Together(IEnumerable<BurdenRow> rows) =>
        rows.GroupBy(row => (row.MedianWords, row.PercentileWords))
            .Select(alike => alike.OrderByDescending(row => row.IsBaseline).First() with { Others = alike.Count() - 1 });

    // Delays are known to 1 %, however narrow the interval. One place for all: that of the one that is known least.
    private static int PlaceOf(StudyView view) =>
        view
            .Study.Deployments.SelectMany(d => new[] { "delay_median_h", "delay_p95_h" }.Select(measure => StudyView.MeasureOf(d, measure)))
            .Where(e => e.Mean is not null)
            .Max(e =>
            {
                double mean = 60 * e.Mean!.Value;
                return Digits.PlaceOf(mean, Math.Min(60 * e.Low ?? mean, 0.99 * mean), Math.Max(60 * e.High ?? mean, 1.01 * mean));
            });

    private static BusyCurve Curve(StudyResult study, DeploymentResult deployment) =>
        new(
            deployment.Label,
            [
                .. Enumerable
                    .Range(0, Timeline.HoursOfDay)
                    .Select(h => Breakdown.Mean(deployment, Dimension.Hour, $"{h:00}", "lane_utilisation")),
            ],
            AtCheckpoints(study, deployment)
        );

    // Busiest first: lanes that are full at one port don't show where all are taken together.
    private static string[] AtCheckpoints(StudyResult study, DeploymentResult deployment) =>
        [
            .. from checkpoint in study.Scenario.Checkpoints.Keys
            let share = Breakdown.Mean(deployment, Dimension.Checkpoint, checkpoint, "lane_utilisation")
            where share is not null
            orderby share descending
            select $"{study.Scenario.LabelOfCheckpoint(checkpoint)} {PreviewWords.Share(share.Value)}",
        ];

    private static string Title(BurdenRow[] rows)
    {
        BurdenRow baseline = rows.FirstOrDefault(r => r.IsBaseline) ?? rows[0];
        BurdenRow worst = rows[^1];
        return worst.PercentileWords == baseline.PercentileWords || worst == baseline
            ? $"{baseline.Label}: 1 stopped vehicle in 20 is held longer than {baseline.PercentileWords} minutes"
                + (
                    rows is [{ Others: 0 }] ? string.Empty
                    : rows.All(r => r.PercentileWords == baseline.PercentileWords) ? ", as in every deployment"
                    : "; no deployment is worse"
                )
            : $"1 stopped vehicle in 20 is held longer than {baseline.PercentileWords} minutes under {baseline.Label}, "
                + $"{worst.PercentileWords} under {worst.Label}";
    }

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("deployment", "label", "hour", "checkpoint", "measure", "mean", "low", "high");
        foreach (DeploymentResult d in study.Deployments)
        {
            foreach (string measure in new[] { "delay_median_h", "delay_p95_h" })
            {
                Estimate e = StudyView.MeasureOf(d, measure);
                csv.Row(d.Name, d.Label, null, null, measure, e.Mean, e.Low, e.High);
            }

            foreach (string hour in Enumerable.Range(0, Timeline.HoursOfDay).Select(h => $"{h:00}"))
            {
                Estimate e = Breakdown.Of(d, Dimension.Hour, hour, "lane_utilisation");
                csv.Row(d.Name, d.Label, hour, null, "lane_utilisation", e.Mean, e.Low, e.High);
            }

            foreach (string checkpoint in study.Scenario.Checkpoints.Keys)
            {
                Estimate e = Breakdown.Of(d, Dimension.Checkpoint, checkpoint, "lane_utilisation");
                csv.Row(d.Name, d.Label, null, checkpoint, "lane_utilisation", e.Mean, e.Low, e.High);
            }
        }

        return csv.ToString();
    }
}

/// <summary>One deployment's row of the figure <c>burden</c>, in minutes.</summary>
public sealed record BurdenRow(
    string Label,
    bool IsBaseline,
    double Median,
    double Percentile95,
    string MedianWords,
    string PercentileWords
)
{
    /// <summary>How many other deployments come out alike.</summary>
    public int Others { get; init; }

    /// <summary>The label with what follows it: " (baseline) and 3 others".</summary>
    public string Ending =>
        (IsBaseline ? " (baseline)" : string.Empty) + (Others > 0 ? $" and {Plain.Count(Others, "other")}" : string.Empty);
}

/// <summary>How busy lanes are.</summary>
/// <param name="Label">The deployment.</param>
/// <param name="BusyShare">By hour of the day, as shares; null where none is on duty.</param>
/// <param name="AtCheckpoints">Of each checkpoint, the busiest first: "El Paso port 53%", "Ysleta port 27%".</param>
public sealed record BusyCurve(string Label, IReadOnlyList<double?> BusyShare, IReadOnlyList<string> AtCheckpoints);
