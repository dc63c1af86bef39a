using System.Text;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Tests.Reporting.Drawing;

namespace SimInterdiction.Tests.Reporting.Report;

public sealed class PdfReportTests
{
    private static readonly string[] Samples = ["typical", "many adapting", "one", "undefined", "huge"];

    [TestCaseSource(nameof(Samples))]
    public void No_text_of_a_page_is_cut_or_lies_on_other_text_or_on_a_figure(string sample)
    {
        foreach ((int number, PdfPage page) in Pages(sample).Index())
        {
            PageText.AssertClear(page.Scene, [.. page.Figures.Select(f => f.Place)], $"page {number + 1}");
        }
    }

    [TestCaseSource(nameof(Samples))]
    public void Each_section_and_figure_stands_in_it_once_and_each_page_says_synthetic(string sample)
    {
        IReadOnlyList<PdfPage> pages = Pages(sample);
        string all = string.Join(' ', pages.SelectMany(p => p.Scene.Marks.OfType<Mark.Text>()).Select(t => t.Words));
        var page = new ReportPage(SampleStudy.All[sample], SampleStudy.Provenance, SampleFigures.Of(sample));
        Assert.That(all, Does.Contain(page.Answer.Headline));
        Assert.That(ReportSections.All.Select(s => s.Title).Where(t => !all.Contains(t, StringComparison.Ordinal)), Is.Empty);
        Assert.That(all, Does.Contain("simint run southbound.yaml --replications 400 --seed 2026"));
        Assert.That(all, Does.Contain("are in report.html").And.Not.Contain("are in the resolved scenario in section 7"));
        string[] shown =
        [
            .. pages.SelectMany(p => p.Figures).Select(f => f.Figure.Name),
            .. FigureCatalog
                .All.Where(kind => all.Contains($"Figure {kind.Number}, in report.html: ", StringComparison.Ordinal))
                .Select(kind => kind.Name),
        ];
        Assert.That(
            shown,
            Is.Unique.And.SupersetOf(
                new[] { "answer", "risk", "value", "beats", "when", "map", "difference", "spacetime", "fates", "burden", "replications" }
            )
        );
        Assert.That(
            pages.Select(p =>
                p.Scene.Marks.OfType<Mark.Text>()
                    .Count(t =>
                        t.Words.StartsWith("SYNTHETIC DATA", StringComparison.Ordinal)
                        && t.Words.Contains("run 2026-11-24-b21e", StringComparison.Ordinal)
                    )
            ),
            Has.All.EqualTo(1)
        );
    }

    [TestCaseSource(nameof(Samples))]
    public void A_title_or_heading_never_stands_alone_at_the_foot_of_a_page(string sample)
    {
        foreach ((int number, PdfPage page) in Pages(sample).Index())
        {
            double lowest = page.Figures.Select(f => f.Place.Bottom).DefaultIfEmpty(0).Max();
            Mark.Text? last = page.Scene.Marks.OfType<Mark.Text>().Where(t => t.Y < page.Scene.Height - 48).MaxBy(t => t.Y);
            Assert.That(last?.Y < lowest || last?.Size is not (14 or 10.5), $"page {number + 1}: '{last?.Words}'");
        }
    }

    // Where forty deployments make figures as tall as a page, the text goes on before them.
    [TestCase("typical")]
    [TestCase("one")]
    [TestCase("undefined")]
    [TestCase("huge")]
    [TestCase("adapting")]
    public void Each_figure_stands_in_the_section_that_speaks_of_it(string sample)
    {
        string section = string.Empty;
        foreach (PdfPage page in Pages(sample))
        {
            IEnumerable<(double Y, string? Title, Figure? Figure)> titles = page
                .Scene.Marks.OfType<Mark.Text>()
                .Where(text => text.Size == 14)
                .Select(text => (text.Y, (string?)text.Words, (Figure?)null));
            foreach (
                (double _, string? title, Figure? figure) in titles
                    .Concat(page.Figures.Select(placed => (placed.Place.Top, (string?)null, (Figure?)placed.Figure)))
                    .OrderBy(each => each.Item1)
            )
            {
                section = title ?? section;
                if (figure is not null)
                {
                    Assert.That(section[..1], Is.EqualTo(SectionOf(figure)), $"figure {figure.Number}");
                }
            }
        }
    }

    private static string SectionOf(Figure figure) =>
        FigureCatalog.Find(figure.Name)!.Place switch
        {
            ReportPlace.Answer => "1",
            ReportPlace.Comparison => "2",
            ReportPlace.Where or ReportPlace.Outcomes => "3",
            _ => "4",
        };

    [TestCaseSource(nameof(Samples))]
    public void No_page_is_two_thirds_empty(string sample)
    {
        IReadOnlyList<PdfPage> pages = Pages(sample);
        foreach ((int number, PdfPage page) in pages.Index())
        {
            double text = page
                .Scene.Marks.OfType<Mark.Text>()
                .Where(t => t.Y < page.Scene.Height - 48)
                .Select(t => t.Y)
                .DefaultIfEmpty(0)
                .Max();
            double filled = Math.Max(text, page.Figures.Select(f => f.Place.Bottom).DefaultIfEmpty(0).Max());
            double least = number < pages.Count - 1 ? 0.4 : 0.33;
            Assert.That(filled, Is.GreaterThan(least * page.Scene.Height), $"page {number + 1}");
        }
    }

    [TestCaseSource(nameof(Samples))]
    public void Figures_come_in_their_order_and_the_report_has_at_most_15_pages(string sample)
    {
        IReadOnlyList<PdfPage> pages = Pages(sample);
        Assert.That(pages.SelectMany(p => p.Figures).Select(f => f.Figure.Number), Is.Ordered);
        Assert.That(pages, Has.Count.LessThanOrEqualTo(15));
    }

