using SimInterdiction.Scenarios.Problems.Explained;

namespace SimInterdiction.Scenarios.Problems;

/// <summary>What each code means, for <c>simint explain S120</c>.</summary>
public static class ProblemCatalog
{
    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        .. FileProblems.All,
        .. ReadingProblems.All,
        .. CostProblems.All,
        .. ValueProblems.All,
        .. ReferenceProblems.All,
        .. RuleProblems.All,
        .. Warnings.All,
    ];

    /// <summary>The explanation of a code, whatever its case; null if there is no such code.</summary>
    public static ProblemExplanation? Find(string code) =>
        All.FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The explanation as text of at most 80 columns.</summary>
    public static string Explain(ProblemExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return $"""
            {explanation.Code}: {explanation.Title}

            {Wrapped(explanation.Explanation)}

            Wrong:
            {Indented(explanation.Wrong)}

            Right:
            {Indented(explanation.Right)}
            """;
    }

    private static string Indented(string text) => string.Join('\n', text.Split('\n').Select(l => $"    {l}"));

    private static string Wrapped(string text)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 > 80)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return string.Join('\n', lines.Append(line));
    }
}

/// <summary>What a code means, and an example of it: a part of a scenario, or a command.</summary>
public sealed record ProblemExplanation(string Code, string Title, string Explanation, string Wrong, string Right);
