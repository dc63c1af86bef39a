using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>Finds where a map needs insets, and has room for them.</summary>
internal static class MapInsets
{
    // The most on one map, and by how much larger an inset is at least.
    private const int Most = 3;
    private const double LeastZoom = 2;

    // Circles nearer than this have no room for a name between them.
    private const double Near = 6;

    // Around the frame's circles, between a box and what it must not touch, and between the boxes tried.
    private const double FrameRoom = 3;
    private const double BoxRoom = 6;
    private const double Step = 10;

    // A line of text.
    private const double Row = 18;

    // Of the map's width, the longest line from a frame to its box.
    private const double LongestLine = 0.3;

    // What a pixel of distance between box and frame costs, a place whose name would have less room, two circles that
    // still touch in the box, and a pixel by which the crowd is spread otherwise than usual.
    private const double Distance = 0.4;
    private const double Hemmed = 60;
    private const double Covering = 150;
    private const double Unusual = 1;

    // How far from each other the checkpoints of a crowd lie in its box, across; what is tried, the usual first.
    private static readonly double[] Spreads = [85, 55, 130, 200];

    /// <summary>The insets of a map: of each crowd of circles for which there is room away from roads and other
    /// circles, the largest crowds first.</summary>
    /// <param name="spots">Those of all maps of a figure, so that each has the same insets.</param>
    /// <param name="strokes">Roads, which stay to be seen.</param>
    /// <param name="projection">Of the map.</param>
    /// <param name="map">The map's box.</param>
    public static IReadOnlyList<MapInset> Of(IEnumerable<MapSpot> spots, IReadOnlyList<MapStroke> strokes, Projection projection, Box map)
    {
        MapCircle[] circles = [.. spots.GroupBy(s => s.At).Select(at => at.MaxBy(s => s.Radius)!).Select(s => MapCircle.Of(s, projection))];
        Crowd[] crowds = [.. CrowdsOf(circles)];
        (Box Reach, Box[] Steps)[] roads =
        [
            .. strokes.Select(s => Box.Steps(projection.Place(s.From), projection.Place(s.To), s.Width / 2)),
        ];
        Box[] kept = [.. circles.Select(c => c.Covers), .. crowds.Select(c => c.Frame)];
        var insets = new List<MapInset>();
        foreach (Crowd crowd in crowds.OrderByDescending(c => c.Circles.Count).ThenByDescending(c => c.Circles.Sum(one => one.Radius)))
        {
            MapCircle[] others = [.. circles.Except(crowd.Circles)];
            bool IsFree(Box box) =>
                !kept.Any(box.Grown(BoxRoom).Overlaps) && !roads.Any(r => box.Overlaps(r.Reach) && r.Steps.Any(box.Overlaps));

            (MapInset Inset, double Cost)[] possible =
            [
                .. Spreads
                    .Where(spread => crowd.Inset(default, spread, map).Projection.UnitsPerDegree >= LeastZoom * projection.UnitsPerDegree)
                    .SelectMany(spread => Possible(crowd, spread, map, IsFree, others)),
            ];
            if (possible.Length > 0 && insets.Count < Most)
            {
                insets.Add(possible.MinBy(each => each.Cost).Inset);
                kept = [.. kept, insets[^1].Box];
            }
        }

        return insets;
    }

    // Wherever there is room, with what it costs.
    private static IEnumerable<(MapInset Inset, double Cost)> Possible(
        Crowd crowd,
        double spread,
        Box map,
        Func<Box, bool> isFree,
        MapCircle[] others
    )
    {
        double cost = (Covering * crowd.Touching(crowd.Inset(default, spread, map).Projection)) + (Unusual * Math.Abs(spread - Spreads[0]));
        return Corners(map)
            .Select(corner => crowd.Inset(corner, spread, map))
            .Where(inset => map.Contains(inset.Box.Grown(BoxRoom)) && isFree(inset.Box) && IsNear(inset, others, map))
            .Select(inset => (inset, cost + CostOf(inset, others)));
    }

    // Those within reach of each other, by way of others too, where at least one covers some of another.
    private static IEnumerable<Crowd> CrowdsOf(IEnumerable<MapCircle> circles)
    {
        var left = circles.ToList();
        while (left.Count > 0)
        {
            List<MapCircle> crowd = [left[0]];
            left.RemoveAt(0);
            for (int i = 0; i < crowd.Count; i++)
            {
                MapCircle one = crowd[i];
                crowd.AddRange(left.Where(other => one.Gap(other) < Near));
                left.RemoveAll(crowd.Contains);
            }

            if (crowd.Any(one => crowd.Any(other => other != one && one.Gap(other) < 0)))
            {
                yield return new Crowd(crowd);
            }
        }
    }

    private static IEnumerable<(double Left, double Top)> Corners(Box map)
    {
        for (double top = map.Top + BoxRoom; top < map.Bottom; top += Step)
        {
            for (double left = map.Left + BoxRoom; left < map.Right; left += Step)
            {
                yield return (left, top);
            }
        }
    }

    // Whether the line to it is short, and leads over no circle.
    private static bool IsNear(MapInset inset, MapCircle[] others, Box map)
    {
        var (from, to) = inset.Leader;
        return Length(inset) <= LongestLine * map.Width && !Box.Along(from, to, 1).Any(step => others.Any(c => c.Covers.Overlaps(step)));
    }

    private static double Length(MapInset inset) =>
        double.Hypot(inset.Leader.To.X - inset.Leader.From.X, inset.Leader.To.Y - inset.Leader.From.Y);

    private static double CostOf(MapInset inset, MapCircle[] others) =>
        (Distance * Length(inset))
        + (Hemmed * others.Count(c => c.Covers.Grown(MapLabels.TextOf(c).Covers.Width, Row).Overlaps(inset.Box)));

    // Circles that are to be told apart.
    private sealed class Crowd
    {
        private readonly double margin;
        private readonly double name;

        public Crowd(IReadOnlyList<MapCircle> circles)
        {
            Circles = circles;
            Frame = circles.Select(c => c.Covers).Aggregate((all, one) => all.With(one)).Grown(FrameRoom);
            margin = circles.Max(c => c.Radius) + 8;
            name = circles.Max(c => MapLabels.TextOf(c).Covers.Width) + margin;
        }

        public IReadOnlyList<MapCircle> Circles { get; }

        public Box Frame { get; }

        /// <summary>How many pairs of circles touch at a scale.</summary>
        public int Touching(Projection projection)
        {
            MapCircle[] placed = [.. Circles.Select(c => MapCircle.Of(c.Spot, projection))];
            return placed.Index().Sum(one => placed.Take(one.Index).Count(other => one.Item.Gap(other) < 0));
        }

        /// <summary>Its inset with the upper left corner there, wide enough for the longest name beside its circle and
        /// high enough for a row for each.</summary>
        public MapInset Inset((double Left, double Top) corner, double spread, Box map)
        {
            double right = corner.Left + Math.Min(margin + spread + name, 0.42 * map.Width);
            double bottom = corner.Top + Math.Min((2 * margin) + (Row * (Circles.Count + 1)), 0.6 * map.Height);
            var box = new Box(corner.Left, corner.Top, right, bottom);
            var middle = new Box(
                box.Left + margin,
                box.Top + margin,
                Math.Max(box.Left + margin + Row, box.Right - name),
                box.Bottom - margin
            );
            return new MapInset([.. Circles.Select(c => c.Spot.At)], Frame, box, middle);
        }
    }
}
