using System.Net;
using System.Text.RegularExpressions;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Tests.Reporting;

namespace SimInterdiction.Tests.Browser;

public sealed class ReportInBrowserTests
{
    private const string Verdict = """
        <script>
        axe.run().then(found => {
            const bad = found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical');
            const seen = document.createElement('pre');
            seen.id = 'axe';
            seen.textContent = found.passes.length + ' passed|' + bad.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' ')).join('; ');
            document.body.append(seen);
        });
        </script>
        """;

    [TestCase("typical")]
    [TestCase("one")]
    public void The_report_can_be_used_by_everyone_as_axe_sees_it(string sample)
    {
        string axe = Chromium.Script("axe-core/axe.min.js");
        using var folder = new TemporaryFolder();
        string page = folder.File("report.html", Report(sample).Replace("</body>", $"<script>{axe}</script>{Verdict}</body>", StringComparison.Ordinal));
        string seen = Chromium.Run("--virtual-time-budget=60000", "--dump-dom", new Uri(page).AbsoluteUri);
        Match verdict = Regex.Match(seen, "<pre id=\"axe\">(?<n>\\d+) passed\\|(?<bad>.*?)</pre>", RegexOptions.Singleline);
        Assert.That(verdict.Success, seen.Length > 400 ? seen[^400..] : seen);
        Assert.That(int.Parse(verdict.Groups["n"].Value), Is.GreaterThan(15), "axe must have looked");
        Assert.That(WebUtility.HtmlDecode(verdict.Groups["bad"].Value), Is.Empty);
    }

    [Test]
    public void Nothing_is_wider_than_a_narrow_screen_but_what_scrolls()
    {
        using var folder = new TemporaryFolder();
        const string Measure = "<script>document.body.insertAdjacentHTML('beforeend', '<pre id=\"width\">' + document.documentElement.scrollWidth + ' of ' + document.documentElement.clientWidth + '</pre>')</script>";
        string report = folder.File("report.html", Report("typical").Replace("</body>", $"{Measure}</body>", StringComparison.Ordinal));
        string seen = Chromium.Run("--window-size=500,900", "--dump-dom", new Uri(report).AbsoluteUri);
        Match size = Regex.Match(seen, "<pre id=\"width\">(\\d+) of (\\d+)</pre>");
        Assert.That(size.Success);
        Assert.That(int.Parse(size.Groups[1].Value), Is.LessThanOrEqualTo(int.Parse(size.Groups[2].Value)));
    }

    private static string Report(string sample) =>
        HtmlReport.Write(SampleStudy.All[sample], SampleStudy.Provenance, SampleFigures.Of(sample));
}
