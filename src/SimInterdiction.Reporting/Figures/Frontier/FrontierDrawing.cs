using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SkiaSharp;
using MarkerShape = ScottPlot.MarkerShape;

namespace SimInterdiction.Reporting.Figures.Frontier;

/// <summary>Draws the figure <c>frontier</c>: steps, as between two budgets the best for the smaller one is certain,
/// and shaded what may be better.</summary>
internal static class FrontierDrawing
{
    private const double AxisHeight = 56;

    public static Scene Draw(FrontierFigure figure)
    {
        (Scene scene, Box room) = Frame.Begin(figure.Words);
        double[] all =
        [
            .. figure
                .Points.Append(figure.InForce)
                .SelectMany(point =>
                    new[] { point.Share, point.Bound, point.Frozen?.Low, point.Frozen?.High, point.Adapting?.Low, point.Adapting?.High }
                )
                .OfType<double>(),
        ];
        (double low, double high) = (all.Min(), all.Max());
        double span = Math.Max(high - low, Math.Abs(high) * 0.2);
        double most = Math.Max(figure.Points.Max(point => point.Budget), figure.InForce.Budget);
        var box = new Box(room.Left + 70, room.Top + 22, room.Right - 30, room.Bottom - AxisHeight + 10);
        var pane = new PlotPane(box, (0, most * 1.04), (Math.Max(0, low - (0.1 * span)), high + (0.1 * span)));
        Axes(scene, pane, figure, most * 1.04, (Math.Max(0, low - (0.1 * span)), high + (0.1 * span)));
        Steps(pane, figure.Points);
        foreach (FrontierDot point in figure.Points)
        {
            Simulated(pane, point.Budget, point.Adapting, Palette.Orange, isHollow: true);
            Simulated(pane, point.Budget, point.Frozen, Palette.Blue, isHollow: false);
        }

        pane.Dot(figure.InForce.Budget, figure.InForce.Share, 13, Palette.Charcoal, MarkerShape.FilledSquare);
        scene.Add(pane.Mark);
        scene.Add(
            new Mark.Text(
                figure.InForceLabel,
                pane.X(figure.InForce.Budget) + 12,
                pane.Y(figure.InForce.Share) + 20,
                16,
                Palette.Charcoal,
                Weight.Semibold
            )
            {
                Halo = true,
            }
        );
        return scene;
    }

    private static void Steps(PlotPane pane, IReadOnlyList<FrontierDot> points)
    {
        foreach ((FrontierDot a, FrontierDot b) in points.Zip(points.Skip(1)))
        {
            if (b.Bound is { } bound)
            {
                pane.Area(a.Budget, b.Budget, a.Share, bound, Palette.Band);
            }
        }

        foreach ((FrontierDot a, FrontierDot b) in points.Zip(points.Skip(1)))
        {
            pane.Line(a.Budget, a.Share, b.Budget, a.Share, Palette.Teal, 3);
            pane.Line(b.Budget, a.Share, b.Budget, b.Share, Palette.Teal, 3);
        }

        foreach (FrontierDot point in points)
        {
            if (point.Bound is { } bound)
            {
                pane.Line(point.Budget, point.Share, point.Budget, bound, Palette.Plum, 3);
            }

            pane.Dot(point.Budget, point.Share, 9, Palette.Teal, MarkerShape.FilledDiamond);
        }
    }

    private static void Simulated(PlotPane pane, double budget, SimulatedValue? share, SKColor color, bool isHollow)
    {
        if (share is not { Value: { } value, Low: { } low, High: { } high })
        {
            return;
        }

        pane.Line(budget, low, budget, high, color, 2);
        pane.Dot(budget, value, 11, color);
        if (isHollow)
        {
            pane.Dot(budget, value, 6, SKColors.White);
        }
    }

    private static void Axes(Scene scene, PlotPane pane, FrontierFigure figure, double most, (double Low, double High) shares)
    {
        Box box = pane.Box;
        IReadOnlyList<double> up = Ticks.Round(shares.Low, shares.High, 6);
        foreach (double tick in up)
        {
            pane.Level(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text($"{AxisText.Plain(tick, up)}%", box.Left - 8, pane.Y(tick) + 5, 14, Palette.Charcoal, Anchor: Anchor.End)
            );
        }

        IReadOnlyList<double> across = AxisText.Spaced((0, most), box.Width, 15);
        foreach (double tick in across)
        {
            pane.Upright(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text(AxisText.Plain(tick, across), pane.X(tick), box.Bottom + 20, 15, Palette.Charcoal, Anchor: Anchor.Middle)
            );
        }

        scene.Add(new Mark.Text(figure.Across, box.CentreX, box.Bottom + 40, 15, Palette.Muted, Anchor: Anchor.Middle));
        scene.Add(new Mark.Text("firearms seized", box.Left, box.Top - 10, 15, Palette.Muted));
    }
}
