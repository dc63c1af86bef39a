using System.Globalization;
using System.Text;

namespace SimInterdiction.Model.Language;

/// <summary>What people see where a thing has no label of its own.</summary>
public static class Labels
{
    /// <summary>Characters of a label that are shown: three lines of a terminal, more than any plan's name
    /// needs.</summary>
    public const int Longest = 200;

    /// <summary>The label on one line, shortened to <see cref="Longest"/>, tabs and line breaks as blanks, or, where
    /// nothing of it can be seen, the name with a capital and spaces (<c>laredo_port</c> becomes <c>Laredo
    /// port</c>).</summary>
    public static string Of(string name, string? label)
    {
        if (label is not null && label.EnumerateRunes().Any(IsSeen))
        {
            return Excerpt.Of(string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Longest);
        }

        string words = name.Replace('_', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;
}
