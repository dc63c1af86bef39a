using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SimInterdiction.Tests.Architecture;

/// <summary>The walls between the projects, and the rules of style that a compiler does not check.</summary>
public sealed partial class DependencyTests
{
    private const int LongestFile = 450;

    private static readonly string[] All =
    [
        "Engine",
        "Model",
        "Scenarios",
        "Experiments",
        "Reporting",
        "Optimization",
        "Application",
        "Cluster",
        "Web",
        "Cli",
    ];

    private static IEnumerable<string> Files => Repository.SourceFiles;

    [Test]
    public void There_are_ten_projects() =>
        Assert.That(
            Directory.GetDirectories(Repository.Source, "SimInterdiction.*").Select(Path.GetFileName),
            Is.EquivalentTo(All.Select(p => "SimInterdiction." + p))
        );

    [TestCase("Engine", "")]
    [TestCase("Model", "Engine")]
    [TestCase("Scenarios", "Model")]
    [TestCase("Experiments", "Model")]
    [TestCase("Reporting", "Experiments")]
    [TestCase("Optimization", "Model")]
    [TestCase("Application", "Scenarios Reporting Optimization")]
    [TestCase("Cluster", "Application")]
    [TestCase("Web", "Application")]
    [TestCase("Cli", "Application Cluster Web")]
    public void A_project_sees_only_what_is_right_below_it(string project, string below) =>
        Assert.That(string.Join(' ', ReferencesOf(project)), Is.EqualTo(below));

    [Test]
    public void The_command_line_sees_all_others_through_the_application()
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(["Cli"]);
        while (open.TryDequeue(out string? project))
        {
            foreach (string next in ReferencesOf(project).Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        Assert.That(seen, Is.EquivalentTo(All[..^1]));
    }

    [TestCase("Engine", "")]
    [TestCase("Model", "")]
    [TestCase("Scenarios", "YamlDotNet")]
    [TestCase("Experiments", "MathNet.Numerics Parquet.Net")]
    [TestCase("Optimization", "Google.OrTools.runtime.linux-x64 Google.OrTools.runtime.osx-arm64 Google.OrTools.runtime.win-x64")]
    [TestCase("Application", "")]
    [TestCase("Cluster", "NATS.Client.JetStream")]
    [TestCase("Web", "")]
    public void A_project_has_no_packages_but_its_own(string project, string packages) =>
        Assert.That(string.Join(' ', PackagesOf(project)), Is.EqualTo(packages));

    [Test]
    public void Reporting_reads_no_yaml() => Assert.That(PackagesOf("Reporting"), Has.None.Contains("Yaml"));

    [Test]
    public void Nothing_is_called_by_an_empty_word()
    {
        string[] found =
        [
            .. Files.SelectMany(f =>
                TypeName()
                    .Matches(File.ReadAllText(f))
                    .Select(m => m.Groups["name"].Value)
                    .Where(IsEmptyWord)
                    .Select(n => $"{Path.GetFileName(f)}: {n}")
            ),
        ];
        Assert.That(found, Is.Empty);
        string[] folders = [.. Files.Select(FolderOf).Distinct().Where(folder => folder.Split('.').Any(IsEmptyWord))];
        Assert.That(folders, Is.Empty);
    }

    [Test]
    public void A_namespace_is_its_folder()
    {
        string[] strays =
        [
            .. Files.Where(f =>
                NamespaceLine().Match(File.ReadAllText(f)) is { Success: true } line && !IsHome(line.Groups["name"].Value, FolderOf(f))
            ),
        ];
        Assert.That(strays, Is.Empty);
        Assert.That(Files.Count(f => NamespaceLine().IsMatch(File.ReadAllText(f))), Is.GreaterThan(100), "Most files have a namespace.");
    }

    [Test]
    public void No_file_is_too_long_to_read() => Assert.That(Files.Where(f => File.ReadLines(f).Count() > LongestFile), Is.Empty);

    private static string FolderOf(string file) =>
        Path.GetRelativePath(Repository.Source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');

    // The front door of a project may stand in the project's own namespace, so that callers need not know its rooms.
    private static bool IsHome(string name, string folder) =>
        name == folder || (name == string.Join('.', folder.Split('.').Take(2)) && folder.EndsWith(".Reading"));

    private static bool IsEmptyWord(string name) => EmptyWord().IsMatch(name);

    private static IEnumerable<string> ReferencesOf(string project) =>
        ProjectOf(project)
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["SimInterdiction.".Length..]);

    private static IEnumerable<string> PackagesOf(string project) =>
        ProjectOf(project).Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value);

    private static XDocument ProjectOf(string project) =>
        XDocument.Load(Path.Combine(Repository.Source, $"SimInterdiction.{project}", $"SimInterdiction.{project}.csproj"));

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    // What differs "from base" names a deployment, not a base class.
    [GeneratedRegex(@"(Manager|Helpers?|Util(s|ity|ities)?|(?<!From)Base|Impl)$")]
    private static partial Regex EmptyWord();
}
