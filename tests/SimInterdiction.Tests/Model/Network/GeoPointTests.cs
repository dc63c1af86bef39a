using SimInterdiction.Model.Network;

namespace SimInterdiction.Tests.Model.Network;

public sealed class GeoPointTests
{
    private static readonly GeoPoint Houston = new(29.760, -95.370);
    private static readonly GeoPoint Laredo = new(27.506, -99.507);
    private static readonly GeoPoint Phoenix = new(33.448, -112.074);
    private static readonly GeoPoint Tucson = new(32.222, -110.926);

    [Test]
    public void Miles_are_those_of_the_great_circle()
    {
        Assert.That(Houston.MilesTo(Laredo), Is.EqualTo(296).Within(1));
        Assert.That(Phoenix.MilesTo(Tucson), Is.EqualTo(108).Within(1));

        // A degree along a meridian or the equator, and half-way round: the mean radius is 3958.7613 miles.
        const double degree = 2 * Math.PI * 3958.7613 / 360;
        Assert.That(new GeoPoint(10, 20).MilesTo(new GeoPoint(11, 20)), Is.EqualTo(degree).Within(1e-9));
        Assert.That(new GeoPoint(0, 179.5).MilesTo(new GeoPoint(0, -179.5)), Is.EqualTo(degree).Within(1e-9));
        Assert.That(new GeoPoint(45, 0).MilesTo(new GeoPoint(-45, 180)), Is.EqualTo(180 * degree).Within(1e-6));
    }

    [Test]
    public void The_way_back_is_as_long_and_nowhere_is_no_way()
    {
        Assert.That(Laredo.MilesTo(Houston), Is.EqualTo(Houston.MilesTo(Laredo)).Within(1e-9));
        Assert.That(Laredo.MilesTo(Laredo), Is.Zero);
    }
}
