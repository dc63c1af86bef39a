using SimInterdiction.Model.Chronicle;
using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures.SpaceTime;

/// <summary>Draws the figure <c>spacetime</c>: places up the side, time along the bottom.</summary>
internal static class SpaceTimeDrawing
{
    /// <summary>Places stand at least this far apart: a city and its bridge, two miles from one another, would be one
    /// line else.</summary>
    private const double LeastGap = 19;

    private const double AxisHeight = 26;
    private const double KeyHeight = 30;
    private const double BarHalf = 4;
    private static readonly SKColor Duty = SKColor.Parse("#CFCFCF");
    private static readonly SKColor Passing = SKColor.Parse("#8C8C8C");

    public static Scene Draw(SpaceTimeFigure figure)
    {
        if (figure.Scene is not { } shown)
        {
            return Frame.SayWhy(figure.Words, figure.Nothing!);
        }

        double needed = ((shown.Places.Count - 1) * LeastGap) + 40 + AxisHeight + KeyHeight;
        (Scene scene, Box room) = Frame.Begin(figure.Words);
        if (room.Height < needed)
        {
            (scene, room) = Frame.Begin(figure.Words, needed - room.Height);
        }

        double names = RowName.Width(shown.Places.Select(Name), 120, 300);
        var box = new Box(room.Left + names, room.Top, room.Right, room.Bottom - AxisHeight - KeyHeight);
        var plan = new Plan(shown, box);
        Time(scene, plan);
        Ways(scene, plan, room);
        foreach (DutySpell bar in shown.Bars)
        {
            double y = plan.Y(shown.Places.ToList().FindIndex(p => p.Name == bar.Place));
            scene.Add(
                new Mark.Rectangle(
                    new Box(
                        plan.X(Math.Max(bar.From.Hours, shown.FromHours)),
                        y - BarHalf,
                        plan.X(Math.Min(bar.To.Hours, shown.ToHours)),
                        y + BarHalf
                    ),
                    Duty
                )
            );
        }

        scene.Add(
            new Mark.Clipped(
                new Box(box.Left, box.Top - 8, box.Right, box.Bottom + 8),
                [.. shown.Lines.OrderByDescending(l => l.End).SelectMany(l => Line(plan, l)), .. Together(plan)]
            )
        );
        scene.Add(new Mark.Rectangle(box, null, Palette.Border));
        Key(scene, room);
        return scene;
    }

    private static (string Label, string Ending) Name(SpaceTimePlace place) => (place.Label, $", {place.Miles:N0} mi");

    private static void Ways(Scene scene, Plan plan, Box room)
    {
        foreach ((int index, SpaceTimePlace place) in plan.Shown.Places.Index())
        {
            double y = plan.Y(index);
            scene.Add(new Mark.Line([(plan.Box.Left, y), (plan.Box.Right, y)], Palette.Grid, 0.8));
            RowName.Draw(
                scene,
                Name(place),
                new Box(room.Left, y - (LeastGap / 2), plan.Box.Left - 10, y + (LeastGap / 2)),
                place.IsManned ? Weight.Semibold : Weight.Regular
            );
        }
    }

    private static void Time(Scene scene, Plan plan)
    {
        SpaceTimeScene shown = plan.Shown;
        double step = shown.Hours switch
        {
            > 14 * 24 => 7 * 24,
            >= 48 => 24,
            >= 24 => 6,
            >= 12 => 3,
            >= 6 => 2,
            _ => 1,
        };
        double right = 0;
        double midnight = shown.FromHours - shown.Starts.TimeOfDay.TotalHours;
        for (double at = midnight; at <= shown.ToHours + 1e-9; at += step)
        {
            if (at < shown.FromHours - 1e-9)
            {
                continue;
            }

            double x = plan.X(at);
            scene.Add(new Mark.Line([(x, plan.Box.Top), (x, plan.Box.Bottom)], Palette.Grid, 0.8));
            string words = step >= 24 ? $"{shown.At(at):ddd d MMM}" : $"{shown.At(at):d MMM HH:mm}";
            double half = Lettering.Width(words, 13) / 2;
            double centre = Math.Min(x, plan.Box.Right - half + 20);
            if (centre - half > right + 8)
            {
                scene.Add(new Mark.Text(words, centre, plan.Box.Bottom + 20, 13, Palette.Charcoal, Anchor: Anchor.Middle));
                right = centre + half;
            }
        }
    }

