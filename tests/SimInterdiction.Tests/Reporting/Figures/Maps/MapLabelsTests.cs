using SimInterdiction.Model;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Geography;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Reporting.Figures.Maps;

public sealed class MapLabelsTests
{
    private static readonly Scenario Border = ScenarioReader
        .ReadFile(Path.Combine(ShippedScenariosTests.Folder, "southbound.yaml"), new ReadingOptions())
        .Scenario!;

    // Otay Mesa lies behind San Diego and beside San Ysidro: taken last, it finds no spot.
    [TestCase(5)]
    [TestCase(10)]
    [TestCase(14)]
    public void Every_checkpoint_of_the_border_is_named_on_half_a_page(double radius)
    {
        var box = new Box(0, 0, 570, 395);
        var routes = RouteMap.Build(Border);
        IReadOnlyList<MapPlace> places = MapAnalysis.Places(Border, routes);
        var projection = new Projection([.. places.Select(p => p.At)], box);
        MapCircle[] circles = MapCircle.Spread(
            Border.Checkpoints.Keys.Select(name =>
                MapCircle.Of(
                    new MapSpot(
                        Border.LabelOfCheckpoint(name),
                        "40",
                        Border.Places[Border.PlaceOf(name)].At,
                        name.EndsWith("_port", StringComparison.Ordinal) ? 5 : radius
                    ),
                    projection
                )
            ),
            box
        );
        MapStroke[] strokes =
        [
            .. routes
                .Corridors.SelectMany(c => c.Places.Zip(c.Places.Skip(1)))
                .Distinct()
                .Select(leg => new MapStroke(Border.Places[leg.First].At, Border.Places[leg.Second].At, Palette.Charcoal, 3)),
        ];
        string[] written =
        [
            .. new MapLabels(circles, strokes, projection, box, [], _ => true).Of(places).OfType<Mark.Text>().Select(text => text.Words),
        ];
        Assert.That(circles.Select(c => c.Spot.Label + " 40").Where(words => !written.Contains(words)), Is.Empty);
    }
}
