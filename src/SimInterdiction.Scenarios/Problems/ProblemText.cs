using System.Text;

namespace SimInterdiction.Scenarios.Problems;

/// <summary>Writes a problem for a terminal: where, what, the line with the token underlined, what is allowed, what may
/// be meant.</summary>
public static class ProblemText
{
    private const int Width = 80;
    private const int WidestLine = 72;
    private const int Window = 66;

    /// <summary>Several lines, without a line break at the end.</summary>
    public static string Format(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var text = new StringBuilder();
        string place =
            problem.Line > 0 ? $"{problem.File}:{problem.Line}:{problem.Column}: "
            : problem.File.Length > 0 ? $"{problem.File}: "
            : string.Empty;
        string severity = problem.IsError ? "error" : "warning";
        AppendWrapped(text, $"{place}{severity} {problem.Code}: {problem.Message}", "    ");
        int margin = Math.Max(Digits(problem.Line), Digits(problem.Related?.Mark.Line ?? 0));
        string gutter = new(' ', margin);
        if (problem.SourceLine is { } line)
        {
            text.Append('\n').Append(gutter).Append(" |");
            if (problem.Related is { SourceLine: { } other } related)
            {
                AppendLine(text, related.Mark.Line, margin, other, related.Mark.Column, related.Mark.Length, related.Text);
            }

            AppendLine(text, problem.Line, margin, line, problem.Column, problem.Length, problem.Hint);
        }
        else if (problem.Hint is { } hint)
        {
            AppendWrapped(text.Append('\n'), $"{gutter} = {hint}", $"{gutter}   ");
        }

        if (problem.Allowed is { } allowed)
        {
            AppendWrapped(text.Append('\n'), $"{gutter} = allowed: {allowed}", $"{gutter}   ");
        }

        return text.ToString();
    }

    /// <summary>The sentence under all problems of a file; null where there is none.</summary>
    public static string? Summary(IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        int errors = problems.Where(p => p.IsError).Sum(p => p.Errors);
        return errors == 0 ? null : $"{errors:N0} {(errors == 1 ? "error" : "errors")}. Nothing was run.";
    }

    private static void AppendLine(StringBuilder text, int number, int margin, string line, int column, int length, string? remark)
    {
        (string shown, int at) = Windowed(line, column);
        text.Append('\n').Append(number.ToString().PadLeft(margin)).Append(" | ").Append(shown.TrimEnd());
        int carets = Math.Clamp(Math.Min(length, line.TrimEnd().Length - column + 1), 1, Math.Max(1, WidestLine - at));
        string blank = new([.. shown.Take(at - 1).Select(c => c == '\t' ? '\t' : ' ')]);
        string under = $"{new string(' ', margin)} | {blank.PadRight(at - 1)}{new string('^', carets)}";
        text.Append('\n').Append(under);
        if (remark is null)
        {
            return;
        }

        if (under.Length + 1 + remark.Length <= Width)
        {
            text.Append(' ').Append(remark);
        }
        else
        {
            AppendWrapped(text.Append('\n'), $"{new string(' ', margin)} = {remark}", $"{new string(' ', margin)}   ");
        }
    }

    /// <summary>The part of a long line around the column, with dots where it goes on.</summary>
    private static (string Shown, int Column) Windowed(string line, int column)
    {
        if (line.Length <= WidestLine)
        {
            return (line, column);
        }

        int start = Math.Clamp(column - 1 - (Window / 2), 0, Math.Max(0, line.Length - Window));
        string shown = line.Substring(start, Math.Min(Window, line.Length - start));
        string before = start > 0 ? "..." : "";
        string after = start + shown.Length < line.Length ? "..." : "";
        return (before + shown + after, column - start + before.Length);
    }

    private static void AppendWrapped(StringBuilder text, string sentence, string indent)
    {
        int room = Width;
        bool isFirst = true;
        string rest = sentence;
        while (rest.Length > room && rest.LastIndexOf(' ', room) is int space && space > indent.Length + 10)
        {
            text.Append(isFirst ? "" : indent).Append(rest.AsSpan(0, space)).Append('\n');
            rest = rest[(space + 1)..];
            room = Width - indent.Length;
            isFirst = false;
        }

        text.Append(isFirst ? "" : indent).Append(rest);
    }

    private static int Digits(int line) => line.ToString().Length;
}
