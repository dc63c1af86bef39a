using System.Diagnostics;
using System.Text.Json.Nodes;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Cli;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cli;

/// <summary>Runs have names and a list.</summary>
public sealed class RunListTests
{
    private Desk desk = null!;

    [SetUp]
    public void MakeDesk() => desk = new Desk();

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    private string Results => Path.Combine(desk.Folder, "results");

    [Test]
    public void The_list_tells_state_answer_name_and_what_changed_since()
    {
        Assert.That(Run("--name", "before Easter").Code, Is.EqualTo(ExitCode.Ok));
        string list = List();
        Assert.Multiple(() =>
        {
            Assert.That(list, Does.Match(@"^\d{4}-\d\d-\d\d-[0-9a-f]{4}  before Easter  finished, "));
            Assert.That(Words(list), Does.Contain("Two Teams").And.Contain($"{desk.File}: unchanged since."));
        });
        desk.Append("# A remark.");
        Assert.That(Words(List()), Does.Contain($"{desk.File}: changed since, in layout or comments only."));
        desk.Append("title: Another");
        Assert.That(Words(List()), Does.Contain($"{desk.File}: changed since: title "));
        File.Delete(desk.File);
        Assert.That(Words(List()), Does.Contain($"{desk.File}: not found from this folder."));
    }

    [Test]
    public void What_a_run_was_asked_beside_its_file_is_listed()
    {
        Run("--only", "two_teams", "--what-if", "flows.guns.rate x 2", "--seed", "8");
        Assert.That(
            Words(List()),
            Does.Contain($"{desk.File} --what-if 'flows.guns.rate x 2' --only two_teams --seed 8: unchanged since.")
        );
    }

    [Test]
    public void The_name_of_a_scenario_means_its_latest_run()
    {
        string scenario = Path.GetFileNameWithoutExtension(desk.File);
        Run();
        Run("--seed", "8");
        string to = Path.Combine(desk.Folder, "written");
        (int code, _, string error) = Simint.Call(["report", scenario, "--to", to, "--out", Results]);
        Assert.That(code, Is.EqualTo(ExitCode.Ok), error);
        Assert.That(File.ReadAllText(Directory.GetFiles(to, "*.html").Single()), Does.Contain("--seed 8"));
    }

    [Test]
    public void A_table_that_changed_is_named()
    {
        string table = Path.Combine(desk.Folder, "places.csv");
        File.WriteAllText(table, "name,lat,lon,kind\ndepot,29.42,-98.49,\nbridge,27.50,-99.51,port\n");
        string[] lines = File.ReadAllLines(desk.File);
        File.WriteAllLines(
            desk.File,
            lines.Select(l => l.StartsWith("places:", StringComparison.Ordinal) ? "places: { from: places.csv }" : l)
        );
        Run();
        Assert.That(Words(List()), Does.Contain("unchanged since."));
        File.AppendAllText(table, "other,28.50,-99.00,\n");
        Assert.That(Words(List()), Does.Contain($"{desk.File}: {table} changed since: places.other added."));
    }

    [Test]
    public void What_changed_is_told_with_what_it_was()
    {
        Run("--set", "flows.guns.rate=20 shipments per day");
        desk.Replace("[8 shipments", "[9 shipments");
        desk.Replace("finds: 50%", "finds: 60%");
        Assert.That(Words(List()), Does.Contain("changed since: team_types.team.finds 50% -> 60%."), "the rate is set beside the file");
        JsonNode change = JsonNode.Parse(List("--json"))![0]!["changes"]!.AsArray().Single()!;
        Assert.That(
            ((string?)change["path"], (string?)change["kind"], (string?)change["then"], (string?)change["now"]),
            Is.EqualTo(("team_types.team.finds", "changed", "50%", "60%"))
        );
    }

    [Test]
    public void A_file_that_has_mistakes_now_has_only_changed()
    {
        Run();
        desk.Append("lenght: 30 days");
        Assert.That(Words(List()), Does.Contain($"{desk.File}: changed since, and has mistakes now."));
    }

