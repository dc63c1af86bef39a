using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;
using MarkerShape = ScottPlot.MarkerShape;

namespace SimInterdiction.Reporting.Figures.Risk;

/// <summary>Draws the figure <c>risk</c>: a row per deployment, dots piled up on a line, the average and the
/// percentiles under it.</summary>
internal static class RiskDrawing
{
    private const double LowestRow = 40;
    private const double HighestRow = 220;
    private const double PileRoom = 0.52;
    private const double Squeezed = 0.65;
    private const double HeaderHeight = 30;
    private const double AxisHeight = 50;

    public static Scene Draw(RiskFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        int rows = figure.Rows.Count;
        (Scene scene, Box room, double rowHeight) = RowsPage.Begin(figure.Words, rows, (LowestRow, HighestRow), HeaderHeight + AxisHeight);
        var box = new Box(
            room.Left + NamesWidth(figure) + 16,
            room.Top + HeaderHeight,
            room.Right - 390,
            room.Top + HeaderHeight + (rows * rowHeight)
        );
        (double, double) range = Range(figure);
        var pane = new PlotPane(box, range, (rows, 0));
        Axis(scene, pane, figure, range);
        double diameter = Diameter(figure, pane, rowHeight);
        for (int i = 0; i < rows; i++)
        {
            DrawRow(pane, figure.Rows[i], i, rowHeight, diameter);
        }

        scene.Add(pane.Mark);
        Words(scene, figure, room, box, rowHeight);
        return scene;
    }

    private static string Ending(RiskRow row) => row.IsBaseline ? " (baseline)" : string.Empty;

    private static double NamesWidth(RiskFigure figure) =>
        Math.Clamp(figure.Rows.Max(r => Lettering.Width(r.Label + Ending(r), 19, Weight.Semibold)) + 4, 160, 274);

    private static (double, double) Range(RiskFigure figure)
    {
        double[] all =
        [
            .. figure.Rows.SelectMany(r => r.Dots),
            .. figure.Rows.SelectMany(r => new[] { r.Mean, r.Low, r.High, r.P10Interval?.Low, r.P90Interval?.High }).OfType<double>(),
        ];
        double low = all.Min();
        double high = all.Max();
        double room =
            high > low ? 0.05 * (high - low)
            : high == 0 ? 1
            : Math.Abs(high) * 0.5;
        // Nothing below 0 is shown where nothing lies below 0.
        return (low >= 0 ? Math.Max(low - room, -0.04 * (high - low + room)) : low - room, high + room);
    }

    private static void Axis(Scene scene, PlotPane pane, RiskFigure figure, (double Low, double High) range)
    {
        IReadOnlyList<double> ticks = AxisText.Spaced(range, pane.Box.Width, 15);
        foreach (double tick in ticks)
        {
            pane.Upright(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text(AxisText.Plain(tick, ticks), pane.X(tick), pane.Box.Bottom + 21, 15, Palette.Charcoal, Anchor: Anchor.Middle)
            );
        }

        scene.Add(new Mark.Text(figure.Axis, pane.Box.CentreX, pane.Box.Bottom + 42, 14, Palette.Muted, Anchor: Anchor.Middle));
    }

    /// <summary>The largest dots whose piles stay in the upper part of their rows.</summary>
    private static double Diameter(RiskFigure figure, PlotPane pane, double rowHeight)
    {
        for (double diameter = 11; diameter > 1.5; diameter -= 0.5)
        {
            int highest = figure
                .Rows.Where(r => !IsConstant(r))
                .Select(r => r.Dots.GroupBy(d => Bin(pane, d, diameter)).Select(g => g.Count()).DefaultIfEmpty(0).Max())
                .DefaultIfEmpty(0)
                .Max();
            if (highest * diameter * Squeezed <= rowHeight * PileRoom)
            {
                return diameter;
            }
        }

        return 1.5;
    }

    private static bool IsConstant(RiskRow row) => row.Dots.Count > 0 && row.Dots.Max() - row.Dots.Min() <= 1e-9 * Math.Abs(row.Dots.Max());

    private static double Bin(PlotPane pane, double value, double diameter) => Math.Floor((pane.X(value) - pane.Box.Left) / diameter);

