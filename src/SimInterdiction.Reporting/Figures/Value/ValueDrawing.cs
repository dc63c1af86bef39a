using SimInterdiction.Reporting.Drawing;
using MarkerShape = ScottPlot.MarkerShape;

namespace SimInterdiction.Reporting.Figures.Value;

/// <summary>Draws the figure <c>value</c>: dots with their names in a column at the right, each joined to its dot by a
/// thin line, so that crowded dots keep their names.</summary>
internal static class ValueDrawing
{
    private const double LowestName = 17;
    private const double HighestName = 44;
    private const double AxisHeight = 56;

    public static Scene Draw(ValueFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        (Scene scene, Box room) = Frame.Begin(figure.Words);
        double needed = ((figure.Points.Count + 1) * LowestName) + AxisHeight;
        if (needed > room.Height)
        {
            (scene, room) = Frame.Begin(figure.Words, needed - room.Height);
        }

        double size = figure.Points.Count > 16 ? 13 : 16;
        double names = Math.Clamp(figure.Points.Max(p => Lettering.Width(p.Label + Ending(p), size, Weight.Semibold)), 200, 470);
        (double Low, double High) values = Widened(Values(figure));
        (double Low, double High) hours = Widened((figure.Points.Min(p => p.OfficerHours), figure.Points.Max(p => p.OfficerHours)));
        var box = new Box(room.Left + 64, room.Top + 22, room.Right - names - 60, room.Bottom - AxisHeight + 10);
        var pane = new PlotPane(box, hours, values);
        Axes(scene, pane, figure, hours, values);
        Frontier(pane, figure);
        foreach (ValuePoint point in figure.Points.OrderByDescending(p => p.IsDominated))
        {
            Dot(pane, point);
        }

        scene.Add(pane.Mark);
        Names(scene, pane, figure, room.Right - names, size);
        return scene;
    }

    private static string Ending(ValuePoint point) => $"{(point.IsBaseline ? " (baseline)" : string.Empty)}: {point.Words}";

    private static (double, double) Values(ValueFigure figure)
    {
        double[] all = [.. figure.Points.SelectMany(p => new[] { p.Value, p.Low, p.High }).OfType<double>()];
        return (all.Min(), all.Max());
    }

    private static (double Low, double High) Widened((double Low, double High) range)
    {
        double span = range.High - range.Low;
        double room =
            span > 1e-9 * Math.Abs(range.High) ? 0.08 * span
            : range.High == 0 ? 1
            : Math.Abs(range.High) * 0.2;
        return (range.Low >= 0 ? Math.Max(range.Low - room, -0.05 * (span + room)) : range.Low - room, range.High + room);
    }

    private static void Axes(
        Scene scene,
        PlotPane pane,
        ValueFigure figure,
        (double Low, double High) hours,
        (double Low, double High) values
    )
    {
        Box box = pane.Box;
        IReadOnlyList<double> up = Ticks.Round(values.Low, values.High, 6);
        foreach (double tick in up)
        {
            pane.Level(tick, Palette.Grid, 1);
            scene.Add(new Mark.Text(AxisText.Plain(tick, up), box.Left - 8, pane.Y(tick) + 5, 14, Palette.Charcoal, Anchor: Anchor.End));
        }

        IReadOnlyList<double> across = AxisText.Spaced(hours, box.Width, 15);
        foreach (double tick in across)
        {
            pane.Upright(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text(AxisText.Plain(tick, across), pane.X(tick), box.Bottom + 20, 15, Palette.Charcoal, Anchor: Anchor.Middle)
            );
        }

        scene.Add(new Mark.Text("officer-hours", box.CentreX, box.Bottom + 40, 15, Palette.Muted, Anchor: Anchor.Middle));
        scene.Add(new Mark.Text(figure.Axis, box.Left, box.Top - 10, 15, Palette.Muted));
    }

    /// <summary>Steps between the deployments nobody dominates: between two of them the one with fewer hours is the
    /// best there is.</summary>
    private static void Frontier(PlotPane pane, ValueFigure figure)
    {
        ValuePoint[] best = [.. figure.Points.Where(p => !p.IsDominated).OrderBy(p => p.OfficerHours).ThenBy(p => p.Value)];
        foreach ((ValuePoint a, ValuePoint b) in best.Zip(best.Skip(1)))
        {
            pane.Line(a.OfficerHours, a.Value, b.OfficerHours, a.Value, Palette.Teal, 3);
            pane.Line(b.OfficerHours, a.Value, b.OfficerHours, b.Value, Palette.Teal, 3);
        }
    }

    private static void Dot(PlotPane pane, ValuePoint point)
    {
        SkiaSharp.SKColor color = point.IsDominated ? Palette.Charcoal : Palette.Blue;
        if (point.Low is { } low && point.High is { } high)
        {
            pane.Line(point.OfficerHours, low, point.OfficerHours, high, color, 3);
        }

        MarkerShape shape = point.IsBaseline ? MarkerShape.FilledSquare : MarkerShape.FilledCircle;
        pane.Dot(point.OfficerHours, point.Value, 13, color, shape);
        if (point.IsDominated)
        {
            pane.Dot(point.OfficerHours, point.Value, 8, SkiaSharp.SKColors.White, shape);
        }
    }

    /// <summary>Names from top to bottom in the order of the dots, as near to their heights as they keep
    /// apart.</summary>
    private static void Names(Scene scene, PlotPane pane, ValueFigure figure, double left, double size)
    {
        double top = pane.Box.Top;
        double each = Math.Min((pane.Box.Bottom - top) / figure.Points.Count, HighestName);
        double[] heights = Apart(
            [.. figure.Points.Select(p => pane.Y(p.Value))],
            Math.Min(each, size * 1.5),
            top + (size / 2),
            pane.Box.Bottom - (size / 2)
        );
        for (int i = 0; i < heights.Length; i++)
        {
            ValuePoint point = figure.Points[i];
            double x = pane.X(point.OfficerHours);
            double y = pane.Y(point.Value);

            // Level as far as dots reach, then to the name: so no two lines cross.
            scene.Add(new Mark.Line([(x + 8, y), (pane.Box.Right, y), (left - 14, heights[i]), (left - 6, heights[i])], Palette.Border, 1));
            double width = scene.Width - Frame.Margin - left;
            double fits = Lettering.Fit(point.Label + Ending(point), width, 1, Weight.Semibold, size, 14, 13, 12);
            string name = Lettering.Shorten(point.Label, Ending(point), t => Lettering.Width(t, fits, Weight.Semibold) <= width);
            scene.Add(
                new Mark.Text(
                    name,
                    left,
                    heights[i] + (fits * 0.35),
                    fits,
                    point.IsDominated ? Palette.Charcoal : Palette.Blue,
                    point.IsDominated ? Weight.Regular : Weight.Semibold
                )
            );
        }
    }

    /// <summary>The wished heights, ascending, moved as little as keeps a distance between neighbours within limits:
    /// down as far as needed, then up from the bottom.</summary>
    internal static double[] Apart(double[] wished, double distance, double top, double bottom)
    {
        double[] at = [.. wished];
        for (int i = 0; i < at.Length; i++)
        {
            at[i] = Math.Max(at[i], i == 0 ? top : at[i - 1] + distance);
        }

        for (int i = at.Length - 1; i >= 0; i--)
        {
            at[i] = Math.Min(at[i], i == at.Length - 1 ? bottom : at[i + 1] - distance);
        }

        return at;
    }
}
