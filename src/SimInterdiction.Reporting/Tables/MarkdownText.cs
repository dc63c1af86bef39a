using System.Text;

namespace SimInterdiction.Reporting.Tables;

/// <summary>Texts and tables as Markdown takes them: what is written is shown, whatever signs are in it.</summary>
public static class MarkdownText
{
    // Names of deployments have underscores, laws have stars and comparisons.
    private const string Special = "\\`*_{}[]<>#|~";

    /// <summary>The text in one line, each sign that could mean something with a backslash before it.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            escaped.Append(Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}");
        }

        return escaped.ToString();
    }

    /// <summary>A table, and a blank line.</summary>
    /// <param name="columns">Their heads; those of numbers, which stand to the right, begin with #.</param>
    /// <param name="rows">As many cells each as there are columns.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells.</exception>
    public static string Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        Row([.. columns.Select(head => Of(head.TrimStart('#')))]);
        text.Append('|').Append(string.Concat(columns.Select(head => head.StartsWith('#') ? " ---: |" : " --- |"))).Append('\n');
        foreach (IReadOnlyList<string> row in rows)
        {
            if (row.Count != columns.Count)
            {
                throw new ArgumentException($"A row has {row.Count} cells, and the table {columns.Count} columns.", nameof(rows));
            }

            Row([.. row.Select(Of)]);
        }

        return text.Append('\n').ToString();

        void Row(IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }
}
