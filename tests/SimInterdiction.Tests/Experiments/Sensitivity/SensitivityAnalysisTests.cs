using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Language;
using SimInterdiction.Tests.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>Seeds are fixed. An interval widened by 1.7 (from 1.96 to 3.3 standard errors) misses the truth in one of a
/// thousand studies, and some thirty are looked at.</summary>
public sealed class SensitivityAnalysisTests
{
    private const double Widened = 1.7;
    private const string Finds = "team_types.doubtful.finds";
    private const string Idle = "team_types.idle.finds";

    [Test]
    public void A_linear_difference_has_the_ends_and_the_turning_point_worked_out_by_hand()
    {
        SensitivityResult result = UncertainWorlds.Run(
            UncertainWorlds.Linear,
            UncertainWorlds.Options(SensitivityMethod.Tornado, "with_doubtful")
        );
        InputSwing swing = result.Tornado![0];
        Assert.That(swing.Path, Is.EqualTo(Finds));
        Holds(result.BestGuess, .5 * (.5 - .4));
        Holds(swing.AtLow, .5 * (.2 - .4));
        Holds(swing.AtHigh, .5 * (.6 - .4));
        Holds(swing.Swing, .5 * (.6 - .2));
        // The same luck finds the same shipments at 40 %, so there the difference is 0 in every replication: only the
        // search's own accuracy is left, 1 % of the range.
        Assert.That(swing.TurnsAt!.Value.Value, Is.EqualTo(.4).Within(.004));
        // A point is .5 x 2 %; of 24,000 shipments some 240 +- 15 are found with one and not the other.
        Assert.That(swing.MattersAt!.Value.Value, Is.EqualTo(.42).Within(.008));
    }

    [Test]
    public void What_nothing_depends_on_swings_nothing_and_turns_nothing()
    {
        InputSwing swing = UncertainWorlds
            .Run(UncertainWorlds.Linear, UncertainWorlds.Options(SensitivityMethod.Tornado, "with_doubtful"))
            .Tornado![1];
        Assert.That((swing.Path, swing.Swing, swing.TurnsAt), Is.EqualTo((Idle, new SimulatedValue(0, 0, 0), (SimulatedValue?)null)));
    }

    [Test]
    public void Shares_of_the_variance_of_a_product_are_those_worked_out_by_hand()
    {
        // For independent x and y, V(xy) = E(y)^2 V(x) + E(x)^2 V(y) + V(x) V(y). Triangle: E = (a + b + c) / 3, V =
        // (a^2 + b^2 + c^2 - ab - ac - bc) / 18.
        (double mean, double variance) x = Triangle(.1, .2, .6);
        (double mean, double variance) y = Triangle(.4, .6, .8);
        double byX = y.mean * y.mean * x.variance;
        double byY = x.mean * x.mean * y.variance;
        double both = x.variance * y.variance;
        double all = byX + byY + both;
        SensitivityResult result = UncertainWorlds.Run(
            UncertainWorlds.Product,
            UncertainWorlds.Options(SensitivityMethod.Sobol, "team", 10) with
            {
                Samples = 300,
            }
        );
        InputShare stops = result.Sobol!.Single(s => s.Path == "team_types.team.stops");
        InputShare finds = result.Sobol!.Single(s => s.Path == "team_types.team.finds");
        Holds(stops.First, byX / all);
        Holds(stops.Total, (byX + both) / all);
        Holds(finds.First, byY / all);
        Holds(finds.Total, (byY + both) / all);
        Assert.That(result.Sobol![0], Is.EqualTo(stops), "what accounts for most comes first");
        Assert.That(stops.ChanceError, Is.GreaterThan(0).And.LessThan(.05));
    }

    [Test]
    public void Mean_effects_on_a_product_are_those_worked_out_by_hand()
    {
        // On Morris's levels the other input is in the middle of its range on average.
        SensitivityResult result = UncertainWorlds.Run(
            UncertainWorlds.Product,
            UncertainWorlds.Options(SensitivityMethod.Morris, "team", 10) with
            {
                Samples = 60,
            }
        );
        InputEffect stops = result.Morris!.Single(s => s.Path == "team_types.team.stops");
        InputEffect finds = result.Morris!.Single(s => s.Path == "team_types.team.finds");
        Holds(stops.Mean, (.6 - .1) * .6);
        Holds(stops.MeanSize, (.6 - .1) * .6);
        Holds(finds.MeanSize, (.8 - .4) * .35);
        Assert.That(result.Morris![0], Is.EqualTo(stops));
    }

