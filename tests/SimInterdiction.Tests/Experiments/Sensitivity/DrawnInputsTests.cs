using SimInterdiction.Engine.Distributions;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;
using SimInterdiction.Tests.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>
/// Studies in which every two replications draw their own value of an input, in a world whose seizure rate is that
/// input (times two in the third deployment) and nothing else: what varies between replications is the uncertainty
/// alone, and its law is known.
/// </summary>
public sealed class DrawnInputsTests
{
    private const int Replications = 4000;
    private const int DrawsMade = Replications / 2;

    private static readonly Triangular Law = new(.1, .2, .6);

    [Test]
    public void Replications_vary_as_the_doubt_does()
    {
        StudyResult result = Run(new StudyOptions { Drawn = Doubt() });
        Estimate rate = result.Deployments[0].Measures["seizure_rate"];

        // (.1 + .2 + .6) / 3 = .3; variance (.01 + .04 + .36 - .02 - .06 - .12) / 18 = .21 / 18. Within four standard
        // errors (error rate .00006 each): of the mean sigma / sqrt(n), of the variance, with a kurtosis of 2.4,
        // sigma^2 sqrt(1.4 / n).
        double sigma = Math.Sqrt(.21 / 18);
        Assert.That(rate.Mean, Is.EqualTo(.3).Within(4 * sigma / Math.Sqrt(DrawsMade)));
        Assert.That(rate.Sd * rate.Sd, Is.EqualTo(.21 / 18).Within(4 * sigma * sigma * Math.Sqrt(1.4 / DrawsMade)));
        Assert.That(result.InputsDrawn, Is.EqualTo(1));
    }

    [Test]
    public void Every_value_lies_where_the_law_says()
    {
        double[] sorted = [.. Run(new StudyOptions { Drawn = Doubt() }).Deployments[0].Periods.Where((_, i) => i % 2 == 0).Order()];

        // Kolmogorov and Smirnov: 1.95 / sqrt(n) is exceeded in 1 of 1,000 such samples.
        double apart = sorted
            .Select(
                (value, i) =>
                    Math.Max(Math.Abs(Law.Cdf(value) - (i / (double)DrawsMade)), Math.Abs(Law.Cdf(value) - ((i + 1) / (double)DrawsMade)))
            )
            .Max();
        Assert.That(apart, Is.LessThan(1.95 / Math.Sqrt(DrawsMade)));
        Assert.That((sorted[0] >= .1, sorted[^1] <= .6), Is.EqualTo((true, true)));
    }

    [Test]
    public void Deployments_share_their_draw()
    {
        StudyResult result = Run(new StudyOptions { Drawn = Doubt() });
        Assert.That(
            (result.Comparisons[0].Difference, result.Comparisons[0].Low, result.Comparisons[0].High),
            Is.EqualTo((0.0, 0.0, 0.0)),
            "equal deployments"
        );
        Assert.That(
            result.Deployments[2].Periods.Zip(result.Deployments[0].Periods, (twice, once) => Math.Abs(twice - (2 * once))).Max(),
            Is.LessThan(1e-12)
        );
    }

    [Test]
    public void Without_the_option_the_input_is_held_at_its_best_guess() =>
        Assert.That(Run(new StudyOptions()).Deployments[0].Periods, Is.All.EqualTo(.2));

    [Test]
    public void Draws_never_depend_on_threads([Values(1, 2, 5)] int jobs) =>
        Assert.That(
            StoredStudies.Everything(Run(new StudyOptions { Drawn = Doubt(), Jobs = jobs })),
            Is.EqualTo(StoredStudies.Everything(Run(new StudyOptions { Drawn = Doubt(), Jobs = 2 })))
        );

    [Test]
    public void Draws_depend_on_seed_replication_and_what_the_input_is()
    {
        double[] own = DrawnInputs.AboutBestGuess(Doubt(), Scenario()).ValuesOf(3);
        UncertainRange other = new("other", 5, 4, 6);
        Assert.That(
            DrawnInputs
                .AboutBestGuess(Doubt() with { Inputs = [other, Input("input")], At = values => Doubt().At([values[1]]) }, Scenario())
                .ValuesOf(3)[1],
            Is.EqualTo(own[0]),
            "whatever else is drawn"
        );
        Assert.That(
            DrawnInputs.AboutBestGuess(Doubt() with { Inputs = [Input("renamed")] }, Scenario()).ValuesOf(3),
            Is.EqualTo(own),
            "whatever it is called"
        );
        Assert.That(
            DrawnInputs
                .AboutBestGuess(Doubt() with { At = values => Scenario() with { WarmUpHours = 1000 * values[0] } }, Scenario())
                .ValuesOf(3),
            Is.Not.EqualTo(own),
            "another input"
        );
        Assert.That(DrawnInputs.AboutBestGuess(Doubt(), Scenario(seed: 8)).ValuesOf(3), Is.Not.EqualTo(own));
        Assert.That(DrawnInputs.AboutBestGuess(Doubt(), Scenario()).ValuesOf(4), Is.Not.EqualTo(own));
        Assert.That(DrawnInputs.AboutBestGuess(Doubt(), Scenario()).ValuesOf(2), Is.EqualTo(own), "two replications share a draw");
        Assert.That(
            DrawnInputs.Evenly(Doubt(), Scenario()).ValuesOf(2),
            Is.Not.EqualTo(DrawnInputs.Evenly(Doubt(), Scenario()).ValuesOf(3)),
            "where each period stands for itself"
        );
    }

