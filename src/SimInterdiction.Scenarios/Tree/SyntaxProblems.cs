using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Problems;
using Mark = SimInterdiction.Scenarios.Problems.Mark;

namespace SimInterdiction.Scenarios.Tree;

/// <summary>Says what is wrong with a text that isn't YAML, in a planner's words and at the true place.</summary>
internal static partial class SyntaxProblems
{
    // Of YAML: a longer one is not looked for.
    private const int LongestKey = 1024;

    /// <param name="file">The file's name.</param>
    /// <param name="text">The text that was read.</param>
    /// <param name="complaint">What the parser said; empty where it said nothing of use.</param>
    /// <param name="at">Where the parser stopped: a line and column of the text.</param>
    /// <param name="origin">Where the text begins in its file.</param>
    /// <param name="problems">Takes the problem.</param>
    public static void Report(
        string file,
        string text,
        string complaint,
        (int Line, int Column) at,
        (int Line, int Column) origin,
        ProblemList problems
    )
    {
        string[] lines = Lines(text);
        Mark MarkAt(int line, int column, int length) =>
            new(file, line + origin.Line - 1, line == 1 ? column + origin.Column - 1 : column, Math.Max(1, length));

        if (
            ReportTabs(lines, MarkAt, problems)
            || (!IsOfEscape(complaint) && UnquotedTexts.Report(lines, at, MarkAt, problems))
            || ReportLookAlikes(lines, at.Line, MarkAt, problems)
            || ReportBrackets(lines, MarkAt, problems)
        )
        {
            return;
        }

        int lineNumber = Math.Clamp(at.Line, 1, lines.Length);
        string line = lines[lineNumber - 1].TrimEnd();
        int indent = line.Length - line.TrimStart().Length;
        string word = FirstWord().Match(line).Value;
        Mark wordMark = MarkAt(lineNumber, indent + 1, word.Length);
        switch (complaint)
        {
            case var c when c.Contains("quoted scalar, found unexpected end", StringComparison.Ordinal):
                problems.Error(
                    "S013",
                    MarkAt(lineNumber, at.Column, 1),
                    "this quotation mark is never closed",
                    hint: "close it, or remove it"
                );
                break;
            case var c when c.Contains("invalid Unicode", StringComparison.Ordinal):
                problems.Error(
                    "S007",
                    MarkAt(lineNumber, at.Column, 1),
                    "this number is not a whole character",
                    hint: "write the character itself"
                );
                break;
            case var c when c.Contains("unknown escape", StringComparison.Ordinal):
                problems.Error(
                    "S014",
                    MarkAt(lineNumber, at.Column, 1),
                    "a backslash in double quotation marks means something special, and this one is unknown",
                    hint: "use single quotation marks"
                );
                break;
            case var c when c.Contains("scanning an anchor or alias", StringComparison.Ordinal):
                problems.Error(
                    "S014",
                    MarkAt(lineNumber, at.Column, 1),
                    "'*' repeats what '&' marks, and a name must follow",
                    hint: "put the value in quotation marks"
                );
                break;
            case var c when c.Contains("cannot start any token", StringComparison.Ordinal) && at.Column <= line.Length:
                problems.Error(
                    "S014",
                    MarkAt(lineNumber, at.Column, 1),
                    $"a value can't begin with '{line[at.Column - 1]}'",
                    hint: "put the value in quotation marks"
                );
                break;
            case var c when c.Contains("found invalid mapping", StringComparison.Ordinal):
                ReportInvalidMapping(lines, lineNumber, at, MarkAt, problems);
                break;
            case var _ when line.IndexOf(':', StringComparison.Ordinal) > LongestKey:
                problems.Error("S014", MarkAt(lineNumber, indent + 1, 1), $"a key is longer than {LongestKey:N0} characters");
                break;
            case var _ when !line.Contains(':', StringComparison.Ordinal) && word.Length > 0 && !line.TrimStart().StartsWith('-'):
                problems.Error(
                    "S012",
                    wordMark,
                    $"there is no colon after '{word}'",
                    "each line is a key, a colon and a value",
                    ColonHint(line, word)
                );
                break;
            case var c when c.Contains("did not find expected", StringComparison.Ordinal) && lineNumber > 1:
                problems.Error(
                    "S011",
                    wordMark,
                    $"'{word}' is not in line with the keys above it",
                    "keys of one map begin in the same column",
                    IndentHint(lines, lineNumber, indent)
                );
                break;
            default:
                problems.Error(
                    "S014",
                    MarkAt(lineNumber, Math.Clamp(at.Column, 1, Math.Max(1, line.Length)), 1),
                    "the text can't be read from here on",
                    hint: "look for a missing colon, quotation mark or bracket"
                );
                break;
        }
    }

