using System.Globalization;
using PuppeteerSharp;

namespace SimInterdiction.Tests.Browser;

/// <summary>The planners' page as a planner sees it.</summary>
[NonParallelizable, Explicit("Needs a browser."), Category("Slow")]
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
        await browser.Go("#/runs", "Nothing is under way");
        await browser.CanBeUsedByEveryone("nothing under way");
        await browser.Go("#/results", "There are no runs yet");
        await browser.CanBeUsedByEveryone("no results");

        browser.Visit.Desk.Append("lenght: 3 days");
        await browser.Go("#/", "1 mistake");
        await browser.CanBeUsedByEveryone("a mistake");

        // Far more than is simulated while the page is looked at.
        browser.Visit.Desk.MakeBusy(replications: 20_000);
        int number = await browser.Visit.Start();
        await browser.Go("#/runs", "Two Teams");
        await browser.CanBeUsedByEveryone("simulating");
        await browser.Visit.Post($"/api/queue/{number}/stop", new { });
        await browser.Sees("Stopped after");
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
        await browser.Page.ClickAsync("[aria-label='Run plan.yaml']");
        await browser.Sees("Two Teams");
        await browser.Page.ClickAsync("[aria-label='Stop plan.yaml']");
        await browser.Sees("Stopped after");
        await browser.Page.ClickAsync("xpath/.//button[text()='Go on']");
        await browser.Sees("Done.");
        Assert.That(await Cards(browser), Is.EqualTo(1));
        await browser.NewTab("#/runs");
        await browser.Sees("Done.");
        Assert.That(await Cards(browser), Is.EqualTo(1));
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
        await browser.Sees("One Team");
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

    [TestCase(1280, false)]
    [TestCase(400, true)]
    public async Task Keys_are_completed_and_a_mistake_is_mended_with_the_keyboard(int width, bool isDark)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width, isDark);
        string before = File.ReadAllText(browser.Visit.Desk.File);
        await browser.Go("#/edit/plan.yaml", "No mistakes.");
        await browser.TabTo("Text of plan.yaml");
        await browser.Type("\n");
        await browser.Type("warm");
        await browser.Sees("How long before the window the simulation begins.");
        await browser.CanBeUsedByEveryone("completion");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Page.Keyboard.TypeAsync("3");
        await browser.Sees("3 weeks");
        await browser.Page.Keyboard.PressAsync("Escape");
        await browser.Page.Keyboard.TypeAsync(" dys");
        await browser.Sees("1 mistake.");
        await browser.TabTo("Write 3 days");
        await browser.CanBeUsedByEveryone("a mend");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("No mistakes.");
        await browser.TabTo("Save");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("Saved.");
        Assert.That(File.ReadAllText(browser.Visit.Desk.File), Is.EqualTo("warm_up: 3 days\n" + before));
        Assert.That(browser.Complaints, Is.Empty);
    }

    // Mine is at the beginning, theirs at the end, and the length of both.
    [TestCase(1280, false, "Take theirs", "31 days")]
    [TestCase(400, true, "Keep mine", "45 days")]
    public async Task A_file_that_was_changed_meanwhile_is_merged(int width, bool isDark, string choice, string length)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width, isDark);
        string before = File.ReadAllText(browser.Visit.Desk.File);
        string With(string days) => before.Replace("length: 30 days", $"length: {days}", StringComparison.Ordinal);
        Assert.That(With("1 day"), Is.Not.EqualTo(before));
        await browser.Go("#/edit/plan.yaml", "No mistakes.");
        await browser.TabTo("Text of plan.yaml");
        await browser.Type("# mine\n");
        int line = before.Split('\n').ToList().IndexOf("length: 30 days");
        foreach (
            string key in Enumerable
                .Repeat("ArrowDown", line)
                .Append("Home")
                .Concat(Enumerable.Repeat("ArrowRight", "length: ".Length))
                .Concat(["Delete", "Delete", "4", "5"])
        )
        {
            await browser.Page.Keyboard.PressAsync(key);
        }

        File.WriteAllText(browser.Visit.Desk.File, With("31 days") + "\n# theirs\n");
        await browser.Page.ClickAsync("xpath/.//button[text()='Save']");
        await browser.Sees("1 place was changed by you and by somebody else");
        await browser.CanBeUsedByEveryone("a merge");

        // Nothing is saved before it is decided, nor forgotten by leaving.
        await browser.Page.FocusAsync(".cm-content");
        await Press(browser, "s");
        await browser.Go("#/results", "Results");
        await browser.Go("#/edit/plan.yaml", "1 place was changed by you and by somebody else");
        Assert.That(
            await browser.Page.EvaluateExpressionAsync<bool>(
                "[...document.querySelectorAll('button')].find(each => each.textContent === 'Save').disabled"
            ),
            Is.True
        );
        Assert.That(File.ReadAllText(browser.Visit.Desk.File), Is.EqualTo(With("31 days") + "\n# theirs\n"));

        await browser.Page.ClickAsync($"xpath/.//button[text()='{choice}']");
        await browser.Sees("What you and somebody else changed is in one text now");
        await Press(browser, "s");
        await browser.Sees("Saved.");
        Assert.That(File.ReadAllText(browser.Visit.Desk.File), Is.EqualTo("# mine\n" + With(length) + "\n# theirs\n"));
        Assert.That(browser.Complaints.Where(each => !each.Contains("409", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task What_was_not_saved_can_be_undone_after_one_left_and_quick_saves_are_one()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(1280);
        string before = await WriteMine(browser);
        await browser.Go("#/results", "Results");
        await browser.Go("#/edit/plan.yaml", "What you had not saved is here again.");
        await browser.Page.FocusAsync(".cm-content");
        for (int i = 0; i < 3; i++)
        {
            await Press(browser, "s");
        }

        await browser.Sees("Saved.");
        await Task.Delay(300);
        await browser.Sees("Saved.");
        Assert.That(File.ReadAllText(browser.Visit.Desk.File), Is.EqualTo("# mine\n" + before));
        for (int i = 0; i < 2; i++)
        {
            await browser.Page.ClickAsync("xpath/.//button[text()='Undo']");
        }

        await Reads(browser, before);
        await browser.Page.ClickAsync("xpath/.//button[text()='Discard changes']");
        await Reads(browser, "# mine\n" + before);
        Assert.That(browser.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_text_whose_file_is_gone_is_kept_and_saved_as_another()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(1280);
        string before = await WriteMine(browser);
        File.Delete(browser.Visit.Desk.File);
        await browser.Go("#/results", "Results");
        await browser.Go("#/edit/plan.yaml", "What you had not saved is here again.");
        await browser.Page.ClickAsync("xpath/.//button[text()='Save']");
        await browser.Sees("There is no scenario file 'plan.yaml'");
        await browser.Page.ClickAsync("xpath/.//button[text()='Save as a new file']");
        await browser.Sees("plan-2.yaml");
        Assert.That(File.ReadAllText(Path.Combine(browser.Visit.Desk.Folder, "plan-2.yaml")), Is.EqualTo("# mine\n" + before));
        Assert.That(browser.Complaints.Where(each => !each.Contains("404", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("#/edit/%E0%A4%A")]
    [TestCase("#/results/../../x")]
    [TestCase("#/nonsense")]
    public async Task An_address_that_leads_nowhere_says_so(string address)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Go(address, "There is no such page");
        Assert.That(browser.Complaints, Is.Empty);
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
        await browser.Page.SelectAsync("#shown-figure", "map");
        await browser.Page.SelectAsync("#figure-deployment", "one_team");
        await browser.Page.ClickAsync("xpath/.//summary[text()='Its numbers']");
        await browser.Page.WaitForSelectorAsync(".figures td");
        await browser.CanBeUsedByEveryone("a figure with its numbers");
        string[] cells = await browser.Page.EvaluateExpressionAsync<string[]>(
            """
            [...document.querySelectorAll(".figures tr")].map(row =>
                [...row.cells].map(cell => cell.textContent.replace(/(\d),(?=\d)/g, "$1")).join(","))
            """
        );
        using HttpResponseMessage csv = await browser.Visit.Send(HttpMethod.Get, $"/runs/{run}/figures/map.csv?deployment=one_team");
        string[] lines = (await csv.Content.ReadAsStringAsync()).TrimEnd().Split('\n');
        Assert.That(cells[1..].Select(Rounded), Is.EqualTo(lines[1..].Select(Rounded)));
        Assert.That(cells.SelectMany(line => line.Split(',')).Where(cell => cell.Count(char.IsDigit) > 6), Is.Empty, "digits for scripts");
        await browser.Page.ClickAsync("xpath/.//a[text()='Show in a meeting']");
        await browser.Sees("1 of ");
        await browser.CanBeUsedByEveryone("a meeting");
        double beside = await browser.Page.EvaluateExpressionAsync<double>(
            "innerWidth - document.querySelector('.meeting').getBoundingClientRect().width"
        );
        Assert.That(beside, Is.Zero, "nothing but the figure");
        await browser.Page.Keyboard.PressAsync("ArrowRight");
        await browser.Sees("2 of ");
        bool isDrawn = await browser.Page.EvaluateExpressionAsync<bool>(
            "document.querySelector('.meeting img').decode().then(() => true, () => false)"
        );
        Assert.That(isDrawn);
        await browser.Page.Keyboard.PressAsync("Home");
        await browser.Sees("1 of ");
        await browser.Page.Keyboard.PressAsync("Escape");
        await browser.Sees("All results");
        Assert.That(browser.Complaints, Is.Empty);
    }

    [TestCase(1280, true)]
    [TestCase(400, false)]
    public async Task Runs_that_are_ticked_are_compared(int width, bool isDark)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width, isDark);
        await browser.Visit.RunToTheEnd();
        browser.Visit.Desk.Replace("finds: 50%", "finds: 1%");
        await browser.Visit.RunToTheEnd();
        await browser.Go("#/results", "Tick the runs to compare.");
        await browser.CanBeUsedByEveryone("runs to be ticked");
        foreach (int nth in new[] { 2, 1 })
        {
            await browser.Page.ClickAsync($".rows li:nth-child({nth}) input");
        }

        await browser.Sees("Compare 2 runs");
        await browser.CanBeUsedByEveryone("ticked runs");
        await browser.TabTo("Compare 2 runs");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("Winners differ: ");
        await browser.Sees("no winner in ");
        await browser.Page.WaitForSelectorAsync("[title='team_types.team.finds']");
        await browser.Sees("Team: chance to find");
        await browser.CanBeUsedByEveryone("a comparison");
        await browser.Page.SelectAsync("#measure", "firearms_seized");
        await browser.Page.WaitForSelectorAsync("[aria-label='Firearms seized by deployment and run']");
        string heads = await browser.Page.EvaluateExpressionAsync<string>("document.querySelector('main').innerText");
        Assert.That(heads, Does.Not.Contain("Verdict in its run"), "verdicts are of the measure that a run is about");
        Assert.That(browser.Complaints, Is.Empty);
    }

    [TestCase(1280, false)]
    [TestCase(400, true)]
    public async Task Questions_are_asked_and_answered(int width, bool isDark)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width, isDark);
        string run = (await browser.Visit.RunToTheEnd(new { file = "plan.yaml", replications = 10 })).GetProperty("run").GetString()!;
        await browser.Go("#/ask/plan.yaml", "What could flip the answer?");
        await browser.CanBeUsedByEveryone("questions");
        await browser.TabTo("Look for it");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("What flips the answer");
        await browser.Page.WaitForSelectorAsync("a[href^='#/answers/']", new WaitForSelectorOptions { Visible = true });
        await browser.CanBeUsedByEveryone("a question that is answered");
        await browser.TabTo("Open the result of What flips the answer");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("SYNTHETIC DATA");
        await browser.CanBeUsedByEveryone("an answer");
        await browser.Go($"#/results/{run}", "Asked beyond this run");
        await browser.Page.ClickAsync("xpath/.//summary[starts-with(., 'What flips the answer')]");
        await browser.CanBeUsedByEveryone("a run with an analysis");
        await browser.Go("#/results", "1 run and 1 answer");
        await browser.CanBeUsedByEveryone("a run and an answer");
        await browser.Go("#/ask/plan.yaml", "Which deployment is best?");
        await browser.Page.TypeAsync("#budget", "lots");
        await browser.Page.ClickAsync("xpath/.//button[text()='Search']");
        await browser.Sees("'lots' does not begin with an amount");
        await browser.CanBeUsedByEveryone("a question that is refused");
        Assert.That(browser.Complaints.Where(each => !each.Contains("400", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase(1280, false)]
    [TestCase(400, true)]
    public async Task A_team_is_moved_on_the_map_by_keys_by_dragging_and_from_a_list(int width, bool isDark)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width, isDark);
        browser.Visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} } # both");
        string before = File.ReadAllText(browser.Visit.Desk.File);
        string at = before.Replace("one_team: { post: { bridge: { ", "one_team: { post: { bridge: { at: depot, ");
        await browser.Go("#/edit/plan.yaml", "No mistakes.");
        await browser.Page.WaitForSelectorAsync(".plan-map .checkpoint");
        await browser.Page.SelectAsync("#shown-deployment", "one_team");
        await browser.CanBeUsedByEveryone("a map");
        await browser.Page.FocusAsync(".plan-map .team");
        await browser.Page.Keyboard.PressAsync("ArrowUp");
        await browser.Sees("is now at Depot under One Team. Theory expects");
        await Reads(browser, at);
        await browser.CanBeUsedByEveryone("a moved team");
        await browser.Sees("No mistakes.");

        await Settled(browser);
        await browser.Page.EvaluateExpressionAsync("document.querySelector('.plan-map').scrollIntoView({ block: 'center' })");
        BoundingBox from = await Box(browser, ".plan-map .team");
        BoundingBox to = await Box(browser, ".plan-map .checkpoint");
        await browser.Page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await browser.Page.Mouse.DownAsync();
        await browser.Page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2));
        await browser.Page.Mouse.UpAsync();
        await browser.Sees("is now at Bridge under One Team.");
        await Reads(browser, at.Replace("at: depot", "at: bridge"));
        foreach (
            (string button, string text) in new[]
            {
                ("Undo", at),
                ("Redo", at.Replace("at: depot", "at: bridge")),
                ("Undo", at),
                ("Undo", before),
                ("Redo", at),
                ("Undo", before),
            }
        )
        {
            await browser.Page.ClickAsync($"xpath/.//button[text()='{button}']");
            Assert.That(await Text(browser), Is.EqualTo(text), button);
        }

        await browser.Sees("No mistakes.");
        await browser.SeesNot("is now at");
        await browser.Page.ClickAsync(".plan summary");
        await browser.Page.SelectAsync(".teams select", "depot");
        await browser.Sees("is now at Depot under One Team. Theory expects");
        await Reads(browser, at);
        await browser.CanBeUsedByEveryone("a list of teams");
        await browser.Page.ClickAsync("xpath/.//button[text()='Save']");
        await browser.Sees("Saved.");
        Assert.That(File.ReadAllText(browser.Visit.Desk.File), Is.EqualTo(at));
        Assert.That(browser.Complaints, Is.Empty);
    }

    [Test]
    public async Task At_200_percent_nothing_is_cut_off_and_nothing_moves_unasked()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.BeZoomed();
        await browser.Sees("30 days");
        await browser.CanBeUsedByEveryone("scenarios at 200 %");
        await browser.Go("#/edit/plan.yaml", "No mistakes.");
        await browser.TabTo("Text of plan.yaml");
        await browser.CanBeUsedByEveryone("a text at 200 %");
        Assert.That(await browser.Page.EvaluateExpressionAsync<int>("document.getAnimations().length"), Is.Zero);
        await browser.Go("#/ask/plan.yaml", "Which deployment is best?");
        await browser.CanBeUsedByEveryone("questions at 200 %");
        string run = (await browser.Visit.RunToTheEnd()).GetProperty("run").GetString()!;
        await browser.Go($"#/results/{run}", "Deployments by any measure");
        await browser.CanBeUsedByEveryone("a result at 200 %");
        await browser.Page.SelectAsync("#shown-measure", "firearms_seized");

        // A column more makes the head of the table higher, and its buttons move.
        await browser.SeesNot("Working out the differences");
        await browser.Page.ClickAsync("[data-column='0']");
        await browser.CanBeUsedByEveryone("a sorted table");
        Assert.That(
            await browser.Page.EvaluateExpressionAsync<string>("document.querySelector('tbody th').textContent"),
            Is.EqualTo("Nobody")
        );
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

    // The page has words for measures, and three digits.
    private static string Rounded(string line) =>
        string.Join(
            ',',
            line.Split(',')
                .Select(cell =>
                    double.TryParse(cell, CultureInfo.InvariantCulture, out double number) && number != Math.Round(number)
                        ? $"{number:G3}"
                        : cell.Replace('_', ' ').ToLowerInvariant()
                )
        );

    // What is expected comes last.
    private static async Task Settled(PlannersBrowser browser)
    {
        for (int i = 0; i < 200; i++)
        {
            await Task.Delay(100);
            if (await browser.Page.EvaluateExpressionAsync<bool>("!document.querySelector('.model').textContent.includes('…')"))
            {
                return;
            }
        }

        Assert.Fail("The model is never worked out.");
    }

    private static async Task<BoundingBox> Box(PlannersBrowser browser, string first)
    {
        IElementHandle found = await browser.Page.QuerySelectorAsync(first);
        return (await found.BoundingBoxAsync())!;
    }

    private static Task<string> Text(PlannersBrowser browser) =>
        browser.Page.EvaluateExpressionAsync<string>(
            "[...document.querySelectorAll('.cm-content > .cm-line')].map(line => line.textContent).join('\\n')"
        );

    // What is said of a moved team is said before it is written.
    private static async Task Reads(PlannersBrowser browser, string text)
    {
        for (int i = 0; i < 100 && await Text(browser) != text; i++)
        {
            await Task.Delay(50);
        }

        Assert.That(await Text(browser), Is.EqualTo(text));
    }

    // A line more at the beginning of the text; what the file holds, without it.
    private static async Task<string> WriteMine(PlannersBrowser browser)
    {
        await browser.Go("#/edit/plan.yaml", "No mistakes.");
        await browser.TabTo("Text of plan.yaml");
        await browser.Type("# mine\n");
        return File.ReadAllText(browser.Visit.Desk.File);
    }

    private static async Task Press(PlannersBrowser browser, string key)
    {
        await browser.Page.Keyboard.DownAsync("Control");
        await browser.Page.Keyboard.PressAsync(key);
        await browser.Page.Keyboard.UpAsync("Control");
    }

    private static Task<int> Cards(PlannersBrowser browser) =>
        browser.Page.EvaluateExpressionAsync<int>("document.querySelectorAll('.card').length");
}