    [Test]
    public void What_takes_more_than_15_pages_is_printed_smaller_but_to_be_read()
    {
        Assert.That(Pages("one").Select(page => page.Scene.Width), Is.All.EqualTo(Paper.Width));
        double scale = Paper.Width / Pages("many adapting")[0].Scene.Width;
        Assert.That(scale, Is.InRange(0.85, 0.99));
    }

    [Test]
    public void Whatever_a_study_has_it_takes_at_most_15_pages()
    {
        StudyResult study = SampleRosters.Of(SampleStudy.All["many adapting"], teams: 200, atNight: 200);
        IReadOnlyList<PdfPage> pages = PdfReport.Pages(new ReportPage(study, SampleStudy.Provenance, SampleFigures.Of("many adapting")));
        string all = string.Join(' ', pages.SelectMany(p => p.Scene.Marks.OfType<Mark.Text>()).Select(t => t.Words));
        Assert.That(pages, Has.Count.LessThanOrEqualTo(15));
        Assert.That(all, Does.Contain("in report.html").And.Contain($"Weekly roster: {study.Deployments[0].Label}"));
        Assert.That(pages.SelectMany(p => p.Figures).Select(f => f.Figure.Name), Does.Contain("answer"));
    }

    [Test]
    public void A_table_over_several_pages_repeats_its_head()
    {
        int[] heads = [.. Pages("many adapting").Select(p => p.Scene.Marks.OfType<Mark.Text>().Count(t => t.Words == "Verdict"))];
        Assert.That(heads.Sum(), Is.GreaterThan(1));
        Assert.That(heads.Max(), Is.EqualTo(1));
    }

    [Test]
    public void Columns_without_room_go_to_another_table_and_no_word_is_broken()
    {
        Measure[] many = [.. MeasureCatalog.All.Take(18)];
        var page = new PdfPages("running");
        page.Table(
            "Many columns",
            ["Deployment", .. many.Select(m => "#" + m.Label)],
            [
                ["Today", .. many.Select(_ => "1,234")],
            ]
        );
        IReadOnlyList<PdfPage> pages = page.Finish();
        string[] lines = [.. pages.SelectMany(p => p.Scene.Marks.OfType<Mark.Text>()).Select(t => t.Words)];
        HashSet<string> words = [.. lines.SelectMany(line => line.Split(' '))];
        Assert.That(many.SelectMany(m => m.Label.Split(' ')).Where(word => !words.Contains(word)), Is.Empty);
        Assert.That(lines, Has.Some.EqualTo("More columns of the table above"));
    }

    [Test]
    public void Measures_also_reported_beyond_four_stand_where_there_is_room()
    {
        StudyResult study = SampleStudy.All["typical"];
        Measure[] many = [.. MeasureCatalog.All.Where(m => study.Deployments[0].Measures.ContainsKey(m.Name)).Take(9)];
        Scenario scenario = study.Scenario with
        {
            Experiment = study.Scenario.Experiment with { AlsoReport = [.. many.Select(m => m.Name)] },
        };
        IReadOnlyList<PdfPage> pages = PdfReport.Pages(new ReportPage(study with { Scenario = scenario }, SampleStudy.Provenance, []));
        string said = string.Join(' ', pages.SelectMany(p => PageText.Of(p.Scene)));
        Assert.That(
            said,
            Does.Contain(many[^1].Label.Split(' ')[^1]).And.Not.Contain($"{many[^1].Label.ToLowerInvariant()}: in report.html")
        );
    }

    [TestCase(0, true)]
    [TestCase(20, true)]
    [TestCase(34, false)]
    public void What_is_looked_up_stands_where_a_page_has_room_left(int lines, bool isThere)
    {
        var page = new PdfPages("running", paper: PaperRoom.ForAll with { LookedUp = LookedUp.WhereRoomIsLeft });
        page.Heading("A heading that waits");
        for (int i = 0; i < lines; i++)
        {
            page.Command("a line");
        }

        page.Reference("What is looked up", medium => medium.Table("Looked up", ["Name", "#Number"], Rows(20)));
        IReadOnlyList<PdfPage> pages = page.Finish();
        string[] said = [.. pages.SelectMany(p => p.Scene.Marks.OfType<Mark.Text>()).Select(t => t.Words)];
        Assert.That(said.Contains("Looked up"), Is.EqualTo(isThere));
        Assert.That(said.Contains("What is looked up: in report.html."), Is.Not.EqualTo(isThere));
        Assert.That(pages, Has.Count.EqualTo(1));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(int count) =>
        Enumerable.Range(0, count).Select(i => (IReadOnlyList<string>)[$"{i}", "1"]);

    [Test]
    public void Text_of_the_document_has_a_glyph_for_each_character()
    {
        // As outlines "ft" and "ffi" may be one glyph, which stands for no character.
        Assert.That(
            Enum.GetValues<Weight>().Select(w => DocumentText.Shape("A second shift of the office fits", w).Length),
            Has.All.EqualTo("A second shift of the office fits".Length)
        );
        Assert.That(
            Encoding.ASCII.GetString(PdfReport.Write(SampleStudy.All["one"], SampleStudy.Provenance, SampleFigures.Of("one")), 0, 5),
            Is.EqualTo("%PDF-")
        );
    }

    private static IReadOnlyList<PdfPage> Pages(string sample) =>
        PdfReport.Pages(new ReportPage(SampleStudy.All[sample], SampleStudy.Provenance, SampleFigures.Of(sample)));
}
