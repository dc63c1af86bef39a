using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Tests.Reporting.Tables;

public sealed class TablesAndReportTests
{
    private static readonly string[] InJson = ["title", "file", "sha256"];
    private static readonly string[] InMeasure = ["mean", "low", "high", "sd", "p10", "p90", "variance_left", "naive"];
    private static readonly string[] InComparison =
    [
        "deployment",
        "against",
        "measure",
        "difference",
        "low",
        "high",
        "better_in",
        "better_in_independent",
        "verdict",
        "pairing_gain",
        "variance_left",
    ];

    private static IEnumerable<string> Samples => SampleStudy.All.Keys;

    // Encoding the pictures of a report takes seconds: the typical one, the smallest, and one of steps.
    private static readonly string[] InReports = ["typical", "one", "steps"];

    [TestCaseSource(nameof(Samples))]
    public void The_terminal_table_fits_80_columns_of_plain_text(string sample)
    {
        foreach (string line in TerminalTable.Lines(SampleStudy.All[sample], SampleStudy.Provenance))
        {
            Assert.That(line, Has.Length.LessThanOrEqualTo(80));
            Assert.That(sample == "long labels" || line.All(char.IsAscii), line);
        }
    }

    [Test]
    public void The_terminal_table_reads_like_this() =>
        Assert.That(
            string.Join('\n', TerminalTable.Lines(SampleStudy.All["open"], SampleStudy.Provenance)),
            Is.EqualTo(
                """
                SYNTHETIC DATA   Seizure rate, 182 days, 400 paired replications, seed 2026
                  deployment   officer-  average  4 periods in 5  against baseline        better
                                  hours           fall between    (points, 95%)            in, %
                  Today          47,000    2.01%  1.5% to 2.5%    (baseline)
                  Houston to Dallas
                                 47,000    2.03%  1.5% to 2.6%    +0.02 (-0.07 to +0.11)      52
                  All units at night
                                 47,000    2.01%  1.5% to 2.5%    0.00 (-0.07 to +0.07)       50
                No difference from Today that matters (at least 0.1 points): All units at night.
                Not decided: Houston to Dallas. About 9,000 replications would decide (6,000 to
                30,000).
                Intervals cover chance only: 3 inputs marked uncertain are held at their best
                guess; traffickers don't adapt in this model.
                """
            )
        );

    [TestCaseSource(nameof(Samples))]
    public void Json_keeps_its_contract(string sample)
    {
        StudyResult study = SampleStudy.All[sample];
        using var json = JsonDocument.Parse(ResultJson.Write(study, SampleStudy.Provenance));
        JsonElement root = json.RootElement;
        Assert.That(root.GetProperty("scenario").EnumerateObject().Select(p => p.Name), Is.EqualTo(InJson));
        Assert.That(root.GetProperty("run").GetString(), Is.EqualTo("2026-11-24-b21e"));
        Assert.That(root.GetProperty("seed").GetInt64(), Is.EqualTo(2026));
        Assert.That(root.GetProperty("replications").GetInt32(), Is.EqualTo(study.Replications));
        Assert.That(root.GetProperty("elapsed_s").GetDouble(), Is.EqualTo(42.3));
        foreach (JsonProperty deployment in root.GetProperty("deployments").EnumerateObject())
        {
            JsonElement measures = deployment.Value.GetProperty("measures");
            Assert.That(measures.EnumerateObject().Select(m => m.Name), Is.EqualTo(MeasureCatalog.All.Select(m => m.Name)));
            Assert.That(measures.GetProperty("seizure_rate").EnumerateObject().Select(p => p.Name), Is.EqualTo(InMeasure));
            Assert.That(
                deployment
                    .Value.GetProperty("by")
                    .GetProperty("checkpoint")
                    .GetProperty("laredo")
                    .GetProperty("firearms_seized")
                    .TryGetProperty("low", out _)
            );
        }

        JsonElement comparisons = root.GetProperty("comparisons");
        Assert.That(comparisons.GetArrayLength(), Is.EqualTo(study.Deployments.Count - 1));
        foreach (JsonElement c in comparisons.EnumerateArray())
        {
            Assert.That(InComparison, Is.SubsetOf(c.EnumerateObject().Select(p => p.Name)));
        }
    }

    [Test]
    public void Json_names_the_deployments_that_may_be_the_best()
    {
        StudyResult study = SampleStudy.Typical();
        var best = new BestGroup
        {
            MayBeBest = ["today", "nights"],
            AgainstTheBest = [new("today", -.001, -.003, 0), new("nights", .001, 0, .003)],
        };
        using var json = JsonDocument.Parse(ResultJson.Write(study with { Best = best }, SampleStudy.Provenance));
        JsonElement found = json.RootElement.GetProperty("best");
        Assert.That(found.GetProperty("may_be_best").EnumerateArray().Select(e => e.GetString()), Is.EqualTo(new[] { "today", "nights" }));
        Assert.That(found.GetProperty("against_the_best_other")[1].GetProperty("high").GetDouble(), Is.EqualTo(.003));
        using var none = JsonDocument.Parse(ResultJson.Write(study with { Best = null }, SampleStudy.Provenance));
        Assert.That(none.RootElement.GetProperty("best").GetProperty("may_be_best").GetArrayLength(), Is.Zero);
    }

