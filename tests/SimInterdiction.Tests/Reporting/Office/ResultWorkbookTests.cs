using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Words;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace SimInterdiction.Tests.Reporting.Office;

/// <summary>What the workbook says of the answer, and how it is printed.</summary>
public sealed class ResultWorkbookTests
{
    private static readonly Requirement[] Required =
    [
        new()
        {
            Deployment = "today__illustrative_",
            Measure = "seizure_rate",
            AtLeast = .9,
        },
        new()
        {
            Deployment = "nights_at_laredo",
            Measure = "seizure_rate",
            AtMost = .5,
        },
    ];

    private static StudyResult Study { get; } = Asked(SampleRosters.Of(SampleStudy.Typical(), teams: 5, atNight: 2));

    private static StudyResult Asked(StudyResult study) =>
        study with
        {
            Scenario = study.Scenario with { Require = Required },
            WhatIfs =
            [
                new WhatIfResult("as_stated", "As stated", [new WrittenChange("total_flow", "x 1")], study),
                new WhatIfResult(
                    "worse",
                    "Nights fail",
                    [new WrittenChange("total_flow", "x 2")],
                    study with
                    {
                        Comparisons = Turned(study),
                    }
                ),
            ],
        };

    // Nights at Laredo is worse by as much as it was better.
    private static IReadOnlyList<Comparison> Turned(StudyResult study) =>
        [
            .. study.Comparisons.Select(c =>
                c.Deployment == "nights_at_laredo"
                    ? c with
                    {
                        Difference = -c.Difference,
                        Low = -c.High,
                        High = -c.Low,
                        Verdict = Verdict.ClearlyWorse,
                    }
                    : c
            ),
        ];

    [Test]
    public void The_first_sheet_says_what_the_report_says()
    {
        var answer = Answer.Of(Study);
        string[][] rows = Texts("Answer");
        Assert.That(rows[0], Is.EqualTo(new[] { "What", "Says" }));
        Assert.That(rows[1], Is.EqualTo(new[] { "Data", ProvenanceBlock.SyntheticWarning }));
        Assert.That(rows.Select(row => row[1]), Is.SupersetOf(answer.Sentences.Append(Plain.Sentence(answer.Headline))));
        Assert.That(answer.Contests, Is.Not.Empty);
        Assert.That(rows.Where(row => row[0] == "Required").Select(row => row[1]), Is.EqualTo(RequirementWords.Of(Study)));
        Assert.That(rows.Count(row => row[0] == "What if"), Is.EqualTo(2));
    }

    [Test]
    public void Winner_and_runner_up_stand_in_a_table_with_interval_and_verdict()
    {
        string[][] rows = Texts("Contests");
        Assert.That(rows, Has.Length.EqualTo(1 + Study.Contests.Count));
        foreach ((string[] row, Contest contest) in rows.Skip(1).Zip(Study.Contests))
        {
            Assert.That(row[2..4], Is.EqualTo(new[] { contest.First, contest.RunnerUp }));
            double?[] numbers = [.. row[6..9].Select(cell => (double?)double.Parse(cell, CultureInfo.InvariantCulture))];
            Assert.That(numbers, Is.EqualTo(new[] { contest.Lead.Difference, contest.Lead.Low, contest.Lead.High }));
            Assert.That(row[9], Is.EqualTo(contest.Lead.Verdict.ToWords()));
        }

        string[][] tied = Texts("Contests", SampleStudy.All["open"]);
        Assert.That(tied.Skip(1).Select(row => row[1]), Is.All.EqualTo("not decided"));
    }

    [Test]
    public void Criteria_and_what_ifs_stand_with_what_became_of_them()
    {
        Assert.That(
            Texts("Criteria").Skip(1).Select(row => (row[0], row[^1])),
            Is.EqualTo(Required.Zip(["not met", "met"], (r, a) => (r.Deployment, a)))
        );
        string[][] asked = Texts("What if");
        Assert.That(asked[0][11..14], Is.EqualTo(new[] { "Verdict survives", "Best as stated", "Best as stated is best here" }));
        string[][] asStated = [.. asked.Where(row => row[0] == "As stated")];
        Assert.That(asStated.Select(row => row[2]), Is.EqualTo(Study.Deployments.Select(d => d.Name)));
        Assert.That(asStated.Skip(1).Select(row => row[11]), Is.All.EqualTo("yes"), "the baseline has no verdict");
        Assert.That(asStated.Select(row => row[14]), Is.EqualTo(asStated.Select(row => row[17])).And.All.Not.Empty);
        Assert.That(
            asked.Single(row => row[0] == "Nights fail" && row[2] == "nights_at_laredo")[9..12],
            Is.EqualTo(new[] { "clearly worse", "clearly better", "no" })
        );
    }

    [Test]
    public void A_sheet_is_printed_across_with_its_header_on_each_page_and_says_synthetic()
    {
        using SpreadsheetDocument book = Open(Study);
        Assert.That(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
        Sheet[] sheets = [.. book.WorkbookPart!.Workbook!.Descendants<Sheet>()];
        foreach ((int i, Sheet sheet) in sheets.Index())
        {
            Worksheet worksheet = ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!;
            PageSetup setup = worksheet.Elements<PageSetup>().Single();
            Assert.That(setup.Orientation!.Value, Is.EqualTo(OrientationValues.Landscape));
            Assert.That((setup.FitToWidth!.Value, setup.FitToHeight!.Value), Is.EqualTo((1u, 0u)));
            Assert.That(worksheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value, Is.True);
            string foot = worksheet.Descendants<OddFooter>().Single().Text;
            Assert.That(foot, Does.Contain(ProvenanceBlock.SyntheticWarning).And.Length.LessThanOrEqualTo(255));
            DefinedName[] names = [.. book.WorkbookPart.Workbook.Descendants<DefinedName>().Where(n => n.LocalSheetId!.Value == i)];
            Assert.That(names.Single(n => n.Name == "_xlnm.Print_Titles").Text, Is.EqualTo($"'{sheet.Name}'!$1:$1"));
        }

        // Seven deployments of five teams each, and columns for each day of the week.
        Assert.That(book.WorkbookPart.Workbook.Descendants<DefinedName>().Select(n => n.Text), Does.Contain("'Roster'!$A$1:$L$36"));
        string[][] roster = Texts("Roster");
        Assert.That(roster.Skip(1).Select(row => row[0]).Distinct(), Is.EqualTo(Study.Deployments.Select(d => d.Label)));
    }

    [Test]
    public void A_foot_stays_within_what_a_spreadsheet_takes()
    {
        Provenance named = SampleStudy.Provenance with { ScenarioFile = new string('&', 300) + ".yaml" };
        using var stream = new MemoryStream(ResultWorkbook.Write(Study, named));
        using var book = SpreadsheetDocument.Open(stream, false);
        Assert.That(
            book.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!.Descendants<OddFooter>().Single().Text),
            Has.All.Length.LessThanOrEqualTo(255).And.All.Contains(ProvenanceBlock.SyntheticWarning)
        );
    }

    private static SpreadsheetDocument Open(StudyResult study) =>
        SpreadsheetDocument.Open(new MemoryStream(ResultWorkbook.Write(study, SampleStudy.Provenance)), false);

    private static string[][] Texts(string sheet, StudyResult? study = null)
    {
        using SpreadsheetDocument book = Open(study ?? Study);
        string id = book.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == sheet).Id!;
        return
        [
            .. ((WorksheetPart)book.WorkbookPart.GetPartById(id))
                .Worksheet!.Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray()),
        ];
    }
}
