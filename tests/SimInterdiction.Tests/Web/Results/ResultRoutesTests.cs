using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Web.Results;

public sealed partial class ResultRoutesTests
{
    [Test]
    public async Task Every_run_is_listed_with_its_state_and_answer()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Append("title: Roads out of Arizona");
        Assert.That((await visit.Get("/api/runs")).GetProperty("runs").GetArrayLength(), Is.Zero);
        JsonElement news = await visit.RunToTheEnd(
            new
            {
                file = "plan.yaml",
                replications = 20,
                name = "few",
            }
        );
        JsonElement row = (await visit.Get("/api/runs")).GetProperty("runs").EnumerateArray().Single();
        Assert.That(
            (row.GetProperty("name").GetString(), row.GetProperty("state").GetString(), row.GetProperty("replications").GetInt32()),
            Is.EqualTo(("few", "finished", 20))
        );
        Assert.That(row.GetProperty("title").GetString(), Is.EqualTo("Roads out of Arizona"));
        Assert.That(row.GetProperty("run").GetString(), Is.EqualTo(news.GetProperty("run").GetString()));
        Assert.That(news.GetProperty("ending").GetString(), Is.EqualTo($"{row.GetProperty("answer").GetString()!.TrimEnd('.')}."));
    }

    [TestCase("html", "report.html")]
    [TestCase("xlsx", "results.xlsx")]
    [TestCase("brief", "brief.pdf")]
    [TestCase("brief", "brief.docx")]
    public async Task A_download_is_what_the_command_writes(string format, string file)
    {
        await using PageVisit visit = await PageVisit.Begin(asCommands: true);
        JsonElement news = await visit.RunToTheEnd();
        string run = news.GetProperty("run").GetString()!;
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, $"/runs/{run}/{file}?download");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        byte[] downloaded = await answer.Content.ReadAsByteArrayAsync();
        using var target = new TemporaryFolder();
        string folder = Path.Combine(visit.Desk.Workspace.Results, run);
        Assert.That(Simint.Call("report", folder, "--format", format, "--to", target.Path).Code, Is.Zero);
        byte[] written = File.ReadAllBytes(Path.Combine(target, file));
        Assert.That(Content(downloaded), Is.EqualTo(Content(written)));
    }

    [Test]
    public async Task A_report_in_the_page_can_run_no_script_whatever_is_in_it()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Append("title: \"<script>alert(1)</script><img src=x onerror=alert(1)>\"");
        JsonElement news = await visit.RunToTheEnd();
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, $"/runs/{news.GetProperty("run").GetString()}/report.html");
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none';").And.Contain("sandbox").And.Not.Contain("script-src"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("&lt;script&gt;").And.Not.Contain("<script"));
    }

    [TestCase("/api/runs/plan/none")]
    [TestCase("/runs/plan/none/report.html")]
    [TestCase("/runs/none/none/deck.pptx")]
    public async Task A_run_that_is_not_there_is_said_in_a_sentence(string path)
    {
        await using PageVisit visit = await PageVisit.Begin();
        Assert.That(await visit.Refusal(HttpMethod.Get, path), Is.EqualTo((404, "There is no such run.")));
    }

    [Test]
    public async Task A_run_whose_manifest_is_damaged_is_listed_and_has_no_report()
    {
        await using PageVisit visit = await PageVisit.Begin();
        JsonElement news = await visit.RunToTheEnd();
        string run = news.GetProperty("run").GetString()!;
        File.WriteAllText(Path.Combine(visit.Desk.Workspace.Results, run, "manifest.json"), "{");
        JsonElement row = (await visit.Get("/api/runs")).GetProperty("runs").EnumerateArray().Single();
        Assert.That(row.GetProperty("state").GetString(), Is.EqualTo("damaged"));
        (int status, string sentence) = await visit.Refusal(HttpMethod.Get, $"/runs/{run}/report.html");
        Assert.That((status, sentence), Is.EqualTo((409, "The manifest of this run is damaged, or not one that this version can read.")));
    }

    // A workbook or document is an archive that says when it was made, and whose parts name each other at random.
    private static byte[] Content(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
        {
            return file;
        }

        using var archive = new ZipArchive(new MemoryStream(file));
        string[] texts =
        [
            .. archive
                .Entries.Where(each => TextPart().IsMatch(each.FullName))
                .OrderBy(each => each.FullName, StringComparer.Ordinal)
                .Select(TextOf),
        ];
        Assert.That(texts, Is.Not.Empty);
        return Encoding.UTF8.GetBytes(string.Concat(texts));
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return NameOfPart().Replace(reader.ReadToEnd(), "");
    }

    [GeneratedRegex("worksheets/sheet|word/document.xml")]
    private static partial Regex TextPart();

    [GeneratedRegex("r:(id|embed|link)=\"[^\"]*\"")]
    private static partial Regex NameOfPart();
}
