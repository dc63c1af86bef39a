using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SimInterdiction.Cli;
using SimInterdiction.Experiments.Kept;

namespace SimInterdiction.Tests.Cli;

/// <summary>
/// Runs that somebody has written by hand, to make the program touch what is not the run's, or end in an error of its
/// own.
/// </summary>
public sealed class ForgedRunTests
{
    private const string Good = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 30%, finds: { uncertain: [40%, 50%, 60%] } } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { nobody: {}, one_team: { post: { bridge: { task_force: border, team: team } } } }
        experiment: { replications: 12, seed: 3, smallest_difference_that_matters: 2 points }
        """;

    private static TemporaryFolder template = null!;
    private TemporaryFolder root = null!;

    private string Out => Path.Combine(root, "results");

    private string Plan => Path.Combine(root, "plan.yaml");

    private string TheRun => Directory.GetDirectories(Path.Combine(Out, "plan")).Single(d => File.Exists(Path.Combine(d, "manifest.json")));

    private string Manifest => Path.Combine(TheRun, "manifest.json");

    [OneTimeSetUp]
    public void MakeTemplate()
    {
        template = new TemporaryFolder();
        File.WriteAllText(Path.Combine(template, "plan.yaml"), Good);
        Directory.CreateDirectory(Path.Combine(template, "victim"));
        File.WriteAllText(Path.Combine(template, "victim", "file.txt"), "precious");
        File.WriteAllText(Path.Combine(template, "results.txt"), "precious too");
        Assert.That(
            Simint
                .Call(
                    "run",
                    Path.Combine(template, "plan.yaml"),
                    "--out",
                    Path.Combine(template, "results"),
                    "--no-figures",
                    "--quiet",
                    "--jobs",
                    "1"
                )
                .Code,
            Is.Zero
        );
    }

    [OneTimeTearDown]
    public void RemoveTemplate() => template.Dispose();

    [SetUp]
    public void Copy()
    {
        root = new TemporaryFolder();
        root.CopyFrom(template);
    }

    [TearDown]
    public void Remove()
    {
        string[] outside =
        [
            File.ReadAllText(Path.Combine(root, "victim", "file.txt")),
            File.ReadAllText(Path.Combine(root, "results.txt")),
        ];
        string[] names =
        [
            .. Directory
                .GetFileSystemEntries(root)
                .Concat(Directory.GetFileSystemEntries(Path.Combine(root, "victim")))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)!,
        ];
        root.Dispose();
        Assert.That(outside, Is.EqualTo(new[] { "precious", "precious too" }), "nothing outside is changed");
        Assert.That(names, Is.SubsetOf(new[] { "file.txt", "plan.yaml", "results", "results.txt", "victim" }), "nothing outside is made");
    }

    [TestCase("summary.csv")]
    [TestCase("result.json")]
    [TestCase("analysis.json")]
    [TestCase("manifest.json")]
    public void A_number_that_does_not_follow_from_the_replications_is_told_though_hashes_agree(string file)
    {
        string path = Path.Combine(TheRun, file);
        string written = File.ReadAllText(path);
        string forged = file == "manifest.json" ? written.Replace(" points", "9 points", StringComparison.Ordinal) : Raised(written);
        Assert.That(forged, Is.Not.EqualTo(written));
        byte[] content = Encoding.UTF8.GetBytes(forged);
        if (file == "analysis.json")
        {
            KeptResult.Seal(content);
        }

        File.WriteAllBytes(path, content);
        if (file != "manifest.json")
        {
            Forge(manifest => manifest["output_sha256"]![file] = Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        SimintCall verified = Simint.Call("verify", TheRun, "--jobs", "1");
        Assert.That(verified.Output, Does.Contain($"Not what the replications come to: {file}."));
        Assert.That(verified.Code, Is.EqualTo(ExitCode.RunFailed));

        File.Delete(path);
        Simint.Call("run", Plan, "--out", Out, "--no-figures", "--quiet", "--jobs", "1");
        verified = Simint.Call("verify", TheRun, "--jobs", "1");
        Assert.That((verified.Code, verified.Output), Is.EqualTo((ExitCode.Ok, verified.Output)));

        static string Raised(string text) => Regex.Replace(text, @"\b0\.1(\d{6,})", "0.9$1");
    }

    [TestCase("../../../victim/file.txt")]
    [TestCase("figures/../../../../victim/file.txt")]
    [TestCase("{ROOT}/victim/file.txt")]
    [TestCase("..\\..\\..\\victim\\file.txt")]
    [TestCase("linked/file.txt")]
    [TestCase("linked.txt")]
    public void A_name_in_the_manifest_that_leads_out_of_the_run_removes_nothing_and_is_named(string name)
    {
        name = name.Replace("{ROOT}", root, StringComparison.Ordinal);
        Directory.CreateSymbolicLink(Path.Combine(TheRun, "linked"), Path.Combine(root, "victim"));
        File.CreateSymbolicLink(Path.Combine(TheRun, "linked.txt"), Path.Combine(root, "victim", "file.txt"));
        Forge(manifest =>
        {
            manifest["replications"] = 11;

            // The victim's true hash, so that a program that reads it finds nothing changed.
            manifest["output_sha256"]![name] = Convert.ToHexStringLower(SHA256.HashData("precious"u8));
        });
        SimintCall verified = Simint.Call("verify", TheRun, "--jobs", "1");
        Assert.That((verified.Code, verified.Output), Is.EqualTo((ExitCode.RunFailed, verified.Output)));
        Assert.That(verified.Output, Does.Contain($"Not checked: '{name}'"));
        SimintCall again = RunAgain();
        Assert.That(again.Code, Is.EqualTo(ExitCode.Ok), again.Error);
        Assert.That(again.Error, Does.Contain($"lists '{name}', which").And.Contain("it is left alone"));
    }

    [Test]
    public void A_link_in_the_place_of_a_run_s_folder_of_chunks_is_refused()
    {
        string chunks = Path.Combine(TheRun, "chunks");
        Directory.Move(chunks, Path.Combine(root, "results", "elsewhere"));
        Directory.CreateSymbolicLink(chunks, Path.Combine(root, "results", "elsewhere"));
        foreach (
            SimintCall refused in new[] { RunAgain(), RunAgain("--fresh"), Simint.Call("verify", TheRun), Simint.Call("report", TheRun) }
        )
        {
            Assert.That((refused.Code, refused.Error), Is.EqualTo((ExitCode.RunFailed, refused.Error)));
            Assert.That(refused.Error, Does.Contain("'chunks'").And.Contain("link"));
        }

        Assert.That(Directory.GetFiles(Path.Combine(root, "results", "elsewhere"), "*.parquet", SearchOption.AllDirectories), Is.Not.Empty);
    }

    [Test]
    public void Links_in_the_places_of_a_run_s_files_are_never_written_through()
    {
        foreach (string name in new[] { "summary.csv", "result.json", "manifest.json.part", "summary.csv.part", ".lock", "documents" })
        {
            string path = Path.Combine(TheRun, name);
            File.Delete(path);
            File.CreateSymbolicLink(path, Path.Combine(root, "victim", name == "documents" ? "" : "file.txt"));
        }

        RunAgain();
        Simint.Call("report", TheRun);
        File.Delete(Path.Combine(TheRun, ".lock"));
        RunAgain();
    }

    [Test]
    public void A_damaged_manifest_ends_as_other_damage_does([Values("{}", "", "[1", "null")] string content)
    {
        File.WriteAllText(Manifest, content);
        foreach (string command in new[] { "verify", "report" })
        {
            SimintCall outcome = Simint.Call(command, TheRun);
            Assert.That((outcome.Code, outcome.Error), Is.EqualTo((ExitCode.RunFailed, outcome.Error)));
            Assert.That(outcome.Error, Does.Contain("the manifest of").And.Contain("is damaged"));
        }
    }

    [TestCase("""{ "baseline": "zzz" }""", true)]
    [TestCase("""{ "baseline": "zzz", "deployments": ["zzz"] }""", false)]
    [TestCase("""{ "baseline": "one_team" }""", false)]
    [TestCase("""{ "deployments": null }""", true)]
    [TestCase("""{ "only": ["zzz"] }""", true)]
    [TestCase("""{ "deployments": ["nobody", "zzz"] }""", false)]
    [TestCase("""{ "command": null }""", true)]
    [TestCase("""{ "seed": -1 }""", true)]
    [TestCase("""{ "output_sha256": { "summary.csv": null } }""", true)]
    public void A_manifest_that_is_wrong_is_damaged_for_every_command(string wrong, bool isListedSo)
    {
        Forge(manifest =>
        {
            foreach ((string key, JsonNode? value) in JsonNode.Parse(wrong)!.AsObject())
            {
                manifest[key] = value?.DeepClone();
            }
        });
        string[][] commands =
        [
            .. new[] { "html", "pptx", "xlsx", "pdf", "brief" }.Select(format => new[] { "report", TheRun, "--format", format }),
            ["verify", TheRun],
            ["plot", TheRun, "answer"],
            ["compare", TheRun, TheRun],
            ["replay", TheRun, "--deployment", "one_team", "--replication", "3"],
        ];
        Assert.Multiple(() =>
        {
            foreach (string[] command in commands)
            {
                SimintCall outcome = Simint.Call(command);
                Assert.That((outcome.Code, outcome.Error), Is.EqualTo((ExitCode.RunFailed, outcome.Error)), command[0]);
                Assert.That(outcome.Error, Does.Contain("the manifest of").And.Contain("is damaged"), command[0]);
            }

            // A list reads no scenario, so it misses what only that tells.
            Assert.That(
                Simint.Call("list", "runs", "--out", Out).Output,
                isListedSo ? Does.Contain("  damaged\n").And.Not.Contain("finished") : Does.Contain("  finished, ")
            );
        });
    }

    [Test]
    public void A_stored_scenario_reads_no_other_file()
    {
        File.WriteAllText(Path.Combine(root, "results", "secret.yaml"), "title: SECRET-WORD\n");
        Forge(manifest =>
            manifest["resolved_yaml"] = $"based_on: {Path.Combine(root, "results", "secret.yaml")}\n{manifest["resolved_yaml"]}"
        );
        SimintCall report = Simint.Call("report", TheRun);
        Assert.That((report.Code, report.Error), Is.EqualTo((ExitCode.RunFailed, report.Error)));
        Assert.That(report.Error, Does.Contain("can't be read").And.Not.Contain("SECRET-WORD"));
    }

    [Test]
    public void Texts_of_a_stored_run_give_no_orders_to_a_terminal_or_a_page()
    {
        Forge(manifest =>
        {
            manifest["scenario"]!["title"] = "a\u001b[31m\ufffe\u202e</script><script>alert(1)</script>";
            manifest["command"] = "simint run \u001b]0;x\u0007";
            manifest["run"] = "\u009b2J";
        });
        string to = Path.Combine(TheRun, "documents");
        foreach (string format in new[] { "html", "pptx", "xlsx", "pdf", "brief" })
        {
            SimintCall report = Simint.Call("report", TheRun, "--format", format, "--to", to);
            Assert.That((report.Code, report.Error), Is.EqualTo((ExitCode.Ok, "")), format);
        }

        string page = File.ReadAllText(Path.Combine(to, "report.html"));
        Assert.That(
            page,
            Does.Not.Contain("\u001b").And.Not.Contain("\ufffe").And.Not.Contain("\u202e").And.Not.Contain("<script>alert(1)")
        );
        SimintCall compared = Simint.Call("compare", TheRun, TheRun);
        Assert.That(compared.Output + compared.Error, Does.Not.Contain("\u001b").And.Not.Contain("\u009b"));
    }

    [Test]
    public void A_scenario_called_after_the_folder_above_has_results_of_its_own()
    {
        string odd = Path.Combine(root, "results", "...yaml");
        File.Copy(Plan, odd);
        SimintCall run = Simint.Call("run", odd, "--out", Out, "--no-figures", "--quiet", "--jobs", "1");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        Assert.That(Directory.GetDirectories(Path.Combine(Out, "scenario")), Has.Length.EqualTo(1));
    }

    [Test]
    public void Verifying_an_unfinished_run_says_so()
    {
        Forge(manifest =>
        {
            manifest["is_finished"] = false;
            manifest["output_sha256"] = new JsonObject();
        });
        SimintCall verified = Simint.Call("verify", TheRun, "--jobs", "1");
        Assert.That(
            (verified.Code, verified.Output.Split('\n')[0].Trim()),
            Is.EqualTo((ExitCode.Ok, "The run is not finished; what is there of it is checked."))
        );
        Assert.That(verified.Output, Does.Not.Contain("0 of 0"));
    }

    [Test]
    public void Mutated_runs_crash_nothing_and_touch_nothing_outside() => Fuzz(seed: 1, rounds: 30);

    [Test]
    [Explicit("Minutes.")]
    [Category("Slow")]
    public void Many_mutated_runs_crash_nothing_and_touch_nothing_outside([Range(2, 4)] int seed) => Fuzz(seed, rounds: 100);

    private void Fuzz(int seed, int rounds)
    {
        var mutations = new RunMutations(seed, root);
        for (int round = 0; round < rounds; round++)
        {
            Directory.Delete(Out, recursive: true);
            root.CopyFrom(Path.Combine(template, "results"), "results");
            string run = TheRun;
            string mutated = mutations.Mutate(run);
            string[] command = mutations.Command(run, Plan, Out);
            SimintCall outcome = Simint.Call(command);
            string said =
                $"seed {seed}, round {round}, {mutated}, {string.Join(' ', command)}: {outcome.Code}\n{outcome.Output}\n{outcome.Error}";
            Assert.That(outcome.Code, Is.AnyOf(ExitCode.Ok, ExitCode.ScenarioErrors, ExitCode.Usage, ExitCode.RunFailed), said);
            Assert.That(outcome.Error, Does.Not.Contain("an internal error").And.Not.Contain("   at "), said);
            Assert.That(outcome.Output + outcome.Error, Does.Not.Contain("\u001b"), said);
            Assert.That(File.ReadAllText(Path.Combine(root, "victim", "file.txt")), Is.EqualTo("precious"), said);
        }
    }

    private SimintCall RunAgain(params string[] more) => Simint.Call(["run", Plan, "--out", Out, "--no-figures", "--jobs", "1", .. more]);

    private void Forge(Action<JsonObject> change)
    {
        JsonObject manifest = JsonNode.Parse(File.ReadAllText(Manifest))!.AsObject();
        change(manifest);
        File.WriteAllText(Manifest, manifest.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
