using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Steps;

/// <summary>The figure <c>steps</c>: to those before it, and alone.</summary>
public sealed record StepsFigure : FigureContent
{
    /// <summary>In the scenario's order.</summary>
    public required IReadOnlyList<StepsRow> Rows { get; init; }

    /// <summary>Whether any step was simulated alone, too.</summary>
    public bool HasAlone => Rows.Any(row => row.Alone is not null);

    /// <summary>Half the width of the band that is too small to matter, in the units shown; 0 for none.</summary>
    public required double TooSmall { get; init; }

    /// <summary>Unit of the axis, in words.</summary>
    public required string Unit { get; init; }

    public override Scene Draw() => StepsDrawing.Draw(this);

    public static StepsFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        StepsRow[] rows = [.. study.Steps.Select(step => Row(view, step))];
        string measure = Plain.Small(study.Measure.Label);
        bool hasAlone = rows.Any(row => row.Alone is not null);
        return new StepsFigure
        {
            Words = new FigureWords
            {
                Title = StepWords.Headline(view),
                Subtitle =
                    $"Difference in {measure}{view.Scale.InUnit}. "
                    + (
                        hasAlone
                            ? "Filled: what the step adds to those before it; hollow: alone. "
                            : "Dot: what the step adds to those before it. "
                    )
                    + "Bar: its 95% interval; all right at once in 95 of 100 such studies.",
                HowToRead =
                    (
                        hasAlone
                            ? "How to read: where the two dots differ, a step is worth more, or less, after those before it. Alone: on "
                                + $"top of {view.Baseline.Label}, or of what is named."
                            : $"How to read: each step comes on top of those above it, the first on top of {view.Baseline.Label}."
                    ) + Plain.Note(rows.SelectMany(r => new[] { r.Added?.Value ?? string.Empty, r.Alone?.Value ?? string.Empty })),
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = string.Join(" ", rows.Select(r => Describe(view, r))),
            },
            Rows = rows,
            TooSmall = view.Threshold * view.Scale.Factor,
            Unit = view.Scale.AxisUnit,
            Csv = Data(study),
        };
    }

    private static string Describe(StudyView view, StepsRow row) =>
        $"{row.Label}: "
        + string.Join(
            ", ",
            new[]
            {
                row.Added is { } added ? $"{added.Value}{view.UnitAfter} on top of those before it" : string.Empty,
                row.Alone is { } alone ? $"{alone.Value}{view.UnitAfter} {row.Beneath ?? "alone"}" : string.Empty,
            }.Where(words => words.Length > 0)
        )
        + $"; officer-hours: {row.Hours}.";

    private static StepsRow Row(StudyView view, StepResult step)
    {
        Comparison? added = StepWords.Added(step);
        Comparison? alone = StepWords.Alone(step);
        return new StepsRow(
            step.Label,
            StepWords.OnTopOf(view, step),
            added is null ? null : Dot(view, added),
            alone is null ? null : Dot(view, alone),
            StepWords.HoursAdded(view, (added ?? alone)!)
        );
    }

    private static StepsDot Dot(StudyView view, Comparison c) =>
        new(view.Scale.Drawn(c.Difference), view.Scale.Drawn(c.Low), view.Scale.Drawn(c.High), view.Scale.Difference(c));

    private static string Data(StudyResult study)
    {
        var csv = new CsvText(
            "step",
            "label",
            "kind",
            "deployment",
            "against",
            "measure",
            "difference",
            "low",
            "high",
            "better_in",
            "verdict"
        );
        foreach (StepResult step in study.Steps)
        {
            foreach (
                (string kind, Comparison c) in step.UpToHere.Select(x => ("up_to_here", x)).Concat(step.Alone.Select(x => ("alone", x)))
            )
            {
                csv.Row(
                    step.Name,
                    step.Label,
                    kind,
                    c.Deployment,
                    c.Against,
                    c.Measure,
                    c.Difference,
                    c.Low,
                    c.High,
                    c.BetterIn,
                    c.Verdict.ToWords()
                );
            }
        }

        return csv.ToString();
    }
}

/// <summary>One step's line in the figure <c>steps</c>.</summary>
/// <param name="Label">The step.</param>
/// <param name="Beneath">What it stands on top of alone, if not the baseline.</param>
/// <param name="Added">On top of those before it; null where nothing is stated.</param>
/// <param name="Alone">Alone; null where nothing is stated.</param>
/// <param name="Hours">Officer-hours it adds.</param>
public sealed record StepsRow(string Label, string? Beneath, StepsDot? Added, StepsDot? Alone, string Hours);

/// <summary>A difference in the units shown, null where undefined, and in words.</summary>
public sealed record StepsDot(double? Difference, double? Low, double? High, string Value);
