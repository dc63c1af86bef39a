using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>A page that names a file or a folder names one that is there. Explanations of problems name files of their
/// examples, which are nowhere.</summary>
public sealed partial class NamedPathTests
{
    // What is in results, the program makes.
    private static readonly string[] Tops = [".ci", ".config", ".github", "scenarios", "src", "tests"];

    private static readonly string[] Homes =
    [
        Repository.Root,
        Repository.Source,
        Repository.Tests,
        .. Directory.GetDirectories(Repository.Source, "SimInterdiction.*"),
    ];

    [Test]
    public void Each_path_that_a_page_names_exists() =>
        Assert.That(
            Repository
                .MarkdownFiles.Where(page => !page.Contains("Explained", StringComparison.Ordinal))
                .SelectMany(page =>
                    PathsIn(File.ReadAllText(page))
                        .Where(path => !Exists(path, Path.GetDirectoryName(page)!))
                        .Select(path => $"{Repository.NameOf(page)}: {path}")
                ),
            Is.Empty
        );

    [Test]
    public void The_pages_name_many_paths() =>
        Assert.That(Repository.MarkdownFiles.Sum(page => PathsIn(File.ReadAllText(page)).Count()), Is.GreaterThan(100));

    [TestCase("Run `simint run scenarios/smallest.yaml` first", ExpectedResult = "scenarios/smallest.yaml")]
    [TestCase("see `Store/RunStore`, and `a / b`", ExpectedResult = "Store/RunStore")]
    [TestCase("see [the page](decisions/01-x.md) or [that](https://example.org/a/b)", ExpectedResult = "decisions/01-x.md")]
    [TestCase("```\n./simint run src/README.md\n```", ExpectedResult = "src/README.md")]
    [TestCase("https://example.org/src/nothing", ExpectedResult = "")]
    public string Paths_are_found_in_code_links_and_commands(string text) => string.Join(' ', PathsIn(text));

    [TestCase("Engine/Distributions", ExpectedResult = true)]
    [TestCase("Store/RunStore", ExpectedResult = true)]
    [TestCase("Architecture/NamedPathTests", ExpectedResult = true)]
    [TestCase("Store/NoSuchFile", ExpectedResult = false)]
    [TestCase("scenarios/none.yaml", ExpectedResult = false)]
    public bool A_path_may_leave_out_its_project_and_its_ending(string path) => Exists(path, Repository.Root);

    private static IEnumerable<string> PathsIn(string text) =>
        CodeSpan()
            .Matches(text)
            .Concat(LinkTarget().Matches(text))
            .Concat(FromATop().Matches(text).Where(match => Tops.Contains(match.Groups["path"].Value.Split('/')[0])))
            .Select(match => match.Groups["path"].Value.TrimEnd('.'))
            .Distinct();

    private static bool Exists(string path, string folder) =>
        Homes
            .Append(folder)
            .Select(home => Path.Combine(home, path))
            .Append(Path.Combine(Repository.Source, "SimInterdiction." + path))
            .Any(full => Path.Exists(full) || Path.Exists(full + ".cs"));

    // `Store/RunStore` or `Store/`: folders and types are in capitals; others are named from the top.
    [GeneratedRegex(@"(?<!`)`(?<path>[A-Z][\w.-]*/(?:[\w.-]+/?)*)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\((?!https?:|#)(?<path>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"(?<![\w./-])(?<path>\.?[a-z]+/[\w./-]*\w/?)")]
    private static partial Regex FromATop();
}
