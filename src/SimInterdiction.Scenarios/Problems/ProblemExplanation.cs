using System.Text.RegularExpressions;

namespace SimInterdiction.Scenarios.Problems;

/// <summary>What a code means, what to do about it, and an example: a part of a scenario, or after "> " what was asked
/// for beside it. Meaning and remedy name what can be done as <see cref="ActionNames"/> does.</summary>
public sealed partial record ProblemExplanation(string Code, string Title, string Meaning, string Remedy, string Wrong, string Right)
{
    /// <summary>Reads a file of <c>Problems/Explained</c>; its README says how such a file is made.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static ProblemExplanation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Match match = Shape().Match(text.ReplaceLineEndings("\n"));
        if (!match.Success)
        {
            throw new FormatException($"Not the shape of an explanation: {Shortened.Text(text)}");
        }

        return new ProblemExplanation(
            match.Groups["code"].Value,
            match.Groups["title"].Value,
            match.Groups["meaning"].Value,
            match.Groups["remedy"].Value.Replace('\n', ' '),
            Unindented(match.Groups["wrong"].Value),
            Unindented(match.Groups["right"].Value)
        );
    }

    private static string Unindented(string example) => string.Join('\n', example.TrimEnd('\n').Split('\n').Select(l => l[4..]));

    [GeneratedRegex(
        @"\A\# (?<code>S\d{3}): (?<title>[^\n]+)\n\n(?<meaning>.+)\n\nWhat to do: (?<remedy>.+)\n\n"
            + @"Wrong:\n\n(?<wrong>(?:    [^\n]*\n)+)\nRight:\n\n(?<right>(?:    [^\n]*\n)+)\z",
        RegexOptions.Singleline
    )]
    private static partial Regex Shape();
}
