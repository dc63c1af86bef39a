using ScottPlot;
using SkiaSharp;

namespace SimInterdiction.Reporting.Drawing;

/// <summary>
/// A ScottPlot plot that fills a box without axes, so that coordinates and canvas points are tied by two straight lines
/// and text can be placed beside data exactly. ScottPlot draws the data; text stays outside of it, because its fonts
/// come from the machine.
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
        // ScottPlot sees shares of the box, never the values: it draws in single precision, and dots at 1e11 came out
        // as octagons.
        Plot.Axes.SetLimits(0, 1, 0, 1);
        Plot.FigureBackground.Color = Colors.Transparent;
        Plot.DataBackground.Color = Colors.Transparent;
        Plot.RenderManager.ClearCanvasBeforeEachRender = false;
    }

    public Plot Plot { get; }

    public Box Box { get; }

    public Mark Mark => new Mark.Pane(Plot, Box);

    public double X(double value) => Box.Left + (Across(value) * Box.Width);

    public double Y(double value) => Box.Bottom - (Up(value) * Box.Height);

    public void Line(double x1, double y1, double x2, double y2, SKColor color, double width)
    {
        ScottPlot.Plottables.LinePlot line = Plot.Add.Line(Across(x1), Up(y1), Across(x2), Up(y2));
        line.LineColor = Palette.Plot(color);
        line.LineWidth = (float)width;
        line.MarkerSize = 0;
    }

    public void Upright(double x, SKColor color, double width) => Line(x, bottom, x, top, color, width);

    public void Level(double y, SKColor color, double width) => Line(left, y, right, y, color, width);

    public void Area(double x1, double x2, double y1, double y2, SKColor color)
    {
        ScottPlot.Plottables.Rectangle area = Plot.Add.Rectangle(Across(x1), Across(x2), Up(y1), Up(y2));
        area.FillColor = Palette.Plot(color);
        area.LineWidth = 0;
    }

    public void Dot(double x, double y, double size, SKColor color, MarkerShape shape = MarkerShape.FilledCircle)
    {
        ScottPlot.Plottables.Marker marker = Plot.Add.Marker(Across(x), Up(y), shape, (float)size, Palette.Plot(color));
        marker.MarkerLineWidth = shape == MarkerShape.OpenSquare ? 2.5f : 0;
    }

    /// <summary>A dot with a thin white edge, so that overlapping ones stay apart.</summary>
    public void EdgedDot(double x, double y, double size, SKColor color)
    {
        ScottPlot.Plottables.Marker marker = Plot.Add.Marker(Across(x), Up(y), MarkerShape.FilledCircle, (float)size, Palette.Plot(color));
        marker.MarkerLineColor = Colors.White;
        marker.MarkerLineWidth = 0.8f;
    }

    /// <summary>A shaded area between two curves over the same points.</summary>
    public void Ribbon(IReadOnlyList<double> xs, IReadOnlyList<double> lows, IReadOnlyList<double> highs, SKColor color)
    {
        ScottPlot.Plottables.FillY ribbon = Plot.Add.FillY([.. xs.Select(Across)], [.. lows.Select(Up)], [.. highs.Select(Up)]);
        ribbon.FillColor = Palette.Plot(color);
        ribbon.LineWidth = 0;
        ribbon.MarkerSize = 0;
    }

    public void Curve(IReadOnlyList<double> xs, IReadOnlyList<double> ys, SKColor color, double width)
    {
        double[] across = [.. xs.Select(Across)];
        double[] up = [.. ys.Select(Up)];
        ScottPlot.Plottables.Scatter curve = Plot.Add.ScatterLine(across, up, Palette.Plot(color));
        curve.LineWidth = (float)width;
    }

    private double Across(double value) => (value - left) / (right - left);

    private double Up(double value) => (value - bottom) / (top - bottom);
}
