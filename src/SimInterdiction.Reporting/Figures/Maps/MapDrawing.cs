using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

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
        MapSizes most = MapSizes.Of(figure);
        MapContent[] contents = [.. figure.Panels.Select(p => Content(p, figure.Places, most))];
        GeoPoint[] points = [.. contents.SelectMany(c => c.Points).Distinct()];
        MapSpot[] spots = [.. contents.SelectMany(c => c.Spots)];
        var maps = new Box(room.Left, room.Top, room.Right, room.Bottom - KeyHeight + 12);
        foreach (
            ((MapPanel panel, MapContent content), Box box) in figure.Panels.Zip(contents).Zip(Places(figure.Panels.Count, maps, points))
        )
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
            foreach (Mark mark in MapCanvas.Draw(content, points, spots, box))
            {
                scene.Add(mark);
            }
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
    private static MapContent Content(MapPanel panel, IReadOnlyList<MapPlace> places, MapSizes most) =>
        new(
            places,
            [.. panel.Legs.Select(l => new MapStroke(l.From, l.To, most.Color(l.ShareSeized), most.LineWidth(l.Shipments)))],
            [
                .. panel
                    .Checkpoints.Where(c => c.FirearmsSeized > 0)
                    .OrderByDescending(c => c.FirearmsSeized)
                    .Select(c => new MapSpot(c.Label, c.Words, c.At, most.Radius(c.FirearmsSeized))),
            ]
        );
}
