using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Weeks;

/// <summary>The figure <c>weeks</c>: the seizure rate of the baseline and of the deployment told about, and what that
/// would be if nobody adapted.</summary>
public sealed record WeeksFigure : FigureContent
{
    private const int Ends = 4;
    private const double WeekHours = 7 * 24;

    public required IReadOnlyList<WeeksCurve> Curves { get; init; }

    /// <summary>From which week on traffickers cancel much of what the deployment told about gains; null where that is
    /// not known.</summary>
    public required Notice? Notice { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => WeeksDrawing.Draw(this);

    public static WeeksFigure Analyse(FigureSubject subject)
    {
        StudyResult study = subject.Study;
        var view = new StudyView(study);
        DeploymentResult told = subject.Told;
        Measure rate = MeasureCatalog.Find("seizure_rate")!;
        var scale = MeasureScale.Of(rate, study.Measure == rate ? view.Threshold : 0);
        int whole = (int)(study.Scenario.LengthHours / WeekHours);
        var curves = new List<WeeksCurve> { CurveOf(view.Baseline.Label, WeeksOf(view.Baseline), WeeksKind.Baseline) };
        if (told != view.Baseline)
        {
            curves.Add(CurveOf(told.Label, WeeksOf(told), WeeksKind.Told));
        }

        if (study.IsAdaptive)
        {
            curves.Add(CurveOf(told.Label, told.FrozenWeeks, WeeksKind.Frozen));
        }

        string rest = whole * WeekHours < study.Scenario.LengthHours ? " Whole weeks only." : string.Empty;
        int weeks = curves.Max(c => c.Shares.Count);
        string? nothing =
            weeks < 2 ? "The window is too short to be told week by week."
            : curves.All(c => c.Shares.All(s => s is null or 0)) ? "Nothing is seized in any week."
            : null;
        return new WeeksFigure
        {
            Words = new FigureWords
            {
                Title = nothing?.TrimEnd('.')
                    ?? NoticeWords.Headline(view, told)
                    ?? Title(scale, curves.Find(c => c.Kind == WeeksKind.Told) ?? curves[0]),
                Subtitle = "Share of firearms seized, week by week from the beginning of the window. Shaded: 95% intervals.",
                HowToRead = HowToRead(view, told) + rest,
                Provenance = ProvenanceBlock.Of(study, subject.Provenance),
                AltText = nothing
                    ?? string.Join(
                        " ",
                        curves.Select(c =>
                            $"{c.Label}: {scale.Value(Average(c, ..Ends))} in the first {Ends} weeks, "
                            + $"{scale.Value(Average(c, ^Ends..))} in the last {Ends}."
                        )
                    ),
            },
            Curves = curves,
            Notice = told.Notice,
            Nothing = nothing,
            Csv = Data(study),
        };

        WeeksCurve CurveOf(string label, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>> of, WeeksKind kind) =>
            Curve(label, of, kind, whole);
    }

    private static string HowToRead(StudyView view, DeploymentResult told)
    {
        string[] sentences =
        [
            view.Study.IsAdaptive ? "the thin line is what the thick one of its deployment would be if nobody adapted." : string.Empty,
            told.Notice is not { } notice
                ? "departures count in the week they leave, seizures in the week they happen."
                : $"a week counts as noticed where the gain over the baseline is cut by more than {NoticeWords.Share(notice)}, now and "
                    + "ever after.",
            NoticeWords.Hint(view) ?? string.Empty,
        ];
        string all = string.Join(" ", sentences.Where(s => s.Length > 0).Select((s, i) => i == 0 ? s : Plain.Capital(s)));
        return "How to read: " + all;
    }

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>> WeeksOf(DeploymentResult deployment) =>
        deployment.By.GetValueOrDefault(Dimension.Week) ?? new Dictionary<string, IReadOnlyDictionary<string, Estimate>>();

    // The last entry holds what is seized after the window, and no departures; the one before may be a part of a week,
    // which is no week to compare with others.
    private static WeeksCurve Curve(
        string label,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>> weeks,
        WeeksKind kind,
        int whole
    )
    {
        Estimate[] rates =
        [
            .. weeks
                .Values.SkipLast(1)
                .Take(whole)
                .Select(week => Possible.Of("seizure_rate", week.GetValueOrDefault("seizure_rate"), _ => null)),
        ];
        return new WeeksCurve(
            label,
            kind,
            [.. rates.Select(r => r.Mean)],
            [.. rates.Select(r => r.Low ?? r.Mean)],
            [.. rates.Select(r => r.High ?? r.Mean)]
        );
    }

    // Only what intervals show is said of a change.
    private static string Title(MeasureScale scale, WeeksCurve told)
    {
        if (told.Shares.Count <= 2 * Ends)
        {
            return $"{told.Label}: share of firearms seized, by week";
        }

        (Estimate first, Estimate last) = (Average(told, ..Ends), Average(told, ^Ends..));
        string before = $"{told.Label}: {scale.Value(first)} seized in the first {Ends} weeks";
        return first.Mean is null || last.Mean is null
            ? $"{told.Label}: share of firearms seized, by week"
            : $"{before}, {scale.Value(last)} in the last {Ends}"
                + (first.High < last.Low || last.High < first.Low ? string.Empty : ": no clear change");
    }

    // Weeks may go together, so the ends of the average are the averages of the ends: rather too wide than too narrow.
    private static Estimate Average(WeeksCurve curve, Range weeks) =>
        new(Mean(curve.Shares, weeks), Mean(curve.Lows, weeks), Mean(curve.Highs, weeks));

    private static double? Mean(IReadOnlyList<double?> values, Range weeks) =>
        values.Take(weeks).OfType<double>().DefaultIfEmpty(double.NaN).Average() is var mean && double.IsFinite(mean) ? mean : null;

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("deployment", "organizations", "week", "seizure_rate", "low", "high");
        foreach (DeploymentResult d in study.Deployments)
        {
            Rows(d, study.IsAdaptive ? "as stated" : "frozen", WeeksOf(d));
            if (study.IsAdaptive)
            {
                Rows(d, "frozen", d.FrozenWeeks);
            }
        }

        return csv.ToString();

        void Rows(DeploymentResult d, string organizations, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>> weeks)
        {
            foreach ((string week, IReadOnlyDictionary<string, Estimate> measures) in weeks.SkipLast(1))
            {
                Estimate e = measures.GetValueOrDefault("seizure_rate");
                csv.Row(d.Name, organizations, week, e.Mean, e.Low, e.High);
            }
        }
    }
}

public enum WeeksKind
{
    Baseline,
    Told,
    Frozen,
}

/// <summary>A curve of the figure <c>weeks</c>: shares by week with the ends of their intervals; null where nothing
/// left.</summary>
public sealed record WeeksCurve(
    string Deployment,
    WeeksKind Kind,
    IReadOnlyList<double?> Shares,
    IReadOnlyList<double?> Lows,
    IReadOnlyList<double?> Highs
)
{
    /// <summary>What tells the curve from others of its deployment.</summary>
    public string Ending => Kind == WeeksKind.Frozen ? ", nobody adapts" : string.Empty;

    public string Label => Deployment + Ending;
}
