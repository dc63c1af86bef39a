using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>The tutorial, as a newcomer types it: its file saved, its commands run one after the other.</summary>
public sealed partial class FirstStudyTests
{
    private string folder = "";

    private static string Tutorial { get; } =
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../scenarios/first-study.md"));

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("simint-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
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
            string[] words = [.. command.Split(' ')[1..].Select(word => word == "RUN" ? run : word)];
            using var process = new SimintProcess(words, folder);
            Assert.That(process.WaitForExit(), Is.EqualTo(ExitCode.Ok), $"{command}\n{process.Error}");
            run = ReportOf().Match(process.Output) is { Success: true } report ? Path.GetDirectoryName(report.Groups["file"].Value)! : run;
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^```yaml\n(?<text># (?<name>\S+\.yaml)\n.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SavedFile();

    [GeneratedRegex(@"^```console\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"^  Report +(?<file>\S+)", RegexOptions.Multiline)]
    private static partial Regex ReportOf();
}
