using System.Text.RegularExpressions;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Architecture;

/// <summary>Below the front end nothing knows a terminal: no console, no exit code, no syntax of a command line. So a
/// page or a worker can use all of it.</summary>
public sealed partial class FrontEndTests
{
    // The reference of scenario files, which is shipped with the program, says what to type.
    private static readonly string[] SpeakOfCommands = ["ScenarioReference.cs"];

    private static IEnumerable<string> Below =>
        Directory
            .GetDirectories(Files.InRepository("src"), "SimInterdiction.*")
            .Where(project => Path.GetFileName(project) != "SimInterdiction.Cli")
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

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
                .Where(file => !Path.GetRelativePath(Files.InRepository("src"), file).Contains("Reporting", StringComparison.Ordinal))
                .Where(file => !Path.GetRelativePath(Files.InRepository("src"), file).Contains("Scenarios", StringComparison.Ordinal))
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
        Assert.That(
            Below
                .Where(file => CommandSyntax().IsMatch(WithoutComments(file)))
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
            Is.EqualTo(SpeakOfCommands)
        );

    [TestCase("\"see 'simint list'\"", true)]
    [TestCase("$\"try --{name} again\"", true)]
    [TestCase("\"give --out DIR\"", true)]
    [TestCase("\"a -- b\"", false)]
    [TestCase("\"simint-\"", false)]
    [TestCase("count--;", false)]
    public void Syntax_of_a_command_line_is_told_from_other_text(string code, bool isSyntax) =>
        Assert.That(CommandSyntax().IsMatch(code), Is.EqualTo(isSyntax));

    private static string WithoutComments(string file) =>
        string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    // Inside a literal: an imperative to whoever asked, or what only a terminal has.
    [GeneratedRegex(@"""[^""\n]*\b(Give another|Run the|[Tt]ry (more|again|fewer)|Widen|Delete it|[Tt]he command|Ctrl-C)\b")]
    private static partial Regex Advice();

    // Inside a literal: the program's name and a word, or an option.
    [GeneratedRegex(@"""[^""\n]*(\bsimint [a-z{]|--[a-z{])")]
    private static partial Regex CommandSyntax();
}
