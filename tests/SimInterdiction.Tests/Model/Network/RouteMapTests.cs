using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Model.Network;

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
        AssertShares(Shares("{ paths: 3, within: 120% }", "{ to: [a] }"), ("o__a__1", 1 / (1 + second)), ("o__a__2", second / (1 + second)));
        AssertShares(Shares("{ paths: 3, within: 119% }", "{ to: [a] }"), ("o__a__1", 1));
        AssertShares(Shares("{ paths: 1 }", "{ to: [a] }"), ("o__a__1", 1));
    }

    [Test]
    public void More_paths_to_an_end_draw_no_more_to_it()
    {
        // a and b are as far; a is four times as attractive however many paths lead there.
        double second = Math.Exp(-15 / 75.0);
        AssertShares(
            Shares("{ paths: 2 }", "{ to: [a, b] }"), ("o__a__1", 0.8 / (1 + second)), ("o__a__2", 0.8 * second / (1 + second)), ("o__b__1", 0.2));
    }

    [Test]
    public void Corridors_below_the_limit_are_dropped_once_and_the_rest_share_the_flow()
    {
        // Shares .697, .174, .128.
        AssertShares(Shares("{ paths: 1, drop_below: 15% }", "{ to: ports }"), ("o__a__1", 0.8), ("o__b__1", 0.2));
        Assert.That(Shares("{ paths: 1, drop_below: 12% }", "{ to: ports }"), Has.Length.EqualTo(3));
    }

    [Test]
    public void Shares_by_hand_are_as_given()
    {
        RouteMap map = Map("{ near: { path: [o, a] }, far: { path: [o, c] } }", "{ near: 70%, far: 30% }");
        Assert.That(map.SharesOf("guns").Select(s => (map.Corridors[s.Corridor].Name, Math.Round(s.Share, 9))), Is.EqualTo([("near", 0.7), ("far", 0.3)]));
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

    private static void AssertShares((string Name, double Share)[] shares, params (string Name, double Share)[] expected)
    {
        Assert.That(shares.Select(s => s.Name), Is.EquivalentTo(expected.Select(e => e.Name)));
        Assert.That(shares.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => s.Share), Is.EqualTo(expected.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => e.Share)).Within(1e-12));
    }

    private static (string Name, double Share)[] Shares(string generate, string routes)
    {
        RouteMap map = Map($"{{ generate: {generate} }}", routes);
        return [.. map.SharesOf("guns").Select(s => (map.Corridors[s.Corridor].Name, s.Share))];
    }

    private static RouteMap Map(string corridors, string routes)
    {
        ScenarioReading reading = ScenarioReader.ReadText($$"""
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
            """);
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        return RouteMap.Build(reading.Scenario!);
    }
}
