using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.When;

/// <summary>Draws the figure <c>when</c>: a row of 24 hours per checkpoint, stops and seizures as bars side by
/// side.</summary>
internal static class WhenDrawing
{
    private const double LowestRow = 24;
    private const double HighestRow = 78;
    private const double HeaderHeight = 30;
    private const double AxisHeight = 26;
    private const double NumberWidth = 122;

    private static readonly SKColor Shift = SKColor.Parse("#E4E4E4");

    public static Scene Draw(WhenFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        int rows = figure.Rows.Count;
        (Scene scene, Box room, double height) = RowsPage.Begin(figure.Words, rows, (LowestRow, HighestRow), HeaderHeight + AxisHeight);
        double names = RowName.Width(figure.Rows.Select(r => r.Label), 150, 280);
        var box = new Box(
            room.Left + names,
            room.Top + HeaderHeight,
            room.Right - (2 * NumberWidth),
            room.Top + HeaderHeight + (height * rows)
        );
        Words(scene, box, room);
        for (int i = 0; i < rows; i++)
        {
            var row = new Box(box.Left, box.Top + (i * height), box.Right, box.Top + ((i + 1) * height));
            RowName.Draw(scene, figure.Rows[i].Label, row with { Left = room.Left, Right = box.Left - 14 });
            Hours(scene, figure.Rows[i], row with { Top = row.Top + 2 });
            scene.Add(
                new Mark.Text(
                    figure.Rows[i].StopsInAll,
                    room.Right - (1.5 * NumberWidth),
                    row.CentreY + 5.5,
                    16,
                    Palette.Ink,
                    Anchor: Anchor.Middle
                )
            );
            scene.Add(
                new Mark.Text(
                    figure.Rows[i].SeizedInAll,
                    room.Right - (0.5 * NumberWidth),
                    row.CentreY + 5.5,
                    16,
                    Palette.Ink,
                    Weight.Semibold,
                    Anchor.Middle
                )
            );
        }

        return scene;
    }

    private static void Words(Scene scene, Box box, Box room)
    {
        foreach (
            (string words, double from, SKColor color) in new[] { ("Stops", 1.5, Palette.Teal), ("Firearms seized", 0.5, Palette.Blue) }
        )
        {
            double centre = room.Right - (from * NumberWidth);
            double half = Lettering.Width(words, 14, Weight.Semibold) / 2;
            scene.Add(new Mark.Rectangle(new Box(centre - half, box.Top - 7, centre + half, box.Top - 3), color));
            scene.Add(new Mark.Text(words, centre, box.Top - 13, 14, Palette.Ink, Weight.Semibold, Anchor.Middle));
        }

        for (int hour = 0; hour <= 24; hour += 3)
        {
            scene.Add(
                new Mark.Text(
                    $"{hour:00}:00",
                    box.Left + (hour / 24.0 * box.Width),
                    box.Bottom + 20,
                    14,
                    Palette.Charcoal,
                    Anchor: Anchor.Middle
                )
            );
        }
    }

    private static void Hours(Scene scene, WhenRow row, Box box)
    {
        double width = box.Width / 24;
        double mostStops = Math.Max(row.Stops.Max(), double.Epsilon);
        double mostSeized = Math.Max(row.Seized.Max(), double.Epsilon);
        for (int hour = 0; hour < 24; hour++)
        {
            double left = box.Left + (hour * width);
            if (row.OnDuty[hour] > 0)
            {
                scene.Add(
                    new Mark.Rectangle(
                        new Box(left, box.Top, left + width, box.Bottom),
                        Palette.Between(SKColors.White, Shift, row.OnDuty[hour])
                    )
                );
            }

            Bar(scene, left + (width * 0.12), width * 0.36, box, row.Stops[hour] / mostStops, Palette.Teal);
            Bar(scene, left + (width * 0.52), width * 0.36, box, row.Seized[hour] / mostSeized, Palette.Blue);
        }

        scene.Add(new Mark.Line([(box.Left, box.Bottom), (box.Right, box.Bottom)], Palette.Border, 1));
    }

    private static void Bar(Scene scene, double left, double width, Box box, double share, SKColor color)
    {
        if (share > 0)
        {
            scene.Add(new Mark.Rectangle(new Box(left, box.Bottom - (0.92 * box.Height * share), left + width, box.Bottom), color));
        }
    }
}
