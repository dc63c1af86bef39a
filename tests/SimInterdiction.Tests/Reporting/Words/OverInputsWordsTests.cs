using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>What is said of a true difference over plausible inputs: no more than its shares and percentiles are
/// known to.</summary>
public sealed class OverInputsWordsTests
{
    private static readonly OverInputs Known = new()
    {
        Draws = 200,
        Sd = .001,
        P10 = new Estimate(.0023, .0020, .0026),
        P90 = new Estimate(.0048, .0045, .0052),
        Better = new Estimate(.83, .71, .90),
        BetterByWhatMatters = new Estimate(.64, .5, .76),
        WorseByWhatMatters = new Estimate(0, 0, .02),
        IsHiddenByChance = false,
    };

    [TestCase(.83, .71, .90, "83% (71% to 90%)")]
    [TestCase(1, .942, 1, "100% (94% or more)")]
    [TestCase(1, .95, 1, "100% (95% or more)")]
    [TestCase(0, 0, .057, "0% (6% or less)")]
    [TestCase(.997, .96, 1, "over 99% (96% to 100%)")]
    [TestCase(1, 0, 1, "0% to 100%", TestName = "All draws on one side, by a mean that chance may have moved, say nothing")]
    public void A_share_is_as_fine_as_it_is_known(double share, double low, double high, string told) =>
        Assert.That(OverInputsWords.Share(new Estimate(share, low, high)), Is.EqualTo(told));

    // One way to say it: whoever reads the headline finds the same words in every table.
    [TestCase(.83, .71, .90)]
    [TestCase(1, .942, 1)]
    [TestCase(.3, .2, .41)]
    [TestCase(.55, .4, .7)]
    public void Headline_sentence_verdict_and_tables_say_the_share_alike(double share, double low, double high)
    {
        var better = new Estimate(share, low, high);
        StudyResult study = Drawn(Known with { Better = better });
        string told = OverInputsWords.Share(better);
        Answer answer = Answer.Of(study);
        Assert.That(answer.Headline, Does.Contain(told));
        Assert.That(answer.Sentences, Has.Some.Contains($"is better for {told} of plausible inputs"));
        Assert.That(TerminalTable.Lines(study, SampleStudy.Provenance), Has.Some.Contains(told));
        Assert.That(AnswerFigure.Analyse(study, SampleStudy.Provenance).Rows.Select(r => r.Verdict), Is.All.EndsWith($"etter in {told}"));
    }

    [Test]
    public void A_range_has_the_digits_of_its_ends()
    {
        var view = new StudyView(Drawn(Known));
        Assert.That(OverInputsWords.Range(view, Known), Is.EqualTo("+0.23 to +0.48"));
        Assert.That(
            OverInputsWords.Range(view, Known with { P10 = new Estimate(-.0023, -.0043, -.0003), P90 = new Estimate(.0048, .002, .0077) }),
            Is.EqualTo("−0.23 to +0.48"),
            "the digits of the measure, however little is known"
        );
        Assert.That(
            OverInputsWords.Range(view, Known with { P10 = new Estimate(.01614, 0, .03), P90 = new Estimate(.03506, .02, .05) }),
            Is.EqualTo("+1.61 to +3.51"),
            "outwards"
        );
        Assert.That(OverInputsWords.Range(view, Known with { IsHiddenByChance = true }), Is.EqualTo("hidden by chance"));
    }

    [Test]
    public void The_answer_is_a_share_of_plausible_inputs_and_the_range()
    {
        StudyResult study = Drawn(Known);
        Answer answer = Answer.Of(study);
        Assert.That(answer.Headline, Does.EndWith("for 83% (71% to 90%) of plausible inputs"));
        Assert.That(
            string.Join(' ', answer.Sentences),
            Does.Contain("from +0.23 to +0.48 points")
                .And.Contain("83% (71% to 90%)")
                .And.Contain("or more for 64% (50% to 76%)")
                .And.Not.Contain("Clearly")
        );
        string terminal = string.Join(' ', TerminalTable.Lines(study, SampleStudy.Provenance));
        Assert.That(
            terminal,
            Does.Contain("True difference over plausible inputs (200 draws, chance taken out)").And.Not.Contain("include the doubt")
        );
        Assert.That(
            AnswerFigure.Analyse(study, SampleStudy.Provenance).Rows.Select(r => r.Verdict),
            Is.All.EqualTo("Better in 83% (71% to 90%)")
        );
        using JsonDocument json = JsonDocument.Parse(ResultJson.Write(study, SampleStudy.Provenance));
        JsonElement over = json.RootElement.GetProperty("comparisons")[0].GetProperty("over_inputs");
        Assert.That(
            (over.GetProperty("p10").GetProperty("mean").GetDouble(), over.GetProperty("better").GetProperty("low").GetDouble()),
            Is.EqualTo((.0023, .71))
        );
    }

