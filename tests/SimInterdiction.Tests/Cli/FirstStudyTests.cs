using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>The tutorial, as a newcomer types it: its file saved, its commands run one after the other.</summary>
public sealed partial class FirstStudyTests
{
    private TemporaryFolder folder = null!;

    private static string Tutorial { get; } =
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../scenarios/first-study.md"));

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test, Explicit("a whole study"), Category("Slow")]
    public void Every_command_of_the_tutorial_works()
    {
        foreach (Match file in SavedFile().Matches(Tutorial))
        {
            File.WriteAllText(Path.Combine(folder, file.Groups["name"].Value), file.Groups["text"].Value);
        }

        string[] commands =
        [
            .. Commands().Matches(Tutorial).SelectMany(m => m.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        ];
        Assert.That(commands, Has.Length.GreaterThan(5).And.All.StartsWith("simint "));
        string run = "";
        foreach (string command in commands)
        {
            (int code, string output, string error) = Simint.Call([
                .. command.Split(' ')[1..].Select(word => Here(word, run)),
                .. KeptHere(command),
                .. run.Length > 0 && command.StartsWith("simint run ", StringComparison.Ordinal) ? WithoutFigures : [],
            ]);
            Assert.That(code, Is.EqualTo(ExitCode.Ok), $"{command}\n{error}");
            run = ReportOf().Match(output) is { Success: true } report ? Path.GetDirectoryName(report.Groups["file"].Value)! : run;
        }
    }

    // Those of the first run are enough: they take most of the time.
    private static string[] WithoutFigures => ["--no-figures"];

    // As if typed in the folder. In this process, which has drawn figures before: processes of their own compile the
    // same methods four times.
    private string Here(string word, string run) =>
        word == "RUN" ? run
        : word.EndsWith(".yaml", StringComparison.Ordinal) ? Path.Combine(folder, word)
        : word;

    private string[] KeptHere(string command) =>
        command.StartsWith("simint run ", StringComparison.Ordinal) || command.StartsWith("simint sensitivity ", StringComparison.Ordinal)
            ? ["--out", Path.Combine(folder, "results")]
            : [];

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^```yaml\n(?<text># (?<name>\S+\.yaml)\n.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SavedFile();

    [GeneratedRegex(@"^```console\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"^  Report +(?<file>\S+)", RegexOptions.Multiline)]
    private static partial Regex ReportOf();
}
