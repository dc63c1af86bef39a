using SimInterdiction.Application.Calibrations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Application;

/// <summary>Sensitivity analyses and calibrations without a console.</summary>
public sealed class AnalysisTests
{
    private Desk desk = null!;

    private SensitivityRequest Tornado =>
        new()
        {
            Source = desk.Source,
            Method = SensitivityMethod.Tornado,
            Replications = 10,
        };

    private CalibrationRequest Fit =>
        new()
        {
            Source = desk.Source,
            Fits = ["team_types.team.stops"],
            Figures = ["shipments_seized of one_team = 45 +- 3"],
            Replications = 20,
        };

    [SetUp]
    public void MakeDesk() => desk = new Desk();

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    [Test]
    public void An_analysis_tells_its_course_and_ends_with_the_next_one()
    {
        var ear = new Ear();
        var completed = (SensitivityOutcome.Completed)Analyse(Tornado, ear);
        Assert.That(ear.Heard.Take(5), Is.EqualTo(new[] { "read", "chose two_teams of 2", "planned", "begins", "opened" }));
        Assert.That(ear.Heard[^1], Is.EqualTo("ends"));
        Assert.That(completed.Analysis.Result.Tornado, Is.Not.Null);
        Assert.That(completed.Next, Is.EqualTo(Tornado with { Method = SensitivityMethod.Map, Inputs = completed.Next!.Inputs }));
        SensitivityRequest stored = StoredSensitivity.Read(completed.Folder)!.Request!;
        Assert.That(
            (stored.Method, stored.Replications, stored.Source.File),
            Is.EqualTo((Tornado.Method, Tornado.Replications, desk.File))
        );
        Assert.That(completed.Analysis.Command, Is.EqualTo("[Sensitivity: Tornado] of plan.yaml"));
    }

    [Test]
    public void An_input_may_be_called_by_the_key_it_stands_under()
    {
        SensitivityRequest map = Tornado with
        {
            Method = SensitivityMethod.Map,
            Deployment = "two_teams",
            Replications = 2,
            Inputs = ["flows.guns", "team_types.team"],
        };
        DifferenceMap found = ((SensitivityOutcome.Completed)Analyse(map, new Ear())).Analysis.Result.Map!;
        Assert.That((found.Across, found.Up), Is.EqualTo(("flows.guns.rate", "team_types.team.stops")));
        Assert.That(Analyse(map with { Inputs = ["flow", "team_types"] }, new Ear()), Is.InstanceOf<SensitivityOutcome.Refused>());
    }

    [Test]
    public void A_run_finds_the_analysis_of_its_doubt_and_suggests_the_verdicts()
    {
        Analyse(Tornado, new Ear());
        Assert.That(desk.Completed().Next, Is.EqualTo(desk.Run.Sensitivity(SensitivityMethod.Verdicts)));
    }

    [Test]
    public void A_stopped_analysis_goes_on_and_says_the_same()
    {
        SensitivityRequest request = Tornado with { Deployment = "one_team" };
        string whole = Everything(Analyse(request, new Ear()));
        Directory.Delete(desk.Workspace.Results, recursive: true);
        using var stop = new CancellationTokenSource();
        SensitivityOutcome outcome = Analyse(request, StopsAt(25, stop), stop.Token);
        Assert.That(outcome, Is.EqualTo(new SensitivityOutcome.Stopped(WasWaiting: false, HoldsReplications: true)));
        var ear = new Ear();
        Assert.That(Everything(Analyse(request, ear)), Is.EqualTo(whole));
    }

