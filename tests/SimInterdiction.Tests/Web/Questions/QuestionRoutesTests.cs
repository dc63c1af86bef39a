using System.Net.Http.Json;
using System.Text.Json;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Web.Questions;

public sealed class QuestionRoutesTests
{
    [Test]
    public async Task What_flips_the_answer_is_told_as_the_command_tells_it_and_stands_beside_the_run()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        Assert.That((await visit.Get($"/api/runs/{run}/findings")).GetArrayLength(), Is.Zero);
        JsonElement news = await Ask(
            visit,
            "sensitivity",
            new
            {
                file = "plan.yaml",
                method = "tornado",
                replications = 10,
            }
        );
        Assert.That((Text(news, "phase"), Text(news, "kind")), Is.EqualTo(("completed", "sensitivity")), Text(news, "ending"));
        JsonElement finding = await FindingOf(visit, news);
        Assert.That(Text(news, "ending"), Is.EqualTo(Text(finding.GetProperty("row"), "headline")));
        string told = Words(
            Simint.Call("sensitivity", visit.Desk.File, "--replications", "10", "--out", visit.Desk.Workspace.Results).Output
        );
        string[][] rows = Rows(Table(finding, "Difference of "));
        Assert.That(rows, Has.Length.EqualTo(2));
        foreach (string[] row in rows)
        {
            (string low, string high, string turns) = (End(row[1]), End(row[2]), char.ToLowerInvariant(row[3][0]) + row[3][1..]);
            Assert.That(told, Does.Contain(Words(TerminalTable.Ascii($"({row[0].Split('\n')[1]}) {low}; {high}; {turns}"))));
        }

        // "+1 (0 to 2)" above "at 30%".
        static string End(string cell) => $"{cell.Split("\nat ")[1]}: {cell.Split('\n')[0]}";

        JsonElement analysis = (await visit.Get($"/api/runs/{run}/findings")).EnumerateArray().Single();
        Assert.That(analysis.GetProperty("parts").GetRawText(), Is.EqualTo(finding.GetProperty("parts").GetRawText()));
        string picture = analysis.GetProperty("figures")[0].GetProperty("address").GetString()!;
        using HttpResponseMessage drawn = await visit.Send(HttpMethod.Get, picture);
        Assert.That(drawn.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
        Assert.That(drawn.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox"));
        Assert.That(analysis.GetProperty("figures")[0].GetProperty("words").GetString(), Is.Not.Empty);
    }

    [Test]
    public async Task The_best_deployment_is_found_and_its_file_can_be_run()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("  nobody: {}\n", "");
        var wish = new
        {
            file = "plan.yaml",
            budget = "5_760 officer-hours",
            seconds = 20,
            replications = 4,
            random = true,
            robust = true,
        };
        JsonElement news = await Ask(visit, "optimization", wish);
        Assert.That(Text(news, "phase"), Is.EqualTo("completed"), Text(news, "ending"));
        JsonElement finding = await FindingOf(visit, news);
        string made = Text(finding, "made")!;
        Assert.That(made, Is.EqualTo("plan-best.yaml"));
        Assert.That(Text(news, "ending"), Does.Contain("to seize").And.EndWith("plan-best.yaml has it."));
        ScenarioReading reading = ScenarioReader.ReadFile(Path.Combine(visit.Desk.Folder, made));
        Assert.That(reading.HasErrors, Is.False);
        string told = Simint
            .Call(
                "optimize",
                visit.Desk.File,
                "--budget",
                "5_760 officer-hours",
                "--replications",
                "4",
                "--random",
                "--robust",
                "--save",
                "other"
            )
            .Output;
        Assert.That(told, Does.Contain("Whatever the uncertain inputs").And.Match("Drawn anew each day|plans by chance"));
        string[][] cells = [.. Parts(finding, "table").SelectMany(Rows)];
        Assert.That(cells, Has.Length.AtLeast(8));
        foreach (string[] row in cells)
        {
            Assert.That(Words(told), Does.Contain(Words(string.Join(' ', row.Where(cell => cell.Length > 0)))));
        }

        JsonElement again = await Ask(visit, "optimization", wish);
        Assert.That(Text(await FindingOf(visit, again), "made"), Is.EqualTo("plan-best-2.yaml"), "nothing is written over");
    }

