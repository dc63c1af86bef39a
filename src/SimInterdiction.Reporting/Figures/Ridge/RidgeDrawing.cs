using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Drawing;
using MarkerShape = ScottPlot.MarkerShape;

namespace SimInterdiction.Reporting.Figures.Ridge;

/// <summary>Draws the figure <c>ridge</c>: a dot a setting.</summary>
internal static class RidgeDrawing
{
    private const double AxisHeight = 56;

    public static Scene Draw(RidgeFigure figure)
    {
        (Scene scene, Box room) = Frame.Begin(figure.Words);
        var box = new Box(room.Left + 84, room.Top + 22, room.Right - 20, room.Bottom - AxisHeight + 10);
        var pane = new PlotPane(box, figure.Ranges.Across, figure.Ranges.Up);
        Axes(scene, pane, figure);
        foreach ((double across, double up) in figure.Others)
        {
            pane.Dot(across, up, 4, Palette.Border);
        }

        foreach ((double across, double up) in figure.Kept)
        {
            pane.EdgedDot(across, up, 8, Palette.Blue);
        }

        pane.Dot(figure.Calibrated.Across, figure.Calibrated.Up, 20, SkiaSharp.SKColors.White, MarkerShape.FilledDiamond);
        pane.Dot(figure.Calibrated.Across, figure.Calibrated.Up, 15, Palette.Orange, MarkerShape.FilledDiamond);
        scene.Add(pane.Mark);
        Label(scene, pane, figure);
        return scene;
    }

    private static void Axes(Scene scene, PlotPane pane, RidgeFigure figure)
    {
        Box box = pane.Box;
        IReadOnlyList<double> up = Ticks.Round(figure.Ranges.Up.Low, figure.Ranges.Up.High, 6);
        foreach (double tick in up)
        {
            pane.Level(tick, Palette.Grid, 1);
            scene.Add(new Mark.Text(AxisText.Plain(tick, up), box.Left - 8, pane.Y(tick) + 5, 14, Palette.Charcoal, Anchor: Anchor.End));
        }

        IReadOnlyList<double> across = AxisText.Spaced(figure.Ranges.Across, box.Width, 15);
        foreach (double tick in across)
        {
            pane.Upright(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text(AxisText.Plain(tick, across), pane.X(tick), box.Bottom + 20, 15, Palette.Charcoal, Anchor: Anchor.Middle)
            );
        }

        scene.Add(new Mark.Text(Axis(figure.Scales.Across), box.CentreX, box.Bottom + 40, 15, Palette.Muted, Anchor: Anchor.Middle));
        scene.Add(new Mark.Text(Axis(figure.Scales.Up), box.Left, box.Top - 10, 15, Palette.Muted));
    }

    // Beside the diamond, on the side that has room.
    private static void Label(Scene scene, PlotPane pane, RidgeFigure figure)
    {
        (double x, double y) = (pane.X(figure.Calibrated.Across), pane.Y(figure.Calibrated.Up));
        string words = $"written down: {figure.Scales.Across.Calibrated}, {figure.Scales.Up.Calibrated}".Replace('_', ',');
        bool isRight = x + 16 + Lettering.Width(words, 16, Weight.Semibold) < pane.Box.Right;
        double at = Math.Max(y - 14, pane.Box.Top + 18);
        scene.Add(
            new Mark.Text(words, isRight ? x + 16 : x - 16, at, 16, Palette.Ink, Weight.Semibold, isRight ? Anchor.Start : Anchor.End)
            {
                Halo = true,
            }
        );
    }

    private static string Axis(UnknownScale scale) => scale.Unit.Length == 0 ? scale.Name : $"{scale.Name}, {scale.Unit.Trim()}";
}
