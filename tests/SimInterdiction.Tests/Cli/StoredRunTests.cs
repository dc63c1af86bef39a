using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cli;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cli;

/// <summary>Runs on disk as a planner meets them: gone on with, compared, verified.</summary>
public sealed class StoredRunTests
{
    private const string Good = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 30%, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { nobody: {}, one_team: { post: { bridge: { task_force: border, team: team } } } }
        experiment: { replications: 20, seed: 3, smallest_difference_that_matters: 2 points }
        """;

    private TemporaryFolder folder = null!;
    private string file = "";

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        file = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(file, Good);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    private string[] Runs => [.. Directory.GetDirectories(Path.Combine(folder, "plan")).OrderBy(run => RunManifest.Read(run)!.Date)];

    private static Workspace WorkspaceIn(string results) => new(results, new CommandWording());

    [Test]
    public void The_same_command_finds_its_run_whatever_day_it_began()
    {
        Run();
        string old = Path.Combine(folder, "plan", $"2020-02-29-{Path.GetFileName(Runs[0])[^4..]}");
        Directory.Move(Runs[0], old);
        Assert.That(Run().Error, Does.Contain("Everything was simulated before (run 2020-02-29-"));
        Assert.That(Runs, Is.EqualTo(new[] { old }));
    }

    [Test]
    public void More_replications_take_over_the_first_and_fresh_takes_over_nothing()
    {
        Run();
        Assert.That(
            Run("--replications", "30").Error,
            Does.Contain("40 of 60 replications, over all deployments, are taken from earlier runs; 20 are simulated now.")
        );
        string summary = Summary(Runs[1]);
        Assert.That(Run("--replications", "30", "--fresh").Error, Does.Not.Contain("taken"));
        Assert.That(Summary(Runs[1]), Is.EqualTo(summary));
        Assert.That(RunManifest.Read(Runs[1])!.Sessions.Select(s => s.ReplicationsSimulated), Is.EqualTo(new[] { 20, 60 }));
    }

    [Test]
    public void The_manifest_names_every_file_read_and_a_change_in_one_makes_another_run()
    {
        string table = Path.Combine(folder, "tables", "places.csv");
        string below = Path.Combine(folder, "below", "base.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(table)!);
        Directory.CreateDirectory(Path.GetDirectoryName(below)!);
        File.WriteAllText(table, "name;lat;lon;kind\ndepot;29,42;-98,49;\nbridge;27,50;-99,51;port\n");
        File.WriteAllText(
            below,
            Good.Replace(
                "places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }",
                "places: { from: ../tables/places.csv }",
                StringComparison.Ordinal
            )
        );
        File.WriteAllText(file, "based_on: below/base.yaml\n");
        Run();
        ManifestScenario read = RunManifest.Read(Runs[0])!.Scenario;
        Assert.Multiple(() =>
        {
            Assert.That(read.Sha256, Is.EqualTo(HashOf(file)));
            Assert.That(
                read.OtherFiles,
                Is.EquivalentTo(
                    new[] { new ManifestFile("below/base.yaml", HashOf(below)), new ManifestFile("tables/places.csv", HashOf(table)) }
                )
            );
        });
        File.WriteAllText(table, File.ReadAllText(table).Replace("29,42", "29,52", StringComparison.Ordinal));
        Run();
        Assert.That(
            Runs.Select(run => RunManifest.Read(run)!.Scenario.OtherFiles.Single(f => f.Name == "tables/places.csv").Sha256)
                .Distinct()
                .Count(),
            Is.EqualTo(2)
        );
        Assert.That(
            Simint.Call("verify", Runs[0], "--sample", "2").Code,
            Is.EqualTo(ExitCode.Ok),
            "a run holds all that its numbers came from"
        );

        static string HashOf(string path) =>
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
    }

    [Test]
    public void What_is_simulated_anew_is_told_with_the_reason()
    {
        Run();
        Assert.That(
            Run("--set", "team_types.team.finds=60%").Error,
            Does.Contain("Simulated again: nobody, one_team (changed since an earlier run: team_types).")
        );
        File.WriteAllText(file, Good.Replace("team: team }", "team: team, hours: \"20:00-04:00\" }", StringComparison.Ordinal));
        Assert.That(Run().Error, Does.Contain("Simulated again: one_team (changed since an earlier run: the deployment)."));
    }

    [Test]
    public void A_run_with_drawn_inputs_draws_the_same_again_also_where_one_was_inherited()
    {
        // Both teams have the one chance that nobody knows; in the resolved scenario it is written twice.
        File.WriteAllText(
            file,
            Good.Replace(
                    "finds: 50% }",
                    "finds: { uncertain: [20%, 50%, 80%] } }, other: { based_on: team, stops: 40% }",
                    StringComparison.Ordinal
                )
                .Replace("{ team: 1 }", "{ team: 1, other: 1 }", StringComparison.Ordinal)
                .Replace(
                    "team: team } } } }",
                    "team: team } } }, two_teams: { post: { bridge: { task_force: border, team: team }, second: { at: "
                        + "bridge, task_force: border, team: other } } } }",
                    StringComparison.Ordinal
                )
        );
        SimintCall run = Run("--include-uncertainty");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        Assert.That(run.Output, Does.Contain("1 uncertain input drawn anew every 2 replications"));
        RunManifest manifest = RunManifest.Read(Runs[0])!;
        Assert.That(manifest.Command, Does.Contain("--include-uncertainty"));
        Assert.That(manifest.UncertainAt!.Values, Is.EqualTo(new[] { "team_types.team.finds", "team_types.team.finds" }));
        Assert.That(
            Simint.Call("verify", Runs[0], "--all").Output,
            Does.Contain("20 replications of every deployment were simulated again: all are the same to the last bit.")
        );
        Assert.That(Simint.Call("replay", Runs[0], "--deployment", "two_teams", "--replication", "4").Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(Run().Output, Does.Contain("Intervals cover chance only"));
        Assert.That(Runs, Has.Length.EqualTo(2));
    }

    [Test]
    public void A_precision_or_a_choice_does_not_go_with_drawn_inputs([Values("--precision=1 point", "--choose-best")] string endless)
    {
        File.WriteAllText(file, Good.Replace("finds: 50% }", "finds: { uncertain: [20%, 50%, 80%] } }", StringComparison.Ordinal));
        Assert.That(Simint.Call("run", file, "--out", folder, "--include-uncertainty", endless).Code, Is.EqualTo(ExitCode.Usage));
    }

    [Test]
    public void Nothing_uncertain_can_t_be_drawn() =>
        Assert.That(Simint.Call("run", file, "--out", folder, "--include-uncertainty").Code, Is.EqualTo(ExitCode.Usage));

    [Test]
    public void A_choice_is_made_and_told_about()
    {
        string output = Run("--choose-best").Output;
        Assert.That(output, Does.Contain("Chosen: One team is within 2 points of the best").And.Match(@"with 95%\s+probability"));
        Assert.That(Run("--choose-best", "--json").Output, Does.Contain("\"good_selection\": \"one_team\""));
        Assert.That(Simint.Call("run", file, "--out", folder, "--choose-best", "--replications", "5").Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(
            Simint.Call("run", file, "--out", folder, "--choose-best", "--precision", "1 point").Code,
            Is.EqualTo(ExitCode.ScenarioErrors)
        );
    }

    [Test]
    public void Two_studies_whose_keys_begin_alike_have_folders_of_their_own()
    {
        Run();
        string id = Path.GetFileName(Runs[0]);
        RunManifest other = RunManifest.Read(Runs[0])! with { Key = new string('f', 64) };
        File.WriteAllText(Path.Combine(Runs[0], "manifest.json"), other.ToJson());
        Run();
        Assert.That(Runs.Select(r => Path.GetFileName(r)!.Length).Order(), Is.EqualTo(new[] { id.Length, id.Length + 1 }));
    }

    [Test]
    public void A_torn_manifest_is_written_again_and_nothing_is_lost()
    {
        Run();
        string summary = Summary(Runs[0]);
        string manifest = Path.Combine(Runs[0], "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest)[..100]);
        Assert.That(Run().Error, Does.Contain("nothing is simulated now"));
        Assert.That(RunManifest.Read(Runs[0])!.IsFinished, Is.True);
        Assert.That(Summary(Runs[0]), Is.EqualTo(summary));
    }

    [Test]
    public void Figures_are_removed_when_they_show_another_number_of_replications()
    {
        Simint.Call("run", file, "--out", folder);
        string figure = Path.Combine(Runs[0], "figures", "01-answer.png");
        Run();
        Assert.That(RunManifest.Read(Runs[0])!.OutputSha256, Does.ContainKey("figures/01-answer.png"));
        File.WriteAllText(Path.Combine(Runs[0], "manifest.json"), (RunManifest.Read(Runs[0])! with { Replications = 7 }).ToJson());
        Assert.That(File.Exists(figure), Is.True);
        Run();
        Assert.That(File.Exists(figure), Is.False);
        Assert.That(RunManifest.Read(Runs[0])!.OutputSha256, Does.Not.ContainKey("figures/01-answer.png"));
    }

    [Test]
    public void The_manifest_says_which_program_made_it_from_which_sources()
    {
        Run();
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Runs[0], "manifest.json")));
        JsonElement root = json.RootElement;
        Assert.That(root.GetProperty("model_version").GetString(), Does.Match("^[0-9a-f]{12}/"));
        Assert.That(root.GetProperty("machine").GetProperty("cpu").GetString(), Is.Not.Empty);
        Assert.That(root.GetProperty("resolved_yaml").GetString(), Does.Contain("one_team"));
        Assert.That(root.TryGetProperty("is_dirty", out _) && root.TryGetProperty("commit", out _), Is.True);
    }

    [Test]
    public void A_stored_run_loads_as_it_was()
    {
        SimintCall run = Run("--json", "--set", "team_types.team.finds=60%", "--seed", "5", "--replications", "15");
        Assert.That(StoredRun.TryFind(Runs[0], WorkspaceIn("nowhere"), new Ear(), out StoredRun? byFolder, out _), Is.True);
        Assert.That(StoredRun.TryFind(Path.GetFileName(Runs[0])!, WorkspaceIn(folder), new Ear(), out StoredRun? byId, out _), Is.True);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        double mean = json
            .RootElement.GetProperty("deployments")
            .GetProperty("one_team")
            .GetProperty("measures")
            .GetProperty("seizure_rate")
            .GetProperty("mean")
            .GetDouble();
        Assert.That(
            byFolder!
                .Subject(deployment: null, withExample: true, CancellationToken.None)!
                .Study.Deployments[1]
                .Measures["seizure_rate"]
                .Mean,
            Is.EqualTo(mean)
        );
        Assert.That(
            byId!.Subject(deployment: null, withExample: true, CancellationToken.None)!.Study.Deployments[1].Measures["seizure_rate"].Mean,
            Is.EqualTo(mean)
        );
        Assert.That(
            (
                byId.Provenance.Run,
                byId.Subject(deployment: null, withExample: true, CancellationToken.None)!.Study.Seed,
                byId.Subject(deployment: null, withExample: true, CancellationToken.None)!.Study.Replications
            ),
            Is.EqualTo((Path.GetFileName(Runs[0]), 5L, 15))
        );
    }

    [Test]
    public void A_sound_run_is_verified_and_a_changed_file_is_named()
    {
        Run();
        SimintCall sound = Simint.Call("verify", Runs[0], "--sample", "7");
        Assert.That((sound.Code, sound.Output), Is.EqualTo((ExitCode.Ok, sound.Output)));
        Assert.That(
            sound.Output,
            Does.Contain("7 replications of every deployment were simulated again: all are the same to the last bit")
        );
        File.AppendAllText(Path.Combine(Runs[0], "summary.csv"), "one line more");
        SimintCall changed = Simint.Call("verify", Runs[0]);
        Assert.That(
            (changed.Code, changed.Output.Split('\n')[0].Trim()),
            Is.EqualTo((ExitCode.RunFailed, "Changed or missing: summary.csv"))
        );
    }

    [Test]
    public void Every_deployment_that_lacks_replications_is_named()
    {
        Run();
        string[] chunks = Directory.GetFiles(Runs[0], "*.parquet", SearchOption.AllDirectories);
        string kept = chunks[0];
        foreach (string lost in chunks.Skip(1))
        {
            File.Delete(lost);
        }

        SimintCall verified = Simint.Call("verify", Runs[0]);
        string[] missing = [.. verified.Output.Split('\n').Where(line => line.StartsWith("Missing: ", StringComparison.Ordinal))];
        Assert.That((verified.Code, missing.Length), Is.EqualTo((ExitCode.RunFailed, chunks.Length - 1)), verified.Output);
        Assert.That(
            missing,
            Is.All.Contains("from number 0 on").And.None.Contains(Path.GetFileName(Path.GetDirectoryName(kept)!).Split('-')[0])
        );
    }

    [Test]
    public void Of_a_damaged_run_the_file_and_the_command_that_mends_it_are_named()
    {
        Run();
        Run("--seed", "8", "--replications", "30");
        string chunk = Directory.GetFiles(Path.Combine(Runs[1], "chunks"), "*.parquet", SearchOption.AllDirectories)[0];
        File.WriteAllBytes(chunk, File.ReadAllBytes(chunk)[..300]);
        SimintCall call = Simint.Call("compare", Runs[0], Runs[1], "--out", folder);
        Assert.That(
            call.Error,
            Does.Contain($"Damaged, and left out: {chunk}, of run {Path.GetFileName(Runs[1])}.\n")
                .And.Contain(
                    $"{Runs[1]} holds 0 of the 30 replications that its manifest says. What is missing is simulated again by: simint run "
                        + $"{file} --replications 30 --seed 8 --out {folder}\n"
                )
        );
        Assert.That((call.Code, call.Output), Is.EqualTo((ExitCode.RunFailed, string.Empty)));
        Assert.That(call.Error, Does.EndWith($"'{Runs[1]}' holds no replications: none is there yet, or none can be read.\n"));
        Run("--seed", "8", "--replications", "30");
        Assert.That(Simint.Call("compare", Runs[0], Runs[1], "--out", folder).Error, Is.Empty);
    }

    [Test]
    public void A_manifest_that_claims_a_million_replications_is_told_and_costs_nothing()
    {
        Run();
        RunManifest manifest = RunManifest.Read(Runs[0])!;
        File.WriteAllText(
            Path.Combine(Runs[0], "manifest.json"),
            (manifest with { Replications = 1_000_000, ReplicationsAsked = 1_000_000 }).ToJson()
        );
        long before = GC.GetTotalAllocatedBytes();
        SimintCall call = Simint.Call("plot", Runs[0], "answer", "--svg", "--out", folder);
        Assert.That((call.Code, call.Error), Is.EqualTo((ExitCode.Ok, call.Error)));
        Assert.That(call.Error, Does.StartWith($"{Runs[0]} holds 20 of the 1,000,000 replications that its manifest says. "));
        Assert.That(call.Error.Split('\n'), Has.Length.EqualTo(2));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(500e6));
    }

    [Test]
    public void Runs_of_unlike_length_are_compared_over_the_replications_that_all_have()
    {
        Run();
        Run("--set", "team_types.team.finds=60%", "--replications", "50");
        string[] runs = Runs;
        Assert.That(
            string.Join(' ', Simint.Call("compare", runs[1], runs[0]).Output.Split('\n').Select(l => l.Trim())),
            Does.Contain("Replications are paired by number, and those count that all runs have: the first 20 replications.")
        );
        using JsonDocument json = JsonDocument.Parse(Simint.Call("compare", runs[1], runs[0], "--json").Output);
        JsonElement team = json
            .RootElement.GetProperty("deployments")
            .EnumerateArray()
            .Single(d => d.GetProperty("name").GetString() == "one_team");
        double[] means = [.. team.GetProperty("estimates").EnumerateArray().Select(e => e.GetProperty("mean").GetDouble())];
        Assert.That(team.GetProperty("replications").GetInt32(), Is.EqualTo(20));
        Assert.That(
            team.GetProperty("differences")[0].GetProperty("difference").GetDouble(),
            Is.EqualTo(means[1] - means[0]).Within(1e-12)
        );
        Run("--set", "team_types.team.finds=60%");
        Assert.That(Simint.Call("compare", Runs[2], runs[0]).Output, Does.Not.Contain("those count that all runs have"));
        Assert.That(
            string.Join(' ', Simint.Call("compare", Runs[2], runs[1]).Output),
            Does.Contain("Seizure rate, the same in all runs: nobody, one_team.")
        );
        Assert.That(
            string.Join(' ', Simint.Call("compare", Runs[2], runs[1]).Output.Split('\n')),
            Does.Not.Contain("deployment  run").And.Not.Contain("Intervals").And.Not.Contain("a difference is what")
        );
    }

    [Test]
    public void What_a_longer_window_alone_makes_is_not_said_to_come_from_settings()
    {
        Run();
        Run("--set", "length=60 days");
        string counts = Compared("--measure", "firearms_seized");
        Assert.That(
            counts,
            Does.Contain("; totals differ for that reason alone.")
                .And.Match(@"The windows differ: \d+ days and 60 days")
                .And.Not.Contain("settings make")
        );
        Assert.That(
            Compared("--measure", "seizure_rate"),
            Does.Contain("The windows differ: ").And.Not.Contain("adds up").And.Not.Contain("settings make")
        );
    }

    [Test]
    public void A_difference_that_chance_may_make_is_not_laid_to_settings()
    {
        Run();
        Run("--set", "team_types.team.finds=50.01%");
        Assert.That(
            Compared(),
            Does.Contain("the rest is the changed settings and chance.").Or.Contain("the same in all runs: nobody, one_team")
        );
        Run("--set", "team_types.team.finds=90%");
        Assert.That(
            string.Join(' ', Simint.Call("compare", Runs[0], Runs[2]).Output.Split('\n')),
            Does.Contain("so differences come from the changed settings alone.")
        );
    }

    private string Compared(params string[] more) =>
        string.Join(' ', Simint.Call(["compare", Runs[0], Runs[1], .. more]).Output.Split('\n').Select(l => l.Trim()));

    [Test]
    public void Runs_are_compared_by_what_differs()
    {
        Run();
        Run("--set", "team_types.team.finds=60%");
        string[] runs = Runs;
        SimintCall plain = Simint.Call("compare", runs[0], runs[1]);
        Assert.That(plain.Code, Is.EqualTo(ExitCode.Ok), plain.Error);
        Assert.That(
            plain.Output,
            Does.Contain("team_types.team.finds")
                .And.Contain("50% | 60%")
                .And.Contain("The same in all runs: nobody.")
                .And.Contain("same random numbers")
        );
        Assert.That(plain.Output.Split('\n').Max(l => l.Length), Is.LessThanOrEqualTo(80));
        using JsonDocument json = JsonDocument.Parse(
            Simint.Call("compare", runs[0], runs[1], "--json", "--measure", "firearms_seized").Output
        );
        JsonElement team = json
            .RootElement.GetProperty("deployments")
            .EnumerateArray()
            .Single(d => d.GetProperty("name").GetString() == "one_team");
        double difference = team.GetProperty("differences")[0].GetProperty("difference").GetDouble();
        double[] means = [.. team.GetProperty("estimates").EnumerateArray().Select(e => e.GetProperty("mean").GetDouble())];
        Assert.That(difference, Is.EqualTo(means[1] - means[0]).Within(1e-9));
        Assert.That(
            Simint.Call("compare", runs[0], runs[1], "--csv").Output.Split('\n')[0],
            Does.StartWith("\uFEFFdeployment,run,measure,mean")
        );
        Assert.That(
            Simint.Call("compare", runs[0], runs[1], "--md").Output,
            Does.StartWith("| Seizure rate | A | B | B less A |\n| --- | ---: | ---: | ---: |\n| one\\_team | 15% (")
        );
    }

    [Test]
    public void Compared_runs_say_their_answer_and_verdicts_and_what_may_be_chance()
    {
        Run("--name", "first");
        Run("--seed", "8", "--replications", "30");
        SimintCall call = Simint.Call("compare", Runs[0], Runs[1]);
        string words = string.Join(' ', call.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Multiple(() =>
        {
            Assert.That(
                words,
                Does.Contain($"{Path.GetFileName(Runs[0])} (first) plan.yaml, 20 replications, seed 3 One team: seizure rate")
            );
            Assert.That(words, Does.Match(@" one_team A 15% \([^)]*\) \+\+ B 15% \([^)]*\) \+\+ 0 points \([^)]*\) ~ "));
            Assert.That(words, Does.Contain("~ The difference may be chance alone. Replications are paired by number, and those count"));
            Assert.That(call.Output.Split('\n').Max(l => l.Length), Is.LessThanOrEqualTo(80));
        });
    }

    [Test]
    public void What_two_commands_say_differently_of_one_file_is_among_the_settings_that_differ()
    {
        Run();
        Run("--adaptive", "off", "--only", "one_team");
        string[] settings =
        [
            .. Simint
                .Call("compare", Runs[0], Runs[1])
                .Output.Split('\n')
                .SkipWhile(l => !l.StartsWith("Settings", StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(l => l.Length > 0)
                .Select(l => l.Trim()),
        ];
        Assert.That(settings, Is.EqualTo(new[] { "--adaptive", "on | off", "--only", "all | one_team" }));
    }

    [Test]
    public void A_run_that_is_not_there_is_named()
    {
        SimintCall none = Simint.Call("verify", "2020-01-01-abcd", "--out", folder);
        Assert.That((none.Code, none.Error), Is.EqualTo((ExitCode.Usage, none.Error)));
        Assert.That(none.Error, Does.StartWith("simint: there is no run '2020-01-01-abcd'."));
        Assert.That(Simint.Call("compare", "a", "b", "--out", folder).Code, Is.EqualTo(ExitCode.Usage));
    }

    [TestCase(1)]
    [TestCase(27)]
    public void So_many_runs_can_not_be_compared(int runs)
    {
        SimintCall call = Simint.Call(["compare", .. Enumerable.Repeat("a", runs)]);
        Assert.That(
            (call.Code, call.Error),
            Is.EqualTo((ExitCode.Usage, $"simint: compare takes 2 to 26 runs, and was given {runs}.\nSee 'simint compare --help'.\n"))
        );
    }

    [Test]
    public void A_dry_run_saves_nothing_and_says_what_a_run_takes_and_tells()
    {
        SimintCall dry = Simint.Call("run", file, "--out", folder, "--dry-run");
        Assert.That(dry.Code, Is.EqualTo(ExitCode.Ok), dry.Error);
        Assert.That(
            dry.Output,
            Does.Contain("Time").And.Contain("Memory").And.Contain("4 of 5 such runs").And.Contain("2 points that matter")
        );
        Assert.That(Directory.Exists(Path.Combine(folder, "plan")), Is.False);
    }

    private static string Summary(string run) => File.ReadAllText(Path.Combine(run, "summary.csv"));

    private SimintCall Run(params string[] more)
    {
        SimintCall run = Simint.Call(["run", file, "--out", folder, "--no-figures", .. more]);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        return run;
    }
}
