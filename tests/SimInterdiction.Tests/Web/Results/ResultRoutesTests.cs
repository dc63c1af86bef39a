using System.Net;
using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Web.Results;

public sealed class ResultRoutesTests
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
    [TestCase("pptx", "deck.pptx")]
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
        Assert.That(downloaded.AsSpan().SequenceEqual(written), "To the last byte.");
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

    [Test]
    public async Task List_and_page_of_a_killed_run_tell_the_same_replications()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy();
        int number = await visit.Start();
        await visit.News(number, news => news.GetProperty("done").GetInt32() > 0);
        await visit.Post($"/api/queue/{number}/stop", new { });
        JsonElement news = await visit.News(number, news => news.GetProperty("isOver").GetBoolean());
        string run = news.GetProperty("run").GetString()!;
        string manifest = Path.Combine(visit.Desk.Workspace.Results, run, "manifest.json");
        int done = RunManifest.Read(Path.GetDirectoryName(manifest)!)!.Replications;
        File.WriteAllText(
            manifest,
            File.ReadAllText(manifest).Replace($"\"replications\": {done},", "\"replications\": 0,", StringComparison.Ordinal)
        );
        JsonElement listed = (await visit.Get("/api/runs")).GetProperty("runs").EnumerateArray().Single();
        JsonElement one = (await visit.Get($"/api/runs/{run}")).GetProperty("row");
        Assert.That((listed.GetProperty("replications").GetInt32(), one.GetProperty("replications").GetInt32()), Is.EqualTo((done, done)));
    }

    [TestCase("back\\slash")]
    [TestCase("two\nlines")]
    [TestCase("esc\u001b[1m: a drive")]
    [Platform(Exclude = "Win", Reason = "Such names are not possible there.")]
    public async Task Whatever_the_list_names_can_be_opened(string name)
    {
        await using PageVisit visit = await PageVisit.Begin();
        File.Move(visit.Desk.File, Path.Combine(visit.Desk.Folder, $"{name}.yaml"));
        await visit.RunToTheEnd(new { file = $"{name}.yaml" });
        JsonElement row = (await visit.Get("/api/runs")).GetProperty("runs").EnumerateArray().Single();
        string run = string.Join('/', row.GetProperty("run").GetString()!.Split('/').Select(Uri.EscapeDataString));
        Assert.That(run, Does.StartWith(Uri.EscapeDataString(name)));
        foreach (string part in new[] { "", "/measures", "/figures", "/findings" })
        {
            Assert.That((await visit.Get($"/api/runs/{run}{part}")).ValueKind, Is.Not.EqualTo(JsonValueKind.Null), part);
        }

        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, $"/runs/{run}/brief.docx");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await visit.Get($"/api/comparison?run={run}&run={run}")).GetProperty("runs").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_run_that_has_lost_its_manifest_is_listed_and_can_be_opened()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        File.Delete(Path.Combine(visit.Desk.Workspace.Results, run, "manifest.json"));
        Assert.That((await visit.Get("/api/runs")).GetProperty("runs")[0].GetProperty("state").GetString(), Is.EqualTo("damaged"));
        Assert.That((await visit.Get($"/api/runs/{run}")).GetProperty("row").GetProperty("state").GetString(), Is.EqualTo("damaged"));
    }
}
