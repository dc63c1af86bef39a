using System.Buffers;
using System.Globalization;
using System.Text;
using SimInterdiction.Model.Files;

namespace SimInterdiction.Reporting.Tables;

/// <summary>
/// Builds every CSV that is written: RFC 4180 with line feeds, a byte order mark, so that spreadsheets take it for
/// UTF-8, and texts that they would calculate made safe; numbers in full precision, undefined ones empty.
/// </summary>
public sealed class CsvText
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly SearchValues<char> Quotable = SearchValues.Create(",;\"\n\r\t");

    private readonly StringBuilder text = new StringBuilder().Append(ByteOrderMark);

    public CsvText(params string[] header) => Row([.. header]);

    public void Row(params object?[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    public override string ToString() => text.ToString();

    private static string Cell(object? value) =>
        value switch
        {
            null => string.Empty,
            double d => double.IsFinite(d) ? d.ToString("R", CultureInfo.InvariantCulture) : string.Empty,
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => Quoted(SpreadsheetText.Write(value.ToString() ?? string.Empty)),
        };

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Quotable) || cell.Trim().Length < cell.Length
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