    // The parser knows what follows a backslash, and so that the text is in quotation marks.
    private static bool IsOfEscape(string complaint) =>
        complaint.Contains("invalid Unicode", StringComparison.Ordinal) || complaint.Contains("unknown escape", StringComparison.Ordinal);

    /// <summary>Characters that nobody sees and that move a line to the right.</summary>
    public static bool ReportInvisibleIndents(string file, string text, (int Line, int Column) origin, ProblemList problems)
    {
        if (LookAlikes.FirstIn(text) < 0)
        {
            return false;
        }

        foreach ((int i, string line) in Lines(text).Index())
        {
            string indent = string.Concat(line.TakeWhile(c => c == ' ' || (LookAlikes.IsOne(c) && LookAlikes.PlainOf(c) is null)));
            int at = LookAlikes.FirstIn(indent);
            if (at >= 0)
            {
                problems.Error(
                    "S020",
                    new Mark(file, i + origin.Line, at + 1, 1),
                    $"this is {LookAlikes.Named(line[at])}, which is invisible and moves the line",
                    hint: "delete it"
                );
                return true;
            }
        }

        return false;
    }

    /// <summary>The lines as the parser counts them.</summary>
    public static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static bool ReportTabs(string[] lines, Func<int, int, int, Mark> markAt, ProblemList problems)
    {
        bool found = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string blank = LeadingBlank().Match(lines[i]).Value;
            int tab = blank.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && blank.Length < lines[i].TrimEnd().Length)
            {
                problems.Error(
                    "S010",
                    markAt(i + 1, tab + 1, 1),
                    "a tab indents this line",
                    "lines are indented with spaces",
                    "replace it with two spaces"
                );
                found = true;
            }
        }

        return found;
    }

    // In the line that can't be read, or above it, where a colon that is none makes the next line wrong.
    private static bool ReportLookAlikes(string[] lines, int line, Func<int, int, int, Mark> markAt, ProblemList problems)
    {
        foreach (int number in new[] { line, line - 1 }.Where(n => n >= 1 && n <= lines.Length))
        {
            string code = Comment().Replace(lines[number - 1], "");
            int at = LookAlikes.FirstIn(code);
            if (at >= 0)
            {
                string hint = LookAlikes.PlainOf(code[at]) is { } plain
                    ? $"type a plain {(plain == ' ' ? "space" : plain)} there"
                    : "delete it: it can't be seen";
                problems.Error(
                    "S020",
                    markAt(number, at + 1, 1),
                    $"this is {LookAlikes.Named(code[at])}, which means nothing to YAML",
                    hint: hint
                );
                return true;
            }
        }

        return false;
    }

    // Brackets count where a value may begin, and inside other brackets; not in quotation marks and comments.
    private static bool ReportBrackets(string[] lines, Func<int, int, int, Mark> markAt, ProblemList problems)
    {
        var open = new Stack<(char Bracket, int Line, int Column)>();
        (int Line, int Column, char Hidden)? comment = null;
        for (int l = 0; l < lines.Length; l++)
        {
            char quote = '\0';
            char before = ':';
            for (int i = 0; i < lines[l].Length; i++)
            {
                char c = lines[l][i];
                if (quote != '\0')
                {
                    quote = c == quote ? '\0' : quote;
                    continue;
                }

                if (c == '#' && (i == 0 || char.IsWhiteSpace(lines[l][i - 1])))
                {
                    int hidden = lines[l].AsSpan(i).IndexOfAny(']', '}');
                    comment ??= open.Count > 0 && hidden >= 0 ? (l + 1, i + 1, lines[l][i + hidden]) : null;
                    break;
                }

                bool mayBegin = before is ':' or ',' or '[' or '{' or '-';
                if (c is '"' or '\'' && mayBegin)
                {
                    quote = c;
                }
                else if (c is '[' or '{' && mayBegin)
                {
                    open.Push((c, l + 1, i + 1));
                }
                else if (c is ']' or '}' && (open.Count > 0 || before is ']' or '}'))
                {
                    if (open.Count == 0 || open.Peek().Bracket != (c == ']' ? '[' : '{'))
                    {
                        problems.Error(
                            "S013",
                            markAt(l + 1, i + 1, 1),
                            $"'{c}' closes nothing",
                            hint: open.Count == 0 ? "remove it" : $"the '{open.Peek().Bracket}' of line {open.Peek().Line} is still open"
                        );
                        return true;
                    }

                    open.Pop();
                }

                before = char.IsWhiteSpace(c) ? before : c;
            }
        }

        if (open.Count == 0)
        {
            return false;
        }

        if (comment is var (commentLine, at, closing))
        {
            problems.Error(
                "S021",
                markAt(commentLine, at, 1),
                $"'#' after a space begins a comment here, so the '{closing}' after it is not read",
                hint: "put the whole text in quotation marks"
            );
            return true;
        }

        (char bracket, int line, int column) = open.Peek();
        problems.Error(
            "S013",
            markAt(line, column, 1),
            $"this '{bracket}' is never closed",
            hint: $"add a '{(bracket == '[' ? ']' : '}')}'"
        );
        return true;
    }

    private static void ReportInvalidMapping(
        string[] lines,
        int lineNumber,
        (int Line, int Column) at,
        Func<int, int, int, Mark> markAt,
        ProblemList problems
    )
    {
        string line = lines[lineNumber - 1].TrimEnd();
        int indent = line.Length - line.TrimStart().Length;
        if (line.IndexOf(": ", StringComparison.Ordinal) is int first and >= 0 && first + 1 < at.Column && at.Column - 1 != first)
        {
            problems.Error(
                "S014",
                markAt(lineNumber, at.Column, 1),
                "a second colon in one line",
                hint: "put the value in quotation marks, or start a new line"
            );
            return;
        }

        int above = lineNumber - 1;
        while (above > 1 && lines[above - 1].Trim().Length == 0)
        {
            above--;
        }

        string previous = above >= 1 ? lines[above - 1].TrimEnd() : "";
        string word = FirstWord().Match(previous).Value;
        if (word.Length > 0 && !previous.Contains(':', StringComparison.Ordinal))
        {
            problems.Error(
                "S012",
                markAt(above, previous.Length - previous.TrimStart().Length + 1, word.Length),
                $"there is no colon after '{word}'",
                "each line is a key, a colon and a value",
                ColonHint(previous, word)
            );
            return;
        }

        problems.Error(
            "S011",
            markAt(lineNumber, indent + 1, FirstWord().Match(line).Length),
            $"'{FirstWord().Match(line).Value}' is indented further than the line above, which has a value already",
            "keys of one map begin in the same column",
            IndentHint(lines, lineNumber, indent)
        );
    }

    private static string ColonHint(string line, string word)
    {
        string rest = line.Trim()[word.Length..].Trim();
        return rest.Length == 0 ? $"did you mean '{word}:'?" : $"did you mean '{word}: {rest}'?";
    }

    private static string? IndentHint(string[] lines, int lineNumber, int indent)
    {
        for (int i = lineNumber - 2; i >= 0; i--)
        {
            string line = lines[i];
            int other = line.Length - line.TrimStart().Length;
            if (line.Trim().Length > 0 && !line.TrimStart().StartsWith('#'))
            {
                return $"the line above begins in column {other + 1}, this one in column {indent + 1}";
            }
        }

        return null;
    }

    [GeneratedRegex(@"[^\s:#,\[\]{}]+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*")]
    private static partial Regex LeadingBlank();
}
