using System.Text.RegularExpressions;

namespace SimInterdiction.Scenarios.Problems;

/// <summary>What a code means, what to do about it, and an example: a part of a scenario, or a command.</summary>
public sealed partial record ProblemExplanation(string Code, string Title, string Meaning, string Remedy, string Wrong, string Right)
{
    private const int Width = 80;

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

    /// <summary>The explanation for a terminal; all but the examples in lines of at most 80 columns.</summary>
    public string ToText() =>
        $"""
            {Code}: {Title}

            {string.Join("\n\n", Meaning.Split("\n\n").Select(Wrapped))}

            {Wrapped($"What to do: {Remedy}")}

            Wrong:
            {Indented(Wrong)}

            Right:
            {Indented(Right)}
            """;

    private static string Unindented(string example) => string.Join('\n', example.TrimEnd('\n').Split('\n').Select(l => l[4..]));

    private static string Indented(string example) => string.Join('\n', example.Split('\n').Select(l => $"    {l}"));

    private static string Wrapped(string paragraph)
    {
        if (paragraph.StartsWith("- ", StringComparison.Ordinal))
        {
            return paragraph;
        }

        var lines = new List<string>();
        string line = "";
        foreach (string word in paragraph.Split([' ', '\n']))
        {
            if (line.Length + word.Length + 1 > Width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return string.Join('\n', lines.Append(line));
    }

    [GeneratedRegex(
        @"\A\# (?<code>S\d{3}): (?<title>[^\n]+)\n\n(?<meaning>.+)\n\nWhat to do: (?<remedy>.+)\n\n"
            + @"Wrong:\n\n(?<wrong>(?:    [^\n]*\n)+)\nRight:\n\n(?<right>(?:    [^\n]*\n)+)\z",
        RegexOptions.Singleline
    )]
    private static partial Regex Shape();
}
