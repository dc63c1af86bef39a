using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>What is written on a map: checkpoints and the ends of corridors; then other places, then the names of
/// states where there is room.</summary>
/// <param name="circles">All of the map.</param>
/// <param name="strokes">Its roads.</param>
/// <param name="projection">Where things lie.</param>
/// <param name="box">Labels stay in it.</param>
/// <param name="insets">Of the map, and the lines to them.</param>
/// <param name="isNamed">Whether what lies at a point is named here; else it is elsewhere.</param>
internal sealed class MapLabels(
    IReadOnlyList<MapCircle> circles,
    IReadOnlyList<MapStroke> strokes,
    Projection projection,
    Box box,
    IReadOnlyList<MapInset> insets,
    Func<GeoPoint, bool> isNamed
)
{
    private readonly (Box Reach, MapStroke Stroke)[] roads =
    [
        .. strokes.Select(s => (Box.Around(projection.Place(s.From), projection.Place(s.To)), s)).Where(s => s.Item1.Overlaps(box)),
    ];

    /// <summary>The name of a checkpoint with what is said of it, at its circle.</summary>
    public static Mark.Text TextOf(MapCircle circle) => NameOf(circle) with { Words = $"{circle.Spot.Label} {circle.Spot.Words}" };

    /// <summary>Labels and the lines to them.</summary>
    /// <param name="places">Named where there is room.</param>
    public IEnumerable<Mark> Of(IReadOnlyList<MapPlace> places)
    {
        var placement = new LabelPlacement(box.Shrunk(3));
        foreach ((_, MapStroke stroke) in roads)
        {
            placement.ReserveLine(projection.Place(stroke.From), projection.Place(stroke.To), stroke.Width);
        }

        foreach (MapInset inset in insets)
        {
            placement.Cover(inset.Box.Grown(2));
            placement.Reserve(inset.Frame);
            placement.ReserveLine(inset.Leader.From, inset.Leader.To);
        }

        foreach (MapCircle circle in circles)
        {
            placement.ReserveDot(circle.X, circle.Y, circle.Radius);
        }

        HashSet<GeoPoint> marked = [.. circles.Select(c => c.Spot.At)];
        MapPlace[] others = [.. places.Where(p => isNamed(p.At) && !marked.Contains(p.At))];
        IEnumerable<NamedDot> checkpoints = circles
            .Where(c => isNamed(c.Spot.At))
            .Select(c => new NamedDot(NameOf(c), c.X, c.Y, c.Radius, $" {c.Spot.Words}"));
        IEnumerable<NamedDot> ends = others
            .Where(p => p.IsEnd)
            .Select(p => (Place: p, At: projection.Place(p.At)))
            .Select(p => new NamedDot(NameOf(p.Place), p.At.X, p.At.Y, 3));
        var labels = new List<Mark?>(placement.Near([.. checkpoints, .. ends]).SelectMany(marks => marks));
        foreach (MapPlace place in others.Where(p => !p.IsEnd).OrderByDescending(p => p.IsCheckpoint))
        {
            (double x, double y) = projection.Place(place.At);
            labels.Add(place.IsCheckpoint ? placement.Close(NameOf(place), x, y, 3) : placement.Beside(NameOf(place), x, y, 3));
        }

        return [.. labels.OfType<Mark>(), .. MapGround.Names(projection, placement)];
    }

    private static Mark.Text NameOf(MapCircle circle) =>
        new(circle.Spot.Label, circle.X, circle.Y, 13, Palette.Ink, Weight.Semibold) { Halo = true };

    private static Mark.Text NameOf(MapPlace place) => new(place.Label, 0, 0, 12, Palette.Charcoal) { Halo = true };
}
