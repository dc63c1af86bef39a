using System.CommandLine;

namespace SimInterdiction.Cli.Commands;

/// <summary>Arguments that several commands share.</summary>
internal static class CommonArguments
{
    public static Argument<string> File() => new("FILE") { Description = "The scenario file (YAML)." };

    public static Option<string[]> Set() => new("--set")
    {
        Description = "Sets one value instead of the file's, such as total_flow=\"500_000 firearms per year\". May be repeated.",
        HelpName = "path=value",
    };

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>Splits names given as <c>a,b</c> or by repeating the option.</summary>
    public static string[] SplitNames(string[]? values) =>
        [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
