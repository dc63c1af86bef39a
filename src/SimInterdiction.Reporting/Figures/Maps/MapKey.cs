using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>The line under the maps that says what widths, colours and circles stand for, drawn with the things
/// themselves.</summary>
internal static class MapKey
{
    public static void Draw(Scene scene, MapSizes most, Box room)
    {
        double y = room.Bottom - 12;
        double x = room.Left;
        void Say(string words)
        {
            scene.Add(new Mark.Text(words, x, y + 5, 14, Palette.Charcoal));
            x += Lettering.Width(words, 14) + 8;
        }

        void Sample(double value, SKColor color)
        {
            scene.Add(new Mark.Line([(x + 6, y), (x + 40, y)], color, most.LineWidth(value)));
            x += 54;
        }

        if (most.Shipments > 0)
        {
            double few = MapSizes.Round(most.Shipments / 10);
            double many = MapSizes.Round(most.Shipments);
            Say("Shipments:");
            Sample(few, Palette.Charcoal);
            Say(Digits.Round(few));
            Sample(many, Palette.Charcoal);
            Say(Digits.Round(many));
            x += 22;
            if (most.Share > 0)
            {
                Say("Share of them seized:  0%");
                for (int i = 0; i < 60; i++)
                {
                    scene.Add(
                        new Mark.Line([(x + i, y - 5), (x + i, y + 5)], Palette.Between(MapSizes.LowShare, Palette.Plum, i / 60.0), 1.6)
                    );
                }

                x += 68;
                Say(Digits.Of(100 * most.Share, 90 * most.Share, 110 * most.Share) + "%");
                x += 22;
            }
        }

        if (most.Seized > 0)
        {
            double large = MapSizes.Round(most.Seized);
            Say("Firearms seized:");
            foreach (double value in new[] { large / 10, large })
            {
                double radius = most.Radius(value);
                scene.Add(MapSpot.Dot(x + radius, y, radius, isHollow: false));
                x += (2 * radius) + 8;
                Say(Digits.Round(value));
                x += 8;
            }
        }
    }
}
