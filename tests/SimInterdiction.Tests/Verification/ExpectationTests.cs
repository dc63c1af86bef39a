using CsCheck;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Verification;

/// <summary>What theory expects, against what is simulated.</summary>
public sealed class ExpectationTests
{
    // A hundred or two averages are compared by each test: the chance that any is further off is below 1 %.
    private const double MostStandardErrors = 4.5;

    // In fewer replications an average is far from normal.
    private const int FewestWithSeizures = 50;

    [Test]
    public void Random_scenarios_seize_what_is_expected() => Compare(RandomScenarios.Any, 1, scenarios: 30, replications: 300);

    [Test]
    public void So_they_do_where_teams_rotate() => Compare(WithRotations, 3, scenarios: 10, replications: 300);

    [Test]
    public void So_they_do_where_whole_plans_are_drawn() => Compare(WithPlans, 5, scenarios: 20, replications: 300);

    [Test, Explicit("takes minutes"), Category("Slow")]
    public void A_thousand_random_scenarios_seize_what_is_expected() =>
        Compare(RandomScenarios.Any, 2, scenarios: 1_000, replications: 400);

    [Test, Explicit("takes minutes"), Category("Slow")]
    public void So_they_do_where_teams_rotate_in_hundreds_more() => Compare(WithRotations, 4, scenarios: 400, replications: 400);

    [TestCase("smallest.yaml")]
    [TestCase("two-corridors.yaml")]
    [TestCase("night-shift.yaml")]
    public void Small_shipped_scenarios_seize_what_is_expected(string file) => Compare(Shipped(file), replications: 100);

    [TestCase("southbound.yaml"), Explicit("takes a minute"), Category("Slow")]
    [TestCase("southbound-500k.yaml")]
    public void The_border_seizes_what_is_expected(string file) => Compare(Shipped(file), replications: 30);

    [Test, Explicit("takes a minute"), Category("Slow")]
    public void The_border_seizes_what_is_expected_where_risks_are_known()
    {
        Scenario border = Shipped("southbound.yaml");
        Compare(
            border with
            {
                Organizations = new OrderedDictionary<string, Organization>(
                    border.Organizations.Select(o => KeyValuePair.Create(o.Key, o.Value.Knowing()))
                ),
            },
            replications: 30,
            adversary: null
        );
    }

    private static Scenario Shipped(string file) =>
        ScenarioReader.ReadFile(Path.Combine(ShippedScenariosTests.Folder, file), new ReadingOptions()).Scenario!;

    // The share of all firearms, and of those at each checkpoint.
    private static void Compare(Scenario scenario, int replications, string? adversary = Arm.Frozen)
    {
        StudyResult result = Study.Run(
            scenario,
            new StudyOptions { Replications = replications, Adaptive = adversary is null },
            null,
            default
        );
        CompiledScenario world = CompiledScenario.Compile(scenario);
        Assert.Multiple(() =>
        {
            foreach (DeploymentResult simulated in result.Deployments)
            {
                ExpectedSeizures expected = ExpectedSeizures.Of(world, new Arm(simulated.Name, adversary));
                Assert.That(expected.Simplifications, Is.Empty);
                Agree(simulated.Measures["seizure_rate"], expected.SeizureRate!.Value, simulated.Name);
                foreach (
                    (string checkpoint, double seized) in world
                        .EntryNames(Dimension.Checkpoint)
                        .Zip(expected.SeizedBy(Dimension.Checkpoint))
                )
                {
                    Agree(simulated.By[Dimension.Checkpoint][checkpoint]["firearms_seized"], seized, $"{simulated.Name} at {checkpoint}");
                }
            }
        });
    }

    // Half of a 95 % interval is about two standard errors; where nothing is seized there is none.
    private static void Agree(Estimate simulated, double expected, string what)
    {
        double standardError = simulated.Low is { } low ? (simulated.High!.Value - low) / 4 : 0;
        Assert.That(simulated.Mean!.Value, Is.EqualTo(expected).Within((MostStandardErrors * standardError) + 1e-9), what);
    }

    private static Gen<Scenario> WithRotations { get; } =
        from scenario in RandomScenarios.Any
        from rotating in RandomScenarios.Rotating.Array[2]
        select scenario with
        {
            Deployments = RandomScenarios.Map(scenario.Deployments, deployment =>
                deployment with
                {
                    Post = RandomScenarios.Map(
                        deployment.Post.Select(
                            (post, i) => i < rotating.Length ? KeyValuePair.Create(post.Key, post.Value with { At = rotating[i] }) : post
                        ),
                        posting => posting
                    ),
                }
            ),
        };

    private static Gen<Scenario> WithPlans { get; } =
        from scenario in RandomScenarios.Any
        from plans in RandomScenarios.Plans
        select scenario with
        {
            Deployments = RandomScenarios.Map(scenario.Deployments, deployment => RandomScenarios.With(plans, deployment)),
        };

    private static void Compare(Gen<Scenario> any, uint seed, int scenarios, int replications)
    {
        var scores = new List<double>();
        any.SampleRepeatably(
            scenario =>
            {
                // How often lanes are full is an approximation.
                CompiledScenario world = CompiledScenario.Compile(
                    scenario with
                    {
                        TeamTypes = RandomScenarios.Map(scenario.TeamTypes, type =>
                            type with
                            {
                                Lanes = null,
                                Secondary = type.Secondary is { } s ? s with { Lanes = null } : null,
                            }
                        ),
                    }
                );
                IReadOnlyList<double> expected = ExpectedSeizures.Of(world, new Arm("posted")).SeizedBy(Dimension.Checkpoint);
                double[][] simulated = Simulated(world, replications);
                foreach ((int checkpoint, double theory) in expected.Index())
                {
                    double mean = simulated.Average(each => each[checkpoint]);
                    double error = Math.Sqrt(
                        simulated.Sum(each => Math.Pow(each[checkpoint] - mean, 2)) / replications / (replications - 1)
                    );
                    int withSeizures = simulated.Count(each => each[checkpoint] > 0);
                    if (withSeizures >= FewestWithSeizures)
                    {
                        scores.Add((mean - theory) / error);
                    }

                    // Ten loads, of at most 60, are seized nowhere once in 20,000 times.
                    Assert.That(withSeizures > 0 || theory * replications < 10 * 60);
                }
            },
            scenarios,
            seed,
            RandomScenarios.Describe
        );
        double meanSquare = scores.Average(score => score * score);
        TestContext.Out.WriteLine($"{scores.Count} averages; mean square {meanSquare:0.000}, furthest {scores.Max(Math.Abs):0.00}");
        Assert.Multiple(() =>
        {
            Assert.That(scores.Max(Math.Abs), Is.LessThan(MostStandardErrors + 0.5));
            Assert.That(meanSquare, Is.EqualTo(1).Within(5 * Math.Sqrt(2.0 / scores.Count)));
        });
    }

    private static double[][] Simulated(CompiledScenario world, int replications)
    {
        using var replication = new Replication(world, new Arm("posted"));
        var seized = new double[replications][];
        for (int number = 0; number < replications; number++)
        {
            var record = new ReplicationRecord(world.EntryCounts);
            replication.Run(number, record);
            seized[number] = [.. record.By(Dimension.Checkpoint).Select(totals => totals[(int)Total.FirearmsSeized])];
        }

        return seized;
    }
}
