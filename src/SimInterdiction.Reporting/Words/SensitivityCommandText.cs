using System.Text.RegularExpressions;

namespace SimInterdiction.Reporting.Words;

/// <summary>The command that looks at the doubt in a run's scenario.</summary>
public static partial class SensitivityCommandText
{
    /// <param name="runCommand">The run's command; what narrows it to some deployments or to frozen organizations falls
    /// away.</param>
    public static string After(string runCommand) =>
        Narrowing().Replace(runCommand, string.Empty).Replace("simint run ", "simint sensitivity ", StringComparison.Ordinal);

    [GeneratedRegex(@" --(only \S+|adaptive \S+|include-uncertainty)")]
    private static partial Regex Narrowing();
}
