using SimInterdiction.Model;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Calibration;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Calibration;

/// <summary>Which numbers can be fitted, to which figures, and how what was fitted is written down.</summary>
public sealed class CalibrationTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    private const string Base = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        total_flow: 10 shipments per day
        flows:
          first: { share: 40%, load: &load { lognormal: { median: 3, sigma: 1.0 }, between: [1, 60] }, routes: { road: 100% } }
          second: { share: 60%, load: *load, routes: { road: 100% } }
        team_types:
          team: { stops: 30%, finds: { uncertain: [40%, 50%, 60%] }, search: 20 min, lanes: 4 }
          night_team: { based_on: team, stops: 20% }
        task_forces: { border: { home: bridge, teams: { team: 1, night_team: 1 } } }
        checkpoints: { bridge: { traffic: 100 per day } }
        deployments:
          nobody: {}
          posted: { post: { bridge: { task_force: border, team: team } } }
        assumptions: [{ about: team_types.team.stops, source: a guess }, { about: team_types.team.finds, source: another }]
        """;

    [TestCase("team_types.team.finds", 0.4, 0.6)]
    [TestCase("team_types.team.stops between 2% and 12%", 0.02, 0.12)]
    [TestCase("team_types.team.stops between 0.02 and 0.12", 0.02, 0.12)]
    [TestCase("total_flow between 5 and 20 shipments per day", 5 / 24.0, 20 / 24.0)]
    [TestCase("team_types.team.search between 5 min and 1 h", 5 / 60.0, 1)]
    [TestCase("team_types.night_team.stops between 1% and 5%", 0.01, 0.05)]
    [TestCase("flows.first.load.lognormal.median between 2 and 4", 2, 4)]
    [TestCase("  team_types.team.lanes   between 1 and 9 ", 1, 9)]
    public void A_number_is_fitted_within_its_own_range_or_the_one_that_is_said(string fit, double low, double high)
    {
        ScenarioReading reading = Read(fit);
        Files.Good(reading);
        UncertainInput input = reading.CalibratedInputs.Single();
        Assert.That((input.Low, input.High), Is.EqualTo((low, high)));
        Assert.That(fit, Does.Contain(input.Path));
    }

    [TestCase("team_types.team.stop between 2% and 12%", "S150", 17)]
    [TestCase("team_types.team.stops", "S152", 1)]
    [TestCase("team_types.team.stops from 2% to 5%", "S152", 1)]
    [TestCase("team_types.team.stops between 12% and 2%", "S132", 39)]
    [TestCase("team_types.team.stops between 2% and 2%", "S152", 1)]
    [TestCase("flows.first.load between 1 and 5", "S152", 1)]
    [TestCase("team_types.team.stops between 2% and 120%", "S112", 38)]
    [TestCase("team_types.team.search between 5 and 9 apples", "S121", 32)]
    [TestCase("deployments.posted between 1 and 2", "S152", 1)]
    [TestCase("experiment.seed between 1 and 100", "S152", 1)]
    public void What_can_not_be_fitted_is_told_at_its_place(string fit, string code, int column)
    {
        Problem problem = Read(fit).Problems.First(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Column), Is.EqualTo((code, Given.Fits, column)), problem.Message);
    }

    [Test]
    public void A_number_named_twice_is_a_mistake() =>
        Assert.That(
            Read("team_types.team.finds", "team_types.team.finds between 1% and 9%").Problems.Where(p => p.IsError).Select(p => p.Code),
            Is.EqualTo(new[] { "S152" })
        );

    // The anchor says that it is one load.
    [Test]
    public void What_the_file_writes_once_and_uses_twice_is_fitted_as_one()
    {
        ScenarioReading reading = Read("flows.first.load.lognormal.median between 2 and 4");
        Scenario at = Files.Good(reading.With(input => input == reading.CalibratedInputs[0] ? 2.5 : input.Best));
        Assert.That(at.Flows["second"].Load.Mean, Is.EqualTo(at.Flows["first"].Load.Mean));
        Scenario again = WriteAndRead(reading, (0, 2.5));
        Assert.That(again.Flows["second"].Load.Mean, Is.EqualTo(at.Flows["first"].Load.Mean));
    }

    [TestCase("team_types.team.stops between 2% and 12%", 0.0671234567, "6.7123%")]
    [TestCase("total_flow between 5 and 20_000 shipments per day", 4321.987654 / 24, "4322 shipments per day")]
    [TestCase("total_flow between 5 and 200_000 shipments per day", 54321.987654 / 24, "54_322 shipments per day")]
    [TestCase("team_types.team.search between 5 min and 1 h", 0.3333333333, "0.33333 h")]
    [TestCase("team_types.team.lanes between 1 and 9", 4.4, "4")]
    [TestCase("team_types.team.stops between 0% and 0.001%", 0.0000012345678, "0.00012346%")]
    public void A_value_known_exactly_is_written_as_the_range_was_to_five_digits(string fit, double value, string written)
    {
        ScenarioReading reading = Read(fit);
        CalibrationScale scale = CalibrationScale.Of(reading, reading.CalibratedInputs.Single());
        double rounded = scale.Round(value, value, value);
        Assert.That(scale.Write(rounded), Is.EqualTo(written));
        Assert.That(scale.WriteUncertain(rounded, value, value), Is.Null);
    }

    [TestCase("team_types.team.stops between 2% and 12%", 0.076969, 0.0214, 0.1199, "2.1%", "7.7%", "12%")]
    [TestCase("team_types.team.stops between 2% and 12%", 0.076969, 0.02, 0.12, "2%", "7.7%", "12%")]
    [TestCase("team_types.team.stops between 2% and 12%", 0.0204, 0.02, 0.0612, "2%", "2%", "6.2%")]
    [TestCase("team_types.team.stops between 2% and 12%", 0.076969, 0.0769681, 0.0769704, "7.69681%", "7.6969%", "7.69704%")]
    [TestCase(
        "total_flow between 5 and 20_000 shipments per day",
        4321.98 / 24,
        4012.1 / 24,
        4987.2 / 24,
        "4010 shipments per day",
        "4320 shipments per day",
        "4990 shipments per day"
    )]
    [TestCase(
        "total_flow between 5 and 200_001 shipments per day",
        54321.9 / 24,
        11_234.0 / 24,
        200_001.0 / 24,
        "11_000 shipments per day",
        "54_000 shipments per day",
        "200_001 shipments per day"
    )]
    [TestCase("team_types.team.search between 5 min and 1 h", 1 / 3.0, 0.21, 0.55, "0.21 h", "0.33 h", "0.55 h")]
    [TestCase("team_types.team.lanes between 1 and 9", 4.4, 2.6, 7.1, "2", "4", "8")]
    public void Of_an_uncertain_value_no_digit_is_written_that_its_interval_does_not_support(
        string fit,
        double value,
        double low,
        double high,
        params string[] three
    )
    {
        ScenarioReading reading = Read(fit);
        CalibrationScale scale = CalibrationScale.Of(reading, reading.CalibratedInputs.Single());
        Assert.That(scale.WriteUncertain(scale.Round(value, low, high), low, high), Is.EqualTo(three));
    }

    [Test]
    public void The_doubt_about_a_fitted_value_is_kept_as_one_input_also_where_it_is_used_twice()
    {
        File.WriteAllText(Path.Combine(folder, "plan.yaml"), Base);
        foreach (
            (string fit, double low, double best, double high) in new[]
            {
                ("flows.first.load.lognormal.median between 2 and 4", 2.1, 3.3, 3.9),
                ("team_types.team.stops between 2% and 60%", 0.11, 0.2, 0.4),
                ("team_types.team.finds", 0.41, 0.44, 0.5),
            }
        )
        {
            ScenarioReading reading = Read(fit);
            string text = CalibratedFile.Write(
                reading,
                [new CalibratedValue(reading.CalibratedInputs.Single(), best, low, high, "fitted")],
                []
            );
            ScenarioReading again = ScenarioReader.ReadText(text, "fitted.yaml", folder);
            Files.Good(again);
            UncertainInput input = again.UncertainInputs.Single(u => fit.StartsWith(u.Path, StringComparison.Ordinal));
            Assert.That((input.Low, input.Best, input.High), Is.EqualTo((low, best, high)).Within(1e-12), text);
            Assert.That(again.UncertainInputs, Has.Count.EqualTo(fit.Contains("finds", StringComparison.Ordinal) ? 1 : 2), text);
        }
    }

    [Test]
    public void A_fitted_file_reads_with_the_fitted_values_and_says_where_they_come_from()
    {
        ScenarioReading reading = Read(
            "team_types.team.stops between 2% and 60%",
            "team_types.team.finds",
            "total_flow between 5 and 20 shipments per day"
        );
        double[] values =
        [
            .. reading.CalibratedInputs.Select((input, i) => Round(input, input.Low + ((input.High - input.Low) * (i + 1) / 7))),
        ];
        double Round(UncertainInput input, double value) => CalibrationScale.Of(reading, input).Round(value, value, value);
        Scenario at = Files.Good(reading.With(input => values[reading.CalibratedInputs.ToList().IndexOf(input)]));
        Scenario again = WriteAndRead(reading, [.. values.Select((value, i) => (i, value))]);
        Assert.That(again.TeamTypes["team"].Stops, Is.EqualTo(at.TeamTypes["team"].Stops).Within(1e-15));
        Assert.That(again.TeamTypes["night_team"].Finds, Is.EqualTo(at.TeamTypes["team"].Finds).Within(1e-15));
        Assert.That(again.TotalFlow!.Value.PerHour, Is.EqualTo(at.TotalFlow!.Value.PerHour).Within(1e-14));
        Assert.That(
            again.Assumptions.Select(a => (a.About, a.Source)),
            Is.EqualTo(
                new[] { ("team_types.team.stops", "fitted: 0"), ("team_types.team.finds", "fitted: 1"), ("total_flow", "fitted: 2") }
            )
        );
    }

    [Test]
    public void Assumptions_about_other_values_are_kept()
    {
        ScenarioReading reading = Read("team_types.team.stops between 2% and 60%");
        Assert.That(WriteAndRead(reading, (0, 0.1)).Assumptions.Select(a => a.Source), Is.EqualTo(new[] { "another", "fitted: 0" }));
    }

    [TestCase("firearms_seized of posted = 2000 +- 50", "firearms_seized", "posted", 2000, 50)]
    [TestCase("firearms_seized=2_000", "firearms_seized", "nobody", 2000, 0)]
    [TestCase("firearms seized of Posted = 200 +- 10", "firearms_seized", "posted", 200, 10)]
    [TestCase("Wait for a lane of Posted = 3 min +- 30 s", "wait_h", "posted", 0.05, 1 / 120.0)]
    [TestCase(" seizure_rate of posted = 2% +- 0.1 points", "seizure_rate", "posted", 0.02, 0.001)]
    [TestCase("seizure_rate of posted = 2% ± 1 point", "seizure_rate", "posted", 0.02, 0.01)]
    [TestCase("wait_h of posted = 3 min +/- 30 s", "wait_h", "posted", 0.05, 1 / 120.0)]
    public void A_figure_is_a_measure_a_deployment_and_a_number_with_its_unit(
        string text,
        string measure,
        string deployment,
        double value,
        double giveOrTake
    )
    {
        (IReadOnlyList<StatedFigure> figures, IReadOnlyList<Problem> problems) = StatedFigureReader.Read([text], Files.Good(Read()));
        Assert.That(problems, Is.Empty);
        StatedFigure figure = figures.Single();
        Assert.That((figure.Measure, figure.Deployment), Is.EqualTo((measure, deployment)));
        Assert.That((figure.Value, figure.GiveOrTake), Is.EqualTo((value, giveOrTake)).Within(1e-15));
    }

    [TestCase("2000", "S153", 1)]
    [TestCase("firearms_seizd of posted = 2000", "S204", 1)]
    [TestCase("displacement of posted = 10%", "S204", 1)]
    [TestCase("firearms_seized of poste = 2000", "S201", 20)]
    [TestCase("seizure_rate of posted = 20", "S123", 26)]
    [TestCase("wait_h of posted = 3", "S120", 20)]
    [TestCase("firearms_seized of posted = 2000 +- 0", "S112", 37)]
    [TestCase("firearms_seized of posted = 2000 shipments", "S437", 29)]
    [TestCase("cost_usd of posted = 2000 USD +- 5%", "S437", 34)]
    [TestCase("officer_hours of posted = 2000", "S120", 27)]
    [TestCase("firearms_seized of posted = many", "S110", 29)]
    public void A_figure_that_says_nothing_is_told_at_its_place(string text, string code, int column)
    {
        Problem problem = StatedFigureReader.Read([text], Files.Good(Read())).Problems[0];
        Assert.That((problem.Code, problem.File, problem.Column), Is.EqualTo((code, Given.Figures, column)), problem.Message);
    }

    [TestCase("5% +- 1", "S120", "1 point")]
    [TestCase("5% +- 1%", "S437", "1 point")]
    [TestCase("0.05 ± 0.5 %", "S437", "0.5 points")]
    [TestCase("5% +- 0.01", "S120", "0.01 points' or '1 point")]
    public void How_far_off_a_share_may_be_is_told_in_points(string figure, string code, string hint)
    {
        Problem problem = StatedFigureReader.Read([$"seizure_rate of posted = {figure}"], Files.Good(Read())).Problems.Single();
        Assert.That((problem.Code, problem.Hint), Is.EqualTo((code, $"did you mean '{hint}'?")));
    }

    private static ScenarioReading Read(params string[] fits) =>
        ScenarioReader.ReadText(Base, "plan.yaml", options: new ReadingOptions { Fits = fits });

    private Scenario WriteAndRead(ScenarioReading reading, params (int Input, double Value)[] values)
    {
        File.WriteAllText(Path.Combine(folder, "plan.yaml"), Base);
        string text = CalibratedFile.Write(
            reading,
            [
                .. values.Select(v => new CalibratedValue(
                    reading.CalibratedInputs[v.Input],
                    v.Value,
                    v.Value,
                    v.Value,
                    $"fitted: {v.Input}"
                )),
            ],
            ["A comment", ""]
        );
        Assert.That(text, Does.StartWith("# A comment\n#\nbased_on: plan.yaml\n"));
        return Files.Good(ScenarioReader.ReadText(text, "fitted.yaml", folder));
    }
}
