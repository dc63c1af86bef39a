namespace SimInterdiction.Scenarios.Problems;

/// <summary>Collects everything that is wrong, and knows the lines of the files read so far.</summary>
internal sealed class ProblemList
{
    // A file that is wrong throughout should not bury the reader, or the machine.
    private const int Most = 500;

    private readonly List<Problem> problems;
    private readonly HashSet<(string Code, Mark Mark, string Message)> seen;
    private readonly Dictionary<string, string[]> lines;
    private readonly HashSet<string> unknown;

    public ProblemList()
        : this([], [], [], [])
    {
    }

    private ProblemList(List<Problem> problems, HashSet<(string Code, Mark Mark, string Message)> seen, Dictionary<string, string[]> lines, HashSet<string> unknown) =>
        (this.problems, this.seen, this.lines, this.unknown) = (problems, seen, lines, unknown);

    /// <summary>How many errors were reported, those told before counted again.</summary>
    public int ErrorCount { get; private set; }

    public bool HasErrors => ErrorCount > 0;

    /// <summary>Whether it only asks if a text can be read: then nothing is suggested.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Collects on from here, without changing this one.</summary>
    public ProblemList Copy() => new([.. problems], [.. seen], new Dictionary<string, string[]>(lines), [.. unknown]) { ErrorCount = ErrorCount };

    /// <summary>Takes down that what stands at the dotted path could not be read, so that nothing is said that follows from it.</summary>
    public void Lose(string path) => unknown.Add(path);

    /// <summary>Whether the value at the path, all of it, could be read.</summary>
    public bool IsKnown(string path) => !unknown.Contains("") && !unknown.Any(u => u == path || u.StartsWith($"{path}.", StringComparison.Ordinal));

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

    public void AddSource(string file, string text) => lines[file] = text.Split('\n');

    public string? LineOf(Mark mark) =>
        mark.File is not null && lines.TryGetValue(mark.File, out string[]? all) && mark.Line >= 1 && mark.Line <= all.Length ? all[mark.Line - 1].TrimEnd('\r') : null;

    public void Error(string code, Mark mark, string message, string? allowed = null, string? hint = null) =>
        Add(Make(Severity.Error, code, mark, message, allowed, hint));

    public void Warning(string code, Mark mark, string message, string? hint = null) =>
        Add(Make(Severity.Warning, code, mark, message, null, hint));

    public void Error(string code, Mark mark, string message, (Mark Mark, string Text) related) =>
        Add(Make(Severity.Error, code, mark, message, null, null) with { Related = new RelatedLine(related.Mark, related.Text, LineOf(related.Mark)) });

    /// <summary>All problems, by file in order of first mention, then by place.</summary>
    public IReadOnlyList<Problem> InOrder()
    {
        List<string> files = [.. lines.Keys];
        return [.. problems.OrderBy(p => files.IndexOf(p.File)).ThenBy(p => p.Line).ThenBy(p => p.Column)];
    }

    private Problem Make(Severity severity, string code, Mark mark, string message, string? allowed, string? hint) => new()
    {
        Severity = severity,
        Code = code,
        File = mark.File,
        Line = mark.Line,
        Column = mark.Column,
        Length = Math.Max(1, mark.Length),
        Message = Shortened.Sentence(message + OddCharacter(code, mark)),
        Allowed = allowed is null ? null : Shortened.Sentence(allowed),

        // What is suggested must be whole.
        Hint = hint is { Length: > Shortened.LongestSentence } ? null : hint,
        SourceLine = LineOf(mark),
    };

    // A text that looks right and isn't needs the character named that nobody sees.
    private string OddCharacter(string code, Mark mark)
    {
        if (code is "S020" || LineOf(mark) is not { } line || mark.Column > line.Length)
        {
            return "";
        }

        string token = line.Substring(mark.Column - 1, Math.Min(mark.Length, line.Length - mark.Column + 1));
        int odd = Tree.LookAlikes.FirstIn(token);
        return odd < 0 ? "" : $"; column {mark.Column + odd} holds {Tree.LookAlikes.Named(token[odd])}";
    }

    private void Add(Problem problem)
    {
        ErrorCount += problem.IsError ? 1 : 0;

        // What is inherited is read several times but written once, so its problem is told once.
        bool isNew = seen.Add((problem.Code, new Mark(problem.File, problem.Line, problem.Column, problem.Length), problem.Message));
        if (isNew && problems.Count < Most)
        {
            problems.Add(problem);
        }
    }
}
