using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Wording;

/// <summary>The explanation of a problem code for a terminal; all but the examples in lines of at most 80
/// columns.</summary>
internal static class ExplanationText
{
    private const int Width = 80;

    public static string Of(ProblemExplanation explanation) =>
        $"""
            {explanation.Code}: {explanation.Title}

            {string.Join("\n\n", Worded(explanation.Meaning).Split("\n\n").Select(Wrapped))}

            {Wrapped($"What to do: {Worded(explanation.Remedy)}")}

            Wrong:
            {Indented(explanation.Wrong)}

            Right:
            {Indented(explanation.Right)}
            """;

    private static string Worded(string text) => ActionNames.Replace(text, name => $"{name} ('{ActionWords.CommandOf(name)}')");

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
}
