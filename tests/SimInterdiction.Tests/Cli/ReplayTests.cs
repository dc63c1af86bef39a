using System.Text.RegularExpressions;
using Parquet;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>One replication of a run again, as a planner asks for it.</summary>
public sealed class ReplayTests
{
    private const string Traced = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        organizations: { gulf: { label: Gulf network, route_choice: { risk_aversion: 5 } } }
        flows: { guns: { rate: 10 shipments per day, load: { uniform: [1, 9] }, organization: gulf, routes: { road: 100% } } }
        team_types: { team: { label: Outbound team, officers: 4, stops: 30%, finds: 50%, search: 5 min } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        tracing: { takes: 2 days, lead: { raises_stops: 3 } }
        deployments:
          nobody: {}
          one_team: { post: { bridge: { task_force: border, team: team } }, programmes: { tracing: on } }
        experiment: { replications: 6, seed: 3, smallest_difference_that_matters: 2 points }
        """;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder, "plan.yaml"), Traced);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    private string RunFolder => Directory.GetDirectories(Path.Combine(folder, "plan")).Single();

    [Test]
    public void A_replication_comes_out_as_stored_on_however_many_threads_it_was_run()
    {
        string[] logs = new string[2];
        for (int i = 0; i < logs.Length; i++)
        {
            Run("--fresh", "--jobs", i == 0 ? "1" : "3");
            string csv = Path.Combine(folder, $"{i}.csv");
            SimintCall replay = Replay("--deployment", "one_team", "--replication", "4", "--csv", csv);
            Assert.That((replay.Code, replay.Output), Is.EqualTo((ExitCode.Ok, replay.Output)), replay.Error);
            Assert.That(replay.Output, Does.Contain("The same to the last bit as stored"));
            logs[i] = File.ReadAllText(csv);
        }

        Assert.That(logs[0], Is.EqualTo(logs[1]));
    }

    [Test]
    public void Csv_and_parquet_hold_the_same_facts()
    {
        Run();
        string csv = Path.Combine(folder, "log.csv");
        string parquet = Path.Combine(folder, "log.parquet");
        SimintCall replay = Replay("--deployment", "one_team", "--replication", "0", "--csv", csv, "--parquet", parquet);
        string[] rows = File.ReadAllLines(csv);
        Assert.That(replay.Output, Does.Contain($"{rows.Length - 1:N0} facts, warm-up included: {csv}"));
        (string[] names, string?[] facts, int?[] firearms) = ReadParquet(parquet).GetAwaiter().GetResult();
        Assert.That(rows[0].Split(','), Is.EqualTo(names));
        Assert.That(rows.Skip(1).Select(r => r.Split(',')[2]), Is.EqualTo(facts));
        Assert.That(rows.Skip(1).Select(r => r.Split(',')[12]), Is.EqualTo(firearms.Select(n => $"{n}")));
    }

    [Test]
    public void A_chain_is_told_in_lines_that_fit()
    {
        Run();
        SimintCall chain = Replay("--deployment", "one_team", "--replication", "0", "--follow", "lead");
        Assert.That(chain.Code, Is.EqualTo(ExitCode.Ok), chain.Error);
        string plain = Regex.Replace(chain.Output, @"\s+", " ");
        Assert.That(
            plain,
            Does.Match(
                @"seizes \d firearms? of the Gulf network \(shipment guns/\d+\) .*is to be traced .*"
                    + @"ends as lead \d+ on the Gulf network, held by Border .*"
                    + @"Border's outbound team at Bridge stops shipment guns/\d+ on lead \d+"
            )
        );
        Assert.That(chain.Output.Split('\n').Max(l => l.TrimEnd().Length), Is.LessThanOrEqualTo(80));
        Assert.That(
            Replay("--deployment", "nobody", "--replication", "0", "--follow", "lead").Output,
            Does.Contain("No trace ended as a lead in this replication")
        );
    }

    [Test]
    public void A_shipment_is_followed_by_its_name_or_number()
    {
        Run();
        string byName = Replay("--deployment", "nobody", "--replication", "0", "--follow", "guns/7").Output;
        Assert.That(
            byName,
            Does.Contain("shipment guns/7 of the Gulf network leaves Depot with")
                .And.Contain("shipment guns/7 of the Gulf network reaches Bridge")
        );
        Assert.That(Replay("--deployment", "nobody", "--replication", "0", "--follow", "7").Output, Is.EqualTo(byName));
    }

    [Test]
    public void A_summary_counts_what_the_run_counts()
    {
        Run();
        SimintCall replay = Replay(
            "--deployment",
            "one_team",
            "--replication",
            "2",
            "--adversary",
            "frozen",
            "--csv",
            Path.Combine(folder, "log.csv")
        );
        string[][] rows = [.. File.ReadAllLines(Path.Combine(folder, "log.csv")).Skip(1).Select(r => r.Split(','))];
        int seized = rows.Count(r => r[2] == "seized" && r[3] == "yes");
        int firearms = rows.Where(r => r[2] == "seized" && r[3] == "yes").Sum(r => int.Parse(r[12]));
        Assert.That(
            replay.Output,
            Does.Contain("Replication 2 of one_team against frozen").And.Contain($"{seized} shipments with {firearms} firearms seized")
        );
    }

    [Test]
    public void What_comes_out_otherwise_than_it_is_stored_is_said_plainly()
    {
        Run();
        string manifest = Path.Combine(RunFolder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"seed\": 3,", "\"seed\": 4,", StringComparison.Ordinal));
        SimintCall replay = Replay("--deployment", "one_team", "--replication", "0");
        Assert.That(replay.Code, Is.EqualTo(ExitCode.RunFailed));
        Assert.That(
            replay.Output,
            Does.Match(
                "(?s)DIFFERENT from what is stored: hash [0-9a-f]{12} now, [0-9a-f]{12} stored.*firearms_dispatched: \\d+ now, \\d+ stored"
            )
        );
    }

    [TestCase("--csv", "plan/RUN/facts.csv", "is inside the results in ", true)]
    [TestCase("--csv", "plan/RUN/chunks/deep/facts.csv", "is inside the results in ", true)]
    [TestCase("--csv", "link/facts.csv", "is inside the results in ", true)]
    [TestCase("--csv", "mine.csv", "is there already. Give another name, or --force to overwrite it.", false)]
    [TestCase("--csv", "plan.yaml", "must end with .csv", true)]
    [TestCase("--parquet", "plan.yaml", "must end with .parquet", true)]
    [TestCase("--animate", "facts.csv", "must end with .html", true)]
    public void A_log_replaces_no_file_and_leaves_results_alone(string option, string file, string says, bool isForced)
    {
        Run();
        File.WriteAllText(Path.Combine(folder, "mine.csv"), "precious");
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), Path.Combine(RunFolder, "chunks"));
        string path = Path.Combine(folder, file.Replace("RUN", Path.GetFileName(RunFolder), StringComparison.Ordinal));
        string[] before = Files();
        string[] asked = ["--deployment", "one_team", "--replication", "0", option, path];
        SimintCall replay = Replay(isForced ? [.. asked, "--force"] : asked);
        Assert.That((replay.Code, replay.Error), Is.EqualTo((ExitCode.Usage, replay.Error)));
        Assert.That(replay.Error, Does.Contain(says));
        Assert.That(Files(), Is.EqualTo(before));
        string documents = Directory.CreateDirectory(Path.Combine(RunFolder, "documents")).FullName;
        Assert.That(
            Replay("--deployment", "one_team", "--replication", "0", "--csv", Path.Combine(documents, "facts.csv")).Code,
            Is.EqualTo(ExitCode.Ok)
        );

        string[] Files() =>
            [
                .. Directory
                    .GetFiles(folder, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(f => $"{f} {Convert.ToHexString(File.ReadAllBytes(f))}"),
            ];
    }

    [Test]
    public void A_missing_replication_and_manifest_are_told_with_what_makes_them_again()
    {
        Run();
        Directory.Delete(Path.Combine(RunFolder, "chunks"), recursive: true);
        Directory.CreateDirectory(Path.Combine(RunFolder, "chunks"));
        SimintCall missing = Replay("--deployment", "one_team", "--replication", "0");
        Assert.That(missing.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(
            missing.Error,
            Does.Contain("replication 0 of one_team is not stored in").And.Contain("What is missing is simulated again by: ")
        );
        Run();
        string run = RunFolder;
        File.Delete(Path.Combine(run, "manifest.json"));
        SimintCall unnamed = Simint.Call("verify", run);
        Assert.That((unnamed.Code, unnamed.Error), Is.EqualTo((ExitCode.RunFailed, unnamed.Error)));
        Assert.That(unnamed.Error, Does.Contain($"the folder '{run}' is there, but its manifest.json is missing."));
        Run();
        Assert.That(Simint.Call("verify", run).Code, Is.EqualTo(ExitCode.Ok));
    }

    [Test]
    public void Two_outputs_to_one_file_are_refused()
    {
        Run();
        string file = Path.Combine(folder, "both.csv");
        SimintCall replay = Replay("--deployment", "one_team", "--replication", "0", "--csv", file, "--parquet", file);
        Assert.That((replay.Code, File.Exists(file)), Is.EqualTo((ExitCode.Usage, false)));
    }

    [Test]
    public void A_moving_map_shows_the_deployment_beside_the_baseline_or_another()
    {
        Run();
        string file = Path.Combine(folder, "film.html");
        SimintCall replay = Replay("--deployment", "one_team", "--replication", "0", "--animate", file);
        Assert.That((replay.Code, replay.Output), Is.EqualTo((ExitCode.Ok, replay.Output)), replay.Error);
        Assert.That(replay.Output, Does.Contain($"Moving map: {file}"));
        Assert.That(File.ReadAllText(file), Does.Contain("<h1>One Team and Nobody, on the same shipments</h1>"));
        Replay("--deployment", "nobody", "--replication", "0", "--animate", file, "--force");
        Assert.That(File.ReadAllText(file), Does.Contain("<h1>Nobody</h1>"), "the baseline alone has nothing beside it");
        Replay("--deployment", "nobody", "--replication", "0", "--animate", file, "--with", "one_team", "--force");
        Assert.That(File.ReadAllText(file), Does.Contain("<h1>Nobody and One Team, on the same shipments</h1>"));
    }

    [TestCase(
        "--deployment",
        "one_team",
        "--replication",
        "0",
        "--with",
        "nobody",
        ExpectedResult = "simint: --with names the deployment beside another on the moving map; give --animate FILE too."
    )]
    [TestCase(
        "--deployment",
        "one_team",
        "--replication",
        "0",
        "--animate",
        "x.html",
        "--with",
        "two_teams",
        ExpectedResult = "simint: the run has no deployment 'two_teams'. It has nobody, one_team."
    )]
    [TestCase(
        "--deployment",
        "two_teams",
        "--replication",
        "0",
        ExpectedResult = "simint: the run has no deployment 'two_teams'. It has nobody, one_team."
    )]
    [TestCase(
        "--deployment",
        "one_team",
        "--replication",
        "6",
        ExpectedResult = "simint: the run holds no replication 6 of one_team; of the 6 asked for, the first is 0."
    )]
    [TestCase(
        "--deployment",
        "one_team",
        "--replication",
        "0",
        "--adversary",
        "known",
        ExpectedResult = "simint: the run has no variant 'known' of the organizations. The scenario has frozen; a variant is there if "
            + "the run simulated it."
    )]
    [TestCase(
        "--deployment",
        "one_team",
        "--replication",
        "0",
        "--follow",
        "guns/999999",
        ExpectedResult = "simint: there is no shipment 'guns/999999' in this replication. Give 'lead', or a shipment such as guns/0."
    )]
    public string What_is_not_there_is_named(params string[] arguments)
    {
        Run();
        SimintCall replay = Replay(arguments);
        Assert.That((replay.Code, replay.Output), Is.EqualTo((ExitCode.Usage, string.Empty)));
        return replay.Error.Trim();
    }

    private static async Task<(string[] Names, string?[] Facts, int?[] Firearms)> ReadParquet(string path)
    {
        await using FileStream file = File.OpenRead(path);
        await using ParquetReader reader = await ParquetReader.CreateAsync(file);
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        var facts = new string[group.RowCount];
        var firearms = new int?[group.RowCount];
        await group.ReadAsync(reader.Schema.GetDataFields()[2], facts);
        await group.ReadAsync<int>(reader.Schema.GetDataFields()[12], firearms);
        return ([.. reader.Schema.GetDataFields().Select(f => f.Name)], facts, firearms);
    }

    private void Run(params string[] more)
    {
        SimintCall run = Simint.Call(["run", Path.Combine(folder, "plan.yaml"), "--out", folder, "--no-figures", .. more]);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
    }

    private SimintCall Replay(params string[] arguments) => Simint.Call(["replay", RunFolder, .. arguments]);
}
