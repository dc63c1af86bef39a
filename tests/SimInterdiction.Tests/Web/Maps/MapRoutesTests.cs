using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Cli;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Web.Maps;

public sealed class MapRoutesTests
{
    [Test]
    public async Task The_map_has_corridors_with_their_shares_and_every_team_at_its_checkpoint()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} }");
        JsonElement map = await visit.Post("/api/map", Wish(visit));
        JsonElement corridor = map.GetProperty("corridors").EnumerateArray().Single();
        Assert.That((Text(corridor, "label"), Text(corridor, "words")), Is.EqualTo(("Road", "100%")));
        Assert.That(
            map.GetProperty("checkpoints").EnumerateArray().Select(each => Text(each, "name")),
            Is.EqualTo(new[] { "bridge", "depot" })
        );
        JsonElement team = map.GetProperty("deployments")[2].GetProperty("teams")[0];
        Assert.That((Text(team, "label"), team.GetProperty("at")[0].GetString()), Is.EqualTo(("Team x 2", "bridge")));
        JsonElement depot = map.GetProperty("checkpoints")[1];
        JsonElement bridge = map.GetProperty("checkpoints")[0];
        Assert.That(depot.GetProperty("y").GetDouble(), Is.LessThan(bridge.GetProperty("y").GetDouble()), "north is up");
        JsonElement reach = map.GetProperty("reaches").GetProperty("border")[1];
        Assert.That((reach.GetProperty("miles").GetDouble(), reach.GetProperty("isWithin").GetBoolean()), Is.EqualTo((146, true)));
    }

    [Test]
    public async Task Ports_that_lie_on_one_another_are_told_apart()
    {
        await using PageVisit visit = await PageVisit.Begin();
        foreach (string file in new[] { "southbound.yaml", "southbound-places.csv", "southbound-roads.csv" })
        {
            File.Copy(Path.Combine(ShippedScenariosTests.Folder, file), Path.Combine(visit.Desk.Folder, file));
        }

        string text = File.ReadAllText(Path.Combine(visit.Desk.Folder, "southbound.yaml"));
        JsonElement map = await visit.Post(
            "/api/map",
            new
            {
                file = "southbound.yaml",
                text,
                width = 372,
            }
        );
        (double X, double Y)[] at =
        [
            .. map.GetProperty("checkpoints")
                .EnumerateArray()
                .Select(each => (each.GetProperty("x").GetDouble(), each.GetProperty("y").GetDouble())),
        ];
        Assert.That(map.GetProperty("width").GetDouble(), Is.EqualTo(640), "wider than asked for, as so many names need it");
        double nearest = Enumerable.Range(0, at.Length).SelectMany(i => Enumerable.Range(0, i).Select(j => Distance(at[i], at[j]))).Min();
        Assert.That((at.Length, nearest), Is.EqualTo((23, nearest)));
        Assert.That(nearest, Is.GreaterThan(16.5));
        Assert.That(map.GetProperty("corridors").GetArrayLength(), Is.GreaterThan(20));
        Assert.That(
            map.GetProperty("places")
                .EnumerateArray()
                .Concat(map.GetProperty("checkpoints").EnumerateArray())
                .Count(each => each.GetProperty("words").ValueKind == JsonValueKind.Null),
            Is.LessThanOrEqualTo(1),
            "of fifty crowded names there is room for all but one"
        );
    }

    [TestCase(372, 372)]
    [TestCase(12, 320)]
    [TestCase(9999, 640)]
    public async Task A_map_is_as_wide_as_the_page_asks_within_reason(double asked, double drawn)
    {
        await using PageVisit visit = await PageVisit.Begin();
        JsonElement map = await visit.Post(
            "/api/map",
            new
            {
                file = "plan.yaml",
                text = File.ReadAllText(visit.Desk.File),
                width = asked,
            }
        );
        Assert.That(map.GetProperty("width").GetDouble(), Is.EqualTo(drawn));
        foreach (JsonElement each in map.GetProperty("checkpoints").EnumerateArray())
        {
            Assert.That(each.GetProperty("x").GetDouble(), Is.InRange(0, drawn));
        }
    }

    [Test]
    public async Task A_team_that_rotates_has_its_share_of_the_time_at_each_checkpoint()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} }");
        visit.Desk.Replace(
            "one_team: { post: { bridge: { ",
            "one_team: { post: { bridge: { at: { rotate: { bridge: 75%, depot: 25% }, every: 7 days }, "
        );
        JsonElement map = await visit.Post("/api/map", Wish(visit));
        JsonElement[] teams = [.. map.GetProperty("deployments").EnumerateArray().Skip(1).Select(each => each.GetProperty("teams")[0])];
        Assert.That(teams[0].GetProperty("shares").EnumerateArray().Select(each => each.GetString()), Is.EqualTo(new[] { "75%", "25%" }));
        Assert.That(teams[1].GetProperty("shares").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_moved_team_is_in_the_text_and_what_is_expected_is_what_the_command_expects()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} }  # both");
        visit.Desk.Replace("count: 2", "hours: 00:00-06:00, count: 2");
        string before = File.ReadAllText(visit.Desk.File);
        JsonElement moved = await visit.Post("/api/move", Move(before, "two_teams", "bridge", "depot"));
        string text = Text(moved, "text");
        Assert.That(text, Is.EqualTo(before.Replace("two_teams: { post: { bridge: { ", "two_teams: { post: { bridge: { at: depot, ")));
        Assert.That(ScenarioReader.ReadText(text).HasErrors, Is.False);
        File.WriteAllText(visit.Desk.File, text);
        string line = Simint.Call("expect", visit.Desk.File).Output.Split('\n').Single(each => each.Contains("two_teams"));
        Assert.That(line, Does.Contain($" {Text(moved.GetProperty("expected"), "seized")} "));
        Assert.That(Text(moved, "place"), Is.EqualTo("Depot"));
        Assert.That(Text(moved, "hours"), Is.EqualTo("1,440"), "30 days of 6 hours, 2 teams of 4");
    }

    [Test]
    public async Task Out_of_reach_is_refused_with_the_distance_and_what_is_not_there_by_name()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} }");
        visit.Desk.Replace("home: bridge,", "home: bridge, reach: 20 mi,");
        string text = File.ReadAllText(visit.Desk.File);
        Assert.That(
            await visit.Refusal(HttpMethod.Post, "/api/move", JsonContent.Create(Move(text, "one_team", "bridge", "depot"))),
            Is.EqualTo((409, "Depot is out of reach: it is 146 mi from Bridge, and Border reaches 20 mi."))
        );
        foreach (
            (string deployment, string posting, string to) in new[]
            {
                ("no", "bridge", "depot"),
                ("one_team", "no", "depot"),
                ("one_team", "bridge", "no"),
            }
        )
        {
            (int status, _) = await visit.Refusal(HttpMethod.Post, "/api/move", JsonContent.Create(Move(text, deployment, posting, to)));
            Assert.That(status, Is.EqualTo(404));
        }

        (int mistaken, _) = await visit.Refusal(HttpMethod.Post, "/api/move", JsonContent.Create(Move("x: 1", "a", "b", "c")));
        Assert.That(mistaken, Is.EqualTo(409));
    }

    [Test]
    public async Task A_team_moved_on_before_the_text_was_read_again_is_as_if_it_had_been()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} }");
        visit.Desk.Replace(
            "two_teams: { post: { bridge: { task_force: border, team: team, count: 2 } } }",
            "two_teams: { based_on: one_team, post: { second: { at: bridge, hours: 00:00-06:00, task_force: border, team: team } } }"
        );
        visit.Desk.Replace("one_team: { post: { bridge: { ", "one_team: { post: { bridge: { hours: 00:00-06:00, ");
        visit.Desk.Replace("stops: { uncertain: [20%, 30%, 40%] }, finds: 50%", "stops: 100%, finds: 100%");
        string before = File.ReadAllText(visit.Desk.File);
        string once = Text(await visit.Post("/api/move", Move(before, "one_team", "bridge", "depot")), "text");
        JsonElement other = await visit.Post("/api/move", Move(once, "two_teams", "second", "depot"));
        await visit.Post("/api/move", Move(before + "\n", "one_team", "bridge", "depot"));
        JsonElement on = await visit.Post("/api/move", Move(once + "\n", "one_team", "bridge", "bridge"));

        await using PageVisit stranger = await PageVisit.Begin();
        JsonElement read = await stranger.Post("/api/move", Move(once + "\n", "one_team", "bridge", "bridge"));
        JsonElement otherRead = await stranger.Post("/api/move", Move(once, "two_teams", "second", "depot"));
        Assert.That((on.GetRawText(), other.GetRawText()), Is.EqualTo((read.GetRawText(), otherRead.GetRawText())));
        Assert.That(
            Text(on, "text"),
            Is.EqualTo(before.Replace("one_team: { post: { bridge: { ", "one_team: { post: { bridge: { at: bridge, ") + "\n")
        );
    }

    [TestCase("one_team:\n    post:\n      ? bridge\n      : { task_force: border, team: team }")]
    [TestCase("? one_team\n  : { post: { bridge: { task_force: border, team: team } } }")]
    public async Task A_move_that_the_text_can_not_say_is_refused(string written)
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} }");
        visit.Desk.Replace("one_team: { post: { bridge: { task_force: border, team: team } } }", written);
        using var wish = JsonContent.Create(Move(File.ReadAllText(visit.Desk.File), "one_team", "bridge", "depot"));
        (int status, string sentence) = await visit.Refusal(HttpMethod.Post, "/api/move", wish);
        Assert.That(status, Is.EqualTo(409), sentence);
        Assert.That(sentence, Does.StartWith("It can't be moved on the map: "));
    }

    [Test]
    public async Task A_team_of_a_table_is_moved_only_where_the_text_may_say_so()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} }");
        visit.Desk.Replace("  nobody: {}", "  from: posts.csv\n  nobody: {}");
        visit.Desk.Replace("one_team: { post: { bridge: { task_force: border, team: team } } }", "one_team: { label: One }");
        visit.Desk.Replace(
            "two_teams: { post: { bridge: { task_force: border, team: team, count: 2 } } }",
            "two_teams: { based_on: one_team }"
        );
        visit.Desk.Folder.File("posts.csv", "deployment,name,at,task_force,team\none_team,day,bridge,border,team\n");
        string text = File.ReadAllText(visit.Desk.File);
        using var wish = JsonContent.Create(Move(text, "one_team", "day", "depot"));
        (int status, string sentence) = await visit.Refusal(HttpMethod.Post, "/api/move", wish);
        Assert.That(
            (status, sentence),
            Is.EqualTo((409, "It can't be moved on the map, as the text would then have a mistake: 'one_team' is given twice."))
        );
        string moved = Text(await visit.Post("/api/move", Move(text, "two_teams", "day", "depot")), "text");
        Assert.That(ScenarioReader.ReadText(moved, "plan.yaml", visit.Desk.Folder).Scenario, Is.Not.Null);
    }

    [Test]
    public async Task A_rehearsed_move_is_no_mistake_wherever_it_leads()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.Replace("checkpoints: { bridge: {} }", "checkpoints: { bridge: {}, depot: {} }");
        visit.Desk.Replace("home: bridge,", "home: bridge, reach: 20 mi,");
        string text = File.ReadAllText(visit.Desk.File);
        foreach ((string to, HttpStatusCode status) in new[] { ("bridge", HttpStatusCode.OK), ("depot", HttpStatusCode.NoContent) })
        {
            object wish = new
            {
                file = "plan.yaml",
                text,
                deployment = "one_team",
                posting = "bridge",
                to,
                isRehearsal = true,
            };
            using HttpResponseMessage answer = await visit.Send(HttpMethod.Post, "/api/move", JsonContent.Create(wish));
            Assert.That(answer.StatusCode, Is.EqualTo(status));
        }

        Assert.That(File.ReadAllText(visit.Desk.File), Is.EqualTo(text));
    }

    private static object Wish(PageVisit visit) => new { file = "plan.yaml", text = File.ReadAllText(visit.Desk.File) };

    private static object Move(string text, string deployment, string posting, string to) =>
        new
        {
            file = "plan.yaml",
            text,
            deployment,
            posting,
            to,
        };

    private static double Distance((double X, double Y) one, (double X, double Y) other) =>
        Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
