using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SimInterdiction.Application.Documents;

namespace SimInterdiction.Tests.Web;

/// <summary>Folders that are gone, in the way or not to be written to, and full disks: one sentence, the right status,
/// and nothing lost.</summary>
public sealed class TroubleTests
{
    [Test]
    public async Task A_file_where_results_should_be_is_named()
    {
        await using PageVisit visit = await PageVisit.Begin();
        Directory.Delete(visit.Desk.Workspace.Results, recursive: true);
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

        Assert.That((await Saved(visit, "a: 1", "0")).Status, Is.EqualTo(404));
        using var nothing = JsonContent.Create(new { });
        Assert.That((await visit.Refusal(HttpMethod.Post, "/api/templates/smallest", nothing)).Status, Is.EqualTo(404));
        Assert.That(Directory.Exists(visit.Desk.Folder), Is.False, "it is not made again");
        Directory.CreateDirectory(visit.Desk.Folder);
    }

    [Test]
    public async Task Results_that_are_gone_are_said_everywhere_and_the_next_run_makes_their_folder()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        Assert.That((await visit.Get($"/api/runs/{run}/measures")).GetArrayLength(), Is.GreaterThan(5));
        Directory.Delete(visit.Desk.Workspace.Results, recursive: true);
        Assert.That((await visit.Get("/api/runs")).GetProperty("runs").GetArrayLength(), Is.Zero);
        Assert.That((await visit.Get("/api/findings")).GetArrayLength(), Is.Zero);
        foreach (string part in new[] { "", "/measures", "/figures", "/findings" })
        {
            Assert.That(await visit.Refusal(HttpMethod.Get, $"/api/runs/{run}{part}"), Is.EqualTo((404, "There is no such run.")), part);
        }

