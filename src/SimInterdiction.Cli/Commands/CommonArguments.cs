using System.CommandLine;
using System.CommandLine.Parsing;
using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Settings;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Cli.Commands;

/// <summary>Arguments that several commands share.</summary>
internal static class CommonArguments
{
    public static Argument<string> File() => new("FILE") { Description = "The scenario file (YAML)." };

    public static Argument<string> Run() =>
        new("RUN")
        {
            Description =
                "A run: its folder, its name, or its id such as 2026-11-24-b21e; the last four characters will do, any "
                + "part that no other run has, or the name of a scenario for its latest.",
        };

    public static Option<string> Results()
    {
        var results = new Option<string>("--out")
        {
            Description = "The folder of results; 'simint settings out DIR' has this folder remember it.",
            DefaultValueFactory = _ => FolderSettings.Here.ResultsInForce,
            HelpName = "DIR",
        };
        results.Validators.Add(given =>
        {
            FolderSettings.Read(".", out string? trouble);
            if (given.Implicit && trouble is not null)
            {
                given.AddError(trouble);
            }
            else if (given.GetValue(results) is not { Length: > 0 })
            {
                given.AddError("--out takes the name of a folder, and what it was given is empty.");
            }
        });
        return results;
    }

    /// <summary>Where a command works: the folder of results that it was given.</summary>
    public static Workspace Workspace(string results) => new(results, new CommandWording());

    public static Option<int?> Jobs() => Number<int>("--jobs", "Threads; default: one per core. Never changes a result.", 1, 1024);

    public static Option<string[]> Set() =>
        new("--set")
        {
            Description =
                "Sets one value instead of the file's, such as total_flow=\"500_000 firearms per year\" or total_flow=\"x 2\". "
                + "May be repeated.",
            HelpName = "path=value",
        };

    public static Option<string[]> WhatIf() =>
        new("--what-if")
        {
            Description =
                "Also asks what becomes of the answer if a value were otherwise, such as \"total_flow x 2\" or "
                + "travel.speed=\"40 mph\". May be repeated; the file asks more under what_if.",
            HelpName = "\"path x N\"",
        };

    public static Option<bool> Quiet() => Flag("--quiet", "Nothing but errors, and where the results are.");

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>Refuses a word that is none of a few, and says which may have been meant.</summary>
    public static void TakesOneOf(this Option option, params string[] words)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        option.Validators.Add(given =>
        {
            foreach (Token token in given.Tokens.Where(token => !words.Contains(token.Value)))
            {
                string meant = Scenarios.Names.DidYouMean(token.Value, words) is { } hint ? $": {hint}" : ".";
                given.AddError($"{option.Name} takes {Scenarios.Names.Or(words)}, not '{Shortened.Text(token.Value)}'{meant}");
            }
        });
    }

    /// <summary>Refuses a call that asks for several of what excludes one another, rather than to take one and say
    /// nothing.</summary>
    public static void AllowOneOf(this Command command, params Option[] options) =>
        command.Validators.Add(result =>
        {
            string[] asked = [.. options.Where(option => result.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
            if (asked.Length > 1)
            {
                result.AddError($"{string.Join(" and ", asked)} exclude each other: give one of them.");
            }
        });

    /// <summary>Names, given as <c>a,b</c> or by repeating the option; see <see cref="SplitNames"/>. None at all is an
    /// error: it would be taken for all.</summary>
    public static Option<string[]> Names(string name, string description, string example = "a,b")
    {
        var names = new Option<string[]>(name) { Description = description, HelpName = example };
        names.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => SplitNames([token.Value]).Length == 0))
            {
                given.AddError($"{name} takes names separated by commas, and what it was given has none.");
            }
        });
        return names;
    }

    /// <summary>The names that such an option was given.</summary>
    public static string[] SplitNames(string[]? values) =>
        [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>A whole number within limits.</summary>
    public static Option<T?> Number<T>(string name, string description, T least, T most)
        where T : struct, IComparable<T>, IParsable<T>
    {
        return new Option<T?>(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = Parse,
        };

        T? Parse(ArgumentResult result)
        {
            if (T.TryParse(result.Tokens[0].Value, null, out T value) && value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0)
            {
                return value;
            }

            result.AddError($"{name} takes a whole number from {least} to {most}, not '{Shortened.Text(result.Tokens[0].Value)}'.");
            return null;
        }
    }
}
