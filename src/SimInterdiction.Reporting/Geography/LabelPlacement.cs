using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Geography;

/// <summary>Places labels beside points one after another, each where nothing lies yet; those without a free spot are
/// left out.</summary>
internal sealed class LabelPlacement(Box bounds)
{
    // In pixels of distance: what a label on a line costs, one that seems to be another dot's, one whose own line
    // crosses a dot, or another label's line, a pixel of its own line hidden on another, and no label at all.
    private const double OnLine = 40;
    private const double Misread = 60;
    private const double Crossing = 70;
    private const double Tangled = 200;
    private const double Hidden = 1.5;
    private const double NoSpot = 1_000;

    // By how many pixels a label stands nearer to its own dot than to another.
    private const double Apart = 8;

    // How far apart the small boxes are that stand for a line, and half of what a corridor's measure across.
    private const double Step = 5;
    private const double LineHalf = 3;

    // How wide labels may be, and what it costs, in pixels of distance, that one is cut to less than the widest. Those
    // that are no wider are cut only where they have no spot at all.
    private static readonly (double Width, double Cost)[] Cuts = [(240, 0), (170, 15), (115, 30)];

    private static readonly double[] Aways = [0, 8, 16, 24, 32, 41, 50, 60, 70, 82, 95, 110, 125, 142, 160];

    private readonly List<Box> taken = [];
    private readonly List<Box> labels = [];
    private readonly List<Box> leaders = [];
    private readonly List<((double X, double Y) From, (double X, double Y) To)> strokes = [];
    private readonly HashSet<((double X, double Y) From, (double X, double Y) To)> reserved = [];
    private readonly List<(Box Reach, Box[] Steps)> lines = [];
    private readonly List<(double X, double Y, double Radius)> dots = [];

    /// <summary>Keeps a spot free of labels.</summary>
    public void Reserve(Box box) => taken.Add(box);

    /// <summary>Keeps a dot free of labels, but for its rim.</summary>
    public void ReserveDot(double x, double y, double radius)
    {
        double inner = radius * 0.8;
        Reserve(new Box(x - inner, y - inner, x + inner, y + inner));
        dots.Add((x, y, radius));
    }

    /// <summary>Tries the spots around a dot; null where none is free of labels and lines. A label that finds none is
    /// cut.</summary>
    public Mark.Text? Beside(Mark.Text label, double x, double y, double distance) =>
        Cut(label).Select(cut => Beside(cut, x, y, distance, offLines: true)).FirstOrDefault(placed => placed is not null);

    /// <summary>The same, on a line where there is no other spot.</summary>
    public Mark.Text? Close(Mark.Text label, double x, double y, double distance) =>
        Cut(label)
            .Select(cut => Beside(cut, x, y, distance, offLines: true) ?? Beside(cut, x, y, distance, offLines: false))
            .FirstOrDefault(placed => placed is not null);

    /// <summary>The label beside the dot, or a little away with a thin line to it that crosses no other label: where it
    /// is found most easily. A long one is cut where it does better then.</summary>
    /// <param name="label">What may be cut.</param>
    /// <param name="x">Of the dot.</param>
    /// <param name="y">Of the dot.</param>
    /// <param name="distance">From its middle to its rim.</param>
    /// <param name="ending">What stands right behind the label, such as its number, and is never cut.</param>
    /// <returns>What to draw, nothing where no spot is free of labels; and how hard it is to find, from 0.</returns>
    public (IReadOnlyList<Mark> Marks, double Cost) Near(Mark.Text label, double x, double y, double distance, string ending = "")
    {
        (Spot Spot, double Away, double Cost)? best = null;
        Mark.Text? last = null;
        foreach ((double most, double more) in Cuts)
        {
            bool isWhole = last is not null && last.Words == label.Words + ending;
            if (isWhole && best is not null)
            {
                break;
            }

            Mark.Text cut = Cut(label, ending, most);
            if (cut == last)
            {
                continue;
            }

            last = cut;
            double width = cut.Covers.Width;
            foreach (double away in Aways.TakeWhile(away => best is null || away + more < best.Value.Cost))
            {
                foreach (Spot tried in Spots(cut, width, x, y, distance + away))
                {
                    if (CostOf(tried.Covers, x, y, away, (best?.Cost ?? NoSpot) - more) is { } cost)
                    {
                        best = (tried, away, cost + more);
                    }
                }
            }
        }

        if (best is not { } found)
        {
            return ([], NoSpot);
        }

        Take(found.Spot.Covers);
        if (found.Away == 0)
        {
            return ([found.Spot.Label], found.Cost);
        }

        (double X, double Y) end = LeaderEnd(found.Spot.Covers, x, y);
        leaders.AddRange(Along((x, y), end, 1));
        strokes.Add(((x, y), end));
        return ([new Mark.Line([(x, y), end], Palette.Charcoal, 1), found.Spot.Label], found.Cost);
    }

