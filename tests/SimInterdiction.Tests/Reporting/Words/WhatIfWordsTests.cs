using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Briefs;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>What a question does to verdicts and winner: a verdict that was open does not change by being
/// decided.</summary>
public sealed class WhatIfWordsTests
{
    private static readonly StudyResult Sample = SampleStudy.Make([
        new("Today", .020, .0002, 100),
        new("Nights", .024, .0002, 100),
        new("Ports", .028, .0002, 200),
    ]);

    [Test]
    public void A_verdict_that_was_open_is_not_said_to_change()
    {
        StudyResult stated = Stated(Verdict.NotDecided, Verdict.ClearlyBetter);
        Assert.That(
            Said(stated, Shifted(Stated(Verdict.ClearlyBetter, Verdict.NotDecided), .001)),
            Does.StartWith("1 of 2 verdicts changes: Ports is not decided. Not decided as stated, but here: Nights is clearly better.")
        );
        Assert.That(
            Said(stated, Shifted(Stated(Verdict.ClearlyWorse, Verdict.ClearlyBetter), .001)),
            Does.StartWith("No decided verdict changes. Not decided as stated, but here: Nights is clearly worse.")
        );
    }

    // Half-widths of .02 points each: two differences are apart beyond .0283.
    [TestCase(.00028, Verdict.NotDecided, "No decided verdict changes. Less sure here, but no different beyond chance: Nights.", "?")]
    [TestCase(.00029, Verdict.NotDecided, "1 of 2 verdicts changes: Nights is not decided.", "?*")]
    [TestCase(
        .00028,
        Verdict.BetterPerhapsByLess,
        "No decided verdict changes. Otherwise here, but no different beyond chance: Nights is better, perhaps too little to matter.",
        "+"
    )]
    [TestCase(.00029, Verdict.NoDifferenceThatMatters, "1 of 2 verdicts changes: Nights is not different enough to matter.", "=*")]
    public void What_chance_does_is_not_said_to_change(double by, Verdict nights, string said, string mark)
    {
        StudyResult stated = Stated(Verdict.ClearlyBetter, Verdict.ClearlyBetter);
        StudyResult here = Shifted(Stated(nights, Verdict.ClearlyBetter), by);
        var question = new WhatIfResult("twice", "Flow doubles", [], here);
        Assert.Multiple(() =>
        {
            Assert.That(Said(stated, here), Does.StartWith(said));
            Assert.That(WhatIfWords.Mark(nights, question.VerdictOf("nights", stated)), Is.EqualTo(mark));
            Assert.That(WhatIfWords.IsChange(stated, question), Is.EqualTo(mark.EndsWith('*')));
        });
    }

    [Test]
    public void What_has_no_effect_is_not_said_to_be_as_stated() =>
        Assert.That(Said(Sample, Sample), Is.EqualTo("It has no effect here: every number comes out as stated."));

    [Test]
    public void What_changes_hours_and_cost_alone_says_so()
    {
        DeploymentResult[] dearer =
        [
            .. Sample.Deployments.Select(d => d.Name == "ports" ? d with { OfficerHours = 400, CostUsd = 40_000 } : d),
        ];
        Assert.That(
            Said(Sample, Sample with { Deployments = dearer }),
            Does.StartWith("Every difference comes out as stated, but not what it takes: Ports, 400 officer-hours and USD 40,000, not 200 ")
        );
    }

    [TestCase(ContestOutcome.Won, "ports", Survival.Survives, " Here too Ports is best.")]
    [TestCase(ContestOutcome.Won, "nights", Survival.Falls, " Here Nights, not Ports, is best.")]
    [TestCase(ContestOutcome.Tied, "nights", Survival.Survives, " Here too nothing is better than Ports: it ties with Nights.")]
    [TestCase(ContestOutcome.NotDecided, "ports", Survival.NotDecided, " Here it is not decided which is best: Ports may be, or Nights.")]
    public void Of_one_that_was_chosen_it_is_told_whether_it_is_still_best(
        ContestOutcome outcome,
        string first,
        Survival survival,
        string said
    )
    {
        StudyResult chosen = Chosen(["ports"]);
        Contest all = Sample.Contests.Single(c => c.Limit is null);
        string[] both = first == "ports" ? ["ports", "nights"] : ["nights", "ports"];
        StudyResult here = Shifted(Sample, .00001) with
        {
            Contests = [all with { Outcome = outcome, Entrants = both, InFront = outcome == ContestOutcome.Won ? [first] : both }],
        };
        Assert.Multiple(() =>
        {
            Assert.That(new WhatIfResult("twice", "Flow doubles", [], here).WinnerOf(chosen), Is.EqualTo(survival));
            Assert.That(Said(chosen, here), Does.EndWith(said));
        });
    }

