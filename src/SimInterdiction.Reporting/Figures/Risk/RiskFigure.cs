using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Risk;

/// <summary>The figure <c>risk</c>: how single periods vary, and how well the average is known.</summary>
public sealed record RiskFigure : FigureContent
{
    /// <summary>Quantile dots per deployment; the replications themselves where there are fewer.</summary>
    public const int Dots = 50;

    /// <summary>Highest average first; the undefined last.</summary>
    public required IReadOnlyList<RiskRow> Rows { get; init; }

    /// <summary>"4 periods in 5".</summary>
    public required string SpreadHeading { get; init; }

    /// <summary>The axis in words.</summary>
    public required string Axis { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => RiskDrawing.Draw(this);

    public static RiskFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        string period = Plain.Period(study.Scenario.LengthHours);
        RiskRow[] rows = [.. view.InOrder.Select(d => Row(view, d)).OrderByDescending(r => r.Mean ?? double.NegativeInfinity)];
        string title = Title(view, period);
        string ticks =
            study.Replications < SpreadWords.FewestReplications ? string.Empty : " Ticks: 10th and 90th percentiles with 95% intervals.";
        return new RiskFigure
        {
            Words = new FigureWords
            {
                Title = title,
                Subtitle =
                    $"{study.Measure.Label}. Each dot: {EachDot(study, period)}. " + $"Diamond: average with its 95% interval.{ticks}",
                HowToRead =
                    $"How to read: dots show what a single {period} may bring (risk); the diamond's bar shows how well the "
                    + "average is known (error). More replications narrow the bar, never the dots."
                    + Plain.Note(rows.Select(r => r.Average)),
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = string.Join(" ", rows.Select(r => $"{r.Label}: average {r.Average}; {HowPeriodsVary(r, period)}.")),
            },
            Rows = rows,
            SpreadHeading = $"4 {period}s in 5",
            Axis = view.Scale.Axis(study.Measure.Label),
            Nothing = rows.All(r => r.Dots.Count == 0) ? view.NothingToSay ?? "There is no defined value to draw" : null,
            Csv = Data(study),
        };
    }

    // "over 99 of 100" is about already.
    private static string About(double? share) =>
        Digits.InHundred(share) is var cases && char.IsAsciiDigit(cases[0]) ? $"about {cases}" : cases;

    private static string EachDot(StudyResult study, string period) =>
        study.Deployments.Min(d => d.Replications) > Dots ? $"1 of {Dots} equally likely {period}s"
        : study.Replications > Dots ? $"1 of {Dots} equally likely {period}s, or one of the simulated ones where there are fewer"
        : study.Replications == 1 ? $"the one simulated {period}"
        : $"one of the {ChoiceWords.Replications(study)} simulated {period}s";

    /// <summary>Quantiles at the middle of equal shares, by linear interpolation of the sorted values; the values
    /// themselves where fewer.</summary>
    public static IReadOnlyList<double> QuantileDots(IEnumerable<double> values, int dots)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        return sorted.Length <= dots ? sorted : [.. Enumerable.Range(0, dots).Select(i => At((sorted.Length * (i + 0.5) / dots) - 0.5))];

        double At(double rank)
        {
            int below = (int)rank;
            return sorted[below] + ((rank - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
        }
    }

    private static string Title(StudyView view, string period)
    {
        if (view.NothingToSay is { } reason)
        {
            return reason;
        }

        if (
            view.Lead is { Verdict: Verdict.ClearlyBetter, BetterInIndependent: { } share } lead
            && Math.Min(view.Deployment(lead).Replications, view.Baseline.Replications) >= SpreadWords.FewestReplications
        )
        {
            return $"One {period} of {view.LabelOf(lead)} would beat one of {view.Baseline.Label}, with other luck, in "
                + $"{About(share)} cases";
        }

        RiskRow row = Row(view, view.Baseline);
        return SpreadWords.AreKnown(view.MeasureOf(view.Baseline), view.Baseline.Replications)
            ? $"{row.Label}: {HowPeriodsVary(row, period)}"
            : $"{row.Label}: average {row.Average}";
    }

    // "always 0%" and "mostly 0%" are a sentence of its own.
    private static string HowPeriodsVary(RiskRow row, string period) =>
        row.Spread.Contains(" to ", StringComparison.Ordinal)
            ? $"4 {period}s in 5 fall between {row.Spread.Replace(" to ", " and ", StringComparison.Ordinal)}"
            : row.Spread;

    private static RiskRow Row(StudyView view, DeploymentResult deployment)
    {
        Estimate e = view.MeasureOf(deployment);
        double factor = view.Scale.Factor;
        bool knows = SpreadWords.AreKnown(e, deployment.Replications);
        return new RiskRow
        {
            Label = deployment.Label,
            IsBaseline = deployment == view.Baseline,
            Dots = [.. QuantileDots(deployment.Periods, Dots).Select(d => d * factor)],
            Mean = e.Mean * factor,
            Low = e.Low * factor,
            High = e.High * factor,
            P10 = knows ? e.P10 * factor : null,
            P90 = knows ? e.P90 * factor : null,
            P10Interval = e.P10Interval is { } a ? (a.Low * factor, a.High * factor) : null,
            P90Interval = e.P90Interval is { } b ? (b.Low * factor, b.High * factor) : null,
            Average = view.Scale.ValueWithInterval(e),
            Spread = SpreadWords.Of(view.Scale, e, deployment.Replications),
        };
    }

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("deployment", "label", "measure", "what", "value", "low", "high");
        foreach (DeploymentResult d in study.Deployments)
        {
            Estimate e = StudyView.MeasureOf(d, study.Measure.Name);
            csv.Row(d.Name, d.Label, study.Measure.Name, "mean", e.Mean, e.Low, e.High);
            csv.Row(d.Name, d.Label, study.Measure.Name, "10th percentile", e.P10, e.P10Interval?.Low, e.P10Interval?.High);
            csv.Row(d.Name, d.Label, study.Measure.Name, "90th percentile", e.P90, e.P90Interval?.Low, e.P90Interval?.High);
            foreach (double dot in QuantileDots(d.Periods, Dots))
            {
                csv.Row(d.Name, d.Label, study.Measure.Name, "quantile dot", dot, null, null);
            }
        }

        return csv.ToString();
    }
}

/// <summary>One deployment's line in the figure <c>risk</c>, in the units shown; null where undefined.</summary>
public sealed record RiskRow
{
    public required string Label { get; init; }

    public required bool IsBaseline { get; init; }

    public required IReadOnlyList<double> Dots { get; init; }

    public required double? Mean { get; init; }

    public required double? Low { get; init; }

    public required double? High { get; init; }

    public required double? P10 { get; init; }

    public required double? P90 { get; init; }

    public required (double Low, double High)? P10Interval { get; init; }

    public required (double Low, double High)? P90Interval { get; init; }

    public required string Average { get; init; }

    public required string Spread { get; init; }
}
