using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Answers;

/// <summary>The figure <c>answer</c>: how each deployment differs from the baseline, best first.</summary>
public sealed record AnswerFigure : FigureContent
{
    /// <summary>Best first; without the baseline.</summary>
    public required IReadOnlyList<AnswerRow> Rows { get; init; }

    /// <summary>The baseline's label, and its rate in words.</summary>
    public required string BaselineLabel { get; init; }

    public required string BaselineValue { get; init; }

    public required string BaselineHours { get; init; }

    /// <summary>Half the width of the band that is too small to matter, in the units shown; 0 for none.</summary>
    public required double TooSmall { get; init; }

    /// <summary>Unit of the axis, in words.</summary>
    public required string Unit { get; init; }

    /// <summary>What the interval of a difference is, as a sentence of a chart that draws nothing else: "Line: its 95%
    /// interval."</summary>
    public required string Interval { get; init; }

    public override Scene Draw() => AnswerDrawing.Draw(this);

    /// <summary>The figure with its first rows only, where there is room for no more to be read; it says how many there
    /// are.</summary>
    /// <param name="most">How many rows.</param>
    /// <param name="kept">The label of a row that is there in any case.</param>
    public AnswerFigure WithFirst(int most, string kept)
    {
        if (Rows.Count <= most)
        {
            return this;
        }

        AnswerRow[] rows = [.. Rows.Take(most - 1), Rows.Skip(most - 1).FirstOrDefault(row => row.Label == kept) ?? Rows[most - 1]];
        return this with
        {
            Rows = rows,
            Words = Words with { Subtitle = $"{Words.Subtitle} The first {most} of {Rows.Count}; all are in the report." },
        };
    }

