using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>Draws one map in a box: ground, roads, places, circles, names, and insets where circles crowd.</summary>
internal static class MapCanvas
{
    private const double FrameWidth = 1.2;

    /// <param name="content">What is drawn.</param>
    /// <param name="points">What must be on the map; one at least.</param>
    /// <param name="crowds">The circles that say where insets are needed: those of all maps that are to have the
    /// same.</param>
    /// <param name="box">Where.</param>
    public static IEnumerable<Mark> Draw(MapContent content, IReadOnlyList<GeoPoint> points, IReadOnlyList<MapSpot> crowds, Box box)
    {
        var projection = new Projection(points, box);
        IReadOnlyList<MapInset> insets = MapInsets.Of(crowds, content.Strokes, projection, box);
        return
        [
            .. Draw(content, projection, box, insets, at => !insets.Any(inset => inset.Names(at, projection))),
            .. insets.SelectMany(inset => Draw(content, inset, projection)),
            new Mark.Rectangle(box, null, Palette.Border),
        ];
    }

    private static IEnumerable<Mark> Draw(MapContent content, MapInset inset, Projection map)
    {
        (double X, double Y) from,
            to;
        (from, to) = inset.Leader;
        return
        [
            new Mark.Rectangle(inset.Frame, null, Palette.Charcoal, FrameWidth),
            new Mark.Line([from, to], Palette.Charcoal, FrameWidth),
            new Mark.Rectangle(inset.Box, SKColors.White),
            .. Draw(content.Within(inset.Projection.Shown), inset.Projection, inset.Box, [], at => inset.Names(at, map)),
            new Mark.Rectangle(inset.Box, null, Palette.Charcoal, FrameWidth),
        ];
    }

    private static IEnumerable<Mark> Draw(
        MapContent content,
        Projection projection,
        Box box,
        IReadOnlyList<MapInset> insets,
        Func<GeoPoint, bool> isNamed
    )
    {
        MapCircle[] circles = MapCircle.Spread(content.Spots.Select(s => MapCircle.Of(s, projection)), box);
        return
        [
            new Mark.Clipped(
                box,
                [
                    .. MapGround.Lines(projection),
                    .. content.Strokes.Select(s => s.On(projection)),
                    .. content.Places.Select(p => projection.Place(p.At)).Select(Place),
                    .. circles.Select(c => c.Line(projection)).OfType<Mark>(),
                    .. circles.Select(c => c.Mark),
                ]
            ),
            .. new MapLabels(circles, content.Strokes, projection, box, insets, isNamed).Of(content.Places),
        ];
    }

    private static Mark.Dot Place((double X, double Y) at) => new(at.X, at.Y, 2.6, SKColors.White, Palette.Charcoal, 1.3);
}
