using System.Net.Http.Json;
using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Web.Runs;

public sealed class RunQueueTests
{
    [Test]
    public async Task A_run_of_the_page_comes_to_what_the_command_comes_to()
    {
        await using PageVisit visit = await PageVisit.Begin();
        JsonElement news = await visit.RunToTheEnd();
        Assert.That(news.GetProperty("phase").GetString(), Is.EqualTo("completed"));
        using var desk = new Desk();
        FinishedRun whole = desk.Completed();
        Assert.That(News.NumbersOf(visit, news), Is.EqualTo(Desk.Numbers(whole)));
    }

    [Test]
    public async Task Stopped_and_gone_on_it_ends_with_the_same_digits()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy();
        int number = await visit.Start();
        JsonElement under = await visit.News(number, news => news.GetProperty("done").GetInt32() > 0);
        Assert.That(under.GetProperty("phase").GetString(), Is.EqualTo("simulating"));
        await visit.Post($"/api/queue/{number}/stop", new { });
        JsonElement stopped = await visit.News(number, news => news.GetProperty("isOver").GetBoolean());
        Assert.That(stopped.GetProperty("phase").GetString(), Is.EqualTo("stopped"));
        Assert.That(RunManifest.Read(News.FolderOf(visit, stopped))!.IsFinished, Is.False);

        string run = stopped.GetProperty("run").GetString()!;
        int again = (await visit.Post($"/api/runs/{run}/resume", new { })).GetProperty("number").GetInt32();
        var told = new List<int>();
        JsonElement ended = await visit.News(again, news =>
        {
            if (news.GetProperty("run").GetString() is not null)
            {
                told.Add(news.GetProperty("done").GetInt32());
            }

            return news.GetProperty("isOver").GetBoolean();
        });
        Assert.That(told, Has.Count.GreaterThan(1).And.All.GreaterThanOrEqualTo(stopped.GetProperty("done").GetInt32()));
        Assert.That((ended.GetProperty("phase").GetString(), ended.GetProperty("run").GetString()), Is.EqualTo(("completed", run)));
        Assert.That(RunManifest.Read(News.FolderOf(visit, ended))!.Sessions, Has.Count.EqualTo(2));
        await foreach ((_, JsonElement board) in visit.Events())
        {
            Assert.That(board.GetProperty("runs").GetArrayLength(), Is.EqualTo(1), "what goes on is the same thing");
            break;
        }

