using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Tornado;

/// <summary>The figure <c>tornado</c>: how far uncertainty about each single input moves a difference, and where it
/// flips the answer.</summary>
public sealed record TornadoFigure : FigureContent
{
    /// <summary>Widest first.</summary>
    public required IReadOnlyList<TornadoRow> Rows { get; init; }

    /// <summary>Above what the rows say of the answer: "Flips at".</summary>
    public required string TurnsHeading { get; init; }

    /// <summary>The difference at best guess, in the units shown; null where undefined.</summary>
    public required double? BestGuess { get; init; }

    public required string BestGuessWords { get; init; }

    /// <summary>Half the width of the band that is too small to matter, in the units shown; 0 for none.</summary>
    public required double TooSmall { get; init; }

    /// <summary>Unit of the axis, in words.</summary>
    public required string Unit { get; init; }

    /// <summary>What lies left and right of 0, such as "Today better".</summary>
    public required (string Left, string Right) Sides { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => TornadoDrawing.Draw(this);

    /// <param name="view">Of an analysis with a tornado.</param>
    public static TornadoFigure Analyse(SensitivityView view)
    {
        IReadOnlyList<InputSwing> swings = view.Result.Tornado ?? throw new ArgumentException("The analysis has no tornado.", nameof(view));
        TornadoRow[] rows = [.. swings.Select(s => Row(view, s))];
        string measure = Plain.Small(view.Measure.Label);
        bool isMoreBetter = view.Measure.BetterWhen >= 0;
        SensitivityAnswer answer = SensitivityAnswer.Of(view);
        string diamond = rows.Any(r => r.IsMarked)
            ? $" Diamond: where it {SensitivityAnswer.Flips(view)} the answer, or may."
            : string.Empty;
        bool isDefined = view.Result.BestGuess.Value is not null && rows.Any(r => r.AtLow is not null || r.AtHigh is not null);
        return new TornadoFigure
        {
            Words = new FigureWords
            {
                Title = answer.Headline,
                Subtitle =
                    $"Difference in {measure}, {view.Deployment} less {view.Baseline}{view.Scale.InUnit}: one input from its "
                    + "lowest to its highest value, the others at best guess.",
                HowToRead =
                    "How to read: a bar spans the range of the input, its values at the ends; the thin lines are 95% "
                    + $"intervals of chance, each on its own.{diamond}",
                Provenance = view.Block,
                AltText = string.Join(" ", answer.Sentences.Concat(rows.Zip(swings, (r, swing) => Describe(view, r, swing)))),
            },
            Rows = rows,
            TurnsHeading =
                view.IsNothingAtBestGuess ? "Changes"
                : rows.Any(r => r.IsMarked) ? "Flips at"
                : "Answer",
            BestGuess = view.Result.BestGuess.Value * view.Scale.Factor,
            BestGuessWords = $"best guess {view.DifferenceWithUnit(view.Result.BestGuess)}",
            TooSmall = view.TooSmall,
            Unit = view.Unit,
            Sides =
                view.Measure.BetterWhen == 0 ? ($"{view.Baseline} more", $"{view.Deployment} more")
                : isMoreBetter ? ($"{view.Baseline} better", $"{view.Deployment} better")
                : ($"{view.Deployment} better", $"{view.Baseline} better"),
            Nothing = isDefined ? null : $"{Plain.Capital(measure)}: undefined, as there was nothing to measure.",
            Csv = SensitivityCsv.Tornado(view, swings),
        };
    }

    private static string Describe(SensitivityView view, TornadoRow row, InputSwing swing)
    {
        string turns = row.Turns.Length > 0 ? $", {SensitivityTable.Turns(view, swing)}" : string.Empty;
        return $"{row.Name}: {row.LowWords} gives {row.AtLowWords}, {row.HighWords} gives {row.AtHighWords}{turns}.";
    }

    private static TornadoRow Row(SensitivityView view, InputSwing swing)
    {
        InputWords input = view.Input(swing.Path);
        InputRange range = view.Result.Inputs.First(i => i.Path == swing.Path);
        return new TornadoRow
        {
            Name = input.Heading,
            Unit = input.UnitLeftOut,
            Range = input.Range,
            LowWords = input.ShortValue(range.Low),
            HighWords = input.ShortValue(range.High),
            AtLow = range.Low == range.Best && range.High > range.Best ? null : Shown(view, swing.AtLow),
            AtHigh = range.High == range.Best && range.Low < range.Best ? null : Shown(view, swing.AtHigh),
            AtLowWords = view.Difference(swing.AtLow),
            AtHighWords = view.Difference(swing.AtHigh),
            ChangesNothing =
                swing.Swing.Value is { } s
                && Math.Abs(s) <= 1e-12 * Math.Abs(view.Result.BestGuess.Value ?? 0)
                && swing.AtLow == view.Result.BestGuess,
            IsMarked = swing is { Answer: Answered.Flips } or { Answer: Answered.MayFlip, TurnsAt: not null },
            Turns = (swing.Answer, swing.TurnsAt) switch
            {
                (Answered.Flips, { } at) => Turning(input, at),
                (Answered.Flips, null) when view.IsNothingAtBestGuess => swing.MattersAt is { } matters
                    ? Turning(input, matters)
                    : "at an end",
                (Answered.Flips, null) => "in between",
                (Answered.MayFlip, { Value: { } value }) => $"may, at {input.ShortValue(value)}",
                (Answered.MayFlip, null) => SensitivityAnswer.MayOnlyShrink(view, swing) ? "may be too small" : "may",
                (Answered.Shrinks, _) => swing.MattersAt is { } small ? $"too small at {Turning(input, small)}" : "too small",
                _ => string.Empty,
            },
        };
    }

    private static string Turning(InputWords input, SimulatedValue at) =>
        at is { Value: { } value, Low: { } low, High: { } high } && input.ShortValue(low) != input.ShortValue(high)
            ? $"{input.ShortValue(value)} ({input.ShortValue(low)} to {input.ShortValue(high)})"
            : input.ShortValue(at.Value!.Value);

    private static BarEnd? Shown(SensitivityView view, SimulatedValue value) =>
        value.Value is { } v ? new BarEnd(v * view.Scale.Factor, value.Low * view.Scale.Factor, value.High * view.Scale.Factor) : null;
}

/// <summary>One end of a bar, in the units shown, with the interval of chance.</summary>
public sealed record BarEnd(double Value, double? Low, double? High);

/// <summary>One input's bar.</summary>
public sealed record TornadoRow
{
    public required string Name { get; init; }

    /// <summary>What the values at its ends leave out; empty for nothing.</summary>
    public required string Unit { get; init; }

    /// <summary>"30% to 50%, best guess 40%".</summary>
    public required string Range { get; init; }

    /// <summary>The input's lowest value, as it stands at the bar's end.</summary>
    public required string LowWords { get; init; }

    public required string HighWords { get; init; }

    /// <summary>The difference there; null where undefined, and where the end is the best guess, which is shown for
    /// all.</summary>
    public required BarEnd? AtLow { get; init; }

    public required BarEnd? AtHigh { get; init; }

    public required string AtLowWords { get; init; }

    public required string AtHighWords { get; init; }

    /// <summary>Whether the input does nothing at all to the difference.</summary>
    public required bool ChangesNothing { get; init; }

    /// <summary>Whether a diamond marks it: it flips the answer, or the estimates cross 0.</summary>
    public required bool IsMarked { get; init; }

    /// <summary>Where it flips the answer, with the interval of chance, or that it may; empty where it doesn't, or
    /// nothing is decided.</summary>
    public required string Turns { get; init; }
}
