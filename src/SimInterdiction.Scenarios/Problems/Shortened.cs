using System.Text.RegularExpressions;

namespace SimInterdiction.Scenarios.Problems;

/// <summary>Sentences that quote what a user wrote, however long that is: its beginning and its end are enough to find
/// it again.</summary>
public static partial class Shortened
{
    private const int LongestQuoted = 60;

    /// <summary>The sentence, in which long texts between single quotation marks are cut in the middle.</summary>
    public static string Sentence(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        string quoted =
            sentence.Length <= LongestQuoted
                ? sentence
                : Quoted().Replace(sentence, match => $"'{Text(match.Groups[1].Value, LongestQuoted)}'");
        return Text(quoted, Limits.SentenceLength);
    }

    /// <summary>The text in one line, its middle left out where it is too long.</summary>
    public static string Text(string text, int longest = LongestQuoted)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > longest)
        {
            int end = longest / 4;
            int begin = longest - end - 5;
            begin -= char.IsHighSurrogate(text[begin - 1]) ? 1 : 0;
            end -= char.IsLowSurrogate(text[^end]) ? 1 : 0;
            text = $"{text[..begin].TrimEnd()} ... {text[^end..].TrimStart()}";
        }

        return text.ReplaceLineEndings(" ");
    }

    [GeneratedRegex(@"(?<!\w)'([^']+)'(?!\w)")]
    private static partial Regex Quoted();
}
