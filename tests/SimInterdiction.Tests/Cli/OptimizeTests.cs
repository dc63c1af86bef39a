using System.Text.Json.Nodes;
using SimInterdiction.Cli;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Cli;

public sealed class OptimizeTests
{
    private const string OneIsEnough = "team_types.roadside.further_team_adds=0%";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_one_team_of_two_corridors_goes_to_the_coast_and_that_is_proven()
    {
        string file = Copy("two-corridors.yaml");
        SimintCall call = Call(file, "--json", "--set", "today=in_the_valley");
        Assert.That((call.Code, call.Error), Is.EqualTo((ExitCode.Ok, "")));
        JsonNode found = Result(call);
        JsonNode best = Best(found);
        Assert.That((double)best["seizure_rate"]!, Is.EqualTo(.12).Within(1e-9));
        Assert.That((double)found["bound"]!, Is.EqualTo(.12).Within(1e-6));
        Assert.That((string?)found["ended"], Is.EqualTo("proven"));
    }

    [Test]
    public void The_file_that_it_writes_is_valid_and_has_the_best_beside_the_others()
    {
        string file = Copy("night-shift.yaml");
        File.AppendAllText(file, "optimize: { candidates: { shifts: [{ hours: 17:00-05:00 }] } }\n");
        SimintCall call = Call(file);
        Assert.That(call.Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(call.Output, Does.Contain("not within the other limits: Night (15.00%)"));
        string written = file.Replace(".yaml", "-best.yaml");
        Assert.That(Simint.Call("check", written), Has.Property("Code").EqualTo(ExitCode.Ok));
        Assert.That(Simint.Call("expect", written).Output, Does.Contain("day ").And.Contain("best "));
    }

    /// <summary>The best for the hours of the day shift is the night shift, which the file has.</summary>
    [Test]
    public void What_the_file_has_already_keeps_its_name_and_is_not_written_again()
    {
        string file = Copy("night-shift.yaml");
        SimintCall call = Call(file, "--json", "--replications", "0");
        SimintCall check = Simint.Call("check", file.Replace(".yaml", "-best.yaml"));
        JsonNode found = Result(call);
        Assert.Multiple(() =>
        {
            Assert.That((string?)found["best_name"], Is.EqualTo("night"));
            Assert.That(found["deployments"]!.AsArray().Select(each => (string?)each!["name"]), Does.Not.Contain("best"));
            Assert.That((check.Code, check.Error), Is.EqualTo((ExitCode.Ok, "")));
        });
    }

    /// <summary>Where today is the best, it is called so, once.</summary>
    [Test]
    public void Today_may_be_the_best()
    {
        string file = Copy("night-shift.yaml");
        SimintCall told = Call(file, "--set", "today=night", "--replications", "4");
        JsonNode found = Result(Call(file, "--json", "--force", "--set", "today=night", "--replications", "0"));
        Assert.Multiple(() =>
        {
            Assert.That((string?)found["best_name"], Is.EqualTo("night"));
            Assert.That((string?)found["deployments"]!.AsArray()[0]!["name"], Is.EqualTo("night"));
            Assert.That(found["better"]!.AsArray(), Is.Empty);
            Assert.That(told.Output, Does.Contain("is as good as the best found").And.Contain("The postings of Night"));
        });
    }

    /// <summary>One lane for six vehicles an hour, ten minutes each, loses half of them; in the valley there are lanes
    /// enough: 8 % there are more than half of 12 %.</summary>
    [Test]
    public void Lanes_that_fill_up_count_in_the_search_and_in_what_it_proves()
    {
        string file = Copy("two-corridors.yaml");
        string[] sets =
        [
            "--set",
            "checkpoints.coast.traffic=60 per hour",
            "--set",
            "team_types.roadside.stops_traffic=10%",
            "--set",
            "team_types.roadside.search={ exponential: 10 min }",
            "--set",
            "team_types.roadside.lanes=1",
        ];
        JsonNode found = Result(Call([file, "--json", "--replications", "0", .. sets]));
        JsonNode best = Best(found);
        Assert.Multiple(() =>
        {
            Assert.That((string?)found["best_name"], Is.EqualTo("in_the_valley"));
            Assert.That((double)best["seizure_rate"]!, Is.EqualTo(.08).Within(.003));
            Assert.That((double)found["share_of_best"]!, Is.EqualTo((double)best["seizure_rate"]!).Within(1e-4));
            Assert.That((double)best["on_best_routes"]!, Is.EqualTo(0).Within(1e-9));
            Assert.That((double)found["bound"]!, Is.EqualTo((double)found["share_of_best"]!).Within(1e-6));
        });
    }

    [Test]
    public void A_file_that_is_there_is_not_replaced_unless_told_to()
    {
        string file = Copy("night-shift.yaml");
        Assert.That(Call(file).Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(Call(file).Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(Call(file, "--force").Code, Is.EqualTo(ExitCode.Ok));
    }

    [Test]
    public void Without_uncertain_inputs_nothing_is_robust()
    {
        SimintCall call = Call(Copy("night-shift.yaml"), "--robust");
        Assert.That((call.Code, call.Output), Is.EqualTo((ExitCode.Usage, "")));
        Assert.That(call.Error, Does.Contain("marks no input as uncertain"));
    }

    [Test]
    public void What_is_kept_may_not_take_more_than_there_is()
    {
        SimintCall call = Call(Copy("southbound.yaml"), "--keep", "houston_1", "--budget", "10 officer-hours");
        Assert.That((call.Code, call.Output), Is.EqualTo((ExitCode.Usage, "")));
        Assert.That(call.Error, Does.Contain("officer-hours, at most 10"));
    }

    /// <summary>A team by day takes 4 x 12 x 90 officer-hours.</summary>
    [Test]
    public void A_budget_below_the_cheapest_posting_is_told()
    {
        SimintCall call = Call(Copy("night-shift.yaml"), "--budget", "4_319 officer-hours");
        Assert.That((call.Code, call.Output), Is.EqualTo((ExitCode.Usage, "")));
        Assert.That(call.Error, Does.Contain("leaves 4,319 officer-hours").And.Contain("takes 4,320"));
    }

    /// <summary>With two teams there is 20 % everywhere; one on the coast stops nothing of those who then take the
    /// valley.</summary>
    [Test]
    public void It_says_what_the_best_is_worth_against_the_others()
    {
        string file = Copy("two-corridors.yaml");
        JsonNode one = Result(Call(file, "--json"));
        JsonNode both = Result(Call(file, "--json", "--force", "--set", "today=both", "--set", OneIsEnough));
        Assert.Multiple(() =>
        {
            Assert.That(OnBestRoutes(one), Is.EqualTo(0).Within(1e-9));
            Assert.That((double)one["bound_against_others"]!, Is.EqualTo(0).Within(1e-6));
            Assert.That(OnBestRoutes(both), Is.EqualTo(.2).Within(1e-9));
            Assert.That((double)both["share_of_best_against_others"]!, Is.EqualTo(.2).Within(1e-9));
        });

        static double OnBestRoutes(JsonNode found) => (double)Best(found)["on_best_routes"]!;
    }

    /// <summary>One team on two roads finds a fifth of what comes by; drawn with equal chances it stops a tenth on
    /// each, whichever they take; where it stays, nothing of those who know where.</summary>
    [Test]
    public void The_best_plans_to_draw_from_watch_each_road_half_of_the_time()
    {
        string file = Copy("two-corridors.yaml");
        SimintCall call = Call(file, "--json", "--random", "--replications", "4");
        JsonNode random = Result(call)["random"]!;
        string written = file.Replace(".yaml", "-best.yaml");
        string[] calendar = ["show", written, "--draw", "30", "--seed", "7"];
        SimintCall told = Call(file, "--force", "--random", "--replications", "4");
        SimintCall check = Simint.Call("check", written);
        IEnumerable<string> variants = ScenarioReader.ReadFile(written, new ReadingOptions()).Scenario!.Experiment.Adversaries.Keys;
        Assert.Multiple(() =>
        {
            Assert.That((double)random["share_of_best_fixed"]!, Is.EqualTo(0).Within(1e-9));
            Assert.That((double)random["share"]!, Is.EqualTo(.1).Within(1e-6));
            Assert.That((double)random["bound"]!, Is.EqualTo(.1).Within(1e-6));
            Assert.That((string?)random["ended"], Is.EqualTo("proven"));
            Assert.That(random["plans"]!.AsArray().Select(plan => (double)plan!["share"]!), Is.EqualTo([.5, .5]).Within(1e-6));
            Assert.That(random["against"]!.AsArray(), Has.Count.EqualTo(4));
            Assert.That((check.Code, check.Error), Is.EqualTo((ExitCode.Ok, "")));
            Assert.That(variants, Is.EquivalentTo(["those_who_learn", "those_who_know", "those_who_watch"]));
            Assert.That(
                Simint.Call(calendar).Output,
                Is.EqualTo(Simint.Call(calendar).Output)
                    .And.Contains("best_random, drawn with seed 7")
                    .And.Contains("(50%): coast, roadside of county, 24 h")
            );
            Assert.That(Simint.Call("show", file, "--draw", "30").Code, Is.EqualTo(ExitCode.Usage));
            Assert.That(told.Output, Does.Contain("How often each posting of Best random postings stands"));
        });
    }

    /// <summary>A second team, in the valley, would add 8 %.</summary>
    [Test]
    public void It_simulates_what_it_proposes_and_says_what_more_would_bring()
    {
        string file = Copy("two-corridors.yaml");
        JsonNode found = Result(Call(file, "--json", "--set", "today=in_the_valley"));
        JsonNode best = Best(found)["simulated"]!;
        JsonNode price = found["prices"]!.AsArray().Single()!;
        SimintCall told = Call(file, "--force", "--set", "today=in_the_valley");
        JsonNode bare = Result(Call(file, "--json", "--force", "--replications", "0"));
        Assert.Multiple(() =>
        {
            Assert.That((double)best["frozen"]!["low"]!, Is.LessThan(.12));
            Assert.That((double)best["frozen"]!["high"]!, Is.GreaterThan(.12));
            Assert.That((bool)best["contradicts_theory"]!, Is.False);
            Assert.That((string?)price["posting"]!["at"], Is.EqualTo("valley"));
            Assert.That((double)price["gain"]!, Is.EqualTo(.08).Within(1e-9));
            Assert.That((double)price["officer_hours"]!, Is.EqualTo(12_960).Within(1e-6));
            Assert.That(told.Output, Does.Contain("Simulated, 20 times each").And.Contain("+8.00 points"));
            Assert.That(Best(bare)["simulated"], Is.Null);
        });
    }

    [Test]
    public void It_speaks_in_labels_and_of_what_money_there_is()
    {
        string file = Copy("two-corridors.yaml");
        File.AppendAllText(file, "optimize: { budget: { cost: 1_000_000 USD } }\n");
        string[] sets =
        [
            "--set",
            "checkpoints.valley.label=Valley road",
            "--set",
            "team_types.roadside.label=Roadside team",
            "--set",
            "team_types.roadside.cost_per_officer_hour=10 USD",
            "--set",
            "task_forces.county.label=The county",
            "--set",
            "today=on_the_coast",
        ];
        string told = Call([file, "--replications", "0", .. sets]).Output.ReplaceLineEndings(" ");
        Assert.That(told, Does.Contain("of a budget of 1.00 million").And.Contain("Valley road  ").And.Contain("Roadside team"));
        Assert.That(told, Does.Not.Contain("roadside ").And.Not.Contain("of county").And.Not.Match(@"\([\d.]+ s\)"));
    }

    /// <summary>Two teams together find 1 - .8 * .8 of what takes the coast, and are posted as two.</summary>
    [Test]
    public void As_many_teams_are_posted_together_as_the_file_posts()
    {
        string file = Copy("two-corridors.yaml");
        File.AppendAllText(file, "optimize: { candidates: { checkpoints: [coast] } }\n");
        string[] two = ["--set", "deployments.on_the_coast.post.coast.count=2", "--set", "task_forces.county.teams.roadside=3"];
        JsonNode best = Best(Result(Call([file, "--json", .. two])));
        Assert.That((double)best["seizure_rate"]!, Is.EqualTo(.6 * .36).Within(1e-9));
        Assert.That((int)best["post"]!.AsArray().Single()!["count"]!, Is.EqualTo(2));
    }

    /// <summary>There are officer-hours for two teams round the clock: both on the coast, where 60 % pass, as long as
    /// the second finds enough there.</summary>
    [TestCase("", "", .6 * .36, "2 at coast")]
    [TestCase("50%", "", .2, "1 at coast 1 at valley")]
    [TestCase("50%", "candidates: { checkpoints: [coast] },", .6 * .28, "2 at coast")]
    [TestCase("0%", "candidates: { checkpoints: [coast] },", .6 * .2, "1 at coast")]
    [TestCase("50%", "candidates: { checkpoints: [coast] }, at_most: [{ teams: 1 }],", .12, "1 at coast")]
    public void Second_teams_are_posted_where_they_bring_something(string furtherTeamAdds, string section, double rate, string written)
    {
        string file = Copy("two-corridors.yaml");
        File.AppendAllText(file, $"optimize: {{ {section} budget: {{ officer_hours: 25_920 }} }}\n");
        string[] sets = furtherTeamAdds.Length > 0 ? ["--set", $"team_types.roadside.further_team_adds={furtherTeamAdds}"] : [];
        JsonNode found = Result(Call([file, "--json", "--replications", "0", .. sets]));
        Assert.That((double)Best(found)["seizure_rate"]!, Is.EqualTo(rate).Within(1e-9));
        Assert.That((double)found["bound"]!, Is.EqualTo(rate).Within(1e-6));
        Assert.That(string.Join(' ', Best(found)["post"]!.AsArray().Select(Shown)), Is.EqualTo(written));

        static string Shown(JsonNode? posting) => $"{(int)posting!["count"]!} at {(string?)posting["at"]}";
    }

    /// <summary>5 % by day and 15 % by night are 20 %, where the two are never there together and a second one would
    /// bring nothing.</summary>
    [Test]
    public void Teams_of_a_place_are_posted_at_different_hours()
    {
        string file = Copy("night-shift.yaml");
        File.AppendAllText(
            file,
            "optimize: { budget: { officer_hours: 8_640 }, candidates: { shifts: [{ hours: 06:00-18:00 }, { hours: 18:00-06:00 }] } }\n"
        );
        string[] sets = ["--set", "team_types.team.further_team_adds=0%", "--set", "task_forces.city_unit.teams.team=2"];
        JsonNode found = Result(Call([file, "--json", "--replications", "0", .. sets]));
        Assert.That((double)Best(found)["seizure_rate"]!, Is.EqualTo(.2).Within(1e-9));
        Assert.That((double)found["bound"]!, Is.EqualTo(.2).Within(1e-6));
    }

    /// <summary>A team round the clock takes 12,960 officer-hours: with less there is none, with twice that there are
    /// two.</summary>
    [Test]
    public void The_frontier_is_that_of_each_budget_and_the_report_shows_it()
    {
        string file = Copy("two-corridors.yaml");
        string[] options = ["--frontier", "--replications", "4", "--set", OneIsEnough];
        JsonNode found = Result(Call([file, "--json", .. options]));
        (double Budget, double Share, double Bound)[] points =
        [
            .. found["frontier"]!
                .AsArray()
                .Select(point => ((double)point!["budget"]!["officer_hours"]!, (double)point["share"]!, (double)point["bound"]!)),
        ];
        Assert.Multiple(() =>
        {
            Assert.That(
                points.Select(point => point.Budget / 12_960),
                Is.EqualTo(Enumerable.Range(1, 10).Select(i => i / 5.0)).Within(1e-9)
            );
            Assert.That(points.Select(point => point.Share), Is.EqualTo([0, 0, 0, 0, .12, .12, .12, .12, .12, .2]).Within(1e-9));
            Assert.That(points.Select(point => point.Bound), Is.EqualTo(points.Select(point => point.Share)).Within(1e-6));
        });
        string results = Path.Combine(folder.Path, "results");
        string[] csv = Directory.GetFiles(results, "*frontier*.csv", SearchOption.AllDirectories);
        Assert.That(File.ReadAllLines(csv.Single()), Has.Length.EqualTo(11));
        Assert.That(Call([file, "--force", .. options]).Output, Does.Contain("10,368").And.Contain("none more than"));
        string[] run = ["--replications", "2", "--no-figures", "--quiet", "--set", OneIsEnough, "--out", results];
        Assert.That(Simint.Call(["run", file, .. run]).Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(
            Simint.Call("report", Directory.GetDirectories(results + "/two-corridors", "20*").Single(), "--format", "html").Code,
            Is.EqualTo(ExitCode.Ok)
        );
        string report = File.ReadAllText(
            Directory
                .GetFiles(results, "report.html", SearchOption.AllDirectories)
                .Single(f => f.Contains("documents", StringComparison.Ordinal))
        );
        Assert.That(
            report,
            Does.Contain("Deployments that nobody thought of").And.Contain("What the best deployment found seizes with each budget")
        );
    }

    /// <summary>With the team on the coast, those who would take it are fewer by exp(-5 x .2).</summary>
    [Test]
    public void Against_those_who_know_the_best_is_what_their_choice_leaves()
    {
        string file = Copy("two-corridors.yaml");
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace("rate: 40", "organization: ring\n    rate: 40", StringComparison.Ordinal)
                + "organizations: { ring: { route_choice: { risk_aversion: 5, learns: known } } }\n"
        );
        JsonNode found = Result(Call(file, "--json", "--replications", "0", "--against", "logit", "--set", OneIsEnough));
        double coast = .6 * Math.Exp(-5 * .2);
        double worth = .2 * coast / (coast + .4);
        JsonNode best = Best(found);
        Assert.Multiple(() =>
        {
            Assert.That((double)found["share_of_best"]!, Is.EqualTo(worth).Within(1e-9));
            Assert.That((double)best["if_they_knew_all_risks"]!, Is.EqualTo(worth).Within(1e-6));
            Assert.That((double)best["seizure_rate"]!, Is.EqualTo(.12).Within(1e-9));
            Assert.That((double)found["bound"]!, Is.InRange(worth, .12));
            Assert.That((string?)found["ended"], Is.EqualTo("bounded"));
        });
    }

    /// <summary>5 % by day, 20 % round the clock; by night and day in turn there is no third team.</summary>
    [Test]
    public void Longer_hours_have_a_price()
    {
        string file = Copy("night-shift.yaml");
        File.AppendAllText(
            file,
            "optimize: { budget: { officer_hours: 4_320 }, candidates: { shifts: [{ hours: 06:00-18:00 }, { hours: 24 h }] } }\n"
        );
        JsonNode found = Result(Call(file, "--json", "--set", "team_types.team.max_hours=24 h per day"));
        JsonNode price = found["prices"]!.AsArray().Single(each => (string?)each!["kind"] == "longer_hours")!;
        Assert.That((double)price["gain"]!, Is.EqualTo(.15).Within(1e-9));
        Assert.That((string?)price["instead_of_hours"], Is.EqualTo("06:00-18:00"));
    }

    /// <summary>12 % on the coast, 8 % in the valley, 20 % in both; a second team at a place brings nothing.</summary>
    [TestCase("{ budget: { officer_hours: 12_960 } }", .12)]
    [TestCase("{ budget: { cost: 1_101_600 USD } }", .12)]
    [TestCase("{ budget: { officer_hours: 25_920 } }", .2)]
    [TestCase("{ budget: { officer_hours: 25_920, cost: 1_101_600 USD } }", .12)]
    [TestCase("{ budget: { officer_hours: 25_920 }, at_most: [{ teams: 0, checkpoints: [coast] }] }", .08)]
    [TestCase("{ budget: { officer_hours: 25_920 }, at_most: [{ teams: 1, team_types: [roadside] }] }", .12)]
    [TestCase("{ candidates: { checkpoints: [valley] }, budget: { officer_hours: 25_920 } }", .08)]
    [TestCase("{ candidates: { shifts: [{ hours: 06:00-18:00 }] }, budget: { officer_hours: 25_920 } }", .1)]
    [TestCase("{ candidates: { shifts: [{ days: [mon] }, { days: [wed] }] }, budget: { officer_hours: 25_920 } }", .2 * 26 / 90)]
    public void The_file_says_what_may_be_chosen(string section, double rate)
    {
        string file = Copy("two-corridors.yaml");
        File.AppendAllText(file, $"optimize: {section}\n");
        JsonNode found = Result(Call(file, "--json", "--replications", "0", "--set", OneIsEnough));
        Assert.That((double)Best(found)["seizure_rate"]!, Is.EqualTo(rate).Within(1e-9));
        Assert.That((double)found["bound"]!, Is.EqualTo(rate).Within(1e-6));
    }

    /// <summary>What is kept has its own days and its own name, and is there in the file that is written.</summary>
    [Test]
    public void What_is_kept_stays_as_it_is()
    {
        string file = Copy("two-corridors.yaml");
        File.AppendAllText(file, "optimize: { keep: [valley], budget: { officer_hours: 25_920 } }\n");
        string[] sets =
        [
            "--set",
            "today=both",
            "--set",
            "deployments.both.post.valley.days=[mon]",
            "--set",
            "deployments.both.post.coast.hours=06:00-18:00",
        ];
        Assert.That(Call([file, .. sets]).Code, Is.EqualTo(ExitCode.Ok));
        string written = File.ReadAllText(file.Replace(".yaml", "-best.yaml"));
        Assert.That(written, Does.Contain("remove: [coast]").And.Not.Contain("valley_county"));
        JsonNode found = Result(Call([file, "--json", "--force", .. sets]));
        Assert.That((double)Best(found)["seizure_rate"]!, Is.EqualTo(.12 + (.08 * 13 / 90)).Within(1e-3));
    }

    [Test]
    public void Limits_that_conflict_are_named_with_their_lines()
    {
        string file = Copy("two-corridors.yaml");
        File.AppendAllText(file, "optimize:\n  keep: [coast]\n  budget: { officer_hours: 10 }\n");
        int lines = File.ReadAllLines(file).Length;
        SimintCall call = Call(file);
        Assert.That((call.Code, call.Output), Is.EqualTo((ExitCode.ScenarioErrors, "")));
        Assert.That(call.Error, Does.Contain($":{lines}:28: error S441").And.Contain("12,960").And.Contain($"{lines - 1} |   keep"));
    }

    [TestCase("--against", "nobody")]
    [TestCase("--budget", "a lot")]
    [TestCase("--budget", "10")]
    [TestCase("--keep", "nobody")]
    [TestCase("--task-forces", "nobody")]
    [TestCase("--save", "../elsewhere.yaml")]
    public void What_makes_no_sense_is_refused(string option, string value) =>
        Assert.That(Call(Copy("night-shift.yaml"), option, value).Code, Is.EqualTo(ExitCode.Usage));

    private string Copy(string name)
    {
        foreach (string file in Directory.GetFiles(ShippedScenariosTests.Folder, $"{Path.GetFileNameWithoutExtension(name)}*.*"))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        return Path.Combine(folder.Path, name);
    }

    private SimintCall Call(params string[] arguments) =>
        Simint.Call(["optimize", .. arguments, "--out", Path.Combine(folder.Path, "results")]);

    private static JsonNode Best(JsonNode found) =>
        found["deployments"]!.AsArray().Single(each => (string?)each!["name"] == (string?)found["best_name"])!;

    private static JsonNode Result(SimintCall call) => JsonNode.Parse(call.Output)!["result"]!;
}
