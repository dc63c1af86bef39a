using System.Text.Json;
using SimInterdiction.Cli;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Cli;

/// <summary>The program as a planner or a script meets it.</summary>
public class CommandLineTests
{
    private const string Good = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 30%, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { nobody: {}, one_team: { post: { bridge: { task_force: border, team: team } } } }
        experiment: { replications: 20, seed: 3 }
        """;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_run_writes_data_figures_a_report_and_a_manifest_that_names_them_all()
    {
        SimintCall run = Simint.Call("run", Write(Good), "--out", folder);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        Assert.That(run.Output, Does.StartWith("SYNTHETIC DATA").And.Contain("report.html"));
        string made = Directory.GetDirectories(Path.Combine(folder, "plan")).Single();
        string[] files =
        [
            .. Directory
                .GetFiles(made, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(made, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
        Assert.That(
            files,
            Does.Contain("report.html")
                .And.Contain("summary.csv")
                .And.Contain("result.json")
                .And.Contain("figures/01-answer.png")
                .And.Contain("figures/01-answer.svg")
                .And.Contain("figures/01-answer.csv")
                .And.Contain("figures/01-answer.txt")
        );
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(made, "manifest.json")));
        Assert.That(
            manifest
                .RootElement.GetProperty("output_sha256")
                .EnumerateObject()
                .Select(p => p.Name)
                .Append("manifest.json")
                .Order(StringComparer.Ordinal),
            Is.EqualTo(files.Where(f => f != ".lock"))
        );
        Assert.That(manifest.RootElement.GetProperty("seed").GetInt64(), Is.EqualTo(3));
    }

    [Test]
    public void The_same_command_gives_the_same_files_but_for_times()
    {
        string[] arguments = ["run", Write(Good), "--out", folder, "--no-figures", "--quiet", "--jobs"];
        Simint.Call([.. arguments, "1"]);
        string first = Summary();
        Simint.Call([.. arguments, "3"]);
        Assert.That(Summary(), Is.EqualTo(first));

        string Summary() => File.ReadAllText(Path.Combine(Directory.GetDirectories(Path.Combine(folder, "plan")).Single(), "summary.csv"));
    }

    [Test]
    public void A_precision_is_simulated_for_and_told_about()
    {
        // A third of about 300 shipments arrives on duty, with a standard deviation of 2.7 points of them; 15 % of that
        // is left when the luck of the searches is taken out.
        string file = Write(Good.Replace("team: team } } } }", "team: team, hours: 08:00-16:00 } } } }", StringComparison.Ordinal));
        SimintCall run = Simint.Call("run", file, "--out", folder, "--no-figures", "--json", "--precision", "0.1 points");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement precision = json.RootElement.GetProperty("precision");
        Assert.That(precision.GetProperty("wanted").GetDouble(), Is.EqualTo(.001));
        Assert.That(precision.GetProperty("found").GetDouble(), Is.LessThanOrEqualTo(.001));
        Assert.That(precision.GetProperty("reached").GetBoolean(), Is.True);
        Assert.That(json.RootElement.GetProperty("replications").GetInt32(), Is.GreaterThan(20));
        Assert.That(
            Simint.Call("run", file, "--out", folder, "--no-figures", "--precision", "0.1 points").Output,
            Does.Contain("Simulated until the difference was known to +-0.1 points")
        );
        SimintCall refused = Simint.Call("run", file, "--out", folder, "--set", "title=x", "--precision", "5 cows");
        Assert.That(refused.Code, Is.EqualTo(ExitCode.ScenarioErrors));
        Assert.That(refused.Output + refused.Error, Does.Contain("--precision:1:1").And.Not.Contain("--set"));
    }

    [Test]
    public void Report_and_plot_leave_every_file_of_the_manifest_as_it_is()
    {
        Simint.Call("run", Write(Good), "--out", folder, "--no-figures", "--quiet");
        string made = Directory.GetDirectories(Path.Combine(folder, "plan")).Single();
        SimintCall report = Simint.Call("report", Path.GetFileName(made), "--out", folder, "--format", "html,pptx,xlsx,pdf,brief");
        Assert.That(report.Code, Is.EqualTo(ExitCode.Ok), report.Error);
        Assert.That(
            report.Output.Trim().Split('\n').Select(l => Path.GetRelativePath(made, l.Trim())),
            Is.EqualTo(
                new[] { "report.html", "deck.pptx", "results.xlsx", "report.pdf", "brief.pdf", "brief.docx" }.Select(f =>
                    Path.Combine("documents", f)
                )
            )
        );
        Assert.That(Directory.GetFiles(Path.Combine(made, "documents")).Select(f => new FileInfo(f).Length), Is.All.GreaterThan(5_000));
        SimintCall plot = Simint.Call("plot", made, "answer", "--svg");
        Assert.That(plot.Code, Is.EqualTo(ExitCode.Ok), plot.Error);
        Assert.That(
            plot.Output.Trim().Split('\n').Select(l => Path.GetFileName(l.Trim())),
            Is.EqualTo(new[] { "01-answer.svg", "01-answer.csv", "01-answer.txt" })
        );
        Assert.That(Simint.Call("verify", made, "--sample", "2").Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(Simint.Call("plot", made, "nothing").Error, Does.Contain("There are: answer, risk, value"));
        Assert.That(
            Simint.Call("plot", made, "answer", "--deployment", "nobody").Error,
            Does.StartWith("simint: figure 'answer' is about all deployments").And.Contain("when, map, difference, spacetime, weeks")
        );
        Assert.That(Simint.Call("report", made, "--format", "doc").Error, Does.Contain("There are: html, pptx, xlsx, pdf, brief"));
    }

    [Test]
    public void Json_goes_to_standard_output_alone()
    {
        SimintCall run = Simint.Call("run", Write(Good), "--out", folder, "--no-figures", "--json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement comparison = json.RootElement.GetProperty("comparisons")[0];
        Assert.That(comparison.GetProperty("deployment").GetString(), Is.EqualTo("one_team"));
        Assert.That(comparison.GetProperty("difference").GetDouble(), Is.EqualTo(0.15).Within(0.02));
    }

    [Test]
    public void Two_different_runs_of_one_scenario_lie_side_by_side()
    {
        string file = Write(Good);
        Simint.Call("run", file, "--out", folder, "--no-figures", "--quiet");
        Simint.Call("run", file, "--out", folder, "--no-figures", "--quiet", "--seed", "4");
        Simint.Call("run", file, "--out", folder, "--no-figures", "--quiet", "--set", "team_types.team.finds=60%");
        Assert.That(Directory.GetDirectories(Path.Combine(folder, "plan")), Has.Length.EqualTo(3));
    }

    [Test]
    public void Quiet_says_nothing_but_where_the_results_are()
    {
        string file = Write(Good.Replace("stops: 30%", "stops: 30%, queue_limit: 6", StringComparison.Ordinal));
        string[] command = ["run", file, "--out", folder, "--no-figures"];
        Assert.That(Simint.Call(command).Error, Does.Contain("warning S508"));
        SimintCall quiet = Simint.Call([.. command, "--quiet"]);
        Assert.That((quiet.Code, quiet.Error), Is.EqualTo((ExitCode.Ok, string.Empty)));
        Assert.That(quiet.Output, Is.EqualTo($"  Data    {Directory.GetDirectories(Path.Combine(folder, "plan")).Single()}\n"));
        SimintCall wrong = Simint.Call("run", Write("places: {}"), "--out", folder, "--quiet");
        Assert.That((wrong.Code, wrong.Output), Is.EqualTo((ExitCode.ScenarioErrors, string.Empty)));
        Assert.That(wrong.Error, Does.Contain("error S"));
    }

    [TestCase("run", "--only")]
    [TestCase("sensitivity", "--inputs")]
    [TestCase("optimize", "--keep")]
    [TestCase("optimize", "--task-forces")]
    [TestCase("expect", "--deployments")]
    [TestCase("report", "--format")]
    [TestCase("validate", "--only")]
    public void An_option_for_names_without_any_is_refused(string command, string option)
    {
        foreach (string none in new[] { "", " ", ",", " , " })
        {
            string[] file = command == "validate" ? [] : [Write(Good)];
            SimintCall call = Simint.Call([command, .. file, option, none]);
            Assert.That(call.Code, Is.EqualTo(ExitCode.Usage), none);
            Assert.That(call.Error, Does.Contain($"{option} takes names separated by commas, and what it was given has none."));
        }
    }

    [Test]
    public void A_bad_file_is_shown_with_line_and_column_and_nothing_is_run()
    {
        SimintCall run = Simint.Call(
            "run",
            Write(Good.Replace("rate: 10 shipments per day", "rate: 10", StringComparison.Ordinal)),
            "--out",
            folder
        );
        Assert.That(run.Code, Is.EqualTo(ExitCode.ScenarioErrors));
        Assert.That(
            run.Error,
            Does.Contain("plan.yaml:3:24: error S120").And.Contain("1 error. Nothing was run.").And.Contain("simint explain S120")
        );
        Assert.That(Directory.Exists(Path.Combine(folder, "plan")), Is.False);
    }

    [Test]
    public void The_name_alone_says_what_to_do_first()
    {
        SimintCall call = Simint.Call();
        Assert.That((call.Code, call.Error), Is.EqualTo((ExitCode.Ok, string.Empty)));
        Assert.That(call.Output, Does.Contain("To begin:").And.Contain("simint demo").And.Contain("simint --help"));
        Assert.That(call.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    [TestCase("run")]
    [TestCase("run", "x.yaml", "--jobs", "none")]
    [TestCase("run", "x.yaml", "--replications", "0")]
    [TestCase("fly")]
    [TestCase("check")]
    [TestCase("explain", "nothing_of_that_name")]
    [TestCase("run", "x.yaml", "--dry-run", "--json")]
    [TestCase("run", "x.yaml", "--out", "")]
    [TestCase("init", "")]
    [TestCase("compare", "x")]
    [TestCase("report", "x", "--to", " ")]
    [TestCase("plot", "x", "answer", "--to", "")]
    [TestCase("optimize", "x.yaml", "--save", "")]
    [TestCase("calibrate", "x.yaml", "--fit", "a between 1 and 2", "--to", "seizure_rate = 2%", "--save", "")]
    [TestCase("optimize", "x.yaml", "--budget", "NaN USD")]
    [TestCase("optimize", "x.yaml", "--budget", "Infinity officer-hours")]
    [TestCase("compare", "a", "b", "--csv", "--md")]
    [TestCase("validate", "--json", "--md")]
    public void A_wrong_call_exits_with_two_and_says_why(params string[] arguments)
    {
        SimintCall call = Simint.Call(arguments);
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(call.Error, Does.StartWith("simint: "));
    }

    [Test]
    public void A_file_where_a_folder_is_due_is_named_and_nothing_is_simulated()
    {
        string file = Write(Good);
        foreach (
            string[] call in new string[][]
            {
                ["run", file, "--out", file],
                ["run", file, "--out", Path.Combine(file, "deeper")],
                ["init", file],
            }
        )
        {
            SimintCall outcome = Simint.Call(call);
            Assert.That(outcome.Code, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(outcome.Error, Does.Contain($"can't be made: '{file}' is a file. Give another folder."));
        }

        Assert.That(File.ReadAllText(file), Is.EqualTo(Good));
    }

    [Test]
    public void One_of_a_kind_is_counted_in_the_singular() =>
        Assert.That(
            Simint
                .Call("run", Write(Good), "--out", folder, "--only", "nobody", "--replications", "1", "--jobs", "1", "--no-figures")
                .Error,
            Does.Contain("1 deployment x 1 replication on 1 core.")
        );

    [Test]
    public void A_deployment_that_does_not_exist_is_named_with_those_that_do()
    {
        SimintCall run = Simint.Call("run", Write(Good), "--only", "two_teams", "--out", folder);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.Contain("'two_teams'").And.Contain("nobody, one_team"));
    }

    [TestCase("at_least: 10%", ExitCode.Ok)]
    [TestCase("at_least: 15%", ExitCode.RequirementNotMet)]
    [TestCase("at_most: 20%", ExitCode.Ok)]
    [TestCase("at_most: 15%", ExitCode.RequirementNotMet)]
    public void A_criterion_is_met_by_the_near_end_of_the_interval(string limit, int code)
    {
        string file = Write($"{Good}\nrequire: [ {{ deployment: one_team, measure: seizure_rate, {limit} }} ]");
        SimintCall run = Simint.Call("run", file, "--out", folder, "--no-figures");
        Assert.That(run.Code, Is.EqualTo(code));
        Assert.That(
            run.Output.Split('\n').Count(line => line.StartsWith("Met: One Team, seizure rate", StringComparison.Ordinal)),
            Is.EqualTo(code == ExitCode.Ok ? 1 : 0)
        );
    }

    [TestCase("seizure_rate, at_least: 99%", "Not met: One Team, seizure rate 1", "against at least 99% (95% interval).")]
    [TestCase(
        "seizure_rate, at_least: 15%",
        "Not decided: One Team, seizure rate 1",
        "against at least 15% (95% interval); more replications may tell."
    )]
    [TestCase("cost_usd, at_most: 1 USD", "Not met: One Team, cost USD ", "against at most USD 1.")]
    [TestCase(
        "firearms_seized, at_most: 1 firearm, at_least: 1",
        "Not met: One Team, firearms seized ",
        "against at least 1 firearm and at most 1 firearm (95% interval)."
    )]
    public void A_criterion_that_is_not_met_is_told_in_its_unit(string criterion, string answer, string limit)
    {
        string file = Write(
            $"{Good.Replace("officers: ", "cost_per_officer_hour: 85 USD, officers: ", StringComparison.Ordinal)}\nrequire: "
                + $"[ {{ deployment: one_team, measure: {criterion} }} ]"
        );
        SimintCall run = Simint.Call("run", file, "--out", folder, "--no-figures");
        Assert.That(string.Join(' ', run.Output.Split('\n')), Does.Contain(answer).And.Contain(limit));
        Assert.That(run.Code, Is.EqualTo(ExitCode.RequirementNotMet));
        SimintCall json = Simint.Call("run", file, "--out", folder, "--no-figures", "--quiet", "--json");
        Assert.That(json.Error, Does.Contain(answer).And.Contain(limit));
        using JsonDocument read = JsonDocument.Parse(json.Output);
        JsonElement told = read.RootElement.GetProperty("requirements")[0];
        Assert.That(answer, Does.StartWith(told.GetProperty("answer").GetString()!).IgnoreCase);
        Assert.That(told.GetProperty("deployment").GetString(), Is.EqualTo("one_team"));
    }

    [Test]
    public void A_criterion_of_a_deployment_left_out_is_not_simulated()
    {
        string file = Write($"{Good}\nrequire: [ {{ deployment: one_team, measure: seizure_rate, at_least: 1% }} ]");
        SimintCall run = Simint.Call("run", file, "--out", folder, "--no-figures", "--quiet", "--only", "nobody");
        Assert.That(run.Error, Is.EqualTo("Not simulated: One Team, seizure rate at least 1%.\n"));
        Assert.That(run.Code, Is.EqualTo(ExitCode.RequirementNotMet));
    }

    [Test]
    public void A_measure_set_against_the_difference_of_the_file_says_how_to_set_both()
    {
        string file = Write(
            Good.Replace("experiment: {", "experiment: { smallest_difference_that_matters: 0.2 points,", StringComparison.Ordinal)
        );
        SimintCall run = Simint.Call("run", file, "--set", "experiment.measure=cost_per_firearm_usd", "--out", folder);
        Assert.That(run.Code, Is.EqualTo(ExitCode.ScenarioErrors));
        string told = string.Join(' ', run.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.That(
            told,
            Does.Contain("S437").And.Contain("'cost_per_firearm_usd' is in USD").And.Contain("the measure was chosen beside the file")
        );
        Assert.That(told, Does.Contain("set both, as in \"experiment.smallest_difference_that_matters=500 USD\""));
    }

    [Test]
    public void Check_takes_many_files_and_speaks_json()
    {
        string good = Write(Good);
        string bad = Write("places: 7", "bad.yaml");
        Assert.That(Simint.Call("check", good).Code, Is.EqualTo(ExitCode.Ok));
        SimintCall both = Simint.Call("check", good, bad, "--format", "json");
        Assert.That(both.Code, Is.EqualTo(ExitCode.ScenarioErrors));
        using JsonDocument json = JsonDocument.Parse(both.Output);
        Assert.That(json.RootElement.EnumerateArray().Select(f => f.GetProperty("valid").GetBoolean()), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Show_prints_a_scenario_that_can_be_run_again()
    {
        string shown = Simint.Call("show", Write(Good)).Output;
        Assert.That(Simint.Call("check", Write(shown, "again.yaml")).Code, Is.EqualTo(ExitCode.Ok));
    }

    [Test]
    public void Show_tells_sources_and_differences()
    {
        string file = Write(Good);
        Assert.That(
            Simint.Call("show", file, "--sources", "--set", "experiment.seed=5").Output,
            Does.Contain("experiment.seed = 5  # --set").And.Contain("# plan.yaml:4:33")
        );
        Assert.That(Simint.Call("show", file, "--diff", "nobody", "one_team").Output, Does.Contain("post.bridge"));
        Assert.That(Simint.Call("show", file, "--diff", "nobody", "nobody").Output, Does.Contain("differ in nothing"));
    }

    [Test]
    public void Every_template_that_init_writes_is_valid_and_is_never_written_over()
    {
        foreach (string template in SimInterdiction.Scenarios.Describing.ScenarioTemplates.Names)
        {
            string target = Path.Combine(folder, template);
            Assert.That(Simint.Call("init", target, "--template", template).Code, Is.EqualTo(ExitCode.Ok));
            Assert.That(Simint.Call("check", Path.Combine(target, template + ".yaml")).Code, Is.EqualTo(ExitCode.Ok));
            Assert.That(Simint.Call("init", target, "--template", template).Code, Is.EqualTo(ExitCode.Usage));
        }
    }

    [Test]
    public void Init_leaves_a_schema_that_is_there_as_it_is()
    {
        string schema = Path.Combine(folder, "scenario.schema.json");
        File.WriteAllText(schema, "mine");
        SimintCall init = Simint.Call("init", folder);
        Assert.That((init.Code, File.ReadAllText(schema)), Is.EqualTo((ExitCode.Ok, "mine")));
        Assert.That(init.Output, Does.Contain("is left as it is"));
    }

    [Test]
    public void Explain_knows_codes_and_measures() =>
        Assert.Multiple(() =>
        {
            Assert.That(Simint.Call("explain", "s120").Output, Does.Contain("unit"));
            Assert.That(Simint.Call("explain", "seizure_rate").Output, Does.Contain("share of firearms dispatched"));
            Assert.That(Simint.Call("list").Output, Does.Contain("seizure_rate").And.Contain("S120").And.Contain("smallest"));
            Assert.That(Simint.Call("schema").Output, Does.StartWith("{"));
        });

    [Test]
    public void What_warnings_in_the_same_words_say_is_said_once()
    {
        var one = new Problem
        {
            Severity = Severity.Warning,
            Code = "S511",
            File = "a.yaml",
            Line = 3,
            Column = 5,
            Length = 4,
            Message = "queues grow",
        };
        using var error = new StringWriter();
        ScenarioInput.PrintProblems([one, one with { Line = 7 }, one with { Message = "other words" }, one with { Line = 9 }], error);
        string told = error.ToString();
        Assert.Multiple(() =>
        {
            Assert.That(told.Split("queues grow"), Has.Length.EqualTo(2));
            Assert.That(told, Does.Contain("The same at a.yaml:7:5, a.yaml:9:5."));
            Assert.That(told, Does.Contain("other words"));
        });
    }

    [Test]
    public void A_table_is_not_taken_or_offered_for_a_scenario()
    {
        using var folder = new TemporaryFolder();
        string table = Path.Combine(folder, "places.csv");
        File.WriteAllText(table, "name,lat,lon\nlaredo,27.5,-99.5\n");
        File.WriteAllText(Path.Combine(folder, "plan.yaml"), "title: x");
        SimintCall missing = Simint.Call("run", Path.Combine(folder, "nofile.yaml"));
        Assert.That(missing.Error + missing.Output, Does.Contain("plan.yaml").And.Not.Contain("places.csv"));
        SimintCall check = Simint.Call("check", table);
        Assert.That(check.Code, Is.EqualTo(ExitCode.ScenarioErrors));
        Assert.That(check.Error + check.Output, Does.Contain("this looks like a table; a scenario is YAML"));
    }

    private string Write(string text, string name = "plan.yaml")
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
