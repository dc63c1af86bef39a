using SimInterdiction.Cli;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Cli.Wording;

/// <summary>What texts say can be done has a command in the terminal.</summary>
public sealed class ActionWordsTests
{
    private static string[] Named { get; } =
    [
        .. ProblemCatalog
            .All.SelectMany(e => ActionNames.In($"{e.Meaning}\n{e.Remedy}"))
            .Concat(InReference())
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase),
    ];

    [Test]
    public void Every_action_that_a_text_names_has_a_command_and_no_other_has() =>
        Assert.That(Named, Is.EqualTo(ActionWords.Commands.Keys.Order(StringComparer.OrdinalIgnoreCase)).IgnoreCase);

    [Test]
    public void Every_command_and_option_is_there()
    {
        string[] told = [.. ActionWords.Commands.Values];
        string help = string.Concat(new[] { "run", "calibrate" }.Select(command => Simint.Call(command, "--help").Output));
        Assert.Multiple(() =>
        {
            foreach (string command in told.Where(c => c.StartsWith("simint ", StringComparison.Ordinal)))
            {
                Assert.That(Simint.Call(command.Split(' ')[1], "--help").Code, Is.EqualTo(ExitCode.Ok), command);
            }

            foreach (string option in told.Where(c => c.StartsWith("--", StringComparison.Ordinal)))
            {
                Assert.That(help, Does.Contain($"{option} "), option);
            }
        });
    }

    [Test]
    public void An_explanation_names_commands_and_fits_the_terminal()
    {
        Assert.That(
            ExplanationText.Of(ProblemCatalog.Find("S204")!),
            Does.Contain("What to do: Check the spelling. See all measures ('simint list measures').")
        );
        string[] lines = [.. ProblemCatalog.All.SelectMany(e => ExplanationText.Of(e).Split('\n'))];
        Assert.That(lines.Where(l => l.Length > 80 && !l.StartsWith("    ", StringComparison.Ordinal)), Is.Empty);
        Assert.That(lines.SelectMany(ActionNames.In), Is.Empty);
    }

    private static List<string> InReference()
    {
        var names = new List<string>();
        ScenarioReference.ToMarkdown(name =>
        {
            names.Add(name);
            return name;
        });
        return names;
    }
}
