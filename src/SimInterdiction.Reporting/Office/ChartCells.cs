using System.Globalization;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace SimInterdiction.Reporting.Office;

/// <summary>The table behind a chart as the chart refers to it: by cells, with their values beside. Names stand in the
/// first column; columns count from 0.</summary>
internal sealed class ChartCells(Sheet table)
{
    /// <summary>The names of all rows.</summary>
    public C.StringReference Names() => Words($"$A$2:$A${table.Rows.Count + 1}", [.. table.Rows.Select(row => (string)row[0]!)]);

    /// <summary>The name of one row.</summary>
    public C.StringReference Name(int row) => Words($"$A${row + 2}", [(string)table.Rows[row][0]!]);

    /// <summary>A column's header, to name a series.</summary>
    public C.SeriesText SeriesText(int column) => new(Words($"${Letter(column)}$1", [table.Header[column]]));

    /// <summary>The numbers of a column.</summary>
    public C.NumberReference Column(int column) =>
        Numbers($"${Letter(column)}$2:${Letter(column)}${table.Rows.Count + 1}", [.. table.Rows.Select(row => (double)row[column]!)]);

    /// <summary>One number.</summary>
    public C.NumberReference Cell(int column, int row) => Numbers($"${Letter(column)}${row + 2}", [(double)table.Rows[row][column]!]);

    private static char Letter(int column) => (char)('A' + column);

    private C.StringReference Words(string cells, string[] words) =>
        new(
            Formula(cells),
            new C.StringCache([
                new C.PointCount { Val = (uint)words.Length },
                .. words.Select((text, i) => new C.StringPoint(new C.NumericValue(text)) { Index = (uint)i }),
            ])
        );

    private C.NumberReference Numbers(string cells, double[] numbers) =>
        new(
            Formula(cells),
            new C.NumberingCache([
                new C.FormatCode("General"),
                new C.PointCount { Val = (uint)numbers.Length },
                .. numbers.Select(
                    (n, i) => new C.NumericPoint(new C.NumericValue(n.ToString("R", CultureInfo.InvariantCulture))) { Index = (uint)i }
                ),
            ])
        );

    private C.Formula Formula(string cells) => new($"'{table.Name}'!{cells}");
}
