using ScottPlot;
using SkiaSharp;

namespace SimInterdiction.Reporting.Drawing;

/// <summary>
/// A ScottPlot plot that fills a box without axes, so that coordinates and canvas points are tied by two straight lines and text can be placed beside data exactly.
/// ScottPlot draws the data; text stays outside of it, because its fonts come from the machine.
/// </summary>
public sealed class PlotPane
{
    private readonly double left;
    private readonly double right;
    private readonly double bottom;
    private readonly double top;

    public PlotPane(Box box, (double Left, double Right) across, (double Bottom, double Top) up)
    {
        Box = box;
        (left, right) = across;
        (bottom, top) = up;
        Plot = new Plot();
        Plot.Layout.Frameless();
        Plot.HideGrid();
        Plot.Axes.SetLimits(left, right, bottom, top);
        Plot.FigureBackground.Color = Colors.Transparent;
        Plot.DataBackground.Color = Colors.Transparent;
        Plot.RenderManager.ClearCanvasBeforeEachRender = false;
    }

    public Plot Plot { get; }

    public Box Box { get; }

    public Mark Mark => new Mark.Pane(Plot, Box);

    public double X(double value) => Box.Left + ((value - left) / (right - left) * Box.Width);

    public double Y(double value) => Box.Bottom - ((value - bottom) / (top - bottom) * Box.Height);

    /// <summary>A value on the vertical axis at a canvas height.</summary>
    public double ValueAt(double y) => bottom + ((Box.Bottom - y) / Box.Height * (top - bottom));

    public void Line(double x1, double y1, double x2, double y2, SKColor color, double width)
    {
        ScottPlot.Plottables.LinePlot line = Plot.Add.Line(x1, y1, x2, y2);
        line.LineColor = Palette.Plot(color);
        line.LineWidth = (float)width;
        line.MarkerSize = 0;
    }

    public void Upright(double x, SKColor color, double width) => Line(x, bottom, x, top, color, width);

    public void Level(double y, SKColor color, double width) => Line(left, y, right, y, color, width);

    public void Area(double x1, double x2, double y1, double y2, SKColor color)
    {
        ScottPlot.Plottables.Rectangle area = Plot.Add.Rectangle(x1, x2, y1, y2);
        area.FillColor = Palette.Plot(color);
        area.LineWidth = 0;
    }

    public void Dot(double x, double y, double size, SKColor color, MarkerShape shape = MarkerShape.FilledCircle)
    {
        ScottPlot.Plottables.Marker marker = Plot.Add.Marker(x, y, shape, (float)size, Palette.Plot(color));
        marker.MarkerLineWidth = shape is MarkerShape.OpenSquare or MarkerShape.OpenCircle or MarkerShape.OpenDiamond ? 2.5f : 0;
    }
}
