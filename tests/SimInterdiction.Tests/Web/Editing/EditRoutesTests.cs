using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Web.Editing;

public sealed class EditRoutesTests
{
    [TestCase("a: 1\nb: 2\n")]
    [TestCase("a: 1\r\nb: 2\r\n")]
    [TestCase("\uFEFFa: 1\r\nb: 2\nc: 3")]
    [TestCase("# Grüße 😀 \t \n\n\n")]
    [TestCase("")]
    public async Task A_text_saved_as_it_was_opened_has_the_same_bytes(string text)
    {
        await using PageVisit visit = await PageVisit.Begin();
        byte[] before = Encoding.UTF8.GetBytes(text);
        File.WriteAllBytes(visit.Desk.File, before);
        JsonElement opened = await visit.Get("/api/texts/plan.yaml");
        Assert.That(opened.GetProperty("text").GetString(), Is.EqualTo(text));
        await visit.Post("/api/texts/plan.yaml", new { text, basedOn = opened.GetProperty("sha256").GetString() });
        Assert.That(File.ReadAllBytes(visit.Desk.File), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(visit.Desk.Folder), Has.Length.EqualTo(1), "no draft is left");
    }

    [Test]
    public async Task What_somebody_else_wrote_meanwhile_is_not_lost()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string seen = (await visit.Get("/api/texts/plan.yaml")).GetProperty("sha256").GetString()!;
        File.WriteAllText(visit.Desk.File, "theirs: 1\n");
        using HttpResponseMessage refused = await visit.Send(
            HttpMethod.Post,
            "/api/texts/plan.yaml",
            JsonContent.Create(new { text = "mine: 1\n", basedOn = seen })
        );
        JsonElement conflict = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(
            (refused.StatusCode, conflict.GetProperty("text").GetString(), File.ReadAllText(visit.Desk.File)),
            Is.EqualTo((HttpStatusCode.Conflict, "theirs: 1\n", "theirs: 1\n"))
        );
        await visit.Post("/api/texts/plan.yaml", new { text = "both: 1\n", basedOn = conflict.GetProperty("sha256").GetString() });
        Assert.That(File.ReadAllText(visit.Desk.File), Is.EqualTo("both: 1\n"));
    }

    [Test]
    public async Task A_link_stays_a_link_and_what_it_leads_to_is_saved()
    {
        await using PageVisit visit = await PageVisit.Begin();
        using var elsewhere = new TemporaryFolder();
        string target = elsewhere.File("real.yaml", "a: 1\n");
        string link = Path.Combine(visit.Desk.Folder, "link.yaml");
        File.CreateSymbolicLink(link, target);
        string seen = (await visit.Get("/api/texts/link.yaml")).GetProperty("sha256").GetString()!;
        await visit.Post("/api/texts/link.yaml", new { text = "a: 2\n", basedOn = seen });
        Assert.That((File.ReadAllText(target), new FileInfo(link).LinkTarget), Is.EqualTo(("a: 2\n", target)));
    }

    [Test]
    public async Task What_is_no_text_or_too_large_or_not_there_is_said_in_a_sentence()
    {
        await using PageVisit visit = await PageVisit.Begin();
        File.WriteAllBytes(Path.Combine(visit.Desk.Folder, "binary.yaml"), [0xFF, 0xFE, 0, 1, 2]);
        File.WriteAllBytes(Path.Combine(visit.Desk.Folder, "nul.yaml"), [97, 0, 98]);
        File.WriteAllText(Path.Combine(visit.Desk.Folder, "large.yaml"), new string('a', 3_000_000));
        Assert.That(await visit.Refusal(HttpMethod.Get, "/api/texts/binary.yaml"), Is.EqualTo((415, "'binary.yaml' is no text in UTF-8.")));
        Assert.That(await visit.Refusal(HttpMethod.Get, "/api/texts/nul.yaml"), Is.EqualTo((415, "'nul.yaml' is no text.")));
        Assert.That(await visit.Refusal(HttpMethod.Get, "/api/texts/large.yaml"), Is.EqualTo((413, "'large.yaml' has more than 2 MB.")));
        Assert.That((await visit.Refusal(HttpMethod.Get, "/api/texts/none.yaml")).Status, Is.EqualTo(404));
        using var huge = JsonContent.Create(new { text = new string('a', 13_000_000), basedOn = "" });
        Assert.That(await visit.Refusal(HttpMethod.Post, "/api/texts/plan.yaml", huge), Is.EqualTo((413, "That is too large.")));
    }

    [Test]
    public async Task A_file_that_can_not_be_written_is_as_it_was()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string before = File.ReadAllText(visit.Desk.File);
        string seen = (await visit.Get("/api/texts/plan.yaml")).GetProperty("sha256").GetString()!;

        // Also for an administrator, whom no permission keeps out.
        string folder = Path.Combine(visit.Desk.Folder, "gone");
        Directory.CreateDirectory(folder);
        string link = Path.Combine(visit.Desk.Folder, "link.yaml");
        File.WriteAllText(Path.Combine(folder, "real.yaml"), before);
        File.CreateSymbolicLink(link, Path.Combine(folder, "real.yaml"));
        Directory.Delete(folder, recursive: true);
        using var content = JsonContent.Create(new { text = "a: 1\n", basedOn = seen });
        (int status, string sentence) = await visit.Refusal(HttpMethod.Post, "/api/texts/link.yaml", content);
        Assert.That((status, sentence), Is.EqualTo((500, sentence)));
        Assert.That(sentence, Does.StartWith("It could not be saved: "));
        Assert.That(File.ReadAllText(visit.Desk.File), Is.EqualTo(before));
    }

    [Test]
    public async Task Mistakes_have_the_words_and_places_of_check()
    {
        await using PageVisit visit = await PageVisit.Begin();
        foreach (string file in Directory.GetFiles(Files.InRepository("scenarios")))
        {
            File.Copy(file, Path.Combine(visit.Desk.Folder, Path.GetFileName(file)));
        }

        string good = File.ReadAllText(Path.Combine(visit.Desk.Folder, "two-corridors.yaml"));
        foreach (string bad in new[] { good.Replace("40 firearms per day", "40"), good.Replace("port:", "prt:"), "a: [", good + "\nx: 1" })
        {
            string path = Path.Combine(visit.Desk.Folder, "bad.yaml");
            File.WriteAllText(path, bad);
            IReadOnlyList<Problem> problems = ScenarioReader.ReadFile(path).Problems;
            JsonElement found = await visit.Post("/api/check", new { file = "bad.yaml", text = bad });
            Assert.That(
                found
                    .EnumerateArray()
                    .Select(each =>
                        (
                            each.GetProperty("line").GetInt32(),
                            each.GetProperty("column").GetInt32(),
                            each.GetProperty("length").GetInt32(),
                            each.GetProperty("message").GetString()
                        )
                    ),
                Is.EqualTo(problems.Select(each => (each.Line, each.Column, each.Length, each.Message))).And.Not.Empty
            );
        }
    }

    [Test]
    public async Task The_model_is_told_as_show_and_expect_tell_it()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string text = File.ReadAllText(Files.InRepository("scenarios/two-corridors.yaml"));
        JsonElement model = await visit.Post("/api/model", new { file = "two.yaml", text });
        Assert.That(
            (await visit.Post("/api/expect", new { file = "two.yaml", text }))
                .EnumerateArray()
                .Select(each => each.GetProperty("share").GetString()),
            Is.EqualTo(new[] { "12.0%", "8.0%", "20.0%" })
        );
        Assert.That(
            model.GetProperty("deployments").EnumerateArray().Select(each => each.GetProperty("hours").GetString()),
            Is.EqualTo(new[] { Digits.Hours(12_960), Digits.Hours(12_960), Digits.Hours(25_920) })
        );
        JsonElement team = model.GetProperty("deployments")[0].GetProperty("teams")[0];
        Assert.That(
            new[] { "stops", "finds", "seizes" }.Select(chance => team.GetProperty(chance).GetString()),
            Is.EqualTo(new[] { "40%", "50%", "20%" })
        );
        Assert.That(
            model.GetProperty("corridors").EnumerateArray().Select(each => each.GetProperty("ofAll").GetString()),
            Is.EquivalentTo(new[] { "60%", "40%" })
        );
        using var content = JsonContent.Create(new { file = "two.yaml", text = "a: 1" });
        Assert.That(await visit.Refusal(HttpMethod.Post, "/api/model", content), Is.EqualTo((409, "The scenario has mistakes.")));
    }

    [Test]
    public async Task What_may_be_written_at_the_cursor_is_offered_with_the_names_of_the_files_beside()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Folder.File("places.csv", "name,lat,lon\nfar,30,-100\n");
        const string Text = "places: { from: places.csv }\ntask_forces: { unit: { home: ";
        JsonElement found = await visit.Post("/api/complete", new { text = Text, cursor = Text.Length });
        Assert.That(found.GetProperty("options")[0].GetProperty("label").GetString(), Is.EqualTo("far"));
        (int status, _) = await visit.Refusal(HttpMethod.Post, "/api/complete", JsonContent.Create(new { text = "a", cursor = 2 }));
        Assert.That(status, Is.EqualTo(400));
    }

    [Test]
    public async Task Mends_are_of_the_problems_that_check_tells()
    {
        await using PageVisit visit = await PageVisit.Begin();
        var wish = new { file = "plan.yaml", text = File.ReadAllText(visit.Desk.File).Replace("finds: 50%", "fnids: 50%") };
        JsonElement problem = (await visit.Post("/api/check", wish))[0];
        JsonElement mend = (await visit.Post("/api/mends", wish)).EnumerateArray().Single();
        Assert.That(mend.GetProperty("by").GetString(), Is.EqualTo("finds"));
        foreach (string part in new[] { "line", "column" })
        {
            Assert.That(mend.GetProperty(part).GetInt32(), Is.EqualTo(problem.GetProperty(part).GetInt32()));
        }

        Assert.That(problem.GetProperty("hint").GetString(), Is.EqualTo("did you mean 'finds'?"));
    }
}
