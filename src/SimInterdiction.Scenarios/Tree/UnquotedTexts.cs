using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using Mark = SimInterdiction.Scenarios.Problems.Mark;

namespace SimInterdiction.Scenarios.Tree;

/// <summary>Finds the text for people that would let a file be read if it stood in quotation marks.</summary>
internal static partial class UnquotedTexts
{
    private const int MostTried = 8;

    private static readonly Regex Key = new($@"(?<![^\s{{,])(?:{string.Join('|', FreeTexts.Keys)})\s*:\s+(?=\S)", RegexOptions.Compiled);

    /// <summary>
    /// Reports the first such text in the line where the parser stopped, or above it where quotation marks or brackets
    /// are left open.
    /// </summary>
    public static bool Report(string[] lines, (int Line, int Column) at, Func<int, int, int, Mark> markAt, ProblemList problems)
    {
        int stopped = Math.Clamp(at.Line, 1, lines.Length);
        IEnumerable<int> above = Enumerable.Range(1, stopped - 1).Reverse().Where(n => MayGoOn().IsMatch(lines[n - 1]));
        IEnumerable<(int Line, Group Value)> values = above.Prepend(stopped).SelectMany(n => ValuesIn(lines[n - 1]).Select(v => (n, v)));
        foreach ((int line, Group value) in values.Take(MostTried))
        {
            string quoted = FreeTexts.Quoted(Meant(value.Value));
            string[] tried = [.. lines];
            tried[line - 1] = $"{lines[line - 1][..value.Index]}{quoted}{lines[line - 1][(value.Index + value.Length)..]}";
            if (Cause(value.Value) is var (offset, length, found) && Reaches(tried, stopped, line, value.Index + quoted.Length))
            {
                string? hint = value.Length <= 60 ? $"did you mean {quoted}?" : "put the whole text in quotation marks";
                problems.Error("S021", markAt(line, value.Index + 1 + offset, length), found, hint: hint);
                return true;
            }
        }

        return false;
    }

    // It helped if the parser now gets past the line where it stopped, and past the text.
    private static bool Reaches(string[] lines, int stopped, int line, int column) =>
        YamlReader.StopsAt(string.Join('\n', lines)) is not { } stop
        || stop.Line > stopped
        || (stop.Line == line && stop.Column > column + 1);

    private static IEnumerable<Group> ValuesIn(string line)
    {
        foreach (Match key in Key.Matches(line))
        {
            int start = key.Index + key.Length;
            bool isInBraces = line.AsSpan(0, key.Index).Contains('{');
            Match value = (isInBraces ? ValueInBraces() : Value()).Match(line, start);
            if (value.Success && value.Groups[1].Length > 0)
            {
                yield return value.Groups[1];
            }
        }
    }

    // Marks that enclose the whole text, or the one that opens it, are not meant to be part of it; an apostrophe may
    // be.
    private static string Meant(string text) =>
        text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1]
        : text.Count(c => c == '"') == 1 && text[0] == '"' ? text[1..]
        : text;

    private static (int Offset, int Length, string Found)? Cause(string text)
    {
        bool isQuoted = text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0];
        int colon = text.IndexOf(": ", StringComparison.Ordinal);
        return text[0] switch
        {
            '"' or '\'' when isQuoted => (0, text.Length, $"a {text[0]} inside this text ends it"),
            '"' or '\'' => (0, 1, $"a text that begins with {text[0]} must end with it"),
            '[' or '{' => (0, 1, $"'{text[0]}' begins a {(text[0] == '[' ? "list" : "map")}, not a text"),
            '*' or '&' or '!' or '|' or '>' or '%' or '@' or '`' or '-' or '?' or ':' or ',' or ']' or '}' => (
                0,
                1,
                $"a text can't begin with '{text[0]}' except in quotation marks"
            ),
            _ when colon >= 0 => (colon, 1, "a text can't contain a colon followed by a space, except in quotation marks"),
            _ when text[^1] == ':' => (text.Length - 1, 1, "a text can't end with a colon except in quotation marks"),
            _ when text.IndexOf(" #", StringComparison.Ordinal) is int blank and >= 0 => (
                blank + 1,
                1,
                "'#' after a space begins a comment"
            ),
            _ => null,
        };
    }

    [GeneratedRegex(@"\G(.*?)\s*$")]
    private static partial Regex Value();

    // Up to the next key, or to the brackets that end the line or are followed by another key.
    [GeneratedRegex(@"\G(.*?)\s*(,\s*[\w""']+\s*:(\s|$)|\}[\]}\s]*(,|$)|$)")]
    private static partial Regex ValueInBraces();

    // What is open at the end of the line swallows the next.
    [GeneratedRegex(@":\s+[""'\[{]")]
    private static partial Regex MayGoOn();
}
