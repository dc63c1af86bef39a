using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Report;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Presentation;

namespace SimInterdiction.Tests.Reporting.Office;

public sealed class OfficeTests
{
    private static readonly string[] Samples = ["typical", "one", "undefined", "huge"];
    private static readonly ConcurrentDictionary<string, byte[]> Decks = [];

    private static FigureKind[] Kinds => [.. FigureCatalog.All.Where(f => f.HasData(SampleStudy.Typical()))];

    [TestCaseSource(nameof(Samples))]
    public void The_deck_is_valid(string sample)
    {
        using PresentationDocument deck = Open(sample);
        Assert.That(new OpenXmlValidator().Validate(deck).Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
    }

    [TestCaseSource(nameof(Samples))]
    public void The_workbook_is_valid(string sample)
    {
        using var stream = new MemoryStream(ResultWorkbook.Write(SampleStudy.All[sample], SampleStudy.Provenance));
        using var book = SpreadsheetDocument.Open(stream, false);
        Assert.That(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
    }

    [Test]
    public void The_same_study_makes_the_same_bytes_whenever_it_is_written()
    {
        Figure[] figures = [.. SampleFigures.Of("typical")];
        byte[] deck = Deck.Write(SampleStudy.Typical(), SampleStudy.Provenance, figures);
        byte[] again = Deck.Write(SampleStudy.Typical(), SampleStudy.Provenance, figures);
        Assert.That(deck.AsSpan().SequenceEqual(again), "deck");
        byte[] book = ResultWorkbook.Write(SampleStudy.Typical(), SampleStudy.Provenance);
        Assert.That(book.AsSpan().SequenceEqual(ResultWorkbook.Write(SampleStudy.Typical(), SampleStudy.Provenance)), "workbook");
        foreach (byte[] file in new[] { deck, book })
        {
            using var archive = new ZipArchive(new MemoryStream(file));
            Assert.That(archive.Entries.Select(entry => entry.LastWriteTime.Year).Distinct(), Is.EqualTo(new[] { 1980 }));
        }
    }

    [Test]
    public void Every_figure_has_a_slide_with_message_alt_text_and_provenance()
    {
        using PresentationDocument deck = Open("typical");
        SlidePart[] slides = [.. Slides(deck)];
        Assert.That(slides, Has.Length.EqualTo(Kinds.Length + 2));
        foreach ((SlidePart slide, FigureKind kind) in slides.Where((_, i) => i != 1).Zip(Kinds))
        {
            Figure figure = SampleFigures.Of("typical").Single(f => f.Name == kind.Name);
            Assert.That(slide.Slide!.Descendants<P.Shape>().First().InnerText, Is.EqualTo(figure.Words.Title));
            Assert.That(
                slide.Slide.Descendants<P.NonVisualDrawingProperties>().Select(d => d.Description?.Value),
                Does.Contain(FigureFile.AltText(figure))
            );
            string notes = slide.NotesSlidePart!.NotesSlide!.InnerText;
            Assert.That(
                notes,
                Does.Contain("SYNTHETIC DATA. Not evidence about real shipments.")
                    .And.Contain("seed 2026")
                    .And.Contain("southbound.yaml 7f3a91c0")
                    .And.Contain("run 2026-11-24-b21e")
            );
        }
    }

    [Test]
    public void Criteria_follow_the_answer_and_questions_the_figures()
    {
        StudyResult typical = SampleStudy.Typical();
        Requirement[] require =
        [
            new()
            {
                Deployment = typical.Deployments[0].Name,
                Measure = "seizure_rate",
                AtLeast = .9,
            },
        ];
        StudyResult study = typical with
        {
            Scenario = typical.Scenario with { Require = require },
            WhatIfs = [.. Enumerable.Range(1, 4).Select(i => new WhatIfResult($"q{i}", $"Question {i}", [], typical))],
        };
        byte[] content = Deck.Write(study, SampleStudy.Provenance, SampleFigures.Of("typical"));
        using var deck = PresentationDocument.Open(new MemoryStream(content), false);
        Assert.That(new OpenXmlValidator().Validate(deck).Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
        SlidePart[] slides = [.. Slides(deck)];
        string[][] tables = [.. slides.Select(slide => slide.Slide!.Descendants<A.TableCell>().Select(cell => cell.InnerText).ToArray())];
        Assert.That(tables[1], Has.Some.Contains("at least 90%").And.Some.EqualTo("Not met"));
        int[] asked =
        [
            .. Enumerable.Range(0, slides.Length).Where(i => tables[i].Any(cell => cell.StartsWith("Question ", StringComparison.Ordinal))),
        ];
        Assert.That(asked, Is.EqualTo(new[] { Kinds.Length + 2, Kinds.Length + 3 }), "three questions beside each other, then one");
        Assert.That(tables[asked[0]], Has.Some.Contains("Clearly better").And.Some.EqualTo("As stated"));
        Assert.That(slides[asked[1] + 1].Slide!.InnerText, Does.Contain("Question 1: It has no effect here"));
        Assert.That(tables.Sum(cells => cells.Length > 0 ? 1 : 0), Is.EqualTo(4));
    }

    [Test]
    public void The_second_slide_says_what_each_deployment_is()
    {
        StudyResult study = SampleRosters.Of(SampleStudy.Typical(), teams: 5, atNight: 2);
        using var deck = PresentationDocument.Open(
            new MemoryStream(Deck.Write(study, SampleStudy.Provenance, SampleFigures.Of("typical"))),
            false
        );
        string[] cells = [.. Slides(deck).ElementAt(1).Slide!.Descendants<A.TableCell>().Select(cell => cell.InnerText)];
        Assert.That(study.Deployments.Select(d => d.Label).Except(cells), Is.Empty);
        Assert.That(cells, Has.Some.Contains("20:00-06:00 instead of 08:00-18:00"));
    }

    [Test]
    public void The_deck_closes_with_the_limits()
    {
        using PresentationDocument deck = Open("typical");
        string[] said = [.. Slides(deck).Last().Slide!.Descendants<A.Paragraph>().Select(p => p.InnerText)];
        var page = new ReportPage(SampleStudy.All["typical"], SampleStudy.Provenance, []);
        Assert.That(said, Is.SupersetOf(AnswerSections.Limits(page).Append(page.Block.NotCovered).Append(page.Block.Warning)));
    }

    [Test]
    public void Answer_and_value_are_charts_that_hold_their_numbers_and_a_table()
    {
        using PresentationDocument deck = Open("typical");
        ChartPart[] charts = [.. Slides(deck).SelectMany(s => s.ChartParts)];
        double[] drawn =
        [
            .. charts[0]
                .ChartSpace!.Descendants<C.Values>()
                .Single()
                .Descendants<C.NumericValue>()
                .Select(v => double.Parse(v.Text, CultureInfo.InvariantCulture)),
        ];
        // In points, best first: the same as in the words of figure 1.
        Assert.That(drawn, Is.EqualTo(new[] { 1.28, 0.43, 0.40, 0.09, 0.02, -0.35 }).Within(1e-9));
        Assert.That(charts[1].ChartSpace!.Descendants<C.ScatterChartSeries>().Count(), Is.EqualTo(7));
        foreach (ChartPart chart in charts)
        {
            using Stream table = chart.EmbeddedPackagePart!.GetStream();
            using var book = SpreadsheetDocument.Open(table, false);
            Assert.That(
                book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Count(),
                Is.EqualTo(chart == charts[0] ? 7 : 8)
            );
        }
    }

    [Test]
    public void The_axis_of_a_difference_holds_zero_and_every_interval()
    {
        using PresentationDocument deck = Open("typical");
        C.PlotArea plot = Slides(deck).SelectMany(s => s.ChartParts).First().ChartSpace!.Descendants<C.PlotArea>().Single();
        C.BarChartSeries bars = plot.Descendants<C.BarChartSeries>().Single();
        double[] values = Numbers<C.Values>();
        double low = Numbers<C.Minus>().Zip(values, (below, value) => value - below).Min();
        double high = Numbers<C.Plus>().Zip(values, (above, value) => value + above).Max();
        C.Scaling axis = plot.Descendants<C.ValueAxis>().Single().Descendants<C.Scaling>().Single();
        Assert.That(axis.MinAxisValue!.Val!.Value, Is.LessThan(0).And.LessThanOrEqualTo(low));
        Assert.That(axis.MaxAxisValue!.Val!.Value, Is.GreaterThanOrEqualTo(high));

        double[] Numbers<T>()
            where T : DocumentFormat.OpenXml.OpenXmlElement =>
            [
                .. bars.Descendants<T>()
                    .Single()
                    .Descendants<C.NumericValue>()
                    .Select(v => double.Parse(v.Text, CultureInfo.InvariantCulture)),
            ];
    }

    [Test]
    public void The_workbook_has_a_sheet_for_each_table_with_its_numbers_in_full()
    {
        using var stream = new MemoryStream(ResultWorkbook.Write(SampleStudy.All["two"], SampleStudy.Provenance));
        using var book = SpreadsheetDocument.Open(stream, false);
        Assert.That(
            book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value),
            Is.EqualTo(
                new[]
                {
                    "Answer",
                    "Contests",
                    "Deployments",
                    "Comparisons",
                    "Roster",
                    "Measures",
                    "Breakdowns",
                    "Replications",
                    "Provenance",
                }
            )
        );
        Row[] deployments = Rows(book, "Deployments");
        Assert.That(
            deployments[0].Elements<Cell>().Select(c => c.InnerText),
            Does.Contain("Officer-hours (h)").And.Contain("Cost (USD)").And.Contain("Seizure rate (share)")
        );
        Assert.That(
            deployments[2].Elements<Cell>().Select(c => c.InnerText),
            Does.Contain("Nights at Laredo").And.Contain("47000").And.Contain("0.0241")
        );
        Assert.That(Rows(book, "Measures"), Has.Length.EqualTo(1 + (2 * MeasureCatalog.All.Count)));
        Assert.That(Rows(book, "Replications"), Has.Length.EqualTo(401));
        Assert.That(
            Rows(book, "Provenance").Select(r => r.InnerText),
            Does.Contain("DataSYNTHETIC DATA. Not evidence about real shipments.")
        );
    }

    [TestCase("seizure_rate", 0.0201234567890123, "0.000%")]
    [TestCase("seizure_rate", 0.25, "0.00%")]
    [TestCase("cost_usd", 1234567.891234, "#,##0")]
    [TestCase("cost_per_firearm_usd", 12.3456789, "#,##0.00")]
    [TestCase("firearms_seized", 2004.3333333333333, "#,##0")]
    [TestCase("wait_h", 0.0416666666666667, "#,##0.00000")]
    [TestCase("officer_hours", 12.0, "#,##0")]
    public void Numbers_of_the_workbook_are_shown_by_their_unit_and_kept_in_full(string measure, double value, string format)
    {
        using var stream = new MemoryStream(
            ResultWorkbook.Write(SampleStudy.Make([new("Today", value, 0, 1_440)], measure), SampleStudy.Provenance)
        );
        using var book = SpreadsheetDocument.Open(stream, false);
        Cell cell = Rows(book, "Deployments")[1].Elements<Cell>().ElementAt(5);
        Assert.That(double.Parse(cell.InnerText, CultureInfo.InvariantCulture), Is.EqualTo(value));
        Stylesheet styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        uint id = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        Assert.That(
            styles.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId!.Value == id).FormatCode!.Value,
            Is.EqualTo(format)
        );
    }

    [Test]
    public void No_number_of_the_workbook_is_shown_with_all_its_digits()
    {
        using var stream = new MemoryStream(ResultWorkbook.Write(SampleStudy.Typical(), SampleStudy.Provenance));
        using var book = SpreadsheetDocument.Open(stream, false);
        Cell[] numbers =
        [
            .. book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>())
                .Where(c => c.DataType?.Value == CellValues.Number && c.InnerText.Length > 7),
        ];
        Assert.That(numbers, Is.Not.Empty);
        Assert.That(numbers.Where(c => c.StyleIndex!.Value < 2).Select(c => c.InnerText), Is.Empty);
    }

    private static Row[] Rows(SpreadsheetDocument book, string sheet)
    {
        string id = book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name == sheet).Id!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Row>()];
    }

    private static IEnumerable<SlidePart> Slides(PresentationDocument deck) =>
        deck.PresentationPart!.Presentation!.SlideIdList!.Elements<P.SlideId>()
            .Select(s => (SlidePart)deck.PresentationPart.GetPartById(s.RelationshipId!));

    private static PresentationDocument Open(string sample)
    {
        byte[] content = Decks.GetOrAdd(sample, name => Deck.Write(SampleStudy.All[name], SampleStudy.Provenance, SampleFigures.Of(name)));
        return PresentationDocument.Open(new MemoryStream(content), false);
    }
}
