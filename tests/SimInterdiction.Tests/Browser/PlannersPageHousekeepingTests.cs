namespace SimInterdiction.Tests.Browser;

/// <summary>What planners do with files, and what becomes of what they wrote wrong.</summary>
[NonParallelizable, Explicit("Needs a browser."), Category("Slow")]
public sealed class PlannersPageHousekeepingTests
{
    [TestCase(1280, false)]
    [TestCase(400, true)]
    public async Task A_scenario_is_named_copied_given_up_and_deleted(int width, bool isDark)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width, isDark);
        await browser.Sees("30 days");
        await browser.PressOn("A new scenario", "Enter");
        await browser.CanBeUsedByEveryone("a new scenario");
        await Fill(browser, "#new-name", "plan");
        await browser.PressOn("Make it", "Enter");
        await browser.Sees("There is a file 'plan.yaml' already.");
        await Fill(browser, "#new-name", "spring");
        await browser.PressOn("Make it", "Enter");
        await browser.Sees("No mistakes.");
        await browser.TabTo("Text of spring.yaml");
        await browser.Type("# a thought\n");
        await browser.Go("#/", "Unsaved changes");
        await browser.CanBeUsedByEveryone("a draft");
        await browser.PressOn("Discard the unsaved changes of spring.yaml", "Enter");
        await browser.PressOn("Copy or delete spring.yaml", "Enter");
        await browser.CanBeUsedByEveryone("a file to be copied");
        await browser.PressOn("Make a copy", "Enter");
        await browser.Sees("No mistakes.");
        Assert.That(File.Exists(Path.Combine(browser.Visit.Desk.Folder, "spring-copy.yaml")));
        await browser.Go("#/edit/spring.yaml", "No mistakes.");
        Assert.That(await Text(browser), Does.Not.Contain("a thought").And.Not.Contain("here again"));
        await browser.Go("#/", "30 days");
        await browser.PressOn("Copy or delete spring.yaml", "Enter");
        await browser.PressOn("Delete spring.yaml", "Enter");
        await browser.Sees("Really delete spring.yaml?");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("kept as .deleted/spring.yaml");
        Assert.That(browser.Complaints.Where(each => !each.Contains("409", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task What_was_written_into_a_fit_stays_beside_all_that_is_wrong()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Go("#/ask/plan.yaml", "Team: chance to stop a shipment (20% to 40%, best guess 30%)");
        await browser.Page.ClickAsync("#fit-1");
        await browser.Page.TypeAsync("#fits", "team_types.none.stops");
        await browser.Page.TypeAsync("#figures", "seizure_rat of one_team = 20% +- 1 point");
        await browser.PressOn("Fit", "Enter");
        await browser.Sees("there is no measure 'seizure_rat'");
        await browser.Sees("there is no 'none' in 'team_types'");
        string kept = await browser.Page.EvaluateExpressionAsync<string>(
            "document.querySelector('#fit-1').checked + document.querySelector('#fits').value + document.querySelector('#figures').value"
        );
        Assert.That(kept, Is.EqualTo("trueteam_types.none.stopsseizure_rat of one_team = 20% +- 1 point"));
        await browser.CanBeUsedByEveryone("a fit that is refused");
    }

    [Test]
    public async Task Half_a_replication_is_refused_and_titles_are_searched()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        browser.Visit.Desk.Append("title: Roads out of Arizona");
        await browser.Visit.RunToTheEnd(new { file = "plan.yaml", replications = 4 });
        browser.Visit.Desk.Replace("Arizona", "Nevada");
        await browser.Visit.RunToTheEnd(new { file = "plan.yaml", replications = 5 });
        await browser.Page.ReloadAsync();
        await browser.Sees("Roads out of Nevada");
        await Fill(browser, "input.few", "2.5");
        await browser.PressOn("Run plan.yaml", "Enter");
        await browser.Sees("Replications are a whole number from 1 to 1,000,000.");
        await browser.Go("#/results", "2 runs");
        await browser.Page.TypeAsync("#filter", "arizona");
        await browser.Sees("1 of 2 runs");
        Assert.That((await Text(browser)).Split("Arizona"), Has.Length.EqualTo(2), "the title stands there once");
    }

    [Test]
    public async Task Any_measure_shows_its_differences()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        string run = (await browser.Visit.RunToTheEnd(new { file = "plan.yaml", replications = 10 })).GetProperty("run").GetString()!;
        await browser.Go($"#/results/{run}", "Deployments by any measure");
        await browser.Page.SelectAsync("#shown-measure", "firearms_seized");
        await browser.Sees("for this measure on its own");
        string cells = await browser.Page.EvaluateExpressionAsync<string>(
            "[...document.querySelectorAll('.measures tbody td:nth-child(3)')].map(each => each.innerText).sort().join('|')"
        );
        Assert.That(cells, Does.Match(@"^\+[\d.]+ \(.*\)\|\+[\d.]+ \(.*\)\|baseline$"));
        await browser.CanBeUsedByEveryone("differences by a measure");
        Assert.That(browser.Complaints, Is.Empty);
    }

    private static async Task Fill(PlannersBrowser browser, string field, string words)
    {
        await browser.Page.EvaluateExpressionAsync($"document.querySelector('{field}').value = ''");
        await browser.Page.TypeAsync(field, words);
    }

    private static Task<string> Text(PlannersBrowser browser) =>
        browser.Page.EvaluateExpressionAsync<string>("document.querySelector('main').innerText");
}
