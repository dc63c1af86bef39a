using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Burden;
using SimInterdiction.Reporting.Figures.Fates;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Figures.Risk;
using SimInterdiction.Reporting.Figures.Weeks;
using SimInterdiction.Reporting.Figures.When;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using Dimension = SimInterdiction.Model.Measures.Dimension;

namespace SimInterdiction.Tests.Reporting;

/// <summary>No title of a figure says more than its intervals show, and none shows what can't be: constructed
/// results.</summary>
public sealed class FigureClaimsTests
{
    private static StudyResult Two => SampleStudy.All["two"];

    private static IEnumerable<string> Studies => SampleStudy.All.Keys;

    // By week .03 and then .02: half-widths of .004 keep them apart, half-widths of .006 don't.
    [TestCase(.004, "3% seized in the first 4 weeks, 2% in the last 4")]
    [TestCase(.006, "3% seized in the first 4 weeks, 2% in the last 4: no clear change")]
    public void A_change_over_weeks_is_told_where_intervals_keep_apart(double halfWidth, string told)
    {
        StudyResult study = WithEntries(
            Two,
            Dimension.Week,
            [.. Enumerable.Range(1, 27).Select(w => ($"{w}", Of("seizure_rate", w <= 13 ? .03 : .02, halfWidth)))]
        );
        string title = WeeksFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance)).Words.Title;
        Assert.That(title.Replace(".0%", "%", StringComparison.Ordinal), Is.EqualTo($"Nights at Laredo: {told}"));
    }

    // 30 against 20 firearms at one checkpoint: sqrt(6^2 + 6^2) = 8.5 is less than 10, sqrt(8^2 + 8^2) = 11.3 is more.
    [TestCase(6, true)]
    [TestCase(8, false)]
    public void A_checkpoint_gains_only_by_more_than_intervals_leave_open(double halfWidth, bool isSure)
    {
        StudyResult study = Two with
        {
            Deployments =
            [
                With(Two.Deployments[0], Dimension.Checkpoint, [("laredo", Of("firearms_seized", 20, halfWidth))]),
                With(Two.Deployments[1], Dimension.Checkpoint, [("laredo", Of("firearms_seized", 30, halfWidth))]),
            ],
        };
        var subject = new FigureSubject(study, SampleStudy.Provenance);
        Assert.That(MapFigure.Analyse(subject).Words.Title, isSure ? Does.Contain("most gained at") : Does.Contain("no checkpoint surely"));
        Assert.That(
            DifferenceMapFigure.Analyse(subject).Words.Title,
            isSure ? Does.Contain("+10 firearms at") : Does.StartWith("No checkpoint seizes more or less under Nights at Laredo")
        );
    }

    [Test]
    public void Where_most_surely_pass_off_duty_the_title_says_so()
    {
        (string Name, IReadOnlyDictionary<string, Estimate>)[] checkpoints =
        [
            .. SampleScenario.Checkpoints.Select(
                (name, i) =>
                    (
                        name,
                        (IReadOnlyDictionary<string, Estimate>)
                            new Dictionary<string, Estimate>
                            {
                                ["firearms_seized"] = Around(i == 0 ? 300 : 20, 5),
                                ["passages_off_duty"] = Around(i == 1 ? 4000 : 100, 5),
                            }
                    )
            ),
        ];
        StudyResult study = WithEntries(Two, Dimension.Checkpoint, checkpoints);
        Assert.That(
            WhenFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance)).Words.Title,
            Does.EndWith(" nobody is on duty, the largest number of them at San Antonio")
        );
    }

    // 900 of 1,000 at Laredo, 4,000 of 40,000 at San Antonio, 100 of 1,000 elsewhere.
    [Test]
    public void Where_a_larger_share_surely_passes_off_duty_the_title_names_that_place()
    {
        (string Name, IReadOnlyDictionary<string, Estimate>)[] checkpoints =
        [
            .. SampleScenario.Checkpoints.Select(
                (name, i) =>
                    (
                        name,
                        (IReadOnlyDictionary<string, Estimate>)
                            new Dictionary<string, Estimate>
                            {
                                ["passages_off_duty"] = Around(
                                    i == 2 ? 900
                                        : i == 1 ? 4000
                                        : 100,
                                    5
                                ),
                                ["passages_on_duty"] = Around(
                                    i == 2 ? 100
                                        : i == 1 ? 36_000
                                        : 900,
                                    5
                                ),
                            }
                    )
            ),
        ];
        StudyResult study = WithEntries(Two, Dimension.Checkpoint, checkpoints);
        Assert.That(
            WhenFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance)).Words.Title,
            Does.EndWith(" nobody is on duty, most often at Laredo: 90 of 100 there")
        );
    }

    // Seized 2 of 100: known to .3, so to a decimal; to .03, so to two; and where differences of 2 points matter to
    // none.
    [TestCase(.3, .001, "2.0")]
    [TestCase(.03, .001, "2.00")]
    [TestCase(.03, .02, "2")]
    public void Fates_are_shown_as_fine_as_seizures_are_known_and_matter(double halfWidth, double smallest, string told)
    {
        StudyResult study = WithEntries(
            SampleStudy.Make([new("Today", .02, 0, 100)], smallest: smallest),
            Dimension.Fate,
            [("seized", Of("shipments_dispatched", 2, halfWidth)), ("not_stopped", Of("shipments_dispatched", 98, halfWidth))]
        );
        FatesFigure figure = FatesFigure.Analyse(study, SampleStudy.Provenance);
        Assert.That(FatesFigure.Shown(figure.Rows[0].OfHundred[0], figure.Place), Is.EqualTo(told));
    }

    [Test]
    public void Of_two_replications_the_odds_of_a_single_period_are_not_told()
    {
        StudyResult study = SampleStudy.Make([new("Today", .02, 0, 100), new("Nights", .03, .001, 100)], replications: 2);
        Assert.That(study.Comparisons[0].Verdict, Is.EqualTo(Verdict.ClearlyBetter));
        Assert.That(RiskFigure.Analyse(study, SampleStudy.Provenance).Words.Title, Does.Not.Contain("would beat"));
    }

    [Test]
    public void One_deployment_alone_is_compared_with_none() =>
        Assert.That(
            BurdenFigure.Analyse(SampleStudy.All["one"], SampleStudy.Provenance).Words.Title,
            Does.Not.Contain("deployment").And.Contain("1 stopped vehicle in 20")
        );

    [Test]
    public void Nobody_is_dropped_early_after_as_many_replications_as_all()
    {
        StudyResult study = SampleStudy.Make([new("Today", .02, 0, 100), new("Nights", .03, .001, 100)], replications: 40);
        study = study with
        {
            Choice = new Choice
            {
                SmallestThatMatters = .001,
                Confidence = .95,
                Remaining = [study.Deployments[1].Name],
                Out = [new DroppedOut(study.Deployments[0].Name, 40)],
            },
        };
        Assert.That(Answer.Of(study).Sentences, Has.None.Contains("fewer replications").And.None.Contains("Dropped early"));
        Assert.That(Answer.Of(study).Headline, Does.EndWith("above Today, for the same officer-hours"));
        Assert.That(
            Answer.Of(study).Contests.Single(),
            Does.StartWith("Best for the same officer-hours and money, by the first 40 replications of each: Nights, clearly better")
        );
    }

    [TestCaseSource(nameof(Studies))]
    public void No_sentence_shows_code_or_what_is_no_number(string sample)
    {
        StudyResult study = SampleStudy.All[sample];
        IEnumerable<string> told = SampleFigures
            .Of(sample)
            .SelectMany(f => new[] { f.Words.Title, f.Words.Subtitle, f.Words.HowToRead, f.Words.AltText })
            .Concat(Answer.Of(study).Sentences)
            .Concat(TerminalTable.Lines(study, SampleStudy.Provenance));
        foreach (string sentence in told)
        {
            Assert.That(sentence, Does.Not.Contain("{").And.Not.Contain("NaN").And.Not.Contain("∞").And.Not.Contain(".."));
        }
    }

    [Test]
    public void The_workbook_shows_averages_within_what_can_be()
    {
        DeploymentResult today = Two.Deployments[0];
        DeploymentResult impossible = With(today, Dimension.Checkpoint, [("laredo", Of("firearms_seized", -.3, .2))]) with
        {
            Measures = new Dictionary<string, Estimate>(today.Measures) { ["seizure_rate"] = new(-.001, -.004, .002) },
        };
        using var stream = new MemoryStream(
            ResultWorkbook.Write(Two with { Deployments = [impossible, Two.Deployments[1]] }, SampleStudy.Provenance)
        );
        using var book = SpreadsheetDocument.Open(stream, false);
        string[] negative =
        [
            .. book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                .Where(s => s.Name!.Value is "Deployments" or "Measures" or "Breakdowns")
                .SelectMany(s => ((WorksheetPart)book.WorkbookPart.GetPartById(s.Id!)).Worksheet!.Descendants<Cell>())
                .Select(c => c.InnerText)
                .Where(text => text.StartsWith('-')),
        ];
        Assert.That(negative, Is.Empty);
    }

    private static Dictionary<string, Estimate> Of(string measure, double mean, double halfWidth) =>
        new() { [measure] = Around(mean, halfWidth) };

    private static Estimate Around(double mean, double halfWidth) => new(mean, mean - halfWidth, mean + halfWidth);

    private static DeploymentResult With(
        DeploymentResult deployment,
        Dimension dimension,
        (string Name, IReadOnlyDictionary<string, Estimate> Measures)[] entries
    ) =>
        deployment with
        {
            By = new Dictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>>(deployment.By)
            {
                [dimension] = SampleScenario.Ordered(entries),
            },
        };

    private static StudyResult WithEntries(
        StudyResult study,
        Dimension dimension,
        (string Name, IReadOnlyDictionary<string, Estimate> Measures)[] entries
    ) => study with { Deployments = [.. study.Deployments.Select(d => With(d, dimension, entries))] };
}
