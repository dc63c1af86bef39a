using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Tests.Experiments.Batches;

public sealed class BatchRunnerTests
{
    private readonly Scenario scenario = FakeWorld.ScenarioOf(3, new ExperimentPlan { Replications = 400, Seed = 7 });

    [Test]
    public void A_cancelled_study_keeps_what_it_began_without_gaps()
    {
        using var cancellation = new CancellationTokenSource();
        int begun = 0;
        var world = new FakeWorld(scenario)
        {
            During = (deployment, replication) =>
            {
                if (deployment == "plan_0" && Interlocked.Increment(ref begun) == 50)
                {
                    cancellation.Cancel();
                }

                Thread.SpinWait(replication % 7 * 3_000);
            },
        };
        StudyResult stopped = Study.Run(scenario, new StudyOptions { Jobs = 4 }, _ => world, progress: null, cancellation.Token);
        StudyResult full = FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 });
        Assert.That(stopped.Replications, Is.EqualTo(begun).And.InRange(50, 60));
        Assert.That(stopped.ReplicationsAsked, Is.EqualTo(400));
        Assert.That(stopped.Deployments[2].Periods, Is.EqualTo(full.Deployments[2].Periods.Take(stopped.Replications)));
    }

    [Test]
    public void A_study_cancelled_before_it_began_knows_nothing_and_says_so()
    {
        StudyResult nothing = Study.Run(
            scenario,
            new StudyOptions(),
            s => new FakeWorld(s),
            progress: null,
            new CancellationToken(canceled: true)
        );
        Assert.That(nothing.Replications, Is.Zero);
        Assert.That(nothing.Deployments[0].Measures["seizure_rate"], Is.EqualTo(default(Estimate)));
        Assert.That(nothing.Comparisons[0].Verdict, Is.EqualTo(Verdict.NotDecided));
        Assert.That(nothing.Comparisons[0].Difference, Is.Null);
    }

    [Test]
    public void A_replication_that_fails_is_reported_and_left_out_for_all()
    {
        void FailTwice(string deployment, int replication)
        {
            if (deployment == "plan_1" && replication is 17 or 250)
            {
                throw new InvalidOperationException($"no luck in {replication}");
            }
        }

        StudyResult result = FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 }, FailTwice);
        StudyResult full = FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 });
        Assert.That(
            result.Failed,
            Is.EqualTo(
                new[]
                {
                    new FailedReplication(new Arm("plan_1"), 17, "no luck in 17"),
                    new FailedReplication(new Arm("plan_1"), 250, "no luck in 250"),
                }
            )
        );
        Assert.That(result.Replications, Is.EqualTo(398));
        foreach ((DeploymentResult deployment, DeploymentResult whole) in result.Deployments.Zip(full.Deployments))
        {
            Assert.That(
                deployment.Periods,
                Is.EqualTo(whole.Periods.Where((_, replication) => replication is not (17 or 250))),
                deployment.Name
            );
        }
    }

    [Test]
    public void A_simulator_that_failed_is_not_used_again()
    {
        var world = new FakeWorld(scenario)
        {
            During = (deployment, replication) =>
                _ = deployment == "plan_2" && replication == 5 ? throw new InvalidOperationException() : 0,
        };
        Study.Run(scenario, new StudyOptions { Jobs = 1 }, _ => world, progress: null, CancellationToken.None);
        Assert.That(world.Simulators, Is.EqualTo(3 + 1));
    }

    [Test]
    public void An_error_outside_a_replication_stops_the_study_and_reaches_the_caller() =>
        Assert.That(
            () =>
                Study.Run(
                    scenario,
                    new StudyOptions { Jobs = 4 },
                    s => new FakeWorld(s),
                    progress => throw new InvalidOperationException("cannot show it"),
                    CancellationToken.None
                ),
            Throws.InvalidOperationException.With.Message.EqualTo("cannot show it")
        );

    [Test]
    public void Progress_is_told_after_each_arm_of_the_first_replication_then_after_each_one()
    {
        var done = new List<int>();
        Study.Run(
            scenario,
            new StudyOptions { Jobs = 3 },
            s => new FakeWorld(s),
            progress => done.Add(progress.Done),
            CancellationToken.None
        );
        Assert.That(done, Is.EqualTo(scenario.Deployments.Select(_ => 0).Concat(Enumerable.Range(1, 400))));
    }

    [Test]
    public void Unknown_deployments_and_no_replications_are_refused()
    {
        Assert.That(
            () => FakeWorld.Run(scenario, new StudyOptions { Only = ["plan_9"] }),
            Throws.ArgumentException.With.Message.Contains("plan_9")
        );
        Assert.That(() => FakeWorld.Run(scenario, new StudyOptions { Replications = 0 }), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void The_work_done_is_that_of_all_replications_and_deployments()
    {
        StudyResult result = FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 });
        double shipments = result.Deployments.Sum(d => d.Measures["shipments_dispatched"].Mean!.Value) * 400;
        Assert.That(result.Work, Is.EqualTo(new WorkDone((long)Math.Round(3 * shipments), (long)Math.Round(shipments), 3 * 400)));
    }

    [Test]
    public void A_batch_advanced_in_stages_is_the_batch_run_through()
    {
        BatchRunner whole = RunnerOf(threads: 2);
        whole.Advance(400, CancellationToken.None);
        BatchRunner staged = RunnerOf(threads: 3);
        foreach (int until in new[] { 0, 1, 30, 31, 30, 399, 400 })
        {
            staged.Advance(until, CancellationToken.None);
            Assert.That(staged.Batch.Done, Is.GreaterThanOrEqualTo(until));
        }

        Assert.That(Everything(staged.Batch), Is.EqualTo(Everything(whole.Batch)));

        BatchRunner RunnerOf(int threads) =>
            new(
                new FakeWorld(scenario)
                {
                    During = (deployment, replication) =>
                        _ = (deployment, replication) == ("plan_1", 33) ? throw new InvalidOperationException("no luck") : 0,
                },
                new BatchPlan
                {
                    Arms = [.. scenario.Deployments.Keys.Select(name => new Arm(name))],
                    Baseline = "plan_0",
                    Replications = 400,
                    Measure = MeasureCatalog.Find("seizure_rate")!,
                    Threads = threads,
                },
                new NoStore(),
                progress: null
            );

        string Everything(Batch batch) =>
            Store.StoredStudies.Everything(
                StudyAnalysis.Analyse(
                    batch,
                    new StudyPlan(scenario, isAdaptive: true, [.. scenario.Deployments.Keys]),
                    new FakeWorld(scenario).EntryNames
                )
            );
    }

    // What other tests left in pools may be freed in between: then it is measured again.
    [Test]
    [NonParallelizable]
    [Retry(5)]
    public void A_deployment_and_replication_take_at_most_200_bytes()
    {
        const int Replications = 10_000;
        Scenario large = FakeWorld.ScenarioOf(2, new ExperimentPlan { Replications = Replications, Seed = 7 });
        var plan = new BatchPlan
        {
            Arms = [.. large.Deployments.Keys.Select(name => new Arm(name))],
            Baseline = "plan_0",
            Replications = Replications,
            Measure = MeasureCatalog.Find("seizure_rate")!,
            Threads = 2,
        };
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Batch batch = RunThrough(new FakeWorld(large), plan);
        long batchBytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        StudyResult result = StudyAnalysis.Analyse(
            batch,
            new StudyPlan(large, isAdaptive: true, [.. large.Deployments.Keys]),
            new FakeWorld(large).EntryNames
        );
        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.That(batchBytes / (2.0 * Replications), Is.InRange(50, 200));
        Assert.That(bytes / (2.0 * Replications), Is.InRange(50, 200));
        GC.KeepAlive(batch);
        GC.KeepAlive(result);
    }

    // Of its own, so that the runner's slots are garbage by the time memory is measured.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static Batch RunThrough(FakeWorld world, BatchPlan plan)
    {
        var runner = new BatchRunner(world, plan, new NoStore(), progress: null);
        runner.Advance(plan.Replications, CancellationToken.None);
        return runner.Batch;
    }
}
