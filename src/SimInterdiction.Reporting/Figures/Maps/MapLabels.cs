using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>What is written on a map: checkpoints first, in the order given; then other places, then the names of
/// states where there is room.</summary>
internal static class MapLabels
{
    private const double WidestLabel = 240;

    /// <summary>A checkpoint, its label with what is said of it, and the radius of its circle.</summary>
    internal readonly record struct Circle(string Label, string Words, GeoPoint At, double Radius);

    public static IEnumerable<Mark> Of(
        IReadOnlyList<Circle> circles,
        IReadOnlyList<MapPlace> places,
        IReadOnlyList<MapLeg> legs,
        Projection projection,
        Box box
    )
    {
        var placement = new LabelPlacement(box.Shrunk(3));
        foreach (MapLeg leg in legs)
        {
            placement.ReserveLine(projection.Place(leg.From), projection.Place(leg.To));
        }

        foreach (Circle circle in circles)
        {
            (double x, double y) = projection.Place(circle.At);
            double inner = circle.Radius * 0.8;
            placement.Reserve(new Box(x - inner, y - inner, x + inner, y + inner));
        }

        // Ends of corridors first: checkpoints can be named a little away, with a line to the name.
        HashSet<GeoPoint> named = [.. circles.Select(c => c.At)];
        MapPlace[] others = [.. places.Where(p => !named.Contains(p.At))];
        var labels = new List<Mark?>();
        foreach (MapPlace end in others.Where(p => p.IsEnd))
        {
            labels.Add(placement.Close(TextOf(end), projection.Place(end.At).X, projection.Place(end.At).Y, 3));
        }

        foreach (Circle circle in circles)
        {
            (double x, double y) = projection.Place(circle.At);
            string words = Lettering.Shorten(circle.Label, " " + circle.Words, t => Lettering.Width(t, 13, Weight.Semibold) <= WidestLabel);
            var text = new Mark.Text(words, x, y, 13, Palette.Ink, Weight.Semibold) { Halo = true };
            labels.AddRange(placement.Near(text, x, y, circle.Radius));
        }

        foreach (MapPlace place in others.Where(p => !p.IsEnd))
        {
            labels.Add(placement.Beside(TextOf(place), projection.Place(place.At).X, projection.Place(place.At).Y, 3));
        }

        return labels.OfType<Mark>().Concat(MapGround.Names(projection, placement));
    }

    private static Mark.Text TextOf(MapPlace place) =>
        new(Lettering.Shorten(place.Label, WidestLabel, 12), 0, 0, 12, Palette.Charcoal) { Halo = true };
}
