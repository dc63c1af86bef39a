using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Weeks;

/// <summary>Draws the figure <c>weeks</c>: curves over the weeks, each named at its end.</summary>
internal static class WeeksDrawing
{
    private const double NamesWidth = 250;
    private const double LabelHeight = 38;

    public static Scene Draw(WeeksFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        (Scene scene, Box room) = Frame.Begin(figure.Words);
        int weeks = figure.Curves.Max(c => c.Shares.Count);
        double most = figure.Curves.SelectMany(c => c.Highs.Concat(c.Shares)).OfType<double>().Max();
        var box = new Box(room.Left + 62, room.Top + 24, room.Right - NamesWidth, room.Bottom - 48);
        var pane = new PlotPane(box, (0.5, weeks + 0.5), (0, most > 0 ? 1.08 * most : 1));
        Noticed(scene, pane, figure.Notice);
        Axes(scene, pane, weeks, most);
        foreach (WeeksCurve curve in figure.Curves)
        {
            Draw(pane, curve);
        }

        scene.Add(pane.Mark);
        Names(scene, pane, figure.Curves, weeks);
        return scene;
    }

    private static void Axes(Scene scene, PlotPane pane, int weeks, double most)
    {
        IReadOnlyList<double> ticks = Ticks.Round(0, 1.08 * most, 6);
        foreach (double tick in ticks)
        {
            pane.Level(tick, Palette.Grid, 1);
            scene.Add(
                new Mark.Text(
                    AxisText.Plain(100 * tick, [.. ticks.Select(t => 100 * t)]) + "%",
                    pane.Box.Left - 8,
                    pane.Y(tick) + 5,
                    14,
                    Palette.Charcoal,
                    Anchor: Anchor.End
                )
            );
        }

        int step = Math.Max(1, (int)Math.Ceiling(weeks / 14.0));
        for (int week = 1; week <= weeks; week += step)
        {
            scene.Add(new Mark.Text($"{week}", pane.X(week), pane.Box.Bottom + 20, 14, Palette.Charcoal, Anchor: Anchor.Middle));
        }

        scene.Add(new Mark.Text("week of the window", pane.Box.CentreX, pane.Box.Bottom + 41, 14, Palette.Muted, Anchor: Anchor.Middle));
    }

    // The weeks in which it may be, and the most likely one.
    private static void Noticed(Scene scene, PlotPane pane, Notice? notice)
    {
        if (notice is null || notice.Earliest > notice.Weeks || (notice.Earliest == 1 && notice.Latest > notice.Weeks))
        {
            return;
        }

        double end = Math.Min(notice.Latest, notice.Weeks + 0.5);
        var weeks = new Box(
            pane.X(Math.Max(0.5, notice.Earliest - 0.25)),
            pane.Box.Top,
            pane.X(Math.Min(end + 0.25, notice.Weeks + 0.5)),
            pane.Box.Bottom
        );
        scene.Add(new Mark.Rectangle(weeks, Palette.Band));
        bool isKnown = notice.Latest <= notice.Weeks;
        if (isKnown)
        {
            scene.Add(new Mark.Line([(pane.X(notice.Week), weeks.Top), (pane.X(notice.Week), weeks.Bottom)], Palette.Charcoal, 1.4));
        }

        string words = isKnown ? "noticed" : "noticed from here on, if at all";
        bool isRight = weeks.Left + Lettering.Width(words, 14) < pane.Box.Right;

        // Above all curves.
        scene.Add(
            new Mark.Text(
                words,
                isRight ? weeks.Left : pane.Box.Right,
                pane.Box.Top - 6,
                14,
                Palette.Charcoal,
                Anchor: isRight ? Anchor.Start : Anchor.End
            )
        );
    }

    private static void Draw(PlotPane pane, WeeksCurve curve)
    {
        int[] known = [.. Enumerable.Range(0, curve.Shares.Count).Where(i => curve.Shares[i] is not null)];
        double[] xs = [.. known.Select(i => i + 1.0)];
        if (curve.Kind != WeeksKind.Frozen)
        {
            pane.Ribbon(
                xs,
                [.. known.Select(i => curve.Lows[i]!.Value)],
                [.. known.Select(i => curve.Highs[i]!.Value)],
                Color(curve).WithAlpha(45)
            );
        }

        pane.Curve(xs, [.. known.Select(i => curve.Shares[i]!.Value)], Color(curve), curve.Kind == WeeksKind.Frozen ? 1.6 : 3.2);
        if (curve.Kind == WeeksKind.Baseline)
        {
            foreach (int i in known)
            {
                pane.Dot(i + 1, curve.Shares[i]!.Value, 7, Color(curve), ScottPlot.MarkerShape.FilledSquare);
            }
        }
    }

    private static void Names(Scene scene, PlotPane pane, IReadOnlyList<WeeksCurve> curves, int weeks)
    {
        double lowest = pane.Box.Top;
        foreach (WeeksCurve curve in curves.OrderByDescending(c => c.Shares.LastOrDefault(s => s is not null) ?? 0))
        {
            double y = Math.Max(lowest, pane.Y(curve.Shares.LastOrDefault(s => s is not null) ?? 0) - 10);
            IReadOnlyList<string> lines = RowName.Lines(curve.Deployment, curve.Ending, NamesWidth - 18, 15, Weight.Semibold, 2);
            scene.AddLines(lines, new Mark.Text(string.Empty, pane.X(weeks + 0.5) + 12, y + 14, 15, Color(curve), Weight.Semibold), 17);
            lowest = y + LabelHeight;
        }
    }

    private static SKColor Color(WeeksCurve curve) =>
        curve.Kind switch
        {
            WeeksKind.Baseline => Palette.Charcoal,
            WeeksKind.Told => Palette.Blue,
            _ => Palette.Plum,
        };
}
