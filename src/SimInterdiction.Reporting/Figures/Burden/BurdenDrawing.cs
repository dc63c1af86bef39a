using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Burden;

/// <summary>Draws the figure <c>burden</c>: rows of delays at the left, busy shares as steps over the day at the right,
/// one small plot per deployment.</summary>
internal static class BurdenDrawing
{
    private const double LowestRow = 26;
    private const double HighestRow = 64;
    private const double HeaderHeight = 30;
    private const double AxisHeight = 46;
    private const double RightWidth = 420;
    private const double NoteSize = 13;
    private const double CurveHeight = 208;

    public static Scene Draw(BurdenFigure figure)
    {
        int rows = figure.Rows.Count;
        (Scene scene, Box room, double height) = RowsPage.Begin(
            figure.Words,
            rows,
            (LowestRow, HighestRow),
            HeaderHeight + AxisHeight,
            figure.Curves.Count * CurveHeight
        );
        Delays(scene, figure, room with { Right = figure.Curves.Count > 0 ? room.Right - RightWidth - 40 : room.Right }, height);
        double each = Math.Min(room.Height / Math.Max(1, figure.Curves.Count), 300);
        for (int i = 0; i < figure.Curves.Count; i++)
        {
            Busy(
                scene,
                figure.Curves[i],
                new Box(room.Right - RightWidth, room.Top + (i * each), room.Right, room.Top + ((i + 1) * each) - 8)
            );
        }

        return scene;
    }

    private static (string Label, string Ending) Name(BurdenRow row) => (row.Label, row.Ending);

    private static void Delays(Scene scene, BurdenFigure figure, Box room, double height)
    {
        double names = RowName.Width(figure.Rows.Select(Name), 150, 260);
        var box = new Box(
            room.Left + names,
            room.Top + HeaderHeight,
            room.Right - 170,
            room.Top + HeaderHeight + (height * figure.Rows.Count)
        );
        double most = figure.Rows.Max(r => r.Percentile95);
        (double Low, double High) range = (0, most > 0 ? most * 1.06 : 1);
        var pane = new PlotPane(box, range, (figure.Rows.Count, 0));
        IReadOnlyList<double> ticks = AxisText.Spaced(range, box.Width, 14);
        foreach (double tick in ticks)
        {
            pane.Upright(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text(AxisText.Plain(tick, ticks), pane.X(tick), box.Bottom + 19, 14, Palette.Charcoal, Anchor: Anchor.Middle)
            );
        }

        scene.Add(new Mark.Text("minutes", box.CentreX, box.Bottom + 38, 14, Palette.Muted, Anchor: Anchor.Middle));
        scene.Add(new Mark.Text("Median", box.Right + 46, box.Top - 12, 14, Palette.Ink, Weight.Semibold, Anchor.Middle));
        scene.Add(new Mark.Text("1 in 20 over", box.Right + 128, box.Top - 12, 14, Palette.Ink, Weight.Semibold, Anchor.Middle));
        for (int i = 0; i < figure.Rows.Count; i++)
        {
            BurdenRow row = figure.Rows[i];
            double y = box.Top + ((i + 0.5) * height);
            SKColor color = row.IsBaseline ? Palette.Charcoal : Palette.Blue;
            RowName.Draw(scene, Name(row), new Box(room.Left, y - (height / 2), box.Left - 14, y + (height / 2)));
            pane.Line(0, i + 0.5, row.Percentile95, i + 0.5, color, 4);
            pane.Line(row.Percentile95, i + 0.5 - (7 / height), row.Percentile95, i + 0.5 + (7 / height), color, 3);
            pane.Dot(row.Median, i + 0.5, 13, color);
            scene.Add(new Mark.Text(row.MedianWords, box.Right + 46, y + 5.5, 15, Palette.Ink, Anchor: Anchor.Middle));
            scene.Add(new Mark.Text(row.PercentileWords, box.Right + 128, y + 5.5, 15, Palette.Ink, Anchor: Anchor.Middle));
        }

        scene.Add(pane.Mark);
    }

    // As many as there is room for, and how many more.
    private static string Busiest(IReadOnlyList<string> checkpoints, double width) =>
        Enumerable
            .Range(0, checkpoints.Count + 1)
            .Select(more =>
                string.Join(", ", checkpoints.SkipLast(more)) + (more > 0 ? $" and {Digits.Whole(more)} less busy" : string.Empty)
            )
            .First(words => Lettering.Width(words, NoteSize) <= width || words.StartsWith(" and", StringComparison.Ordinal));

    private static void Busy(Scene scene, BusyCurve curve, Box place)
    {
        double size = Lettering.Fit(curve.Label, place.Width, 1, Weight.Semibold, 16, 15, 14, 13);
        scene.Add(
            new Mark.Text(
                Lettering.Shorten(curve.Label, place.Width, size, Weight.Semibold),
                place.Left,
                place.Top + 14,
                size,
                Palette.Ink,
                Weight.Semibold
            )
        );
        scene.Add(new Mark.Text(Busiest(curve.AtCheckpoints, place.Width), place.Left, place.Top + 34, NoteSize, Palette.Charcoal));
        var box = new Box(place.Left + 44, place.Top + 48, place.Right - 18, place.Bottom - 30);
        double most = curve.BusyShare.OfType<double>().Max();
        double high = Math.Min(1, Math.Max(0.1, Math.Ceiling(most * 11) / 10));
        var pane = new PlotPane(box, (0, 24), (0, high));
        foreach (double tick in Ticks.Round(0, high, 4))
        {
            pane.Level(tick, Palette.Grid, 1);
            scene.Add(new Mark.Text($"{100 * tick:0}%", box.Left - 8, pane.Y(tick) + 5, 13, Palette.Charcoal, Anchor: Anchor.End));
        }

        for (int hour = 0; hour <= 24; hour += 6)
        {
            scene.Add(new Mark.Text($"{hour:00}:00", pane.X(hour), box.Bottom + 18, 13, Palette.Charcoal, Anchor: Anchor.Middle));
        }

        for (int hour = 0; hour < 24; hour++)
        {
            if (curve.BusyShare[hour] is { } share)
            {
                pane.Area(hour + 0.06, hour + 0.94, 0, share, Palette.Teal);
            }
        }

        scene.Add(pane.Mark);
        scene.Add(new Mark.Rectangle(box, null, Palette.Border));
    }
}
