using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>What is written on a map: checkpoints first, in the order given as long as each finds a spot; then other
/// places, then the names of states where there is room.</summary>
internal static class MapLabels
{
    private const double WidestLabel = 240;

    // One that finds no spot comes first in the next try.
    private const int MostTries = 6;

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
        Circle[] order = [.. circles];
        (Mark[] Marks, Circle[] Unnamed) best = Arranged(order, places, legs, projection, box);
        Circle[] unnamed = best.Unnamed;
        for (int tries = 1; tries < MostTries && unnamed.Length > 0; tries++)
        {
            order = [.. unnamed, .. order.Except(unnamed)];
            (Mark[] Marks, Circle[] Unnamed) next = Arranged(order, places, legs, projection, box);
            unnamed = next.Unnamed;
            best = unnamed.Length < best.Unnamed.Length ? next : best;
        }

        return best.Marks;
    }

    private static (Mark[] Marks, Circle[] Unnamed) Arranged(
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
        var unnamed = new List<Circle>();
        foreach (MapPlace end in others.Where(p => p.IsEnd))
        {
            labels.Add(placement.Close(TextOf(end), projection.Place(end.At).X, projection.Place(end.At).Y, 3));
        }

        foreach (Circle circle in circles)
        {
            (double x, double y) = projection.Place(circle.At);
            string words = Lettering.Shorten(circle.Label, " " + circle.Words, t => Lettering.Width(t, 13, Weight.Semibold) <= WidestLabel);
            var text = new Mark.Text(words, x, y, 13, Palette.Ink, Weight.Semibold) { Halo = true };
            IReadOnlyList<Mark> near = placement.Near(text, x, y, circle.Radius);
            labels.AddRange(near);
            if (near.Count == 0)
            {
                unnamed.Add(circle);
            }
        }

        foreach (MapPlace place in others.Where(p => !p.IsEnd).OrderByDescending(p => p.IsCheckpoint))
        {
            (double x, double y) = projection.Place(place.At);
            labels.Add(place.IsCheckpoint ? placement.Close(TextOf(place), x, y, 3) : placement.Beside(TextOf(place), x, y, 3));
        }

        return ([.. labels.OfType<Mark>(), .. MapGround.Names(projection, placement)], [.. unnamed]);
    }

    private static Mark.Text TextOf(MapPlace place) =>
        new(Lettering.Shorten(place.Label, WidestLabel, 12), 0, 0, 12, Palette.Charcoal) { Halo = true };
}
