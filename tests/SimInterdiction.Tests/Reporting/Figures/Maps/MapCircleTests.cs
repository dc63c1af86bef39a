using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures.Maps;

namespace SimInterdiction.Tests.Reporting.Figures.Maps;

public sealed class MapCircleTests
{
    private static readonly Box Map = new(0, 0, 400, 300);

    [Test]
    public void Circles_apart_stay_where_they_are()
    {
        MapCircle[] apart = [At(100, 100, 20), At(150, 100, 20), At(100, 180, 5)];
        Assert.That(MapCircle.Spread(apart, Map), Is.EqualTo(apart));
    }

    [TestCase(20.0, 20.0)]
    [TestCase(20.0, 3.0)]
    [TestCase(3.0, 19.0)]
    public void Of_two_on_one_spot_most_of_each_is_seen(double one, double other)
    {
        MapCircle[] spread = MapCircle.Spread([At(200, 150, one), At(200, 150, other)], Map);
        AssertSeen(spread);
        Assert.That(spread.Select(c => Math.Abs(c.X - 200)), Has.All.LessThan(one + other), "they stay near");
        Assert.That(
            Math.Abs(spread[0].X - 200) < Math.Abs(spread[1].X - 200),
            Is.EqualTo(one > other),
            "the larger moves less, equals alike or the second more"
        );
    }

    [Test]
    public void Many_in_a_corner_are_all_seen_and_stay_on_the_map()
    {
        MapCircle[] spread = MapCircle.Spread(Enumerable.Range(0, 9).Select(i => At(390 + (i * 0.3), 295 - (i * 0.7), 4 + (2 * i))), Map);
        AssertSeen(spread);
        Assert.That(spread.Select(c => Map.Contains(c.Covers)), Has.All.True);
    }

    private static void AssertSeen(MapCircle[] circles)
    {
        foreach ((int i, MapCircle circle) in circles.Index())
        {
            foreach (MapCircle other in circles.Take(i))
            {
                double apart = Math.Sqrt(Math.Pow(circle.X - other.X, 2) + Math.Pow(circle.Y - other.Y, 2));
                double smaller = Math.Min(circle.Radius, other.Radius);

                // How much of the smaller one's diameter lies outside of the larger one.
                double seen = apart + smaller - Math.Max(circle.Radius, other.Radius);
                Assert.That(seen / (2 * smaller), Is.GreaterThan(0.65), $"{i}");
            }
        }
    }

    private static MapCircle At(double x, double y, double radius) => new(new MapSpot("A", "1", default, radius), x, y);
}
