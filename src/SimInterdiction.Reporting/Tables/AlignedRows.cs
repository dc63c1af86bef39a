namespace SimInterdiction.Reporting.Tables;

/// <summary>Rows of short texts in columns: names at the left, numbers at the right.</summary>
public static class AlignedRows
{
    /// <param name="rows">Of equal length.</param>
    /// <param name="names">How many columns are names.</param>
    /// <returns>A line for each.</returns>
    public static IEnumerable<string> Of(IReadOnlyList<string[]> rows, int names = 1)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => "  " + string.Join("  ", row.Select((cell, i) => Padded(cell, i))).TrimEnd());

        string Padded(string cell, int column) => column < names ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]);
    }
}
