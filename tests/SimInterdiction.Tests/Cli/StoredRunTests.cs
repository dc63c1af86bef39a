using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>Runs on disk as a planner meets them: made, found again and gone on with.</summary>
public sealed class StoredRunTests
{
    private StoredPlan plan = null!;

    [SetUp]
    public void MakePlan() => plan = new StoredPlan();

    [TearDown]
    public void RemovePlan() => plan.Dispose();

    [Test]
    public void The_same_command_finds_its_run_whatever_day_it_began()
    {
        plan.Run();
        string old = Path.Combine(plan.Folder, "plan", $"2020-02-29-{Path.GetFileName(plan.Runs[0])[^4..]}");
        Directory.Move(plan.Runs[0], old);
        Assert.That(plan.Run().Error, Does.Contain("Everything was simulated before (run 2020-02-29-"));
        Assert.That(plan.Runs, Is.EqualTo(new[] { old }));
    }

    [Test]
    public void More_replications_take_over_the_first_and_fresh_takes_over_nothing()
    {
        plan.Run();
        Assert.That(
            plan.Run("--replications", "30").Error,
            Does.Contain("40 of 60 replications, over all deployments, are taken from earlier runs; 20 are simulated now.")
        );
        string summary = Summary(plan.Runs[1]);
        Assert.That(plan.Run("--replications", "30", "--fresh").Error, Does.Not.Contain("taken"));
        Assert.That(Summary(plan.Runs[1]), Is.EqualTo(summary));
        Assert.That(RunManifest.Read(plan.Runs[1])!.Sessions.Select(s => s.ReplicationsSimulated), Is.EqualTo(new[] { 20, 60 }));
    }

