using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Adversaries;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Displacement;
using SimInterdiction.Reporting.Figures.Weeks;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Figures;

/// <summary>What figures 13 to 15 and the tables say about traffickers who adapt; the numbers are those of the
/// samples.</summary>
public sealed class AdaptingFiguresTests
{
    private static readonly StudyResult Adapting = SampleAdversaries.Adapting(SampleStudy.Typical());

    [Test]
    public void Figure_1_marks_what_the_difference_would_be_if_nobody_adapted()
    {
        AnswerFigure figure = AnswerFigure.Analyse(SampleStudy.All["adapting"], SampleStudy.Provenance);
        // Displacement takes back a quarter: without it each difference is a third more.
        Assert.That(
            figure.Rows.Select(r => r.Frozen!.Value),
            Is.EqualTo(figure.Rows.Select(r => r.Difference!.Value * 4 / 3)).Within(1e-9)
        );
        Assert.That(figure.Words.AltText, Does.Contain("if nobody adapted +0.53 points"));
        Assert.That(Texts(figure), Has.One.EqualTo("if nobody adapted"));
        Assert.That(Texts(AnswerFigure.Analyse(SampleStudy.Typical(), SampleStudy.Provenance)), Has.None.Contains("adapted"));

        static IEnumerable<string> Texts(AnswerFigure figure) =>
            AnswerDrawing.Draw(figure).Marks.OfType<SimInterdiction.Reporting.Drawing.Mark.Text>().Select(t => t.Words);
    }

    [TestCase(.02, .105, "–", Description = "-8 % to 13 %: not sure")]
    [TestCase(-.2, .25, "–")]
    [TestCase(.3, .1, "30% (20% to 40%)")]
    [TestCase(-.3, .1, "grows by 30% (20% to 40%)")]
    public void What_may_be_nothing_is_not_told_as_cancelled(double mean, double half, string told)
    {
        DeploymentResult deployment = SampleStudy.All["adapting"].Deployments[1];
        var measures = new Dictionary<string, Estimate>(deployment.Measures)
        {
            ["displacement_takes_back"] = new Estimate(mean, mean - half, mean + half),
        };
        Assert.That(DisplacementWords.Cancelled(deployment with { Measures = measures }), Is.EqualTo(told));
    }

    [Test]
    public void The_title_says_how_much_displacement_takes_back()
    {
        DisplacementFigure figure = DisplacementFigure.Analyse(Adapting, SampleStudy.Provenance);
        Assert.That(
            figure.Words.Title,
            Is.EqualTo("Adapting cancels 25% (21% to 29%) of the gain of A second shift for every unit over Today (illustrative)")
        );
        DisplacementRow row = figure.Rows.Single(r => r.Label == "A second shift for every unit");
        Assert.That(row.Frozen.Value * 0.75, Is.EqualTo(row.Adaptive.Value).Within(1e-12));
        Assert.That((row.TakenBackWords, row.MovedWords), Is.EqualTo(("25% (21% to 29%)", "6.0%")));
        Assert.That(
            figure.Rows.Single(r => r.Label == "All units at the ports").TakenBackWords,
            Is.EqualTo("–"),
            "no surely different naive difference, no share of it"
        );
    }

    [Test]
    public void What_grows_once_traffickers_adapt_is_not_called_taken_back() =>
        Assert.That(
            DisplacementFigure
                .Analyse(SampleAdversaries.Adapting(SampleStudy.Typical(), takesBack: -0.25), SampleStudy.Provenance)
                .Words.Title,
            Is.EqualTo(
                "The gain of A second shift for every unit over Today (illustrative) grows once traffickers adapt, by 25% (21% to 29%)"
            )
        );

