using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures.Replications;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>How many replications would decide: one number, no finer than known. In all of these .1 points matter and
/// 400 replications are done.</summary>
public sealed class DecidingWordsTests
{
    // By hand. A half-width of .0012 about .0004 must come down to .0006 (the difference can't matter then): 400
    // (12/6)^2 = 1,600. One standard error, .0006, either way gives -.0002 to .001: a gap of .001 needs .001, 576
    // replications; the least there is, half of what matters, .0005, needs 2,304.
    [TestCase(.0004, .0012, 1600, "About 2,000 replications would decide (600 to 3,000).", "about 2,000 would")]
    // Almost equal: .0001 leaves .0009, 400 (12/9)^2 = 711; one error either way is -.0005 to .0007, of which 0 needs
    // .001 (576) and .0005 the most.
    [TestCase(.0001, .0012, 711, "About 800 replications would decide (600 to 3,000).", "about 800 would")]
    [TestCase(.0004, .0012, 50_000, "More than 100 times as many replications would be needed to decide.", "nor would 100 times as many")]
    public void The_number_has_one_digit_and_its_spread(double difference, double halfWidth, int needed, string sentence, string title)
    {
        StudyResult study = Open(difference, halfWidth, needed);
        Assert.That(DecidingWords.Sentence(study), Is.EqualTo(sentence));
        Assert.That(Answer.Of(study).Sentences, Has.One.EndsWith(sentence));
        Assert.That(ReplicationsFigure.Analyse(study, SampleStudy.Provenance).Words.Title, Does.EndWith(title));
    }

    // Half a standard error from what decides: .0008 and .0004 at a half-width of .0008. Of .0012 no more than done,
    // 400 (8/12)^2 = 178, would do; of .0005, 1,024.
    [TestCase(.0008, .0008, 401, "About 500 replications would decide (up to 2,000).")]
    public void What_is_done_is_not_told_as_needed(double difference, double halfWidth, int needed, string sentence) =>
        Assert.That(DecidingWords.Sentence(Open(difference, halfWidth, needed)), Is.EqualTo(sentence));

    // .0005 needs most of all differences, 400 (12/5)^2 = 2,304; one standard error either way is -.0001 to .0011, of
    // which .0011 needs least, 476; at a half-width of .001 that is .001, and 400, no more than done.
    [TestCase(.0005, .0012, 2304, "About 3,000 replications would decide, perhaps as few as 500.")]
    [TestCase(.0005, .001, 1600, "About 2,000 replications would decide, perhaps fewer.")]
    // .0007 at .0008 needs 400 (8/7)^2 = 523; one error either way, .0003 to .0011, has .0005 in it: 1,024.
    [TestCase(.0007, .0008, 523, "About 600 replications would decide (up to 2,000).")]
    public void An_end_that_is_the_number_is_not_told_again(double difference, double halfWidth, int needed, string sentence) =>
        Assert.That(DecidingWords.Sentence(Open(difference, halfWidth, needed)), Is.EqualTo(sentence));

    [Test]
    public void Where_every_difference_matters_and_there_may_be_none_the_number_is_open_above()
    {
        StudyResult study = Open(.0004, .0012, 3600);
        study = study with
        {
            Scenario = study.Scenario with { Experiment = study.Scenario.Experiment with { SmallestDifferenceThatMatters = 0 } },
        };
        Assert.That(DecidingWords.Sentence(study), Is.EqualTo("About 4,000 replications would decide, or many more."));
    }

    // Of 6 replications nothing is taken out yet, and from 20 on intervals narrow.
    [TestCase(6, 50, "From 20 replications on the luck of the searches is taken out, and intervals are mostly much narrower: 20 may do.")]
    [TestCase(6, 15, "About 20 replications would decide")]
    [TestCase(20, 50, "About 50 replications would decide")]
    public void Before_luck_is_taken_out_no_number_is_forecast_without_it(int done, int needed, string told)
    {
        StudyResult open = Open(.0004, .0012, needed) with { Replications = done };
        Assert.That(DecidingWords.Sentence(open), Does.StartWith(told));
        Assert.That(DecidingWords.InTitle(open), Does.StartWith(needed == 50 && done == 6 ? "20 may" : "about "));
    }

    [Test]
    public void Where_all_is_decided_or_no_number_is_known_nothing_is_said()
    {
        Assert.That(DecidingWords.Sentence(SampleStudy.Typical() with { Comparisons = [] }), Is.Null);
        StudyResult study = Open(0, .0012, 1);
        Assert.That(
            DecidingWords.Sentence(study with { Comparisons = [study.Comparisons[0] with { ReplicationsNeeded = null }] }),
            Is.Null
        );
    }

    private static StudyResult Open(double difference, double halfWidth, int needed)
    {
        StudyResult study = SampleStudy.Make([new("Today", .02, 0, 100), new("Nights", .02 + difference, halfWidth, 100)]);
        Comparison open = study.Comparisons[0] with
        {
            Verdict = Verdict.NotDecided,
            Difference = difference,
            Low = difference - halfWidth,
            High = difference + halfWidth,
            ReplicationsNeeded = needed,
        };
        return study with { Comparisons = [open] };
    }
}
