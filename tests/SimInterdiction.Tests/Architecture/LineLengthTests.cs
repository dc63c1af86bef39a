using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Architecture;

/// <summary>Lines that fit beside each other on a screen: 140 columns of code, 120 of prose.</summary>
public sealed partial class LineLengthTests
{
    private const int LongestCode = 140;
    private const int LongestProse = 120;
    private const int LongestTestName = 79;

    [Test]
    public void Lines_of_code_have_at_most_140_characters() =>
        Assert.That(
            Offenders([.. Repository.CodeFiles, .. Repository.ScriptFiles], lines => lines.Select(line => line.Length > LongestCode)),
            Is.Empty
        );

    [Test]
    public void Comments_have_at_most_120_characters_a_line() =>
        Assert.That(
            Offenders([.. Repository.CodeFiles, .. Repository.ScriptFiles], lines =>
                lines.Select(line => line.Length > LongestProse && line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            ),
            Is.Empty
        );

    [Test]
    public void Markdown_has_at_most_120_characters_a_line() => Assert.That(Offenders(Repository.MarkdownFiles, LongProse), Is.Empty);

    [Test]
    public void Names_of_tests_have_fewer_than_80_characters() =>
        Assert.That(
            Repository
                .CodeFiles.Where(file => file.StartsWith(Repository.Tests, StringComparison.Ordinal))
                .SelectMany(file => TestMethod().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["name"].Value)
                .Where(name => name.Length > LongestTestName),
            Is.Empty
        );

    [TestCase("word", 120, ExpectedResult = false)]
    [TestCase("word", 121, ExpectedResult = true)]
    [TestCase("| a table", 121, ExpectedResult = false)]
    [TestCase("see [the page](https://example.org/", 121, ExpectedResult = false)]
    [TestCase("see https://example.org/", 121, ExpectedResult = false)]
    public bool A_line_of_prose_is_measured_without_its_links(string start, int length) =>
        LongProse([start.PadRight(length, 'x') + (start.Contains('(', StringComparison.Ordinal) ? ")" : "")]).Single();

    [Test]
    public void Blocks_of_code_are_not_prose() =>
        Assert.That(LongProse(["```", new string('x', 121), "```", new string('x', 121)]), Is.EqualTo(new[] { false, false, false, true }));

    private static IEnumerable<bool> LongProse(IEnumerable<string> lines)
    {
        bool isCode = false;
        foreach (string line in lines)
        {
            bool isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            yield return !isCode && !isFence && !line.StartsWith('|') && LinkTarget().Replace(line, "").Length > LongestProse;
        }
    }

    private static IEnumerable<string> Offenders(IEnumerable<string> files, Func<IEnumerable<string>, IEnumerable<bool>> tooLong) =>
        files.SelectMany(file =>
            tooLong(File.ReadLines(file)).Index().Where(line => line.Item).Select(line => $"{Repository.NameOf(file)}:{line.Index + 1}")
        );

    [GeneratedRegex(
        @"^\s+public (?:static )?(?:async )?(?:void|Task|bool|string|int|double) (?<name>[A-Z]\w*_\w*)\(",
        RegexOptions.Multiline
    )]
    private static partial Regex TestMethod();

    // The target of a link in brackets, or an address that stands for itself.
    [GeneratedRegex(@"\]\([^)]*\)|https?://\S+")]
    private static partial Regex LinkTarget();
}