    [Test]
    public void What_chance_hides_is_said_and_not_drawn()
    {
        StudyResult study = Drawn(Known with { IsHiddenByChance = true, Better = new Estimate(1, 0, 1) });
        Answer answer = Answer.Of(study);
        Assert.That(answer.Headline, Does.StartWith("Not decided: ").And.EndWith("for 0% to 100% of plausible inputs"));
        Assert.That(
            string.Join(' ', answer.Sentences),
            Does.Contain("Chance hides whether the inputs move the difference at all").And.Not.Contain("4 in 5")
        );
        Assert.That(AnswerFigure.Analyse(study, SampleStudy.Provenance).Rows.Select(r => r.OverInputs), Is.All.Null);
    }

    [Test]
    public void Those_better_in_more_of_what_inputs_may_be_come_first()
    {
        StudyResult study = Drawn(Known);
        StudyResult mixed = study with
        {
            Comparisons =
            [
                .. study.Comparisons.Select(
                    (c, i) => c with { OverInputs = Known with { Better = new Estimate((i + 1) / 10.0, i / 10.0, (i + 2) / 10.0) } }
                ),
            ],
        };
        string[] rows = [.. TerminalTable.Lines(mixed, SampleStudy.Provenance).SkipWhile(l => !l.Contains("True difference")).Skip(2)];
        var view = new StudyView(mixed);
        Assert.That(
            rows.Take(study.Comparisons.Count).Select(r => r.Trim().Split("  ")[0].TrimEnd('~')),
            Is.EqualTo(study.Comparisons.Reverse().Select(c => view.LabelOf(c)[..Math.Min(25, view.LabelOf(c).Length)]))
        );
    }

    [Test]
    public void A_tie_is_named_with_the_share_of_inputs_for_which_the_first_is_better()
    {
        StudyResult study = SampleStudy.Make([
            new("Today", .02, 0, 1_000),
            new("North", .025, .0005, 1_000),
            new("South", .0248, .0005, 1_000),
        ]);
        study = study with
        {
            InputsDrawn = 3,
            Comparisons = [.. study.Comparisons.Select(c => c with { OverInputs = Known })],
            Contests =
            [
                .. study.Contests.Select(c =>
                    c with
                    {
                        Lead = c.Lead with { OverInputs = Known with { Better = new Estimate(.6, .45, .75) } },
                    }
                ),
            ],
        };
        Answer answer = Answer.Of(study);
        Assert.That(answer.Headline, Is.EqualTo("North ties with South: better than Today for 83% (71% to 90%) of plausible inputs"));
        Assert.That(
            answer.Contests,
            Is.EqualTo(
                new[]
                {
                    "A tie for the same officer-hours and money, on average over plausible inputs: North and South differ by less than the "
                        + "0.1 points that matter: +0.02 points (−0.03 to +0.07). "
                        + "North is better than South for 60% (45% to 75%) of plausible inputs.",
                }
            )
        );
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Where_chance_hides_what_inputs_do_no_chart_has_intervals_of_studies(bool isHidden)
    {
        StudyResult study = Drawn(Known with { IsHiddenByChance = isHidden });
        string caption = NativeCharts.Of(AnswerFigure.Analyse(study, SampleStudy.Provenance))!.Says;
        Assert.That(caption, Does.Not.Contain("95 of 100 such studies"));
        Assert.That(caption, Does.Contain(isHidden ? "95% interval of the average" : "4 in 5 plausible inputs"));
    }

    [Test]
    public void Too_few_draws_say_so()
    {
        Answer answer = Answer.Of(Drawn(null));
        Assert.That(answer.Headline, Does.StartWith("Too few draws of the inputs"));
        Assert.That(answer.Sentences, Has.Some.Contains("at least 10 draws, which are 20 replications"));
    }

    private static StudyResult Drawn(OverInputs? over) =>
        SampleStudy.Typical() is var study
            ? study with
            {
                InputsDrawn = 3,
                Comparisons = [.. study.Comparisons.Select(c => c with { OverInputs = over })],
            }
            : null!;
}