    [Test]
    public void The_difference_over_the_inputs_is_the_law_of_the_input_itself()
    {
        // The third deployment leads by the input itself.
        OverInputs over = Run(new StudyOptions { Drawn = Doubt() }).Comparisons[1].OverInputs!;
        Assert.That((over.Draws, over.IsHiddenByChance), Is.EqualTo((DrawsMade, false)));
        Assert.That(Law.Quantile(.1), Is.InRange(over.P10.Low!.Value, over.P10.High!.Value));
        Assert.That(over.P10.High - over.P10.Low, Is.LessThan(.02));
        Assert.That(over.P90.Mean, Is.EqualTo(Law.Quantile(.9)).Within(.02));
        Assert.That(over.Better.Mean, Is.EqualTo(1));
    }

    [Test]
    public void Equal_deployments_are_as_good_whatever_the_inputs()
    {
        OverInputs over = Run(new StudyOptions { Drawn = Doubt() }, Scenario(100)).Comparisons[0].OverInputs!;
        Assert.That((over.P10.Mean, over.P90.Mean, over.Sd, over.Better.Mean), Is.EqualTo((0.0, 0.0, 0.0, .5)));
    }

    [Test]
    public void An_interval_of_an_average_counts_draws_and_not_replications()
    {
        // Two replications of a draw are equal here, so they are worth one: sigma / sqrt(draws) times the quantile,
        // 1.98, within 4 standard errors of a sample's sigma.
        Estimate rate = Run(new StudyOptions { Drawn = Doubt() }, Scenario(200)).Deployments[0].Measures["seizure_rate"];
        Assert.That((rate.High - rate.Low) / 2, Is.EqualTo(1.984 * Math.Sqrt(.21 / 18 / 100)).Within(24).Percent);
    }

    [Test]
    public void A_replication_that_failed_leaves_its_draw_out_of_the_spread()
    {
        UncertainScenario doubt = Doubt();
        StudyResult result = Run(
            new StudyOptions
            {
                Drawn = doubt with { At = values => values[0] > .5 ? throw new InvalidDataException("too much") : doubt.At(values) },
            },
            Scenario(100)
        );
        Assert.That(
            result.Comparisons[1].OverInputs!.Draws,
            Is.EqualTo(50 - (result.Failed.Select(f => f.Replication / 2).Distinct().Count()))
        );
        Assert.That(result.Comparisons[1].OverInputs!.P90.Mean, Is.LessThanOrEqualTo(.5));
    }

    [Test]
    public void Too_few_draws_say_nothing_of_the_spread_and_decide_nothing()
    {
        Comparison comparison = Run(new StudyOptions { Drawn = Doubt() }, Scenario(18)).Comparisons[1];
        Assert.That(
            (comparison.OverInputs, comparison.Verdict, comparison.ReplicationsNeeded),
            Is.EqualTo(((OverInputs?)null, Verdict.NotDecided, (int?)null))
        );
    }

    [Test]
    public void Neither_a_precision_nor_a_choice_goes_with_drawn_inputs()
    {
        Scenario scenario = Scenario(20);
        ExperimentPlan plan = scenario.Experiment;
        foreach (
            ExperimentPlan endless in new[]
            {
                plan with
                {
                    Precision = .01,
                },
                plan with
                {
                    Choose = Choosing.Best,
                    SmallestDifferenceThatMatters = .05,
                },
            }
        )
        {
            Assert.Throws<ArgumentException>(() => Run(new StudyOptions { Drawn = Doubt() }, scenario with { Experiment = endless }));
        }
    }