    [Test]
    public void Where_the_choice_is_open_the_question_may_still_decide() =>
        Assert.That(
            Said(Chosen(["nights", "ports"]), Shifted(Contested(ContestOutcome.Won, ContestOutcome.Won), .00001)),
            Does.EndWith(" As stated it is not decided which is best, whatever it takes; here Ports is.")
        );

    // Of those with the same hours several tie both times.
    [TestCase(ContestOutcome.Won, true, " As stated several tie, whatever it takes; here Ports is best.")]
    [TestCase(ContestOutcome.Tied, false, " As stated and here several tie for the same officer-hours.")]
    public void A_tie_that_is_broken_is_told_in_whichever_contest(ContestOutcome ofAll, bool isChange, string said)
    {
        StudyResult stated = Contested(ContestOutcome.Tied, ContestOutcome.Tied);
        StudyResult here = Shifted(Contested(ContestOutcome.Tied, ofAll), .00001);
        Assert.Multiple(() =>
        {
            Assert.That(Said(stated, here), Does.EndWith(said));
            Assert.That(WhatIfWords.IsChange(stated, new WhatIfResult("twice", "Flow doubles", [], here)), Is.EqualTo(isChange));
        });
    }

    // The second of three has an end that looks like the number, and would have a digit more by itself.
    [Test]
    public void A_table_of_questions_has_one_last_place()
    {
        StudyResult study = Sample with
        {
            WhatIfs = [new("twice", "Flow doubles", [], Shifted(Sample, .001)), new("half", "Flow halves", [], Shifted(Sample, .002))],
            Comparisons = [.. Sample.Comparisons.Select(c => c with { Difference = .0045, Low = .0035, High = .0055 })],
        };
        MeasureScale scale = WhatIfWords.Scale(new StudyView(study));
        Assert.That((scale.Signed(.0045, .0035, .0055), scale.Signed(.0043, .0042, .0044)), Is.EqualTo(("+0.45", "+0.43")));
    }

