using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Model.World;

public sealed class RouteMapTests
{
    private const double E = Math.E;

    [Test]
    public void An_end_draws_by_its_attraction_and_its_distance()
    {
        // Attractions 4, 1, 2 at 75, 75, 150 miles, decay 75 miles: 4/e, 1/e, 2/e^2.
        (string, double)[] shares = Shares("{ paths: 1 }", "{ to: ports }");
        double sum = (5 / E) + (2 / (E * E));
        AssertShares(shares, ("o__a__1", 4 / E / sum), ("o__b__1", 1 / E / sum), ("o__c__1", 2 / (E * E) / sum));
    }

    [Test]
    public void The_exponent_bends_attraction_and_the_decay_stretches_distance()
    {
        (string, double)[] shares = Shares("{ paths: 1 }", "{ to: ports, exponent: 0.5, decay: 150 mi }");
        double sum = (3 / Math.Sqrt(E)) + (Math.Sqrt(2) / E);
        AssertShares(shares, ("o__a__1", 2 / Math.Sqrt(E) / sum), ("o__b__1", 1 / Math.Sqrt(E) / sum), ("o__c__1", Math.Sqrt(2) / E / sum));
    }

    [Test]
    public void Paths_to_one_end_share_it_by_their_length_and_long_ones_are_left_out()
    {
        // To a: 75 miles, or 90 by way of x.
        double second = Math.Exp(-15 / 75.0);
        AssertShares(Shares("{ paths: 3 }", "{ to: [a] }"), ("o__a__1", 1 / (1 + second)), ("o__a__2", second / (1 + second)));
        AssertShares(
            Shares("{ paths: 3, within: 120% }", "{ to: [a] }"),
            ("o__a__1", 1 / (1 + second)),
            ("o__a__2", second / (1 + second))
        );
        AssertShares(Shares("{ paths: 3, within: 119% }", "{ to: [a] }"), ("o__a__1", 1));
        AssertShares(Shares("{ paths: 1 }", "{ to: [a] }"), ("o__a__1", 1));
    }

    [Test]
    public void More_paths_to_an_end_draw_no_more_to_it()
    {
        // a and b are as far; a is four times as attractive however many paths lead there.
        double second = Math.Exp(-15 / 75.0);
        AssertShares(
            Shares("{ paths: 2 }", "{ to: [a, b] }"),
            ("o__a__1", 0.8 / (1 + second)),
            ("o__a__2", 0.8 * second / (1 + second)),
            ("o__b__1", 0.2)
        );
    }

    [Test]
    public void Corridors_below_the_limit_are_dropped_once_and_the_rest_share_the_flow()
    {
        // Shares .697, .174, .128.
        AssertShares(Shares("{ paths: 1, drop_below: 15% }", "{ to: ports }"), ("o__a__1", 0.8), ("o__b__1", 0.2));
        Assert.That(Shares("{ paths: 1, drop_below: 12% }", "{ to: ports }"), Has.Length.EqualTo(3));
    }

    [TestCase("0.001 mi")]
    [TestCase("1e-9 mi")]
    public void A_decay_far_shorter_than_every_way_sends_all_to_the_nearest_end(string decay)
    {
        // b and a are 75 miles away, c 150; a draws four times as much as b.
        AssertShares(Shares("{ paths: 1 }", $"{{ to: ports, decay: {decay} }}"), ("o__a__1", 0.8), ("o__b__1", 0.2));
        AssertShares(Shares("{ paths: 1 }", $"{{ to: [c, b], decay: {decay} }}"), ("o__b__1", 1));
        AssertShares(Shares("{ paths: 1 }", $"{{ to: [b, c], decay: {decay} }}"), ("o__b__1", 1));
    }

    [Test]
    public void A_high_power_of_the_attraction_sends_all_to_the_strongest_end()
    {
        AssertShares(Shares("{ paths: 1 }", "{ to: ports, exponent: 5000 }"), ("o__a__1", 1));

        // Without any power, attraction doesn't matter: 1/e, 1/e, 1/e^2.
        AssertShares(
            Shares("{ paths: 1 }", "{ to: ports, exponent: 0 }"),
            ("o__a__1", E / ((2 * E) + 1)),
            ("o__b__1", E / ((2 * E) + 1)),
            ("o__c__1", 1 / ((2 * E) + 1))
        );
    }

    [Test]
    public void Ways_as_long_but_for_rounding_are_within_the_same_and_share_alike(
        [Values(1, 10, 0.001)] double scale,
        [Values("mi", "km")] string unit
    )
    {
        // 0.1 + 0.2 against 0.3: half and half, however fast shares fall with distance, and whatever the places are
        // called.
        foreach (string[] names in new[] { new[] { "depot", "mid", "port" }, ["z", "a", "m"] })
        {
            string text = FormattableString.Invariant(
                $$"""
                places: { {{names[0]}}: { at: [29.42, -98.49] }, {{names[1]}}: { at: [28.5, -98.9] }, {{names[
                    2
                ]}}: { at: [27.50, -99.51], kind: port } }
                roads:
                  direct: { between: [{{names[0]}}, {{names[2]}}], length: {{0.3m * (decimal)scale}} {{unit}} }
                  first: { between: [{{names[0]}}, {{names[1]}}], length: {{0.1m * (decimal)scale}} {{unit}} }
                  second: { between: [{{names[1]}}, {{names[2]}}], length: {{0.2m * (decimal)scale}} {{unit}} }
                corridors: { generate: { paths: 5, within: 100%, drop_below: 50% } }
                flows: { guns: { from: {{names[0]}}, rate: 1 shipment per day, routes: { to: ports, decay: 1e-12 mi } } }
                deployments: { nobody: {} }
                """
            );
            ScenarioReading reading = ScenarioReader.ReadText(text);
            Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
            Assert.That(RouteMap.Build(reading.Scenario!).SharesOf("guns").Select(s => s.Share), Is.EqualTo(new[] { 0.5, 0.5 }));
        }
    }

