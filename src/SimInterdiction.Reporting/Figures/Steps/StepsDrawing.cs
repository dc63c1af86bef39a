using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Steps;

/// <summary>Draws the figure <c>steps</c>: for each step two dots with their intervals, and their numbers in
/// columns.</summary>
internal static class StepsDrawing
{
    private const double HeaderHeight = 30;
    private const double AxisHeight = 50;
    private const double ValueWidth = 190;
    private const double HoursWidth = 120;

    public static Scene Draw(StepsFigure figure)
    {
        (Scene scene, Box room, double height) = RowsPage.Begin(figure.Words, figure.Rows.Count, (52, 96), HeaderHeight + AxisHeight);
        double names = RowName.Width(figure.Rows.Select(row => (row.Label, string.Empty)), 180, 300);
        double numbers = room.Right - ((figure.HasAlone ? 2 : 1) * ValueWidth) - HoursWidth;
        int rows = figure.Rows.Count;
        var box = new Box(room.Left + names + 16, room.Top + HeaderHeight, numbers - 16, room.Top + HeaderHeight + (height * rows));
        DifferenceAxis axis = Axis(figure);
        PlotPane pane = axis.Pane(box, rows);
        axis.Draw(scene, pane, rows);
        scene.Add(axis.WordsBelow(figure.Unit, box));
        for (int i = 0; i < rows; i++)
        {
            if (figure.Rows[i].Added is { } added)
            {
                Data(pane, added, i + (figure.HasAlone ? 0.34 : 0.5), isFilled: true);
            }

            if (figure.Rows[i].Alone is { } alone)
            {
                Data(pane, alone, i + 0.66, isFilled: false);
            }
        }

        scene.Add(pane.Mark);
        double header = box.Top - 12;
        Cell(scene, "Added to those before", numbers + (ValueWidth / 2), header, Weight.Semibold);
        if (figure.HasAlone)
        {
            Cell(scene, "Alone", numbers + (1.5 * ValueWidth), header, Weight.Semibold);
        }

        Cell(scene, "Officer-hours", room.Right - (HoursWidth / 2), header, Weight.Semibold);
        for (int i = 0; i < rows; i++)
        {
            StepsRow row = figure.Rows[i];
            var line = new Box(room.Left, box.Top + (i * height), room.Left + names, box.Top + ((i + 1) * height));
            Box name = row.Beneath is null ? line : line with { Bottom = line.Bottom - 18 };
            RowName.Draw(scene, (row.Label, string.Empty), name);
            if (row.Beneath is { } beneath)
            {
                scene.Add(new Mark.Text(Lettering.Shorten(beneath, names, 13), room.Left, line.CentreY + 18, 13, Palette.Muted));
            }

            double y = line.CentreY + 5;
            Cell(scene, row.Added is { } added ? Shown(added) : string.Empty, numbers + (ValueWidth / 2), y, Weight.Semibold);
            if (row.Alone is { } alone)
            {
                Cell(scene, Shown(alone), numbers + (1.5 * ValueWidth), y, Weight.Regular);
            }

            Cell(scene, row.Hours, room.Right - (HoursWidth / 2), y, Weight.Regular);
        }

        return scene;
    }

    private static string Shown(StepsDot dot) => Lettering.Shorten(Plain.Cell(dot.Value), ValueWidth - 8, 14);

    private static void Cell(Scene scene, string words, double x, double y, Weight weight) =>
        scene.Add(new Mark.Text(words, x, y, 14, Palette.Ink, weight, Anchor.Middle));

    private static DifferenceAxis Axis(StepsFigure figure) =>
        DifferenceAxis.Of(
            figure
                .Rows.SelectMany(row => new[] { row.Added, row.Alone })
                .OfType<StepsDot>()
                .SelectMany(dot => new[] { dot.Difference, dot.Low, dot.High }),
            figure.TooSmall,
            0.06
        );

    private static void Data(PlotPane pane, StepsDot dot, double y, bool isFilled)
    {
        if (dot.Difference is not { } difference)
        {
            return;
        }

        SkiaSharp.SKColor color = isFilled ? Palette.Blue : Palette.Charcoal;
        if (dot is { Low: { } low, High: { } high })
        {
            pane.Line(low, y, high, y, color, isFilled ? 5 : 3);
        }

        pane.Dot(difference, y, 12, color);
        if (!isFilled)
        {
            pane.Dot(difference, y, 7, SkiaSharp.SKColors.White);
        }
    }
}