    [Test]
    public void The_error_of_a_mean_effect_is_that_of_the_mean_over_replications()
    {
        // A mean effect that never changes its sign is linear in the outputs, so each replication has one of its own,
        // and their mean has the textbook error.
        SensitivityOptions options = UncertainWorlds.Options(SensitivityMethod.Morris, "team", 10) with { Samples = 5 };
        UncertainScenario uncertain = UncertainWorlds.Of(UncertainWorlds.Product);
        IReadOnlyList<double[][]> walks = Morris.Trajectories(2, 5, 4, new StreamRegister(5).KeyOf("sensitivity", "morris"));
        var settings = new ComparedDesignPoints(
            uncertain,
            options,
            ["team", "nobody"],
            planned: 11,
            progress: null,
            CancellationToken.None
        );
        InputEffect stops = UncertainWorlds.Run(UncertainWorlds.Product, options).Morris!.Single(e => e.Path == uncertain.Inputs[0].Name);
        (UncertainRange ofStops, UncertainRange ofFinds) = (uncertain.Inputs[0], uncertain.Inputs[1]);

        // The design goes by what inputs are, finds before stops.
        double[] own =
        [
            .. Enumerable
                .Range(0, 10)
                .Select(replication =>
                    Morris
                        .Effects(walks, point =>
                            settings.DifferenceAt([Along(ofStops, point[1]), Along(ofFinds, point[0])]).Observations[replication]
                        )[1]
                        .Mean.Value
                ),
        ];
        Assert.That(stops.ChanceError, Is.EqualTo(Means.StandardDeviation(own) / Math.Sqrt(10)).Within(1e-12));

        static double Along(UncertainRange input, double share) =>
            Math.Clamp(input.Low + (share * (input.High - input.Low)), input.Low, input.High);
    }

    [Test]
    public void A_mean_size_is_never_said_to_be_below_zero()
    {
        SensitivityOptions options = UncertainWorlds.Options(SensitivityMethod.Morris, "team", 10) with { Samples = 2 };
        foreach (InputEffect effect in UncertainWorlds.Run(UncertainWorlds.Product, options).Morris!)
        {
            Assert.That(effect.MeanSize.Low, Is.GreaterThanOrEqualTo(0).And.LessThanOrEqualTo(effect.MeanSize.Value!));
        }
    }

    [Test]
    public void A_map_shows_the_difference_over_the_two_inputs_that_matter_most()
    {
        SensitivityResult result = UncertainWorlds.Run(UncertainWorlds.Product, UncertainWorlds.Options(SensitivityMethod.Map, "team"));
        DifferenceMap map = result.Map!;
        // Swings: stops by (.6 - .1) x .6 = .30, finds by (.8 - .4) x .2 = .08.
        Assert.That((map.Across, map.Up), Is.EqualTo(("team_types.team.stops", "team_types.team.finds")));
        foreach ((int y, int x) in new[] { (0, 0), (0, 6), (6, 0), (6, 6), (3, 2) })
        {
            Holds(map.Differences[y][x], map.Xs[x] * map.Ys[y]);
        }

        Assert.That(
            UncertainWorlds
                .Run(
                    UncertainWorlds.Linear,
                    UncertainWorlds.Options(SensitivityMethod.Map, "with_doubtful", 5) with
                    {
                        MapInputs = [Idle, Finds],
                    }
                )
                .Map!.Across,
            Is.EqualTo(Idle)
        );
    }

    [Test]
    public void A_verdict_that_an_assumption_overturns_is_found_with_its_regret()
    {
        SensitivityResult result = UncertainWorlds.Run(
            UncertainWorlds.Linear,
            UncertainWorlds.Options(SensitivityMethod.Verdicts, "with_doubtful")
        );
        VerdictTable table = result.Verdicts!;
        // Best guess, two ends each, and of the four corners none is among them.
        Assert.That(table.Settings, Has.Count.EqualTo(1 + 4 + 4));
        DeploymentVerdicts doubtful = table.Deployments.Single(d => d.Name == "with_doubtful");
        Assert.That(doubtful.At[0].Verdict, Is.EqualTo(Verdict.ClearlyBetter), "5 points, and 1 matters");
        Assert.That(doubtful.SurvivesEverywhere, Is.False);
        Assert.That(table.Settings[doubtful.WorstDesignPoint].Changed, Has.Some.EqualTo(new InputValue(Finds, .2)));
        Holds(doubtful.At[doubtful.WorstDesignPoint].Regret, .5 * (.4 - .2));
        DeploymentVerdicts nobody = table.Deployments.Single(d => d.Name == "nobody");
        Assert.That(nobody.SurvivesEverywhere, Is.True, "nobody seizes nothing, whatever is assumed");
        Assert.That(nobody.At.Select(a => a.Regret.Value), Is.All.Zero, "nothing better is to be had without officers");
        Assert.That(table.Deployments[0].At.Select(a => a.Verdict), Is.All.Null, "the baseline has none");
    }

