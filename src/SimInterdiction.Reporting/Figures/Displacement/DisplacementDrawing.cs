using SimInterdiction.Reporting.Drawing;
using MarkerShape = ScottPlot.MarkerShape;

namespace SimInterdiction.Reporting.Figures.Displacement;

/// <summary>Draws the figure <c>displacement</c>: for each deployment a hollow mark with its interval above a filled
/// one, and the numbers beside them.</summary>
internal static class DisplacementDrawing
{
    private const double LowestRow = 36;
    private const double HighestRow = 84;
    private const double HeaderHeight = 40;
    private const double AxisHeight = 46;
    private const double WordsWidth = 150;
    private const double TakenWidth = 130;
    private const double NumberWidth = 84;

    public static Scene Draw(DisplacementFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        int rows = figure.Rows.Count;
        (Scene scene, Box room, double height) = RowsPage.Begin(figure.Words, rows, (LowestRow, HighestRow), HeaderHeight + AxisHeight);
        double names = RowName.Width(figure.Rows.Select(r => r.Label), 160, 280);
        double words = room.Right - (2 * WordsWidth) - TakenWidth - NumberWidth;
        var box = new Box(room.Left + names, room.Top + HeaderHeight, words - 16, room.Top + HeaderHeight + (height * rows));
        (double, double) range = Range(figure);
        var pane = new PlotPane(box, range, (rows, 0));
        Axis(scene, pane, figure, range);
        Header(scene, box.Top, words);
        for (int i = 0; i < rows; i++)
        {
            DisplacementRow row = figure.Rows[i];
            Bar(pane, row.Frozen, i + 0.32, Palette.Charcoal, 3, MarkerShape.OpenSquare);
            Bar(pane, row.Adaptive, i + 0.68, Palette.Blue, 5, MarkerShape.FilledCircle);
            double centre = box.Top + ((i + 0.5) * height);
            RowName.Draw(scene, row.Label, new Box(room.Left, centre - (height / 2), box.Left - 14, centre + (height / 2)));
            Cell(scene, row.FrozenWords, words + (WordsWidth / 2), centre, WordsWidth, Weight.Regular);
            Cell(scene, row.AdaptiveWords, words + (1.5 * WordsWidth), centre, WordsWidth, Weight.Semibold);
            Cell(scene, row.TakenBackWords, words + (2 * WordsWidth) + (TakenWidth / 2), centre, TakenWidth, Weight.Regular);
            Cell(scene, row.MovedWords, words + (2 * WordsWidth) + TakenWidth + (NumberWidth / 2), centre, NumberWidth, Weight.Regular);
        }

        scene.Add(pane.Mark);
        return scene;
    }

    private static (double Low, double High) Range(DisplacementFigure figure)
    {
        double[] ends =
        [
            0,
            .. figure
                .Rows.SelectMany(r => new[] { r.Frozen, r.Adaptive })
                .SelectMany(s => new[] { s.Value, s.Low, s.High })
                .OfType<double>(),
        ];
        double span = ends.Max() - ends.Min();
        return span > 0 ? (ends.Min() - (0.06 * span), ends.Max() + (0.06 * span)) : (-1, 1);
    }

    private static void Axis(Scene scene, PlotPane pane, DisplacementFigure figure, (double, double) range)
    {
        IReadOnlyList<double> ticks = AxisText.Spaced(range, pane.Box.Width, 14);
        foreach (double tick in ticks)
        {
            pane.Upright(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text(AxisText.Signed(tick, ticks), pane.X(tick), pane.Box.Bottom + 19, 14, Palette.Charcoal, Anchor: Anchor.Middle)
            );
        }

        pane.Upright(0, Palette.Charcoal, 2);
        if (figure.Unit.Length > 0)
        {
            scene.Add(new Mark.Text(figure.Unit, pane.Box.CentreX, pane.Box.Bottom + 38, 14, Palette.Muted, Anchor: Anchor.Middle));
        }
    }

    private static void Header(Scene scene, double bottom, double left)
    {
        (string Words, double X)[] heads =
        [
            ("Nobody\nadapts", left + (WordsWidth / 2)),
            ("Traffickers\nadapt", left + (1.5 * WordsWidth)),
            ("Cancelled\nby adapting", left + (2 * WordsWidth) + (TakenWidth / 2)),
            ("Moved", left + (2 * WordsWidth) + TakenWidth + (NumberWidth / 2)),
        ];
        foreach ((string words, double x) in heads)
        {
            string[] lines = words.Split('\n');
            scene.AddLines(
                lines,
                new Mark.Text(string.Empty, x, bottom - 10 - ((lines.Length - 1) * 16), 14, Palette.Ink, Weight.Semibold, Anchor.Middle),
                16
            );
        }
    }

    private static void Bar(PlotPane pane, Span span, double y, SkiaSharp.SKColor color, double width, MarkerShape shape)
    {
        if (span is { Low: { } low, High: { } high })
        {
            pane.Line(low, y, high, y, color, width);
        }

        pane.Dot(span.Value, y, 12, color, shape);
    }

    private static void Cell(Scene scene, string words, double x, double centre, double width, Weight weight)
    {
        double size = Lettering.Fit(words, width - 8, 1, weight, 15, 14, 13, 12, 11);
        scene.Add(new Mark.Text(words, x, centre + 5, size, Palette.Ink, weight, Anchor.Middle));
    }
}
