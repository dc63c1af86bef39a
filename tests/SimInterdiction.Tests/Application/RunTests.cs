using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Application;

/// <summary>A run without a console: a request in, an observer that hears, an outcome out.</summary>
public sealed class RunTests
{
    private Desk desk = null!;

    [SetUp]
    public void MakeDesk() => desk = new Desk();

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    [Test]
    public void A_run_tells_its_course_in_order_and_ends_with_what_to_look_at_next()
    {
        var ear = new Ear();
        RunOutcome outcome = Execute(ear);
        FinishedRun run = ((RunOutcome.Completed)outcome).Run;
        Assert.That(ear.Heard, Is.EqualTo(new[] { "read", "planned", "begins", "opened", "progressed", "ends", "analysed" }));
        Assert.That(ear.Plan, Is.EqualTo(new RunPlan(3, 40, ear.Plan!.AtMost, MoreFor.Nothing, 2)));
        Assert.That((run.Result.Replications, run.Store.Simulated, run.Store.NotSaved), Is.EqualTo((40, 3 * 40, (SaveFailure?)null)));
        Assert.That(run.Next, Is.EqualTo(desk.Run.Sensitivity(SensitivityMethod.Tornado)));
        Assert.That(run.Report, Is.Null, "no figures were asked for");
    }

    [Test]
    public void A_manifest_keeps_the_request_and_the_front_end_words_it()
    {
        RunRequest request = desk.Run with { Only = ["one_team"], Replications = 10 };
        FinishedRun run = desk.Completed(request);
        RunManifest manifest = RunManifest.Read(run.Folder)!;
        Assert.That(manifest.Request!.Only, Is.EqualTo(request.Only));
        Assert.That(
            manifest.Request with
            {
                Only = [],
                Source = desk.Source,
            },
            Is.EqualTo(request with { Only = [], Source = desk.Source })
        );
        Assert.That(manifest.Request.Source.File, Is.EqualTo(desk.File));
        Assert.That(manifest.Command, Is.EqualTo("[Run] of plan.yaml"));
        Assert.That(run.Provenance.SensitivityCommand, Is.EqualTo("[Sensitivity: Tornado] of plan.yaml"));
    }

    [Test]
    public void A_run_is_called_and_dated_by_universal_time()
    {
        FinishedRun run = desk.Completed();
        Assert.That(Path.GetFileName(run.Folder), Does.StartWith("2026-11-29-"));
        DateTime date = RunManifest.Read(run.Folder)!.Date;
        Assert.That((date, date.Kind), Is.EqualTo((Desk.Evening.UtcDateTime, DateTimeKind.Utc)));
    }

    [Test]
    public void A_run_that_memory_ends_is_saved_and_the_same_request_ends_with_the_same_digits()
    {
        string whole = Desk.Numbers(desk.Completed());
        Directory.Delete(desk.Workspace.Results, recursive: true);

        RunOutcome outcome = Execute(new Ear { AtReplication = done => ThrowAt(done, 15) });
        var ended = (RunOutcome.OutOfMemory)outcome;
        Assert.That(ended.HoldsReplications, Is.True);

        var ear = new Ear();
        FinishedRun resumed = ((RunOutcome.Completed)Execute(ear)).Run;
        Assert.That(ear.Content!.Arms.Select(arm => arm.Own), Is.All.EqualTo(15));
        Assert.That(Desk.Numbers(resumed), Is.EqualTo(whole));

        static void ThrowAt(int done, int at)
        {
            if (done == at)
            {
                throw new InsufficientMemoryException();
            }
        }
    }

    [Test]
    public void A_run_that_does_not_fit_into_memory_is_refused_with_what_would_fit()
    {
        RunRequest large = desk.Run with { Replications = 1_000_000 };
        Workspace small = desk.Workspace with { AvailableBytes = 500e6 };
        var refused = (RunOutcome.Refused)new Run(small).Execute(large, desk.Effort, new Ear(), CancellationToken.None);
        var why = (Refusal.TooLittleMemory)refused.Why;
        Assert.That(why.Bytes, Is.GreaterThan(500e6));
        Assert.That(why.Fitting, Is.InRange(1, 999_999));

        var dry = (DryRunOutcome.Refused)new DryRun(small).Execute(large, desk.Effort, new Ear(), CancellationToken.None);
        Assert.That(dry.Why, Is.EqualTo(why));

        RunRequest fitting = large with { Replications = why.Fitting };
        var cost = SimInterdiction.Model.Costs.StudyCost.Of(fitting.Source.Read().Scenario!, why.Fitting);
        Assert.That(cost.PeakBytes(desk.Effort.Threads), Is.LessThanOrEqualTo(500e6));
        Assert.That((cost with { Replications = why.Fitting + 1 }).PeakBytes(desk.Effort.Threads), Is.GreaterThan(500e6));
    }

    [Test]
    public void A_stopped_run_is_saved_and_the_same_request_ends_with_the_same_digits()
    {
        string whole = Desk.Numbers(desk.Completed());
        Directory.Delete(desk.Workspace.Results, recursive: true);

        using var stop = new CancellationTokenSource();
        RunOutcome outcome = Execute(new Ear { AtReplication = done => StopAt(done, 15, stop) }, stop.Token);
        FinishedRun stopped = ((RunOutcome.Stopped)outcome).Run;
        Assert.That(stopped.Result.Replications, Is.InRange(15, 39));
        Assert.That(RunManifest.Read(stopped.Folder)!.IsFinished, Is.False);

        var ear = new Ear();
        FinishedRun resumed = ((RunOutcome.Completed)Execute(ear)).Run;
        Assert.That(ear.Content!.Arms.Select(arm => arm.Own), Is.All.EqualTo(stopped.Result.Replications));
        Assert.That(resumed.Store.Simulated, Is.EqualTo(3 * (40 - stopped.Result.Replications)), "nothing is simulated twice");
        Assert.That(Desk.Numbers(resumed), Is.EqualTo(whole));
    }

