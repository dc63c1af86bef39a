using CsCheck;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification;

/// <summary>What a thing is called, and where it stands in the file, decides nothing: a scenario written with other
/// names in another order has the same digits.</summary>
public sealed class NamesAndOrderTests
{
    [Test]
    public void Names_and_order_change_no_digit() =>
        RandomScenarios.Any.SampleRepeatably(
            any => Compare(any, [new Arm("posted"), new Arm("fewer")]),
            iter: 150,
            seed: 31,
            RandomScenarios.Describe
        );

    [Test]
    public void Nor_where_todays_deployment_acts_in_the_warm_up() =>
        RandomScenarios.Any.SampleRepeatably(
            any =>
                Compare(
                    any with
                    {
                        Today = "fewer",
                        Experiment = any.Experiment with { DuringWarmUp = DuringWarmUp.Today },
                    },
                    [new Arm("posted")]
                ),
            iter: 150,
            seed: 32,
            RandomScenarios.Describe
        );

    [Test]
    public void Nor_where_organizations_adapt_and_programmes_act() =>
        RandomAdversaries.Any.SampleRepeatably(
            any => Compare(any, [new Arm("posted"), new Arm("posted", Arm.Frozen), new Arm("today", "swapped")]),
            iter: 150,
            seed: 33,
            RandomAdversaries.Describe
        );

    [Test]
    public void Nor_where_corridors_are_made_over_the_roads() =>
        OverRoads.SampleRepeatably(
            any => Compare(any, [new Arm("posted")]),
            iter: 150,
            seed: 34,
            any =>
                string.Join('\n', any.Roads.Select(r => $"{r.Key}: {string.Join(' ', r.Value.Between)} {r.Value.LengthMiles}"))
                + string.Join('\n', any.Flows.Values)
        );

    [Test]
    [Explicit]
    [Category("Slow")]
    public void Nor_in_thousands_of_cases_more()
    {
        RandomAdversaries.Any.SampleRepeatably(any => Compare(any, [new Arm("posted")]), iter: 1500, seed: 35, RandomAdversaries.Describe);
        OverRoads.SampleRepeatably(any => Compare(any, [new Arm("posted")]), iter: 1500, seed: 36, any => $"{any}");
    }