    private static IEnumerable<Mark.Text> Cut(Mark.Text label) => Cuts.Select(cut => Cut(label, string.Empty, cut.Width)).Distinct();

    private static Mark.Text Cut(Mark.Text label, string ending, double width) =>
        label with
        {
            Words = Lettering.Shorten(label.Words, ending, words => Lettering.Width(words, label.Size, label.Weight) <= width),
        };

    private Mark.Text? Beside(Mark.Text label, double x, double y, double distance, bool offLines)
    {
        Spot placed = Spots(label, label.Covers.Width, x, y, distance)
            .FirstOrDefault(tried => IsFree(tried.Covers) && !(offLines && IsOnLine(tried.Covers)));
        if (placed.Label is not null)
        {
            Take(placed.Covers);
        }

        return placed.Label;
    }

    // The width is the label's: to measure it takes longer than all else.
    private static IEnumerable<Spot> Spots(Mark.Text label, double width, double x, double y, double distance)
    {
        double d = distance + 3;
        double middle = label.Size * 0.25;
        double above = -d - (label.Size * 0.1);
        double below = d + (label.Size * 0.7);
        (double Right, double Down, Anchor Anchor)[] spots =
        [
            (d, middle, Anchor.Start),
            (-d, middle, Anchor.End),
            (0, above, Anchor.Middle),
            (0, below, Anchor.Middle),
            (d * 0.7, above * 0.7, Anchor.Start),
            (d * 0.7, below * 0.8, Anchor.Start),
            (-d * 0.7, above * 0.7, Anchor.End),
            (-d * 0.7, below * 0.8, Anchor.End),
            (d * 0.92, above * 0.38, Anchor.Start),
            (d * 0.92, below * 0.5, Anchor.Start),
            (-d * 0.92, above * 0.38, Anchor.End),
            (-d * 0.92, below * 0.5, Anchor.End),
            (d * 0.38, above * 0.92, Anchor.Start),
            (d * 0.38, below * 0.95, Anchor.Start),
            (-d * 0.38, above * 0.92, Anchor.End),
            (-d * 0.38, below * 0.95, Anchor.End),
        ];
        return spots.Select(spot =>
        {
            Mark.Text there = label with { X = x + spot.Right, Y = y + spot.Down, Anchor = spot.Anchor };
            return new Spot(there, there.CoversAt(width));
        });
    }

    // How hard a label at a distance is to find; null where it may not stand, or where that is no less than the most.
    private double? CostOf(Box covers, double x, double y, double away, double most)
    {
        if (away >= most || !IsFree(covers))
        {
            return null;
        }

        double cost = away + (IsOnLine(covers) ? OnLine : 0);
        if (away == 0)
        {
            cost += MayBeMisread(covers, x, y) ? Misread : 0;
            return cost < most ? cost : null;
        }

        (double X, double Y) end = LeaderEnd(covers, x, y);
        if (cost >= most || IsCrossed((x, y), end, labels))
        {
            return null;
        }

        cost += IsCrossed((x, y), end, taken) ? Crossing : 0;
        cost += strokes.Any(stroke => Cross((x, y), end, stroke.From, stroke.To)) ? Tangled : 0;
        cost += cost < most ? Hidden * Step * Along((x, y), end, 1).Count(IsOnLine) : 0;
        return cost < most ? cost : null;
    }