    [Test]
    public async Task Numbers_are_fitted_and_what_fits_nothing_is_said()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string[] fits = ["team_types.team.stops between 10% and 60%", ""];
        JsonElement news = await Ask(
            visit,
            "calibration",
            new
            {
                file = "plan.yaml",
                fits,
                figures = new[] { "seizure_rate of one_team = 20% +- 1 point" },
                replications = 10,
            }
        );
        Assert.That(Text(news, "phase"), Is.EqualTo("completed"), Text(news, "ending"));
        JsonElement finding = await FindingOf(visit, news);
        Assert.That(Text(finding, "made"), Is.EqualTo("plan-fitted.yaml"));
        Assert.That(ScenarioReader.ReadFile(Path.Combine(visit.Desk.Folder, "plan-fitted.yaml")).HasErrors, Is.False);
        string[] fitted = Rows(Table(finding, "Numbers fitted")).Single();
        Assert.That(fitted[0], Is.EqualTo("Team: chance to stop a shipment\nteam_types.team.stops"));
        Assert.That(Text(finding.GetProperty("row"), "headline"), Is.EqualTo($"Team: chance to stop a shipment fitted at {fitted[2]}."));
        Assert.That(File.ReadAllText(Path.Combine(visit.Desk.Folder, "plan-fitted.yaml")), Does.Contain(fitted[2]));
        Assert.That(Rows(Table(finding, "Figures that")).Single()[1], Does.StartWith("Given 20% +- 1 point, simulated "));
        JsonElement none = await Ask(
            visit,
            "calibration",
            new
            {
                file = "plan.yaml",
                fits,
                figures = new[] { "seizure_rate of one_team = 90% +- 1 point" },
                replications = 10,
            }
        );
        Assert.That((Text(none, "phase"), Text(none, "finding")), Is.EqualTo(("failed", (string?)null)));
        Assert.That(Text(none, "ending"), Does.Contain("90"));
    }

    [Test]
    public async Task An_answer_outlives_a_restart_and_its_scenario_and_each_has_a_folder_of_its_own()
    {
        await using PageVisit visit = await PageVisit.Begin(remembers: true);
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        var wish = new
        {
            file = "plan.yaml",
            fits = new[] { "team_types.team.stops between 10% and 60%" },
            figures = new[] { "seizure_rate of one_team = 20% +- 1 point" },
            replications = 4,
        };
        JsonElement news = await Ask(visit, "calibration", wish);
        Assert.That(Text(news, "phase"), Is.EqualTo("completed"), Text(news, "ending"));
        JsonElement before = await FindingOf(visit, news);
        await visit.Restart();
        Assert.That((await FindingOf(visit, news)).GetRawText(), Is.EqualTo(before.GetRawText()));
        JsonElement beside = (await visit.Get($"/api/runs/{run}/findings")).EnumerateArray().Single();
        Assert.That(beside.GetRawText(), Is.EqualTo(before.GetRawText()));
        JsonElement other = await Ask(visit, "calibration", wish with { figures = ["seizure_rate of one_team = 15% +- 1 point"] });
        Assert.That(Text(other, "finding"), Is.Not.EqualTo(Text(news, "finding")));
        File.Delete(visit.Desk.File);
        File.Delete(Path.Combine(visit.Desk.Folder, "plan-fitted.yaml"));
        JsonElement[] rows = [.. (await visit.Get("/api/findings")).EnumerateArray()];
        Assert.That(rows.Select(row => Text(row, "address")), Is.EquivalentTo(new[] { Text(news, "finding"), Text(other, "finding") }));
        JsonElement after = await FindingOf(visit, news);
        Assert.That(after.GetProperty("parts").GetRawText(), Is.EqualTo(before.GetProperty("parts").GetRawText()));
        Assert.That(Text(after, "made"), Is.Null, "the file is gone");
        foreach (string path in new[] { "plan/none", "..%2Fplan/x", "%2e%2e/results" })
        {
            Assert.That(await visit.StatusOfRaw($"/api/findings/{path}"), Is.EqualTo(404), path);
        }
    }

    [Test]
    public async Task A_fit_with_mistakes_is_refused_with_all_of_them_before_it_waits()
    {
        await using PageVisit visit = await PageVisit.Begin();
        using var wish = JsonContent.Create(
            new
            {
                file = "plan.yaml",
                fits = new[] { "team_types.team.stop between 10% and 60%" },
                figures = new[] { "seizure_rat of one_team = 20% +- 1 point", "seizure_rate of nobody_else = 20% +- 1 point" },
            }
        );
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Post, "/api/questions/calibration", wish);
        Assert.That((int)answer.StatusCode, Is.EqualTo(409));
        string[] mistakes =
        [
            .. (await answer.Content.ReadFromJsonAsync<JsonElement>())
                .GetProperty("mistakes")
                .EnumerateArray()
                .Select(each => each.GetString()!),
        ];
        Assert.That(mistakes, Has.Length.EqualTo(3), string.Join(" | ", mistakes));
        Assert.That(mistakes[0], Does.StartWith("Numbers to fit").And.EndWith("Hint: did you mean 'stops'?"));
        Assert.That(mistakes[2], Does.StartWith("Figures").And.Contain("nobody_else"));
        await foreach ((_, JsonElement board) in visit.Events())
        {
            Assert.That(board.GetProperty("runs").GetArrayLength(), Is.Zero, "nothing waits");
            break;
        }
    }

    [Test]
    public async Task A_sensitivity_that_can_not_be_is_refused_with_all_mistakes_before_it_waits()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("{ uncertain: [20%, 30%, 40%] }", "30%");
        using var wish = JsonContent.Create(
            new
            {
                file = "plan.yaml",
                method = "map",
                deployment = "three_teams",
            }
        );
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Post, "/api/questions/sensitivity", wish);
        Assert.That((int)answer.StatusCode, Is.EqualTo(409));
        JsonElement mistakes = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mistakes");
        Assert.That(
            mistakes.EnumerateArray().Select(each => each.GetString()),
            Is.EqualTo(
                new[]
                {
                    "There is no deployment 'three_teams'. There are: one_team, two_teams.",
                    "A map needs two inputs marked uncertain, and there is one.",
                }
            )
        );
        await foreach ((_, JsonElement board) in visit.Events())
        {
            Assert.That(board.GetProperty("runs").GetArrayLength(), Is.Zero, "nothing waits");
            break;
        }
    }

    [Test]
    public async Task An_answer_says_when_its_scenario_was_changed_and_can_be_taken_along()
    {
        await using PageVisit visit = await PageVisit.Begin();
        JsonElement news = await Ask(
            visit,
            "sensitivity",
            new
            {
                file = "plan.yaml",
                method = "tornado",
                replications = 4,
            }
        );
        JsonElement finding = await FindingOf(visit, news);
        Assert.That((Text(finding.GetProperty("row"), "outOfDate"), Text(finding, "asked")), Is.EqualTo(((string?)null, "plan.yaml")));
        string[] files = [.. finding.GetProperty("files").EnumerateArray().Select(each => each.GetString()!)];
        Assert.That(files, Does.Contain("figures/16-tornado.csv").And.None.Contain("chunks").And.None.Contain("json"));
        string path = $"/findings/{Text(news, "finding")}";
        using HttpResponseMessage taken = await visit.Send(HttpMethod.Get, $"{path}/figures/16-tornado.csv");
        Assert.That(taken.Content.Headers.ContentDisposition?.FileName, Does.EndWith("-16-tornado.csv"));
        foreach (string name in new[] { "finding.json", "../../../plan.yaml", "..%2F..%2F..%2Fplan.yaml", "figures/none.csv" })
        {
            Assert.That(await visit.StatusOfRaw($"{path}/{name}"), Is.AnyOf(404, 400), name);
        }

        visit.Desk.Append("title: another");
        JsonElement row = (await visit.Get("/api/findings")).EnumerateArray().Single();
        Assert.That(Text(row, "outOfDate"), Is.EqualTo("plan.yaml has changed since"));
        await visit.Post("/api/scenarios/plan.yaml/delete", new { });
        row = (await visit.Get("/api/findings")).EnumerateArray().Single();
        Assert.That(Text(row, "outOfDate"), Is.EqualTo("plan.yaml is no longer in the folder"));
    }

    [Test]
    public async Task A_question_can_be_stopped_and_the_next_has_its_turn()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy(400);
        visit.Desk.Folder.File("small.yaml", File.ReadAllText(visit.Desk.File).Replace("300 shipments", "3 shipments"));
        int number = await Start(visit, "sensitivity", new { file = "plan.yaml", method = "tornado" });
        Assert.That(await Start(visit, "sensitivity", new { file = "plan.yaml", method = "tornado" }), Is.EqualTo(number));
        int next = await Start(
            visit,
            "sensitivity",
            new
            {
                file = "small.yaml",
                method = "tornado",
                replications = 4,
            }
        );
        JsonElement under = await visit.News(number, news => news.GetProperty("done").GetInt32() > 0);
        Assert.That(Text(under, "detail"), Does.StartWith("Setting "));
        await visit.Post($"/api/queue/{number}/stop", new { });
        JsonElement stopped = await visit.News(number, news => news.GetProperty("isOver").GetBoolean());
        Assert.That(Text(stopped, "phase"), Is.EqualTo("stopped"));
        Assert.That(Text(stopped, "finding"), Is.Null);
        Assert.That($"{await visit.Get("/api/findings")}", Does.Not.Contain("plan.yaml"), "The next may have an answer by now.");
        JsonElement done = await visit.News(next, news => news.GetProperty("isOver").GetBoolean());
        Assert.That(Text(done, "phase"), Is.EqualTo("completed"), Text(done, "ending"));
    }

    [TestCase("optimization", "{\"file\":\"plan.yaml\",\"budget\":\"much\"}", 400, "Budget: 'much' does not begin with an amount.")]
    [TestCase("optimization", "{\"file\":\"plan.yaml\",\"budget\":\"12,000 men\"}", 400, "Budget: 'men' is no unit of a budget")]
    [TestCase("optimization", "{\"file\":\"plan.yaml\",\"seconds\":0}", 400, "A search takes from 1 to 86,400 seconds.")]
    [TestCase("optimization", "{\"file\":\"../plan.yaml\"}", 404, "There is no scenario file '../plan.yaml'")]
    [TestCase("sensitivity", "{\"file\":\"plan.yaml\",\"method\":\"tornado\",\"replications\":1}", 400, "Replications are from 2")]
    [TestCase("sensitivity", "{\"file\":\"plan.yaml\",\"method\":\"magic\"}", 400, "That is not what is asked for here.")]
    [TestCase("calibration", "{\"file\":\"plan.yaml\"}", 400, "That is not what is asked for here.")]
    public async Task A_wrong_question_is_refused_in_a_sentence(string question, string body, int status, string sentence)
    {
        await using PageVisit visit = await PageVisit.Begin();
        (int found, string said) = await visit.Refusal(
            HttpMethod.Post,
            $"/api/questions/{question}",
            new StringContent(body, null, "application/json")
        );
        Assert.That((found, said), Is.EqualTo((status, said)));
        Assert.That(said, Does.StartWith(sentence));
    }

    [Test]
    public async Task What_may_be_asked_is_told_and_a_picture_is_of_the_results_alone()
    {
        await using PageVisit visit = await PageVisit.Begin();
        JsonElement asked = await visit.Get("/api/questions/plan.yaml");
        Assert.That(asked.GetProperty("deployments")[0].GetProperty("isBaseline").GetBoolean());
        Assert.That(Text(asked.GetProperty("uncertain")[1], "path"), Is.EqualTo("team_types.team.stops"));
        Assert.That(Text(asked.GetProperty("uncertain")[1], "label"), Is.EqualTo("Team: chance to stop a shipment"));
        Assert.That(Text(asked, "hours"), Is.EqualTo("0"), "nobody is in force");
        Assert.That((await visit.Refusal(HttpMethod.Get, "/api/questions/none.yaml")).Status, Is.EqualTo(404));
        visit.Desk.Folder.File("secret.svg", "<svg/>");
        foreach (string path in new[] { "../secret.svg", "..%2Fsecret.svg", "%2e%2e/secret.svg", "plan/none.svg", "plan.yaml" })
        {
            Assert.That(await visit.StatusOfRaw($"/pictures/{path}"), Is.AnyOf(404, 400), path);
        }

        visit.Desk.Append("lenght: 3 days");
        Assert.That((await visit.Refusal(HttpMethod.Get, "/api/questions/plan.yaml")).Status, Is.EqualTo(409));
    }

    private static async Task<int> Start(PageVisit visit, string question, object wish) =>
        (await visit.Post($"/api/questions/{question}", wish)).GetProperty("number").GetInt32();

    private static async Task<JsonElement> Ask(PageVisit visit, string question, object wish) =>
        await visit.News(await Start(visit, question, wish), news => news.GetProperty("isOver").GetBoolean());

    private static Task<JsonElement> FindingOf(PageVisit visit, JsonElement news) => visit.Get($"/api/findings/{Text(news, "finding")}");

    private static IEnumerable<JsonElement> Parts(JsonElement finding, string kind) =>
        finding.GetProperty("parts").EnumerateArray().Where(part => Text(part, "kind") == kind);

    private static JsonElement Table(JsonElement finding, string caption) =>
        Parts(finding, "table").Single(part => Text(part, "caption")!.StartsWith(caption, StringComparison.Ordinal));

    private static string[][] Rows(JsonElement table) =>
        [
            .. table
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row => row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()!).ToArray()),
        ];

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
