using SimInterdiction.Engine.Distributions;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification;

/// <summary>What holds for every scenario, whatever its numbers: random small ones, the same in every run.</summary>
public sealed class LawsTests
{
    private const int Cases = 150;

    private static readonly Dimension[] OfFates =
    [
        Dimension.Corridor,
        Dimension.Flow,
        Dimension.Organization,
        Dimension.Kind,
        Dimension.Fate,
    ];
    private static readonly Dimension[] OfSeizures =
    [
        .. OfFates,
        Dimension.Checkpoint,
        Dimension.TaskForce,
        Dimension.Month,
        Dimension.Hour,
        Dimension.Window,
        Dimension.CheckpointHour,
    ];

    [Test]
    public void Entries_of_every_breakdown_add_up_to_the_total_and_nothing_is_lost()
    {
        RandomScenarios.Any.SampleRepeatably(
            any =>
            {
                Scenario scenario = WithKindsAndWindows(any);
                CompiledScenario world = CompiledScenario.Compile(scenario);
                ReplicationRecord record = Run(world, "posted", 0);
                foreach (
                    Total total in new[]
                    {
                        Total.ShipmentsDispatched,
                        Total.FirearmsDispatched,
                        Total.ShipmentsSeized,
                        Total.FirearmsSeized,
                    }
                )
                {
                    bool isSeized = total is Total.ShipmentsSeized or Total.FirearmsSeized;
                    foreach (Dimension dimension in isSeized ? OfSeizures : OfFates)
                    {
                        Assert.That(
                            record.By(dimension).Sum(entry => entry[(int)total]),
                            Is.EqualTo(record.Totals[(int)total]),
                            $"{total} by {dimension}"
                        );
                    }
                }

                foreach (
                    Total total in Enum.GetValues<Total>()
                        .Where(t =>
                            t is >= Total.Stops and <= Total.FirearmsSeizedOnLeads and not (Total.DelayMedianHours or Total.DelayP95Hours)
                        )
                )
                {
                    foreach (Dimension dimension in new[] { Dimension.Checkpoint, Dimension.TaskForce })
                    {
                        Assert.That(
                            record.By(dimension).Sum(entry => entry[(int)total]),
                            Is.EqualTo(record.Totals[(int)total]).Within(1e-9 * Math.Max(1, record.Totals[(int)total])),
                            $"{total} by {dimension}"
                        );
                    }
                }

                Assert.That(record.Totals[(int)Total.ShipmentsSeized], Is.LessThanOrEqualTo(record.Totals[(int)Total.ShipmentsDispatched]));
                Assert.That(
                    record.Totals[(int)Total.Searches] + record.Totals[(int)Total.WavedThrough],
                    Is.EqualTo(record.Totals[(int)Total.Stops])
                );
                Assert.That(record.Totals[(int)Total.BusyLaneHours], Is.LessThanOrEqualTo(record.Totals[(int)Total.LaneHours] + 1e-9));
            },
            Cases,
            seed: 21,
            RandomScenarios.Describe
        );
    }

    [Test]
    public void Whatever_a_deployment_does_the_same_shipments_leave()
    {
        RandomScenarios.Any.SampleRepeatably(
            scenario =>
            {
                CompiledScenario world = CompiledScenario.Compile(scenario);
                ReplicationRecord posted = Run(world, "posted", 3);
                ReplicationRecord nobody = Run(world, "nobody", 3);
                foreach (Total total in new[] { Total.ShipmentsDispatched, Total.FirearmsDispatched })
                {
                    Assert.That(
                        posted.By(Dimension.Corridor).Select(c => c[(int)total]),
                        Is.EqualTo(nobody.By(Dimension.Corridor).Select(c => c[(int)total]))
                    );
                }

                Assert.That(nobody.Totals[(int)Total.ShipmentsSeized] + nobody.Totals[(int)Total.Stops], Is.Zero);
            },
            Cases,
            seed: 22,
            RandomScenarios.Describe
        );
    }

    [Test]
    public void Threads_change_nothing_to_the_last_bit()
    {
        RandomScenarios.Any.SampleRepeatably(
            scenario =>
            {
                string[] results =
                [
                    .. new[] { 1, 2, 3 }.Select(jobs =>
                        Fingerprint(Study.Run(scenario, new StudyOptions { Jobs = jobs }, null, CancellationToken.None))
                    ),
                ];
                Assert.That(results, Is.All.EqualTo(results[0]));
            },
            iter: 40,
            seed: 23,
            RandomScenarios.Describe
        );
    }

    [Test]
    public void A_replication_does_not_depend_on_those_before_it()
    {
        RandomScenarios.Any.SampleRepeatably(
            scenario =>
            {
                CompiledScenario world = CompiledScenario.Compile(scenario);
                using var used = new Replication(world, new Arm("posted"));
                var record = new ReplicationRecord(world.EntryCounts);
                foreach (int number in new[] { 4, 0, 7 })
                {
                    used.Run(number, record);
                    Assert.That(record.Totals, Is.EqualTo(Run(world, "posted", number).Totals));
                }
            },
            Cases,
            seed: 24,
            RandomScenarios.Describe
        );
    }

