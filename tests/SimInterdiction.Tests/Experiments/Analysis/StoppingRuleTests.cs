using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Tests.Experiments.Batches;
using SimInterdiction.Tests.Experiments.Statistics;
using SimInterdiction.Tests.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Analysis;

/// <summary>Studies that run until their differences are known to a precision. The fake's rates differ by 5 and 10
/// points.</summary>
public sealed class StoppingRuleTests
{
    private const double HalfPoint = .005;

    private static readonly StudyResult Reached = FakeWorld.Run(Until(HalfPoint), new StudyOptions { Jobs = 2 });

    [Test]
    public void It_goes_on_until_every_interval_is_narrow_enough()
    {
        Assert.That(Widest(Reached), Is.LessThanOrEqualTo(HalfPoint));
        Assert.That(
            Reached.Precision,
            Is.EqualTo(
                    new PrecisionCheck
                    {
                        Wanted = HalfPoint,
                        Found = Widest(Reached),
                        ReplicationsNeeded = null,
                    }
                )
                .Using<PrecisionCheck>(Same)
        );
        Assert.That(Reached.Precision!.IsReached, Is.True);
        Assert.That((Reached.Replications, Reached.IsComplete), Is.EqualTo((Reached.ReplicationsAsked, true)));
    }

    [Test]
    public void It_stops_when_that_is_so()
    {
        // A tenth fewer replications would not have done: half-widths go with 1 / sqrt(n), so that they would have been
        // a twentieth wider.
        StudyResult fewer = FakeWorld.Run(Until(null, Reached.Replications * 9 / 10), new StudyOptions());
        Assert.That(Reached.Replications, Is.GreaterThan(200));
        Assert.That(Widest(fewer), Is.GreaterThan(HalfPoint));
    }

    [Test]
    public void Replications_without_a_precision_give_the_same_numbers()
    {
        StudyResult plain = FakeWorld.Run(Until(null, Reached.Replications), new StudyOptions());
        Assert.That(StoredStudies.Everything(plain), Is.EqualTo(StoredStudies.Everything(Reached with { Precision = null })));
        Assert.That(plain.Precision, Is.Null);
    }

    [Test]
    public void Where_it_stops_never_depends_on_threads([Values(1, 3, 7)] int jobs) =>
        Assert.That(
            StoredStudies.Everything(FakeWorld.Run(Until(HalfPoint), new StudyOptions { Jobs = jobs })),
            Is.EqualTo(StoredStudies.Everything(Reached))
        );

    [Test]
    public void Stopped_and_continued_it_ends_where_it_would_have([Values(70, 333)] int stop)
    {
        using var studies = new StoredStudies();
        StudyResult first = studies.Run(Until(HalfPoint), new StudyOptions { Jobs = 2 }, stopAfter: stop);
        Assert.That(first.IsComplete, Is.False);
        Assert.That(first.Precision!.IsReached, Is.False);
        StudyResult read = new StoredStudy(Until(HalfPoint), new StudyOptions { Store = studies.Store }, scenario => new FakeWorld(
            scenario
        )).Result();
        Assert.That(StoredStudies.Everything(read), Is.EqualTo(StoredStudies.Everything(first)));
        StudyResult last = studies.Run(Until(HalfPoint), new StudyOptions { Jobs = 2 });
        Assert.That(StoredStudies.Everything(last), Is.EqualTo(StoredStudies.Everything(Reached)));
        Assert.That(studies.Simulated, Is.EqualTo(3 * (last.Replications - first.Replications)), "nothing is simulated twice");
    }

    [Test]
    public void What_another_run_has_is_not_simulated_again()
    {
        using var studies = new StoredStudies();
        studies.Run(Until(null, Reached.Replications - 10), new StudyOptions { Jobs = 2 }, run: "earlier");
        StudyResult result = studies.Run(Until(HalfPoint), new StudyOptions { Jobs = 2 });
        Assert.That(StoredStudies.Everything(result), Is.EqualTo(StoredStudies.Everything(Reached)));
        Assert.That(studies.Simulated, Is.EqualTo(3 * 10));
        Assert.That(studies.Content.Arms.Select(arm => (arm.Asked, arm.Own, arm.Taken)), Is.All.EqualTo((50, 0, 50)));
    }

    [Test]
    public void What_is_enough_at_once_needs_no_second_stage()
    {
        StudyResult result = FakeWorld.Run(Until(.5, 7), new StudyOptions());
        Assert.That((result.Replications, result.Precision!.IsReached), Is.EqualTo((7, true)));
    }

