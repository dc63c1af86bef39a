using System.Globalization;
using System.Text;

namespace SimInterdiction.Model.Language;

/// <summary>
/// Makes text safe to show: what is no character to be seen but an order to a terminal, a change of the direction of
/// writing or nothing at all stands as a visible escape such as <c>\u001B</c>. The result is well-formed Unicode and
/// valid in XML.
/// </summary>
public static class Printable
{
    // They join or part the letters beside them, in languages and emoji that need it.
    private const string Joiners = "\u00AD\u200C\u200D";

    /// <summary>A text of which nothing but tabs and line breaks controls anything; the very text where that is so
    /// already.</summary>
    public static string Of(string text)
    {
        int first = 0;
        while (first < text.Length && IsSafe(text, ref first)) { }

        return first == text.Length ? text : Escaped(text, first);
    }

    private static string Escaped(string text, int first)
    {
        var safe = new StringBuilder(text, 0, first, text.Length + 16);
        for (int at = first; at < text.Length; )
        {
            int before = at;
            if (IsSafe(text, ref at))
            {
                safe.Append(text, before, at - before);
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(before), out Rune rune, out int length);
            bool isWhole = rune != Rune.ReplacementChar || text[before] == '\uFFFD';
            safe.Append(isWhole && !rune.IsBmp ? $"\\U{rune.Value:X8}" : $"\\u{(int)text[before]:X4}");
            at = before + length;
        }

        return safe.ToString();
    }

    // Moves on behind the character if it is safe.
    private static bool IsSafe(string text, ref int at)
    {
        char c = text[at];
        if (c is >= ' ' and <= '~' or '\n' or '\t')
        {
            at++;
            return true;
        }

        if (c == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
        {
            at += 2;
            return true;
        }

        if (Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out int length) != System.Buffers.OperationStatus.Done || !IsSafe(rune))
        {
            return false;
        }

        at += length;
        return true;
    }

    private static bool IsSafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
            UnicodeCategory.Format => rune.IsBmp && Joiners.Contains((char)rune.Value, StringComparison.Ordinal),
            UnicodeCategory.OtherNotAssigned => (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF),
            _ => true,
        };
}