    private static IEnumerable<Mark> Line(Plan plan, SpaceTimeLine line)
    {
        (SKColor color, double width) = line.End switch
        {
            JourneyEnd.Seized => (Palette.Plum, 2.2),
            JourneyEnd.Met => (Palette.Teal, 1.1),
            _ => (Passing, 0.9),
        };
        (double X, double Y)[] points =
        [
            .. line
                .Journey.Passages.Index()
                .SelectMany(p => new[] { (plan.X(p.Item.Arrives.Hours), plan.Y(p.Index)), (plan.X(p.Item.Leaves.Hours), plan.Y(p.Index)) })
                .Distinct(),
        ];
        yield return new Mark.Line(points, color, width);
        if (line.End == JourneyEnd.Met)
        {
            foreach (int place in line.Met)
            {
                yield return End(line.End, plan.X(line.Journey.Passages[place].Arrives.Hours), plan.Y(place));
            }
        }
        else if (plan.Shown.IsEndShown(line))
        {
            yield return End(line.End, points[^1].X, points[^1].Y);
        }
    }

    // Those that leave and end together lie on one another.
    private static IEnumerable<Mark> Together(Plan plan) =>
        plan
            .Shown.Lines.Where(plan.Shown.IsEndShown)
            .GroupBy(l => (l.End, X: Math.Round(plan.X(l.Journey.Ended.Hours)), Places: l.Journey.Passages.Count))
            .Where(g => g.Count() > 1 && g.Key.End == JourneyEnd.Seized)
            .Select(g => new Mark.Text(
                $"×{g.Count()}",
                plan.X(g.First().Journey.Passages[^1].Leaves.Hours) + 8,
                plan.Y(g.Key.Places - 1) + 16,
                12,
                Palette.Plum
            ));

    private static Mark End(JourneyEnd end, double x, double y) =>
        end switch
        {
            JourneyEnd.Seized => new Mark.Dot(x, y, 5.5, Palette.Plum, SKColors.White, 1.2),
            JourneyEnd.Met => new Mark.Dot(x, y, 3.4, SKColors.White, Palette.Teal, 1.6),
            _ => new Mark.Line([(x - 4, y - 4), (x + 1, y + 1)], Passing, 1.6),
        };

    private static void Key(Scene scene, Box room)
    {
        double x = room.Left;
        double y = room.Bottom - 4;
        foreach (
            (JourneyEnd end, string words) in new[]
            {
                (JourneyEnd.Seized, "seized"),
                (JourneyEnd.Met, "passed a team on duty: not stopped, or searched and not found"),
                (JourneyEnd.OffDuty, "passed no team on duty"),
            }
        )
        {
            scene.Add(End(end, x + 6, y - 5));
            scene.Add(new Mark.Text(words, x + 18, y, 14, Palette.Charcoal));
            x += 18 + Lettering.Width(words, 14) + 26;
        }

        scene.Add(new Mark.Rectangle(new Box(x, y - 5 - BarHalf, x + 34, y - 5 + BarHalf), Duty));
        scene.Add(new Mark.Text("a team on duty", x + 42, y, 14, Palette.Charcoal));
    }

    /// <summary>Where times and places lie. Between places the way is true to scale but for the least gap.</summary>
    private sealed record Plan(SpaceTimeScene Shown, Box Box)
    {
        public double X(double hours) => Box.Left + ((hours - Shown.FromHours) / Shown.Hours * Box.Width);

        public double Y(int place)
        {
            double miles = Shown.Places[^1].Miles;
            double gaps = (Shown.Places.Count - 1) * LeastGap;
            double free = Box.Height - 24 - gaps;
            double share = miles > 0 ? Shown.Places[place].Miles / miles : 0;
            return Box.Bottom - 12 - (place * LeastGap) - (free * share);
        }
    }
}