    [TestCase(0.002, 0.006, "Adapting cancels at most about 1% of the gain ", "at most 1%")]
    [TestCase(0.01, 0.03, "Adapting cancels at most about 4% of the gain ", "at most 4%")]
    [TestCase(0.2, 0.3, "Too few runs to say whether adapting cancels any of ", "–")]
    [TestCase(-0.664, 0.05, "The gain of A second shift", "grows by 66% (61% to 71%)")]
    public void A_share_around_nothing_has_a_bound_where_that_is_low(double mean, double half, string title, string cell)
    {
        StudyResult study = SampleAdversaries.Adapting(SampleStudy.Typical());
        study = study with
        {
            Deployments =
            [
                .. study.Deployments.Select(d =>
                    d with
                    {
                        Measures = new OrderedDictionary<string, Estimate>(d.Measures)
                        {
                            ["displacement_takes_back"] = new Estimate(mean, mean - half, mean + half),
                            ["displacement"] = new Estimate(0.00003, -0.00004, 0.00009),
                        },
                    }
                ),
            ],
        };
        DisplacementFigure figure = DisplacementFigure.Analyse(study, SampleStudy.Provenance);
        Assert.That(figure.Words.Title, Does.StartWith(title));
        Assert.That(figure.Rows.Select(r => r.TakenBackWords.Replace('−', '-')), Has.All.EqualTo(cell));
        Assert.That(figure.Rows.Select(r => r.MovedWords), Has.All.EqualTo("under 0.1%"));
    }

    [Test]
    public void Nothing_is_said_of_a_difference_that_does_not_matter_and_no_loss_is_a_gain()
    {
        StudyResult none = Adapting with
        {
            Comparisons = [.. Adapting.Comparisons.Select(c => c with { Verdict = Verdict.NoDifferenceThatMatters })],
        };
        Assert.That(
            DisplacementFigure.Analyse(none, SampleStudy.Provenance).Words.Title,
            Is.EqualTo("No difference is large and sure enough to say how much of it adapting cancels")
        );
        StudyResult worse = Adapting with
        {
            Comparisons =
            [
                .. Adapting.Comparisons.Select(c => c with { Difference = -Math.Abs(c.Difference!.Value), Verdict = Verdict.ClearlyWorse }),
            ],
        };
        Assert.That(
            DisplacementFigure.Analyse(worse, SampleStudy.Provenance).Words.Title,
            Does.StartWith("Adapting cancels 25% (21% to 29%) of the difference between ").And.Not.Contain("gain")
        );
    }

    [Test]
    public void A_part_of_a_week_is_no_week_to_compare_with_others()
    {
        StudyResult shorter = Adapting with { Scenario = Adapting.Scenario with { LengthHours = (25 * 7 * 24) + 24 } };
        WeeksFigure figure = WeeksFigure.Analyse(new FigureSubject(shorter, SampleStudy.Provenance));
        Assert.That(figure.Curves.Select(c => c.Shares.Count), Is.All.EqualTo(25));
        Assert.That(figure.Words.HowToRead, Does.EndWith("Whole weeks only."));
        Assert.That(
            WeeksFigure.Analyse(new FigureSubject(Adapting, SampleStudy.Provenance)).Words.HowToRead,
            Does.Not.Contain("Whole weeks")
        );
    }

    [Test]
    public void Where_nobody_adapts_the_figure_says_so() =>
        Assert.That(DisplacementFigure.Analyse(SampleStudy.Typical(), SampleStudy.Provenance).Nothing, Does.StartWith("Nobody adapts"));

    [Test]
    public void The_safest_is_the_one_whose_worst_regret_is_least()
    {
        AdversariesFigure figure = AdversariesFigure.Analyse(Adapting, SampleStudy.Provenance);
        double[] worst =
        [
            .. Enumerable
                .Range(0, Adapting.Deployments.Count)
                .Select(i => Adapting.Adversaries.Max(a => 100 * a.Deployments[i].Regret.Mean!.Value)),
        ];
        int safest = Array.IndexOf(worst, worst.Min());
        Assert.That(figure.Rows[0].Label, Is.EqualTo(Adapting.Deployments[safest].Label));
        Assert.That(figure.Rows.Select(r => r.Worst), Is.Ordered);
        Assert.That(figure.Words.Title, Does.Contain(Adapting.Deployments[safest].Label).And.Contain("at most "));
    }