    [Test]
    public void What_a_disk_refuses_while_simulating_is_not_saved_and_comes_out_the_same_later()
    {
        string whole = Desk.Numbers(desk.Completed());
        Directory.Delete(desk.Workspace.Results, recursive: true);

        string chunks = "";
        RunOutcome outcome = Execute(
            new Ear
            {
                AtReplication = done =>
                {
                    if (done == 1)
                    {
                        chunks = Directory.GetDirectories(desk.Workspace.Results, "chunks", SearchOption.AllDirectories).Single();
                        Directory.Move(chunks, chunks + ".away");
                        File.WriteAllText(chunks, "in the way");
                    }
                },
            }
        );
        var notSaved = (RunOutcome.NotSaved)outcome;
        Assert.That(notSaved.Why.Detail, Is.Not.Empty);
        Assert.That((notSaved.HoldsReplications, notSaved.Folder), Is.EqualTo((false, Path.GetDirectoryName(chunks))));
        Assert.That(notSaved.Run!.Store.NotSaved, Is.EqualTo(notSaved.Why));

        File.Delete(chunks);
        Directory.Move(chunks + ".away", chunks);
        Assert.That(Desk.Numbers(desk.Completed()), Is.EqualTo(whole));
    }

    [Test]
    public void What_a_disk_refuses_at_the_end_is_not_saved_but_its_replications_are()
    {
        RunOutcome outcome = Execute(new Ear { AtResult = run => Directory.CreateDirectory(Path.Combine(run.Folder, "summary.csv")) });
        var notSaved = (RunOutcome.NotSaved)outcome;
        Assert.That((notSaved.HoldsReplications, notSaved.Run!.Result.Replications), Is.EqualTo((true, 40)));
        Directory.Delete(Path.Combine(notSaved.Folder, "summary.csv"));
        Assert.That(desk.Completed().Store.Simulated, Is.Zero);
    }

    [Test]
    public void A_scenario_with_an_error_is_refused_with_its_place()
    {
        desk.Append("nonsense: 1");
        var ear = new Ear();
        var refused = (RunOutcome.Refused)Execute(ear);
        Problem problem = ((Refusal.Problems)refused.Why).Found.Single(p => p.IsError);
        Assert.That(
            (problem.File, File.ReadAllLines(desk.File)[problem.Line - 1]),
            Is.EqualTo(("plan.yaml", "nonsense: 1")),
            problem.Message
        );
        Assert.That(ear.Heard, Is.Empty);
        Assert.That(Directory.Exists(desk.Workspace.Results), Is.False);
    }

    [Test]
    public void What_a_run_cannot_do_is_refused_with_what_there_is()
    {
        Assert.That(
            Refused(desk.Run with { Only = ["one_tem"] }),
            Is.InstanceOf<Refusal.UnknownName>().And.Property("Kind").EqualTo(NamedThing.Deployment)
        );
        ScenarioSource precise = desk.Source with { Overrides = ["experiment.precision=1 point"] };
        Assert.That(
            Refused(new RunRequest { Source = precise, IncludesUncertainty = true }),
            Is.EqualTo(new Refusal.NoEnd(IsPrecision: true))
        );
        ScenarioSource chosen = desk.Source with { Overrides = ["experiment.choose=best"] };
        Assert.That(Refused(new RunRequest { Source = chosen, Replications = 2 }), Is.InstanceOf<Refusal.TooFewToChoose>());
    }

    [Test]
    public void The_replications_asked_for_are_judged_and_not_the_file_s()
    {
        ScenarioSource few = desk.Source with { Overrides = ["experiment.choose=best", "experiment.replications=10"] };
        Assert.That(few.Read().Problems.Select(p => p.Code), Does.Contain("S436"));
        Assert.That(few.Read(20).Problems, Is.Empty);
        ScenarioSource many = desk.Source with { Overrides = ["experiment.replications=1000000", "length=36000 days"] };
        Assert.That(many.Read().Problems.Select(p => p.Code), Does.Contain("S530"));
        Assert.That(many.Read(2).Problems.Select(p => p.Code), Does.Not.Contain("S530"));
    }

    [Test]
    public void Two_of_the_same_run_do_not_work_side_by_side()
    {
        FinishedRun run = desk.Completed();
        using var stop = new CancellationTokenSource();
        using RunFolder? held = RunFolder.Open(
            Path.GetDirectoryName(run.Folder)!,
            RunManifest.Read(run.Folder)!.Key,
            Desk.Evening.UtcDateTime,
            _ => { },
            CancellationToken.None
        );
        Assert.That(
            Execute(new Ear { AtWaiting = stop.Cancel }, stop.Token),
            Is.EqualTo(new RunOutcome.StoppedAtOnce(WasWaiting: true, HoldsReplications: false))
        );
    }

    private static void StopAt(int done, int at, CancellationTokenSource stop)
    {
        if (done == at)
        {
            stop.Cancel();
        }
    }

    private RunOutcome Execute(Ear ear, CancellationToken stop = default) =>
        new Run(desk.Workspace).Execute(desk.Run, desk.Effort, ear, stop);

    private Refusal Refused(RunRequest request)
    {
        RunOutcome outcome = new Run(desk.Workspace).Execute(request, desk.Effort, new Ear(), CancellationToken.None);
        return ((RunOutcome.Refused)outcome).Why;
    }
}
