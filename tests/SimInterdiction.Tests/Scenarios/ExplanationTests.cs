using System.Text.RegularExpressions;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios;

/// <summary>The explanations of problem codes, one file each.</summary>
public sealed class ExplanationTests
{
    private static readonly string[] NotExamples =
    [
        "S016",
        "S017",
        "S042",
        "S043",
        "S044",
        "S045",
        "S062",
        "S107",
        "S161",
        "S162",
        "S173",
        "S202",
        "S420",
    ];

    private static string[] Explained { get; } =
    [
        .. Directory
            .EnumerateFiles(Files.InRepository("src/SimInterdiction.Scenarios/Problems/Explained"), "S*.md")
            .Order(StringComparer.Ordinal),
    ];

    [Test]
    public void Every_code_raised_has_a_file_and_every_file_a_code_raised()
    {
        string folder = Files.InRepository("src/SimInterdiction.Scenarios");
        IEnumerable<string> sources = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        string[] used =
        [
            .. sources
                .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"(S\\d{3})\"").Select(m => m.Groups[1].Value))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Multiple(() =>
        {
            Assert.That(ProblemCatalog.All.Select(e => e.Code), Is.EqualTo(used));
            Assert.That(Explained.Select(Path.GetFileNameWithoutExtension), Is.EqualTo(used));
        });
    }

    [Test]
    public void Every_wrong_example_is_wrong_and_every_right_one_right()
    {
        Assert.Multiple(() =>
        {
            foreach (
                ProblemExplanation explanation in ProblemCatalog.All.Where(e => !e.Wrong.StartsWith('>') && !NotExamples.Contains(e.Code))
            )
            {
                string[] wrong = [.. ReadExample(explanation.Wrong).Problems.Select(p => p.Code)];
                string[] right =
                [
                    .. ReadExample(explanation.Right)
                        .Problems.Where(p => p.IsError || p.Code == explanation.Code)
                        .Select(ProblemText.Format),
                ];
                Assert.That(wrong, Does.Contain(explanation.Code), explanation.Code);
                Assert.That(right, Is.Empty, explanation.Code);
            }
        });

        // A whole file where its form is the matter; else a part, laid over a good scenario.
        static ScenarioReading ReadExample(string example) => example.StartsWith('#') ? Files.Read(example) : Files.ReadOverBase(example);
    }

    [Test]
    public void An_explanation_is_found_in_any_case()
    {
        Assert.That(ProblemCatalog.Find("s120")!.Title, Is.EqualTo("A missing unit"));
        Assert.That(ProblemCatalog.Find("S999"), Is.Null);
    }

    [Test]
    public void An_explanation_has_short_lines_and_is_named_for_its_code()
    {
        Assert.Multiple(() =>
        {
            foreach (string file in Explained)
            {
                string text = File.ReadAllText(file);
                Assert.That(text.Split('\n').Where(l => l.Length > 120), Is.Empty, file);
                Assert.That(ProblemExplanation.Parse(text).Code, Is.EqualTo(Path.GetFileNameWithoutExtension(file)));
            }
        });
    }

    [TestCase("# S120: A missing unit\n\nMeaning.\n\nWrong:\n\n    a: 1\n\nRight:\n\n    a: 2\n", TestName = "No_remedy")]
    [TestCase("# S120: A missing unit\n\nMeaning.\n\nWhat to do: It.\n\nWrong:\n\n    a: 1\n", TestName = "No_right_example")]
    [TestCase("# S12: A missing unit\n\nMeaning.\n\nWhat to do: It.\n\nWrong:\n\n    a: 1\n\nRight:\n\n    a: 2\n", TestName = "No_code")]
    public void Another_shape_is_refused(string text) =>
        Assert.That(() => ProblemExplanation.Parse(text), Throws.TypeOf<FormatException>());
}