    // The largest of both is .3 points: at least the largest lower end, and at most the largest upper one.
    [Test]
    public void The_worst_of_a_deployment_has_an_interval_too()
    {
        StudyResult study = SampleStudy.Make([new("Today", .02, 0, 100), new("Nights", .03, .001, 100)]);
        var best = new AgainstAdversary(study.Deployments[1].Measures["seizure_rate"], new Estimate(0, 0, 0));
        AdversariesFigure figure = AdversariesFigure.Analyse(
            study with
            {
                Adversaries =
                [
                    new AdversaryResult(null, "As stated", [best with { Regret = new(.0020, .0010, .0060) }, best]),
                    new AdversaryResult("watcher", "Watcher", [best with { Regret = new(.0030, .0025, .0035) }, best]),
                ],
            },
            SampleStudy.Provenance
        );
        Assert.That(figure.Rows.Select(row => row.WorstInterval), Is.EqualTo(new[] { "", "0.25 to 0.60" }));
        Assert.That(figure.Draw().Marks.OfType<Mark.Text>().Select(text => text.Words), Does.Contain("0.25 to 0.60"));
    }

    [Test]
    public void However_many_deployments_there_are_their_intervals_are_shown()
    {
        AdversariesFigure figure = AdversariesFigure.Analyse(SampleStudy.All["many adapting"], SampleStudy.Provenance);
        int intervals = figure.Rows.Sum(row => row.Intervals.Append(row.WorstInterval).Count(interval => interval.Length > 0));
        HashSet<string> all = [.. figure.Rows.SelectMany(row => row.Intervals.Append(row.WorstInterval))];
        Assert.That(intervals, Is.GreaterThan(100));
        Assert.That(
            figure.Draw().Marks.OfType<Mark.Text>().Count(text => text.Size < 13 && all.Contains(text.Words)),
            Is.EqualTo(intervals)
        );
    }

    // The second is surely .06 points behind, and .1 points matter.
    [Test]
    public void What_is_behind_by_too_little_to_matter_may_be_as_good()
    {
        StudyResult study = SampleStudy.Make([new("Today", .02, 0, 100), new("Nights", .03, .001, 100)], smallest: .001);
        var first = new AgainstAdversary(study.Deployments[1].Measures["seizure_rate"], new Estimate(0, 0, 0));
        AgainstAdversary second = first with { Regret = new Estimate(.0006, .0005, .0007) };
        study = study with { Adversaries = [new AdversaryResult(null, "As stated", [second, first])] };
        Assert.That(
            AdversariesFigure.Analyse(study, SampleStudy.Provenance).Words.Title,
            Is.EqualTo("Nights comes out as the safest, first against every adversary; 1 other may be as good, as far as it matters")
        );
        study = study with
        {
            Adversaries = [new AdversaryResult(null, "As stated", [second with { Regret = new(.003, .002, .004) }, first])],
        };
        Assert.That(
            AdversariesFigure.Analyse(study, SampleStudy.Provenance).Words.Title,
            Is.EqualTo("Safest: Nights; the best against every adversary")
        );
    }

