using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cli;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Tests.Application;

namespace SimInterdiction.Tests.Cli;

/// <summary>Runs on disk, read again and verified.</summary>
public sealed class VerifyTests
{
    private StoredPlan plan = null!;

    [SetUp]
    public void MakePlan() => plan = new StoredPlan();

    [TearDown]
    public void RemovePlan() => plan.Dispose();

    private static Workspace WorkspaceIn(string results) => new(results, new CommandWording());

    [Test]
    public void A_stored_run_loads_as_it_was()
    {
        SimintCall run = plan.Run("--json", "--set", "team_types.team.finds=60%", "--seed", "5", "--replications", "15");
        Assert.That(StoredRun.TryFind(plan.Runs[0], WorkspaceIn("nowhere"), new Ear(), out StoredRun? byFolder, out _), Is.True);
        Assert.That(
            StoredRun.TryFind(Path.GetFileName(plan.Runs[0])!, WorkspaceIn(plan.Folder), new Ear(), out StoredRun? byId, out _),
            Is.True
        );
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
            Is.EqualTo((Path.GetFileName(plan.Runs[0]), 5L, 15))
        );
    }

    [Test]
    public void A_sound_run_is_verified_and_a_changed_file_is_named()
    {
        plan.Run();
        SimintCall sound = Simint.Call("verify", plan.Runs[0], "--sample", "7");
        Assert.That((sound.Code, sound.Output), Is.EqualTo((ExitCode.Ok, sound.Output)));
        Assert.That(
            sound.Output,
            Does.Contain("7 replications of every deployment were simulated again: all are the same to the last bit")
        );
        File.AppendAllText(Path.Combine(plan.Runs[0], "summary.csv"), "one line more");
        SimintCall changed = Simint.Call("verify", plan.Runs[0]);
        Assert.That(
            (changed.Code, changed.Output.Split('\n')[0].Trim()),
            Is.EqualTo((ExitCode.RunFailed, "Changed or missing: summary.csv"))
        );
    }

    [Test]
    public void Where_replications_are_gone_the_results_are_not_blamed()
    {
        plan.Run();
        Directory.Delete(Path.Combine(plan.Runs[0], "chunks"), recursive: true);
        SimintCall call = Simint.Call("verify", plan.Runs[0]);
        Assert.Multiple(() =>
        {
            Assert.That(call.Code, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(
                call.Output + call.Error,
                Does.Contain("holds 0 of the 20 replications").And.Not.Contain("Not what the replications")
            );
        });
    }

    [Test]
    public void Every_deployment_that_lacks_replications_is_named()
    {
        plan.Run();
        string[] chunks = Directory.GetFiles(plan.Runs[0], "*.parquet", SearchOption.AllDirectories);
        string kept = chunks[0];
        foreach (string lost in chunks.Skip(1))
        {
            File.Delete(lost);
        }

        SimintCall verified = Simint.Call("verify", plan.Runs[0]);
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
        plan.Run();
        plan.Run("--seed", "8", "--replications", "30");
        string chunk = Directory.GetFiles(Path.Combine(plan.Runs[1], "chunks"), "*.parquet", SearchOption.AllDirectories)[0];
        File.WriteAllBytes(chunk, File.ReadAllBytes(chunk)[..300]);
        SimintCall call = Simint.Call("compare", plan.Runs[0], plan.Runs[1], "--out", plan.Folder);
        Assert.That(
            call.Error,
            Does.Contain($"Damaged, and left out: {chunk}, of run {Path.GetFileName(plan.Runs[1])}.\n")
                .And.Contain(
                    $"{plan.Runs[1]} holds 0 of the 30 replications that its manifest says. "
                        + $"What is missing is simulated again by: simint run {plan.File} --replications 30 --seed 8 --out {plan.Folder}\n"
                )
        );
        Assert.That((call.Code, call.Output), Is.EqualTo((ExitCode.RunFailed, string.Empty)));
        Assert.That(call.Error, Does.EndWith($"'{plan.Runs[1]}' holds no replications: none is there yet, or none can be read.\n"));
        plan.Run("--seed", "8", "--replications", "30");
        Assert.That(Simint.Call("compare", plan.Runs[0], plan.Runs[1], "--out", plan.Folder).Error, Is.Empty);
    }

    // Of a copy the command would mend the original; of a run that was moved it would begin another.
    [TestCase(true)]
    [TestCase(false)]
    public void What_mends_a_copy_or_a_run_elsewhere_is_told_and_true(bool hasOriginal)
    {
        plan.Run();
        string run = plan.Runs[0];
        string elsewhere = Path.Combine(plan.Folder, "elsewhere", "safe", "the run");
        Directory.CreateDirectory(Path.GetDirectoryName(elsewhere)!);
        CopyFolder(run, elsewhere);
        if (!hasOriginal)
        {
            Directory.Delete(run, recursive: true);
        }

        foreach (string chunk in Directory.GetFiles(elsewhere, "*.parquet", SearchOption.AllDirectories))
        {
            File.Delete(chunk);
        }

        string error = Simint.Call("verify", elsewhere, "--out", plan.Folder).Error;
        string command = $"is {(hasOriginal ? "" : "then ")}simulated again by: simint run {plan.File} --out {plan.Folder}\n";
        Assert.That(
            error,
            Does.Contain(
                hasOriginal
                    ? $"It is a copy of '{run}': use that. What is missing there too {command}"
                    : $"move it to '{run}'. What is " + $"missing {command}"
            )
        );
        if (!hasOriginal)
        {
            Directory.Move(elsewhere, run);
        }

        plan.Run();
        Assert.That(plan.Runs, Is.EqualTo(new[] { run }));
        Assert.That(Simint.Call("verify", run, "--sample", "1", "--out", plan.Folder).Code, Is.EqualTo(ExitCode.Ok));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [Test]
    public void A_manifest_that_claims_a_million_replications_is_told_and_costs_nothing()
    {
        plan.Run();
        RunManifest manifest = RunManifest.Read(plan.Runs[0])!;
        File.WriteAllText(
            Path.Combine(plan.Runs[0], "manifest.json"),
            (manifest with { Replications = 1_000_000, ReplicationsAsked = 1_000_000 }).ToJson()
        );
        long before = GC.GetTotalAllocatedBytes();
        SimintCall call = Simint.Call("plot", plan.Runs[0], "answer", "--svg", "--out", plan.Folder);
        Assert.That((call.Code, call.Error), Is.EqualTo((ExitCode.Ok, call.Error)));
        Assert.That(call.Error, Does.StartWith($"{plan.Runs[0]} holds 20 of the 1,000,000 replications that its manifest says. "));
        Assert.That(call.Error.Split('\n'), Has.Length.EqualTo(2));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(500e6));
    }
}