    [Test]
    public void The_order_of_the_file_does_not_matter()
    {
        RandomScenarios.Any.SampleRepeatably(
            scenario =>
            {
                Scenario reversed = scenario with
                {
                    Places = Reversed(scenario.Places),
                    Roads = Reversed(scenario.Roads),
                    Flows = Reversed(scenario.Flows),
                    TeamTypes = Reversed(scenario.TeamTypes),
                    TaskForces = Reversed(scenario.TaskForces),
                    Checkpoints = Reversed(scenario.Checkpoints),
                    Deployments = Reversed(
                        new OrderedDictionary<string, Deployment>(
                            scenario.Deployments.Select(d => KeyValuePair.Create(d.Key, d.Value with { Post = Reversed(d.Value.Post) }))
                        )
                    ),
                };
                double[] totals = Run(CompiledScenario.Compile(scenario), "posted", 0).Totals;

                // Sums of times are added up in another order.
                Assert.That(Run(CompiledScenario.Compile(reversed), "posted", 0).Totals, Is.EqualTo(totals).Within(1e-9).Percent);
            },
            Cases,
            seed: 25,
            RandomScenarios.Describe
        );
    }

    [Test]
    public void Leaving_deployments_out_does_not_change_the_others()
    {
        RandomScenarios.Any.SampleRepeatably(
            scenario =>
            {
                StudyResult all = Study.Run(scenario, new StudyOptions { Jobs = 1 }, null, CancellationToken.None);
                StudyResult only = Study.Run(scenario, new StudyOptions { Jobs = 1, Only = ["fewer"] }, null, CancellationToken.None);
                Assert.That(only.Deployments.Select(d => d.Name), Is.EqualTo(["nobody", "fewer"]));
                Assert.That(Fingerprint(only.Deployments[1]), Is.EqualTo(Fingerprint(all.Deployments[2])));
                Assert.That(only.Comparisons[0] with { Convergence = [] }, Is.EqualTo(all.Comparisons[1] with { Convergence = [] }));
            },
            iter: 40,
            seed: 26,
            RandomScenarios.Describe
        );
    }

    [TestCase(DuringWarmUp.Same)]
    [TestCase(DuringWarmUp.Today)]
    public void A_deployment_equal_to_the_baseline_differs_by_exactly_nothing(DuringWarmUp duringWarmUp)
    {
        RandomScenarios.Any.SampleRepeatably(
            any =>
            {
                Scenario scenario = any with
                {
                    Deployments = RandomScenarios.Named(
                        ["posted", "the_same"],
                        [any.Deployments["posted"], WithPostingsWrittenAgain(any.Deployments["posted"])]
                    ),
                    Experiment = any.Experiment with { DuringWarmUp = duringWarmUp },
                };
                StudyResult result = Study.Run(scenario, new StudyOptions { Jobs = 1 }, null, CancellationToken.None);
                Comparison same = result.Comparisons.Single();

                // Undefined where no shipment left.
                Assert.That((same.Difference ?? 0, same.Low ?? 0, same.High ?? 0), Is.EqualTo((0.0, 0.0, 0.0)));
                Assert.That(Fingerprint(result.Deployments[1]), Is.EqualTo(Fingerprint(result.Deployments[0])));
            },
            Cases,
            seed: 27,
            RandomScenarios.Describe
        );
    }

    [Test]
    public void A_checkpoint_on_one_corridor_leaves_shipments_elsewhere_identical()
    {
        RandomScenarios.Any.SampleRepeatably(
            any =>
            {
                // A flow and a team at a place of its own, which no other corridor touches.
                Scenario scenario = any with
                {
                    Places = With(any.Places, "apart", new Place { At = new GeoPoint(40, -100) }),
                    Corridors = new CorridorPlan { ByHand = With(any.Corridors.ByHand, "apart", new Corridor { Path = ["apart"] }) },
                    Flows = With(
                        any.Flows,
                        "aside",
                        any.Flows["flow0"] with
                        {
                            Routes = new Routes { Shares = new OrderedDictionary<string, double> { ["apart"] = 1 } },
                        }
                    ),
                    Checkpoints = With(any.Checkpoints, "apart", new Checkpoint { Traffic = new FlowLooks(30) }),
                    Deployments = With(
                        any.Deployments,
                        "more",
                        new Deployment
                        {
                            Post = With(
                                any.Deployments["posted"].Post,
                                "extra",
                                new Posting
                                {
                                    At = new PostedAt { Checkpoint = "apart" },
                                    TaskForce = "north",
                                    Team = "team0",
                                    Count = 2,
                                }
                            ),
                        }
                    ),
                };
                CompiledScenario world = CompiledScenario.Compile(scenario);
                ReplicationRecord posted = Run(world, "posted", 1);
                ReplicationRecord more = Run(world, "more", 1);
                AssertSame(Dimension.Flow, any.Flows.Count);
                AssertSame(Dimension.Corridor, any.Corridors.ByHand.Count);
                AssertSame(Dimension.Checkpoint, any.Checkpoints.Count);

                void AssertSame(Dimension dimension, int count) =>
                    Assert.That(more.By(dimension).Take(count), Is.EqualTo(posted.By(dimension).Take(count)));
            },
            Cases,
            seed: 28,
            RandomScenarios.Describe
        );
    }

