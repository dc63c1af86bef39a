using System.Text.Json;
using SimInterdiction.Tests.Application;
using SimInterdiction.Web;

namespace SimInterdiction.Tests.Web.Runs;

/// <summary>A killed server is one whose file of what waits is as it was while it ran.</summary>
public sealed class KeptQueueTests
{
    [Test]
    public async Task A_killed_server_goes_on_where_it_was_with_the_same_digits()
    {
        await using PageVisit visit = await PageVisit.Begin(remembers: true);
        string plan = File.ReadAllText(visit.Desk.File);
        visit.Desk.Folder.File("second.yaml", plan);
        visit.Desk.MakeBusy();
        int first = await visit.Start();
        await visit.Start("second.yaml");
        int third = await visit.Start("second.yaml", replications: 50);
        await visit.Post(
            "/api/questions/sensitivity",
            new
            {
                file = "second.yaml",
                method = "tornado",
                replications = 10,
            }
        );
        await visit.Post($"/api/queue/{third}/stop", new { });
        await visit.News(first, news => news.GetProperty("done").GetInt32() > 0);
        byte[] kept = File.ReadAllBytes(FileOf(visit));
        await visit.Restart(() =>
        {
            File.WriteAllBytes(FileOf(visit), kept);
            File.WriteAllText(visit.Desk.File, "changed: since");
            File.Delete(Path.Combine(visit.Desk.Folder, "second.yaml"));
        });
        Assert.That(visit.Notes, Is.Empty);
        JsonElement last = await visit.News(3, news => news.GetProperty("isOver").GetBoolean());
        JsonElement[] board = await Board(visit);
        Assert.That(
            board.Select(news => $"{Text(news, "kind")} {Text(news, "file")} {Text(news, "phase")}"),
            Is.EqualTo(new[] { "run plan.yaml completed", "run second.yaml completed", "sensitivity second.yaml completed" }),
            last.GetRawText()
        );
        using var desk = new Desk();
        desk.MakeBusy();
        Assert.That(News.NumbersOf(visit, board[0]), Is.EqualTo(Desk.Numbers(desk.Completed())));
        Assert.That(File.Exists(FileOf(visit)), Is.False, "nothing waits any more");
    }

    [Test]
    public async Task What_was_stopped_with_the_page_is_shown_and_goes_on_only_when_asked()
    {
        await using PageVisit visit = await PageVisit.Begin(remembers: true);
        visit.Desk.Folder.File("second.yaml", File.ReadAllText(visit.Desk.File));
        visit.Desk.MakeBusy();
        int first = await visit.Start();
        await visit.Start("second.yaml");
        await visit.News(first, news => news.GetProperty("done").GetInt32() > 0);
        await visit.Restart();
        JsonElement[] board = await Board(visit);
        Assert.That(board.Select(news => Text(news, "phase")), Is.EqualTo(new[] { "stopped", "stopped" }));
        Assert.That(Text(board[0], "ending"), Does.StartWith("Stopped after ").And.EndWith("they are saved. The page was ended then."));
        Assert.That(Text(board[1], "ending"), Is.EqualTo("It had not begun. The page was ended then."));
        int again = (await visit.Post($"/api/runs/{Text(board[0], "run")}/resume", new { })).GetProperty("number").GetInt32();
        JsonElement ended = await visit.News(again, news => news.GetProperty("isOver").GetBoolean());
        Assert.That(Text(ended, "phase"), Is.EqualTo("completed"));
    }

    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{\"Format\":9,\"Works\":[]}")]
    [TestCase("{\"Format\":1,\"Works\":[null]}")]
    [TestCase("{\"Format\":1,\"Works\":[{\"Kind\":\"Dance\",\"Request\":{},\"Files\":{}}]}")]
    public async Task A_queue_that_can_not_be_read_is_put_aside_and_said(string content)
    {
        await using PageVisit visit = await PageVisit.Begin(remembers: true);
        await visit.RunToTheEnd();
        await visit.Restart(() => File.WriteAllText(FileOf(visit), content));
        Assert.That(visit.Notes.Single(), Does.StartWith("What waited for its turn can't be read: ").And.EndWith("nothing goes on."));
        Assert.That(File.ReadAllText(FileOf(visit) + ".damaged"), Is.EqualTo(content));
        Assert.That(Text(await visit.RunToTheEnd(), "phase"), Is.EqualTo("completed"));
    }

    [TestCase("{\"Kind\":\"Run\",\"Request\":{},\"Files\":{}}")]
    [TestCase("{\"Kind\":\"Optimization\",\"Request\":{\"Source\":{\"File\":\"/elsewhere/plan.yaml\"}},\"Files\":{}}")]
    public async Task What_can_not_be_asked_for_here_is_left_out_and_said(string work)
    {
        await using PageVisit visit = await PageVisit.Begin(remembers: true);
        await visit.RunToTheEnd();
        await visit.Restart(() => File.WriteAllText(FileOf(visit), $"{{\"Format\":1,\"Works\":[{work}]}}"));
        Assert.That(visit.Notes, Is.EqualTo(new[] { "Of what waited for its turn, 1 can't be asked for here, and is left out." }));
        Assert.That(await Board(visit), Is.Empty);
    }

    [Test]
    public async Task Of_two_servers_one_has_what_waits()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy();
        int number = await visit.Start();
        await using (PlannersPage other = await visit.Another())
        {
            Assert.That(other.Notes.Single(), Does.StartWith("Another server keeps what waits in "));
            Assert.That(other.IsRunning, Is.False);
        }

        Assert.That(File.Exists(FileOf(visit)));
        await visit.Post($"/api/queue/{number}/stop", new { });
        await visit.News(number, news => news.GetProperty("isOver").GetBoolean());
    }

    private static string FileOf(PageVisit visit) => Path.Combine(visit.Desk.Workspace.Results, ".queue.json");

    private static string? Text(JsonElement news, string name) => news.GetProperty(name).GetString();

    private static async Task<JsonElement[]> Board(PageVisit visit)
    {
        await foreach ((_, JsonElement board) in visit.Events())
        {
            return [.. board.GetProperty("runs").EnumerateArray()];
        }

        return [];
    }
}
