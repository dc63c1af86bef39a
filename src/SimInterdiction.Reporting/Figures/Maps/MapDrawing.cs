using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>Draws the figure <c>map</c>: one or two maps, side by side or above one another, whichever shows more, and
/// a key of what is drawn.</summary>
internal static class MapDrawing
{
    private const double KeyHeight = 58;
    private const double TitleHeight = 26;
    private const double Gap = 20;

    public static Scene Draw(MapFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        (Scene scene, Box room) = Frame.Begin(figure.Words);
        GeoPoint[] points =
        [
            .. figure.Places.Select(p => p.At),
            .. figure.Panels.SelectMany(p => p.Legs).SelectMany(l => new[] { l.From, l.To }),
        ];
        MapSizes most = MapSizes.Of(figure);
        var maps = new Box(room.Left, room.Top, room.Right, room.Bottom - KeyHeight + 12);
        foreach ((MapPanel panel, Box box) in figure.Panels.Zip(Places(figure.Panels.Count, maps, points)))
        {
            scene.Add(
                new Mark.Text(
                    Lettering.Shorten(panel.Label, box.Width, 16, Weight.Semibold),
                    box.Left,
                    box.Top - 8,
                    16,
                    Palette.Ink,
                    Weight.Semibold
                )
            );
            var projection = new Projection(points, box);
            MapCircle[] circles = Circles(panel, projection, box, most);
            scene.Add(
                new Mark.Clipped(
                    box,
                    [.. MapGround.Lines(projection), .. Corridors(panel, projection, most), .. Dots(figure, circles, projection)]
                )
            );
            foreach (Mark label in MapLabels.Of(circles, figure.Places, panel.Legs, projection, box))
            {
                scene.Add(label);
            }

            scene.Add(new Mark.Rectangle(box, null, Palette.Border));
        }

        MapKey.Draw(scene, most, room);
        return scene;
    }

    private static Box[] Places(int panels, Box room, GeoPoint[] points)
    {
        double half = (room.Width - Gap) / 2;
        double low = (room.Height - (2 * TitleHeight)) / 2;
        bool beside = Projection.Scale(points, half, room.Height - TitleHeight) >= Projection.Scale(points, room.Width, low);
        return panels switch
        {
            1 => [room with { Top = room.Top + TitleHeight }],
            _ when beside =>
            [
                new(room.Left, room.Top + TitleHeight, room.Left + half, room.Bottom),
                new(room.Right - half, room.Top + TitleHeight, room.Right, room.Bottom),
            ],
            _ =>
            [
                new(room.Left, room.Top + TitleHeight, room.Right, room.Top + TitleHeight + low),
                new(room.Left, room.Bottom - low, room.Right, room.Bottom),
            ],
        };
    }

    // The largest first: smaller ones lie on them.
    private static MapCircle[] Circles(MapPanel panel, Projection projection, Box box, MapSizes most) =>
        MapCircle.Spread(
            panel
                .Checkpoints.Where(c => c.FirearmsSeized > 0)
                .OrderByDescending(c => c.FirearmsSeized)
                .Select(c => MapCircle.Of(c.Label, c.Words, c.At, most.Radius(c.FirearmsSeized), projection)),
            box
        );

    private static IEnumerable<Mark> Corridors(MapPanel panel, Projection projection, MapSizes most) =>
        panel.Legs.Select(leg => new Mark.Line(
            [projection.Place(leg.From), projection.Place(leg.To)],
            most.Color(leg.ShareSeized),
            most.LineWidth(leg.Shipments)
        ));

    private static IEnumerable<Mark> Dots(MapFigure figure, MapCircle[] circles, Projection projection) =>
        [
            .. figure
                .Places.Select(place => projection.Place(place.At))
                .Select(at => new Mark.Dot(at.X, at.Y, 2.6, SKColors.White, Palette.Charcoal, 1.3)),
            .. circles.Select(circle => circle.Line(projection)).OfType<Mark>(),
            .. circles.Select(circle => new Mark.Dot(circle.X, circle.Y, circle.Radius, Palette.Blue.WithAlpha(215), SKColors.White, 1.2)),
        ];
}
