using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using SimInterdiction.Web.Files;

namespace SimInterdiction.Tests.Web;

/// <summary>What is in a folder of scenarios besides files.</summary>
public sealed class ScenarioFolderTests
{
    private PageVisit visit = null!;
    private TemporaryFolder elsewhere = null!;

    [SetUp]
    public async Task Begin()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Links and pipes are made as on Linux.");
        }

        visit = await PageVisit.Begin();
        elsewhere = new TemporaryFolder();
        elsewhere.File("secret.yaml", "secret: 1");
        string folder = visit.Desk.Folder;
        Directory.CreateSymbolicLink(Path.Combine(folder, "way"), elsewhere);
        Link("out.yaml", Path.Combine(elsewhere, "secret.yaml"));
        Link("by-a-folder.yaml", "way/secret.yaml");
        Link("back.yaml", $"way/../{Path.GetFileName(elsewhere.Path)}/secret.yaml");
        Link("dangling.yaml", "nowhere.yaml");
        Link("round.yaml", "about.yaml");
        Link("about.yaml", "round.yaml");
        Run("mkfifo", Path.Combine(folder, "pipe.yaml"));
        Run("bash", "-c", $"touch '{folder}/'$'b\\xff.yaml'");
        Link("inside.yaml", "plan.yaml");
    }

    [TearDown]
    public async Task End()
    {
        if (visit is not null)
        {
            // .NET can't remove what it can't name.
            Run("rm", "-r", visit.Desk.Folder);
            await visit.DisposeAsync();
            elsewhere.Dispose();
        }
    }

    [Test]
    public async Task Only_files_in_it_are_listed()
    {
        JsonElement list = await visit.Get("/api/scenarios");
        Assert.That(
            list.GetProperty("files").EnumerateArray().Select(each => each.GetProperty("file").GetString()),
            Is.EqualTo(new[] { "inside.yaml", "plan.yaml" })
        );
        await visit.Post("/api/check", new { file = "plan.yaml", text = "a: 1" });
    }

    [TestCase("out.yaml")]
    [TestCase("by-a-folder.yaml")]
    [TestCase("back.yaml")]
    [TestCase("dangling.yaml")]
    [TestCase("round.yaml")]
    [TestCase("pipe.yaml")]
    [TestCase("b%EF%BF%BD.yaml")]
    public async Task What_leads_elsewhere_or_nowhere_is_not_there(string file)
    {
        foreach (string path in new[] { "/api/texts", "/api/scenarios", "/api/questions" })
        {
            Assert.That((await visit.Refusal(HttpMethod.Get, $"{path}/{file}")).Status, Is.EqualTo(404), path);
        }

        string name = Uri.UnescapeDataString(file);
        using var run = JsonContent.Create(new { file = name });
        Assert.That((await visit.Refusal(HttpMethod.Post, "/api/queue", run)).Status, Is.EqualTo(404));
        using var save = JsonContent.Create(new { text = "mine: 1", basedOn = "" });
        Assert.That((await visit.Refusal(HttpMethod.Post, $"/api/texts/{file}", save)).Status, Is.EqualTo(404));
        Assert.That(File.ReadAllText(Path.Combine(elsewhere, "secret.yaml")), Is.EqualTo("secret: 1"));
    }

    [Test]
    public void A_folder_behind_a_link_holds_what_is_in_it()
    {
        string link = Path.Combine(elsewhere, "link");
        Directory.CreateSymbolicLink(link, visit.Desk.Folder);
        Assert.That(new ScenarioFolder(link).Names, Is.EqualTo(new[] { "inside.yaml", "plan.yaml" }));
        Assert.That(new ScenarioFolder(link + "/").PathOf("inside.yaml"), Is.Not.Null);
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(visit.Desk.Folder, name), target);

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, program);
    }
}
