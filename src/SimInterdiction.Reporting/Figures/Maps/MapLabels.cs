using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>What is written on a map: checkpoints first, in the order given as long as each finds a spot; then other
/// places, then the names of states where there is room.</summary>
internal static class MapLabels
{
    // What is hardest to find comes first in the next try.
    private const int MostTries = 24;

    public static IEnumerable<Mark> Of(
        IReadOnlyList<MapCircle> circles,
        IReadOnlyList<MapPlace> places,
        IReadOnlyList<MapLeg> legs,
        Projection projection,
        Box box
    )
    {
        var order = circles.ToList();
        Arrangement best = Arranged(order, places, legs, projection, box);
        Arrangement last = best;
        for (int tries = 1; tries < MostTries && HardestBehind(order.FirstOrDefault(), last) is { } hardest; tries++)
        {
            order.Remove(hardest);
            order.Insert(0, hardest);
            last = Arranged(order, places, legs, projection, box);
            best = last.Cost < best.Cost ? last : best;
        }

        return best.Marks;
    }

    private static Arrangement Arranged(
        IReadOnlyList<MapCircle> circles,
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

        foreach (MapCircle circle in circles)
        {
            placement.ReserveDot(circle.X, circle.Y, circle.Radius);
        }

        // Ends of corridors first: checkpoints can be named a little away, with a line to the name.
        HashSet<GeoPoint> named = [.. circles.Select(c => c.At)];
        MapPlace[] others = [.. places.Where(p => !named.Contains(p.At))];
        var labels = new List<Mark?>();
        var costs = new Dictionary<MapCircle, double>();
        foreach (MapPlace end in others.Where(p => p.IsEnd))
        {
            labels.Add(placement.Close(TextOf(end), projection.Place(end.At).X, projection.Place(end.At).Y, 3));
        }

        foreach (MapCircle circle in circles)
        {
            var text = new Mark.Text(circle.Label, circle.X, circle.Y, 13, Palette.Ink, Weight.Semibold) { Halo = true };
            (IReadOnlyList<Mark> near, double cost) = placement.Near(text, circle.X, circle.Y, circle.Radius, $" {circle.Words}");
            labels.AddRange(near);
            costs[circle] = cost;
        }

        foreach (MapPlace place in others.Where(p => !p.IsEnd).OrderByDescending(p => p.IsCheckpoint))
        {
            (double x, double y) = projection.Place(place.At);
            labels.Add(place.IsCheckpoint ? placement.Close(TextOf(place), x, y, 3) : placement.Beside(TextOf(place), x, y, 3));
        }

        return new Arrangement([.. labels.OfType<Mark>(), .. MapGround.Names(projection, placement)], costs);
    }

    private static Mark.Text TextOf(MapPlace place) => new(place.Label, 0, 0, 12, Palette.Charcoal) { Halo = true };

    // The first in the order had the choice of all spots already.
    private static MapCircle? HardestBehind(MapCircle first, Arrangement arrangement) =>
        arrangement
            .Costs.Where(each => each.Value > 0 && each.Key != first)
            .OrderByDescending(each => each.Value)
            .Select(each => (MapCircle?)each.Key)
            .FirstOrDefault();

    /// <param name="Marks">What is drawn.</param>
    /// <param name="Costs">How hard the label of each circle is to find.</param>
    private sealed record Arrangement(IReadOnlyList<Mark> Marks, IReadOnlyDictionary<MapCircle, double> Costs)
    {
        public double Cost { get; } = Costs.Values.Sum();
    }
}
