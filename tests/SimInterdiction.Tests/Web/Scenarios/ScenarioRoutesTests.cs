using System.Text.Json;

namespace SimInterdiction.Tests.Web.Scenarios;

public sealed class ScenarioRoutesTests
{
    [Test]
    public async Task Files_are_listed_with_what_they_ask_and_their_last_answer()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Append("title: Bridges\nquestion: One team or two?");
        visit.Desk.Folder.File("notes.txt", "no scenario");
        visit.Desk.Folder.File("other.yml", "{}");
        JsonElement before = await visit.Get("/api/scenarios");
        Assert.That(Files(before).Select(file => file.GetProperty("file").GetString()), Is.EqualTo(new[] { "other.yml", "plan.yaml" }));
        Assert.That(Files(before).Select(file => file.GetProperty("last").ValueKind), Has.All.EqualTo(JsonValueKind.Null));
        JsonElement facts = await visit.Get("/api/scenarios/plan.yaml");
        Assert.That(
            (facts.GetProperty("title").GetString(), facts.GetProperty("question").GetString(), facts.GetProperty("about").GetString()),
            Is.EqualTo(("Bridges", "One team or two?", "3 deployments, 30 days, 40 replications each"))
        );

        JsonElement news = await visit.RunToTheEnd();
        JsonElement last = Last(await visit.Get("/api/scenarios"));
        Assert.That(last.GetProperty("run").GetString(), Is.EqualTo(news.GetProperty("run").GetString()));
        Assert.That(last.GetProperty("answer").GetString(), Is.Not.Empty);
        Assert.That(last.GetProperty("outOfDate").ValueKind, Is.EqualTo(JsonValueKind.Null));

        visit.Desk.Append("# another line");
        Assert.That(
            Last(await visit.Get("/api/scenarios")).GetProperty("outOfDate").GetString(),
            Is.EqualTo("plan.yaml has changed since")
        );
    }

    [Test]
    public async Task A_mistake_is_told_with_its_place_and_the_words_of_check()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Append("lenght: 3 days");
        JsonElement facts = await visit.Get("/api/scenarios/plan.yaml");
        Assert.That(facts.GetProperty("errors").GetInt32(), Is.EqualTo(1));
        JsonElement problem = facts.GetProperty("problems").EnumerateArray().First(each => each.GetProperty("isError").GetBoolean());
        Assert.That(problem.GetProperty("place").GetString(), Does.Match("^plan.yaml, line \\d+, column 1$"));
        Assert.That(problem.GetProperty("message").GetString(), Does.Contain("lenght"));
    }

    [Test]
    public async Task A_folder_or_file_that_is_gone_is_said_in_a_sentence()
    {
        await using PageVisit visit = await PageVisit.Begin();
        Assert.That((await visit.Refusal(HttpMethod.Get, "/api/scenarios/none.yaml")).Status, Is.EqualTo(404));
        Directory.Delete(visit.Desk.Folder, recursive: true);
        (int status, string sentence) = await visit.Refusal(HttpMethod.Get, "/api/scenarios");
        Assert.That((status, sentence), Is.EqualTo((404, $"The folder '{visit.Desk.Folder}' is no longer there.")));
        Assert.That((await visit.Refusal(HttpMethod.Get, "/api/scenarios/plan.yaml")).Status, Is.EqualTo(404));
    }

    private static JsonElement.ArrayEnumerator Files(JsonElement list) => list.GetProperty("files").EnumerateArray();

    private static JsonElement Last(JsonElement list) =>
        Files(list).Single(file => file.GetProperty("file").GetString() == "plan.yaml").GetProperty("last");
}
