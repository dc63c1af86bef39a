using System.Globalization;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Value;

namespace SimInterdiction.Reporting.Office;

/// <summary>A chart that Office draws and edits, and the table behind it.</summary>
/// <param name="Xml">Its DrawingML, with <c>rId1</c> for the table.</param>
/// <param name="Table">The table.</param>
/// <param name="Says">What its parts stand for.</param>
internal sealed record NativeChart(string Xml, Sheet Table, string Says);

/// <summary>Figures 1 and 3 as native charts (ECMA-376, DrawingML charts).</summary>
internal static class ChartXml
{
    private const string Namespaces =
        "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

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
            ? "Line: the true difference in 4 of 5 cases of what the inputs may be; where chance hides that, and in "
                + "brackets, the 95% interval of the average."
            : "Line: its 95% interval; all right at once in 95 of 100 such studies.";
        string colors = string.Concat(
            rows.Select(
                (r, i) =>
                    $"<c:dPt><c:idx val=\"{i}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D "
                    + $"val=\"0\"/><c:spPr>{Solid(r.IsClear ? "12436D" : "9A9A9A")}</c:spPr></c:dPt>"
            )
        );
        string series =
            "<c:ser><c:idx val=\"0\"/><c:order "
            + $"val=\"0\"/><c:tx>{Text(table, "B", 0)}</c:tx><c:spPr>{Solid("12436D")}</c:spPr><c:invertIfNegative "
            + $"val=\"0\"/>{colors}"
            + "<c:errBars><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap "
            + $"val=\"0\"/><c:plus>{Numbers(table, "D", 3)}</c:plus><c:minus>{Numbers(table, "C", 2)}</c:minus><c:spPr><a:ln "
            + $"w=\"19050\">{Solid("161616")}</a:ln></c:spPr></c:errBars>"
            + $"<c:cat>{Names(table)}</c:cat><c:val>{Numbers(table, "B", 1)}</c:val></c:ser>";
        string axes =
            "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete "
            + "val=\"0\"/><c:axPos val=\"l\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
            + $"val=\"low\"/>{Letters(rows.Length switch { <= 10 => 1400, <= 20 => 1100, _ => 700 })}<c:crossAx "
            + "val=\"2\"/><c:crosses val=\"autoZero\"/><c:tickLblSkip val=\"1\"/></c:catAx>"
            + "<c:valAx><c:axId val=\"2\"/><c:scaling/><c:delete val=\"0\"/><c:axPos "
            + $"val=\"b\"/>{Grid()}{Title($"Difference from {figure.BaselineLabel} ({Unit(figure.Unit)})")}<c:numFmt "
            + "formatCode=\"#,##0.########\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark "
            + $"val=\"none\"/><c:tickLblPos val=\"nextTo\"/>{Letters(1200)}<c:crossAx val=\"1\"/><c:crosses "
            + "val=\"max\"/></c:valAx>";
        return new(
            Space(
                "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors "
                    + $"val=\"0\"/>{series}<c:gapWidth val=\"80\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>{axes}"
            ),
            table,
            $"Difference from {figure.BaselineLabel} ({figure.BaselineValue}). Bar: estimate, grey where the verdict isn't clear. {line}"
        );
    }

    /// <summary>A dot per deployment with its interval; those that no other beats for as many officer-hours, and the
    /// baseline, named beside it. Null where there is none to draw.</summary>
    /// <remarks>Office places labels without looking at their neighbours: named all, crowded dots can't be read. The
    /// table names them.</remarks>
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
        double middle = (figure.Points.Min(p => p.OfficerHours) + figure.Points.Max(p => p.OfficerHours)) / 2;
        string series = string.Concat(
            figure.Points.Select(
                (p, i) =>
                {
                    string color = p.IsDominated ? "9A9A9A" : "12436D";
                    string Cell(string column, int index) => Number(table, column, i, index);
                    return $"<c:ser><c:idx val=\"{i}\"/><c:order "
                        + $"val=\"{i}\"/><c:tx><c:strRef><c:f>'{table.Name}'!$A${i + 2}</c:f><c:strCache><c:ptCount "
                        + "val=\"1\"/><c:pt "
                        + $"idx=\"0\"><c:v>{DeckXml.Escape(p.Label)}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:ln "
                        + "w=\"19050\"><a:noFill/></a:ln></c:spPr>"
                        + $"<c:marker><c:symbol val=\"{(p.IsBaseline ? "square" : "circle")}\"/><c:size "
                        + $"val=\"10\"/><c:spPr>{Solid(color)}</c:spPr></c:marker>"
                        + $"<c:dLbls><c:spPr><a:noFill/></c:spPr>{Letters(1100)}<c:dLblPos "
                        + $"val=\"{(p.OfficerHours > middle ? "l" : "r")}\"/><c:showLegendKey val=\"0\"/><c:showVal "
                        + "val=\"0\"/><c:showCatName val=\"0\"/><c:showSerName "
                        + $"val=\"{(p.IsDominated && !p.IsBaseline ? 0 : 1)}\"/><c:showPercent val=\"0\"/><c:showBubbleSize "
                        + "val=\"0\"/></c:dLbls>"
                        + "<c:errBars><c:errDir val=\"y\"/><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap "
                        + $"val=\"0\"/><c:plus>{Cell("E", 4)}</c:plus><c:minus>{Cell("D", 3)}</c:minus><c:spPr><a:ln "
                        + $"w=\"19050\">{Solid(color)}</a:ln></c:spPr></c:errBars>"
                        + $"<c:xVal>{Cell("B", 1)}</c:xVal><c:yVal>{Cell("C", 2)}</c:yVal><c:smooth val=\"0\"/></c:ser>";
                }
            )
        );
        return new(
            Space(
                $"<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>{series}<c:axId "
                    + "val=\"1\"/><c:axId "
                    + $"val=\"2\"/></c:scatterChart>{ValueAxis(1, "b", "Officer-hours", 2)}{ValueAxis(2, "l", figure.Axis, 1, Range(figure))}"
            ),
            table,
            $"{figure.Axis} against officer-hours. Line: 95% interval. Square: the baseline. Grey: another deployment "
                + "does better for as many officer-hours or fewer; the chart's table names it."
        );
    }

    // Doubt where it is known, chance elsewhere; an average may lie outside what 4 of 5 cases are.
    private static double Below(AnswerRow row) => Math.Max(0, row.Difference - (row.OverInputs?.Low ?? row.Low) ?? 0);

    private static double Above(AnswerRow row) => Math.Max(0, (row.OverInputs?.High ?? row.High) - row.Difference ?? 0);

    private static string Unit(string unit) => unit.Length > 0 ? unit : "number";

    /// <summary>Round limits around the values, so that they fill the chart.</summary>
    private static string Range(ValueFigure figure)
    {
        double low = figure.Points.Min(p => p.Low ?? p.Value);
        double high = figure.Points.Max(p => p.High ?? p.Value);
        if (high <= low)
        {
            return string.Empty;
        }

        double step = Math.Pow(10, Math.Floor(Math.Log10(high - low)));
        string Words(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        return $"<c:max val=\"{Words(Math.Ceiling(high / step * 2) * step / 2)}\"/><c:min "
            + $"val=\"{Words(Math.Floor(low / step * 2) * step / 2)}\"/>";
    }

    private static string ValueAxis(int id, string side, string title, int crosses, string range = "") =>
        $"<c:valAx><c:axId val=\"{id}\"/><c:scaling><c:orientation val=\"minMax\"/>{range}</c:scaling><c:delete "
        + $"val=\"0\"/><c:axPos val=\"{side}\"/>{Grid()}{Title(title)}<c:numFmt formatCode=\"#,##0.########\" "
        + "sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos "
        + $"val=\"low\"/>{Letters(1200)}<c:crossAx val=\"{crosses}\"/><c:crosses val=\"min\"/></c:valAx>";

    private static string Space(string plot) =>
        $"<c:chartSpace {Namespaces}><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted "
        + $"val=\"1\"/><c:plotArea><c:layout/>{plot}</c:plotArea><c:plotVisOnly val=\"1\"/></c:chart><c:externalData "
        + "r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>";

    private static string Solid(string color) => $"<a:solidFill><a:srgbClr val=\"{color}\"/></a:solidFill>";

    private static string Grid() => $"<c:majorGridlines><c:spPr><a:ln w=\"9525\">{Solid("D5D5D5")}</a:ln></c:spPr></c:majorGridlines>";

    private static string Title(string words) =>
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"0\"/></a:pPr><a:r><a:rPr "
        + "lang=\"en-US\" sz=\"1200\" "
        + $"b=\"0\"/><a:t>{DeckXml.Escape(words)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>";

    private static string Letters(int size) =>
        $"<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size}\">{Solid("161616")}</a:defRPr></a:pPr><a:endParaRPr "
        + "lang=\"en-US\"/></a:p></c:txPr>";

    private static string Text(Sheet table, string column, int row) =>
        $"<c:strRef><c:f>'{table.Name}'!${column}${row + 1}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt "
        + $"idx=\"0\"><c:v>{DeckXml.Escape(table.Header[column[0] - 'A'])}</c:v></c:pt></c:strCache></c:strRef>";

    private static string Names(Sheet table) =>
        $"<c:strRef><c:f>'{table.Name}'!$A$2:$A${table.Rows.Count + 1}</c:f><c:strCache><c:ptCount "
        + $"val=\"{table.Rows.Count}\"/>{string.Concat(table.Rows.Select((r, i) => $"<c:pt idx=\"{i}\"><c:v>{DeckXml.Escape((string)r[0]!)}</c:v></c:pt>"))}</c:strCache></c:strRef>";

    private static string Numbers(Sheet table, string column, int index) =>
        $"<c:numRef><c:f>'{table.Name}'!${column}$2:${column}${table.Rows.Count + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount "
        + $"val=\"{table.Rows.Count}\"/>{string.Concat(table.Rows.Select((r, i) => Point(i, r[index])))}</c:numCache></c:numRef>";

    private static string Number(Sheet table, string column, int row, int index) =>
        $"<c:numRef><c:f>'{table.Name}'!${column}${row + 2}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount "
        + $"val=\"1\"/>{Point(0, table.Rows[row][index])}</c:numCache></c:numRef>";

    private static string Point(int index, object? value) =>
        $"<c:pt idx=\"{index}\"><c:v>{((double)value!).ToString("R", CultureInfo.InvariantCulture)}</c:v></c:pt>";
}
