using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.TwoInputs;

/// <summary>Draws the figure <c>two-inputs</c>: shades by the difference, lines where it is 0 and where it begins to
/// matter, hatching where chance leaves its sign open.</summary>
internal static class TwoInputsDrawing
{
    private const int ContourSteps = 60;
    private const int ShadeRows = 180;
    private const double HatchDistance = 11;
    private static readonly SKColor LightBlue = SKColor.Parse("#E4ECF3");
    private static readonly SKColor DarkBlue = SKColor.Parse("#5F89AE");
    private static readonly SKColor LightOrange = SKColor.Parse("#FDEBE0");
    private static readonly SKColor DarkOrange = SKColor.Parse("#F2935F");

    public static Scene Draw(TwoInputsFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        (Scene scene, Box room) = Frame.Begin(figure.Words);
        double ticks = figure.Up.Ticks.Max(t => Lettering.Width(t, 14)) + 14;
        var plot = new Box(room.Left + ticks, room.Top + 30, room.Right - 250, room.Bottom - 46);
        var surface = new Surface(figure.Differences);
        Shade(scene, plot, surface, figure);
        double most = Most(figure);
        for (int shade = 1; shade < figure.Shades; shade++)
        {
            // Thin white lines between shades, as on a map; they also cover the stairs.
            Line(scene, plot, surface, most * shade / figure.Shades, SKColors.White, 2.4);
            Line(scene, plot, surface, -most * shade / figure.Shades, SKColors.White, 2.4);
        }

        Hatch(scene, plot, figure);
        scene.Add(new Mark.Rectangle(plot, null, Palette.Charcoal, 1));
        Axes(scene, plot, room, figure);
        Line(scene, plot, surface, 0, Palette.Ink, 3.2);
        if (figure.TooSmall > 0)
        {
            Line(scene, plot, surface, figure.TooSmall, Palette.Blue, 2);
            Line(scene, plot, surface, -figure.TooSmall, Palette.Plum, 2);
        }

        Corners(scene, plot, figure);
        Best(scene, plot, figure);
        Key(scene, new Box(plot.Right + 26, plot.Top, room.Right, plot.Bottom), figure);
        return scene;
    }

    private static void Shade(Scene scene, Box plot, Surface surface, TwoInputsFigure figure)
    {
        double most = Most(figure);
        (Surface lows, Surface highs) = (new Surface(figure.Lows), new Surface(figure.Highs));
        double height = plot.Height / ShadeRows;
        int columns = (int)(plot.Width / height);
        double width = plot.Width / columns;
        var marks = new List<Mark>();
        for (int row = 0; row < ShadeRows; row++)
        {
            // Equal neighbours make one rectangle; the contours cover the stairs.
            int start = 0;
            for (int column = 1; column <= columns; column++)
            {
                if (column == columns || ColorAt(column, row) != ColorAt(start, row))
                {
                    marks.Add(
                        new Mark.Rectangle(
                            new Box(
                                plot.Left + (start * width),
                                plot.Top + (row * height),
                                plot.Left + (column * width) + 0.6,
                                plot.Top + ((row + 1) * height) + 0.6
                            ),
                            ColorAt(start, row)
                        )
                    );
                    start = column;
                }
            }
        }

        scene.Add(new Mark.Clipped(plot, marks));

        SKColor ColorAt(int column, int row)
        {
            (double x, double y) = ((column + 0.5) / columns, 1 - ((row + 0.5) / ShadeRows));
            return IsOpen(lows, highs, x, y) ? Palette.Band : Color(surface.At(x, y) * figure.Sign, most, figure.Shades);
        }
    }

    private static double Most(TwoInputsFigure figure) =>
        figure.Differences.SelectMany(r => r).Where(double.IsFinite).Select(Math.Abs).Max();

    private static bool IsOpen(Surface lows, Surface highs, double x, double y) => !(lows.At(x, y) > 0) && !(highs.At(x, y) < 0);

