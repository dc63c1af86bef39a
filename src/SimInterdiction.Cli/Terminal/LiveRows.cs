using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SimInterdiction.Cli.Terminal;

/// <summary>What deployments come to so far, as rows on a terminal. Names give way before numbers.</summary>
internal static class LiveRows
{
    // The heading, what is left out, the progress, and room for the command above it.
    private const int OtherLines = 6;

    // Blanks between and beside three columns.
    private const int Blanks = 6;

    // A heading takes a second line before names are shorter than that.
    private const int ShortestName = 30;

    /// <param name="table">What they come to.</param>
    /// <param name="width">Characters of a line of the terminal.</param>
    /// <param name="height">Lines of the terminal: those that don't fit are counted.</param>
    public static IRenderable Of(LiveTable table, int width, int height)
    {
        string unit = table.Unit.Length > 0 ? $", {table.Unit}" : string.Empty;
        string[] names = ["Deployment", .. table.Rows.Select(row => Words(row.Label))];
        string[] values = [$"{table.Measure} so far", .. table.Rows.Select(row => Words(row.Value))];
        string[] differences = [$"against baseline{unit}", .. table.Rows.Select(row => Words(row.Words ?? "baseline"))];
        int longest = Whole(names);
        int left = width - Blanks;
        bool isWide = left - Whole(values) - Whole(differences) >= Math.Min(longest, ShortestName);
        (int value, int difference) = isWide ? (Whole(values), Whole(differences)) : (Narrow(values), Narrow(differences));
        int name = Math.Max(1, Math.Min(longest, left - value - difference));
        int room = Math.Max(1, height - OtherLines - (isWide ? 0 : 1));
        int more = table.Rows.Count - room;

        Table rows = new Table().Border(TableBorder.None);
        rows.AddColumn(Column(names[0], more > 0 ? Math.Max(name, More(more).Length) : name));
        rows.AddColumn(Column(values[0], value).RightAligned());
        rows.AddColumn(Column(differences[0], difference).RightAligned());
        for (int i = 1; i <= Math.Min(room, table.Rows.Count); i++)
        {
            rows.AddRow(new Text(Cut(names[i], name)), new Text(values[i]), new Text(differences[i]));
        }

        if (more > 0)
        {
            rows.AddRow(new Text(More(more)));
        }

        return rows;
    }

    private static string More(int rows) => $"and {rows} more";

    private static TableColumn Column(string heading, int width) =>
        new(new Text(Words(heading), new Style(decoration: Decoration.Dim))) { Width = width };

    private static int Whole(string[] column) => column.Max(cell => cell.Length);

    // The heading, which comes first, in several lines.
    private static int Narrow(string[] column) => column.Skip(1).Concat(column[0].Split(' ')).Max(cell => cell.Length);

    private static string Cut(string name, int width) => name.Length > width ? $"{name[..(width - 1)]}~" : name;

    // In the characters of the table that follows when all is done.
    private static string Words(string words) => TerminalTable.Ascii(Printable.Of(words));
}
