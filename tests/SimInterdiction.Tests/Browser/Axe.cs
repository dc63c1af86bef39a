using System.Net;
using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Browser;

/// <summary>Checks pages with axe-core for what keeps people from using them.</summary>
internal static class Axe
{
    private const string Verdict = """
        <script>
        axe.run().then(found => {
            const bad = found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical');
            const seen = document.createElement('pre');
            seen.id = 'axe';
            const words = bad.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' '));
            seen.textContent = found.passes.length + ' passed|' + words.join('; ');
            document.body.append(seen);
        });
        </script>
        """;

    /// <summary>Fails the test where axe finds something serious or critical.</summary>
    public static void FindsNothingIn(string html)
    {
        string axe = Chromium.Script("axe-core/axe.min.js");
        using var folder = new TemporaryFolder();
        string page = folder.File(
            "page.html",
            html.Replace("</body>", $"<script>{axe}</script>{Verdict}</body>", StringComparison.Ordinal)
        );
        string seen = Chromium.Run("--virtual-time-budget=60000", "--dump-dom", new Uri(page).AbsoluteUri);
        Match verdict = Regex.Match(seen, "<pre id=\"axe\">(?<n>\\d+) passed\\|(?<bad>.*?)</pre>", RegexOptions.Singleline);
        Assert.That(verdict.Success, seen.Length > 400 ? seen[^400..] : seen);
        Assert.That(int.Parse(verdict.Groups["n"].Value), Is.GreaterThan(15), "axe must have looked");
        Assert.That(WebUtility.HtmlDecode(verdict.Groups["bad"].Value), Is.Empty);
    }
}
