namespace SimInterdiction.Scenarios.Problems;

/// <summary>Collects everything that is wrong, and knows the lines of the files read so far.</summary>
internal sealed class ProblemList : ITakeProblems
{
    private readonly List<Problem> problems;
    private readonly HashSet<(string Code, Mark Mark, string Message)> seen;
    private readonly Dictionary<string, string[]> lines;
    private readonly HashSet<string> unknown;
    private readonly Dictionary<(string Code, string? File, string Cause), (int Shown, string Message, int More)> alike;

    public ProblemList()
        : this([], [], [], [], []) { }

    private ProblemList(
        List<Problem> problems,
        HashSet<(string Code, Mark Mark, string Message)> seen,
        Dictionary<string, string[]> lines,
        HashSet<string> unknown,
        Dictionary<(string Code, string? File, string Cause), (int Shown, string Message, int More)> alike
    ) => (this.problems, this.seen, this.lines, this.unknown, this.alike) = (problems, seen, lines, unknown, alike);

    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many errors there are, shown or not.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>How often an error was reported, one that was told before counted again: whether reading something went
    /// well.</summary>
    public int ErrorsReported { get; private set; }

    private int WarningCount { get; set; }

    /// <summary>Whether further problems are only counted.</summary>
    public bool IsFull => problems.Count >= Limits.ProblemsShown;

    /// <summary>Whether it only asks if a text can be read.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Whether it is worth looking for what may have been meant.</summary>
    public bool TakesHints => !IsTrial && !IsFull;

    /// <summary>Whether an error was found at a place: what follows from a value that could not be read is not
    /// told.</summary>
    public bool HasErrorAt(Mark mark) =>
        problems.Any(p => p.IsError && p.File == mark.File && p.Line == mark.Line && p.Column == mark.Column);

    /// <summary>Whether the same was told of the same place.</summary>
    public bool IsTold(string code, Mark mark, string message)
    {
        Problem again = Make(Severity.Warning, code, mark, message, null, null);
        return seen.Contains((code, new Mark(again.File, again.Line, again.Column, again.Length), again.Message));
    }

    /// <summary>Collects on from here, without changing this one.</summary>
    public ProblemList Copy() =>
        new([.. problems], [.. seen], new Dictionary<string, string[]>(lines), [.. unknown], new(alike))
        {
            ErrorCount = ErrorCount,
            ErrorsReported = ErrorsReported,
            WarningCount = WarningCount,
        };

    /// <summary>Takes down that what stands at the dotted path could not be read, so that nothing is said that follows
    /// from it.</summary>
    public void Lose(string path) => unknown.Add(path);

    /// <summary>Whether the value at the path, all of it, could be read.</summary>
    public bool IsKnown(string path) =>
        !unknown.Contains("") && !unknown.Any(u => u == path || u.StartsWith($"{path}.", StringComparison.Ordinal));

    /// <summary>The names in a section of which something could not be read: to ask <see cref="IsKnown"/> of each of
    /// many takes long.</summary>
    public HashSet<string> NotKnownIn(string section) =>
        [.. unknown.Where(u => u.StartsWith($"{section}.", StringComparison.Ordinal)).Select(u => u.Split('.')[1])];

    /// <summary>How many paths were lost.</summary>
    public int LostCount => unknown.Count;

    /// <summary>Whether what stands at the path, or what it stands in, could not be read at all.</summary>
    public bool IsLost(string path)
    {
        for (int end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (unknown.Contains(path[..end]))
            {
                return true;
            }
        }

        return unknown.Contains("");
    }

    public void AddSource(string file, string text) => lines[file] = Lines(text);

    /// <summary>As <see cref="Names.DidYouMean"/>; null where the problem would not be shown, since looking through
    /// many names takes long.</summary>
    public string? DidYouMean(string found, IEnumerable<string> known) => TakesHints ? Names.DidYouMean(found, known) : null;

    public string? LineOf(Mark mark) =>
        mark.File is not null && lines.TryGetValue(mark.File, out string[]? all) && mark.Line >= 1 && mark.Line <= all.Length
            ? all[mark.Line - 1]
            : null;

    public void Error(string code, Mark mark, string message, string? allowed = null, string? hint = null) =>
        Add(Make(Severity.Error, code, mark, message, allowed, hint));

    /// <summary>An error that may be there many times with one cause: a file's first is shown, and says how many more
    /// there are.</summary>
    public void ErrorAlike(string cause, string code, Mark mark, string message, string? allowed = null, string? hint = null)
    {
        (string Code, string? File, string Cause) kind = (code, mark.File, cause);
        if (!alike.TryGetValue(kind, out (int Shown, string Message, int More) first))
        {
            int shown = problems.Count;
            Error(code, mark, message, allowed, hint);
            if (problems.Count > shown)
            {
                alike[kind] = (shown, problems[shown].Message, 0);
            }

            return;
        }

        ErrorsReported++;
        Problem another = Make(Severity.Error, code, mark, message, allowed, hint);
        if (seen.Add((code, new Mark(another.File, another.Line, another.Column, another.Length), another.Message)))
        {
            alike[kind] = first with { More = first.More + 1 };
            string more = first.More == 0 ? "another" : $"{first.More + 1:N0} more";
            problems[first.Shown] = problems[first.Shown] with { Message = Shortened.Sentence($"{first.Message} (and {more} like it)") };
        }
    }

    public void Warning(string code, Mark mark, string message, string? hint = null) =>
        Add(Make(Severity.Warning, code, mark, message, null, hint));

    public void Error(string code, Mark mark, string message, (Mark Mark, string Text) related) =>
        Add(
            Make(Severity.Error, code, mark, message, null, null) with
            {
                Related = new RelatedLine(related.Mark, related.Text, LineOf(related.Mark)),
            }
        );

    public void Error(string code, Mark mark, string message, string? hint, (Mark Mark, string Text)? related) =>
        Add(
            Make(Severity.Error, code, mark, message, null, hint) with
            {
                Related = related is { } r ? new RelatedLine(r.Mark, r.Text, LineOf(r.Mark)) : null,
            }
        );

    /// <summary>The problems, by file in order of first mention, then by place; the last one says how many more there
    /// are than are shown.</summary>
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
        return Make(
            errors > 0 ? Severity.Error : Severity.Warning,
            "S045",
            mark,
            $"and {count:N0} more",
            null,
            "those above may be their cause"
        ) with
        {
            Errors = errors,
        };
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
            Message = Shortened.Sentence(message + OddCharacter(code, inside)),
            Allowed = allowed is null ? null : Shortened.Sentence(allowed),

            // Half a suggestion would be another one.
            Hint = hint?.Length > Limits.SentenceLength ? null : hint,
            SourceLine = LineOf(inside),
            Errors = severity == Severity.Error ? 1 : 0,
        };
    }

    // A text that looks right and isn't needs the character named that nobody sees.
    private string OddCharacter(string code, Mark mark)
    {
        if (code is "S020" || LineOf(mark) is not { } line || mark.Column > line.Length)
        {
            return "";
        }

        string token = line.Substring(mark.Column - 1, Math.Min(mark.Length, line.Length - mark.Column + 1));
        int odd = LookAlikes.FirstIn(token);
        return odd < 0 ? "" : $"; column {mark.Column + odd} has {LookAlikes.Named(token[odd])}";
    }

    private void Add(Problem problem)
    {
        ErrorsReported += problem.IsError ? 1 : 0;

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
