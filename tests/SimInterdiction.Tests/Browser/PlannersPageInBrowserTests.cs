namespace SimInterdiction.Tests.Browser;

/// <summary>The planners' page as a planner sees it.</summary>
[NonParallelizable]
public sealed class PlannersPageInBrowserTests
{
    [TestCase(1280, false)]
    [TestCase(400, true)]
    public async Task Every_page_in_every_state_can_be_used_by_everyone(int width, bool isDark)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width, isDark);
        await browser.Sees("30 days");
        await browser.CanBeUsedByEveryone("scenarios, never run");
        await browser.Go("#/runs", "Nothing has been run");
        await browser.CanBeUsedByEveryone("nothing under way");
        await browser.Go("#/results", "There are no runs yet");
        await browser.CanBeUsedByEveryone("no results");

        browser.Visit.Desk.Append("lenght: 3 days");
        await browser.Go("#/", "1 mistake");
        await browser.CanBeUsedByEveryone("a mistake");

        browser.Visit.Desk.MakeBusy();
        int number = await browser.Visit.Start();
        await browser.Go("#/runs", "Two teams");
        await browser.CanBeUsedByEveryone("simulating");
        await browser.Visit.Post($"/api/queue/{number}/stop", new { });
        await browser.Sees("Stopped. Stopped after");
        await browser.CanBeUsedByEveryone("stopped");
        await browser.Go("#/results", "unfinished");
        await browser.CanBeUsedByEveryone("results");
        await browser.Page.ClickAsync(".rows a");
        await browser.Sees("All results");
        await browser.CanBeUsedByEveryone("one result");
        await browser.Go("#/results/plan/none", "There is no such run.");
        await browser.CanBeUsedByEveryone("no such run");
        Assert.That(browser.Complaints.Where(each => !each.Contains("404", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task With_the_keyboard_alone_a_scenario_is_run_and_its_report_opened()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Sees("30 days");
        await browser.TabTo("Run plan.yaml");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("Done.");
        await browser.TabTo("Open the result");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("Download");
        await browser.TabTo("Download Workbook");
        Assert.That(browser.Complaints, Is.Empty);
    }

    [Test]
    public async Task With_the_mouse_a_run_is_stopped_and_gone_on_with_and_a_new_tab_shows_it()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        browser.Visit.Desk.MakeBusy();
        await browser.Page.ReloadAsync();
        await browser.Sees("30 days");
        await browser.Page.ClickAsync("button.primary");
        await browser.Sees("Two teams");
        await browser.Page.ClickAsync("[aria-label='Stop plan.yaml']");
        await browser.Sees("Stopped after");
        await browser.Page.ClickAsync("xpath/.//button[text()='Go on']");
        await browser.Sees("Done.");
        Assert.That(await Cards(browser), Is.EqualTo(2));
        await browser.NewTab("#/runs");
        await browser.Sees("Done.");
        Assert.That(await Cards(browser), Is.EqualTo(2));
        Assert.That(browser.Complaints, Is.Empty);
    }

    [TestCase(1280, true)]
    [TestCase(400, false)]
    public async Task A_mistake_is_shown_while_one_types_mended_and_saved(int width, bool isDark)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width, isDark);
        string before = File.ReadAllText(browser.Visit.Desk.File);
        await browser.Go("#/edit/plan.yaml", "No mistakes.");
        await browser.Sees("One team");
        await browser.CanBeUsedByEveryone("a text");
        await browser.TabTo("Text of plan.yaml");
        await browser.Type("lenght: 3 days\n");
        await browser.Sees("1 mistake.");
        await browser.Sees("Line 1");
        await browser.CanBeUsedByEveryone("a mistake in a text");
        await browser.Go("#/results", "There are no runs yet");
        await browser.Go("#/edit/plan.yaml", "What you had not saved is here again.");
        await browser.TabTo("Text of plan.yaml");
        await browser.Type("");
        await browser.Press("Delete", "lenght: 3 days\n".Length);
        await browser.Type("# mended\n");
        await browser.Sees("No mistakes.");
        await browser.TabTo("Save");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("Saved.");
        Assert.That(File.ReadAllText(browser.Visit.Desk.File), Is.EqualTo("# mended\n" + before));
        Assert.That(browser.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_file_that_was_changed_meanwhile_is_merged()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(1280);
        string before = File.ReadAllText(browser.Visit.Desk.File);
        await browser.Go("#/edit/plan.yaml", "No mistakes.");
        await browser.TabTo("Text of plan.yaml");
        await browser.Type("# mine\n");
        File.WriteAllText(browser.Visit.Desk.File, before + "\n# theirs\n");
        await browser.Page.ClickAsync("xpath/.//button[text()='Save']");
        await browser.Sees("The file was changed meanwhile");
        await browser.Sees("# theirs");
        await browser.CanBeUsedByEveryone("a merge");
        await browser.Page.ClickAsync("xpath/(.//button[text()='Take theirs'])[last()]");
        await browser.Page.ClickAsync("xpath/.//button[text()='Save']");
        await browser.Sees("Saved.");
        Assert.That(File.ReadAllText(browser.Visit.Desk.File), Is.EqualTo("# mine\n" + before + "\n# theirs\n"));
        Assert.That(browser.Complaints.Where(each => !each.Contains("409", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase(1280, false)]
    [TestCase(400, true)]
    public async Task In_a_meeting_arrow_keys_turn_the_figures(int width, bool isDark)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open(withFigures: true);
        await browser.Be(width, isDark);
        string run = (await browser.Visit.RunToTheEnd()).GetProperty("run").GetString()!;
        await browser.Go($"#/results/{run}", "Show in a meeting");
        await browser.CanBeUsedByEveryone("a result");
        await browser.Page.ClickAsync("xpath/.//a[text()='Show in a meeting']");
        await browser.Sees("(1 of ");
        await browser.CanBeUsedByEveryone("a meeting");
        await browser.Page.Keyboard.PressAsync("ArrowRight");
        await browser.Sees("(2 of ");
        bool isDrawn = await browser.Page.EvaluateExpressionAsync<bool>(
            "document.querySelector('.meeting img').decode().then(() => true, () => false)"
        );
        Assert.That(isDrawn);
        await browser.Page.Keyboard.PressAsync("Home");
        await browser.Sees("(1 of ");
        await browser.Page.Keyboard.PressAsync("Escape");
        await browser.Sees("All results");
        Assert.That(browser.Complaints, Is.Empty);
    }

    [Test]
    public async Task Labels_that_are_markup_are_shown_as_they_are_written()
    {
        const string Markup = "<img src=x onerror=alert(1)><b>bold</b>";
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        browser.Visit.Desk.Append($"title: \"{Markup}\"");
        await browser.Page.ReloadAsync();
        await browser.Sees(Markup);
        await browser.Visit.RunToTheEnd();
        await browser.Go("#/runs", Markup);
        Assert.That(browser.Complaints, Is.Empty);
    }

    private static Task<int> Cards(PlannersBrowser browser) =>
        browser.Page.EvaluateExpressionAsync<int>("document.querySelectorAll('.card').length");
}