    private static void DrawRow(PlotPane pane, RiskRow row, int index, double rowHeight, double diameter)
    {
        double ground = index + 0.66;
        SkiaSharp.SKColor color = row.IsBaseline ? Palette.Charcoal : Palette.Blue;
        pane.Level(ground, Palette.Grid, 1);
        double least = diameter / rowHeight;
        if (IsConstant(row))
        {
            // One dot stands for all: they lie on the same spot.
            pane.Dot(row.Dots[0], ground - (8 / rowHeight), 13, row.IsBaseline ? Palette.Charcoal : Palette.Teal);
        }

        foreach (IGrouping<double, double> pile in IsConstant(row) ? [] : row.Dots.GroupBy(d => Bin(pane, d, diameter)))
        {
            double x = pile.Average();
            // A pile higher than its room is squeezed, its dots overlapping, rather than drawn over the row above.
            double step = Math.Min(least, PileRoom / pile.Count());
            int place = 0;
            foreach (double _ in pile)
            {
                pane.EdgedDot(x, ground - ((place + 0.5) * step), Math.Max(2, diameter), row.IsBaseline ? Palette.Charcoal : Palette.Teal);
                place++;
            }
        }

        double under = ground + Math.Min(0.17, 9 / rowHeight + 0.04);
        Percentile(pane, row.P10, row.P10Interval, under, rowHeight, color);
        Percentile(pane, row.P90, row.P90Interval, under, rowHeight, color);
        if (row.Mean is { } mean)
        {
            if (row.Low is { } low && row.High is { } high)
            {
                pane.Line(low, under, high, under, color, 5);
            }

            pane.Dot(mean, under, 13, color, MarkerShape.FilledDiamond);
        }
    }

    private static void Percentile(
        PlotPane pane,
        double? value,
        (double Low, double High)? interval,
        double y,
        double rowHeight,
        SkiaSharp.SKColor color
    )
    {
        if (value is not { } v)
        {
            return;
        }

        double half = 6 / rowHeight;
        pane.Line(v, y - half, v, y + half, color, 2.5);
        if (interval is { } ends)
        {
            pane.Line(ends.Low, y, ends.High, y, color, 2);
        }
    }

    private static void Words(Scene scene, RiskFigure figure, Box room, Box box, double rowHeight)
    {
        double average = room.Right - 270;
        double spread = room.Right - 76;
        scene.Add(new Mark.Text("Average (95% interval)", average, box.Top - 12, 16, Palette.Ink, Weight.Semibold, Anchor.Middle));
        scene.Add(new Mark.Text(figure.SpreadHeading, spread, box.Top - 12, 16, Palette.Ink, Weight.Semibold, Anchor.Middle));
        for (int i = 0; i < figure.Rows.Count; i++)
        {
            RiskRow row = figure.Rows[i];
            double y = box.Top + ((i + 0.55) * rowHeight);
            double width = box.Left - room.Left - 16;
            double size = Lettering.Fit(row.Label + Ending(row), width, 1, Weight.Semibold, 19, 17, 15.5);
            IReadOnlyList<string> lines = RowName.Lines(row.Label, Ending(row), width, size, Weight.Semibold, 2);
            scene.AddLines(
                lines,
                new Mark.Text(
                    string.Empty,
                    room.Left,
                    y + (size * 0.35) - ((lines.Count - 1) * size * 0.56),
                    size,
                    Palette.Ink,
                    Weight.Semibold
                ),
                size * 1.12
            );
            Column(scene, Plain.Cell(row.Average), average, y, 214);
            Column(scene, Plain.Cell(row.Spread), spread, y, 168);
        }
    }

    private static void Column(Scene scene, string words, double x, double y, double width)
    {
        double size = Lettering.Fit(words, width, 1, Weight.Regular, 16, 14.5, 13);
        IReadOnlyList<string> lines = Lettering.Wrap(words, width, size, most: 2);
        scene.AddLines(
            lines,
            new Mark.Text(string.Empty, x, y + (size * 0.35) - ((lines.Count - 1) * size * 0.58), size, Palette.Ink, Anchor: Anchor.Middle),
            size * 1.16
        );
    }
}