    [Test]
    public void The_manifest_names_every_file_read_and_a_change_in_one_makes_another_run()
    {
        string table = Path.Combine(plan.Folder, "tables", "places.csv");
        string below = Path.Combine(plan.Folder, "below", "base.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(table)!);
        Directory.CreateDirectory(Path.GetDirectoryName(below)!);
        File.WriteAllText(table, "name;lat;lon;kind\ndepot;29,42;-98,49;\nbridge;27,50;-99,51;port\n");
        File.WriteAllText(
            below,
            StoredPlan.Good.Replace(
                "places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }",
                "places: { from: ../tables/places.csv }",
                StringComparison.Ordinal
            )
        );
        File.WriteAllText(plan.File, "based_on: below/base.yaml\n");
        plan.Run();
        ManifestScenario read = RunManifest.Read(plan.Runs[0])!.Scenario;
        Assert.Multiple(() =>
        {
            Assert.That(read.Sha256, Is.EqualTo(HashOf(plan.File)));
            Assert.That(
                read.OtherFiles,
                Is.EquivalentTo(
                    new[] { new ManifestFile("below/base.yaml", HashOf(below)), new ManifestFile("tables/places.csv", HashOf(table)) }
                )
            );
        });
        File.WriteAllText(table, File.ReadAllText(table).Replace("29,42", "29,52", StringComparison.Ordinal));
        plan.Run();
        Assert.That(
            plan.Runs.Select(run => RunManifest.Read(run)!.Scenario.OtherFiles.Single(f => f.Name == "tables/places.csv").Sha256)
                .Distinct()
                .Count(),
            Is.EqualTo(2)
        );
        Assert.That(
            Simint.Call("verify", plan.Runs[0], "--sample", "2").Code,
            Is.EqualTo(ExitCode.Ok),
            "a run holds all that its numbers came from"
        );

        static string HashOf(string path) =>
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
    }

    [Test]
    public void What_is_simulated_anew_is_told_with_the_reason()
    {
        plan.Run();
        Assert.That(
            plan.Run("--set", "team_types.team.finds=60%").Error,
            Does.Contain("Simulated again: nobody, one_team (changed since an earlier run: team_types).")
        );
        File.WriteAllText(
            plan.File,
            StoredPlan.Good.Replace("team: team }", "team: team, hours: \"20:00-04:00\" }", StringComparison.Ordinal)
        );
        Assert.That(plan.Run().Error, Does.Contain("Simulated again: one_team (changed since an earlier run: the deployment)."));
    }

    [Test]
    public void A_run_with_drawn_inputs_draws_the_same_again_also_where_one_was_inherited()
    {
        // Both teams have the one chance that nobody knows; in the resolved scenario it is written twice.
        File.WriteAllText(
            plan.File,
            StoredPlan
                .Good.Replace(
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
        SimintCall run = plan.Run("--include-uncertainty");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        Assert.That(run.Output, Does.Contain("1 uncertain input drawn anew every 2 replications"));
        RunManifest manifest = RunManifest.Read(plan.Runs[0])!;
        Assert.That(manifest.Command, Does.Contain("--include-uncertainty"));
        Assert.That(manifest.UncertainAt!.Values, Is.EqualTo(new[] { "team_types.team.finds", "team_types.team.finds" }));
        Assert.That(
            Simint.Call("verify", plan.Runs[0], "--all").Output,
            Does.Contain("20 replications of every deployment were simulated again: all are the same to the last bit.")
        );
        Assert.That(Simint.Call("replay", plan.Runs[0], "--deployment", "two_teams", "--replication", "4").Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(plan.Run().Output, Does.Contain("Intervals cover chance only"));
        Assert.That(plan.Runs, Has.Length.EqualTo(2));
    }

    [Test]
    public void A_precision_or_a_choice_does_not_go_with_drawn_inputs([Values("--precision=1 point", "--choose-best")] string endless)
    {
        File.WriteAllText(
            plan.File,
            StoredPlan.Good.Replace("finds: 50% }", "finds: { uncertain: [20%, 50%, 80%] } }", StringComparison.Ordinal)
        );
        Assert.That(Simint.Call("run", plan.File, "--out", plan.Folder, "--include-uncertainty", endless).Code, Is.EqualTo(ExitCode.Usage));
    }

    [Test]
    public void Nothing_uncertain_can_t_be_drawn() =>
        Assert.That(Simint.Call("run", plan.File, "--out", plan.Folder, "--include-uncertainty").Code, Is.EqualTo(ExitCode.Usage));

    [Test]
    public void A_choice_is_made_and_told_about()
    {
        string output = plan.Run("--choose-best").Output;
        Assert.That(output, Does.Contain("Chosen: One Team is within 2 points of the best").And.Match(@"with 95%\s+probability"));
        Assert.That(plan.Run("--choose-best", "--json").Output, Does.Contain("\"good_selection\": \"one_team\""));
        Assert.That(
            Simint.Call("run", plan.File, "--out", plan.Folder, "--choose-best", "--replications", "5").Code,
            Is.EqualTo(ExitCode.Usage)
        );
        Assert.That(
            Simint.Call("run", plan.File, "--out", plan.Folder, "--choose-best", "--precision", "1 point").Code,
            Is.EqualTo(ExitCode.ScenarioErrors)
        );
    }

    [Test]
    public void Two_studies_whose_keys_begin_alike_have_folders_of_their_own()
    {
        plan.Run();
        string id = Path.GetFileName(plan.Runs[0]);
        RunManifest other = RunManifest.Read(plan.Runs[0])! with { Key = new string('f', 64) };
        File.WriteAllText(Path.Combine(plan.Runs[0], "manifest.json"), other.ToJson());
        plan.Run();
        Assert.That(plan.Runs.Select(r => Path.GetFileName(r)!.Length).Order(), Is.EqualTo(new[] { id.Length, id.Length + 1 }));
    }

    [Test]
    public void A_torn_manifest_is_written_again_and_nothing_is_lost()
    {
        plan.Run();
        string summary = Summary(plan.Runs[0]);
        string manifest = Path.Combine(plan.Runs[0], "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest)[..100]);
        Assert.That(plan.Run().Error, Does.Contain("nothing is simulated now"));
        Assert.That(RunManifest.Read(plan.Runs[0])!.IsFinished, Is.True);
        Assert.That(Summary(plan.Runs[0]), Is.EqualTo(summary));
    }

    [Test]
    public void Figures_are_removed_when_they_show_another_number_of_replications()
    {
        Simint.Call("run", plan.File, "--out", plan.Folder);
        string figure = Path.Combine(plan.Runs[0], "figures", "01-answer.png");
        plan.Run();
        Assert.That(RunManifest.Read(plan.Runs[0])!.OutputSha256, Does.ContainKey("figures/01-answer.png"));
        File.WriteAllText(
            Path.Combine(plan.Runs[0], "manifest.json"),
            (RunManifest.Read(plan.Runs[0])! with { Replications = 7 }).ToJson()
        );
        Assert.That(File.Exists(figure), Is.True);
        plan.Run();
        Assert.That(File.Exists(figure), Is.False);
        Assert.That(RunManifest.Read(plan.Runs[0])!.OutputSha256, Does.Not.ContainKey("figures/01-answer.png"));
    }

    [Test]
    public void The_manifest_says_which_program_made_it_from_which_sources()
    {
        plan.Run();
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(plan.Runs[0], "manifest.json")));
        JsonElement root = json.RootElement;
        Assert.That(root.GetProperty("model_version").GetString(), Does.Match("^[0-9a-f]{12}/"));
        Assert.That(root.GetProperty("machine").GetProperty("cpu").GetString(), Is.Not.Empty);
        Assert.That(root.GetProperty("resolved_yaml").GetString(), Does.Contain("one_team"));
        Assert.That(root.TryGetProperty("is_dirty", out _) && root.TryGetProperty("commit", out _), Is.True);
    }

    [Test]
    public void A_run_that_is_not_there_is_named()
    {
        SimintCall none = Simint.Call("verify", "2020-01-01-abcd", "--out", plan.Folder);
        Assert.That((none.Code, none.Error), Is.EqualTo((ExitCode.Usage, none.Error)));
        Assert.That(none.Error, Does.StartWith("simint: there is no run '2020-01-01-abcd'."));
        Assert.That(Simint.Call("compare", "a", "b", "--out", plan.Folder).Code, Is.EqualTo(ExitCode.Usage));
    }

    [Test]
    public void A_dry_run_saves_nothing_and_says_what_a_run_takes_and_tells()
    {
        SimintCall dry = Simint.Call("run", plan.File, "--out", plan.Folder, "--dry-run");
        Assert.That(dry.Code, Is.EqualTo(ExitCode.Ok), dry.Error);
        Assert.That(
            dry.Output,
            Does.Contain("Time").And.Contain("Memory").And.Contain("4 of 5 such runs").And.Contain("2 points that matter")
        );
        Assert.That(Directory.Exists(Path.Combine(plan.Folder, "plan")), Is.False);
    }

    private static string Summary(string run) => File.ReadAllText(Path.Combine(run, "summary.csv"));
}
