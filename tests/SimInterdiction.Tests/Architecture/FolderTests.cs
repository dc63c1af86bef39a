using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>One way inside a project, as between projects: of two folders at most one sees the other.</summary>
public sealed partial class FolderTests
{
    // Those that still see each other. The list only shrinks: a pair that is gone must be taken off.
    private static readonly string[] StillSeeEachOther = [];

    // What callers use stands in the project's own namespace: it sees all folders, and its records are seen by them.
    private static readonly string[] HasFrontDoor = ["Scenarios"];

    [Test]
    public void No_two_folders_of_a_project_see_each_other() =>
        Assert.That(
            Directory.GetDirectories(Repository.Source, "SimInterdiction.*").SelectMany(PairsOf).Order(StringComparer.Ordinal),
            Is.EqualTo(StillSeeEachOther)
        );

    /// <summary>Folders can be listed so that each sees only earlier ones. What stands in no folder is one of them: all
    /// folders see it without a using.</summary>
    [TestCase("Engine")]
    [TestCase("Scenarios")]
    [TestCase("Reporting")]
    [TestCase("Model")]
    [TestCase("Experiments")]
    [TestCase("Optimization")]
    [TestCase("Application")]
    [TestCase("Cluster")]
    [TestCase("Web")]
    public void Folders_of_a_project_form_no_circle_however_long(string project)
    {
        Dictionary<string, HashSet<string>> seen = SeenBy(Path.Combine(Repository.Source, $"SimInterdiction.{project}"));
        if (HasFrontDoor.Contains(project))
        {
            string door = $"SimInterdiction.{project}";
            seen.Remove(door);
            seen = seen.ToDictionary(folder => folder.Key, folder => folder.Value.Where(other => other != door).ToHashSet());
        }

        while (seen.FirstOrDefault(folder => folder.Value.Count == 0).Key is { } free)
        {
            seen.Remove(free);
            foreach (HashSet<string> others in seen.Values)
            {
                others.Remove(free);
            }
        }

        Assert.That(seen.Select(folder => $"{folder.Key} sees {string.Join(", ", folder.Value)}"), Is.Empty);
    }

    /// <summary>Arrays in, estimates out: what a number is about is for others to know.</summary>
    [Test]
    public void Statistics_see_the_engine_and_nothing_else()
    {
        string statistics = Path.Combine(Repository.Source, "SimInterdiction.Experiments", "Statistics");
        IEnumerable<string> seen = SeenBy(Path.Combine(Repository.Source, "SimInterdiction.Experiments"))
            .Where(folder => folder.Key.StartsWith("SimInterdiction.Experiments.Statistics", StringComparison.Ordinal))
            .SelectMany(folder => folder.Value);
        IEnumerable<string> used = Directory
            .EnumerateFiles(statistics, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => MentionedNamespace().Matches(Code(file)).Select(m => m.Value));
        Assert.That(
            seen.Concat(used)
                .Where(name => !name.StartsWith("SimInterdiction.Experiments.Statistics", StringComparison.Ordinal))
                .Where(name => !name.StartsWith("SimInterdiction.Engine", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    // By namespace, the others of the project that its files name: in a using, before a type, or by a type of an
    // enclosing namespace.
    private static Dictionary<string, HashSet<string>> SeenBy(string project)
    {
        (string Namespace, string Code)[] files =
        [
            .. Directory
                .EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(project, file).StartsWith("obj", StringComparison.Ordinal))
                .Select(Code)
                .Where(code => NamespaceLine().IsMatch(code))
                .Select(code => (NamespaceLine().Match(code).Groups["name"].Value, code)),
        ];
        ILookup<string, string> types = files
            .SelectMany(file => TypeDeclared().Matches(file.Code).Select(m => (file.Namespace, Type: m.Groups["name"].Value)))
            .ToLookup(type => type.Namespace, type => type.Type);
        return files
            .GroupBy(file => file.Namespace)
            .ToDictionary(
                own => own.Key,
                own =>
                    types
                        .Select(other => other.Key)
                        .Where(other => other != own.Key && own.Any(file => IsNamed(other, types[other], file.Namespace, file.Code)))
                        .ToHashSet()
            );
    }

    private static bool IsNamed(string other, IEnumerable<string> types, string own, string code) =>
        Regex.IsMatch(code, $@"^using {Regex.Escape(other)};", RegexOptions.Multiline)
        || types.Any(type =>
            Regex.IsMatch(code, $@"\b{Regex.Escape(other.Split('.')[^1])}\.{type}\b")
            || (own.StartsWith(other + '.', StringComparison.Ordinal) && Regex.IsMatch(code, $@"(?<![.\w]){type}\b"))
        );

    // Without comments and texts.
    private static string Code(string file) => NoCode().Replace(File.ReadAllText(file), "");

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

    [GeneratedRegex(@"//.*|""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex NoCode();

    [GeneratedRegex(@"SimInterdiction\.[\w.]+")]
    private static partial Regex MentionedNamespace();

    [GeneratedRegex(@"\b(?:class|record struct|record|struct|interface|enum) (?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclared();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using\s+(?:static\s+)?(?<name>SimInterdiction[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
