using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SimInterdiction.Cli.Terminal;

/// <summary>What deployments come to so far, as rows on a terminal.</summary>
internal static class LiveRows
{
    // The heading, what is left out, the progress, and room for the command above it.
    private const int OtherLines = 6;

    /// <param name="table">What they come to.</param>
    /// <param name="height">Lines of the terminal: those that don't fit are counted.</param>
    public static IRenderable Of(LiveTable table, int height)
    {
        Table rows = new Table().Border(TableBorder.None);
        string unit = table.Unit.Length > 0 ? $", {table.Unit}" : string.Empty;
        rows.AddColumn(Column("Deployment"));
        rows.AddColumn(Column($"{table.Measure} so far").RightAligned());
        rows.AddColumn(Column($"against baseline{unit}").RightAligned());
        int room = Math.Max(1, height - OtherLines);
        foreach (LiveRow row in table.Rows.Take(room))
        {
            rows.AddRow(Cell(row.Label), Cell(row.Value), Cell(row.Words ?? "baseline"));
        }

        if (table.Rows.Count > room)
        {
            rows.AddRow(Cell($"and {table.Rows.Count - room} more"));
        }

        return rows;
    }

    private static TableColumn Column(string heading) => new(new Text(Words(heading), new Style(decoration: Decoration.Dim)));

    private static Text Cell(string words) => new Text(Words(words)).Ellipsis();

    // In the characters of the table that follows when all is done.
    private static string Words(string words) => TerminalTable.Ascii(Printable.Of(words));
}
