using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Problems;

public sealed class ProblemTextTests
{
    [Test]
    public void A_problem_is_shown_as_people_see_it()
    {
        IReadOnlyList<Problem> problems = Files
            .Read(Files.Base.Replace("  houston: { rate: 12 per week,", "  houston: { rate: 12,", StringComparison.Ordinal))
            .Problems;
        Assert.That(
            ProblemText.Format(problems.Single()),
            Is.EqualTo(
                """
                a.yaml:7:20: error S120: '12' has no unit, but this needs a rate
                  |
                7 |   houston: { rate: 12, routes: { gulf: 100% } }
                  |                    ^^
                  = did you mean '12 firearms per year' or '12 shipments per day'?
                """
            )
        );
        Assert.That(ProblemText.Summary(problems), Is.EqualTo("1 error. Nothing was run."));
    }

    [Test]
    public void A_long_line_is_cut_around_the_token()
    {
        string pad = string.Join(", ", Enumerable.Range(0, 60).Select(i => $"d{i}"));
        Problem problem = Files
            .ReadOverBase($"experiment: {{ also_report: [{pad}], seed: x, replications: 3, title_of_a_long_name_that_goes_on: 3 }}")
            .Problems.First(p => p.Code == "S110");
        string[] lines = ProblemText.Format(problem).Split('\n');
        Assert.Multiple(() =>
        {
            Assert.That(lines.Select(l => l.Length), Is.All.LessThanOrEqualTo(80));
            int caret = lines[3].IndexOf('^', StringComparison.Ordinal);
            Assert.That(lines[2][caret], Is.EqualTo('x'));
            Assert.That(lines[2], Does.StartWith("1 | ..."));
        });
    }

    [Test]
    public void A_warning_says_so_and_has_no_summary()
    {
        Problem problem = Files.AssertWarning("S506", "organizations: { ⟦north⟧: { } }");
        Assert.That(ProblemText.Format(problem), Does.StartWith("a.yaml:1:18: warning S506: no flow belongs"));
        Assert.That(ProblemText.Summary([problem]), Is.Null);
    }

    [Test]
    public void Tabs_before_the_token_keep_the_caret_under_it()
    {
        Problem problem = Files.ReadOverBase("experiment: {\tseed: x }").Problems.Single(p => p.IsError);
        string[] lines = ProblemText.Format(problem).Split('\n');
        Assert.That(lines[3][..4], Is.EqualTo("  | "));
        Assert.That(lines[3][17], Is.EqualTo('\t'));
        Assert.That(lines[3].IndexOf('^', StringComparison.Ordinal), Is.EqualTo(lines[2].IndexOf(": x", StringComparison.Ordinal) + 2));
    }
}
