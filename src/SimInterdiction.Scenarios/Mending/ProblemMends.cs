using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Mending;

/// <summary>What may be written in the place of what is wrong: the suggestions of problems' hints, each
/// tried.</summary>
public static partial class ProblemMends
{
    private const int MostTried = 12;

    // Marked is what would be lost, and suggested is the whole text.
    private const string PartIsMarked = "S021";

    /// <summary>The suggestions that mend the text: with one of them written there, the problem is gone and no other
    /// takes its place on its line.</summary>
    /// <param name="text">The scenario's text.</param>
    /// <param name="fileName">The name of its file.</param>
    /// <param name="folder">Where the files are that it names; null for nowhere.</param>
    /// <param name="stop">Ends the trials.</param>
    /// <exception cref="OperationCanceledException">They were ended.</exception>
    public static IReadOnlyList<Mend> Of(string text, string fileName, string? folder, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(text);
        IReadOnlyList<Problem> problems = ScenarioReader.ReadText(text, fileName, folder).Problems;
        var mends = new List<Mend>();
        foreach ((Problem problem, string by) in problems.Where(each => each.File == fileName).SelectMany(Suggested).Take(MostTried))
        {
            stop.ThrowIfCancellationRequested();
            if (
                With(text, problem, by) is { } mended
                && IsBetter(problems, problem, ScenarioReader.ReadText(mended, fileName, folder).Problems)
            )
            {
                mends.Add(new Mend(problem, by));
            }
        }

        return mends;
    }

    /// <summary>The text with something else in the place of what is wrong; null where that is not in the
    /// text.</summary>
    public static string? With(string text, Problem problem, string by)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problem);
        int start = 0;
        for (int line = 1; line < problem.Line; line++)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r');
            if (end < 0)
            {
                return null;
            }

            start += end + (text.AsSpan(start + end).StartsWith("\r\n") ? 2 : 1);
        }

        int rest = text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var length ? length : text.Length - start;
        int from = problem.Column - 1;
        return problem.Line == 0 || from + problem.Length > rest
            ? null
            : string.Concat(text.AsSpan(0, start + from), by, text.AsSpan(start + from + problem.Length));
    }

    private static IEnumerable<(Problem Problem, string By)> Suggested(Problem problem) =>
        problem is { Hint: { } hint, Code: not PartIsMarked } && hint.IndexOf(Question, StringComparison.Ordinal) is >= 0 and var at
            ? Suggestion()
                .Matches(hint[(at + Question.Length)..])
                .Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)
                .Distinct()
                .Select(by => (problem, by))
            : [];

    // Problems are where they were, but for those behind it on its line. Where one is gone, others may come to light
    // elsewhere: what follows on an unknown name was not looked at.
    private static bool IsBetter(IReadOnlyList<Problem> before, Problem mended, IReadOnlyList<Problem> after) =>
        !after.Any(problem => problem.Code == mended.Code && IsOnLine(problem, mended) && problem.Column == mended.Column)
        && ErrorsBeside(mended, after) <= ErrorsBeside(mended, before) - mended.Errors;

    private static int ErrorsBeside(Problem mended, IEnumerable<Problem> problems) =>
        problems.Where(problem => IsOnLine(problem, mended)).Sum(problem => problem.Errors);

    private static bool IsOnLine(Problem problem, Problem mended) => problem.File == mended.File && problem.Line == mended.Line;

    private const string Question = "did you mean ";

    // 'one' or 'another'; "a text"; or all of it up to the question mark.
    [GeneratedRegex("""'([^']+)'|("[^"]+")|^([^'"]+)\?$""")]
    private static partial Regex Suggestion();
}

/// <summary>A text that mends a problem.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="By">What may be written there.</param>
public sealed record Mend(Problem Problem, string By);