    private static SKColor Color(double better, double most, int shades)
    {
        if (!double.IsFinite(better) || most == 0)
        {
            return Palette.Band;
        }

        double share = shades > 1 ? Math.Min(shades - 1, Math.Floor(Math.Abs(better) / most * shades)) / (shades - 1) : 0.5;
        return better >= 0 ? Palette.Between(LightBlue, DarkBlue, share) : Palette.Between(LightOrange, DarkOrange, share);
    }

    private static void Hatch(Scene scene, Box plot, TwoInputsFigure figure)
    {
        var lows = new Surface(figure.Lows);
        var highs = new Surface(figure.Highs);
        var marks = new List<Mark>();
        for (double offset = -plot.Height; offset < plot.Width; offset += HatchDistance)
        {
            // Upwards to the right, in small steps; drawn as far as the sign stays open.
            (double X, double Y)? from = null;
            (double X, double Y) last = default;
            for (double t = 0; t <= plot.Height + 0.5; t += 2)
            {
                (double X, double Y) point = (plot.Left + offset + t, plot.Bottom - t);
                double x = (point.X - plot.Left) / plot.Width;
                double y = t / plot.Height;
                bool isOpen = x is >= 0 and <= 1 && IsOpen(lows, highs, x, y);
                if (isOpen)
                {
                    from ??= point;
                    last = point;
                }

                if (from is { } start && (!isOpen || t + 2 > plot.Height + 0.5))
                {
                    marks.Add(new Mark.Line([start, last], Palette.Charcoal, 1));
                    from = null;
                }
            }
        }

        scene.Add(new Mark.Clipped(plot, marks));
    }

    private static void Line(Scene scene, Box plot, Surface surface, double level, SKColor color, double width)
    {
        foreach (((double X, double Y) from, (double X, double Y) to) in surface.Contour(level, ContourSteps))
        {
            scene.Add(new Mark.Line([Place(plot, from), Place(plot, to)], color, width));
        }
    }

    private static void Axes(Scene scene, Box plot, Box room, TwoInputsFigure figure)
    {
        int across = figure.Across.Ticks.Count;
        double widest = figure.Across.Ticks.Max(t => Lettering.Width(t, 14)) + 12;
        int every = Math.Max(1, (int)Math.Ceiling(widest * (across - 1) / plot.Width));
        for (int i = 0; i < across; i += every)
        {
            double x = plot.Left + (plot.Width * i / (across - 1));
            scene.Add(new Mark.Line([(x, plot.Bottom), (x, plot.Bottom + 5)], Palette.Charcoal, 1));
            scene.Add(new Mark.Text(figure.Across.Ticks[i], x, plot.Bottom + 21, 14, Palette.Charcoal, Anchor: Anchor.Middle));
        }

        for (int i = 0; i < figure.Up.Ticks.Count; i++)
        {
            double y = plot.Bottom - (plot.Height * i / (figure.Up.Ticks.Count - 1));
            scene.Add(new Mark.Line([(plot.Left - 5, y), (plot.Left, y)], Palette.Charcoal, 1));
            scene.Add(new Mark.Text(figure.Up.Ticks[i], plot.Left - 9, y + 5, 14, Palette.Charcoal, Anchor: Anchor.End));
        }

        scene.Add(
            new Mark.Text(
                Lettering.Shorten(figure.Across.Name, plot.Width, 15, Weight.Semibold),
                plot.CentreX,
                plot.Bottom + 43,
                15,
                Palette.Ink,
                Weight.Semibold,
                Anchor.Middle
            )
        );
        scene.Add(
            new Mark.Text(
                Lettering.Shorten("↑ " + figure.Up.Name, plot.Width, 15, Weight.Semibold),
                room.Left,
                plot.Top - 12,
                15,
                Palette.Ink,
                Weight.Semibold
            )
        );
    }

