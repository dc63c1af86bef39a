using System.Globalization;
using System.Text;

namespace SimInterdiction.Model.Language;

/// <summary>What people see where a thing has no label of its own.</summary>
public static class Labels
{
    /// <summary>Characters of a label that are shown: three lines of a terminal, more than any plan's name
    /// needs.</summary>
    public const int Longest = 200;

    // Written small inside a name, in English and in the Spanish of the border.
    private static readonly HashSet<string> Small =
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "del",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "without",
        "y",
    ];

    /// <summary>The label on one line, shortened to <see cref="Longest"/>, tabs and line breaks as blanks, or, where
    /// nothing of it can be seen, the name in words with capitals (<c>laredo_port</c> becomes <c>Laredo Port</c>,
    /// <c>paso_del_norte</c> <c>Paso del Norte</c>).</summary>
    public static string Of(string name, string? label) =>
        label is not null && label.EnumerateRunes().Any(IsSeen)
            ? Excerpt.Of(string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Longest)
            : string.Join(' ', name.Split('_').Select((word, i) => i > 0 && Small.Contains(word) ? word : Capital(word)));

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;
}
