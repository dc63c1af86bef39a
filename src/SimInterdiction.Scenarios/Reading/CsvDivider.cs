using System.Text.RegularExpressions;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Finds out what divides the cells of a table: what its first line says (<c>sep=;</c>), else what divides its
/// header.</summary>
internal static partial class CsvDivider
{
    private const string Known = ",;\t|";

    /// <summary>The divider, where the table begins, and what divides its header where that is not what the first line
    /// says; else null.</summary>
    public static (char Divider, int Begin, char? Used) Of(string text)
    {
        if (Stated().Match(text) is not { Success: true } stated)
        {
            return (Guessed(text) ?? Known[0], 0, null);
        }

        char divider = stated.Groups["divider"].Value[0];
        string table = text[stated.Length..];
        return (divider, stated.Length, Header(table).Contains(divider) ? null : Guessed(table));
    }

    /// <summary>"commas": what a divider is called.</summary>
    public static string Named(char divider) =>
        divider switch
        {
            ',' => "commas",
            ';' => "semicolons",
            '\t' => "tabs",
            '|' => "bars",
            _ => $"'{divider}'",
        };

    // The commonest in the header; null where it has none.
    private static char? Guessed(string text)
    {
        Span<int> counts = stackalloc int[Known.Length];
        bool isQuoted = false;
        foreach (char c in Header(text))
        {
            isQuoted ^= c == '"';
            int known = Known.IndexOf(c, StringComparison.Ordinal);
            if (known >= 0 && !isQuoted)
            {
                counts[known]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return counts[best] > 0 ? Known[best] : null;
    }

    // The first line that is neither blank nor a remark. A line break in a quoted name of a column ends it too early,
    // but not before the first divider.
    private static ReadOnlySpan<char> Header(string text)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> cells = line.Trim([' ', .. Known]);
            if (cells.Length > 0 && cells[0] != '#')
            {
                return line;
            }
        }

        return [];
    }

    [GeneratedRegex(@"\A""?sep=(?<divider>[^\r\n\w""])""?[,;\t|]*(\r\n|\r|\n|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex Stated();
}
