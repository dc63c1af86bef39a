using System.Net.Http.Json;
using System.Text.Json;

namespace SimInterdiction.Tests.Web;

/// <summary>Folders that are gone, in the way or not to be written to: one sentence, and nothing lost.</summary>
public sealed class TroubleTests
{
    [Test]
    public async Task A_file_where_results_should_be_is_named()
    {
        await using PageVisit visit = await PageVisit.Begin();
        File.WriteAllText(visit.Desk.Workspace.Results, "a file");
        JsonElement news = await visit.RunToTheEnd();
        Assert.That(news.GetProperty("phase").GetString(), Is.EqualTo("failed"));
        Assert.That(news.GetProperty("ending").GetString(), Does.StartWith("Not everything could be saved: ").And.Contain("is a file"));
        Assert.That(File.ReadAllText(visit.Desk.Workspace.Results), Is.EqualTo("a file"));
    }

    [Test]
    public async Task A_folder_of_scenarios_that_is_gone_is_said_everywhere()
    {
        await using PageVisit visit = await PageVisit.Begin();
        Directory.Delete(visit.Desk.Folder, recursive: true);
        foreach (string path in new[] { "/api/scenarios", "/api/scenarios/plan.yaml", "/api/texts/plan.yaml", "/api/questions/plan.yaml" })
        {
            Assert.That((await visit.Refusal(HttpMethod.Get, path)).Status, Is.EqualTo(404), path);
        }

        (int status, _) = await visit.Refusal(
            HttpMethod.Post,
            "/api/texts/plan.yaml",
            JsonContent.Create(new { text = "a: 1", basedOn = "0" })
        );
        Assert.That(status, Is.EqualTo(404));
        Directory.CreateDirectory(visit.Desk.Folder);
    }
}
