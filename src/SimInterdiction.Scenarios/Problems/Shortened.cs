using System.Text.RegularExpressions;
using SimInterdiction.Model.Language;

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
            sentence.Length <= LongestQuoted ? sentence : Quoted().Replace(sentence, match => $"'{Text(match.Groups[1].Value)}'");
        return Excerpt.Of(quoted, Limits.SentenceLength);
    }

    /// <summary>The text in one line, its middle left out where it is too long.</summary>
    public static string Text(string text) => Excerpt.Of(text, LongestQuoted);

    [GeneratedRegex(@"(?<!\w)'([^']+)'(?!\w)")]
    private static partial Regex Quoted();
}
