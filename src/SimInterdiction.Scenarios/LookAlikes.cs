using System.Globalization;
using System.Text;

namespace SimInterdiction.Scenarios;

/// <summary>Characters that look like a plain one, or like none, as word processors, web pages and some keyboards write
/// them.</summary>
internal static class LookAlikes
{
    private static readonly Dictionary<char, (char? Plain, string Name)> Known = new()
    {
        ['\u00A0'] = (' ', "no-break space"),
        ['\u202F'] = (' ', "narrow no-break space"),
        ['\u2007'] = (' ', "figure space"),
        ['\u2009'] = (' ', "thin space"),
        ['\u3000'] = (' ', "full-width space"),
        ['\u00AD'] = (null, "soft hyphen"),
        ['\u200B'] = (null, "zero-width space"),
        ['\u200C'] = (null, "zero-width non-joiner"),
        ['\u200D'] = (null, "zero-width joiner"),
        ['\u2060'] = (null, "word joiner"),
        ['\uFEFF'] = (null, "byte order mark"),
        ['\u2010'] = ('-', "hyphen"),
        ['\u2011'] = ('-', "non-breaking hyphen"),
        ['\u2012'] = ('-', "figure dash"),
        ['\u2013'] = ('-', "en dash"),
        ['\u2014'] = ('-', "em dash"),
        ['\u2015'] = ('-', "horizontal bar"),
        ['\u2212'] = ('-', "minus sign"),
        ['\uFE58'] = ('-', "small em dash"),
        ['\uFE63'] = ('-', "small hyphen"),
        ['\u2018'] = ('\'', "curly quotation mark"),
        ['\u2019'] = ('\'', "curly quotation mark"),
        ['\u201A'] = ('\'', "low quotation mark"),
        ['\u201B'] = ('\'', "curly quotation mark"),
        ['\u201C'] = ('"', "curly quotation mark"),
        ['\u201D'] = ('"', "curly quotation mark"),
        ['\u201E'] = ('"', "low quotation mark"),
        ['\u201F'] = ('"', "curly quotation mark"),
        ['\u00AB'] = ('"', "angle quotation mark"),
        ['\u00BB'] = ('"', "angle quotation mark"),
        ['\uA789'] = (':', "letter colon"),
        ['\u2236'] = (':', "ratio sign"),
        ['\u066A'] = ('%', "Arabic percent sign"),
    };

    /// <summary>The value as plain characters say it. For values that are read, not for texts that people
    /// see.</summary>
    public static string Plain(string written)
    {
        if (Ascii.IsValid(written))
        {
            return written;
        }

        var plain = new StringBuilder();
        foreach ((int i, char c) in written.Index())
        {
            if (c == '#' && i > 0 && IsOddSpace(written[i - 1]))
            {
                break;
            }

            if (!IsOne(c))
            {
                plain.Append(c);
            }
            else if (PlainOf(c) is { } ordinary)
            {
                plain.Append(ordinary);
            }
        }

        string text = plain.ToString();
        bool isQuoted = text.Length > 1 && text[0] is '"' or '\'' && text[0] == text[^1] && written[0] != text[0];
        return text == written ? written
            : isQuoted ? text[1..^1].Trim()
            : text.Trim();
    }

    /// <summary>The same text, as long as before, in which blanks that indent a line, or divide a key from its value,
    /// are plain.</summary>
    public static string WithPlainIndents(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        char[] plain = text.ToCharArray();
        bool isIndent = true;
        bool isInBraces = false;
        for (int i = 0; i < plain.Length; i++)
        {
            if (IsOddSpace(plain[i]) && (isIndent || Divides(plain, i, isInBraces)))
            {
                plain[i] = ' ';
            }

            isIndent = plain[i] is '\n' or '\r' || (isIndent && plain[i] == ' ');
            isInBraces = plain[i] is not ('\n' or '\r') && (isInBraces || plain[i] is '{' or '[');
        }

        return new string(plain);
    }

    public static bool IsOne(char c) =>
        c > '\u007f'
        && (Known.ContainsKey(c) || IsOddSpace(c) || c is >= '\uFF01' and <= '\uFF5E' || CharUnicodeInfo.GetDecimalDigitValue(c) >= 0);

    /// <summary>The first of them in a text; -1 if it has none.</summary>
    public static int FirstIn(string text) => Ascii.IsValid(text) ? -1 : text.AsSpan().IndexOfAny(text.Where(IsOne).Distinct().ToArray());

    /// <summary>"U+2011, a non-breaking hyphen".</summary>
    public static string Named(char c) => $"U+{(int)c:X4}, {NameOf(c)}";

    private static string NameOf(char c) =>
        c switch
        {
            _ when Known.TryGetValue(c, out (char? Plain, string Name) known) => Names.WithArticle(known.Name),
            _ when IsOddSpace(c) => "a space of another width",
            >= '\uFF01' and <= '\uFF5E' => $"a full-width '{PlainOf(c)}'",
            _ => $"another script's digit {PlainOf(c)}",
        };

    /// <summary>What is typed instead; null where nothing is.</summary>
    public static char? PlainOf(char c) =>
        c switch
        {
            _ when Known.TryGetValue(c, out (char? Plain, string Name) known) => known.Plain,
            _ when IsOddSpace(c) => ' ',
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            _ => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        };

    private static bool IsOddSpace(char c) => c > '\u007f' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    // Behind 'key:' or a list's '-' at the beginning of a line, and inside { } or [ ] behind a comma, a bracket or
    // 'key:'.
    private static bool Divides(char[] text, int at, bool isInBraces)
    {
        int i = at - 1;
        while (i >= 0 && text[i] == ' ')
        {
            i--;
        }

        if (i < 0 || text[i] is ',' or '{' or '[')
        {
            return isInBraces;
        }

        if (text[i] == '-')
        {
            return IsLineStart(text, i - 1);
        }

        if (text[i] != ':')
        {
            return false;
        }

        int word = i - 1;
        while (word >= 0 && (char.IsLetterOrDigit(text[word]) || text[word] is '_' or '"' or '\''))
        {
            word--;
        }

        while (word >= 0 && text[word] == ' ')
        {
            word--;
        }

        return (word >= 0 && isInBraces && text[word] is '{' or ',')
            || IsLineStart(text, word)
            || (word >= 0 && text[word] == '-' && IsLineStart(text, word - 1));
    }

    private static bool IsLineStart(char[] text, int at)
    {
        while (at >= 0 && text[at] == ' ')
        {
            at--;
        }

        return at < 0 || text[at] is '\n' or '\r';
    }
}
