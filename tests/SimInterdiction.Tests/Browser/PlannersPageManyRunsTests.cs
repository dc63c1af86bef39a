using System.Globalization;
using System.Text.Json;

namespace SimInterdiction.Tests.Browser;

/// <summary>Thousands of runs: a page draws few of them at once, and asks the server for nothing while somebody types.
/// How long both take is printed, and stands in the benchmarks' README.</summary>
[NonParallelizable, Explicit("Needs a browser."), Category("Slow")]
public sealed class PlannersPageManyRunsTests
{
    private const int AtOnce = 40;

    [Test]
    public async Task Two_thousand_runs_are_listed_forty_at_once_and_filtered_without_asking()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        string run = (await browser.Visit.RunToTheEnd()).GetProperty("run").GetString()!;
        string folder = Path.Combine(browser.Visit.Desk.Workspace.Results, run);
        string manifest = File.ReadAllText(Path.Combine(folder, "manifest.json"));
        for (int i = 1; i < 2_000; i++)
        {
            string copy = Directory.CreateDirectory($"{Path.GetDirectoryName(folder)}/2026-01-01-{i:x4}").FullName;
            File.WriteAllText(Path.Combine(copy, "manifest.json"), manifest);
        }

        await browser.Go("#/runs", "Under way");
        double listed = await browser.Page.EvaluateExpressionAsync<double>(
            """
            (async () => {
                const began = performance.now();
                location.hash = "#/results";
                while (document.querySelectorAll(".rows li").length < 20) {
                    await new Promise(requestAnimationFrame);
                }
                return performance.now() - began;
            })()
            """
        );
        await browser.Sees("2,000 runs");
        int asked = 0;
        browser.Page.Request += (_, _) => Interlocked.Increment(ref asked);
        JsonElement filtered = await browser.Page.EvaluateExpressionAsync<JsonElement>(
            """
            (async () => {
                const filter = document.getElementById("filter");
                const keys = { slowest: 0, most: 0, said: [] };
                for (const text of ["f", "fi", "fin", "fini 2026-01-01-07", "fini 2026-01-01-07cf", ""]) {
                    const began = performance.now();
                    filter.value = text;
                    filter.dispatchEvent(new Event("input"));
                    await new Promise(requestAnimationFrame);
                    document.body.getBoundingClientRect();
                    keys.slowest = Math.max(keys.slowest, performance.now() - began);
                    keys.most = Math.max(keys.most, document.querySelectorAll(".rows li").length);
                    keys.said.push(document.querySelector("p.meta[role=status]").textContent);
                }
                return keys;
            })()
            """
        );
        TestContext.Out.WriteLine(Text($"listed in {listed:F0} ms, filtered in {filtered.GetProperty("slowest").GetDouble():F0} ms a key"));
        Assert.That(filtered.GetProperty("most").GetInt32(), Is.EqualTo(AtOnce));
        Assert.That(
            filtered.GetProperty("said").EnumerateArray().Select(said => said.GetString()),
            Is.EqualTo(
                new[]
                {
                    "2,000 of 2,000 runs",
                    "2,000 of 2,000 runs",
                    "2,000 of 2,000 runs",
                    "208 of 2,000 runs",
                    "1 of 2,000 runs",
                    "2,000 runs",
                }
            )
        );
        Assert.That(asked, Is.Zero);
    }

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
