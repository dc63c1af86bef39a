using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Tornado;

/// <summary>Draws the figure <c>tornado</c>. The two ends of an input have half a row each, so that bars to the same
/// side don't hide one another; many rows make a taller page.</summary>
internal static class TornadoDrawing
{
    private const double LowestRow = 40;
    private const double HighestRow = 150;
    private const double RangeFrom = 46;
    private const double HeaderHeight = 46;
    private const double AxisHeight = 48;
    private const double TurnsWidth = 170;
    private const double LabelBeyond = 150;

    public static Scene Draw(TornadoFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        int rows = figure.Rows.Count;
        (Scene scene, Box room, double height) = RowsPage.Begin(figure.Words, rows, (LowestRow, HighestRow), HeaderHeight + AxisHeight);
        double names = RowName.Width(figure.Rows.SelectMany(r => new[] { r.Name, r.Range }), 200, 330);
        bool anyTurns = figure.Rows.Any(r => r.Turns.Length > 0);
        var plot = new Box(
            room.Left + names + 16,
            room.Top + HeaderHeight,
            room.Right - (anyTurns ? TurnsWidth : 0),
            room.Top + HeaderHeight + (height * rows)
        );
        DifferenceAxis axis = Axis(figure);
        PlotPane pane = axis.Pane(plot, rows);
        axis.Draw(scene, pane, rows);
        scene.Add(axis.WordsBelow(figure.Unit, plot));
        Sides(scene, pane, figure);
        foreach ((int i, TornadoRow row) in figure.Rows.Index())
        {
            Bars(pane, figure, row, i);
        }

        scene.Add(pane.Mark);
        foreach ((int i, TornadoRow row) in figure.Rows.Index())
        {
            var line = new Box(room.Left, plot.Top + (i * height), plot.Left - 16, plot.Top + ((i + 1) * height));
            Name(scene, row, line);
            EndWords(scene, pane, figure, row, line);
            if (row.Turns.Length > 0)
            {
                if (row.IsMarked)
                {
                    Diamond(scene, pane.X(0), line.CentreY);
                }

                double size = Lettering.Fit(row.Turns, TurnsWidth - 14, 1, Weight.Semibold, 16, 14, 12.5);
                scene.Add(
                    new Mark.Text(
                        Lettering.Shorten(row.Turns, TurnsWidth - 14, size, Weight.Semibold),
                        room.Right,
                        line.CentreY + 5,
                        size,
                        Palette.Plum,
                        Weight.Semibold,
                        Anchor.End
                    )
                );
            }
        }

        if (anyTurns)
        {
            scene.Add(new Mark.Text(figure.TurnsHeading, room.Right, plot.Top - 10, 15, Palette.Plum, Weight.Semibold, Anchor.End));
        }

        return scene;
    }

    private static DifferenceAxis Axis(TornadoFigure figure) =>
        DifferenceAxis.Of(
            figure
                .Rows.SelectMany(r => new[] { r.AtLow, r.AtHigh })
                .OfType<BarEnd>()
                .SelectMany(e => new[] { e.Value, e.Low, e.High })
                .Append(figure.BestGuess),
            figure.TooSmall,
            0.12
        );

    // What each side of zero means, and where the best guess is.
    private static void Sides(Scene scene, PlotPane pane, TornadoFigure figure)
    {
        Box box = pane.Box;
        double zero = pane.X(0);
        Side(figure.Sides.Left + " ←", zero - 8, Anchor.End, zero - box.Left + LabelBeyond - 10);
        Side("→ " + figure.Sides.Right, zero + 8, Anchor.Start, box.Right - zero - 10);
        if (figure.BestGuess is { } guess)
        {
            pane.Upright(guess, Palette.Charcoal, 1);
            double half = Lettering.Width(figure.BestGuessWords, 14, Weight.Semibold) / 2;
            scene.Add(
                new Mark.Text(
                    figure.BestGuessWords,
                    Math.Clamp(pane.X(guess), box.Left + half, Math.Max(box.Left + half, box.Right - half)),
                    box.Top - 8,
                    14,
                    Palette.Charcoal,
                    Weight.Semibold,
                    Anchor.Middle
                )
            );
        }

        void Side(string words, double x, Anchor anchor, double width)
        {
            if (width > 60)
            {
                scene.Add(
                    new Mark.Text(
                        Lettering.Shorten(
                            Lettering.Abridge(words, figure.Words.Provenance.Labels, w => Lettering.Width(w, 14) <= width),
                            width,
                            14
                        ),
                        x,
                        box.Top - 28,
                        14,
                        Palette.Muted,
                        Anchor: anchor
                    )
                );
            }
        }
    }

