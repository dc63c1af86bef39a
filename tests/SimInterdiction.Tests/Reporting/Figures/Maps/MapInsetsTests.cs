using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Geography;
using SkiaSharp;

namespace SimInterdiction.Tests.Reporting.Figures.Maps;

public sealed class MapInsetsTests
{
    private static readonly Box Map = new(0, 0, 640, 420);

    // A road along the north, from corner to corner, and two ports five miles from each other in the south.
    private static readonly GeoPoint West = new(32, -106);
    private static readonly GeoPoint East = new(32, -97);
    private static readonly MapSpot One = new("Hidalgo bridge", "34", new GeoPoint(27.50, -99.50), 12);
    private static readonly MapSpot Other = new("Pharr bridge", "21", new GeoPoint(27.56, -99.44), 9);
    private static readonly MapStroke Road = new(West, East, SKColors.Black, 4);

    [Test]
    public void Ports_on_one_another_are_drawn_apart_in_a_box_that_hides_nothing()
    {
        MapInset inset = Insets([One, Other], [Road]).Single();
        MapCircle[] circles = [.. new[] { One, Other }.Select(s => MapCircle.Of(s, inset.Projection))];
        Assert.Multiple(() =>
        {
            Assert.That(circles[0].Gap(circles[1]), Is.Positive, "told apart");
            Assert.That(circles.Select(c => inset.Box.Contains(c.Covers)), Has.All.True, "whole");
            Assert.That(Map.Contains(inset.Box));
            Assert.That(Hidden(inset, [One, Other], [Road]), Is.Empty);
        });
    }

    [Test]
    public void Ports_told_apart_on_the_map_need_none()
    {
        MapSpot far = Other with { At = new GeoPoint(27.5, -98) };
        Assert.That(Insets([One, far], [Road]), Is.Empty);
    }

    [Test]
    public void Ports_at_one_point_would_not_come_apart_at_any_scale()
    {
        Assert.That(Insets([One, Other with { At = One.At }], [Road]), Is.Empty);
    }

    // Three gates within a mile, and one six miles off that is told apart already, on a map as low as one of two above
    // each other.
    [Test]
    public void Gates_of_one_crossing_have_a_box_on_a_low_map_too()
    {
        var low = new Box(0, 0, 1_320, 198);
        GeoPoint[] ends = [new(32.716, -117.161), new(32.792, -115.563), new(32.693, -114.628), new(32.485, -114.782)];
        MapSpot[] gates =
        [
            new("San Ysidro west gate", "4", new GeoPoint(32.542, -117.036), 5),
            new("San Ysidro port", "17", new GeoPoint(32.543, -117.029), 12),
            new("San Ysidro east gate", "3", new GeoPoint(32.544, -117.025), 5),
            new("Otay Mesa cargo gate", "8", new GeoPoint(32.549, -116.935), 8),
        ];
        MapStroke[] roads =
        [
            .. ends.Zip(ends.Skip(1), (from, to) => new MapStroke(from, to, SKColors.Black, 8)),
            new(ends[0], gates[1].At, SKColors.Black, 8),
        ];
        var projection = new Projection([.. ends, .. gates.Select(g => g.At)], low);
        MapInset inset = MapInsets.Of(gates, roads, projection, low).Single();
        Assert.That(inset.Projection.UnitsPerDegree, Is.GreaterThan(2 * projection.UnitsPerDegree));
        Assert.That(inset.Points, Is.EquivalentTo(gates.Take(3).Select(g => g.At)));
    }

    [Test]
    public void Where_roads_are_everywhere_there_is_no_room()
    {
        MapStroke[] net =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i => new MapStroke(
                    West with
                    {
                        Latitude = 26 + (i * 0.15),
                    },
                    East with
                    {
                        Latitude = 26 + (i * 0.15),
                    },
                    SKColors.Black,
                    4
                )),
        ];
        Assert.That(Insets([One, Other], [Road, .. net]), Is.Empty);
    }

    [Test]
    public void Of_many_crowds_no_box_hides_another_nor_a_road_nor_a_circle()
    {
        MapSpot[] spots =
        [
            .. Enumerable
                .Range(0, 5)
                .SelectMany(i =>
                    new[]
                    {
                        new MapSpot($"Port {i}", "34", new GeoPoint(27.5, -105 + (1.9 * i)), 12),
                        new MapSpot($"Other port {i}", "3", new GeoPoint(27.56, -105.04 + (1.9 * i)), 7),
                    }
                ),
        ];
        IReadOnlyList<MapInset> insets = Insets(spots, [Road]);
        Assert.That(insets, Has.Count.EqualTo(3));
        foreach (MapInset inset in insets)
        {
            Assert.That(Hidden(inset, spots, [Road]), Is.Empty);
            Assert.That(insets.Where(i => i != inset && (i.Box.Overlaps(inset.Box) || i.Frame.Overlaps(inset.Box))), Is.Empty);
        }
    }

    [Test]
    public void Maps_of_the_same_size_have_the_same_insets_wherever_they_stand()
    {
        MapInset here = Insets([One, Other], [Road]).Single();
        Box beside = new(700, 100, 700 + Map.Width, 100 + Map.Height);
        MapInset there = MapInsets.Of([One, Other], [Road], new Projection([West, East, One.At], beside), beside).Single();
        Assert.That(there.Box.Left - here.Box.Left, Is.EqualTo(700).Within(1e-9));
        Assert.That(there.Box.Top - here.Box.Top, Is.EqualTo(100).Within(1e-9));
    }

    [Test]
    public void Each_checkpoint_is_named_once_in_the_box_if_it_has_one()
    {
        MapSpot alone = new("Presidio", "7", new GeoPoint(29.5, -104.4), 6);
        var content = new MapContent([], [Road], [One, Other, alone]);
        string[] names = [.. MapCanvas.Draw(content, [West, East, One.At], content.Spots, Map).OfType<Mark.Text>().Select(t => t.Words)];
        Assert.That(
            names.Where(n => n.EndsWith('1') || n.EndsWith('4') || n.EndsWith('7')),
            Is.EquivalentTo(new[] { "Hidalgo bridge 34", "Pharr bridge 21", "Presidio 7" })
        );
    }

    private static IReadOnlyList<MapInset> Insets(IReadOnlyList<MapSpot> spots, IReadOnlyList<MapStroke> roads) =>
        MapInsets.Of(spots, roads, Projected(), Map);

    private static Projection Projected() => new([West, East, One.At], Map);

    // Circles and points of roads that the box lies on.
    private static IEnumerable<object> Hidden(MapInset inset, IEnumerable<MapSpot> spots, IEnumerable<MapStroke> roads)
    {
        Projection projection = Projected();
        return
        [
            .. spots.Select(s => MapCircle.Of(s, projection)).Where(c => c.Covers.Overlaps(inset.Box)).Cast<object>(),
            .. roads
                .SelectMany(r => Enumerable.Range(0, 101).Select(i => projection.Place(Between(r.From, r.To, i / 100.0))))
                .Where(p => inset.Box.Contains(new Box(p.X, p.Y, p.X, p.Y)))
                .Cast<object>(),
        ];
    }

    private static GeoPoint Between(GeoPoint a, GeoPoint b, double share) =>
        new(a.Latitude + ((b.Latitude - a.Latitude) * share), a.Longitude + ((b.Longitude - a.Longitude) * share));
}
