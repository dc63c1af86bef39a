using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Wording;

/// <summary>The command or option for each action that texts name (see <see cref="ActionNames"/>).</summary>
internal static class ActionWords
{
    /// <summary>By name; the case of its first letter doesn't matter.</summary>
    public static IReadOnlyDictionary<string, string> Commands { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["a figure to fit to"] = "--to",
            ["a sensitivity analysis"] = "simint sensitivity FILE",
            ["a setting"] = "--set",
            ["a template"] = "simint init DIR",
            ["a trial"] = "simint run FILE --dry-run",
            ["all its values"] = "simint show FILE --sources",
            ["all limits"] = "simint explain S043",
            ["all measures"] = "simint list measures",
            ["all paths"] = "simint show FILE --sources",
            ["an explanation"] = "simint explain S120",
            ["an input to fit"] = "--fit",
            ["checking the file"] = "simint check FILE",
            ["one more question"] = "--what-if",
            ["what a key means"] = "simint explain KEY",
        };

    /// <summary>The reference of scenario files, with the command behind each action.</summary>
    public static string Reference() => ScenarioReference.ToMarkdown(name => $"{name} (`{CommandOf(name)}`)");

    /// <exception cref="KeyNotFoundException">No text may name an action without a command.</exception>
    public static string CommandOf(string name) => Commands[name];
}