    // Roads of whole tenths of a mile between places on a grid, so that many routes are as long but for rounding; flows
    // from one place that differ in little or nothing.
    private static Gen<Scenario> OverRoads { get; } =
        from roads in Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[1, 4]).Where(r => r.Item1 != r.Item2).Array[6, 16]
        from attractions in Gen.Int[0, 3].Array[7]
        from flows in Gen.Select(
            Gen.Int[0, 1],
            RandomScenarios.OneOf(0.5, 1, 2),
            RandomScenarios.OneOf<Distribution>(new Fixed(1), new Fixed(2)),
            RandomScenarios.OneOf(0.05, 10, 100)
        ).Array[1, 4]
        from rules in Gen.Select(Gen.Int[1, 6], RandomScenarios.OneOf(1, 1.5, 3), RandomScenarios.OneOf(0, 0.05, 0.2))
        from seed in Gen.Int[0, 1000]
        let names = RandomScenarios.Names("p", 7)
        select new Scenario
        {
            LengthHours = 100,
            Places = RandomScenarios.Named(
                names,
                attractions.Select(
                    (a, i) =>
                        new Place
                        {
                            At = new GeoPoint(30 - (i / 3), -100 + (i % 3)),
                            Kind = i > 4 ? PlaceKind.Port : PlaceKind.City,
                            Attraction = a,
                        }
                )
            ),
            Roads = RandomScenarios.Named(
                RandomScenarios.Names("road", roads.Length),
                roads.Select(r => new Road { Between = [names[r.Item1], names[r.Item2]], LengthMiles = r.Item3 * 0.1 })
            ),
            Corridors = new CorridorPlan
            {
                Generate = new CorridorGeneration
                {
                    Paths = rules.Item1,
                    Within = rules.Item2,
                    DropBelow = rules.Item3,
                },
            },
            Flows = RandomScenarios.Named(
                RandomScenarios.Names("flow", flows.Length),
                flows.Select(f => new Flow
                {
                    From = names[f.Item1],
                    Rate = new FlowRate(f.Item2, Counted.Shipments),
                    Load = f.Item3,
                    Routes = new Routes { To = new RouteEnds(PlaceKind.Port, []), DecayMiles = f.Item4 },
                })
            ),
            TeamTypes = RandomScenarios.Named(
                ["team"],
                [
                    new TeamType
                    {
                        Stops = 0.3,
                        StopsTraffic = 0.05,
                        Finds = 0.5,
                        SearchHours = new Uniform(0, 0.5),
                        Lanes = 1,
                    },
                ]
            ),
            TaskForces = RandomScenarios.Named(["all"], [new TaskForce { Home = "p0", Teams = RandomScenarios.Named(["team"], [9]) }]),
            Checkpoints = RandomScenarios.Named(
                ["p2", "p3", "p5", "p6"],
                Enumerable.Range(0, 4).Select(i => new Checkpoint { Traffic = new FlowLooks(10 * i) })
            ),
            Deployments = RandomScenarios.Named(
                ["posted"],
                [
                    new Deployment
                    {
                        Post = RandomScenarios.Named(
                            ["p2", "p3", "p5", "p6"],
                            Enumerable
                                .Range(0, 4)
                                .Select(i => new Posting
                                {
                                    TaskForce = "all",
                                    Team = "team",
                                    Count = 1 + (i % 2),
                                })
                        ),
                    },
                ]
            ),
            Experiment = new ExperimentPlan { Seed = seed },
        };

    // Of two flows, or checkpoints of one place, or corridors along the same places, that are the same in everything,
    // nobody can say which of two lucks is whose. Corridors differ in one flow alone: of those that the others take
    // equally this one has to say which comes first.
    internal static Scenario ToldApart(Scenario any) =>
        any with
        {
            Flows = new OrderedDictionary<string, Flow>(
                any.Flows.Select(
                    (f, i) =>
                        KeyValuePair.Create(
                            f.Key,
                            f.Value with
                            {
                                Rate = f.Value.Rate!.Value with { PerHour = f.Value.Rate.Value.PerHour * (1 + (0.001 * i)) },
                                Routes = i == 0 ? ToldApart(f.Value.Routes) : f.Value.Routes,
                            }
                        )
                )
            ),
            Checkpoints = new OrderedDictionary<string, Checkpoint>(
                any.Checkpoints.Select(
                    (c, i) =>
                        KeyValuePair.Create(
                            c.Key,
                            c.Value with
                            {
                                Traffic = new FlowLooks((c.Value.Traffic?.PerHour ?? 0.01) * (1 + (0.001 * i))),
                            }
                        )
                )
            ),
        };

    private static Routes ToldApart(Routes routes) =>
        routes with
        {
            Shares = new OrderedDictionary<string, double>(
                routes.Shares.Select((s, i) => KeyValuePair.Create(s.Key, s.Value * (1 + (0.001 * i))))
            ),
        };

    private static void Compare(Scenario any, Arm[] arms)
    {
        Scenario scenario = ToldApart(any);
        RouteMap map = RouteMap.Build(scenario);
        if (scenario.Flows.Keys.Any(flow => map.SharesOf(flow).Count == 0))
        {
            return;
        }

        var again = new Renaming(scenario, (int)scenario.Experiment.Seed);
        CompiledScenario one = CompiledScenario.Compile(scenario);
        CompiledScenario other = CompiledScenario.Compile(again.Result);
        foreach (Arm arm in arms)
        {
            ReplicationRecord expected = SmallWorlds.Run(one, arm, 1);
            ReplicationRecord found = SmallWorlds.Run(other, again.Of(arm), 1);
            Assert.That(found.Totals, Is.EqualTo(expected.Totals), $"{arm}");
            foreach (
                Dimension dimension in Enum.GetValues<Dimension>()
                    .Where(d => d != Dimension.Corridor || scenario.Corridors.Generate is null)
            )
            {
                foreach ((int index, string entry) in one.EntryNames(dimension).Index())
                {
                    Assert.That(
                        found.By(dimension)[other.NumberOf(dimension, again.Of(dimension, entry))],
                        Is.EqualTo(expected.By(dimension)[index]),
                        $"{arm}, {dimension} {entry}"
                    );
                }
            }
        }
    }
}
