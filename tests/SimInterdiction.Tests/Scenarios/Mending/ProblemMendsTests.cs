using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Mending;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Mending;

public sealed class ProblemMendsTests
{
    [TestCase("experiment: { ⟦replicatoins⟧: 5 }", "replications")]
    [TestCase("experiment:\n  ⟦replicatoins⟧: 5", "replications")]
    [TestCase("corridors: { gulf: { path: [houston, ⟦lardo⟧] } }", "laredo")]
    [TestCase("length: ⟦3 dys⟧", "3 days")]
    [TestCase("deployments: { today: { post: { laredo: { hours: ⟦6am-6pm⟧ } } } }", "06:00-18:00")]
    [TestCase("deployments: { today: { post: { laredo: { days: ⟦weekend⟧ } } } }", "[sat, sun]")]
    [TestCase("team_types: { team: { finds: ⟦\"50 percent\"⟧ } }", "50%")]
    [TestCase("start: ⟦10/25/2022⟧", "2022-10-25")]
    [TestCase("team_types: { ⟦Team A⟧: { stops: 5%, finds: 50% } }", "team_a")]
    public void What_was_meant_is_offered_and_mends_the_text(string marked, string by)
    {
        (string text, string token) = Take(marked);
        Mend mend = ProblemMends.Of(text, "a.yaml", Files.Folder, CancellationToken.None).First(each => each.By == by);
        string mended = ProblemMends.With(text, mend.Problem, mend.By)!;
        Assert.That(mended, Is.EqualTo(text.Replace(token, by, StringComparison.Ordinal)));
        Assert.That(Files.Read(mended).Problems.Where(problem => problem.IsError), Is.Empty);
    }

    // Where the hint says what to do, or the suggestion is of more than is marked.
    [TestCase("title: a #2 of them")]
    [TestCase("length: -3 days")]
    [TestCase("experiment: { replications: many }")]
    [TestCase("places: { from: none.csv }")]
    [TestCase("length: 30 days")]
    public void Where_no_word_mends_it_none_is_offered(string text) =>
        Assert.That(ProblemMends.Of($"{text}\nbased_on: base.yaml\n", "a.yaml", Files.Folder, CancellationToken.None), Is.Empty);

    [Test]
    public void A_mend_is_offered_though_it_brings_another_mistake_to_light_elsewhere()
    {
        const string Text = """
            corridors: { gulf: { path: [houston, lardo] } }
            flows: { houston: { routes: { gulf: 100%, to: ports } } }
            based_on: base.yaml
            """;
        Mend mend = ProblemMends.Of(Text, "a.yaml", Files.Folder, CancellationToken.None).Single();
        Assert.That(mend.By, Is.EqualTo("laredo"));
        Assert.That(ErrorsIn(ProblemMends.With(Text, mend.Problem, mend.By)!), Is.EqualTo(ErrorsIn(Text)), "another one");
    }

    [Test]
    public void Each_mend_of_a_wrong_example_makes_it_better()
    {
        int found = 0;
        foreach (ProblemExplanation each in ProblemCatalog.All.Where(each => !each.Wrong.StartsWith('$')))
        {
            string text = each.Wrong.StartsWith('#') ? each.Wrong : $"{each.Wrong}\nbased_on: base.yaml\n";
            foreach (Mend mend in ProblemMends.Of(text, "a.yaml", Files.Folder, CancellationToken.None))
            {
                found++;
                string mended = ProblemMends.With(text, mend.Problem, mend.By)!;
                Assert.That(ErrorsIn(mended), Is.LessThan(ErrorsIn(text)).Or.EqualTo(0), mended);
                TestContext.Out.WriteLine($"{each.Code}: {mend.Problem.SourceLine} [{mend.Problem.Hint}] -> {mend.By}");
            }
        }

        Assert.That(found, Is.GreaterThan(15));
    }

    [Test]
    public void Line_breaks_of_any_kind_are_counted()
    {
        var problem = new Problem
        {
            Code = "S101",
            File = "a.yaml",
            Line = 4,
            Column = 2,
            Length = 2,
            Message = "x",
        };
        Assert.That(ProblemMends.With("a\nb\r\nc\rdefg\n", problem, "XYZ"), Is.EqualTo("a\nb\r\nc\rdXYZg\n"));
        Assert.That(ProblemMends.With("a\nb", problem, "XYZ"), Is.Null);
        Assert.That(ProblemMends.With("a\nb\nc\nde", problem, "XYZ"), Is.Null);
    }

    private static int ErrorsIn(string text) =>
        ScenarioReader.ReadText(text, "a.yaml", Files.Folder).Problems.Sum(problem => problem.Errors);

    private static (string Text, string Token) Take(string marked)
    {
        string token = marked[(marked.IndexOf('⟦') + 1)..marked.IndexOf('⟧')];
        return (marked.Replace("⟦", "").Replace("⟧", "") + "\nbased_on: base.yaml\n", token);
    }
}