    [Test]
    public void A_generated_corridor_is_another_one_than_one_by_hand_of_its_name()
    {
        RouteMap map = Map("{ generate: { paths: 1 }, o__a__1: { path: [o, c] } }", "{ to: [a] }");
        Assert.That(map.SharesOf("guns").Select(s => string.Join(' ', map.Corridors[s.Corridor].Places)), Is.EqualTo(new[] { "o a" }));
        Assert.That(map.Corridors.Select(c => c.Name), Is.Unique);
    }

    [Test]
    public void Shares_by_hand_are_as_given()
    {
        RouteMap map = Map("{ near: { path: [o, a] }, far: { path: [o, c] } }", "{ near: 70%, far: 30% }");
        Assert.That(
            map.SharesOf("guns").Select(s => (map.Corridors[s.Corridor].Name, Math.Round(s.Share, 9))),
            Is.EqualTo([("near", 0.7), ("far", 0.3)])
        );
        Assert.That(map.Corridors[0].Miles, Is.EqualTo(75));
        Assert.That(map.OriginOf("guns"), Is.EqualTo("o"));
    }

    [Test]
    public void A_corridor_through_places_that_no_road_joins_goes_along_great_circles()
    {
        RouteMap map = Map("{ wild: { path: [o, a, b] } }", "{ wild: 100% }");
        Assert.That(map.Corridors[0].LegMiles[0], Is.EqualTo(75));
        Assert.That(map.Corridors[0].LegMiles[1], Is.EqualTo(2 * Math.PI * 3958.7613 / 360 * 1.13).Within(1e-9));
    }

    // One flow takes more of one corridor, another as much more of the other, and the third as much of both: which of
    // the two comes first in it is told by who the others are, and by nothing else.
    [Test]
    public void Corridors_along_the_same_places_are_told_apart_by_who_takes_them()
    {
        Assert.That(FirstOf("even", "x", "y") == "x", Is.EqualTo(FirstOf("even", "y", "x") == "y"));

        static string FirstOf(string flow, string one, string other)
        {
            ScenarioReading reading = ScenarioReader.ReadText(
                $$"""
                places: { o: { at: [30, -100] }, a: { at: [29, -100], kind: port } }
                corridors: { x: { path: [o, a] }, y: { path: [o, a] } }
                flows:
                  slow: { rate: 1 shipments per day, routes: { {{one}}: 60%, {{other}}: 40% } }
                  fast: { rate: 2 shipments per day, routes: { {{one}}: 40%, {{other}}: 60% } }
                  even: { rate: 3 shipments per day, routes: { x: 50%, y: 50% } }
                deployments: { nobody: {} }
                """
            );
            Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
            var map = RouteMap.Build(reading.Scenario!);
            return map.Corridors[map.SharesOf(flow)[0].Corridor].Name;
        }
    }

    private static void AssertShares((string Name, double Share)[] shares, params (string Name, double Share)[] expected)
    {
        Assert.That(shares.Select(s => s.Name), Is.EquivalentTo(expected.Select(e => e.Name)));
        Assert.That(
            shares.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => s.Share),
            Is.EqualTo(expected.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => e.Share)).Within(1e-12)
        );
    }

    private static (string Name, double Share)[] Shares(string generate, string routes)
    {
        RouteMap map = Map($"{{ generate: {generate} }}", routes);
        return [.. map.SharesOf("guns").Select(s => (map.Corridors[s.Corridor].Name, s.Share))];
    }

    private static RouteMap Map(string corridors, string routes)
    {
        ScenarioReading reading = ScenarioReader.ReadText(
            $$"""
            places:
              o: { at: [30, -100] }
              x: { at: [29.5, -100] }
              a: { at: [28, -99], kind: port, attraction: 4 }
              b: { at: [29, -99], kind: port, attraction: 1 }
              c: { at: [27, -99], kind: port, attraction: 2 }
            roads:
              road1: { between: [o, a], length: 75 mi }
              road2: { between: [o, b], length: 75 mi }
              road3: { between: [o, c], length: 150 mi }
              road4: { between: [o, x], length: 40 mi }
              road5: { between: [x, a], length: 50 mi }
            corridors: {{corridors}}
            flows: { guns: { from: o, rate: 1 shipment per day, routes: {{routes}} } }
            deployments: { nobody: {} }
            """
        );
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        return RouteMap.Build(reading.Scenario!);
    }
}
