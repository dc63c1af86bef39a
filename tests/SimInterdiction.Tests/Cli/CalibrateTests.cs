using System.Text.Json;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary><c>simint calibrate</c> as a planner meets it. Seized is stops x finds: 30 % x 50 % of ten shipments a
/// day.</summary>
public sealed class CalibrateTests
{
    private const string Plan = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { stops: 30%, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { nobody: {}, posted: { post: { bridge: { task_force: border, team: team } } } }
        experiment: { replications: 50, seed: 3 }
        """;

    private const string Stops = "team_types.team.stops between 5% and 90%";
    private const string Rate = "flows.guns.rate between 5 and 40 shipments per day";

    private TemporaryFolder folder = null!;

    private string PlanFile => Path.Combine(folder, "plan.yaml");

    private string CalibratedFile => Path.Combine(folder, "plan-fitted.yaml");

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        File.WriteAllText(PlanFile, Plan);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void It_is_not_said_to_go_on_until_more_fit_than_are_tried()
    {
        string told = Calibrate(
            "--fit",
            Stops,
            "--fit",
            Rate,
            "--to",
            "seizure_rate of posted = 20% +- 5 points",
            "--to",
            "shipments_seized of posted = 60 +- 10",
            "--draws",
            "100"
        ).Error;
        Assert.That(told, Does.Contain("100 settings x 1 deployment, one period each; then").And.Not.Contain("until"));
    }

    [Test]
    public void What_is_odd_about_a_fit_is_told()
    {
        string fit = "flows.guns.rate between 1.000 per year and 5.000 per year";
        string told = Calibrate("--fit", fit, "--to", "shipments_seized of posted = 60 +- 10").Error;
        Assert.That(told, Does.Contain("warning S127: '1.000 per year' is read as 1").And.Contain("'5.000 per year' is read as 5"));
    }

    [Test]
    public void The_fitted_scenario_gives_the_measure_that_was_told_when_it_is_run()
    {
        SimintCall fit = Calibrate("--fit", Stops, "--to", "seizure_rate of posted = 20%", "--json");
        Assert.That(fit.Code, Is.EqualTo(ExitCode.Ok), fit.Error);
        using JsonDocument told = JsonDocument.Parse(fit.Output);
        double mean = told.RootElement.GetProperty("targets")[0].GetProperty("mean").GetDouble();
        Assert.That(mean, Is.EqualTo(0.2).Within(0.001));

        // By theory 40 %; 15,000 shipments, 3.3 standard errors.
        Assert.That(
            told.RootElement.GetProperty("unknowns")[0].GetProperty("value").GetDouble(),
            Is.EqualTo(0.4).Within(3.3 * 2 * Math.Sqrt(0.2 * 0.8 / 15_000))
        );
        SimintCall run = Simint.Call("run", CalibratedFile, "--out", folder, "--no-figures", "--json");
        using JsonDocument result = JsonDocument.Parse(run.Output);
        JsonElement rate = result
            .RootElement.GetProperty("deployments")
            .GetProperty("posted")
            .GetProperty("measures")
            .GetProperty("seizure_rate");
        Assert.That(rate.GetProperty("mean").GetDouble(), Is.EqualTo(mean).Within(1e-12), run.Error);
        Assert.That(
            File.ReadAllText(CalibratedFile),
            Does.Contain("based_on: plan.yaml").And.Contain("simint calibrate").And.Contain("seed 3").And.Contain("95 of 100")
        );
    }

    [Test]
    public void A_fit_is_told_in_80_columns_with_interval_figure_and_what_to_do_next()
    {
        SimintCall fit = Calibrate("--fit", Stops, "--to", "shipments_seized of posted = 60 +- 3");
        Assert.That(fit.Code, Is.EqualTo(ExitCode.Ok), fit.Error);
        Assert.That(
            fit.Output,
            Does.StartWith("SYNTHETIC DATA")
                .And.Contain("team_types.team.stops: ")
                .And.Contain("Before: 30%.")
                .And.Contain("95 of 100")
                .And.Contain(": met")
                .And.Contain("simint run")
        );
        Assert.That(
            fit.Output.Split('\n').Where(line => !line.Contains(folder)).Select(line => line.TrimEnd().Length),
            Is.All.LessThanOrEqualTo(80)
        );
        Assert.That(fit.Error, Does.Contain("About 22 settings x 1 deployment x 50 replications").And.Contain("Ctrl-C is safe"));
        Assert.That(Figures(), Is.Empty, "One unknown has no ridge.");
    }

    [Test]
    public void The_same_command_again_simulates_nothing_says_so_and_fits_the_same()
    {
        string[] command = ["--fit", Stops, "--to", "shipments_seized of posted = 60 +- 3", "--force", "--json", "--jobs"];
        SimintCall first = Calibrate([.. command, "1"]);
        string[] chunks = Chunks();
        SimintCall again = Calibrate([.. command, "3"]);
        Assert.That(again.Error, Does.Contain("Everything was simulated before (plan-calibrated); nothing is simulated now."));
        Assert.That(again.Output, Is.EqualTo(first.Output));
        Assert.That(Chunks(), Is.EqualTo(chunks));
        File.Delete(Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last());
        SimintCall some = Calibrate([.. command, "2"]);
        Assert.That(some.Error, Does.Match(@"\d replications are taken from plan-calibrated; the others are simulated now\."));
        Assert.That(some.Output, Is.EqualTo(first.Output));

        string[] Chunks() =>
            [
                .. Directory
                    .GetFiles(folder, "*.parquet", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(f => $"{f} {File.GetLastWriteTimeUtc(f).Ticks}"),
            ];
    }

    [Test]
    public void A_long_range_in_the_file_fits_80_columns_too()
    {
        File.WriteAllText(
            PlanFile,
            Plan.Replace(
                "rate: 10 shipments per day",
                "rate: { uncertain: [4.0000000 shipments per day, 10.000000 shipments per day, 40.000000 shipments per day] }"
            )
        );
        SimintCall fit = Calibrate("--fit", "flows.guns.rate", "--to", "shipments_seized of posted = 60");
        Assert.That(fit.Code, Is.EqualTo(ExitCode.Ok), fit.Error);
        Assert.That(
            fit.Output.Split('\n').Where(line => !line.Contains(folder)).Select(line => line.TrimEnd().Length),
            Is.All.LessThanOrEqualTo(80)
        );
    }

    [Test]
    public void Two_numbers_that_one_figure_cannot_separate_are_drawn_as_a_ridge()
    {
        SimintCall fit = Calibrate("--fit", Stops, "--fit", Rate, "--to", "shipments_seized of posted = 60 +- 4", "--replications", "30");
        Assert.That(fit.Code, Is.EqualTo(ExitCode.Ok), fit.Error);
        Assert.That(fit.Output.ReplaceLineEndings(" "), Does.Contain("can't be told apart").And.Contain("Only their product is fixed"));
        Assert.That(Figures(), Is.EqualTo(new[] { "21-ridge.csv", "21-ridge.png", "21-ridge.svg", "21-ridge.txt" }));
        string[] csv = File.ReadAllLines(Path.Combine(Pictures, "21-ridge.csv"));
        Assert.That(csv[0], Is.EqualTo("team_types.team.stops%,flows.guns.rate shipments per day,shipments_seized of posted,fits"));

        // What fits is what matched the figure within its tolerance.
        Assert.That(
            csv.Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => (Math.Abs(double.Parse(cells[2]) - 60) <= 4) == (cells[3] == "yes")),
            Is.All.True
        );
        Assert.That(
            File.ReadAllText(Path.Combine(Pictures, "21-ridge.txt")),
            Does.Contain("SYNTHETIC DATA").And.Contain("can't be told apart")
        );
    }

    [Test]
    public void Nothing_is_overwritten_without_force()
    {
        File.WriteAllText(CalibratedFile, "mine");
        SimintCall refused = Calibrate("--fit", Stops, "--to", "seizure_rate of posted = 20%");
        Assert.That((refused.Code, File.ReadAllText(CalibratedFile)), Is.EqualTo((ExitCode.Usage, "mine")));
        Assert.That(refused.Error, Does.Contain("--force"));
        Assert.That(
            Calibrate("--fit", Stops, "--to", "seizure_rate of posted = 20%", "--save", "other.yaml").Code,
            Is.EqualTo(ExitCode.Ok)
        );
        Assert.That(Calibrate("--fit", Stops, "--to", "seizure_rate of posted = 20%", "--force").Code, Is.EqualTo(ExitCode.Ok));
        Assert.That(File.ReadAllText(CalibratedFile), Does.StartWith("# plan.yaml"));
        Assert.That(
            Calibrate("--fit", Stops, "--to", "seizure_rate of posted = 20%", "--force", "--save", "plan.yaml").Code,
            Is.EqualTo(ExitCode.Usage)
        );
        Assert.That(
            Calibrate("--fit", Stops, "--to", "seizure_rate of posted = 20%", "--save", "elsewhere/x.yaml").Code,
            Is.EqualTo(ExitCode.Usage)
        );
        Assert.That(File.ReadAllText(PlanFile), Is.EqualTo(Plan));
    }

    [Test]
    public void A_target_out_of_reach_is_told_with_both_ends_and_nothing_is_written()
    {
        SimintCall fit = Calibrate("--fit", "team_types.team.stops between 5% and 20%", "--to", "seizure_rate of posted = 20%");
        Assert.That(fit.Code, Is.EqualTo(ExitCode.RunFailed));
        Assert.That(
            fit.Error.ReplaceLineEndings(" "),
            Does.Contain("does not come to 20%").And.Match(@"2\.\d+% at 5\.00%.* and (9\.|10\.)\d+% at 20\.0%")
        );
        Assert.That(File.Exists(CalibratedFile), Is.False);
    }

    [Test]
    public void Mistakes_in_the_arguments_are_told_together_with_what_was_probably_meant()
    {
        SimintCall fit = Calibrate("--fit", "team_types.team.stop between 5% and 20%", "--to", "seizure_rate of poste = 20%");
        Assert.That(fit.Code, Is.EqualTo(ExitCode.ScenarioErrors));
        Assert.That(
            fit.Error,
            Does.Contain("--fit:1:17").And.Contain("did you mean 'stops'?").And.Contain("--to:1:17").And.Contain("did you mean 'posted'?")
        );
        SimintCall several = Calibrate("--fit", Stops, "--fit", Rate, "--to", "shipments_seized of posted = 60");
        Assert.That((several.Code, several.Error), Is.EqualTo((ExitCode.Usage, several.Error)));
        Assert.That(several.Error, Does.Contain("+-"));
        Assert.That(Calibrate("--fit", Stops).Code, Is.EqualTo(ExitCode.Usage));
    }

    private string Pictures => Path.Combine(Directory.GetDirectories(Path.Combine(folder, "plan"), "calibration-*").Single(), "figures");

    private string[] Figures() =>
        Directory.Exists(Pictures) ? [.. Directory.GetFiles(Pictures).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    private SimintCall Calibrate(params string[] arguments) => Simint.Call(["calibrate", PlanFile, "--out", folder, .. arguments]);
}