    private static void Bars(PlotPane pane, TornadoFigure figure, TornadoRow row, int index)
    {
        double from = figure.BestGuess ?? 0;
        (double Top, double Bottom, BarEnd? End, SKColor Color)[] halves =
        [
            (index + 0.18, index + 0.48, row.AtLow, Palette.Teal),
            (index + 0.52, index + 0.82, row.AtHigh, Palette.Blue),
        ];
        foreach ((double top, double bottom, BarEnd? end, SKColor color) in halves)
        {
            if (end is null)
            {
                continue;
            }

            pane.Area(Math.Min(from, end.Value), Math.Max(from, end.Value), top, bottom, color);
            if (end is { Low: { } low, High: { } high } && !row.ChangesNothing)
            {
                // On white, so that they show on the bar too.
                Whisker(pane, low, high, (top + bottom) / 2, SKColors.White, 5);
                Whisker(pane, low, high, (top + bottom) / 2, Palette.Ink, 2);
            }
        }
    }

    private static void Whisker(PlotPane pane, double low, double high, double y, SKColor color, double width)
    {
        const double Half = 0.09;
        pane.Line(low, y, high, y, color, width);
        pane.Line(low, y - Half, low, y + Half, color, width);
        pane.Line(high, y - Half, high, y + Half, color, width);
    }

    private static void Name(Scene scene, TornadoRow row, Box line)
    {
        bool withRange = line.Height >= RangeFrom;
        string name = withRange || row.Unit.Length == 0 ? row.Name : $"{row.Name}, {row.Unit}";
        double size = Lettering.Fit(name, line.Width, 1, Weight.Semibold, 16, 14.5, 13);
        IReadOnlyList<string> lines = Lettering.Wrap(
            name,
            line.Width,
            size,
            Weight.Semibold,
            line.Height >= RangeFrom + 20 || !withRange ? 2 : 1
        );
        double y = line.CentreY + 5 - (((lines.Count - 1 + (withRange ? 1 : 0)) * size * 1.14) / 2);
        double last = scene.AddLines(lines, new Mark.Text(string.Empty, line.Left, y, size, Palette.Ink, Weight.Semibold), size * 1.14);
        if (withRange)
        {
            double small = Lettering.Fit(row.Range, line.Width, 1, Weight.Regular, 14, 13, 12);
            scene.Add(new Mark.Text(Lettering.Shorten(row.Range, line.Width, small), line.Left, last + 18, small, Palette.Muted));
        }
    }

    private static void EndWords(Scene scene, PlotPane pane, TornadoFigure figure, TornadoRow row, Box line)
    {
        if (row.ChangesNothing)
        {
            scene.Add(
                new Mark.Text("changes nothing", pane.X(figure.BestGuess ?? 0) + 10, line.CentreY + 5, 14, Palette.Muted) { Halo = true }
            );
            return;
        }

        double from = figure.BestGuess ?? 0;
        (BarEnd? End, string Words, double Y)[] halves =
        [
            (row.AtLow, row.LowWords, line.Top + (line.Height * 0.33) + 5),
            (row.AtHigh, row.HighWords, line.Top + (line.Height * 0.67) + 5),
        ];
        foreach ((BarEnd? end, string words, double y) in halves)
        {
            if (end is null)
            {
                continue;
            }

            // To the side that the other end leaves free where both are the same.
            bool isLeft = end.Value < from;
            double edge = isLeft ? Math.Min(end.Low ?? end.Value, end.Value) : Math.Max(end.High ?? end.Value, end.Value);
            double width = Lettering.Width(words, 14);
            double x = Math.Clamp(pane.X(edge) + (isLeft ? -6 - width : 6), pane.Box.Left - 8, pane.Box.Right - width);
            scene.Add(new Mark.Text(words, x, y, 14, Palette.Ink) { Halo = true });
        }
    }

    private static void Diamond(Scene scene, double x, double y)
    {
        const double Half = 8;
        scene.Add(new Mark.Line([(x, y - Half), (x + Half, y), (x, y + Half), (x - Half, y), (x, y - Half)], SKColors.White, 6));
        for (double inner = Half; inner > 0; inner -= 1.5)
        {
            scene.Add(new Mark.Line([(x, y - inner), (x + inner, y), (x, y + inner), (x - inner, y), (x, y - inner)], Palette.Plum, 2));
        }
    }
}
