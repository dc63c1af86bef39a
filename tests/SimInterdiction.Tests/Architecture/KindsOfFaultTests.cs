using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>The list of kinds of fault names tests and types that are there: a list that has gone stale keeps nothing
/// away.</summary>
public sealed partial class KindsOfFaultTests
{
    private static string Tests { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, ".."));

    [Test]
    public void Every_test_and_type_that_the_list_names_exists()
    {
        string[] folders = [Tests, Path.Combine(Tests, "../../src")];
        HashSet<string> declared =
        [
            .. folders
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                .SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["name"].Value),
        ];
        string[] named =
        [
            .. Named()
                .Matches(File.ReadAllText(Path.Combine(Tests, "Cases/README.md")))
                .Select(match => match.Groups["name"].Value)
                .Distinct(),
        ];
        Assert.That(named, Has.Length.GreaterThan(50));
        Assert.That(named.Where(name => !declared.Contains(name)), Is.Empty);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\b(?:class|record|struct|interface)\s+(?:class\s+|struct\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"`(?<name>[A-Z][A-Za-z]+)[`.]")]
    private static partial Regex Named();
}
