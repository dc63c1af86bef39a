using System.Text.Json;
using System.Text.RegularExpressions;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary><c>simint sensitivity</c> as a planner or a script meets it.</summary>
public sealed class SensitivityTests
{
    private const string Plan = """
        title: Which team
        length: 20 days
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51] } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: { uncertain: [10 shipments per day, 20 shipments per day, 30 shipments per day] }, routes: { road: 100% } } }
        team_types:
          known: { officers: 4, stops: 50%, finds: 40% }
          doubtful: { officers: 4, stops: 50%, finds: { uncertain: [20%, 50%, 60%] } }
        task_forces: { border: { home: bridge, teams: { known: 1, doubtful: 1 } } }
        checkpoints: { bridge: {} }
        deployments:
          with_known: { post: { bridge: { task_force: border, team: known } } }
          with_doubtful: { label: "With a doubtful team", post: { bridge: { task_force: border, team: doubtful } } }
        experiment: { smallest_difference_that_matters: 1 point, replications: 12, seed: 5 }
        """;

    private const string Finds = "team_types.doubtful.finds";

    private TemporaryFolder folder = null!;

    private string Results => Path.Combine(folder, "results");

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void It_says_what_it_will_cost_what_turns_the_answer_and_where_the_figure_is()
    {
        SimintCall run = Invoke("sensitivity", Write(Plan));
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        // The best guess, and two ends of two inputs.
        Assert.That(run.Error, Does.Contain("5 settings x 2 deployments x 12 replications").And.Contain(", as estimated from the file."));
        Assert.That(
            run.Output,
            Does.StartWith("SYNTHETIC DATA")
                .And.Contain("The answer flips with Doubtful's chance to find below 40%")
                .And.Contain($"  Doubtful: chance to find ({Finds})\n      20%: ")
        );
        Assert.That(
            run.Output.TrimEnd(),
            Does.EndWith($"  Next    simint sensitivity {Path.Combine(folder, "plan.yaml")} --method map --out {Results}")
        );
        Assert.That(
            Directory.GetFiles(Made("tornado"), "*", SearchOption.AllDirectories).Select(Path.GetFileName),
            Is.SupersetOf(new[] { "sensitivity.json", "16-tornado.png", "16-tornado.svg", "16-tornado.csv", "16-tornado.txt" })
        );
    }

    [Test]
    public void Scripts_find_numbers_as_shares_by_input()
    {
        using JsonDocument json = JsonDocument.Parse(
            Invoke("sensitivity", Write(Plan), "--json", "--quiet", "--replications", "6", "--seed", "8").Output
        );
        JsonElement result = json.RootElement.GetProperty("result");
        Assert.That(json.RootElement.GetProperty("synthetic_data").GetString(), Does.StartWith("SYNTHETIC DATA"));
        Assert.That(json.RootElement.GetProperty("command").GetString(), Does.EndWith("--replications 6 --seed 8"));
        Assert.That(
            (
                result.GetProperty("method").GetString(),
                result.GetProperty("deployment").GetString(),
                result.GetProperty("baseline").GetString(),
                result.GetProperty("replications").GetInt32(),
                result.GetProperty("seed").GetInt64()
            ),
            Is.EqualTo(("tornado", "with_doubtful", "with_known", 6, 8L))
        );
        JsonElement swing = result.GetProperty("tornado")[0];
        Assert.That(swing.GetProperty("path").GetString(), Is.EqualTo(Finds));
        Assert.That(swing.GetProperty("at_low").GetProperty("value").GetDouble(), Is.EqualTo(-.1).Within(.03));
        Assert.That(swing.GetProperty("turns_at").GetProperty("value").GetDouble(), Is.EqualTo(.4).Within(.01));
        Assert.That(
            swing.GetProperty("swing").GetProperty("low").GetDouble(),
            Is.LessThan(swing.GetProperty("swing").GetProperty("high").GetDouble())
        );
        Assert.That(
            result
                .GetProperty("inputs")
                .EnumerateArray()
                .Single(i => i.GetProperty("path").GetString() == Finds)
                .GetProperty("best")
                .GetDouble(),
            Is.EqualTo(.5)
        );
    }

    // The best guess, two ends of two inputs, and four corners; about all deployments, so none is chosen.
    [Test]
    public void Verdicts_are_announced_with_what_they_will_cost()
    {
        string[] verdicts = ["sensitivity", Write(Plan), "--method", "verdicts", "--replications", "3"];
        string first = Invoke(verdicts).Error;
        Assert.That(first, Does.Contain("9 settings x 2 deployments x 3 replications").And.Contain("as estimated from the file."));
        Assert.That(first, Does.Contain("Ctrl-C is safe").And.Not.Contain("Analysing").And.Not.Contain("simulated before"));
        Assert.That(Invoke(verdicts).Error, Does.Contain("Everything was simulated before"));
    }

    [Test]
    public void An_analysis_of_many_settings_says_first_how_long_it_takes()
    {
        string told = Invoke(["sensitivity", Write(Plan), "--method", "map", "--replications", "3"]).Error;
        Assert.That(told, Does.Match("54 settings x 2 deployments x 3 replications .*, measured at a few settings"));
    }