    [Test]
    public void Unfinished_and_damaged_runs_are_told_from_finished_ones()
    {
        Run("--replications", "7");
        string folder = Folders.Single();

        // As where it was killed: nothing has told the manifest what is there.
        RunManifest killed = RunManifest.Read(folder)! with { IsFinished = false, Replications = 0, Answer = null };
        File.WriteAllText(Path.Combine(folder, "manifest.json"), (killed with { ReplicationsAsked = 40 }).ToJson());
        (int code, string verified, _) = Simint.Call("verify", folder, "--sample", "1");
        Assert.That((code, Words(verified)), Is.EqualTo((ExitCode.Ok, Words(verified))));
        Assert.That(Words(verified), Does.Contain("1 replication"));
        Assert.That(Words(List()), Does.Contain("unfinished (7 of 40 replications)").And.Contain("No answer yet."));
        File.WriteAllText(Path.Combine(folder, "manifest.json"), "{}");
        Assert.That(List(), Does.Contain($"{Path.GetFileName(folder)}  damaged"));
        Assert.That(Simint.Call("list", "runs", "--out", Path.Combine(desk.Folder, "none")).Output, Does.Contain("There are no runs in"));
    }

    [Test]
    public void A_run_without_its_manifest_is_listed_as_damaged_with_what_to_do()
    {
        Run();
        string folder = Folders.Single();
        string answer = Manifest.Answer!;
        string[] chunks = Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories);
        File.Delete(Path.Combine(folder, "manifest.json"));
        Directory.CreateDirectory(Path.Combine(Results, "plan", "sensitivity-tornado-abcd", "chunks"));
        File.WriteAllText(Path.Combine(Results, "plan", "sensitivity-tornado-abcd", ".lock"), string.Empty);
        string list = Words(List());
        Assert.That(
            list,
            Does.StartWith($"{Path.GetFileName(folder)} damaged Its manifest.json is missing: ")
                .And.EndWith("The 'simint run' that made it restores it from the stored replications.")
        );
        SimintCall verified = Simint.Call("verify", Path.GetFileName(folder), "--out", Results);
        Assert.That((verified.Code, verified.Error), Is.EqualTo((ExitCode.RunFailed, verified.Error)));
        Assert.That(verified.Error, Does.Contain("its manifest.json is missing"));
        Assert.That(Run().Error, Does.Contain("Everything was simulated before"));
        Assert.That(RunManifest.Read(folder)!.Answer, Is.EqualTo(answer));
        Assert.That(Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories), Is.EquivalentTo(chunks));
    }

    // What the list says helps has to help.
    [Test]
    public void The_same_run_restores_a_manifest_that_can_not_be_read()
    {
        Run();
        string folder = Folders.Single();
        File.WriteAllText(Path.Combine(folder, "manifest.json"), "{}");
        Assert.That(Words(List()), Does.Contain("Its manifest.json can't be read: ").And.Contain("restores it"));
        Assert.That(Run().Error, Does.Contain("Everything was simulated before"));
        Assert.That(RunManifest.Read(folder)!.IsFinished, Is.True);
    }

    [Test]
    public void The_list_is_json_too()
    {
        Run("--name", "plan-b");
        JsonNode run = JsonNode.Parse(List("--json"))!.AsArray().Single()!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)run["name"], Is.EqualTo("plan-b"));
            Assert.That((string?)run["state"], Is.EqualTo("finished"));
            Assert.That((string?)run["answer"], Is.EqualTo(RunManifest.Read(Folders.Single())!.Answer).And.Not.Null);
            Assert.That(run["changed"]!.AsArray(), Is.Empty);
            Assert.That((bool?)run["same_model"], Is.True);
        });
    }

    [TestCase("Plan B")]
    [TestCase("plan b", Description = "however it is capitalized")]
    [TestCase("an b", Description = "a part of the name")]
    public void A_run_is_found_by_its_name(string meant)
    {
        Run("--name", "Plan B");
        Run("--seed", "8");
        Assert.That(Simint.Call("verify", meant, "--sample", "1", "--out", Results).Code, Is.EqualTo(ExitCode.Ok));
    }

    [Test]
    public void A_part_that_several_runs_have_is_refused_with_their_names()
    {
        Run("--name", "plan_a");
        Run("--name", "plan_b", "--seed", "8");
        SimintCall call = Simint.Call("verify", "plan_", "--out", Results);
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(call.Error, Does.Contain("several runs may be meant by 'plan_': ").And.Contain(Path.GetFileName(Folders[0])));
    }

    // Runs of two scenarios whose keys begin alike: with another day, and on the same one.
    [TestCase("2020-01-01", true)]
    [TestCase(null, false)]
    public void An_id_or_its_end_that_two_runs_have_is_asked_about(string? day, bool differs)
    {
        Run();
        string id = Path.GetFileName(Folders.Single());
        string other = Path.Combine(Results, "other", day is null ? id : day + id[^5..]);
        Directory.CreateDirectory(other);
        File.Copy(Path.Combine(Folders.Single(), RunManifest.FileName), Path.Combine(other, RunManifest.FileName));
        foreach (string meant in new[] { id[^4..], id })
        {
            SimintCall call = Simint.Call("report", meant, "--format", "xlsx", "--to", desk.Folder, "--out", Results);
            bool asks = !differs || meant != id;
            Assert.That(call.Code, Is.EqualTo(asks ? ExitCode.Usage : ExitCode.Ok), call.Error);
            Assert.That(
                call.Error,
                asks ? Does.Contain($"several runs may be meant by '{meant}': ").And.Contain(other).And.Contain(Folders.Single()) : Is.Empty
            );
        }

        Assert.That(
            List(),
            differs ? Does.Contain($"{id}  finished") : Does.Contain($"{other}  finished").And.Contain($"{Folders.Single()}  finished")
        );
    }

    [Test]
    public void A_name_that_is_the_end_of_another_run_s_id_is_refused()
    {
        Run();
        string id = Path.GetFileName(Folders.Single());
        Directory.Move(Folders.Single(), Path.Combine(Results, "plan", $"{id[..^4]}b22b"));
        SimintCall call = Run("--seed", "8", "--name", "B22b");
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(call.Error, Does.Contain($"the id of run {id[..^4]}b22b ends with 'B22b', so both would be meant by it."));
        Assert.That(Folders, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_name_that_a_later_run_s_id_ends_with_is_either_s()
    {
        Run("--seed", "8");
        string ending = Path.Combine(Results, "plan", "2022-01-01-b22b");
        string[] before = Folders;
        Run("--name", "b22b");
        Directory.Move(before.Single(), ending);
        SimintCall call = Simint.Call("verify", "b22b", "--sample", "1", "--out", Results);
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(Folders, Has.Length.EqualTo(2));
        foreach (string folder in Folders)
        {
            Assert.That(call.Error, Does.Contain(Path.GetFileName(folder)));
        }
    }

    [Test]
    public void The_same_command_with_another_name_renames_its_run_and_without_one_keeps_it()
    {
        Run("--name", "first");
        string before = Manifest.Command;
        Assert.That(Run("--name", "second").Error, Does.Contain("Everything was simulated before"));
        Assert.That(Manifest.Request!.Name, Is.EqualTo("second"));
        Run();
        Assert.That(Manifest.Request!.Name, Is.EqualTo("second"));
        Assert.That(Manifest.Command, Is.EqualTo(before), "a name is not needed to reproduce a run");
    }

    [Test]
    public void A_name_that_another_run_has_is_refused_before_anything_is_simulated()
    {
        Run("--name", "taken");
        SimintCall call = Run("--seed", "8", "--name", "Taken");
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(call.Error, Does.Contain($"run {Path.GetFileName(Folders.Single())} is called 'Taken' already."));
    }

    [TestCase("2026-11-28-a073")]
    [TestCase("../x")]
    [TestCase("ends with a blank ")]
    [TestCase("a\u001bb")]
    public void A_name_that_could_be_an_id_or_a_folder_is_refused(string name)
    {
        SimintCall call = Run("--name", name);
        Assert.That(call.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(call.Error, Does.Contain("can't be the name of a run"));
    }

    [Test]
    [Category("Slow")]
    [Explicit("Writes 2,000 runs.")]
    [NonParallelizable]
    public void Two_thousand_runs_are_listed_within_a_second()
    {
        Run();
        string manifest = RunManifest.Read(Folders.Single())! is { } one
            ? (one with { ResolvedYaml = new string('x', 60_000) }).ToJson()
            : throw new InvalidOperationException();
        for (int i = 0; i < 2000; i++)
        {
            string folder = Path.Combine(Results, "plan", $"2026-01-01-{i:x4}");
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "manifest.json"), manifest);
        }

        List();
        TimeSpan before = Worked;
        List();
        Assert.That(Worked - before, Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    // Of the processor: the machine may have more to do.
    private static TimeSpan Worked
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    private string[] Folders => Directory.GetDirectories(Path.Combine(Results, "plan"));

    private RunManifest Manifest => RunManifest.Read(Folders.Single())!;

    private SimintCall Run(params string[] options) =>
        Simint.Call(["run", desk.File, "--out", Results, "--no-figures", "--jobs", "1", .. options]);

    private string List(params string[] options) => Simint.Call(["list", "runs", "--out", Results, .. options]).Output;

    // Wherever lines were broken.
    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
