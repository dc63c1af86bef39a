using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>Below the front end nothing knows a terminal: no console, no exit code, no syntax of a command line. So a
/// page or a worker can use all of it.</summary>
public sealed partial class FrontEndTests
{
    private static IEnumerable<string> Below =>
        Repository.SourceFiles.Where(file => !Repository.NameOf(file).StartsWith("src/SimInterdiction.Cli/", StringComparison.Ordinal));

    /// <summary>What is shown from files: explanations, and documents that the program writes for a newcomer.</summary>
    private static IEnumerable<string> Texts =>
        Repository.MarkdownFiles.Where(file =>
            Repository.NameOf(file).StartsWith("src/SimInterdiction.Scenarios/", StringComparison.Ordinal)
        );

    [TestCase(@"\bConsole\b")]
    [TestCase(@"\bSpectre\b")]
    [TestCase(@"\bSystem\.CommandLine\b")]
    [TestCase(@"\bExitCode\b")]
    [TestCase(@"\bTextWriter (output|error)\b")]
    [TestCase(@"\bConsoleColor\b|\\e\[|\\x1b|\\u001b")]
    public void Nothing_below_the_front_end_mentions(string word) =>
        Assert.That(Below.Where(file => Regex.IsMatch(WithoutComments(file), word)).Select(Path.GetFileName), Is.Empty);

    // Reporting words reports, and Scenarios what is wrong with a file and how to mend it.
    [Test]
    public void What_to_do_next_is_said_by_front_ends_alone() =>
        Assert.That(
            Below
                .Where(file => !Repository.NameOf(file).StartsWith("src/SimInterdiction.Reporting/", StringComparison.Ordinal))
                .Where(file => !Repository.NameOf(file).StartsWith("src/SimInterdiction.Scenarios/", StringComparison.Ordinal))
                .Where(file => Advice().IsMatch(WithoutComments(file)))
                .Select(Path.GetFileName),
            Is.Empty
        );

    [TestCase("$\"the folder can't be made: {why}. Give another folder.\"", true)]
    [TestCase("\"The command that made it simulates it again.\"", true)]
    [TestCase("\"Widen the ranges, or try more settings.\"", true)]
    [TestCase("\"It belongs to another arm.\"", false)]
    [TestCase("Command = workspace.Wording.Of(request)", false)]
    public void Advice_is_told_from_other_text(string code, bool isAdvice) => Assert.That(Advice().IsMatch(code), Is.EqualTo(isAdvice));

    [Test]
    public void Nothing_below_the_front_end_speaks_of_commands_and_options() =>
        Assert.That(Below.Concat(Texts).Where(file => CommandSyntax().IsMatch(WithoutComments(file))).Select(Repository.NameOf), Is.Empty);

    [TestCase("\"see 'simint list'\"", true)]
    [TestCase("$\"try --{name} again\"", true)]
    [TestCase("\"give --out DIR\"", true)]
    [TestCase("\"a -- b\"", false)]
    [TestCase("of a literal of many lines that `simint run FILE` ends", true)]
    [TestCase("What to do: Give --out another folder.", true)]
    [TestCase("color: var(--ink)", false)]
    [TestCase("free[--count]", false)]
    [TestCase("\"simint-\"", false)]
    [TestCase("count--;", false)]
    public void Syntax_of_a_command_line_is_told_from_other_text(string code, bool isSyntax) =>
        Assert.That(CommandSyntax().IsMatch(code), Is.EqualTo(isSyntax));

    private static string WithoutComments(string file) =>
        string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    // Inside a literal: an imperative to whoever asked, or what only a terminal has.
    [GeneratedRegex(@"""[^""\n]*\b(Give another|Run the|[Tt]ry (more|again|fewer)|Widen|Delete it|[Tt]he command|Ctrl-C)\b")]
    private static partial Regex Advice();

    // The program's name and a word, or an option; but not a variable of a style sheet, nor one counted down.
    [GeneratedRegex(@"\bsimint [a-z{]|(?<![\w(\[-])--[a-z{](?![\w-]*:)")]
    private static partial Regex CommandSyntax();
}