    [TestCase("morris", "morris.csv")]
    [TestCase("sobol", "sobol.csv")]
    [TestCase("map", "17-two-inputs.png")]
    [TestCase("verdicts", "verdicts.csv")]
    [TestCase("discover", "18-discovery.png")]
    public void Every_method_answers_in_words_and_leaves_a_table(string method, string file)
    {
        string[] samples =
            method is "morris" or "sobol" ? ["--samples", "4"]
            : method is "discover" ? ["--samples", "50"]
            : [];
        SimintCall run = Invoke(["sensitivity", Write(Plan), "--method", method, "--replications", "3", .. samples]);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        Assert.That(
            run.Output.Split('\n')
                .Where(l => !l.StartsWith("  Results", StringComparison.Ordinal) && !l.StartsWith("  Next", StringComparison.Ordinal))
                .Select(l => l.Length),
            Is.All.LessThanOrEqualTo(80)
        );
        Assert.That(Directory.GetFiles(Made(method), "*", SearchOption.AllDirectories).Select(Path.GetFileName), Does.Contain(file));
    }

    [Test]
    public void A_run_names_the_command_and_once_it_was_made_shows_what_came_of_it()
    {
        string file = Write(Plan);
        SimintCall before = Invoke("run", file, "--no-figures");
        Assert.That(before.Output.TrimEnd(), Does.EndWith($"  Next    simint sensitivity {file} --out {Results}"));
        string made = Directory.GetDirectories(Path.Combine(Results, "plan")).Single();
        SimintCall none = Invoke("plot", made, "tornado");
        Assert.That(
            (none.Code, none.Error),
            Is.EqualTo(
                (
                    ExitCode.Usage,
                    $"simint: figure 'tornado' needs a sensitivity analysis of one input at a time, which '{made}' doesn't "
                        + $"have. Make it with: simint sensitivity {file} --out {Results}\n"
                )
            )
        );

        Invoke("sensitivity", file, "--replications", "5", "--quiet");
        Invoke("sensitivity", file, "--method", "map", "--replications", "3", "--quiet");
        SimintCall after = Invoke("run", file, "--replications", "14", "--seed", "6", "--no-figures");
        Assert.That(
            string.Join(' ', after.Output.Split('\n', StringSplitOptions.TrimEntries)),
            Does.Contain("flips with Doubtful's chance to find below 40%")
        );
        Assert.That(
            after.Output.TrimEnd(),
            Does.EndWith($"  Next    simint sensitivity {file} --method verdicts --replications 14 --seed 6 --out {Results}")
        );
        SimintCall report = Invoke("report", made);
        Assert.That(report.Code, Is.EqualTo(ExitCode.Ok), report.Error);
        string html = System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(made, "documents", "report.html")));
        Assert.That(
            html,
            Does.Contain("The answer flips with Doubtful's chance to find below 40%")
                .And.Contain("Figure 17</figcaption>")
                .And.Not.Contain("simint sensitivity")
        );
        Assert.That(Invoke("plot", made, "tornado", "--svg").Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(Invoke("verify", made, "--sample", "2").Code, Is.EqualTo(ExitCode.Ok), "what stands beside a run doesn't disturb it");
    }

    [Test]
    public void Doubt_about_another_scenario_is_not_shown()
    {
        string file = Write(Plan);
        Invoke("sensitivity", file, "--replications", "3", "--quiet");
        Invoke("run", file, "--set", "flows.guns.rate=20 shipments per day", "--no-figures", "--quiet");
        string made = Directory
            .GetDirectories(Path.Combine(Results, "plan"))
            .Single(d => !d.Contains("sensitivity", StringComparison.Ordinal));
        Assert.That(Invoke("plot", made, "tornado").Code, Is.EqualTo(ExitCode.Usage));
    }

    [Test]
    public void The_same_command_again_simulates_nothing_and_says_the_same()
    {
        string[] command = ["sensitivity", Write(Plan), "--jobs"];
        string first = Invoke([.. command, "1"]).Output;
        Assert.That(Invoke([.. command, "1", "--quiet"]), Is.EqualTo(new SimintCall(ExitCode.Ok, $"  Results {Made("tornado")}\n", "")));
        string[] chunks = Chunks();
        Assert.That(Invoke([.. command, "3"]).Output, Is.EqualTo(first));
        Assert.That(Chunks(), Is.EqualTo(chunks));
        Assert.That(
            Invoke(["sensitivity", Path.Combine(folder, "plan.yaml")]).Error,
            Does.Match(@"\(sensitivity-tornado-\w+\); nothing is simulated now\.\n$")
        );

        string[] Chunks() =>
            [
                .. Directory
                    .GetFiles(Made("tornado"), "*.parquet", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(f => $"{f} {File.GetLastWriteTimeUtc(f).Ticks}"),
            ];
    }

    [TestCase("morris")]
    [TestCase("sobol", "--samples", "3")]
    [TestCase("map")]
    public void What_is_kept_takes_no_time(string method, params string[] more)
    {
        string[] command = ["sensitivity", Write(Plan), "--method", method, "--replications", "2", .. more];
        Assert.That(Invoke(command).Error, Does.Not.Contain("kept already"));
        SimintCall again = Invoke(command);
        Assert.That(again.Error, Does.Contain(", which are kept already.").And.Not.Contain("measured").And.Not.Contain("estimated"));
        string planned = Regex.Match(again.Error, @"(\d+) settings x").Groups[1].Value;
        Assert.That(again.Output, method == "map" ? Is.Not.Empty : Does.Contain($"{planned} settings"), "one number of settings");
    }

    [TestCase(new[] { "--deployment", "nights" }, "there is no deployment 'nights'. There is: with_doubtful.")]
    [TestCase(new[] { "--deployment", "with_known" }, "'with_known' is the baseline; the others are: with_doubtful.")]
    [TestCase(
        new[] { "--measure", "seizure_rat" },
        "there is no measure 'seizure_rat' to study: did you mean 'seizure_rate'? See 'simint list measures'."
    )]
    [TestCase(new[] { "--measure", "luck" }, "there is no measure 'luck' to study. See 'simint list measures'.")]
    [TestCase(new[] { "--method", "map", "--inputs", "flows.guns.rate" }, "a map is of two different inputs: --inputs a,b.")]
    [TestCase(
        new[] { "--method", "map", "--inputs", "flows.guns.rate,total_flow" },
        "'total_flow' is not marked uncertain. These are: flows.guns.rate, team_types.doubtful.finds."
    )]
    [TestCase(
        new[] { "--method", "map", "--inputs", "flows.gun.rate,total_flow" },
        "'flows.gun.rate' is not marked uncertain: did you mean 'flows.guns.rate'? 'total_flow' is not marked uncertain. These are: "
            + "flows.guns.rate, team_types.doubtful.finds."
    )]
    [TestCase(new[] { "--inputs", "flows.guns.rate,team_types.doubtful.finds" }, "--inputs is for --method map.")]
    [TestCase(new[] { "--method", "morris", "--inputs", "total_flow" }, "--inputs is for --method map.")]
    [TestCase(new[] { "--samples", "9" }, "--samples is for --method morris, sobol and discover.")]
    [TestCase(
        new[] { "--method", "discover", "--samples", "49" },
        "--method discover needs 50 settings at least to show a region, not 49: --samples 50 or more."
    )]
    [TestCase(
        new[] { "--method", "verdicts", "--deployment", "with_doubtful" },
        "--method verdicts is about every deployment: leave --deployment out."
    )]
    public void What_is_not_there_is_refused_with_what_is(string[] wrong, string message)
    {
        SimintCall run = Invoke(["sensitivity", Write(Plan), .. wrong]);
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Usage, $"simint: {message}\n")));
    }

    [Test]
    public void Without_anything_uncertain_it_says_how_to_mark_it()
    {
        SimintCall run = Invoke("sensitivity", Write(Plan), "--set", "flows.guns.rate=20 shipments per day", "--set", $"{Finds}=50%");
        Assert.That((run.Code, run.Output), Is.EqualTo((ExitCode.Usage, string.Empty)));
        Assert.That(run.Error, Does.Contain("marks no input as uncertain").And.Contain("finds: { uncertain: [40%, 50%, 60%] }"));
    }

    [Test]
    public void The_suggested_command_works_in_a_shell_and_finds_the_earlier_results()
    {
        string file = Path.Combine(folder, "it's a plan.yaml");
        File.WriteAllText(file, Plan);
        string quoted = $"'{folder}/it'\\''s a plan.yaml'";
        string next = Invoke("run", file, "--replications", "5", "--no-figures").Output.Split('\n').Single(l => l.Contains(" Next "));
        Assert.That(next.Trim(), Is.EqualTo($"Next    simint sensitivity {quoted} --replications 5 --out {Results}"));
        string then = Invoke("sensitivity", file, "--replications", "5").Output.Split('\n').Single(l => l.Contains(" Next "));
        Assert.That(then, Does.Contain($"{quoted} --method").And.EndWith($" --out {Results}"));
        string run = Path.GetDirectoryName(
            Directory
                .GetFiles(Results, "manifest.json", SearchOption.AllDirectories)
                .Single(f => !f.Contains("sensitivity", StringComparison.Ordinal))
        )!;
        Assert.That(
            Invoke("plot", run, "two-inputs").Error.Trim(),
            Does.EndWith($"simint sensitivity {quoted} --method map --replications 5 --out {Results}")
        );
    }

    private string Made(string method) => Directory.GetDirectories(Path.Combine(Results, "plan"), $"sensitivity-{method}-*").Single();

    private string Write(string yaml)
    {
        string file = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(file, yaml);
        return file;
    }

    private SimintCall Invoke(params string[] arguments)
    {
        string[] all = arguments[0] is "sensitivity" or "run" ? [.. arguments, "--out", Results] : arguments;
        return Simint.Call(all);
    }
}
