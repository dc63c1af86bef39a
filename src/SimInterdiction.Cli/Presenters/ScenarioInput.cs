using SimInterdiction.Cli.Wording;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Reads a scenario and says what is wrong with it.</summary>
internal static class ScenarioInput
{
    /// <summary>Reads the file and prints every problem; null when it has errors.</summary>
    public static ScenarioReading? Load(string file, IReadOnlyList<string> overrides, TextWriter error)
    {
        ScenarioReading reading = ScenarioReader.ReadFile(file, new ReadingOptions { Overrides = overrides });
        PrintProblems(reading, error);
        return reading.Scenario is null ? null : reading;
    }

    /// <summary>Prints errors and warnings, each with its line, and how many there were. What warnings in the same
    /// words say is said once, with where else.</summary>
    public static void PrintProblems(ScenarioReading reading, TextWriter error) => PrintProblems(reading.Problems, error);

    /// <summary>The same of problems that were found elsewhere too.</summary>
    public static void PrintProblems(IReadOnlyList<Problem> problems, TextWriter error)
    {
        foreach (var alike in problems.GroupBy(p => (p.Code, p.Message, Error: p.IsError ? p : null)))
        {
            Problem first = alike.First();
            error.WriteLine(ProblemText.Format(first with { File = CommandWording.OfOrigin(first.File) }));
            string[] others = [.. alike.Skip(1).Select(p => $"{CommandWording.OfOrigin(p.File)}:{p.Line}:{p.Column}")];
            if (others.Length > 0)
            {
                error.WriteLine($"The same at {Names.Few(others)}.");
            }

            error.WriteLine();
        }

        if (ProblemText.Summary(problems) is { } summary)
        {
            string code = problems.First(p => p.IsError).Code;
            error.WriteLine($"{summary}  More: simint explain {code}");
        }
    }

    /// <summary>The line that says a file is good.</summary>
    public static string Verdict(ScenarioReading reading)
    {
        int warnings = reading.Problems.Count(p => p.Severity == Severity.Warning);
        string suffix = warnings == 0 ? string.Empty : $", {Count(warnings, "warning")}";
        return $"{Path.GetFileName(reading.FileName)} is valid: {Count(reading.ValueCount, "value")}{suffix}.";
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number:N0} {what}s";
}
