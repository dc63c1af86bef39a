using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Briefs;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Figures.Value;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>The answer names the tie: constructed results, in which .1 points matter.</summary>
public sealed class ContestWordsTests
{
    private static readonly SampleStudy.Case Today = new("Today", .02, 0, 1_000);

    [Test]
    public void A_winner_is_told_against_the_runner_up_with_interval_and_verdict()
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0005, 1_000), new("South", .023, .0005, 1_000)]);
        Assert.That(Answer.Of(study).Headline, Is.EqualTo("North: seizure rate 0.50 points above Today, for the same officer-hours"));
        Assert.That(
            Answer.Of(study).Sentences[0],
            Is.EqualTo(
                "Best for the same officer-hours and money: North, clearly better than the runner-up, South: +0.20 points (0.15 to 0.25)."
            )
        );
    }

    [Test]
    public void One_winner_over_one_runner_up_is_told_once()
    {
        StudyResult study = SampleStudy.Make([
            Today,
            new("North", .025, .0005, 1_000),
            new("South", .023, .0005, 1_000),
            new("Large", .021, .0005, 2_000),
        ]);
        Assert.That(
            Answer.Of(study).Contests,
            Is.EqualTo(
                new[]
                {
                    "Best for the same officer-hours and money, and whatever it takes: North, clearly better than the runner-up, South: "
                        + "+0.20 points (0.15 to 0.25).",
                }
            )
        );
    }

    [Test]
    public void A_little_more_money_is_not_called_no_more()
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0005, 1_000), new("South", .023, .0005, 1_000)]);
        DeploymentResult[] dearer = [.. study.Deployments.Select(d => d.Name == "north" ? d with { CostUsd = d.CostUsd * 1.004 } : d)];
        Assert.That(
            Answer.Of(study with { Deployments = dearer }).Sentences[0],
            Does.StartWith("Best for the same officer-hours and at most 1% more money: North, clearly better")
        );
    }

    [Test]
    public void A_few_more_hours_count_as_the_same_and_are_not_called_so()
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0005, 1_004), new("South", .023, .0005, 1_000)]);
        var answer = Answer.Of(study);
        Assert.That(answer.Headline, Is.EqualTo("North: seizure rate 0.50 points above Today, for 4 more officer-hours"));
        Assert.That(answer.Contests, Has.Count.EqualTo(1));
        Assert.That(answer.Contests[0], Does.StartWith("Best for at most 1% more officer-hours and money: North, clearly better"));
        Assert.That(
            ValueFigure.Analyse(study, SampleStudy.Provenance).Words.Title,
            Is.EqualTo("North does better than Today with at most 1% more officer-hours")
        );
    }

    [Test]
    public void That_nothing_beats_the_baseline_without_more_is_said_everywhere()
    {
        StudyResult study = SampleStudy.Make([Today, new("Moved", .0198, .0002, 1_000), new("Large", .025, .0005, 2_000)]);
        const string Nothing =
            "For the same officer-hours and money nothing is better than Today beyond a tie: Today and Moved differ by less than the "
            + "0.1 points that matter: +0.02 points (0.00 to 0.04).";
        Assert.That(Answer.Of(study).Contests, Has.Member(Nothing));
        Assert.That(AnswerFigure.Analyse(study, SampleStudy.Provenance).Words.Finding, Does.Contain(Nothing));
        StudyResult worse = SampleStudy.Make([Today, new("Moved", .018, .0002, 900), new("Large", .025, .0005, 2_000)]);
        Assert.That(Answer.Of(worse).Contests, Has.Member("For no more officer-hours or money nothing is as good as Today."));
    }

    [Test]
    public void A_lead_that_may_be_too_small_to_matter_is_told_so()
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0005, 1_000), new("South", .024, .0008, 1_000)]);
        Assert.That(
            Answer.Of(study).Sentences[0],
            Is.EqualTo(
                "Best for the same officer-hours and money: North, better than the runner-up, South, perhaps too little to "
                    + "matter: +0.10 points (0.02 to 0.18)."
            )
        );
    }

    [Test]
    public void A_tie_is_named_in_headline_and_sentence()
    {
        StudyResult two = SampleStudy.Make([Today, new("North", .025, .0005, 1_000), new("South", .0248, .0005, 1_000)]);
        Assert.That(
            Answer.Of(two).Headline,
            Is.EqualTo("North ties with South: seizure rate 0.50 points above Today, for the same officer-hours")
        );
        Assert.That(
            Answer.Of(two).Sentences[0],
            Is.EqualTo(
                "A tie for the same officer-hours and money: North and South differ by less than the 0.1 points that matter: +0.02 points "
                    + "(−0.03 to +0.07)."
            )
        );
        StudyResult three = SampleStudy.Make([
            Today,
            new("North", .025, .0005, 1_000),
            new("South", .0248, .0005, 1_000),
            new("East", .0247, .0005, 1_000),
        ]);
        Assert.That(Answer.Of(three).Headline, Does.StartWith("North ties with 2 others: seizure rate"));
        Assert.That(
            Answer.Of(three).Sentences[0],
            Is.EqualTo("A tie for the same officer-hours and money: North, South and East differ by less than the 0.1 points that matter.")
        );
    }

    [Test]
    public void No_winner_is_named_where_chance_leaves_it_open()
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0015, 1_000), new("South", .0245, .0015, 1_000)]);
        Assert.That(
            Answer.Of(study).Headline,
            Is.EqualTo("North, or perhaps South: seizure rate 0.50 points above Today, for the same officer-hours")
        );
        Assert.That(
            Answer.Of(study).Sentences[0],
            Is.EqualTo(
                "Not decided which is best for the same officer-hours and money: "
                    + "North comes out first, +0.05 points (−0.10 to +0.20) against South."
            )
        );
    }

    [Test]
    public void Figure_1_says_it_too()
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0005, 1_000), new("South", .023, .0005, 1_000)]);
        AnswerFigure figure = AnswerFigure.Analyse(study, SampleStudy.Provenance);
        Assert.That(figure.Words.Finding, Is.EqualTo(Answer.Of(study).Sentences[0]));
        Assert.That(figure.Words.AltText, Does.EndWith(figure.Words.Finding!));
    }

    // The best of all takes more; among those that take no more it is open which is best.
    private static readonly StudyResult Open = SampleStudy.Make([
        Today,
        new("North", .0216, .0012, 1_000),
        new("South", .0212, .0007, 1_000),
        new("Big", .030, .0008, 2_000),
        new("Large", .026, .0008, 2_000),
    ]);

    private const string OfTheWinner =
        "Best, whatever it takes: Big, clearly better than the runner-up, Large: +0.40 points (0.32 to 0.48).";

    [Test]
    public void The_winner_in_the_headline_is_told_first_and_the_other_contests_after_it()
    {
        var answer = Answer.Of(Open);
        Assert.Multiple(() =>
        {
            Assert.That(answer.Headline, Does.StartWith("Big: "));
            Assert.That(answer.Contests[0], Is.EqualTo(OfTheWinner));
            Assert.That(answer.Contests[1], Does.StartWith("Not decided which is best for the same officer-hours and money: North"));
            Assert.That(answer.Contests, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void Every_place_says_the_same_of_the_winner_first()
    {
        var subject = new FigureSubject(Open, SampleStudy.Provenance);
        Figure figure = FigureCatalog.Find("answer")!.Make(subject);
        Assert.Multiple(() =>
        {
            Assert.That(Answer.Of(Open).Sentences[0], Is.EqualTo(OfTheWinner), "report and terminal");
            Assert.That(Answer.Of(Open).Short, Does.EndWith($". {OfTheWinner}"), "list runs");
            Assert.That(figure.Words.Finding, Is.EqualTo(string.Join(' ', Answer.Of(Open).Contests)), "figure 1 and compare");
            Assert.That(Brief.Of(subject).Sentence, Is.EqualTo(figure.Words.Finding), "the brief");
            Assert.That(FirstSlide(figure), Does.Contain(figure.Words.Finding), "the deck");
        });
    }

    private static string FirstSlide(Figure figure)
    {
        using var stream = new MemoryStream(Deck.Write(Open, SampleStudy.Provenance, [figure]));
        using var deck = PresentationDocument.Open(stream, isEditable: false);
        PresentationPart slides = deck.PresentationPart!;
        string first = slides.Presentation!.SlideIdList!.Elements<SlideId>().First().RelationshipId!;
        return ((SlidePart)slides.GetPartById(first)).Slide!.InnerText;
    }

    [TestCase(900, 1.6, "for 100 fewer officer-hours and USD 51,000 more")]
    [TestCase(1_000, .5, "for the same officer-hours and USD 42,500 less")]
    [TestCase(1_000, 1.005, "for the same officer-hours", Description = "what traces cost is chance")]
    [TestCase(900, .5, "for 100 fewer officer-hours", Description = "the hours say it")]
    public void Money_is_told_where_hours_would_hide_it(double hours, double cost, string told)
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0005, hours)]);
        study = study with
        {
            Deployments = [study.Deployments[0], study.Deployments[1] with { CostUsd = cost * study.Deployments[0].CostUsd }],
        };
        Assert.That(Answer.Of(study).Headline, Does.EndWith(told));
        Assert.That(AnswerFigure.Analyse(study, SampleStudy.Provenance).Rows[0].TakesAgainst, Is.EqualTo(told[4..].Replace("the ", "")));
    }

    [Test]
    public void Figure_3_says_that_fewer_hours_cost_more()
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0005, 900)]);
        study = study with { Deployments = [study.Deployments[0], study.Deployments[1] with { CostUsd = 136_000 }] };
        Assert.That(
            ValueFigure.Analyse(study, SampleStudy.Provenance).Words.Title,
            Is.EqualTo("North does better than Today with fewer officer-hours, but USD 51,000 more")
        );
    }

    [Test]
    public void Where_the_baseline_may_be_best_the_verdicts_against_it_say_so()
    {
        StudyResult study = SampleStudy.Make([Today, new("North", .0202, .0005, 1_000), new("South", .019, .0005, 1_000)]);
        Assert.That(Answer.Of(study).Sentences, Has.None.StartsWith("Best").And.None.StartsWith("A tie"));
        Assert.That(Answer.Of(study).Finding, Is.Null);
    }

    [Test]
    public void What_the_last_hours_bring_is_told_per_1000_of_them()
    {
        // 8,000 more bring .4 points more.
        StudyResult study = SampleStudy.Make([Today, new("North", .025, .0005, 1_000), new("All", .029, .0008, 9_000)]);
        Assert.That(
            Answer.Of(study).Sentences,
            Has.One.EqualTo("The last 8,000 officer-hours, from North to All, bring +0.05 points (0.04 to 0.06) per 1,000.")
        );
    }

    // 60,060 more bring 1.09 points. Where .1 points matter, a tenth of them is .01 of the whole step, and so .0001665
    // of 1,000: the last place is a thousandth.
    [TestCase(.001, "bring +0.018 points (±0.001) per 1,000.")]
    [TestCase(.01, "bring +0.02 points (±0.01) per 1,000.")]
    [TestCase(0, "bring +0.01815 points (0.01798 to 0.01832) per 1,000.")]
    public void What_1000_hours_bring_has_no_digit_finer_than_matters(double matters, string told)
    {
        StudyResult study = SampleStudy.Make([Today, new("All", .0309, .0001, 61_060)], smallest: matters);
        Assert.That(Answer.Of(study).Sentences, Has.One.EndsWith(told));
    }

    [TestCase(
        .0206,
        .0009,
        "Whether the last 1,000 officer-hours, from Today to All, bring anything is not decided: +0.06 points (−0.03 to +0.15) per 1,000."
    )]
    [TestCase(
        .0203,
        .0006,
        "The last 1,000 officer-hours, from Today to All, bring no difference that matters: +0.03 points (−0.03 to +0.09) per 1,000."
    )]
    [TestCase(.0215, .001, "The last 1,000 officer-hours, from Today to All, bring +0.15 points (0.05 to 0.25) per 1,000.")]
    public void What_more_hours_bring_is_told_as_far_as_it_is_decided(double rate, double halfWidth, string told)
    {
        StudyResult study = SampleStudy.Make([Today, new("All", rate, halfWidth, 2_000)]);
        Assert.That(Answer.Of(study).Sentences, Has.One.EqualTo(told));
    }

    [Test]
    public void A_step_of_few_hours_is_not_told_per_1000()
    {
        StudyResult study = SampleStudy.Make([Today, new("All", .029, .0008, 1_240)]);
        Assert.That(Answer.Of(study).Sentences, Has.One.EndsWith("per 100."));
    }

    [Test]
    public void Two_are_both_and_three_are_all()
    {
        StudyResult two = SampleStudy.Make([Today, new("North", .025, .0005, 1_000), new("South", .023, .0005, 1_000)]);
        Assert.That(Answer.Of(two).Sentences, Has.One.EqualTo("Clearly better than Today (by at least 0.1 points): both."));
        StudyResult worse = SampleStudy.Make([Today, new("North", .015, .0005, 1_000), new("South", .013, .0005, 1_000)]);
        Assert.That(Answer.Of(worse).Headline, Is.EqualTo("No deployment is better than Today; both are worse"));
        StudyResult open = SampleStudy.Make([Today, new("North", .0205, .003, 1_000), new("South", .0203, .003, 1_000)]);
        Assert.That(Answer.Of(open).Headline, Does.EndWith("whether either is better than Today"));
    }
}
