using System.Globalization;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Builds CSV (RFC 4180, line feeds); numbers in full precision, undefined ones empty.</summary>
public sealed class CsvText
{
    private readonly System.Text.StringBuilder text = new();

    public CsvText(params string[] header) => Row([.. header]);

    public void Row(params object?[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    public override string ToString() => text.ToString();

    private static string Cell(object? value) => value switch
    {
        null => string.Empty,
        double d => double.IsFinite(d) ? d.ToString("R", CultureInfo.InvariantCulture) : string.Empty,
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        string s when s.AsSpan().IndexOfAny(",\"\n\r") >= 0 => $"\"{s.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => value.ToString() ?? string.Empty,
    };
}
