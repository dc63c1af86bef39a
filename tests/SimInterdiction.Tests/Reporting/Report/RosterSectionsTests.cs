using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Tests.Reporting.Drawing;

namespace SimInterdiction.Tests.Reporting.Report;

public sealed class RosterSectionsTests
{
    private const int MostPages = 15;

    private static StudyResult Typical { get; } = SampleStudy.Typical();

    private static IEnumerable<string> Labels => Typical.Deployments.Select(d => d.Label);

    [Test]
    public void The_report_has_the_weekly_roster_of_every_deployment()
    {
        StudyResult study = SampleRosters.Of(Typical, teams: 5, atNight: 2);
        string web = HtmlReport.Write(study, SampleStudy.Provenance, []);
        string paper = Printed(study);
        foreach (string label in Labels)
        {
            Assert.That(web, Does.Contain($"Weekly roster: {label}<"));
            Assert.That(paper, Does.Contain($"Weekly roster: {label} Place"), "in full");
        }
    }

    [Test]
    public void Where_paper_has_no_room_for_all_others_are_told_by_what_they_have_otherwise()
    {
        string paper = Printed(SampleRosters.Of(Typical, teams: 90, atNight: 1)).Split("8. Weekly rosters")[1];
        string baseline = Typical.Deployments[0].Label;
        Assert.That(paper, Does.Contain($"Weekly roster: {baseline} Place").And.Not.Contain("no room"));
        string[] inShort = [.. Labels.Where(label => paper.Contains($"Weekly roster: {label}. As {baseline} but for these", Comparison))];
        Assert.That(inShort, Has.Length.EqualTo(Typical.Deployments.Count - 2), "all but the baseline and the one told about");
        Assert.That(paper.Split("20:00-06:00"), Has.Length.EqualTo(Typical.Deployments.Count), "each has one team at night");
    }

    [Test]
    public void What_paper_has_no_room_for_is_named_with_where_it_is()
    {
        StudyResult study = SampleRosters.Of(Typical, teams: 90, atNight: 90);
        string paper = Printed(study);
        string[] shown = [.. Labels.Where(label => paper.Contains($"Weekly roster: {label} Place", Comparison))];
        Assert.That(shown, Has.Length.GreaterThanOrEqualTo(2).And.Length.LessThan(Typical.Deployments.Count));
        Assert.That(shown, Does.Contain(Typical.Deployments[0].Label));
        string named = paper.Split("Weekly rosters for which there was no room here: ")[1].Split("They are in report.html")[0];
        Assert.That(Labels.Where(label => named.Contains(label, Comparison)), Is.EquivalentTo(Labels.Except(shown)));
        Assert.That(paper, Does.Contain("on the sheet Roster of results.xlsx"));
        string web = HtmlReport.Write(study, SampleStudy.Provenance, []);
        Assert.That(Labels.Where(label => !web.Contains($"Weekly roster: {label}<", Comparison)), Is.Empty);
    }

    private const StringComparison Comparison = StringComparison.Ordinal;

    private static string Printed(StudyResult study)
    {
        IReadOnlyList<PdfPage> pages = PdfReport.Pages(new ReportPage(study, SampleStudy.Provenance, SampleFigures.Of("typical")));
        Assert.That(pages, Has.Count.LessThanOrEqualTo(MostPages));
        return string.Join(' ', pages.SelectMany(page => PageText.Of(page.Scene)));
    }
}
