using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.Discoveries;

/// <summary>Draws the figure <c>discovery</c>: a track for each input, with worthwhile settings above the middle and
/// others below, and to the right the trajectory.</summary>
internal static class DiscoveryDrawing
{
    private const double LowestRow = 50;
    private const double HighestRow = 96;
    private const double HeaderHeight = 30;
    private const double TrajectoryWidth = 330;
    private const double DotRadius = 3;

    // Golden section: neighbours in the order of drawing lie far apart in a lane.
    private const double Scatter = .6180339887;

    private static readonly SKColor WorthIt = Palette.Blue;
    private static readonly SKColor NotWorthIt = Palette.Orange;
    private static readonly SKColor NotDecided = Palette.Violet;

    public static Scene Draw(DiscoveryFigure figure)
    {
        if (figure.Nothing is { } reason)
        {
            return Frame.SayWhy(figure.Words, reason);
        }

        bool hasTrajectory = figure.Trajectory.Count > 0;
        (Scene scene, Box room, double height) = RowsPage.Begin(
            figure.Words,
            figure.Rows.Count,
            (LowestRow, HighestRow),
            HeaderHeight + 10,
            hasTrajectory ? TrajectoryWidth : 0
        );
        double right = hasTrajectory ? room.Right - TrajectoryWidth - 40 : room.Right;
        double names = RowName.Width(figure.Rows.SelectMany(r => new[] { r.Name, r.Owner }), 140, 220);
        double low = figure.Rows.Max(r => Lettering.Width(r.Ends.Low, 13)) + 10;
        double high = figure.Rows.Max(r => Lettering.Width(r.Ends.High, 13)) + 10;
        Legend(scene, room.Left + names + low, right, room.Top + 12);
        foreach ((int i, DiscoveryRow row) in figure.Rows.Index())
        {
            double top = room.Top + HeaderHeight + (i * height);
            Name(scene, row, new Box(room.Left, top, room.Left + names - 12, top + height));
            Track(scene, row, new Box(room.Left + names + low, top + 20, right - high, top + height - 4));
        }

        if (hasTrajectory)
        {
            Trajectory(scene, new Box(right + 96, room.Top + HeaderHeight + 14, room.Right, room.Bottom - 44), figure);
        }

        return scene;
    }

    private static void Legend(Scene scene, double x, double right, double y)
    {
        foreach (
            (SKColor color, string words) in new[] { (WorthIt, "worth it"), (NotDecided, "not decided"), (NotWorthIt, "not worth it") }
        )
        {
            if (x + 20 + Lettering.Width(words, 14) > right)
            {
                return;
            }

            scene.Add(new Mark.Dot(x + 6, y - 5, 5, color));
            scene.Add(new Mark.Text(words, x + 17, y, 14, Palette.Charcoal));
            x += 36 + Lettering.Width(words, 14);
        }
    }

    private static void Name(Scene scene, DiscoveryRow row, Box box)
    {
        bool isLimited = row.Least is not null || row.Most is not null;
        SKColor color = isLimited ? Palette.Ink : Palette.Muted;
        double size = Lettering.Fit(row.Name, box.Width, 1, Weight.Semibold, 16, 14.5, 13);
        double y = box.CentreY + (row.Owner.Length > 0 ? 6 : 13);
        scene.Add(new Mark.Text(Lettering.Shorten(row.Name, box.Width, size, Weight.Semibold), box.Left, y, size, color, Weight.Semibold));
        if (row.Owner.Length > 0)
        {
            double small = Lettering.Fit(row.Owner, box.Width, 1, Weight.Regular, 14, 13, 12);
            scene.Add(new Mark.Text(Lettering.Shorten(row.Owner, box.Width, small), box.Left, y + 18, small, Palette.Muted));
        }
    }

