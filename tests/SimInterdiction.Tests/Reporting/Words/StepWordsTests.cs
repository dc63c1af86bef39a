using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

public sealed class StepWordsTests
{
    // 2.01 % today; nights 2.41 % (0.32 to 0.48 points more).
    [Test]
    public void Steps_say_which_adds_most_and_which_nothing_and_what_stands_beside_them()
    {
        StudyResult plain = SampleStudy.All["two"];
        Comparison nights = plain.Comparisons[0];
        Comparison nothing = nights with { Difference = 0, Low = -0.0002, High = 0.0002, Verdict = Verdict.NoDifferenceThatMatters };
        var view = new StudyView(
            plain with
            {
                Steps =
                [
                    new StepResult("nights", "Nights", [nights], [nights]),
                    new StepResult("words", "Fine words", [nothing], []),
                    new StepResult("beside", "Beside", [], [nights]),
                ],
            }
        );
        Assert.That(
            StepWords.Headline(view),
            Is.EqualTo(
                "Nights makes the largest difference on top of those before it, +0.40 points (0.32 to 0.48) in seizure rate; "
                    + "Fine words adds nothing that matters"
            )
        );
        Comparison open = nights with { Difference = .01, Low = -.001, High = .021, Verdict = Verdict.NotDecided };
        Assert.That(
            StepWords.Headline(
                new StudyView(
                    plain with
                    {
                        Steps = [new StepResult("nights", "Nights", [nights], []), new StepResult("open", "Open", [open], [])],
                    }
                )
            ),
            Is.EqualTo(
                "Nights makes the largest difference, of those that are sure, on top of those before it, +0.40 points (0.32 to 0.48) in "
                    + "seizure rate"
            )
        );
        string[] sentences = [.. StepWords.Sentences(view)];
        Assert.That(sentences, Has.Length.EqualTo(3));
        Assert.That(
            sentences[0],
            Is.EqualTo(
                "Nights, added to those before: clearly better, +0.40 points (0.32 to 0.48) in seizure rate, for the same officer-hours "
                    + "and no more money."
            )
        );
        Assert.That(sentences[1], Does.StartWith("Fine words, added to those before: no difference that matters, 0"));
        Assert.That(sentences[2], Is.EqualTo("On top of Today, clearly better in seizure rate: Beside, +0.40 points (0.32 to 0.48)."));
        Assert.That(StepWords.HoursAdded(view, nights), Is.EqualTo("same"));
    }

    [TestCase(.002, .001, .003, "more after those before it than alone, by 0.20 (0.10 to 0.30) points in seizure rate.")]
    [TestCase(-.002, -.003, -.001, "less after those before it than alone, by 0.20 (0.10 to 0.30) points in seizure rate.")]
    [TestCase(.002, -.001, .005, null, Description = "not sure")]
    public void What_is_worth_more_or_less_after_others_is_said_where_it_is_sure(double mean, double low, double high, string? words)
    {
        StudyResult plain = SampleStudy.All["two"];
        Comparison nights = plain.Comparisons[0];
        var step = new StepResult("nights", "Nights", [nights], [nights]) { MoreThanAlone = new Estimate(mean, low, high) };
        string[] sentences = [.. StepWords.Sentences(new StudyView(plain with { Steps = [step] }))];
        Assert.That(sentences.Skip(1), Is.EqualTo(words is null ? Array.Empty<string>() : [$"Nights is worth {words}"]));
    }
}
