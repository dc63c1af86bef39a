using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Fates;

/// <summary>Draws the figures of fates and traces: a bar of 100 per deployment, and its numbers in columns under the
/// names and shades of what they count.</summary>
internal static class FatesDrawing
{
    private const double LowestRow = 26;
    private const double HighestRow = 70;
    private const double HeaderHeight = 56;
    private const double NumberWidth = 78;

    // From dark to light, so that they stay apart in black and white.
    private static readonly SKColor[] Shades = [Palette.Blue, Palette.Plum, Palette.Orange];
    private static readonly SKColor[][] Greys =
    [
        [SKColor.Parse("#D4D4D4")],
        [SKColor.Parse("#B9B9B9"), SKColor.Parse("#E9E9E9")],
        [SKColor.Parse("#9A9A9A"), SKColor.Parse("#C8C8C8"), SKColor.Parse("#EDEDED")],
    ];

    public static Scene Draw(FatesFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        SKColor[] shades = [.. Shades, .. Greys.Single(greys => Shades.Length + greys.Length == figure.Fates.Count)];

        int rows = figure.Rows.Count;
        (Scene scene, Box room, double height) = RowsPage.Begin(figure.Words, rows, (LowestRow, HighestRow), HeaderHeight);
        double top = room.Top + HeaderHeight;
        double names = RowName.Width(figure.Rows.Select(Name), 160, 290);
        double numbers = room.Right - (NumberWidth * figure.Fates.Count);
        Header(scene, figure, shades, numbers, top);
        for (int i = 0; i < rows; i++)
        {
            var row = new Box(room.Left, top + (i * height), room.Left + names - 14, top + ((i + 1) * height));
            RowName.Draw(scene, Name(figure.Rows[i]), row);
            Bar(
                scene,
                figure.Rows[i],
                shades,
                new Box(room.Left + names, row.Top + (height * 0.16), numbers - 18, row.Bottom - (height * 0.16))
            );
            Numbers(scene, figure, figure.Rows[i], numbers, row.CentreY);
        }

        return scene;
    }

    private static (string Label, string Ending) Name(FatesRow row) => (row.Label, row.IsBaseline ? " (baseline)" : string.Empty);

    private static void Header(Scene scene, FatesFigure figure, SKColor[] shades, double left, double bottom)
    {
        for (int i = 0; i < figure.Fates.Count; i++)
        {
            double centre = left + ((i + 0.5) * NumberWidth);
            IReadOnlyList<string> lines = Lettering.Wrap(figure.Fates[i], NumberWidth - 6, 14, Weight.Semibold, 2);
            scene.Add(new Mark.Rectangle(new Box(centre - 26, bottom - 14, centre + 26, bottom - 4), shades[i], Palette.Muted, 0.8));
            scene.AddLines(
                lines,
                new Mark.Text(
                    string.Empty,
                    centre,
                    bottom - 22 - ((lines.Count - 1) * 16),
                    14,
                    Palette.Ink,
                    Weight.Semibold,
                    Anchor.Middle
                ),
                16
            );
        }
    }

    private static void Bar(Scene scene, FatesRow row, SKColor[] shades, Box box)
    {
        double x = box.Left;
        for (int i = 0; i < row.OfHundred.Count; i++)
        {
            double end = x + (box.Width * row.OfHundred[i] / 100);
            if (end > x)
            {
                scene.Add(new Mark.Rectangle(box with { Left = x, Right = end }, shades[i]));
            }

            x = end;
        }

        scene.Add(new Mark.Rectangle(box, null, Palette.Muted, 0.8));
    }

    private static void Numbers(Scene scene, FatesFigure figure, FatesRow row, double left, double centre)
    {
        for (int i = 0; i < row.OfHundred.Count; i++)
        {
            string words = FatesFigure.Shown(row.OfHundred[i], figure.Place);
            Weight weight = i == 0 ? Weight.Semibold : Weight.Regular;
            scene.Add(new Mark.Text(words, left + ((i + 0.5) * NumberWidth), centre + 5.5, 16, Palette.Ink, weight, Anchor.Middle));
        }
    }
}
