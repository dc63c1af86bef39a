namespace SimInterdiction.Cli.Presenters;

/// <summary>Rows of short texts in columns: names at the left, numbers at the right.</summary>
internal static class AlignedRows
{
    /// <param name="output">Takes the lines.</param>
    /// <param name="rows">Of equal length.</param>
    /// <param name="names">How many columns are names.</param>
    public static void Write(TextWriter output, IReadOnlyList<string[]> rows, int names = 1)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, i) => i < names ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            output.WriteLine("  " + string.Join("  ", cells).TrimEnd());
        }
    }
}
