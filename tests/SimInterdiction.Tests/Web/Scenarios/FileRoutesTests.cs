using System.Net.Http.Json;
using System.Text.Json;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Web.Scenarios;

public sealed class FileRoutesTests
{
    [Test]
    public async Task A_new_scenario_has_the_name_it_was_given_and_is_never_over_another()
    {
        await using PageVisit visit = await PageVisit.Begin();
        Assert.That((await visit.Get("/api/templates")).EnumerateArray().Select(each => each.GetString()), Does.Contain("smallest"));
        JsonElement made = await visit.Post("/api/scenarios", new { name = "Nogales spring", template = "smallest" });
        Assert.That(made.GetProperty("file").GetString(), Is.EqualTo("Nogales spring.yaml"));
        Assert.That(ScenarioReader.ReadFile(Path.Combine(visit.Desk.Folder, "Nogales spring.yaml")).Problems, Is.Empty);
        Assert.That(
            await Refusal(visit, new { name = "Nogales spring.yaml", template = "smallest" }),
            Is.EqualTo((409, "There is a file 'Nogales spring.yaml' already."))
        );
        Assert.That((await Refusal(visit, new { name = "other", template = "none" })).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Of_several_who_want_one_name_at_once_one_gets_it()
    {
        await using PageVisit visit = await PageVisit.Begin();
        int[] answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        using var wish = JsonContent.Create(new { name = "one", text = $"# {i}" });
                        using HttpResponseMessage answer = await visit.Send(HttpMethod.Post, "/api/scenarios", wish);
                        return (int)answer.StatusCode;
                    })
                )
        );
        Assert.That(answers.Order(), Is.EqualTo(Enumerable.Repeat(409, 11).Prepend(201)));
        Assert.That(File.ReadAllText(Path.Combine(visit.Desk.Folder, "one.yaml")), Does.Match("^# [0-9]+$"));
        Assert.That(Directory.GetFiles(visit.Desk.Folder), Has.Length.EqualTo(2), "with plan, and no draft");
    }

    [TestCase("../plan")]
    [TestCase("a/b")]
    [TestCase(".hidden")]
    [TestCase("")]
    [TestCase("plan.yaml.")]
    [TestCase("a\\b")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await using PageVisit visit = await PageVisit.Begin();
        string[] before = Directory.GetFiles(visit.Desk.Folder, "*", SearchOption.AllDirectories);
        (int status, string sentence) = await Refusal(visit, new { name, template = "smallest" });
        Assert.That((status, sentence.StartsWith("A file's name", StringComparison.Ordinal)), Is.EqualTo((400, true)), sentence);
        Assert.That(Directory.GetFiles(visit.Desk.Folder, "*", SearchOption.AllDirectories), Is.EqualTo(before));
    }

    [Test]
    public async Task A_copy_has_the_same_bytes_and_takes_no_name_that_is_taken()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Append("# kept");
        JsonElement made = await visit.Post("/api/scenarios", new { name = "copy", copyOf = "plan.yaml" });
        Assert.That(made.GetProperty("file").GetString(), Is.EqualTo("copy.yaml"));
        Assert.That(File.ReadAllBytes(Path.Combine(visit.Desk.Folder, "copy.yaml")), Is.EqualTo(File.ReadAllBytes(visit.Desk.File)));
        Assert.That((await Refusal(visit, new { name = "plan", copyOf = "copy.yaml" })).Status, Is.EqualTo(409));
        Assert.That((await Refusal(visit, new { name = "third", copyOf = "none.yaml" })).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task What_is_deleted_is_kept_aside_each_time()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string text = File.ReadAllText(visit.Desk.File);
        JsonElement first = await visit.Post("/api/scenarios/plan.yaml/delete", new { });
        Assert.That(first.GetProperty("kept").GetString(), Is.EqualTo(".deleted/plan.yaml"));
        Assert.That((await visit.Get("/api/scenarios")).GetProperty("files").GetArrayLength(), Is.Zero);
        File.WriteAllText(visit.Desk.File, "title: another");
        JsonElement second = await visit.Post("/api/scenarios/plan.yaml/delete", new { });
        Assert.That(second.GetProperty("kept").GetString(), Is.EqualTo(".deleted/plan-2.yaml"));
        Assert.That(File.ReadAllText(Path.Combine(visit.Desk.Folder, ".deleted", "plan.yaml")), Is.EqualTo(text));
        using var nothing = JsonContent.Create(new { });
        Assert.That((await visit.Refusal(HttpMethod.Post, "/api/scenarios/plan.yaml/delete", nothing)).Status, Is.EqualTo(404));
    }

    private static async Task<(int Status, string Sentence)> Refusal(PageVisit visit, object wish)
    {
        using var content = JsonContent.Create(wish);
        return await visit.Refusal(HttpMethod.Post, "/api/scenarios", content);
    }
}
