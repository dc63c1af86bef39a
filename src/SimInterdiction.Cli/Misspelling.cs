using System.CommandLine;
using System.CommandLine.Parsing;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli;

/// <summary>Commands and options that there are not, and which may have been meant.</summary>
internal static class Misspelling
{
    /// <summary>What is wrong, in words for people; null where every command and option is known.</summary>
    public static string? In(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-')) is { } wanted)
        {
            return Names.Missing("command", wanted, command.Subcommands.Select(c => c.Name));
        }

        // What takes several files takes an unknown option for one of them.
        string? option = parsed
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument)
            .Where(token => token.Value.Length > 2 && token.Value.StartsWith("--", StringComparison.Ordinal))
            .Select(token => token.Value.Split('=', ':')[0])
            .FirstOrDefault();
        return option is null ? null : Names.Missing("option", option, command.Options.Where(o => !o.Hidden).Select(o => o.Name));
    }
}