    private static void Track(Scene scene, DiscoveryRow row, Box box)
    {
        double X(double at) => box.Left + (Math.Clamp(at, 0, 1) * box.Width);
        bool isLimited = row.Least is not null || row.Most is not null;
        if (isLimited)
        {
            scene.Add(new Mark.Rectangle(new Box(X(row.Least?.At ?? 0), box.Top, X(row.Most?.At ?? 1), box.Bottom), Palette.Band));
        }

        scene.Add(new Mark.Rectangle(box, null, Palette.Border));
        scene.Add(new Mark.Line([(X(row.Best), box.Top), (X(row.Best), box.Bottom)], Palette.Charcoal, 1));
        double room = box.Height - (2 * DotRadius) - 2;
        foreach ((int i, RowDot dot) in row.Dots.Index())
        {
            // The thirds of the track: worth it above, not decided in the middle, not worth it below.
            (double lane, SKColor color) = dot.IsWorthIt switch
            {
                true => (0.0, WorthIt),
                null => (1 / 3.0, NotDecided),
                false => (2 / 3.0, NotWorthIt),
            };
            double y = box.Top + DotRadius + 1 + (room * (lane + (i * Scatter % 1 / 3)));
            scene.Add(new Mark.Dot(X(dot.At), y, DotRadius, color, SKColors.White, 0.6));
        }

        foreach (RowLimit limit in new[] { row.Least, row.Most }.OfType<RowLimit>())
        {
            scene.Add(new Mark.Line([(X(limit.At), box.Top - 4), (X(limit.At), box.Bottom)], Palette.Ink, 2.5));
            double half = Lettering.Width(limit.Words, 14, Weight.Semibold) / 2;
            scene.Add(
                new Mark.Text(
                    limit.Words,
                    Math.Clamp(X(limit.At), box.Left + half, box.Right - half),
                    box.Top - 6,
                    14,
                    Palette.Ink,
                    Weight.Semibold,
                    Anchor.Middle
                )
                {
                    Halo = true,
                }
            );
        }

        scene.Add(new Mark.Text(row.Ends.Low, box.Left - 6, box.CentreY + 5, 13, Palette.Muted, Anchor: Anchor.End));
        scene.Add(new Mark.Text(row.Ends.High, box.Right + 6, box.CentreY + 5, 13, Palette.Muted));
    }

    private static void Trajectory(Scene scene, Box box, DiscoveryFigure figure)
    {
        box = box with { Bottom = Math.Min(box.Bottom, box.Top + box.Width + 60) };
        double X(double coverage) => box.Left + (coverage * box.Width);
        double Y(double density) => box.Bottom - (density * box.Height);
        foreach (double tick in new[] { 0, .25, .5, .75, 1 })
        {
            string words = $"{100 * tick:0}%";
            scene.Add(new Mark.Line([(X(tick), box.Top), (X(tick), box.Bottom)], Palette.Grid, 1));
            scene.Add(new Mark.Line([(box.Left, Y(tick)), (box.Right, Y(tick))], Palette.Grid, 1));
            scene.Add(new Mark.Text(words, X(tick), box.Bottom + 19, 13, Palette.Charcoal, Anchor: Anchor.Middle));
            scene.Add(new Mark.Text(words, box.Left - 7, Y(tick) + 5, 13, Palette.Charcoal, Anchor: Anchor.End));
        }

        string sought = figure.SoughtWords;
        scene.Add(new Mark.Text($"Coverage: of all {sought}", box.CentreX, box.Bottom + 39, 14, Palette.Muted, Anchor: Anchor.Middle));
        scene.Add(new Mark.Text($"↑ Density: {sought}, of the box", box.Left - 40, box.Top - 12, 14, Palette.Muted));
        scene.Add(new Mark.Line([.. figure.Trajectory.Select(b => (X(b.Coverage), Y(b.Density)))], Palette.Charcoal, 1.5));
        foreach (PeeledBox each in figure.Trajectory)
        {
            scene.Add(new Mark.Dot(X(each.Coverage), Y(each.Density), 3.5, Palette.Charcoal, SKColors.White, 0.8));
        }

        double first = Y(figure.Trajectory[0].Density);
        scene.Add(
            new Mark.Text(
                "all settings",
                box.Right - 4,
                first + (first + 24 < box.Bottom ? 20 : -12),
                13,
                Palette.Charcoal,
                Anchor: Anchor.End
            )
            {
                Halo = true,
            }
        );

        if (figure.Region is { } region)
        {
            (double x, double y) = (X(region.Coverage), Y(region.Density));
            scene.Add(new Mark.Dot(x, y, 8, Palette.Plum, SKColors.White, 2));
            bool isLeft = x - 16 - Lettering.Width("the region", 15, Weight.Semibold) > box.Left;
            scene.Add(
                new Mark.Text(
                    "the region",
                    isLeft ? x - 13 : x + 13,
                    y + 5,
                    15,
                    Palette.Plum,
                    Weight.Semibold,
                    isLeft ? Anchor.End : Anchor.Start
                )
                {
                    Halo = true,
                }
            );
        }
    }
}
