using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Replications;

/// <summary>Draws the figure <c>replications</c> as small multiples with their words above each.</summary>
internal static class ReplicationsDrawing
{
    private const double Between = 26;
    private const double WordsHeight = 66;

    public static Scene Draw(ReplicationsFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        (Scene scene, Box room) = Frame.Begin(figure.Words);
        int count = figure.Panels.Count;
        int columns = count <= 4 ? count : (count + 1) / 2;
        int lines = (count + columns - 1) / columns;
        double width = (room.Width + Between) / columns;
        double height = (room.Height + 12) / lines;
        for (int i = 0; i < count; i++)
        {
            double left = room.Left + (i % columns * width);
            double top = room.Top + (i / columns * height);
            DrawPanel(scene, figure.Panels[i], figure.TooSmall, new Box(left, top, left + width - Between, top + height - 12));
        }

        return scene;
    }

    private static void DrawPanel(Scene scene, ReplicationsPanel panel, double tooSmall, Box place)
    {
        SKColor color = panel.IsSettled ? Palette.Blue : Palette.Orange;
        Words(scene, panel, place, panel.IsSettled ? Palette.Blue : Palette.Charcoal);
        (double Low, double High) range = Range(panel, tooSmall);
        IReadOnlyList<double> ticks = Ticks.Round(range.Low, range.High, place.Height > 300 ? 5 : 3);
        double axisWidth = ticks.Max(t => Lettering.Width(AxisText.Signed(t, ticks), 13)) + 8;
        var box = new Box(place.Left + axisWidth, place.Top + WordsHeight, place.Right, place.Bottom - 40);
        double first = Math.Log10(Drawn(panel)[0].Replications);
        double last = Math.Log10(panel.Points[^1].Replications);
        var pane = new PlotPane(box, (first, last > first ? last : first + 1), range);
        if (tooSmall > 0)
        {
            pane.Area(first, last, -tooSmall, tooSmall, Palette.Band);
        }

        Axes(scene, pane, ticks, (first, last));
        double[] xs = [.. Drawn(panel).Select(p => Math.Log10(p.Replications))];
        pane.Ribbon(xs, [.. Drawn(panel).Select(p => p.Low)], [.. Drawn(panel).Select(p => p.High)], color.WithAlpha(70));
        pane.Curve(xs, [.. Drawn(panel).Select(p => p.Difference)], color, 2.5);
        scene.Add(pane.Mark);
        scene.Add(new Mark.Rectangle(box, null, Palette.Border));
    }

    private static void Words(Scene scene, ReplicationsPanel panel, Box place, SKColor color)
    {
        double size = Lettering.Fit(panel.Label, place.Width, 1, Weight.Semibold, 16, 15, 14);
        IReadOnlyList<string> lines = Lettering.Wrap(panel.Label, place.Width, size, Weight.Semibold, 2);
        double y = scene.AddLines(
            lines,
            new Mark.Text(string.Empty, place.Left, place.Top + (lines.Count > 1 ? 12 : 22), size, Palette.Ink, Weight.Semibold),
            size * 1.12
        );
        double valueSize = Lettering.Fit(panel.Value, place.Width, 1, Weight.Regular, 15, 14, 13, 12);
        scene.Add(new Mark.Text(Lettering.Shorten(panel.Value, place.Width, valueSize), place.Left, y + 19, valueSize, color));
    }

    /// <summary>The points but for the first fortieth, whose intervals are wild.</summary>
    private static ConvergencePoint[] Drawn(ReplicationsPanel panel)
    {
        ConvergencePoint[] late = [.. panel.Points.Where(p => p.Replications >= panel.Points[^1].Replications / 40)];
        return late.Length > 1 ? late : [.. panel.Points];
    }

    /// <summary>The range that the later points need: the first few intervals are wild and may leave the
    /// panel.</summary>
    private static (double Low, double High) Range(ReplicationsPanel panel, double tooSmall)
    {
        double last = panel.Points[^1].Replications;
        double after = Math.Max(Math.Min(10, last / 3), last / 20);
        ConvergencePoint[] late = [.. panel.Points.Where(p => p.Replications >= after)];
        if (late.Length < 2)
        {
            late = [.. panel.Points];
        }

        double low = Math.Min(0, late.Min(p => p.Low));
        double high = Math.Max(0, late.Max(p => p.High));
        double span = high - low;
        if (span <= 0)
        {
            span = tooSmall > 0 ? tooSmall : 1;
        }

        if (tooSmall < 3 * span)
        {
            low = Math.Min(low, -tooSmall);
            high = Math.Max(high, tooSmall);
            span = Math.Max(high - low, span);
        }

        return (low - (0.08 * span), high + (0.08 * span));
    }

    private static void Axes(Scene scene, PlotPane pane, IReadOnlyList<double> ticks, (double First, double Last) across)
    {
        foreach (double tick in ticks)
        {
            pane.Level(tick, tick == 0 ? Palette.Charcoal : Palette.Grid, tick == 0 ? 1.5 : 1);
            scene.Add(
                new Mark.Text(AxisText.Signed(tick, ticks), pane.Box.Left - 6, pane.Y(tick) + 4.5, 13, Palette.Charcoal, Anchor: Anchor.End)
            );
        }

        double room = double.NegativeInfinity;
        foreach (double n in Ticks.Logarithmic(Math.Pow(10, across.First), Math.Pow(10, across.Last)))
        {
            var text = new Mark.Text(
                SimInterdiction.Reporting.Words.Digits.Whole(n),
                pane.X(Math.Log10(n)),
                pane.Box.Bottom + 17,
                13,
                Palette.Charcoal,
                Anchor: Anchor.Middle
            );
            if (text.Covers.Left > room)
            {
                pane.Upright(Math.Log10(n), Palette.Grid, 1);
                scene.Add(text);
                room = text.Covers.Right + 8;
            }
        }

        scene.Add(new Mark.Text("replications", pane.Box.CentreX, pane.Box.Bottom + 34, 13, Palette.Muted, Anchor: Anchor.Middle));
    }
}
