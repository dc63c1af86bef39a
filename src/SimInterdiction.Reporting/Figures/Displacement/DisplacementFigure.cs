using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Figure 13, displacement: each deployment's difference from the baseline if nobody adapted, and once
/// traffickers do.</summary>
public sealed record DisplacementFigure
{
    public required FigureWords Words { get; init; }

    /// <summary>Best first, as in figure 1.</summary>
    public required IReadOnlyList<DisplacementRow> Rows { get; init; }

    /// <summary>What differences are counted in, for the axis.</summary>
    public required string Unit { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public required string Csv { get; init; }

    public static Figure Make(StudyResult study, Provenance provenance)
    {
        DisplacementFigure figure = Analyse(study, provenance);
        return new()
        {
            Number = 13,
            Name = "displacement",
            Words = figure.Words,
            Scene = DisplacementDrawing.Draw(figure),
            Csv = figure.Csv,
        };
    }

    public static DisplacementFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        DisplacementRow[] rows = [.. view.Ranked.Select(c => Row(view, c)).OfType<DisplacementRow>()];
        string? nothing =
            !study.IsAdaptive ? "Nobody adapts in this study: what a deployment achieves is not cancelled."
            : rows.Length == 0 ? "There is no difference between deployments to show."
            : null;
        return new DisplacementFigure
        {
            Words = new FigureWords
            {
                Title = nothing?.TrimEnd('.') ?? Title(view),
                Subtitle =
                    $"Difference of the {Plain.Small(study.Measure.Label)} from {view.Baseline.Label}: hollow if nobody "
                    + "adapted, filled once traffickers do, on the same shipments. Bars: 95% intervals.",
                HowToRead =
                    "How to read: \"cancelled\" is the part of the difference that adapting undoes, \"moved\" the share of "
                    + "firearms that take other corridors than under the baseline.",
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = nothing
                    ?? string.Join(
                        " ",
                        rows.Select(r =>
                            $"{r.Label}: {r.FrozenWords} if nobody adapted, {r.AdaptiveWords} once they do; {r.TakenBackWords} cancelled."
                        )
                    ),
            },
            Rows = rows,
            Unit = view.Scale.DifferenceUnit,
            Nothing = nothing,
            Csv = Data(study),
        };
    }

    private static DisplacementRow? Row(StudyView view, Comparison c)
    {
        if (c is not { Difference: { } adaptive, Frozen: { Mean: { } naive } frozen })
        {
            return null;
        }

        double factor = view.Scale.Factor;
        DeploymentResult deployment = view.Deployment(c);
        return new DisplacementRow
        {
            Label = deployment.Label,
            Adaptive = new Span(factor * adaptive, factor * c.Low, factor * c.High),
            Frozen = new Span(factor * naive, factor * frozen.Low, factor * frozen.High),
            AdaptiveWords = view.Scale.Difference(c),
            FrozenWords = view.Scale.Difference(c with { Difference = naive, Low = frozen.Low, High = frozen.High }),
            TakenBackWords = TakenBack(deployment),
            MovedWords = Share(StudyView.MeasureOf(deployment, MeasureCatalog.Displacement)),
        };
    }

    /// <summary>"12%", with as many digits as its interval supports, and the interval; "-" where the difference itself,
    /// or its part, is not sure.</summary>
    public static string TakenBack(DeploymentResult deployment) =>
        StudyView.MeasureOf(deployment, MeasureCatalog.DisplacementTakesBack) is { Mean: not null } e && IsKnown(e) ? InWords(e) : "–";

    // A share that may be anything is not worth a number.
    private static bool IsKnown(Estimate share) => share.High - share.Low <= 1;

    private static string InWords(Estimate e) => new MeasureScale(100, string.Empty, "%", string.Empty).ValueWithInterval(e);

    private static string Share(Estimate e) => e.Mean is null ? "–" : new MeasureScale(100, string.Empty, "%", string.Empty).Value(e);

    private static string Title(StudyView view)
    {
        // Of a difference that doesn't matter, nothing is worth saying.
        Comparison? compared = view.Ranked.FirstOrDefault(c =>
            c.Verdict != Verdict.NoDifferenceThatMatters
            && StudyView.MeasureOf(view.Deployment(c), MeasureCatalog.DisplacementTakesBack).Mean is not null
        );
        if (compared is null)
        {
            return "No difference is large and sure enough to say how much of it rerouting cancels";
        }

        DeploymentResult told = view.Deployment(compared);
        bool isGain = view.Study.Measure.BetterWhen * compared.Difference > 0;
        string difference = isGain
            ? $"{told.Label}'s gain over {view.Baseline.Label}"
            : $"the difference between {told.Label} and {view.Baseline.Label}";
        Estimate takes = StudyView.MeasureOf(told, MeasureCatalog.DisplacementTakesBack);
        return takes switch
        {
            { Low: > 0 } => $"Rerouting cancels {InWords(takes)} of {difference}",
            { High: < 0 } => $"{Plain.Capital(difference)} grows once traffickers adapt, by "
                + $"{InWords(new Estimate(-takes.Mean, -takes.High, -takes.Low))}",
            _ => $"Too few runs to say whether rerouting cancels any of {difference}",
        };
    }

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("deployment", "what", "mean", "low", "high");
        foreach (Comparison c in study.Comparisons)
        {
            csv.Row(c.Deployment, "difference", c.Difference, c.Low, c.High);
            csv.Row(c.Deployment, "naive_difference", c.Frozen?.Mean, c.Frozen?.Low, c.Frozen?.High);
        }

        foreach (DeploymentResult d in study.Deployments)
        {
            foreach (string measure in new[] { MeasureCatalog.Displacement, MeasureCatalog.DisplacementTakesBack })
            {
                Estimate e = StudyView.MeasureOf(d, measure);
                csv.Row(d.Name, measure, e.Mean, e.Low, e.High);
            }
        }

        return csv.ToString();
    }
}

/// <summary>A value and its interval, as drawn.</summary>
public readonly record struct Span(double Value, double? Low, double? High);

/// <summary>One deployment's row of figure 13, in the unit of its axis.</summary>
public sealed record DisplacementRow
{
    public required string Label { get; init; }

    public required Span Adaptive { get; init; }

    public required Span Frozen { get; init; }

    public required string AdaptiveWords { get; init; }

    public required string FrozenWords { get; init; }

    public required string TakenBackWords { get; init; }

    public required string MovedWords { get; init; }
}
