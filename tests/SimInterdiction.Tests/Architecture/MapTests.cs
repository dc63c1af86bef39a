using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>The map of the code, <c>src/README.md</c>: one page that leaves no folder out.</summary>
public sealed class MapTests
{
    private const int OnePage = 90;

    private static string Page => Path.Combine(Repository.Source, "README.md");

    [TestCase("Engine")]
    [TestCase("Model")]
    [TestCase("Scenarios")]
    [TestCase("Experiments")]
    [TestCase("Reporting")]
    [TestCase("Optimization")]
    [TestCase("Application")]
    [TestCase("Cluster")]
    [TestCase("Web")]
    [TestCase("Cli")]
    public void The_map_names_every_folder_of_a_project_where_it_tells_of_the_project(string project)
    {
        string paragraph = Regex.Match(File.ReadAllText(Page), $@"\*\*{project}\*\*:.*?\n\n", RegexOptions.Singleline).Value;
        Assert.That(
            Directory
                .GetDirectories(Path.Combine(Repository.Source, $"SimInterdiction.{project}"))
                .Select(folder => Path.GetFileName(folder)!)
                .Where(folder => folder is not ("bin" or "obj"))
                .Where(folder => !paragraph.Contains($"`{folder}/`", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public void The_map_is_one_page() => Assert.That(File.ReadLines(Page).Count(), Is.LessThanOrEqualTo(OnePage));
}