    private static void Corners(Scene scene, Box plot, TwoInputsFigure figure)
    {
        (double X, double Y)[] corners = [(0, 0), (1, 0), (0, 1), (1, 1)];
        foreach (((double X, double Y) corner, string words) in corners.Zip(figure.CornerWords))
        {
            (double x, double y) = Place(plot, corner);
            scene.Add(
                new Mark.Text(
                    words,
                    x + (corner.X == 0 ? 10 : -10),
                    y + (corner.Y == 0 ? -12 : 24),
                    17,
                    Palette.Ink,
                    Weight.Semibold,
                    corner.X == 0 ? Anchor.Start : Anchor.End
                )
                {
                    Halo = true,
                }
            );
        }
    }

    private static void Best(Scene scene, Box plot, TwoInputsFigure figure)
    {
        (double x, double y) = Place(plot, (figure.Across.Best, figure.Up.Best));
        scene.Add(new Mark.Dot(x, y, 7, SKColors.White, Palette.Ink, 2.5));
        string words = $"best guess {figure.BestWords}";
        double width = Lettering.Width(words, 15, Weight.Semibold);
        double left = x + 14 + width < plot.Right - 6 ? x + 14 : x - 14 - width;
        double baseline = Math.Clamp(y + 5, plot.Top + 42, plot.Bottom - 34);
        scene.Add(new Mark.Text(words, Math.Max(left, plot.Left + 6), baseline, 15, Palette.Ink, Weight.Semibold) { Halo = true });
    }

    private static void Key(Scene scene, Box box, TwoInputsFigure figure)
    {
        double y = box.Top + 8;
        double[] values = [.. figure.Differences.SelectMany(r => r).Where(double.IsFinite)];
        (double least, double most) = (values.Min(), values.Max());
        if (least < 0 && most > 0)
        {
            Sample(Palette.Ink, 3.2, "No difference");
        }

        if (figure.TooSmall > 0 && least < figure.TooSmall && most > figure.TooSmall)
        {
            Sample(Palette.Blue, 2, $"+{figure.TooSmallWords}: begins to matter");
        }

        if (figure.TooSmall > 0 && least < -figure.TooSmall && most > -figure.TooSmall)
        {
            Sample(Palette.Plum, 2, $"−{figure.TooSmallWords}: begins to matter");
        }

        if (figure.Sign > 0 ? most > 0 : least < 0)
        {
            Swatch(DarkBlue, figure.Names.Deployment, " better");
        }

        if (figure.Sign > 0 ? least < 0 : most > 0)
        {
            Swatch(DarkOrange, figure.Names.Baseline, " better");
        }

        Swatch(null, "Left open by chance", string.Empty);

        void Sample(SKColor color, double width, string words)
        {
            scene.Add(new Mark.Line([(box.Left, y - 5), (box.Left + 26, y - 5)], color, width));
            Say(words, string.Empty);
        }

        void Swatch(SKColor? color, string label, string ending)
        {
            var swatch = new Box(box.Left, y - 15, box.Left + 26, y + 3);
            scene.Add(new Mark.Rectangle(swatch, color, Palette.Charcoal));
            if (color is null)
            {
                scene.Add(
                    new Mark.Clipped(
                        swatch,
                        [
                            .. Enumerable
                                .Range(-2, 5)
                                .Select(i => new Mark.Line(
                                    [(swatch.Left + (i * 9), swatch.Bottom), (swatch.Left + (i * 9) + 18, swatch.Top)],
                                    Palette.Charcoal,
                                    1
                                )),
                        ]
                    )
                );
            }

            Say(label, ending);
        }

        void Say(string label, string ending)
        {
            IReadOnlyList<string> lines = RowName.Lines(label, ending, box.Width - 36, 15, Weight.Regular, 3);
            y = scene.AddLines(lines, new Mark.Text(string.Empty, box.Left + 36, y, 15, Palette.Ink), 19) + 32;
        }
    }

    private static (double X, double Y) Place(Box plot, (double X, double Y) point) =>
        (plot.Left + (plot.Width * point.X), plot.Bottom - (plot.Height * point.Y));
}
