using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Tree;

/// <summary>
/// Which characters a text may hold. Those refused can't be written into web pages, decks or workbooks, act on a
/// terminal, or make a text look like another one. Line breaks and tabs are fine.
/// </summary>
internal static class TextCharacters
{
    private const string Remove = "remove it, or type the text again";

    /// <summary>Reports the first character of a file that no text has; whether there is one.</summary>
    public static bool ReportFirstIn(string text, string file, ProblemList problems)
    {
        int at = FirstRefused(text);
        if (at < 0)
        {
            return false;
        }

        ReadOnlySpan<char> before = text.AsSpan(0, at);
        int start = before.LastIndexOfAny('\n', '\r') + 1;
        int line = 1 + before.Count('\n') + before.Count('\r') - before.Count("\r\n");
        Report(text, at, new Mark(file, line, at - start + 1, 1), text[at] < ' ' ? "is this a text file?" : Remove, problems);
        return true;
    }

    /// <summary>Reports the first character of one value that no text has, such as one written by its number; whether
    /// there is one.</summary>
    public static bool ReportFirstIn(string value, Mark mark, ProblemList problems)
    {
        int at = FirstRefused(value);
        if (at >= 0)
        {
            Report(value, at, mark, Remove, problems);
        }

        return at >= 0;
    }

    private static void Report(string text, int at, Mark mark, string hint, ProblemList problems)
    {
        int number = at + 1 < text.Length && char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
        problems.Error("S007", mark, $"the character U+{number:X4} can't be part of a scenario ({Kind(number)})", hint: hint);
    }

    private static int FirstRefused(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if ((char.ConvertToUtf32(c, text[i + 1]) & 0xFFFE) == 0xFFFE)
                {
                    return i;
                }

                i++;
            }
            else if (IsRefused(c))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsRefused(char c) =>
        c < ' '
            ? c is not ('\t' or '\n' or '\r')
            : c
                is (>= '\u007f' and <= '\u009f')
                    or (>= '\u2028' and <= '\u202e')
                    or (>= '\u2066' and <= '\u2069')
                    or '\u061c'
                    or '\u200e'
                    or '\u200f'
                    or (>= '\ufdd0' and <= '\ufdef')
                    or >= '\ufffe'
                || char.IsSurrogate(c);

    private static string Kind(int number) =>
        number switch
        {
            0x2028 or 0x2029 => "a line break of another kind",
            0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "it turns the direction of writing",
            >= 0xD800 and <= 0xDFFF => "half of a character",
            < 0xA0 => "a control character",
            _ => "no character at all",
        };
}
