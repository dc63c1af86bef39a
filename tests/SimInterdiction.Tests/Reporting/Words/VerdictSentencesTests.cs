using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>No headline claims more than its interval: constructed results of .1 points that matter, in
/// points.</summary>
public sealed class VerdictSentencesTests
{
    // A tie; an interval across 0; one within what matters; above 0 but not beyond what matters; beyond it; the same
    // below; and one that has no interval.
    [TestCase(0, 0, "No deployment differs from Today by the 0.1 points that matter")]
    [TestCase(.2, .3, "Not decided: 2 replications can't tell whether Nights is better than Today")]
    [TestCase(.05, .04, "No deployment differs from Today by the 0.1 points that matter")]
    [TestCase(.15, .1, "Nights: better than Today, but perhaps by less than the 0.1 points that matter")]
    [TestCase(.3, .1, "Nights: seizure rate 0.30 points above Today, for the same officer-hours")]
    [TestCase(-.15, .1, "No deployment is better than Today; it is worse")]
    [TestCase(-.3, .1, "No deployment is better than Today; it is worse")]
    [TestCase(.3, double.NaN, "Not decided: 2 replications can't tell whether Nights is better than Today")]
    public void A_headline_says_no_more_than_its_interval(double difference, double halfWidth, string expected)
    {
        StudyResult study = SampleStudy.Make(
            [new("Today", .02, 0, 100), new("Nights", .02 + (difference / 100), halfWidth / 100, 100)],
            replications: 2
        );
        Assert.That(Answer.Of(study).Headline, Is.EqualTo(expected));
    }

    [Test]
    public void What_is_better_by_less_than_matters_is_not_said_to_be_no_better()
    {
        // .05 (.01 to .09): surely better, too little to matter. Another is worse.
        StudyResult study = SampleStudy.Make([new("Today", .02, 0, 100), new("Nights", .0205, .0004, 100), new("Ports", .015, .001, 100)]);
        Assert.That(Answer.Of(study).Headline, Is.EqualTo("No deployment is better than Today by the 0.1 points that matter; 1 is worse"));
    }

    [Test]
    public void Every_deployment_is_told_of_in_exactly_one_sentence_of_verdicts()
    {
        StudyResult study = SampleStudy.Make([
            new("Today", .02, 0, 100),
            new("Ahead", .023, .0005, 200),
            new("Hardly ahead", .0215, .001, 200),
            new("Alike", .0205, .0004, 200),
            new("Open", .022, .003, 200),
            new("Hardly behind", .0185, .001, 200),
            new("Behind", .017, .0005, 200),
        ]);
        IReadOnlyList<string> sentences = Answer.Of(study).Sentences;
        Assert.That(sentences, Has.One.EqualTo("Clearly better than Today (by at least 0.1 points): Ahead."));
        Assert.That(sentences, Has.One.EqualTo("Better than Today, perhaps too little to matter: Hardly ahead."));
        Assert.That(sentences, Has.One.EqualTo("No difference from Today that matters (at least 0.1 points): Alike."));
        Assert.That(sentences, Has.One.EqualTo("Worse than Today, perhaps too little to matter: Hardly behind."));
        Assert.That(sentences, Has.One.EqualTo("Clearly worse than Today (by at least 0.1 points): Behind."));
        Assert.That(sentences, Has.One.StartsWith("Not decided: Open."));
    }

    [TestCase("clearly better", .3, .1)]
    [TestCase("better, perhaps too little to matter", .15, .1)]
    [TestCase("no difference that matters", .05, .04)]
    [TestCase("not decided", .2, .3)]
    [TestCase("not decided", .3, double.NaN)]
    public void The_word_of_the_table_is_the_one_of_the_headline(string words, double difference, double halfWidth) =>
        Assert.That(
            SampleStudy
                .Make([new("Today", .02, 0, 100), new("Nights", .02 + (difference / 100), halfWidth / 100, 100)], replications: 2)
                .Comparisons[0]
                .Verdict.ToWords(),
            Is.EqualTo(words)
        );
}
