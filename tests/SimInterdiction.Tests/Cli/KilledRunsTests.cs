using System.Diagnostics;
using System.Text.Json;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Cli;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Tests.Cli;

/// <summary>Runs that are killed, interrupted or doubled end up with the files of a run left alone.</summary>
[NonParallelizable]
public sealed class KilledRunsTests
{
    private const string Busy = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 2000 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 30%, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { nobody: {}, one_team: { post: { bridge: { task_force: border, team: team } } } }
        experiment: { replications: 400, seed: 3 }
        """;

    private TemporaryFolder folder = null!;
    private string file = "";

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        file = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(file, Busy);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    [Explicit("Minutes of processes started and killed.")]
    [Category("Slow")]
    public void Killed_at_thirty_moments_a_run_goes_on_each_time_and_ends_the_same()
    {
        var clock = Stopwatch.StartNew();
        string whole = RunAlone();
        double takes = clock.Elapsed.TotalSeconds;
        int kills = 0;
        int finished = 0;
        for (int attempt = 1; kills < 30; attempt++)
        {
            using SimintProcess run = Start("killed");

            // Moments spread evenly over the time that a whole run takes, in no order: one that goes on from much may
            // end before.
            double moment = takes * (attempt * 0.6180339887 % 1);
            if (SpinWait.SpinUntil(() => run.HasEnded, TimeSpan.FromSeconds(moment)))
            {
                EndsLike(run, whole);
                finished++;
            }
            else
            {
                run.Kill();
                run.WaitForExit();
                kills++;
            }

            Assert.That(Damaged("killed"), Is.Empty);
        }

        using SimintProcess last = Start("killed");
        EndsLike(last, whole);
        TestContext.Out.WriteLine(
            $"50 kills of runs that take {takes:0.0} s, {finished + 1} finished in between and at the end, all with the same summary."
        );
    }

    [Test]
    [Explicit("Processes of several seconds.")]
    [Category("Slow")]
    public void Two_processes_on_one_run_take_turns_and_both_have_the_right_result()
    {
        string whole = RunAlone();
        using SimintProcess one = Start("two");
        using SimintProcess two = Start("two", "--jobs", "1");
        Assert.That((one.WaitForExit(), two.WaitForExit()), Is.EqualTo((ExitCode.Ok, ExitCode.Ok)), one.Error + two.Error);
        Assert.That(one.Error + two.Error, Does.Contain("Another simint is working on").And.Contain("nothing is simulated now"));
        Assert.That(Summary("two"), Is.EqualTo(whole));
    }

    [Test]
    [Explicit("Processes of several seconds.")]
    [Category("Slow")]
    public void Interrupted_a_run_saves_says_how_to_go_on_and_goes_on()
    {
        string whole = RunAlone();
        using (SimintProcess first = Start("interrupted"))
        {
            Assert.That(SpinWait.SpinUntil(() => HasChunks(Path.Combine(folder, "interrupted")), TimeSpan.FromSeconds(60)), Is.True);
            first.Interrupt();
            Assert.That(first.WaitForExit(), Is.EqualTo(ExitCode.StoppedAndSaved));
            Assert.That(
                first.Error,
                Does.Contain("Stopping. Ctrl-C again ends at once.").And.Contain("To carry on, run the same command again.")
            );
        }

        RunManifest stopped = Manifest("interrupted");
        Assert.That((stopped.IsFinished, stopped.Replications), Is.EqualTo((false, stopped.Sessions.Single().ReplicationsSimulated / 2)));
        using SimintProcess second = Start("interrupted");
        Assert.That(second.WaitForExit(), Is.EqualTo(ExitCode.Ok));
        Assert.That(
            second.Error,
            Does.Contain($"{2 * stopped.Replications:N0} of 800 replications, over all deployments, are taken from run")
        );
        Assert.That(Summary("interrupted"), Is.EqualTo(whole));
        Assert.That(Manifest("interrupted").Sessions.Sum(s => s.ReplicationsSimulated), Is.EqualTo(800));
    }

    [Test]
    [Explicit("Minutes of processes started and killed.")]
    [Category("Slow")]
    public void A_fit_killed_and_interrupted_goes_on_each_time_and_ends_the_same()
    {
        string whole = CalibrateAlone();
        int kills = 0;
        for (int attempt = 1; kills < 10; attempt++)
        {
            using SimintProcess fit = StartCalibration("killed");
            if (SpinWait.SpinUntil(() => fit.HasEnded, TimeSpan.FromSeconds(1 + attempt)))
            {
                break;
            }

            if (attempt % 2 == 0)
            {
                fit.Kill();
                fit.WaitForExit();
            }
            else
            {
                fit.Interrupt();
                Assert.That((fit.WaitForExit(), fit.Error), Is.EqualTo((ExitCode.StoppedAndSaved, fit.Error)));
                Assert.That(fit.Error, Does.Contain("To carry on, run the same command again."));
            }

            kills++;
            Assert.That(Damaged("killed"), Is.Empty);
        }

        using SimintProcess last = StartCalibration("killed");
        Assert.That(last.WaitForExit(), Is.EqualTo(ExitCode.Ok), last.Error);
        Assert.That(
            last.Error,
            Does.Contain("replications are taken from plan-calibrated").Or.Contain("Everything was simulated before (plan-calibrated)")
        );
        Assert.That(last.Output, Is.EqualTo(whole));
        Assert.That(kills, Is.AtLeast(3));
        TestContext.Out.WriteLine($"{kills} kills and interruptions, and the same fit.");
    }

    private static bool HasChunks(string run) =>
        Directory.Exists(run) && Directory.EnumerateFiles(run, "*.parquet", SearchOption.AllDirectories).Any();

    private string RunAlone()
    {
        using SimintProcess run = Start("alone");
        Assert.That(run.WaitForExit(), Is.EqualTo(ExitCode.Ok), run.Error);
        return Summary("alone");
    }

    private SimintProcess StartCalibration(string results) =>
        new(
            "calibrate",
            file,
            "--fit",
            "flows.guns.rate between 500 and 3000 shipments per day",
            "--fit",
            "team_types.team.stops between 10% and 90%",
            "--to",
            "shipments_seized of one_team = 15_000 +- 2_500",
            "--replications",
            "100",
            "--out",
            Path.Combine(folder, results),
            "--force",
            "--json"
        );

    private string CalibrateAlone()
    {
        using SimintProcess fit = StartCalibration("alone");
        Assert.That(fit.WaitForExit(), Is.EqualTo(ExitCode.Ok), fit.Error);
        return fit.Output;
    }

    private void EndsLike(SimintProcess run, string summary)
    {
        Assert.That(run.WaitForExit(), Is.EqualTo(ExitCode.Ok), run.Error);
        Assert.That(Summary("killed"), Is.EqualTo(summary));
        Directory.Delete(Path.Combine(folder, "killed"), recursive: true);
    }

    private string RunIn(string results) => Directory.GetDirectories(Path.Combine(folder, results, "plan")).Single();

    private string Summary(string results) => File.ReadAllText(Path.Combine(RunIn(results), "summary.csv"));

    private RunManifest Manifest(string results) => RunManifest.Read(RunIn(results))!;

    // Whatever stands in its place must be whole.
    private string[] Damaged(string results) =>
        Directory.Exists(Path.Combine(folder, results))
            ?
            [
                .. Directory
                    .GetFiles(Path.Combine(folder, results), "*.json", SearchOption.AllDirectories)
                    .Where(f => !IsJson(File.ReadAllText(f))),
                .. Directory
                    .GetDirectories(Path.Combine(folder, results), "*", SearchOption.AllDirectories)
                    .SelectMany(ChunkFile.In)
                    .Where(f => f.Content() is null)
                    .Select(f => f.Path),
            ]
            : [];

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private SimintProcess Start(string results, params string[] more) =>
        new(["run", file, "--out", Path.Combine(folder, results), "--no-figures", .. more]);
}
