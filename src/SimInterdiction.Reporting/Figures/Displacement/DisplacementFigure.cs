using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Displacement;

/// <summary>The figure <c>displacement</c>: each deployment's difference from the baseline if nobody adapted, and once
/// traffickers do.</summary>
public sealed record DisplacementFigure : FigureContent
{
    /// <summary>Best first, as in the figure <c>answer</c>.</summary>
    public required IReadOnlyList<DisplacementRow> Rows { get; init; }

    /// <summary>What differences are counted in, for the axis.</summary>
    public required string Unit { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => DisplacementDrawing.Draw(this);

    public static DisplacementFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        DisplacementRow[] rows = [.. view.Ranked.Select(c => Row(view, c)).OfType<DisplacementRow>()];
        string? nothing = DisplacementWords.Nothing(view);
        return new DisplacementFigure
        {
            Words = new FigureWords
            {
                Title = DisplacementWords.Headline(view),
                Subtitle =
                    $"Difference of the {Plain.Small(study.Measure.Label)} from {view.Baseline.Label}: hollow if nobody "
                    + "adapted, filled once traffickers do, on the same shipments. Bars: 95% intervals.",
                HowToRead =
                    "How to read: \"cancelled\" is the part of the difference that adapting undoes (\"grows\": adds to), "
                    + "\"moved\" the share of firearms that take other corridors than under the baseline. –: too uncertain to say.",
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = nothing
                    ?? string.Join(
                        " ",
                        rows.Select(r =>
                            $"{r.Label}: {r.FrozenWords} if nobody adapted, {r.AdaptiveWords} once they do; "
                            + $"cancelled by adapting: {r.TakenBackWords}."
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
        if (c is not { Difference: { } adaptive, Frozen: { Mean: { } ifFrozen } frozen })
        {
            return null;
        }

        double factor = view.Scale.Factor;
        DeploymentResult deployment = view.Deployment(c);
        return new DisplacementRow
        {
            Label = deployment.Label,
            Adaptive = new Span(factor * adaptive, factor * c.Low, factor * c.High),
            Frozen = new Span(factor * ifFrozen, factor * frozen.Low, factor * frozen.High),
            AdaptiveWords = view.Scale.Difference(c),
            FrozenWords = view.Scale.Difference(c with { Difference = ifFrozen, Low = frozen.Low, High = frozen.High }),
            TakenBackWords = DisplacementWords.Cancelled(deployment),
            MovedWords = DisplacementWords.Share(StudyView.MeasureOf(deployment, MeasureCatalog.Displacement)),
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

/// <summary>One deployment's row of the figure <c>displacement</c>, in the unit of its axis.</summary>
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