    [Test]
    public void Stopped_before_anything_was_saved_a_study_does_not_claim_that_it_was()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var sensitivity = (SensitivityOutcome.Stopped)Analyse(Tornado with { Deployment = "one_team" }, new Ear(), stop.Token);
        var calibration = (CalibrationStudyOutcome.Stopped)Calibrate(Fit, new Ear(), stop.Token);
        Assert.That((sensitivity.HoldsReplications, calibration.HoldsReplications), Is.EqualTo((false, false)));
        using var error = new StringWriter();
        using var presenter = new SensitivityPresenter(new Presentation(), "results", TextWriter.Null, error);
        presenter.Tell(sensitivity);
        Assert.That(error.ToString().TrimEnd(), Does.EndWith("nothing was saved.").Or.EndWith("nothing was simulated."));
    }

    [Test]
    public void An_analysis_that_a_disk_refuses_is_not_saved()
    {
        bool isDone = false;
        SensitivityOutcome outcome = Analyse(Tornado with { Deployment = "one_team" }, new Ear { AtReplication = _ => Block(ref isDone) });
        Assert.That(outcome, Is.InstanceOf<SensitivityOutcome.NotSaved>());
    }

    [Test]
    public void An_analysis_of_nothing_uncertain_or_of_the_baseline_is_refused()
    {
        Assert.That(
            Analyse(Tornado with { Deployment = "nobody" }, new Ear()),
            Is.InstanceOf<SensitivityOutcome.Refused>().And.Property("Why").InstanceOf<Refusal.IsBaseline>()
        );
        ScenarioSource sure = desk.Source with { Overrides = ["team_types.team.stops=30%", "flows.guns.rate=10 shipments per day"] };
        Assert.That(
            Analyse(Tornado with { Source = sure }, new Ear()),
            Is.EqualTo(new SensitivityOutcome.Refused(new Refusal.NothingUncertain()))
        );
    }

    // 10 shipments a day for 30 days, of which 30 % are stopped and half of these found.
    [Test]
    public void A_calibration_writes_a_scenario_that_runs()
    {
        var completed = (CalibrationStudyOutcome.Completed)Calibrate(Fit, new Ear());
        Assert.That(completed.Report.Result.Unknowns[0].Value, Is.EqualTo(0.3).Within(0.03));
        Assert.That(completed.File, Is.EqualTo(Path.Combine(desk.Folder, "plan-fitted.yaml")));
        Assert.That(File.ReadAllText(completed.File), Does.Contain("Made by: [Calibrate] plan.yaml"));
        Assert.That(desk.Completed(completed.Next).Result.Replications, Is.EqualTo(40));
        Assert.That(Calibrate(Fit, new Ear()), Is.EqualTo(new CalibrationStudyOutcome.Refused(new Refusal.FileExists(completed.File))));
    }

    [Test]
    public void A_stopped_calibration_goes_on_and_fits_the_same()
    {
        CalibrationRequest request = Fit with { MayReplace = true };
        string whole = Everything(Calibrate(request, new Ear()));
        Directory.Delete(desk.Workspace.Results, recursive: true);
        using var stop = new CancellationTokenSource();
        CalibrationStudyOutcome outcome = Calibrate(request, StopsAt(30, stop), stop.Token);
        Assert.That(outcome, Is.EqualTo(new CalibrationStudyOutcome.Stopped(WasWaiting: false, HoldsReplications: true)));
        Assert.That(Everything(Calibrate(request, new Ear())), Is.EqualTo(whole));
    }

    [Test]
    public void A_figure_out_of_reach_is_no_fit_and_one_that_cannot_be_read_is_refused()
    {
        Assert.That(
            Calibrate(Fit with { Figures = ["shipments_seized of one_team = 290 +- 3"] }, new Ear()),
            Is.InstanceOf<CalibrationStudyOutcome.NoFit>()
        );
        var refused = (CalibrationStudyOutcome.Refused)Calibrate(Fit with { Figures = ["shipments_seized of everyone = 45"] }, new Ear());
        Problem problem = ((Refusal.Problems)refused.Why).Found.Single();
        Assert.That((problem.Line, problem.Column > 0), Is.EqualTo((1, true)), problem.Message);
    }

    private static string Everything(SensitivityOutcome outcome) =>
        CanonicalText.Of(((SensitivityOutcome.Completed)outcome).Analysis.Result.Tornado!);

    private static string Everything(CalibrationStudyOutcome outcome) =>
        CanonicalText.Of(((CalibrationStudyOutcome.Completed)outcome).Report.Result.Unknowns);

    private static Ear StopsAt(int at, CancellationTokenSource stop) =>
        new()
        {
            AtReplication = done =>
            {
                if (done == at)
                {
                    stop.Cancel();
                }
            },
        };

    private void Block(ref bool isDone)
    {
        if (!isDone)
        {
            isDone = true;
            string chunks = Directory.GetDirectories(desk.Workspace.Results, "chunks", SearchOption.AllDirectories).Single();
            Directory.Move(chunks, chunks + ".away");
            File.WriteAllText(chunks, "in the way");
        }
    }

    private SensitivityOutcome Analyse(SensitivityRequest request, Ear ear, CancellationToken stop = default) =>
        new SensitivityStudy(desk.Workspace).Execute(request, desk.Effort, ear, stop);

    private CalibrationStudyOutcome Calibrate(CalibrationRequest request, Ear ear, CancellationToken stop = default) =>
        new CalibrationStudy(desk.Workspace).Execute(request, desk.Effort, ear, stop);
}