    [Test]
    public void More_lanes_seize_more_on_average_where_the_full_are_waved_through()
    {
        // Not in every replication: a vehicle searched only because of the extra lane may hold it when a shipment
        // comes. But the loss of M/G/c/c falls with c (Erlang B), here by many standard errors over 10,000 shipments.
        double last = 0;
        foreach (int lanes in new[] { 1, 2, 3, 5, 9 })
        {
            double seized = SeizedWith(lanes);
            Assert.That(seized, Is.GreaterThan(last));
            last = seized;
        }
    }

    private static double SeizedWith(int lanes)
    {
        var team = new TeamType
        {
            Stops = 1,
            StopsTraffic = 0.1,
            Finds = 0.5,
            SearchHours = new Exponential(0.5),
            Lanes = lanes,
            SeizureHours = 1,
        };
        var scenario = new Scenario
        {
            LengthHours = 2000,
            Places = RandomScenarios.Named(["port"], [new Place { At = new GeoPoint(27, -99) }]),
            Corridors = new CorridorPlan { ByHand = RandomScenarios.Named(["road"], [new Corridor { Path = ["port"] }]) },
            Flows = RandomScenarios.Named(
                ["guns"],
                [
                    new Flow
                    {
                        Rate = new FlowRate(5, Counted.Shipments),
                        Routes = new Routes { Shares = RandomScenarios.Named(["road"], [1.0]) },
                    },
                ]
            ),
            TeamTypes = RandomScenarios.Named(["team"], [team]),
            TaskForces = RandomScenarios.Named(["all"], [new TaskForce { Home = "port", Teams = RandomScenarios.Named(["team"], [1]) }]),
            Checkpoints = RandomScenarios.Named(["port"], [new Checkpoint { Traffic = new FlowLooks(20) }]),
            Deployments = RandomScenarios.Named(
                ["posted"],
                [new Deployment { Post = RandomScenarios.Named(["port"], [new Posting { TaskForce = "all", Team = "team" }]) }]
            ),
        };
        return Run(CompiledScenario.Compile(scenario), "posted", 0).Totals[(int)Total.ShipmentsSeized];
    }

    private static ReplicationRecord Run(CompiledScenario world, string deployment, int number)
    {
        using var replication = new Replication(world, new Arm(deployment));
        var record = new ReplicationRecord(world.EntryCounts);
        replication.Run(number, record);
        return record;
    }

    // The windows divide all time, the fates after the observed window included.
    private static Scenario WithKindsAndWindows(Scenario scenario) =>
        scenario with
        {
            Windows = RandomScenarios.Named(
                ["first", "rest"],
                [
                    new NamedWindow { From = scenario.Start.AddDays(-9), To = scenario.Start },
                    new NamedWindow { From = scenario.Start.AddDays(1), To = scenario.Start.AddYears(9) },
                ]
            ),
            Flows = new OrderedDictionary<string, Flow>(
                scenario.Flows.Select(
                    (f, i) =>
                        KeyValuePair.Create(
                            f.Key,
                            i == 0
                                ? f.Value with
                                {
                                    Mix = new OrderedDictionary<string, double> { ["pistol"] = 0.6, ["rifle"] = 0.4 },
                                }
                                : f.Value
                        )
                )
            ),
        };

    private static Deployment WithPostingsWrittenAgain(Deployment deployment) =>
        new()
        {
            Post = new OrderedDictionary<string, Posting>(
                deployment.Post.Select(p => KeyValuePair.Create(p.Key, p.Value with { Days = p.Value.Days?.ToArray() }))
            ),
        };

    private static OrderedDictionary<string, T> Reversed<T>(IReadOnlyDictionary<string, T> things) => new(things.Reverse());

    private static OrderedDictionary<string, T> With<T>(IReadOnlyDictionary<string, T> things, string name, T thing) =>
        new(things.Append(KeyValuePair.Create(name, thing)));

    private static string Fingerprint(StudyResult result) =>
        string.Join('\n', result.Deployments.Select(Fingerprint))
        + string.Join('\n', result.Comparisons.Select(c => $"{c.Difference:R} {c.Low:R} {c.High:R}"));

    // R: every bit of a number shows.
    private static string Fingerprint(DeploymentResult deployment) =>
        string.Join(' ', deployment.Periods.Select(p => $"{p:R}"))
        + string.Join('\n', deployment.Measures.Select(m => $"{m.Key} {m.Value.Mean:R} {m.Value.Low:R} {m.Value.Sd:R} {m.Value.P90:R}"))
        + string.Join(
            '\n',
            deployment.By.SelectMany(d =>
                d.Value.SelectMany(e => e.Value.Select(m => $"{d.Key} {e.Key} {m.Key} {m.Value.Mean:R} {m.Value.High:R}"))
            )
        );
}