    [TestCase(5, 4, 7, "Traffickers notice {0} in week 5 (4 to 7): from then on they cancel more than 50% of what it gains over {1}")]
    [TestCase(5, 5, 5, "Traffickers notice {0} in week 5: from then on they cancel more than 50% of what it gains over {1}")]
    [TestCase(1, 1, 1, "Traffickers notice {0} at once: from the first week on they cancel more than 50% of what it gains over {1}")]
    [TestCase(27, 27, 27, "Traffickers don't notice {0}: in none of the 26 weeks do they cancel more than 50% of what it gains over {1}")]
    [TestCase(
        9,
        1,
        27,
        "Too few replications to say when traffickers notice {0}, if they do within the 26 weeks: about 700 may do, or many more"
    )]
    [TestCase(
        9,
        4,
        27,
        "Traffickers don't notice {0} before week 4: until then they cancel no more than 50% of what it gains over {1}; what follows is "
            + "not decided"
    )]
    public void Weeks_say_when_traffickers_notice(int week, int earliest, int latest, string told)
    {
        StudyResult study = Adapting with
        {
            Deployments =
            [
                .. Adapting.Deployments.Select(d =>
                    d with
                    {
                        Notice = new Notice(.5, 26, week, earliest, latest) { ReplicationsNeeded = 640 },
                    }
                ),
            ],
        };
        WeeksFigure figure = WeeksFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance));
        string lead = new SimInterdiction.Reporting.Words.StudyView(study).Told.Label;
        Assert.That(figure.Words.Title, Is.EqualTo(string.Format(null, told, lead, Adapting.Deployments[0].Label)));
        Assert.That(() => figure.Draw(), Throws.Nothing);
    }

    [Test]
    public void Weeks_are_told_of_the_deployment_that_is_asked_for()
    {
        DeploymentResult asked = Adapting.Deployments[^1];
        WeeksFigure figure = WeeksFigure.Analyse(new FigureSubject(Adapting, SampleStudy.Provenance) { Deployment = asked.Name });
        Assert.That(figure.Curves.Where(c => c.Kind != WeeksKind.Baseline).Select(c => c.Deployment), Is.All.EqualTo(asked.Label));
    }

    [Test]
    public void Without_a_switch_weeks_say_how_to_ask_when_traffickers_notice() =>
        Assert.That(
            WeeksFigure.Analyse(new FigureSubject(Adapting, SampleStudy.Provenance)).Words.HowToRead,
            Does.Contain("during_warm_up: today")
        );

    [Test]
    public void Weeks_of_a_run_without_warm_up_speak_of_none()
    {
        StudyResult study = Adapting with { Scenario = Adapting.Scenario with { WarmUpHours = 0 } };
        Assert.That(
            WeeksFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance)).Words.HowToRead,
            Does.Contain("Without a warm-up no deployment is known to traffickers at first").And.Not.Contain("since the warm-up")
        );
    }

    [Test]
    public void Weeks_tell_what_is_left_at_the_end()
    {
        WeeksFigure figure = WeeksFigure.Analyse(new FigureSubject(Adapting, SampleStudy.Provenance));
        Assert.That(figure.Curves.Select(c => c.Shares.Count), Is.All.EqualTo(26));
        WeeksCurve told = figure.Curves.Single(c => c.Kind == WeeksKind.Told);
        WeeksCurve naive = figure.Curves.Single(c => c.Kind == WeeksKind.Frozen);
        Assert.That(told.Shares[^1] / naive.Shares[^1], Is.EqualTo(0.75).Within(1e-9));
    }

    [Test]
    public void Every_measure_has_its_naive_value_in_the_json_and_every_adversary_its_regrets()
    {
        using JsonDocument json = JsonDocument.Parse(ResultJson.Write(Adapting, SampleStudy.Provenance));
        foreach (JsonProperty deployment in json.RootElement.GetProperty("deployments").EnumerateObject())
        {
            Assert.That(
                deployment
                    .Value.GetProperty("measures")
                    .EnumerateObject()
                    .Select(m => m.Value.GetProperty("naive").TryGetProperty("mean", out _)),
                Is.All.True
            );
        }

        JsonElement adversaries = json.RootElement.GetProperty("adversaries");
        Assert.That(
            adversaries.EnumerateObject().Select(a => a.Name),
            Is.EqualTo(new[] { "as_stated", "frozen", "cautious", "fast_learner", "watcher", "best" })
        );
        double expected = Adapting.Adversaries[2].Deployments[4].Regret.Mean!.Value;
        Assert.That(
            adversaries
                .GetProperty("cautious")
                .GetProperty(Adapting.Deployments[4].Name)
                .GetProperty("regret")
                .GetProperty("mean")
                .GetDouble(),
            Is.EqualTo(expected)
        );
        Assert.That(
            json.RootElement.GetProperty("comparisons")[0].GetProperty("naive").GetProperty("difference").GetDouble(),
            Is.EqualTo(Adapting.Comparisons[0].Frozen!.Value.Mean)
        );
    }

    [Test]
    public void The_terminal_says_it_in_a_sentence() =>
        Assert.That(
            string.Join(' ', TerminalTable.Lines(Adapting, SampleStudy.Provenance)),
            Does.Contain("Adapting cancels 25%").And.Contain("behind the best")
        );
}
