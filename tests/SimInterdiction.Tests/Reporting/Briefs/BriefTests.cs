using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Briefs;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Tests.Reporting.Drawing;

namespace SimInterdiction.Tests.Reporting.Briefs;

public sealed class BriefTests
{
    private static IEnumerable<string> Samples => SampleStudy.All.Keys;

    [TestCaseSource(nameof(Samples))]
    public void Everything_stands_on_one_page_and_nothing_on_anything_else(string sample)
    {
        BriefLayout page = BriefLayout.Of(Brief.Of(Subject(sample)));
        PageText.AssertClear(page.Scene, [page.Figure], sample);
        Assert.That(page.Text, Is.GreaterThanOrEqualTo(8));
        Assert.That(page.Figure.Width, Is.GreaterThan(BriefLayout.Room / 3));
    }

    [TestCaseSource(nameof(Samples))]
    public void It_says_question_answer_warning_and_limits(string sample)
    {
        FigureSubject subject = Subject(sample);
        string said = Drawn(string.Concat(PageText.Of(BriefLayout.Of(Brief.Of(subject)).Scene)));
        ProvenanceBlock block = ProvenanceBlock.Of(subject.Study, subject.Provenance);
        string[] expected =
        [
            subject.Study.Scenario.Question ?? "Which deployment does best?",
            Answer.Of(subject.Study).Headline,
            block.Warning,
            block.NotCovered,
            subject.Provenance.Run,
            subject.Provenance.Command,
        ];
        Assert.That(expected.Where(words => !said.Contains(Drawn(words), StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Samples))]
    public void The_document_is_valid_and_says_what_the_page_says(string sample)
    {
        FigureSubject subject = Subject(sample);
        using var stream = new MemoryStream(BriefDocument.Write(subject));
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
        string said = string.Concat(document.MainDocumentPart!.Document!.Descendants<Text>().Select(t => t.Text));
        Assert.That(Drawn(said), Is.EqualTo(Drawn(string.Concat(PageText.Of(BriefLayout.Of(Brief.Of(subject)).Scene)))));
    }

    [Test]
    public void Labels_as_long_as_labels_may_be_still_fit()
    {
        StudyResult study = SampleStudy.All["typical"];
        string tail = " " + string.Join(' ', Enumerable.Repeat("and so on", 12));
        StudyResult wordy = study with { Deployments = [.. study.Deployments.Select(d => d with { Label = d.Label + tail })] };
        BriefLayout page = BriefLayout.Of(Brief.Of(new FigureSubject(wordy, SampleStudy.Provenance)));
        PageText.AssertClear(page.Scene, [page.Figure], "long labels");
    }

    [Test]
    public void Where_nothing_was_analysed_it_says_so()
    {
        BriefPart changes = Part("typical", "What would change it");
        Assert.That(changes.Sentences, Has.Some.Contains("has not been analysed"));
        Assert.That(SampleStudy.Provenance.Uncertain, Is.Not.Empty);
    }

    [Test]
    public void A_question_under_which_another_wins_is_among_what_would_change_it()
    {
        StudyResult open = Contested(ContestOutcome.NotDecided);
        WhatIfResult[] asked =
        [
            new("twice", "Flow doubles", [], Contested(ContestOutcome.Won)),
            new("half", "Flow halves", [], Contested(ContestOutcome.NotDecided)),
        ];
        Brief brief = Brief.Of(new FigureSubject(open with { WhatIfs = asked }, SampleStudy.Provenance));
        IReadOnlyList<string> said = brief.Parts.Single(p => p.Heading == "What would change it").Sentences;
        Assert.That(said, Has.One.StartsWith("Flow doubles: "));
        Assert.That(said, Has.One.EqualTo("Tried, and changed no decided verdict and no winner: Flow halves."));

        static StudyResult Contested(ContestOutcome outcome)
        {
            StudyResult study = SampleStudy.All["typical"];
            return study with { Contests = [.. study.Contests.Select(c => c with { Outcome = outcome })] };
        }
    }

    [Test]
    public void It_says_what_the_deployments_are_that_it_speaks_of()
    {
        StudyResult study = SampleRosters.Of(SampleStudy.Typical(), teams: 5, atNight: 2);
        var view = new StudyView(study);
        BriefPart part = Brief.Of(new FigureSubject(study, SampleStudy.Provenance)).Parts[0];
        Assert.That(part.Sentences[0], Does.StartWith($"{view.Baseline.Label}: Outbound Team at "));
        Assert.That(part.Sentences, Has.Some.StartsWith($"{view.Told.Label}: ").And.Some.Contains("20:00-06:00 instead of 08:00-18:00"));
    }

    [Test]
    public void Its_figure_has_no_more_rows_than_can_be_read() =>
        Assert.That(Brief.Of(Subject("many")).Figure.Words.Subtitle, Does.Contain("The first 12 of 39; all are in the report."));

    [Test]
    public void Every_file_of_the_scenario_is_named()
    {
        var subject = new FigureSubject(
            SampleStudy.Typical(),
            SampleStudy.Provenance with
            {
                OtherFiles = [new FileRead("posts.csv", "089451970640491275f6decf329c4d2011b53a9113473cf53e0e469c1e453257")],
            }
        );
        Brief brief = Brief.Of(subject);
        Assert.That(brief.Figure.Words.Provenance.Source, Does.Contain("posts.csv 08945197"));
        Assert.That(brief.Parts[^1].Sentences.Single(), Does.Contain("posts.csv 08945197"));
        Assert.That(
            SimInterdiction.Reporting.Report.HtmlReport.Write(subject.Study, subject.Provenance, []),
            Does.Contain($"posts.csv, SHA-256 {subject.Provenance.OtherFiles[0].Sha256}")
        );
    }

    [Test]
    public void Without_a_comparison_it_claims_no_certainty() =>
        Assert.That(Brief.Of(Subject("one")).Parts.Select(p => p.Heading), Has.None.EqualTo("How sure it is"));

    [Test]
    public void Its_figure_has_the_numbers_of_figure_1()
    {
        FigureSubject subject = Subject("typical");
        Assert.That(Brief.Of(subject).Figure.Csv, Is.EqualTo(SampleFigures.Of("typical")[0].Csv));
        Assert.That(Encoding.ASCII.GetString(BriefPdf.Write(subject), 0, 5), Is.EqualTo("%PDF-"));
    }

    // Lines are broken at spaces, or in a word wider than a line; what the font lacks is replaced.
    private static string Drawn(string words) => Lettering.Drawable(words).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static BriefPart Part(string sample, string heading) => Brief.Of(Subject(sample)).Parts.Single(p => p.Heading == heading);

    private static FigureSubject Subject(string sample) => new(SampleStudy.All[sample], SampleStudy.Provenance);
}
