namespace SimInterdiction.Scenarios.Problems;

/// <summary>Collects everything that is wrong, and knows the lines of the files read so far.</summary>
internal sealed class ProblemList
{
    // A file that is wrong throughout should not bury the reader, or the machine.
    private const int Most = 500;

    private readonly List<Problem> problems;
    private readonly HashSet<(string Code, Mark Mark, string Message)> seen;
    private readonly Dictionary<string, string[]> lines;

    public ProblemList()
        : this([], [], [])
    {
    }

    private ProblemList(List<Problem> problems, HashSet<(string Code, Mark Mark, string Message)> seen, Dictionary<string, string[]> lines) =>
        (this.problems, this.seen, this.lines) = (problems, seen, lines);

    public bool HasErrors { get; private set; }

    /// <summary>Whether an error was found at a place: what follows from a value that could not be read is not told.</summary>
    public bool HasErrorAt(Mark mark) => problems.Any(p => p.IsError && p.File == mark.File && p.Line == mark.Line && p.Column == mark.Column);

    /// <summary>Collects on from here, without changing this one.</summary>
    public ProblemList Copy() => new([.. problems], [.. seen], new Dictionary<string, string[]>(lines)) { HasErrors = HasErrors };

    public void AddSource(string file, string text) => lines[file] = text.Split('\n');

    public string? LineOf(Mark mark) =>
        mark.File is not null && lines.TryGetValue(mark.File, out string[]? all) && mark.Line >= 1 && mark.Line <= all.Length ? all[mark.Line - 1].TrimEnd('\r') : null;

    public void Error(string code, Mark mark, string message, string? allowed = null, string? hint = null) =>
        Add(Make(Severity.Error, code, mark, message, allowed, hint));

    public void Warning(string code, Mark mark, string message, string? hint = null) =>
        Add(Make(Severity.Warning, code, mark, message, null, hint));

    public void Error(string code, Mark mark, string message, (Mark Mark, string Text) related) =>
        Add(Make(Severity.Error, code, mark, message, null, null) with { Related = new RelatedLine(related.Mark, related.Text, LineOf(related.Mark)) });

    public void Error(string code, Mark mark, string message, string? hint, (Mark Mark, string Text)? related) =>
        Add(Make(Severity.Error, code, mark, message, null, hint) with { Related = related is { } r ? new RelatedLine(r.Mark, r.Text, LineOf(r.Mark)) : null });

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
        Message = message,
        Allowed = allowed,
        Hint = hint,
        SourceLine = LineOf(mark),
    };

    private void Add(Problem problem)
    {
        HasErrors |= problem.IsError;

        // What is inherited is read several times but written once, so its problem is told once.
        bool isNew = seen.Add((problem.Code, new Mark(problem.File, problem.Line, problem.Column, problem.Length), problem.Message));
        if (isNew && problems.Count < Most)
        {
            problems.Add(problem);
        }
    }
}
