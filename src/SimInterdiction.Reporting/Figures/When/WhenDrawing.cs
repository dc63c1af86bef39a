using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.When;

/// <summary>Draws the figure <c>when</c>: a row of 24 hours per checkpoint, who comes by and what is seized as bars
/// side by side.</summary>
internal static class WhenDrawing
{
    private const double LowestRow = 24;
    private const double HighestRow = 78;
    private const double HeaderHeight = 48;
    private const double AxisHeight = 26;
    private const double NumberWidth = 96;

    private static readonly SKColor Shift = SKColor.Parse("#E4E4E4");

    private static readonly (string Words, SKColor Color, Func<WhenRow, string> InAll)[] Columns =
    [
        ("Come while on duty", Palette.Teal, row => row.OnDutyInAll),
        ("Come off duty", Palette.Orange, row => row.OffDutyInAll),
        ("Firearms seized", Palette.Blue, row => row.SeizedInAll),
    ];

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
            room.Right - (Columns.Length * NumberWidth),
            room.Top + HeaderHeight + (height * rows)
        );
        Header(scene, box, room);
        Axis(scene, box);
        double mostShipments = figure.Rows.Max(r => r.OnDuty.Zip(r.OffDuty, (on, off) => on + off).Max());
        double mostSeized = figure.Rows.Max(r => r.Seized.Max());
        for (int i = 0; i < rows; i++)
        {
            var row = new Box(box.Left, box.Top + (i * height), box.Right, box.Top + ((i + 1) * height));
            RowName.Draw(scene, figure.Rows[i].Label, row with { Left = room.Left, Right = box.Left - 14 });
            Hours(scene, figure.Rows[i], row with { Top = row.Top + 2 }, mostShipments, mostSeized);
            for (int column = 0; column < Columns.Length; column++)
            {
                double centre = Centre(room, column);
                scene.Add(
                    new Mark.Text(Columns[column].InAll(figure.Rows[i]), centre, row.CentreY + 5.5, 16, Palette.Ink, Anchor: Anchor.Middle)
                );
            }
        }

        return scene;
    }

    private static double Centre(Box room, int column) => room.Right - ((Columns.Length - column - 0.5) * NumberWidth);

    private static void Header(Scene scene, Box box, Box room)
    {
        for (int column = 0; column < Columns.Length; column++)
        {
            (string words, SKColor color, _) = Columns[column];
            double centre = Centre(room, column);
            IReadOnlyList<string> lines = Lettering.Wrap(words, NumberWidth - 8, 14, Weight.Semibold, 2);
            scene.Add(new Mark.Rectangle(new Box(centre - 34, box.Top - 7, centre + 34, box.Top - 3), color));
            scene.AddLines(
                lines,
                new Mark.Text(
                    string.Empty,
                    centre,
                    box.Top - 13 - ((lines.Count - 1) * 16),
                    14,
                    Palette.Ink,
                    Weight.Semibold,
                    Anchor.Middle
                ),
                16
            );
        }
    }

    private static void Axis(Scene scene, Box box)
    {
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

    private static void Hours(Scene scene, WhenRow row, Box box, double mostShipments, double mostSeized)
    {
        double width = box.Width / 24;
        for (int hour = 0; hour < 24; hour++)
        {
            double left = box.Left + (hour * width);
            if (row.Planned[hour] > 0)
            {
                scene.Add(
                    new Mark.Rectangle(
                        new Box(left, box.Top, left + width, box.Bottom),
                        Palette.Between(SKColors.White, Shift, row.Planned[hour])
                    )
                );
            }

            double on = Height(box, row.OnDuty[hour], mostShipments);
            Bar(scene, left + (width * 0.12), width * 0.36, box.Bottom, on, Palette.Teal);
            Bar(scene, left + (width * 0.12), width * 0.36, box.Bottom - on, Height(box, row.OffDuty[hour], mostShipments), Palette.Orange);
            Bar(scene, left + (width * 0.52), width * 0.36, box.Bottom, Height(box, row.Seized[hour], mostSeized), Palette.Blue);
        }

        scene.Add(new Mark.Line([(box.Left, box.Bottom), (box.Right, box.Bottom)], Palette.Border, 1));
    }

    private static double Height(Box box, double value, double most) => most > 0 ? 0.92 * box.Height * value / most : 0;

    private static void Bar(Scene scene, double left, double width, double bottom, double height, SKColor color)
    {
        if (height > 0)
        {
            scene.Add(new Mark.Rectangle(new Box(left, bottom - height, left + width, bottom), color));
        }
    }
}
