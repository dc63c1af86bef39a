using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
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
    public async Task A_text_that_is_there_already_is_saved_whatever_it_was_made_of()
    {
        await using PageVisit visit = await PageVisit.Begin();
        JsonElement opened = await visit.Get("/api/texts/plan.yaml");
        JsonElement saved = await visit.Post(
            "/api/texts/plan.yaml",
            new { text = opened.GetProperty("text").GetString(), basedOn = "of an answer that got lost" }
        );
        Assert.That(saved.GetProperty("sha256").GetString(), Is.EqualTo(opened.GetProperty("sha256").GetString()));
    }

    [Test]
    public async Task What_could_not_be_opened_again_is_not_written()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string before = File.ReadAllText(visit.Desk.File);
        Assert.That(await Refused(visit, new string('é', 1_100_000)), Is.EqualTo((413, "It was not saved: it has more than 2 MB.")));
        Assert.That(await Refused(visit, "a: 1\0"), Is.EqualTo((400, "It was not saved: it holds a character NUL, which no text has.")));
        Assert.That(File.ReadAllText(visit.Desk.File), Is.EqualTo(before));
    }

    [Test]
    public async Task A_file_that_became_something_else_meanwhile_is_left_as_it_is()
    {
        await using PageVisit visit = await PageVisit.Begin();
        foreach ((byte[] theirs, int expected) in new[] { (new byte[] { 97, 0, 255 }, 415), (new byte[3_000_000], 413) })
        {
            File.WriteAllBytes(visit.Desk.File, theirs);
            (int status, string sentence) = await Refused(visit, "mine: 1\n");
            Assert.That(status, Is.EqualTo(expected));
            Assert.That(
                sentence,
                Does.StartWith("'plan.yaml' was changed meanwhile").And.EndsWith("your text was not saved, and is still here.")
            );
            Assert.That(File.ReadAllBytes(visit.Desk.File), Is.EqualTo(theirs));
        }
    }

    [Test]
    public async Task Who_may_read_and_write_a_file_stays_as_it_is()
    {
        await using PageVisit visit = await PageVisit.Begin();
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("A folder says it there.");
            return;
        }

        File.SetUnixFileMode(visit.Desk.File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Save(visit, "plan.yaml", "a: 1\n");
        Assert.That(File.GetUnixFileMode(visit.Desk.File), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        File.SetUnixFileMode(visit.Desk.File, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Assert.That(
            await Refused(visit, "a: 2\n"),
            Is.EqualTo((403, "'plan.yaml' is write-protected; your text was not saved, and is still here."))
        );
        Assert.That(File.ReadAllText(visit.Desk.File), Is.EqualTo("a: 1\n"));
    }

    [Test]
    public async Task A_link_stays_a_link_and_what_it_leads_to_is_saved()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string target = Path.Combine(Directory.CreateDirectory(Path.Combine(visit.Desk.Folder, "below")).FullName, "real.yaml");
        File.WriteAllText(target, "a: 1\n");
        string link = Path.Combine(visit.Desk.Folder, "link.yaml");
        File.CreateSymbolicLink(link, target);
        await Save(visit, "link.yaml", "a: 2\n");
        Assert.That((File.ReadAllText(target), new FileInfo(link).LinkTarget), Is.EqualTo(("a: 2\n", target)));
    }

    [Test]
    public async Task A_file_with_the_longest_name_is_saved()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string name = $"{new string('n', 250)}.yaml";
        visit.Desk.Folder.File(name, "a: 1\n");
        await Save(visit, name, "a: 2\n");
        Assert.That(File.ReadAllText(Path.Combine(visit.Desk.Folder, name)), Is.EqualTo("a: 2\n"));
    }

    [TestCase("/api/check")]
    [TestCase("/api/mends")]
    [TestCase("/api/model")]
    [TestCase("/api/map")]
    public async Task A_name_that_no_file_has_is_not_asked_for(string path)
    {
        await using PageVisit visit = await PageVisit.Begin();
        using var content = JsonContent.Create(new { file = "a\0b", text = "a: 1" });
        Assert.That(await visit.Refusal(HttpMethod.Post, path, content), Is.EqualTo((400, "That is not what is asked for here.")));
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

    private static async Task Save(PageVisit visit, string file, string text)
    {
        string seen = (await visit.Get($"/api/texts/{file}")).GetProperty("sha256").GetString()!;
        await visit.Post($"/api/texts/{file}", new { text, basedOn = seen });
    }

    private static async Task<(int Status, string Sentence)> Refused(PageVisit visit, string text)
    {
        string seen = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(visit.Desk.File)));
        using var content = JsonContent.Create(new { text, basedOn = seen });
        return await visit.Refusal(HttpMethod.Post, "/api/texts/plan.yaml", content);
    }
}
