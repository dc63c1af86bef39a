namespace SimInterdiction.Tests.Browser;

/// <summary>A planner's whole way through the page, from a new file to what is handed over.</summary>
[NonParallelizable, Explicit("Needs a browser."), Category("Slow")]
public sealed class PlannersPageWholePathTests
{
    private const string File = "two-corridors.yaml";

    [TestCase(true)]
    [TestCase(false)]
    public async Task From_a_new_file_to_a_download_by_mouse_or_by_keyboard_alone(bool byMouse)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(1280);
        Task Do(string name) => byMouse ? browser.Click(name) : browser.PressOn(name, "Enter");

        await browser.Sees("A new scenario");
        await Do("A new scenario");
        await browser.Page.SelectAsync("#template", "two-corridors");
        await Do("Make it");
        await browser.Sees("No mistakes.");
        await (byMouse ? browser.Click($"Text of {File}") : browser.TabTo($"Text of {File}"));
        await browser.Type("warm_up: 3 dys\n");
        await browser.Sees("1 mistake.");
        await Do("Write 3 days");
        await browser.Sees("No mistakes.");
        await Do("Save and run");
        await browser.Sees("Done.");

        // Long enough to be stopped.
        await Do("Scenarios");
        await browser.Sees("A new scenario");
        await (byMouse ? browser.Click($"Replications of {File}") : browser.TabTo($"Replications of {File}"));
        await browser.Page.Keyboard.TypeAsync("2000");
        await Do($"Run {File}");
        await browser.Sees("Simulating");
        await Do("Stop ");
        await browser.Sees("Stopped after");
        await Do("Go on");
        await browser.Sees("Done.", times: 2);

        await Do("Results");
        await browser.Sees("Tick the runs to compare.");
        foreach (string box in await browser.Names("input[type=checkbox]"))
        {
            await (byMouse ? browser.Click(box) : browser.PressOn(box, "Space"));
        }

        await Do("Compare 2 runs");
        await browser.Sees("2,000 replications");

        await Do("Scenarios");
        await browser.Sees("A new scenario");
        await Do($"Ask more about {File}");
        await browser.Sees("Which deployment is best?");
        await Do("Search");
        await Do("Open the result of Best deployment");
        await browser.Sees("What theory expects");
        await Do("Results");
        await browser.Sees("2 runs and 1 answer");
        string run = (await browser.Names(".rows a[href^='#/results/']"))[0];
        await Do(run);
        await browser.Sees("Download");
        Task<string> file = browser.Downloaded(".xlsx");
        await Do("Download Workbook");
        Assert.That(new FileInfo(await file).Length, Is.GreaterThan(10_000));
        Assert.That(browser.Complaints, Is.Empty);
    }
}