    [TestCase(SensitivityMethod.Tornado)]
    [TestCase(SensitivityMethod.Morris)]
    [TestCase(SensitivityMethod.Sobol)]
    [TestCase(SensitivityMethod.Map)]
    [TestCase(SensitivityMethod.Verdicts)]
    [TestCase(SensitivityMethod.Discover)]
    public void One_thread_and_three_give_the_same_result_to_the_last_bit(SensitivityMethod method)
    {
        SensitivityOptions options = UncertainWorlds.Options(method, "with_doubtful", 7) with
        {
            Samples = method == SensitivityMethod.Discover ? 50 : 3,
        };
        string[] texts =
        [
            .. new[] { 1, 3 }.Select(jobs => CanonicalText.Of(UncertainWorlds.Run(UncertainWorlds.Linear, options with { Jobs = jobs }))),
        ];
        Assert.That(texts[1], Is.EqualTo(texts[0]));
    }

    [Test]
    public void One_that_was_stopped_goes_on_where_it_was_and_ends_as_one_never_stopped()
    {
        using var folder = new TemporaryFolder();
        SensitivityOptions options = UncertainWorlds.Options(SensitivityMethod.Tornado, "with_doubtful", 10);
        using var stop = new CancellationTokenSource();
        Assert.That(
            () =>
                SensitivityAnalysis.Run(
                    UncertainWorlds.Of(UncertainWorlds.Linear),
                    options with
                    {
                        Store = new RunStore { Folder = folder },
                    },
                    p => StopAt(p),
                    stop.Token
                ),
            Throws.InstanceOf<OperationCanceledException>()
        );
        var recorder = new StoreRecorder();
        var store = new RunStore { Folder = folder, Observer = recorder };
        SensitivityResult resumed = UncertainWorlds.Run(UncertainWorlds.Linear, options with { Store = store });
        SensitivityResult whole = UncertainWorlds.Run(UncertainWorlds.Linear, options);
        Assert.That(CanonicalText.Of(resumed), Is.EqualTo(CanonicalText.Of(whole)));
        Assert.That(recorder.Simulated, Is.LessThanOrEqualTo((whole.Settings - 2) * 2 * 10));

        void StopAt(WorkProgress progress)
        {
            if (progress.Done == (2 * 10) + 3)
            {
                stop.Cancel();
            }
        }
    }

    [Test]
    public void Values_that_break_a_rule_of_scenarios_stop_it_with_the_reason()
    {
        UncertainScenario good = UncertainWorlds.Of(UncertainWorlds.Linear);
        var bad = new UncertainScenario(good.Inputs, values =>
            values[0] < .3 ? throw new InvalidDataException("With finds = 0.2: no.") : good.At(values)
        );
        Assert.That(
            () =>
                SensitivityAnalysis.Run(
                    bad,
                    UncertainWorlds.Options(SensitivityMethod.Tornado, "with_doubtful", 2),
                    progress: null,
                    CancellationToken.None
                ),
            Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo("With finds = 0.2: no.")
        );
    }

    [Test]
    public void What_is_asked_must_be_there()
    {
        SensitivityOptions options = UncertainWorlds.Options(SensitivityMethod.Map, "with_doubtful", 2);
        foreach (
            SensitivityOptions wrong in new[]
            {
                options with
                {
                    Deployment = "elsewhere",
                },
                options with
                {
                    Deployment = "with_known",
                },
                options with
                {
                    MapInputs = [Finds],
                },
                options with
                {
                    MapInputs = [Finds, "x"],
                },
                options with
                {
                    Replications = 0,
                },
            }
        )
        {
            Assert.That(() => UncertainWorlds.Run(UncertainWorlds.Linear, wrong), Throws.InstanceOf<ArgumentException>(), wrong.ToString());
        }
    }

    private static (double Mean, double Variance) Triangle(double a, double b, double c) =>
        ((a + b + c) / 3, ((a * a) + (b * b) + (c * c) - (a * b) - (a * c) - (b * c)) / 18);

    private static void Holds(SimulatedValue estimate, double truth)
    {
        double reach = Widened * (estimate.High!.Value - estimate.Low!.Value) / 2;
        Assert.That(estimate.Value!.Value, Is.EqualTo(truth).Within(reach + 1e-12));
        Assert.That(reach, Is.LessThan(.25), "an interval so wide would hold anything");
    }
}