    [Test]
    public void A_winner_is_told_with_the_contest_it_won()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                ContestWords.Winner(Contested(ContestOutcome.Won, ContestOutcome.NotDecided)),
                Is.EqualTo("Nights (best for the same officer-hours)")
            );
            Assert.That(
                ContestWords.Winner(Contested(ContestOutcome.Tied, ContestOutcome.Won)),
                Is.EqualTo("Ports (best, whatever it takes)")
            );
            Assert.That(ContestWords.Winner(Chosen(["ports"])), Is.EqualTo("Ports (chosen)"));
            Assert.That(ContestWords.Winner(Contested(ContestOutcome.Tied, ContestOutcome.Tied)), Is.Null);
        });
    }

    [Test]
    public void A_question_with_a_label_repeats_no_keys()
    {
        var change = new WrittenChange("total_flow", "x 2");
        Assert.That(WhatIfWords.Heading(new("flow_doubles", "Twice the guns", [change], Sample)), Is.EqualTo("Twice the guns"));
        Assert.That(
            WhatIfWords.Heading(new("flow_doubles", "Flow Doubles", [change], Sample)),
            Is.EqualTo("Flow Doubles (the total flow x 2)")
        );
        Assert.That(WhatIfWords.Heading(new("total_flow x 2", "total_flow x 2", [change], Sample)), Is.EqualTo("total_flow x 2"));
    }

    [Test]
    public void Where_nothing_can_be_measured_there_is_no_answer()
    {
        DeploymentResult[] empty =
        [
            .. Sample.Deployments.Select(d =>
                d with
                {
                    Measures = new OrderedDictionary<string, Estimate>(d.Measures) { [Sample.Measure.Name] = default },
                }
            ),
        ];
        StudyResult undefined = Sample with
        {
            Deployments = empty,
            Comparisons = [.. Sample.Comparisons.Select(c => c with { Difference = null, Low = null, High = null })],
        };
        Assert.That(
            Said(Sample, undefined),
            Is.EqualTo("No answer here. Seizure rate: undefined in every deployment, as there was nothing to measure.")
        );
    }

    [Test]
    public void A_brief_tells_what_changes_the_answer_and_names_all_that_was_tried()
    {
        WhatIfResult Question(string label, double by, Verdict ports) =>
            new(label, label, [], Shifted(Stated(Verdict.ClearlyBetter, ports), by));
        StudyResult study = Stated(Verdict.ClearlyBetter, Verdict.ClearlyBetter) with
        {
            WhatIfs =
            [
                Question("One", .0001, Verdict.NotDecided),
                .. Enumerable.Range(2, 4).Select(i => Question($"Number {i}", .002, Verdict.ClearlyWorse)),
                Question("Six", .0001, Verdict.ClearlyBetter),
            ],
        };
        IReadOnlyList<string> said = Brief
            .Of(new FigureSubject(study, SampleStudy.Provenance))
            .Parts.Single(part => part.Heading == "What would change it")
            .Sentences;
        Assert.Multiple(() =>
        {
            Assert.That(said[0], Does.StartWith("Number 2: 1 of 2 verdicts changes: Ports is clearly worse."));
            Assert.That(said[3], Is.EqualTo("And 1 more question, in the report."));
            Assert.That(said[4], Is.EqualTo("Tried, and changed no decided verdict and no winner: One; Six."));
        });
    }

    [Test]
    public void Where_the_same_hours_have_no_winner_the_best_of_all_is_followed()
    {
        StudyResult open = Contested(ContestOutcome.NotDecided, ContestOutcome.Won);
        Assert.That(Said(open, Shifted(open, .00001)), Does.EndWith(" Here too Ports is best, whatever it takes."));
        StudyResult none = Contested(ContestOutcome.NotDecided, ContestOutcome.NotDecided);
        Assert.That(
            Said(none, Shifted(none, .00001)),
            Does.EndWith(" As stated and here it is not decided which is best for the same officer-hours.")
        );
        Assert.That(
            Said(none, Shifted(Contested(ContestOutcome.Won, ContestOutcome.NotDecided), .00001)),
            Does.EndWith(" As stated it is not decided which is best for the same officer-hours; here Nights is.")
        );
        StudyResult won = Contested(ContestOutcome.Won, ContestOutcome.Won);
        Assert.That(Said(won, Shifted(won, .00001)), Does.EndWith(" Here too Nights is best for the same officer-hours."));
    }

    private static StudyResult Chosen(string[] remaining) =>
        Sample with
        {
            Contests = [],
            Choice = new Choice
            {
                SmallestThatMatters = .001,
                Confidence = .95,
                Remaining = remaining,
                Out = [],
            },
        };

    private static string Said(StudyResult stated, StudyResult here) =>
        WhatIfWords.Sentence(new StudyView(stated), new WhatIfResult("twice", "Flow doubles", [], here));

    private static StudyResult Shifted(StudyResult study, double by) =>
        study with
        {
            Comparisons =
            [
                .. study.Comparisons.Select(c => c with { Difference = c.Difference - by, Low = c.Low - by, High = c.High - by }),
            ],
        };

    private static StudyResult Stated(Verdict nights, Verdict ports) =>
        Sample with
        {
            Comparisons = [.. Sample.Comparisons.Select(c => c with { Verdict = c.Deployment == "nights" ? nights : ports })],
        };

    private static StudyResult Contested(ContestOutcome sameHours, ContestOutcome all) =>
        Sample with
        {
            Contests =
            [
                .. Sample
                    .Contests.Where(c => c.Limit is null or Resource.OfficerHours)
                    .Select(c => c with { Outcome = c.Limit is null ? all : sameHours }),
            ],
        };
}