        using var desk = new Desk();
        desk.MakeBusy();
        Assert.That(News.NumbersOf(visit, ended), Is.EqualTo(Desk.Numbers(desk.Completed())));
    }

    [Test]
    public async Task Runs_wait_for_their_turn_and_one_that_waits_can_be_taken_back()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy();
        visit.Desk.Folder.File("second.yaml", File.ReadAllText(visit.Desk.File));
        int first = await visit.Start();
        int second = await visit.Start("second.yaml");
        int third = await visit.Start("second.yaml", replications: 50);
        Assert.That(await visit.Start("second.yaml"), Is.EqualTo(second), "the same wish is one run");
        JsonElement waits = await visit.News(second, _ => true);
        Assert.That(waits.GetProperty("phase").GetString(), Is.EqualTo("waiting"));
        await visit.Post($"/api/queue/{second}/stop", new { });
        JsonElement taken = await visit.News(second, news => news.GetProperty("isOver").GetBoolean());
        Assert.That(taken.GetProperty("phase").GetString(), Is.EqualTo("stopped"));
        JsonElement last = await visit.News(third, news => news.GetProperty("isOver").GetBoolean());
        Assert.That((last.GetProperty("phase").GetString(), last.GetProperty("done").GetInt32()), Is.EqualTo(("completed", 50)));
        JsonElement done = await visit.News(first, _ => true);
        Assert.That(done.GetProperty("phase").GetString(), Is.EqualTo("completed"));
    }

    [Test]
    public async Task What_was_stopped_before_it_began_can_be_started_or_forgotten()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy();
        int busy = await visit.Start();
        await visit.News(busy, news => news.GetProperty("done").GetInt32() > 0);
        int[] waiting = [await visit.Start(replications: 2), await visit.Start(replications: 3)];
        foreach (int number in waiting)
        {
            await visit.Post($"/api/queue/{number}/stop", new { });
        }

        int again = (await visit.Post($"/api/queue/{waiting[0]}/again", new { })).GetProperty("number").GetInt32();
        await visit.Post($"/api/queue/{waiting[1]}/forget", new { });
        Assert.That(
            await visit.Refusal(HttpMethod.Post, $"/api/queue/{busy}/forget", JsonContent.Create(new { })),
            Is.EqualTo((404, "There is no such run in the queue.")),
            "not while it is under way"
        );
        await visit.Post($"/api/queue/{busy}/stop", new { });
        JsonElement news = await visit.News(again, news => news.GetProperty("isOver").GetBoolean());
        Assert.That((news.GetProperty("phase").GetString(), news.GetProperty("done").GetInt32()), Is.EqualTo(("completed", 2)));
        await foreach ((_, JsonElement board) in visit.Events())
        {
            Assert.That(
                board.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("number").GetInt32()),
                Is.EqualTo(new[] { busy, again })
            );
            break;
        }

        (int status, _) = await visit.Refusal(HttpMethod.Post, $"/api/queue/{again}/again", JsonContent.Create(new { }));
        Assert.That(status, Is.EqualTo(404), "it is done");
    }

    [Test]
    public async Task A_run_takes_its_file_as_it_was_when_it_was_asked_for()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string plan = File.ReadAllText(visit.Desk.File);
        string second = Path.Combine(visit.Desk.Folder, "second.yaml");
        visit.Desk.MakeBusy();
        await visit.Start();
        File.WriteAllText(second, plan);
        int asWritten = await visit.Start("second.yaml");
        File.WriteAllText(second, plan.Replace("finds: 50%", "finds: 5%", StringComparison.Ordinal));
        int changed = await visit.Start("second.yaml");
        Assert.That(changed, Is.Not.EqualTo(asWritten), "another text is another run");
        File.Delete(second);
        string[] runs =
        [
            (await visit.News(asWritten, news => news.GetProperty("isOver").GetBoolean())).GetProperty("run").GetString()!,
            (await visit.News(changed, news => news.GetProperty("isOver").GetBoolean())).GetProperty("run").GetString()!,
        ];
        Assert.That(
            runs.Select(run =>
                RunManifest
                    .Read(Path.Combine(visit.Desk.Workspace.Results, run))!
                    .ResolvedYaml.Contains("finds: 50%", StringComparison.Ordinal)
            ),
            Is.EqualTo(new[] { true, false })
        );
    }

    [Test]
    public async Task What_can_not_be_run_ends_with_a_sentence_and_the_next_has_its_turn()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string good = File.ReadAllText(visit.Desk.File);
        visit.Desk.Append("lenght: 3 days");
        JsonElement news = await visit.RunToTheEnd();
        Assert.That(news.GetProperty("phase").GetString(), Is.EqualTo("failed"));
        Assert.That(news.GetProperty("ending").GetString(), Does.StartWith("plan.yaml, line ").And.Contain("lenght").And.Match("[.?]$"));
        File.WriteAllText(visit.Desk.File, good);
        Assert.That((await visit.RunToTheEnd()).GetProperty("phase").GetString(), Is.EqualTo("completed"));
    }

    [Test]
    public async Task Results_that_can_not_be_saved_are_said_in_a_sentence()
    {
        await using PageVisit visit = await PageVisit.Begin();
        Directory.Delete(visit.Desk.Workspace.Results, recursive: true);
        visit.Desk.Folder.File("results", "a file where the folder should be");
        JsonElement news = await visit.RunToTheEnd();
        Assert.That(news.GetProperty("phase").GetString(), Is.EqualTo("failed"));
        Assert.That(news.GetProperty("ending").GetString(), Does.StartWith("Not everything could be saved: ").And.Contain("is a file"));
    }

    [Test]
    public async Task Runs_that_are_not_there_are_neither_stopped_nor_gone_on_with()
    {
        await using PageVisit visit = await PageVisit.Begin();
        using var nothing = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.That((await visit.Refusal(HttpMethod.Post, "/api/queue/7/stop", nothing)).Status, Is.EqualTo(404));
        Assert.That((await visit.Refusal(HttpMethod.Post, "/api/runs/plan/none/resume", nothing)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_page_that_ends_has_its_run_saved_first()
    {
        PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy();
        int number = await visit.Start();
        JsonElement under = await visit.News(number, news => news.GetProperty("done").GetInt32() > 0);
        string folder = News.FolderOf(visit, under);
        await visit.End();
        RunManifest saved = RunManifest.Read(folder)!;
        Assert.That((saved.IsFinished, saved.Replications), Is.EqualTo((false, saved.Sessions.Single().ReplicationsSimulated / 3)));
        visit.Desk.Dispose();
    }
}

/// <summary>What news of a run lead to.</summary>
internal static class News
{
    public static string FolderOf(PageVisit visit, JsonElement news) =>
        Path.Combine(visit.Desk.Workspace.Results, news.GetProperty("run").GetString()!);

    public static string NumbersOf(PageVisit visit, JsonElement news) => Desk.NumbersIn(FolderOf(visit, news));
}
