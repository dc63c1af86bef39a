using System.Text.RegularExpressions;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Tests.Reporting;

namespace SimInterdiction.Tests.Browser;

[Explicit("Needs a browser."), Category("Slow")]
public sealed class ReportInBrowserTests
{
    [TestCase("typical")]
    [TestCase("one")]
    public void The_report_can_be_used_by_everyone_as_axe_sees_it(string sample)
    {
        Axe.FindsNothingIn(SampleFigures.Report(sample));
    }

    [Test]
    public void Nothing_is_wider_than_a_narrow_screen_but_what_scrolls()
    {
        using var folder = new TemporaryFolder();
        const string Measure =
            "<script>document.body.insertAdjacentHTML('beforeend', '<pre id=\"width\">' + "
            + "document.documentElement.scrollWidth + ' of ' + document.documentElement.clientWidth + '</pre>')</script>";
        string report = folder.File(
            "report.html",
            SampleFigures.Report("typical").Replace("</body>", $"{Measure}</body>", StringComparison.Ordinal)
        );
        string seen = Chromium.Run("--window-size=500,900", "--dump-dom", new Uri(report).AbsoluteUri);
        Match size = Regex.Match(seen, "<pre id=\"width\">(\\d+) of (\\d+)</pre>");
        Assert.That(size.Success);
        Assert.That(int.Parse(size.Groups[1].Value), Is.LessThanOrEqualTo(int.Parse(size.Groups[2].Value)));
    }

    [TestCase("adapting")]
    [TestCase("many adapting")]
    public void The_comparison_of_deployments_fits_a_screen(string sample)
    {
        using var folder = new TemporaryFolder();
        const string Measure =
            "<script>const t = document.querySelector('.table'); document.body.insertAdjacentHTML('beforeend', '<pre "
            + "id=\"width\">' + t.scrollWidth + ' of ' + t.clientWidth + '</pre>')</script>";
        string table = HtmlReport.Write(SampleStudy.All[sample], SampleStudy.Provenance, []);
        string report = folder.File("report.html", table.Replace("</body>", $"{Measure}</body>", StringComparison.Ordinal));
        Match size = Regex.Match(
            Chromium.Run("--window-size=1280,900", "--dump-dom", new Uri(report).AbsoluteUri),
            "<pre id=\"width\">(\\d+) of (\\d+)</pre>"
        );
        Assert.That(int.Parse(size.Groups[1].Value), Is.LessThanOrEqualTo(int.Parse(size.Groups[2].Value)));
    }
}
