using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>Pages for those who work on the code name types and tests that are there: a page that has gone stale leads
/// nowhere.</summary>
public sealed partial class NamedTypesTests
{
    private static readonly string[] Pages = ["src/README.md", "src/recipes.md", "tests/SimInterdiction.Tests/Cases/README.md"];

    [Test]
    public void Every_type_that_a_page_names_exists()
    {
        HashSet<string> declared =
        [
            .. Repository
                .CodeFiles.SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["name"].Value),
            .. Repository.CodeFiles.Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)),
        ];
        (string Page, string Name)[] named =
        [
            .. Repository
                .MarkdownFiles.Where(page => Pages.Contains(Repository.NameOf(page)) || IsDecision(page))
                .SelectMany(page =>
                    Named().Matches(File.ReadAllText(page)).Select(match => (Repository.NameOf(page), match.Groups["name"].Value))
                )
                .Distinct(),
        ];
        Assert.That(named, Has.Length.GreaterThan(100));
        Assert.That(named.Where(pair => !declared.Contains(pair.Name)), Is.Empty);
    }

    [Test]
    public void Decisions_are_numbered_and_listed()
    {
        string[] pages = [.. Repository.MarkdownFiles.Where(IsDecision).Select(page => Path.GetFileName(page)).Order()];
        Assert.That(pages.Select(page => page[..2]), Is.Unique.And.All.Matches("[0-9][0-9]"));
        string list = File.ReadAllText(Path.Combine(Repository.Source, "decisions", "README.md"));
        Assert.That(pages.Where(page => !list.Contains($"({page})", StringComparison.Ordinal)), Is.Empty);
    }

    private static bool IsDecision(string page) =>
        Repository.NameOf(page).StartsWith("src/decisions/", StringComparison.Ordinal) && Path.GetFileName(page) != "README.md";

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();

    // A type, with or without a member of it; not the name of a project.
    [GeneratedRegex(@"`(?!SimInterdiction)(?<name>[A-Z][A-Za-z]+)[`.]")]
    private static partial Regex Named();
}
