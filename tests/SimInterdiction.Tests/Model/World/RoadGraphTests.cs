using CsCheck;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Model.World;

public sealed class RoadGraphTests
{
    private static readonly string[] Names = ["f", "b", "e", "a", "d", "c"];

    [Test]
    public void The_shortest_paths_are_those_of_listing_all_of_them()
    {
        // Whole lengths from 0: many paths are equally long, then where they lead decides, the more northern place
        // first. Two roads may join the same places, and some places end a path.
        var road = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 4]).Where(r => r.Item1 != r.Item2);
        Gen.Select(road.Array[1, 14], Gen.Int[0, 4].Array[6], Gen.Int[1, 8])
            .SampleRepeatably(
                sample =>
                {
                    ((int, int, int)[] roads, int[] kinds, int k) = sample;
                    bool[] passes = [.. kinds.Select(kind => kind > 0)];
                    RoadGraph graph = Graph(roads.Select(r => (r.Item1, r.Item2, (double)r.Item3)), passes);
                    string[] expected =
                    [
                        .. AllPaths(roads.Select(r => (r.Item1, r.Item2, (double)r.Item3)).ToArray(), passes, [0], 5)
                            .OrderBy(p => p.Miles)
                            .ThenBy(p => string.Concat(p.Places), StringComparer.Ordinal)
                            .Take(k)
                            .Select(p => $"{Spell(p.Places)} {p.Miles}"),
                    ];
                    Assert.That(graph.ShortestPaths(0, 5, k).Select(p => $"{Spell(p.Places)} {p.Miles}"), Is.EqualTo(expected));
                },
                iter: 5000,
                seed: 5
            );
    }

    [Test]
    public void No_path_comes_twice_whatever_the_lengths()
    {
        var road = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[1, 9]).Where(r => r.Item1 != r.Item2);
        road.Array[5, 14]
            .SampleRepeatably(
                roads =>
                {
                    // Tenths: sums in different orders differ in the last digit.
                    (int, int, double)[] tenths = [.. roads.Select(r => (r.Item1, r.Item2, r.Item3 * 0.1))];
                    bool[] passes = [true, true, true, true, true, true];
                    string[] found = [.. Graph(tenths, passes).ShortestPaths(0, 5, 1000).Select(p => Spell(p.Places))];
                    Assert.That(found, Is.Unique);
                    Assert.That(found, Is.EquivalentTo(AllPaths(tenths, passes, [0], 5).Select(p => Spell(p.Places))));
                },
                iter: 2000,
                seed: 6
            );
    }

    [Test]
    public void A_port_ends_a_path_unless_it_lets_corridors_through()
    {
        Assert.That(new Place { At = default, Kind = PlaceKind.Port }.LetsCorridorsPass, Is.False);
        Assert.That(
            new Place
            {
                At = default,
                Kind = PlaceKind.Port,
                Through = true,
            }.LetsCorridorsPass,
            Is.True
        );
        Assert.That(new Place { At = default, Through = false }.LetsCorridorsPass, Is.False);

        // f-b-e by way of b (2 miles), or direct (9 miles).
        (int, int, double)[] roads = [(0, 1, 1), (1, 2, 1), (0, 2, 9)];
        Assert.That(
            Graph(roads, [true, false, true, true, true, true]).ShortestPaths(0, 2, 5).Select(p => Spell(p.Places)),
            Is.EqualTo(["fe"])
        );
        Assert.That(
            Graph(roads, [true, true, true, true, true, true]).ShortestPaths(0, 2, 5).Select(p => Spell(p.Places)),
            Is.EqualTo(["fbe", "fe"])
        );

        // Where a path begins and ends does not matter.
        Assert.That(Graph(roads, [false, true, false, true, true, true]).ShortestPaths(0, 2, 5), Has.Count.EqualTo(2));
    }

    [Test]
    public void A_road_without_a_length_is_a_great_circle_times_the_circuity()
    {
        var places = RandomScenarios.Named(
            ["a", "b"],
            [new Place { At = new GeoPoint(30, -100) }, new Place { At = new GeoPoint(31, -100) }]
        );
        Assert.That(
            RoadGraph.LengthOf(new Road { Between = ["a", "b"] }, places),
            Is.EqualTo(2 * Math.PI * 3958.7613 / 360 * 1.13).Within(1e-9)
        );
        Assert.That(RoadGraph.LengthOf(new Road { Between = ["a", "b"], LengthMiles = 0 }, places), Is.Zero);
    }

    private static RoadGraph Graph(IEnumerable<(int A, int B, double Miles)> roads, bool[] passes)
    {
        Road[] all = [.. roads.Select(r => new Road { Between = [Names[r.A], Names[r.B]], LengthMiles = r.Miles })];
        var scenario = new Scenario
        {
            Places = RandomScenarios.Named(Names, passes.Select((p, i) => new Place { At = new GeoPoint(40 - i, -100), Through = p })),
            Roads = RandomScenarios.Named(RandomScenarios.Names("road", all.Length), all),
            Corridors = new CorridorPlan(),
            Flows = RandomScenarios.Named<Flow>([], []),
            Deployments = RandomScenarios.Named<Deployment>([], []),
        };
        return new RoadGraph(scenario, new PlaceOrder(scenario));
    }

    private static IEnumerable<(int[] Places, double Miles)> AllPaths(
        (int A, int B, double Miles)[] roads,
        bool[] passes,
        int[] soFar,
        int to
    )
    {
        int here = soFar[^1];
        if (here == to)
        {
            return
            [
                (
                    soFar,
                    soFar
                        .Zip(soFar.Skip(1), (a, b) => roads.Where(r => (r.A, r.B) == (a, b) || (r.B, r.A) == (a, b)).Min(r => r.Miles))
                        .Sum()
                ),
            ];
        }

        if (soFar.Length > 1 && !passes[here])
        {
            return [];
        }

        return roads
            .Where(r => r.A == here || r.B == here)
            .Select(r => r.A == here ? r.B : r.A)
            .Distinct()
            .Where(next => !soFar.Contains(next))
            .SelectMany(next => AllPaths(roads, passes, [.. soFar, next], to));
    }

    private static string Spell(IEnumerable<int> places) => string.Concat(places.Select(p => Names[p]));
}