    public static AnswerFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        var answer = Answer.Of(study);
        string unit = view.Scale.AxisUnit;
        AnswerRow[] rows = [.. view.Ranked.Select(c => Row(view, c))];
        string measure = Plain.Small(study.Measure.Label);
        return new AnswerFigure
        {
            Words = new FigureWords
            {
                Title = answer.Headline,
                Finding = answer.Finding,
                Subtitle = Subtitle(view, measure),
                HowToRead = HowToRead(view) + Plain.Note(rows.Select(r => r.Value)),
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText =
                    $"{view.Baseline.Label} is the baseline with a {measure} of "
                    + $"{view.Scale.ValueWithInterval(view.MeasureOf(view.Baseline))}. "
                    + string.Join(" ", rows.Select(r => Describe(view, r)))
                    + (answer.Finding is { } finding ? " " + finding : string.Empty),
            },
            Rows = rows,
            BaselineLabel = view.Baseline.Label,
            BaselineValue = view.Scale.Value(view.MeasureOf(view.Baseline)),
            BaselineHours = Digits.Hours(view.Baseline.OfficerHours),
            TooSmall = view.Threshold * view.Scale.Factor,
            Unit = unit,
            Interval =
                study.Choice is not null ? "Line: its 95% interval, as if its number of replications had been fixed."
                : study.InputsDrawn > 0 ? "Line: 95% interval of the average over the inputs drawn."
                : "Line: its 95% interval; all right at once in 95 of 100 such studies.",
            Csv = Data(view),
        };
    }

    private static string Describe(StudyView view, AnswerRow row)
    {
        string frozen = row.Frozen is { } value
            ? $"; if nobody adapted {Digits.Signed(value, finest: view.Scale.Finest)}{view.UnitAfter}"
            : string.Empty;
        return $"{row.Label}: {row.Value}{view.UnitAfter}, {row.Hours} officer-hours, better in {row.BetterIn}, {row.Verdict}{frozen}.";
    }

    // Whether there is a wide bar to draw: what the inputs do is known, and chance doesn't hide it.
    private static bool ShowsInputs(StudyView view) => view.Study.Comparisons.Any(c => c.OverInputs is { IsHiddenByChance: false });

    private static string Subtitle(StudyView view, string measure)
    {
        string bar =
            view.Study.Choice is not null
                ? "Bar: its 95% interval, as if its number of replications had been fixed. Out: dropped before the end."
            : view.Study.InputsDrawn > 0 && !ShowsInputs(view) ? "Bar: 95% interval of the average over the inputs drawn."
            : view.Study.InputsDrawn > 0
                ? "Wide bar: the true difference for 4 in 5 plausible inputs. Dark bar: 95% interval of their average."
            : view.Study.Replications > 1 ? "Bar, if wider than the dot: its 95% interval; all right at once in 95 of 100 such studies."
            : "One replication gives no interval.";
        return view.Study.Comparisons.Count > 0
            ? $"Difference in {measure} from {view.Baseline.Label}{view.Scale.InUnit}. Dot: "
                + $"{(view.Study.InputsDrawn > 0 ? "average" : "estimate")}. {bar}"
            : $"{view.Study.Measure.Label} of the only deployment.";
    }

    private static string HowToRead(StudyView view)
    {
        if (view.Study.Comparisons.Count == 0)
        {
            return "Add a second deployment to the scenario to compare.";
        }

        if (view.Study.InputsDrawn > 0)
        {
            string better =
                $"\"Better in\": in how many simulated {Plain.Period(view.Study.Scenario.LengthHours)}s it wins, luck and inputs included.";
            return !ShowsInputs(view)
                ? "How to read: the bar is chance, that of the draws included; it says nothing about how the difference depends "
                    + $"on the inputs. {better}"
                : "How to read: the wide bar is uncertainty about the inputs, which more replications don't narrow; the dark one is "
                    + $"chance, which they do. {better}";
        }

        string band =
            view.Threshold > 0
                ? "How to read: a bar that misses the grey band shows a difference that matters. "
                : "How to read: a bar that misses 0 shows a difference. ";
        return $"{band}\"Better in\": in how many simulated {Plain.Period(view.Study.Scenario.LengthHours)}s, with the same "
            + "shipments, it wins (ties half).";
    }

    private static AnswerRow Row(StudyView view, Comparison c)
    {
        DeploymentResult deployment = view.Deployment(c);
        return new AnswerRow
        {
            Label = view.MarkedLabelOf(c),
            Difference = Shown(c.Difference, view),
            Low = Shown(c.Low, view),
            High = Shown(c.High, view),
            Frozen = Shown(c.Frozen?.Mean, view),
            Value = view.Scale.Difference(c),
            Hours = Digits.Hours(deployment.OfficerHours),
            TakesAgainst = view.TakesAgainst(deployment),
            BetterIn = Digits.Percent(c.BetterIn),
            OverInputs = c.OverInputs is { IsHiddenByChance: false } over
                ? (Shown(over.P10.Mean, view)!.Value, Shown(over.P90.Mean, view)!.Value)
                : null,
            Verdict = Plain.Capital(
                (OverInputsWords.Standing(view.Study, c) ?? c.Verdict.ToWords()) + ChoiceWords.Beside(view.Study, c.Deployment)
            ),
            IsClear = c.Verdict is Verdict.ClearlyBetter or Verdict.ClearlyWorse,
        };
    }

    private static double? Shown(double? value, StudyView view) => view.Scale.Drawn(value);

    private static string Data(StudyView view)
    {
        bool isDrawn = view.Study.InputsDrawn > 0;
        string[] overInputs = isDrawn
            ? ["true_p10_over_inputs", "true_p90_over_inputs", "truly_better_share", "truly_better_low", "truly_better_high"]
            : [];
        var csv = new CsvText([
            "deployment",
            "label",
            "measure",
            "difference",
            "low",
            "high",
            "officer_hours",
            "better_in",
            "better_in_low",
            "better_in_high",
            "verdict",
            "difference_if_nobody_adapted",
            .. overInputs,
        ]);
        csv.Row([
            view.Baseline.Name,
            view.Baseline.Label,
            view.Study.Measure.Name,
            null,
            null,
            null,
            view.Baseline.OfficerHours,
            null,
            null,
            null,
            "baseline",
            null,
            .. overInputs.Select(_ => (object?)null),
        ]);
        foreach (Comparison c in view.Ranked)
        {
            object?[] over = isDrawn
                ?
                [
                    c.OverInputs?.P10.Mean,
                    c.OverInputs?.P90.Mean,
                    c.OverInputs?.Better.Mean,
                    c.OverInputs?.Better.Low,
                    c.OverInputs?.Better.High,
                ]
                : [];
            csv.Row([
                c.Deployment,
                view.LabelOf(c),
                c.Measure,
                c.Difference,
                c.Low,
                c.High,
                view.Deployment(c).OfficerHours,
                c.BetterIn,
                c.BetterInInterval?.Low,
                c.BetterInInterval?.High,
                c.Verdict.ToWords(),
                c.Frozen?.Mean,
                .. over,
            ]);
        }

        return csv.ToString();
    }
}

/// <summary>One deployment's line in the figure <c>answer</c>; numbers in the units shown, null where
/// undefined.</summary>
public sealed record AnswerRow
{
    public required string Label { get; init; }

    public required double? Difference { get; init; }

    public required double? Low { get; init; }

    public required double? High { get; init; }

    /// <summary>The difference if no trafficker adapted; null where none does.</summary>
    public double? Frozen { get; init; }

    /// <summary>Where the true difference lies for 4 in 5 plausible inputs; null where they are held, and
    /// where chance hides it.</summary>
    public (double Low, double High)? OverInputs { get; init; }

    public required string Value { get; init; }

    public required string Hours { get; init; }

    /// <summary>As <see cref="StudyView.TakesAgainst"/>.</summary>
    public required string TakesAgainst { get; init; }

    public required string BetterIn { get; init; }

    public required string Verdict { get; init; }

    /// <summary>Whether the verdict is clear; the others are drawn hollow.</summary>
    public required bool IsClear { get; init; }
}