    [Test]
    public void At_the_most_replications_it_says_about_how_many_would_be_needed()
    {
        StudyResult result = FakeWorld.Run(Until(HalfPoint, atMost: 120), new StudyOptions());
        Assert.That((result.Replications, result.IsComplete), Is.EqualTo((120, true)));
        Assert.That(result.Precision!.IsReached, Is.False);
        Assert.That(result.Precision.Found, Is.EqualTo(Widest(result)).Within(1e-12));

        // It goes with the square of a spread, known from 120 replications to sqrt(2 / 119), 13 %; within three of
        // these.
        Assert.That(result.Precision.ReplicationsNeeded, Is.EqualTo(Reached.Replications).Within(40).Percent);
    }

    [Test]
    public void The_first_stage_is_run_whatever_the_most_is() =>
        Assert.That(FakeWorld.Run(Until(HalfPoint, first: 60, atMost: 10), new StudyOptions()).Replications, Is.EqualTo(60));

    [Test]
    public void A_single_replication_to_begin_with_is_enough_to_begin_with() =>
        Assert.That(FakeWorld.Run(Until(HalfPoint, first: 1), new StudyOptions()).Precision!.IsReached, Is.True);

    [Test]
    public void A_single_deployment_is_known_to_the_precision_itself()
    {
        StudyResult result = FakeWorld.Run(Until(.01, deployments: 1), new StudyOptions());
        Estimate rate = result.Deployments[0].Measures["seizure_rate"];
        Assert.That((rate.High - rate.Low) / 2, Is.LessThanOrEqualTo(.01));
        Assert.That(result.Precision!.IsReached, Is.True);
    }

    [Test]
    public void Replications_that_fail_are_made_up_for()
    {
        StudyResult result = FakeWorld.Run(Until(HalfPoint), new StudyOptions(), (_, replication) => Fail(replication % 10 == 3));
        Assert.That(result.Precision!.IsReached, Is.True);
        Assert.That(result.Failed, Is.Not.Empty);
        Assert.That(result.IsComplete, Is.True);
    }

    [Test]
    public void When_all_fail_it_ends_at_the_most()
    {
        StudyResult result = FakeWorld.Run(Until(HalfPoint, atMost: 300), new StudyOptions(), (_, _) => Fail(true));
        Assert.That((result.Replications, result.ReplicationsAsked, result.Precision!.IsReached), Is.EqualTo((0, 300, false)));
    }

    [Test]
    public void Only_the_organizations_that_results_are_about_decide()
    {
        // Frozen organizations lose alike to all deployments, to the last firearm.
        StudyResult adaptive = FakeWorld.Run(Adapting(), new StudyOptions());
        StudyResult frozen = FakeWorld.Run(Adapting(), new StudyOptions { Adaptive = false });
        Assert.That((adaptive.IsAdaptive, adaptive.Replications), Is.EqualTo((true, Reached.Replications)));
        Assert.That((frozen.Replications, frozen.Precision!.Found), Is.EqualTo((50, (double?)0)));
    }

    /// <summary>
    /// 1,000 studies: three binomial standard errors are .0207. Bonferroni gives away half a point with two differences
    /// alike, and looking several times costs about as much.
    /// </summary>
    [Test, Explicit, Category("Slow")]
    public void Both_differences_are_covered_together_where_it_stops()
    {
        long seed = 1;
        double held = Trials.Share(
            () =>
            {
                StudyResult result = FakeWorld.Run(Until(.015, first: 30, seed: seed++), new StudyOptions { Jobs = 1 });
                return result.Comparisons.Select((c, i) => c.Low <= .05 * (i + 1) && .05 * (i + 1) <= c.High).All(covers => covers);
            },
            studies: 1_000
        );
        Assert.That(held, Is.InRange(.95 - .0207, .96 + .0207));
    }

    private static Scenario Until(double? precision, int first = 50, int atMost = 5000, int deployments = 3, long seed = 7) =>
        FakeWorld.ScenarioOf(
            deployments,
            new ExperimentPlan
            {
                Replications = first,
                Precision = precision,
                AtMost = atMost,
                Seed = seed,
            }
        );

    private static Scenario Adapting() =>
        Until(HalfPoint) with
        {
            Organizations = new OrderedDictionary<string, Organization>
            {
                ["north"] = new() { SplitsLoads = new LoadSplitting { AfterSeizures = 1 } },
            },
            Flows = new OrderedDictionary<string, Flow>
            {
                ["guns"] = new() { Organization = "north", Routes = new Routes() },
            },
        };

    private static double Widest(StudyResult result) => result.Comparisons.Max(c => (c.High!.Value - c.Low!.Value) / 2);

    private static bool Same(PrecisionCheck one, PrecisionCheck other) =>
        one.Wanted == other.Wanted
        && Math.Abs(one.Found!.Value - other.Found!.Value) < 1e-12
        && one.ReplicationsNeeded == other.ReplicationsNeeded;

    private static void Fail(bool does)
    {
        if (does)
        {
            throw new InvalidOperationException("broken");
        }
    }
}
