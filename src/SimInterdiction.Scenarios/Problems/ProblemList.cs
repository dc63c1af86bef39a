namespace SimInterdiction.Scenarios.Problems;

/// <summary>Collects everything that is wrong, and knows the lines of the files read so far.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> problems;
    private readonly HashSet<(string Code, Mark Mark, string Message)> seen;
    private readonly Dictionary<string, string[]> lines;

    public ProblemList()
        : this([], [], [])
    {
    }

    private ProblemList(List<Problem> problems, HashSet<(string Code, Mark Mark, string Message)> seen, Dictionary<string, string[]> lines) =>
        (this.problems, this.seen, this.lines) = (problems, seen, lines);

    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many errors there are, shown or not.</summary>
    public int ErrorCount { get; private set; }

    private int WarningCount { get; set; }

    /// <summary>Whether further problems are only counted.</summary>
    public bool IsFull => problems.Count >= Limits.ProblemsShown;

    /// <summary>Whether an error was found at a place: what follows from a value that could not be read is not told.</summary>
    public bool HasErrorAt(Mark mark) => problems.Any(p => p.IsError && p.File == mark.File && p.Line == mark.Line && p.Column == mark.Column);

    /// <summary>Collects on from here, without changing this one.</summary>
    public ProblemList Copy() => new([.. problems], [.. seen], new Dictionary<string, string[]>(lines)) { ErrorCount = ErrorCount, WarningCount = WarningCount };

    public void AddSource(string file, string text) => lines[file] = Lines(text);

    /// <summary>As <see cref="Names.DidYouMean"/>; null where the problem would not be shown, since looking through many names takes long.</summary>
    public string? DidYouMean(string found, IEnumerable<string> known) => IsFull ? null : Names.DidYouMean(found, known);

    public string? LineOf(Mark mark) =>
        mark.File is not null && lines.TryGetValue(mark.File, out string[]? all) && mark.Line >= 1 && mark.Line <= all.Length ? all[mark.Line - 1] : null;

    public void Error(string code, Mark mark, string message, string? allowed = null, string? hint = null) =>
        Add(Make(Severity.Error, code, mark, message, allowed, hint));

    public void Warning(string code, Mark mark, string message, string? hint = null) =>
        Add(Make(Severity.Warning, code, mark, message, null, hint));

    public void Error(string code, Mark mark, string message, (Mark Mark, string Text) related) =>
        Add(Make(Severity.Error, code, mark, message, null, null) with { Related = new RelatedLine(related.Mark, related.Text, LineOf(related.Mark)) });

    public void Error(string code, Mark mark, string message, string? hint, (Mark Mark, string Text)? related) =>
        Add(Make(Severity.Error, code, mark, message, null, hint) with { Related = related is { } r ? new RelatedLine(r.Mark, r.Text, LineOf(r.Mark)) : null });

    /// <summary>The problems, by file in order of first mention, then by place; the last one says how many more there are than are shown.</summary>
    public IReadOnlyList<Problem> InOrder()
    {
        List<string> files = [.. lines.Keys];
        IEnumerable<Problem> shown = problems.OrderBy(p => files.IndexOf(p.File)).ThenBy(p => p.Line).ThenBy(p => p.Column);
        return ErrorCount + WarningCount == problems.Count ? [.. shown] : [.. shown, NotShown()];
    }

    private Problem NotShown()
    {
        int errors = ErrorCount - problems.Count(p => p.IsError);
        int count = ErrorCount + WarningCount - problems.Count;
        var mark = new Mark(problems[0].File, 0, 0, 0);
        return Make(errors > 0 ? Severity.Error : Severity.Warning, "S045", mark, $"and {count:N0} more", null, "those above may be their cause") with { Errors = errors };
    }

    private Problem Make(Severity severity, string code, Mark mark, string message, string? allowed, string? hint)
    {
        Mark inside = Inside(mark);
        return new Problem
        {
            Severity = severity,
            Code = code,
            File = inside.File,
            Line = inside.Line,
            Column = inside.Column,
            Length = Math.Max(1, inside.Length),
            Message = Cut(message),
            Allowed = allowed is null ? null : Cut(allowed),

            // Half a suggestion would be another one.
            Hint = hint?.Length > Limits.SentenceLength ? null : hint,
            SourceLine = LineOf(inside),
            Errors = severity == Severity.Error ? 1 : 0,
        };
    }

    private void Add(Problem problem)
    {
        // What is inherited is read several times but written once, so its problem is told once.
        if (!seen.Add((problem.Code, new Mark(problem.File, problem.Line, problem.Column, problem.Length), problem.Message)))
        {
            return;
        }

        if (!IsFull)
        {
            problems.Add(problem);
        }

        (ErrorCount, WarningCount) = problem.IsError ? (ErrorCount + 1, WarningCount) : (ErrorCount, WarningCount + 1);
    }

    /// <summary>The mark, inside its file: the parser counts some line breaks that editors don't show.</summary>
    private Mark Inside(Mark mark)
    {
        if (mark.File is null || mark.Line < 1 || !lines.TryGetValue(mark.File, out string[]? all))
        {
            return mark;
        }

        int line = Math.Min(mark.Line, all.Length);
        return mark with { Line = line, Column = Math.Clamp(mark.Column, 1, all[line - 1].Length + 1) };
    }

    private static string Cut(string sentence) =>
        sentence.Length <= Limits.SentenceLength ? sentence : $"{sentence[..Whole(sentence, Limits.SentenceLength - 3)]}...";

    // Never half of a surrogate pair.
    private static int Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    private static string[] Lines(string text)
    {
        var found = new List<string>();
        int start = 0;
        while (text.AsSpan(start).IndexOfAny('\n', '\r') is int length and >= 0)
        {
            found.Add(text.Substring(start, length));
            int end = start + length;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        found.Add(text[start..]);
        return [.. found];
    }
}