        Assert.That((await visit.Refusal(HttpMethod.Get, $"/runs/{run}/report.html")).Status, Is.EqualTo(404));
        using var nothing = JsonContent.Create(new { });
        Assert.That((await visit.Refusal(HttpMethod.Post, $"/api/runs/{run}/resume", nothing)).Status, Is.EqualTo(404));
        Assert.That((await visit.RunToTheEnd()).GetProperty("phase").GetString(), Is.EqualTo("completed"));
    }

    [Test]
    public async Task A_full_disk_is_said_of_whatever_is_saved_and_what_was_there_stays()
    {
        await using PageVisit visit = await PageVisit.Begin();
        using SmallDisk disk = SmallDisk.Over(visit.Desk, "size=64k");
        string before = File.ReadAllText(visit.Desk.File);
        string seen = (await visit.Get("/api/texts/plan.yaml")).GetProperty("sha256").GetString()!;
        disk.Fill();
        await EverythingIsRefused(visit, before, seen, "No space left on device");
        disk.Empty();
        await visit.Post("/api/texts/plan.yaml", new { text = before + "\n", basedOn = seen });
        Assert.That(File.ReadAllText(visit.Desk.File), Is.EqualTo(before + "\n"));
    }

    [Test]
    public async Task A_folder_that_may_not_be_written_to_is_said_of_whatever_is_saved()
    {
        await using PageVisit visit = await PageVisit.Begin();
        using SmallDisk disk = SmallDisk.Over(visit.Desk, "size=1m");
        string before = File.ReadAllText(visit.Desk.File);
        string seen = (await visit.Get("/api/texts/plan.yaml")).GetProperty("sha256").GetString()!;
        disk.MayNotBeWritten();
        await EverythingIsRefused(visit, before, seen, "Read-only file system");
    }

    [Test]
    public async Task A_scenario_for_whose_schema_there_is_no_room_is_not_left_behind()
    {
        await using PageVisit visit = await PageVisit.Begin();
        using SmallDisk disk = SmallDisk.Over(visit.Desk, "size=24k");
        using var wish = JsonContent.Create(new { name = "new", template = "smallest" });
        Assert.That((await visit.Refusal(HttpMethod.Post, "/api/scenarios", wish)).Status, Is.EqualTo(500));
        Assert.That(Directory.GetFiles(visit.Desk.Folder), Is.EqualTo(new[] { visit.Desk.File }));
    }

    [Test]
    public async Task Documents_are_read_where_the_disk_is_full()
    {
        await using PageVisit visit = await PageVisit.Begin();
        using SmallDisk disk = SmallDisk.Over(visit.Desk, "size=8m");
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        disk.Fill();
        foreach (string file in DocumentCatalog.All.Select(kind => $"{kind.File}?download").Append("report.html"))
        {
            using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, $"/runs/{run}/{file}");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), file);
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Has.Length.GreaterThan(1000), file);
        }
    }

    [TestCase("sensitivity", "Not everything could be saved: No space left on device.")]
    [TestCase("calibration", "Not everything could be saved: No space left on device.")]
    [TestCase("optimization", "None of it could be saved: No space left on device.")]
    public async Task A_question_whose_answer_can_not_be_saved_has_failed(string question, string why)
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("  nobody: {}\n", "");
        using SmallDisk disk = SmallDisk.Over(visit.Desk, "size=64k");
        disk.Fill();
        object wish = question switch
        {
            "sensitivity" => new
            {
                file = "plan.yaml",
                method = "tornado",
                replications = 4,
            },
            "calibration" => new
            {
                file = "plan.yaml",
                fits = new[] { "team_types.team.stops between 10% and 60%" },
                figures = new[] { "seizure_rate of one_team = 20% +- 1 point" },
                replications = 4,
            },
            _ => new
            {
                file = "plan.yaml",
                budget = "5_760 officer-hours",
                seconds = 5,
                replications = 4,
            },
        };
        int number = (await visit.Post($"/api/questions/{question}", wish)).GetProperty("number").GetInt32();
        JsonElement news = await visit.News(number, news => news.GetProperty("isOver").GetBoolean());
        Assert.That(news.GetProperty("phase").GetString(), Is.EqualTo("failed"));
        Assert.That(news.GetProperty("ending").GetString(), Does.EndWith(why).And.Not.Contain(".part"));
    }

    private static async Task EverythingIsRefused(PageVisit visit, string before, string seen, string why)
    {
        (int status, string sentence) = await Saved(visit, before + new string('#', 8000), seen);
        Assert.That((status, sentence), Is.EqualTo((500, $"It could not be saved: {why}.")));
        using var wish = JsonContent.Create(new { name = "new", template = "smallest" });
        (status, sentence) = await visit.Refusal(HttpMethod.Post, "/api/scenarios", wish);
        Assert.That(status, Is.EqualTo(500));
        Assert.That(sentence, Does.StartWith("It could not be saved: ").And.Contain(why));
        JsonElement news = await visit.RunToTheEnd();
        Assert.That(news.GetProperty("phase").GetString(), Is.EqualTo("failed"));
        Assert.That(news.GetProperty("ending").GetString(), Does.StartWith("Not everything could be saved: ").And.Contain(why));
        Assert.That(File.ReadAllText(visit.Desk.File), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(visit.Desk.Folder, "*.yaml"), Has.Length.EqualTo(1), "nothing by half");
        using HttpResponseMessage page = await visit.Send(HttpMethod.Get, "/api/scenarios");
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK), "the page goes on");
    }

    private static async Task<(int Status, string Sentence)> Saved(PageVisit visit, string text, string basedOn)
    {
        using var content = JsonContent.Create(new { text, basedOn });
        return await visit.Refusal(HttpMethod.Post, "/api/texts/plan.yaml", content);
    }

    /// <summary>A small file system in the place of the folder of scenarios, with the scenario in it.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string folder;

        private SmallDisk(string folder) => this.folder = folder;

        private string Filler => Path.Combine(folder, "filler");

        public static SmallDisk Over(Tests.Application.Desk desk, string size)
        {
            string plan = File.ReadAllText(desk.File);
            string folder = desk.Folder.Path;
            if (!OperatingSystem.IsLinux() || !Command("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder))
            {
                Assert.Ignore("A small file system can be mounted only on Linux, by root.");
            }

            File.WriteAllText(desk.File, plan);
            return new SmallDisk(folder);
        }

        public void Fill()
        {
            using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                while (true)
                {
                    file.Write(new byte[1024]);
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void Empty() => File.Delete(Filler);

        public void MayNotBeWritten() => Assert.That(Command("mount", "-o", "remount,ro", folder));

        public void Dispose() => Command("umount", "-l", folder);

        private static bool Command(string program, params string[] arguments)
        {
            using Process process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
