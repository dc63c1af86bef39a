namespace SimInterdiction.Tests.Browser;

/// <summary>Whether what the planners' page shows can be read, on a large screen and on a phone.</summary>
[NonParallelizable, Explicit("Needs a browser."), Category("Slow")]
public sealed class PlannersPageReadingTests
{
    [TestCase(1280)]
    [TestCase(400)]
    public async Task Letters_on_the_map_are_large_enough_and_it_says_what_is_what(int width)
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(width);
        await browser.Go("#/edit/plan.yaml", "No team is posted.");
        double pixels = await browser.Page.EvaluateExpressionAsync<double>(
            """
            (() => {
                const map = document.querySelector(".plan-map");
                return 12 * map.getBoundingClientRect().width / map.viewBox.baseVal.width;
            })()
            """
        );
        Assert.That(pixels, Is.GreaterThan(10));
        await browser.Page.SelectAsync("#shown-deployment", "one_team");
        await browser.Sees("Squares are teams");
        await browser.CanBeUsedByEveryone("a map");
    }

    [Test]
    public async Task Whoever_waits_for_a_page_is_told_so()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Sees("30 days");
        await browser.Page.EvaluateExpressionAsync(
            """
            const ask = window.fetch;
            window.fetch = async (...asked) => {
                await new Promise(then => setTimeout(then, 2000));
                return ask(...asked);
            };
            """
        );
        await browser.Go("#/results", "One moment");
        await browser.CanBeUsedByEveryone("waiting");
        await browser.Sees("There are no runs yet");
        Assert.That(await Text(browser, "main"), Does.Not.Contain("One moment"));
    }

    [Test]
    public async Task A_scenario_without_a_title_is_named_once()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Sees("30 days");
        Assert.That((await Text(browser, ".card")).Split("plan.yaml"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task On_a_phone_the_intervals_of_a_run_are_in_view()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        await browser.Be(400, isDark: true);
        browser.Visit.Desk.MakeBusy(replications: 20_000);
        int number = await browser.Visit.Start();
        await browser.Go("#/runs", "Two Teams");
        await browser.Page.WaitForSelectorAsync(".so-far td.plot .interval");
        double beyond = await browser.Page.EvaluateExpressionAsync<double>(
            "Math.max(...[...document.querySelectorAll('.so-far td')].map(cell => cell.getBoundingClientRect().right)) - innerWidth"
        );
        Assert.That(beyond, Is.LessThan(0));
        await browser.CanBeUsedByEveryone("simulating");
        await browser.Visit.Post($"/api/queue/{number}/stop", new { });
        await browser.Sees("Stopped after");
    }

    [Test]
    public async Task A_move_is_rehearsed_once_when_a_map_was_drawn()
    {
        await using PlannersBrowser browser = await PlannersBrowser.Open();
        int moves = 0;
        browser.Page.Request += (_, e) => moves += e.Request.Url.EndsWith("/api/move", StringComparison.Ordinal) ? 1 : 0;
        for (int i = 0; i < 2; i++)
        {
            await browser.Go("#/edit/plan.yaml", "No team is posted.");
            await browser.Page.WaitForFunctionAsync("() => !document.querySelector('.model').textContent.includes('…')");
            Assert.That(moves, Is.EqualTo(1));
            await browser.Go("#/results", "There are no runs yet");
        }

        Assert.That(browser.Complaints, Is.Empty);
    }

    private static Task<string> Text(PlannersBrowser browser, string selector) =>
        browser.Page.EvaluateFunctionAsync<string>("selector => document.querySelector(selector).innerText", selector);
}
