using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Web.Results;

public sealed partial class DrawnFiguresTests
{
    [Test]
    public async Task Every_figure_is_the_one_that_the_run_wrote_and_that_its_report_shows()
    {
        await using PageVisit visit = await PageVisit.Begin(withFigures: true);
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        string folder = Path.Combine(visit.Desk.Workspace.Results, run);
        string report = File.ReadAllText(Path.Combine(folder, "report.html"));
        JsonElement[] figures = [.. (await visit.Get($"/api/runs/{run}/figures")).GetProperty("figures").EnumerateArray()];
        string[] written = [.. Directory.GetFiles(Path.Combine(folder, "figures"), "*.svg").Order(StringComparer.Ordinal)];
        Assert.That(
            figures.Select(each => $"{each.GetProperty("number").GetInt32():00}-{Name(each)}.svg"),
            Is.EqualTo(written.Select(Path.GetFileName))
        );
        foreach ((JsonElement figure, string file) in figures.Zip(written))
        {
            foreach (string ending in new[] { ".svg", ".csv" })
            {
                string drawn = await Text(visit, $"/runs/{run}/figures/{Name(figure)}{ending}");
                Assert.That(drawn, Is.EqualTo(Unnumbered(File.ReadAllText(Path.ChangeExtension(file, ending)))), Name(figure) + ending);
            }

            string words = await Text(visit, $"/runs/{run}/figures/{Name(figure)}.txt");
            Assert.That(report, Does.Contain(WebUtility.HtmlEncode(words)), Name(figure));
        }
    }

    [TestCase("map")]
    [TestCase("when")]
    [TestCase("difference")]
    [TestCase("spacetime")]
    public async Task A_figure_of_another_deployment_is_the_one_that_plot_draws(string figure)
    {
        await using PageVisit visit = await PageVisit.Begin(asCommands: true);
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        JsonElement choices = await visit.Get($"/api/runs/{run}/figures");
        string other = choices
            .GetProperty("deployments")
            .EnumerateArray()
            .Select(Name)
            .Last(name => name != choices.GetProperty("told").GetString() && name != "nobody");
        using var target = new TemporaryFolder();
        string folder = Path.Combine(visit.Desk.Workspace.Results, run);
        Assert.That(Simint.Call("plot", folder, figure, "--deployment", other, "--svg", "--to", target.Path).Code, Is.Zero);
        string plotted = Directory.GetFiles(target.Path, "*.svg").Single();
        foreach (string ending in new[] { ".svg", ".csv" })
        {
            string drawn = await Text(visit, $"/runs/{run}/figures/{figure}{ending}?deployment={other}");
            Assert.That(drawn, Is.EqualTo(Unnumbered(File.ReadAllText(Path.ChangeExtension(plotted, ending)))), ending);
        }
    }

    [Test]
    public async Task What_is_no_figure_is_said_and_an_analysis_made_since_is_shown()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        foreach (
            string file in new[]
            {
                "none.svg",
                "..%2Fmanifest.json",
                "map.html",
                "map",
                "tornado.svg",
                "map.svg?deployment=none",
                "answer.svg?deployment=one_team",
            }
        )
        {
            Assert.That(await visit.StatusOfRaw($"/runs/{run}/figures/{file}"), Is.EqualTo(404), file);
        }

        Assert.That((await visit.Refusal(HttpMethod.Get, "/api/runs/plan/none/figures")).Status, Is.EqualTo(404));
        Assert.That(
            Simint.Call("sensitivity", visit.Desk.File, "--replications", "4", "--out", visit.Desk.Workspace.Results).Code,
            Is.Zero
        );
        using HttpResponseMessage tornado = await visit.Send(HttpMethod.Get, $"/runs/{run}/figures/tornado.svg");
        Assert.That(tornado.IsSuccessStatusCode);
        Assert.That(tornado.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox"));
    }

    private static string Name(JsonElement each) => each.GetProperty("name").GetString()!;

    private static async Task<string> Text(PageVisit visit, string path)
    {
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, path);
        Assert.That(answer.IsSuccessStatusCode, path);
        return Unnumbered(await answer.Content.ReadAsStringAsync());
    }

    // What is cut off is numbered in the order of drawing, in a process.
    private static string Unnumbered(string svg) => ClipNumber().Replace(svg, "cl_");

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex ClipNumber();
}
