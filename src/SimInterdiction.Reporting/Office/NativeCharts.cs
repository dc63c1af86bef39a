using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Value;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace SimInterdiction.Reporting.Office;

/// <summary>A chart that Office draws and edits, and the table behind it.</summary>
/// <param name="Plot">What is drawn.</param>
/// <param name="Table">The table.</param>
/// <param name="Says">What its parts stand for.</param>
internal sealed record NativeChart(C.PlotArea Plot, Sheet Table, string Says);

/// <summary>Figures 1 and 3 as native charts (ECMA-376, DrawingML charts).</summary>
internal static class NativeCharts
{
    private const string Clear = "12436D";
    private const string Unclear = "9A9A9A";
    private const uint Across = 1;
    private const uint Up = 2;

    /// <summary>A bar per deployment with its interval; null where there is no difference to draw.</summary>
    public static NativeChart? Of(AnswerFigure figure)
    {
        AnswerRow[] rows = [.. figure.Rows.Where(r => r.Difference is not null)];
        if (rows.Length == 0)
        {
            return null;
        }

        var table = new Sheet(
            "Figure 1",
            ["Deployment", $"Difference ({Unit(figure.Unit)})", "Below", "Above"],
            [.. rows.Select(r => (IReadOnlyList<object?>)[$"{r.Label}: {r.Value}", r.Difference, Below(r), Above(r)])]
        );
        string line = rows.Any(r => r.OverInputs is not null)
            ? "Line: the true difference for 4 in 5 plausible inputs; where chance hides that, and in "
                + "brackets, the 95% interval of the average."
            : figure.Interval;
        var cells = new ChartCells(table);
        var series = new C.BarChartSeries([
            new C.Index { Val = 0 },
            new C.Order { Val = 0 },
            cells.SeriesText(1),
            ChartStyle.Filled(Clear),
            new C.InvertIfNegative { Val = false },
            .. rows.Select(Bar),
            ChartStyle.ErrorBars(cells.Column(3), cells.Column(2), ChartStyle.Ink),
            new C.CategoryAxisData(cells.Names()),
            new C.Values(cells.Column(1)),
        ]);
        var chart = new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Bar },
            new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false },
            series,
            new C.GapWidth { Val = 80 },
            new C.AxisId { Val = Across },
            new C.AxisId { Val = Up }
        );
        return new(
            new C.PlotArea(new C.Layout(), chart, NameAxis(rows.Length), DifferenceAxis(figure, rows)),
            table,
            $"Difference from {figure.BaselineLabel} ({figure.BaselineValue}). Bar: estimate, grey where it isn't clearly better or "
                + $"worse. {line}"
        );
    }

    /// <summary>A dot per deployment with its interval; those that no other beats for as many officer-hours, and the
    /// baseline, named beside it where there is room. Null where there is none to draw.</summary>
    public static NativeChart? Of(ValueFigure figure)
    {
        if (figure.Points.Count == 0)
        {
            return null;
        }

        var table = new Sheet(
            "Figure 3",
            ["Deployment", "Officer-hours (h)", figure.Axis, "Below", "Above"],
            [
                .. figure.Points.Select(p =>
                    (IReadOnlyList<object?>)[p.Label, p.OfficerHours, p.Value, p.Value - p.Low ?? 0.0, p.High - p.Value ?? 0.0]
                ),
            ]
        );
        var cells = new ChartCells(table);
        IReadOnlyList<C.DataLabelPositionValues?> sides = ChartLabels.Of(figure.Points);
        var chart = new C.ScatterChart([
            new C.ScatterStyle { Val = C.ScatterStyleValues.LineMarker },
            new C.VaryColors { Val = false },
            .. figure.Points.Select((point, i) => Dot(cells, point, i, sides[i])),
            new C.AxisId { Val = Across },
            new C.AxisId { Val = Up },
        ]);
        return new(
            new C.PlotArea(
                new C.Layout(),
                chart,
                ValueAxis(Across, C.AxisPositionValues.Bottom, "Officer-hours", Up, Scaling(0, 0)),
                ValueAxis(
                    Up,
                    C.AxisPositionValues.Left,
                    figure.Axis,
                    Across,
                    Scaling(figure.Points.Min(p => p.Low ?? p.Value), figure.Points.Max(p => p.High ?? p.Value))
                )
            ),
            table,
            $"{figure.Axis} against officer-hours. Line: 95% interval. Square: the baseline. Grey: another deployment "
                + "does better for as many officer-hours or fewer. The chart's table names all."
        );
    }

    private static C.DataPoint Bar(AnswerRow row, int index) =>
        new(
            new C.Index { Val = (uint)index },
            new C.InvertIfNegative { Val = false },
            new C.Bubble3D { Val = false },
            ChartStyle.Filled(row.IsClear ? Clear : Unclear)
        );

    private static C.ScatterChartSeries Dot(ChartCells cells, ValuePoint point, int index, C.DataLabelPositionValues? side)
    {
        string color = point.IsDominated ? Unclear : Clear;
        return new(
            new C.Index { Val = (uint)index },
            new C.Order { Val = (uint)index },
            new C.SeriesText(cells.Name(index)),
            ChartStyle.WithoutLine(),
            new C.Marker(
                new C.Symbol { Val = point.IsBaseline ? C.MarkerStyleValues.Square : C.MarkerStyleValues.Circle },
                new C.Size { Val = 10 },
                ChartStyle.Filled(color)
            ),
            new C.DataLabels(
                ChartStyle.Unfilled(),
                ChartStyle.Letters(1100),
                new C.DataLabelPosition { Val = side ?? C.DataLabelPositionValues.Right },
                new C.ShowLegendKey { Val = false },
                new C.ShowValue { Val = false },
                new C.ShowCategoryName { Val = false },
                new C.ShowSeriesName { Val = side is not null },
                new C.ShowPercent { Val = false },
                new C.ShowBubbleSize { Val = false }
            ),
            ChartStyle.ErrorBars(cells.Cell(4, index), cells.Cell(3, index), color, C.ErrorBarDirectionValues.Y),
            new C.XValues(cells.Cell(1, index)),
            new C.YValues(cells.Cell(2, index)),
            new C.Smooth { Val = false }
        );
    }

    private static C.CategoryAxis NameAxis(int rows) =>
        new(
            new C.AxisId { Val = Across },
            new C.Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }),
            new C.Delete { Val = false },
            new C.AxisPosition { Val = C.AxisPositionValues.Left },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            ChartStyle.Letters(
                rows switch
                {
                    <= 10 => 1400,
                    <= 20 => 1100,
                    _ => 700,
                }
            ),
            new C.CrossingAxis { Val = Up },
            new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.TickLabelSkip { Val = 1 }
        );

    private static C.ValueAxis DifferenceAxis(AnswerFigure figure, AnswerRow[] rows) =>
        new(
            new C.AxisId { Val = Up },
            Scaling(Math.Min(0, rows.Min(r => r.Difference!.Value - Below(r))), Math.Max(0, rows.Max(r => r.Difference!.Value + Above(r)))),
            new C.Delete { Val = false },
            new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
            ChartStyle.Grid(),
            ChartStyle.Title($"Difference from {figure.BaselineLabel} ({Unit(figure.Unit)})"),
            ChartStyle.Plain(),
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            ChartStyle.Letters(1200),
            new C.CrossingAxis { Val = Across },
            new C.Crosses { Val = C.CrossesValues.Maximum }
        );

    private static C.ValueAxis ValueAxis(uint id, C.AxisPositionValues side, string title, uint crosses, C.Scaling scaling) =>
        new(
            new C.AxisId { Val = id },
            scaling,
            new C.Delete { Val = false },
            new C.AxisPosition { Val = side },
            ChartStyle.Grid(),
            ChartStyle.Title(title),
            ChartStyle.Plain(),
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            ChartStyle.Letters(1200),
            new C.CrossingAxis { Val = crosses },
            new C.Crosses { Val = C.CrossesValues.Minimum }
        );

    // What the inputs may make of it where that is known, chance elsewhere; an average may lie outside what 4 of 5
    // cases are.
    private static double Below(AnswerRow row) => Math.Max(0, row.Difference - (row.OverInputs?.Low ?? row.Low) ?? 0);

    private static double Above(AnswerRow row) => Math.Max(0, (row.OverInputs?.High ?? row.High) - row.Difference ?? 0);

    private static string Unit(string unit) => unit.Length > 0 ? unit : "number";

    // Round limits around what is drawn: left to itself, Office may look at the values alone, and cut their intervals
    // off. Where all is one value it finds limits around that.
    private static C.Scaling Scaling(double low, double high)
    {
        var scaling = new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax });
        if (high > low)
        {
            double step = Math.Pow(10, Math.Floor(Math.Log10(high - low))) / 2;
            scaling.Append(
                new C.MaxAxisValue { Val = Math.Ceiling(high / step) * step },
                new C.MinAxisValue { Val = Math.Floor(low / step) * step }
            );
        }

        return scaling;
    }
}
