using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>Draws the figure <c>difference</c>: more and less differ by colour, and by whole and dashed or full and
/// hollow where there is none.</summary>
internal static class DifferenceMapDrawing
{
    private const double KeyHeight = 46;
    private static readonly SKColor Same = SKColor.Parse("#B4B4B4");

    public static Scene Draw(DifferenceMapFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        (Scene scene, Box room) = Frame.Begin(figure.Words);
        var box = room with { Bottom = room.Bottom - KeyHeight };
        var most = new MapSizes(
            figure.Legs.Select(l => l.Leg.Shipments).DefaultIfEmpty(0).Max(),
            figure.Legs.Select(l => Math.Abs(l.Change ?? 0)).DefaultIfEmpty(0).Max(),
            figure.Checkpoints.Max(c => Math.Abs(c.Change))
        );
        MapContent content = Content(figure, most);
        foreach (Mark mark in MapCanvas.Draw(content, [.. content.Points.Distinct()], content.Spots, box))
        {
            scene.Add(mark);
        }

        Key(scene, most, room);
        return scene;
    }

    // Hollow ones last: where they touch, both stay to be seen.
    private static MapContent Content(DifferenceMapFigure figure, MapSizes most) =>
        new(
            figure.Places,
            [
                .. figure.Legs.Select(l => new MapStroke(
                    l.Leg.From,
                    l.Leg.To,
                    ColorOf(l.Change ?? 0, most),
                    most.LineWidth(l.Leg.Shipments)
                )
                {
                    IsDashed = l.Change < 0,
                }),
            ],
            [
                .. figure
                    .Checkpoints.OrderBy(c => c.Change < 0)
                    .Select(c => new MapSpot(c.Label, c.Words, c.At, most.Radius(Math.Abs(c.Change))) { IsHollow = c.Change < 0 }),
            ]
        );

    private static SKColor ColorOf(double change, MapSizes most) =>
        Palette.Between(Same, change < 0 ? Palette.Orange : Palette.Blue, most.Share > 0 ? Math.Abs(change) / most.Share : 0);

    private static void Key(Scene scene, MapSizes most, Box room)
    {
        double y = room.Bottom - 12;
        double x = room.Left;
        if (most.Share > 0)
        {
            double points = 100 * most.Share;
            string limit = Digits.Of(points, 0.9 * points, 1.1 * points);
            Say($"Share of shipments seized:  −{limit} points");
            foreach (double change in new[] { -most.Share, -most.Share / 2, 0, most.Share / 2, most.Share })
            {
                scene.Add(new Mark.Line([(x, y), (x + 34, y)], ColorOf(change, most), 6) { IsDashed = change < 0 });
                x += 37;
            }

            x += 6;
            Say($"+{limit} points");
            x += 26;
        }

        Say("Firearms seized:");
        double large = MapSizes.Round(most.Seized);
        foreach (double change in new[] { -large, large })
        {
            double radius = most.Radius(large);
            scene.Add(MapSpot.Dot(x + radius, y, radius, isHollow: change < 0));
            x += (2 * radius) + 8;
            Say(change > 0 ? "+" + Digits.Round(change) : Digits.Round(change));
            x += 8;
        }

        void Say(string words)
        {
            scene.Add(new Mark.Text(words, x, y + 5, 14, Palette.Charcoal));
            x += Lettering.Width(words, 14) + 8;
        }
    }
}
