using System.Text.RegularExpressions;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Finds out what divides the cells of a table: what its first line says (<c>sep=;</c>), else what divides its
/// header.</summary>
internal static partial class CsvDivider
{
    private const string Known = ",;\t|";

    /// <summary>The divider, and where the table begins.</summary>
    public static (char Divider, int Begin) Of(string text)
    {
        if (Stated().Match(text) is { Success: true } stated)
        {
            return (stated.Groups["divider"].Value[0], stated.Length);
        }

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

        return (Known[best], 0);
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
