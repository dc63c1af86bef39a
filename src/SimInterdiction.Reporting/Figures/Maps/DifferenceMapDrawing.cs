using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;
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
        MapLeg[] legs = [.. figure.Legs.Select(l => l.Leg)];
        var projection = new Projection([.. figure.Places.Select(p => p.At), .. legs.SelectMany(l => new[] { l.From, l.To })], box);
        var most = new MapSizes(
            legs.Select(l => l.Shipments).DefaultIfEmpty(0).Max(),
            figure.Legs.Select(l => Math.Abs(l.Change ?? 0)).DefaultIfEmpty(0).Max(),
            figure.Checkpoints.Max(c => Math.Abs(c.Change))
        );
        var marks = new List<Mark>(MapGround.Lines(projection));
        marks.AddRange(
            figure.Legs.Select(l =>
                Line(projection.Place(l.Leg.From), projection.Place(l.Leg.To), most.LineWidth(l.Leg.Shipments), l.Change ?? 0, most)
            )
        );
        marks.AddRange(
            figure
                .Places.Select(p => projection.Place(p.At))
                .Select(p => new Mark.Dot(p.X, p.Y, 2.6, SKColors.White, Palette.Charcoal, 1.3))
        );
        MapCircle[] circles = MapCircle.Spread(
            figure.Checkpoints.Select(c => MapCircle.Of(c.Label, c.Words, c.At, most.Radius(Math.Abs(c.Change)), projection)),
            box
        );
        marks.AddRange(circles.Select(c => c.Line(projection)).OfType<Mark>());
        // Hollow ones last: where they touch, both stay to be seen.
        marks.AddRange(
            circles
                .Zip(figure.Checkpoints, (c, of) => Circle((c.X, c.Y), c.Radius, of.Change))
                .OrderBy(mark => mark.Fill == SKColors.Transparent)
        );
        scene.Add(new Mark.Clipped(box, marks));
        foreach (Mark label in MapLabels.Of(circles, figure.Places, legs, projection, box))
        {
            scene.Add(label);
        }

        scene.Add(new Mark.Rectangle(box, null, Palette.Border));
        Key(scene, most, room);
        return scene;
    }

    private static Mark.Line Line((double, double) from, (double, double) to, double width, double change, MapSizes most) =>
        new(
            [from, to],
            Palette.Between(Same, change < 0 ? Palette.Orange : Palette.Blue, most.Share > 0 ? Math.Abs(change) / most.Share : 0),
            width
        )
        {
            IsDashed = change < 0,
        };

    private static Mark.Dot Circle((double X, double Y) at, double radius, double change) =>
        change > 0
            ? new Mark.Dot(at.X, at.Y, radius, Palette.Blue.WithAlpha(215), SKColors.White, 1.2)
            : new Mark.Dot(at.X, at.Y, radius, SKColors.Transparent, Palette.Orange, 2.4);

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
                scene.Add(Line((x, y), (x + 34, y), 6, change, most));
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
            scene.Add(Circle((x + radius, y), radius, change));
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