    [Test]
    public void What_was_drawn_is_kept_apart_from_what_was_not_and_verifies()
    {
        using var folder = new TemporaryFolder();
        StudyOptions drawn = new()
        {
            Drawn = Doubt(),
            Store = new RunStore { Folder = Path.Combine(folder, "one") },
        };
        string first = StoredStudies.Everything(Run(drawn, Scenario(50)));
        RunCheck check = new StoredStudy(Scenario(50), drawn, s => new LinearWorld(s)).Verify(
            _ => true,
            progress: null,
            CancellationToken.None
        );
        Assert.That((check.Replications, check.Differing.Count), Is.EqualTo((50, 0)));

        Assert.That(SimulatedFor(new StudyOptions()), Is.EqualTo(3 * 50), "held at best guess");
        Assert.That(SimulatedFor(drawn with { Drawn = Doubt(high: .7) }), Is.EqualTo(3 * 50), "another doubt");
        Assert.That(SimulatedFor(drawn), Is.Zero);
        Assert.That(StoredStudies.Everything(Run(drawn, Scenario(50))), Is.EqualTo(first));

        int SimulatedFor(StudyOptions options)
        {
            var recorder = new StoreRecorder();
            var store = new RunStore { Folder = Path.Combine(folder, "one"), Observer = recorder };
            Run(options with { Store = store }, Scenario(50));
            return recorder.Simulated;
        }
    }

    // The second plan seizes twice as much whatever is drawn.
    [Test]
    public void The_first_is_held_against_the_runner_up_over_the_inputs_too()
    {
        StudyResult result = Run(new StudyOptions { Drawn = Doubt() });
        Contest all = result.Contests.Single(c => c.Limit is null);
        Assert.That((all.First, all.Outcome), Is.EqualTo(("plan_2", ContestOutcome.Won)));
        Assert.That(all.Lead.OverInputs?.Better.Mean, Is.EqualTo(1));
        Assert.That(result.Expansions, Is.Empty, "what more brings is not told over inputs");
        Assert.That(WhatIfResult.ContestOf(result), Is.Null, "nor whether the best survives a question");
    }

    [Test]
    public void Values_that_break_a_rule_fail_their_replication_with_the_reason()
    {
        UncertainScenario doubt = Doubt();
        StudyResult result = Run(
            new StudyOptions
            {
                Drawn = doubt with { At = values => values[0] > .4 ? throw new InvalidDataException("too much") : doubt.At(values) },
            },
            Scenario(100)
        );

        // A draw is above .4 with probability .2: none of 50 in one study of 70,000.
        Assert.That(result.Failed, Is.Not.Empty);
        Assert.That(result.Failed.Select(f => f.Reason), Is.All.EqualTo("too much"));
        Assert.That(result.Replications + result.Failed.Select(f => f.Replication).Distinct().Count(), Is.EqualTo(100));
    }

    [Test]
    public void A_study_stopped_before_its_first_replication_has_none()
    {
        StudyResult result = Study.Run(
            Scenario(50),
            new StudyOptions { Drawn = Doubt() },
            s => new LinearWorld(s),
            progress: null,
            new CancellationToken(canceled: true)
        );
        Assert.That(result.Replications, Is.Zero);
        Assert.That(result.Comparisons.Select(c => c.OverInputs), Is.All.Null);
    }

    [Test]
    public void A_study_of_which_every_replication_failed_has_none()
    {
        UncertainScenario doubt = Doubt();
        StudyResult result = Run(
            new StudyOptions { Drawn = doubt with { At = _ => throw new InvalidDataException("too much") } },
            Scenario(20)
        );
        Assert.That((result.Replications, result.Failed.Count), Is.EqualTo((0, 20 * 3)).Or.EqualTo((0, 20)));
    }

    private static UncertainRange Input(string name, double high = .6) => new(name, .2, .1, high);

    // The input is the window's length in thousands of hours, for want of a number that the invented world would look
    // at otherwise.
    private static UncertainScenario Doubt(double high = .6) =>
        new([Input("input", high)], values => Scenario() with { LengthHours = 1000 * values[0] });

    private static Scenario Scenario(int replications = Replications, long seed = 7) =>
        FakeWorld.ScenarioOf(3, new ExperimentPlan { Replications = replications, Seed = seed }) with
        {
            LengthHours = 200,
        };

    private static StudyResult Run(StudyOptions options, Scenario? scenario = null) =>
        Study.Run(scenario ?? Scenario(), options, s => new LinearWorld(s), progress: null, CancellationToken.None);

    private sealed class LinearWorld(Scenario scenario) : IWorld
    {
        public IReadOnlyList<string> EntryNames(Dimension dimension) => [];

        public ISimulator Simulate(Arm arm) => new Simulator(scenario.LengthHours / 1000 * (arm.Deployment == "plan_2" ? 2 : 1));

        private sealed class Simulator(double rate) : ISimulator
        {
            public WorkDone Work => new(0, 0, 0);

            public void Run(int replication, ReplicationRecord into, CancellationToken cancellation)
            {
                into.Clear();
                into.Totals[(int)Total.FirearmsDispatched] = 1;
                into.Totals[(int)Total.FirearmsSeized] = rate;
            }

            public void Dispose() { }
        }
    }
}
