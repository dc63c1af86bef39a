using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Beats;
using SimInterdiction.Reporting.Figures.Value;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>What nobody could choose is compared like the rest, and never the answer.</summary>
public sealed class HypotheticalTests
{
    private const string Plan = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 40 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 20%, finds: 50% }, wonder: { officers: 4, stops: 80%, finds: 100% } }
        task_forces: { border: { home: bridge, teams: { team: 2, wonder: 1 } } }
        checkpoints: { bridge: {} }
        deployments:
          one_team: { post: { bridge: { task_force: border, team: team, hours: 06:00-18:00 } } }
          by_day_and_night: { post: { bridge: { task_force: border, team: team } } }
          wonders: { post: { bridge: { task_force: border, team: wonder, hours: 06:00-18:00 } } }
        length: 30 days
        experiment: { replications: 20, seed: 3, smallest_difference_that_matters: 1 point, HYPOTHETICAL }
        """;

    [Test]
    public void A_wonder_wins_unless_it_is_hypothetical()
    {
        StudyResult plain = Run("also_report: []");
        Assert.That(Answer.Of(plain).Headline, Does.StartWith("Wonders"));
        StudyResult study = Run("hypothetical: [wonders]");
        Answer answer = Answer.Of(study);
        Assert.Multiple(() =>
        {
            Assert.That(answer.Headline, Does.StartWith("By Day and Night"));
            Assert.That(
                answer.Sentences,
                Has.Some.EqualTo("Clearly better than One Team (by at least 1 point): Wonders (hypothetical) and By Day and Night.")
            );
            Assert.That(study.Contests.SelectMany(contest => contest.Entrants), Does.Not.Contain("wonders"));
            Assert.That(study.Expansions.SelectMany(each => each.Steps).Select(step => step.Gain.Deployment), Does.Not.Contain("wonders"));
            Assert.That(study.Best!.AgainstTheBest.Select(each => each.Deployment), Is.EqualTo(new[] { "one_team", "by_day_and_night" }));
            Assert.That(
                study.Comparisons.Select(c => (c.Deployment, c.Difference)),
                Is.EqualTo(plain.Comparisons.Select(c => (c.Deployment, c.Difference)))
            );
            var value = ValueFigure.Analyse(study, SampleStudy.Provenance);
            Assert.That(value.Points.Select(p => p.Name), Is.EqualTo(new[] { "by_day_and_night", "one_team" }));
            Assert.That(value.Words.Subtitle, Does.EndWith("Left out as hypothetical: 1."));
            var first = AnswerFigure.Analyse(study, SampleStudy.Provenance);
            Assert.That(first.Rows.Select(r => r.Label), Is.EqualTo(new[] { "Wonders (hypothetical)", "By Day and Night" }));
            Assert.That(first.Words.Title, Does.StartWith("By Day and Night"));
            var beats = BeatsFigure.Analyse(study, SampleStudy.Provenance);
            Assert.That(beats.Rows.Select(r => r.Label), Is.EqualTo(new[] { "By Day and Night", "One Team" }));
        });
    }

    [Test]
    public void It_is_marked_where_it_is_named_among_others()
    {
        StudyResult study = Run("hypothetical: [wonders]");
        StudyResult apart = study with
        {
            Comparisons =
            [
                .. study.Comparisons.Select(c => c.Deployment == "wonders" ? c : c with { Verdict = Verdict.NoDifferenceThatMatters }),
            ],
        };
        Assert.That(Answer.Of(apart).Sentences, Has.Some.Contains("Wonders (hypothetical)."));
    }

    private static StudyResult Run(string hypothetical)
    {
        Scenario scenario = Files.Good(Files.Read(Plan.Replace("HYPOTHETICAL", hypothetical, StringComparison.Ordinal)));
        return Study.Run(scenario, new StudyOptions { Jobs = 2 }, progress: null, CancellationToken.None);
    }
}