    [Test]
    public void Json_holds_shares_and_null_for_the_undefined()
    {
        using var typical = JsonDocument.Parse(ResultJson.Write(SampleStudy.Typical(), SampleStudy.Provenance));
        JsonElement first = typical.RootElement.GetProperty("comparisons")[0];
        Assert.That(first.GetProperty("difference").GetDouble(), Is.EqualTo(0.004).Within(1e-12));
        Assert.That(first.GetProperty("verdict").GetString(), Is.EqualTo("clearly better"));
        using var undefined = JsonDocument.Parse(ResultJson.Write(SampleStudy.All["undefined"], SampleStudy.Provenance));
        Assert.That(
            undefined.RootElement.GetProperty("comparisons")[0].GetProperty("difference").ValueKind,
            Is.EqualTo(JsonValueKind.Null)
        );
    }

    [Test]
    public void The_summary_is_tidy()
    {
        string[] lines = SummaryCsv.Write(SampleStudy.All["two"]).Trim('\uFEFF', '\n').Split('\n');
        Assert.That(lines[0], Is.EqualTo("deployment,measure,mean,low,high,sd,p10,p90,naive_mean,naive_low,naive_high"));
        Assert.That(lines, Has.Length.EqualTo(1 + (2 * MeasureCatalog.All.Count)));
        Assert.That(lines[1], Does.StartWith("today,seizure_rate,0.0201,"));
    }

    [TestCaseSource(nameof(InReports))]
    public void The_report_is_one_file_under_3_MB_that_asks_for_nothing(string sample)
    {
        string html = SampleFigures.Report(sample);
        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(3_000_000));
        Assert.That(Regex.IsMatch(html, "(src|href)\\s*=\\s*[\"']?(https?:)?//", RegexOptions.IgnoreCase), Is.False);
        Assert.That(
            html,
            Does.Not.Contain("@import")
                .And.Not.Contain("url(")
                .And.Not.Contain("<script")
                .And.Not.Contain("<link")
                .And.Not.Contain("<iframe")
        );
        Assert.That(Regex.Matches(html, "src=\"(?!data:image/)"), Is.Empty);
    }

    [TestCaseSource(nameof(InReports))]
    public void Every_picture_of_a_report_is_put_into_words(string sample)
    {
        string html = SampleFigures.Report(sample);
        Assert.That(Regex.Count(html, "<img "), Is.EqualTo(Regex.Count(html, "<img alt=\"[^\"]{40,}\"")));
    }

    [TestCaseSource(nameof(Samples))]
    public void The_report_can_be_read_without_seeing_it(string sample)
    {
        string html = HtmlReport.Write(SampleStudy.All[sample], SampleStudy.Provenance, []);
        Assert.That(Regex.Count(html, "<th[ >]"), Is.EqualTo(Regex.Count(html, "<th scope=\"(col|row)\"")));
        Assert.That(Regex.Count(html, "<table>"), Is.EqualTo(Regex.Count(html, "<caption><span class=\"caption\">[^<]+</span></caption>")));
        Assert.That(Regex.Count(html, "<h1>"), Is.EqualTo(1));
        Assert.That(Regex.Count(html, "<h2 id=\"[a-z]+\">[1-7]\\. "), Is.EqualTo(7));
    }

    [TestCaseSource(nameof(InReports))]
    public void Figures_follow_one_another_in_the_order_of_their_numbers(string sample)
    {
        int[] shown =
        [
            .. Regex.Matches(SampleFigures.Report(sample), "<figcaption>Figure ([0-9]+)<").Select(m => int.Parse(m.Groups[1].Value)),
        ];
        Assert.That(shown, Has.Length.GreaterThan(3).And.Ordered.And.Unique);
        Assert.That(shown, Is.EqualTo(SampleFigures.Of(sample).Select(f => f.Number)));
    }

    [Test]
    public void The_report_names_the_figures_that_it_lacks()
    {
        string html = SampleFigures.Report("typical");
        Assert.That(
            html,
            Does.Contain("Figures keep their numbers in every report. Not in this one: figure 5, which needs traffickers who adapt;")
        );
        Assert.That(
            html,
            Does.Contain(
                "; figure 16, which needs a sensitivity analysis of one input at a time; figure 17, which needs a sensitivity analysis of "
                    + "two inputs together; figure 18, which needs a sensitivity analysis of all inputs at once;"
            )
        );
        Assert.That(SampleFigures.Report("adapting"), Does.Not.Contain("traffickers who adapt;"));
        Assert.That(HtmlReport.Write(SampleStudy.Typical(), SampleStudy.Provenance, []), Does.Not.Contain("Not in this one"));
    }

    [Test]
    public void The_report_says_what_limits_it_and_how_to_reproduce_it()
    {
        string html = SampleFigures.Report("typical");
        Assert.That(html, Does.Not.Contain("what a second team at one place adds"), "no two are posted together");
        Assert.That(html, Does.Contain("Absolute numbers rest on assumptions"));
        Assert.That(html, Does.Contain("Traffickers don&#39;t adapt in this study"));
        Assert.That(html, Does.Contain("simint run southbound.yaml --replications 400 --seed 2026"));
        Assert.That(html, Does.Contain("Southwest border &lt;October&gt; &amp; March").And.Not.Contain("<October>"));
        Assert.That(html, Does.Contain("Measured, pairing is worth 2.4 times the replications"));
        Assert.That(html, Does.Contain("GAO-21-322").And.Contain("team_types.trafficking_unit.further_team_adds"));
    }
}
