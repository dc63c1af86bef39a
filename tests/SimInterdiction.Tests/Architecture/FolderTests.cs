using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>One way inside a project, as between projects: of two folders at most one sees the other.</summary>
public sealed partial class FolderTests
{
    // Those that still see each other. The list only shrinks: a pair that is gone must be taken off.
    private static readonly string[] StillSeeEachOther =
    [
        "Experiments.Analysis <-> Batches",
        "Experiments.Batches <-> Design",
        "Experiments.Replays <-> Store",
        "Experiments.Results <-> Sensitivity",
        "Reporting.Figures <-> Tables",
        "Scenarios.Describing <-> Tree",
        "Scenarios.Forms <-> Quantities",
        "Scenarios.Quantities <-> Reading",
    ];

    private static string SourceFolder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src"));

    [Test]
    public void No_two_folders_of_a_project_see_each_other() =>
        Assert.That(
            Directory.GetDirectories(SourceFolder, "SimInterdiction.*").SelectMany(PairsOf).Order(StringComparer.Ordinal),
            Is.EqualTo(StillSeeEachOther)
        );

    private static IEnumerable<string> PairsOf(string project)
    {
        string name = Path.GetFileName(project);
        var seen = new HashSet<(string From, string To)>();
        foreach (string file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(file);
            if (NamespaceLine().Match(text) is not { Success: true } line)
            {
                continue;
            }

            foreach (
                Match used in UsingLine().Matches(text).Where(u => u.Groups["name"].Value.StartsWith(name + '.', StringComparison.Ordinal))
            )
            {
                seen.Add((line.Groups["name"].Value, used.Groups["name"].Value));
            }
        }

        return seen.Where(pair => string.CompareOrdinal(pair.From, pair.To) < 0 && seen.Contains((pair.To, pair.From)))
            .Select(pair => $"{pair.From["SimInterdiction.".Length..]} <-> {pair.To[(name.Length + 1)..]}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using\s+(?:static\s+)?(?<name>SimInterdiction[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