    // Whether a label stands nearer to the rim of a dot elsewhere than to that of its own, or nearly so.
    private bool MayBeMisread(Box label, double x, double y)
    {
        (double X, double Y, double Radius)[] own = [.. dots.Where(dot => (dot.X, dot.Y) == (x, y))];
        double ToRim((double X, double Y, double Radius) dot)
        {
            (double endX, double endY) = LeaderEnd(label, dot.X, dot.Y);
            return double.Hypot(endX - dot.X, endY - dot.Y) - dot.Radius;
        }

        return own.Length > 0 && dots.Except(own).Any(dot => ToRim(dot) < own.Max(ToRim) + Apart);
    }

    // Whether something lies between a dot and its label, other than what the dot is in itself.
    private static bool IsCrossed((double X, double Y) dot, (double X, double Y) end, IEnumerable<Box> obstacles)
    {
        var point = new Box(dot.X, dot.Y, dot.X, dot.Y);
        Box reach = Reach(dot, end, 1);
        return obstacles.Any(t => t.Overlaps(reach) && !t.Contains(point) && Along(dot, end, 1).Any(t.Overlaps));
    }

    // Whether two straight lines have a point in common, other than one that lies on the line through both.
    private static bool Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
    {
        static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
            ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

        return Turn(a, b, c) * Turn(a, b, d) <= 0 && Turn(c, d, a) * Turn(c, d, b) <= 0 && Turn(a, b, c) != Turn(a, b, d);
    }

    private static (double X, double Y) LeaderEnd(Box label, double x, double y) =>
        (Math.Clamp(x, label.Left, label.Right), Math.Clamp(y, label.Top, label.Bottom));

    // The box that a straight line lies in.
    private static Box Reach((double X, double Y) from, (double X, double Y) to, double half) =>
        new(Math.Min(from.X, to.X) - half, Math.Min(from.Y, to.Y) - half, Math.Max(from.X, to.X) + half, Math.Max(from.Y, to.Y) + half);

    // Small boxes along a straight line.
    private static IEnumerable<Box> Along((double X, double Y) from, (double X, double Y) to, double half)
    {
        int steps = 1 + (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / Step);
        for (int i = 0; i <= steps; i++)
        {
            double x = from.X + ((to.X - from.X) * i / steps);
            double y = from.Y + ((to.Y - from.Y) * i / steps);
            yield return new Box(x - half, y - half, x + half, y + half);
        }
    }

    /// <summary>Keeps a line free of labels as far as possible.</summary>
    public void ReserveLine((double X, double Y) from, (double X, double Y) to)
    {
        if (reserved.Add((from, to)))
        {
            lines.Add((Reach(from, to, LineHalf), [.. Along(from, to, LineHalf)]));
        }
    }

    /// <summary>The label where it stands, if that spot is free of labels and lines.</summary>
    public Mark.Text? TryAt(Mark.Text label)
    {
        Box box = label.Covers;
        if (!IsFree(box) || IsOnLine(box))
        {
            return null;
        }

        Take(box);
        return label;
    }

    private void Take(Box label)
    {
        taken.Add(label);
        labels.Add(label);
    }

    private bool IsOnLine(Box box) => lines.Exists(line => line.Reach.Overlaps(box) && Array.Exists(line.Steps, box.Overlaps));

    private bool IsFree(Box box) => bounds.Contains(box) && !taken.Exists(box.Overlaps) && !leaders.Exists(box.Overlaps);

    // A label somewhere, and what it covers there.
    private readonly record struct Spot(Mark.Text Label, Box Covers);
}
