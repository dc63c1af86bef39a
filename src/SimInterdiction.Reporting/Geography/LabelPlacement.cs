using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Geography;

/// <summary>Places labels beside points one after another, each where nothing lies yet; those without a free spot are
/// left out.</summary>
internal sealed class LabelPlacement(Box bounds)
{
    private readonly List<Box> taken = [];
    private readonly List<Box> labels = [];
    private readonly List<Box> leaders = [];
    private readonly List<Box> lines = [];

    /// <summary>Keeps a spot free of labels.</summary>
    public void Reserve(Box box) => taken.Add(box);

    /// <summary>Tries the spots around a dot; null where none is free of labels and lines.</summary>
    public Mark.Text? Beside(Mark.Text label, double x, double y, double distance) =>
        Beside(label, x, y, distance, offLines: true, obstacles: []);

    /// <summary>The same, on a line where there is no other spot.</summary>
    public Mark.Text? Close(Mark.Text label, double x, double y, double distance) =>
        Beside(label, x, y, distance) ?? Beside(label, x, y, distance, offLines: false, obstacles: []);

    private Mark.Text? Beside(Mark.Text label, double x, double y, double distance, bool offLines, IReadOnlyList<Box> obstacles)
    {
        double d = distance + 3;
        double middle = label.Size * 0.25;
        double above = -d - (label.Size * 0.1);
        double below = d + (label.Size * 0.7);
        (double X, double Y, Anchor Anchor)[] spots =
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
        foreach ((double right, double down, Anchor anchor) in spots)
        {
            Mark.Text tried = label with { X = x + right, Y = y + down, Anchor = anchor };
            Box covers = tried.Covers;
            if (IsFree(covers) && !(offLines && IsOnLine(covers)) && !IsCrossed((x, y), LeaderEnd(covers, x, y), obstacles))
            {
                Take(covers);
                return tried;
            }
        }

        return null;
    }

    /// <summary>The label beside the dot, or a little away with a thin line to it that crosses no other label and, if
    /// possible, nothing else, rather than on a line; nothing where no spot is free of labels.</summary>
    public IReadOnlyList<Mark> Near(Mark.Text label, double x, double y, double distance)
    {
        double[] aways = [0, 16, 32, 50, 70, 95, 125, 160];
        (bool OffLines, Box[] Obstacles)[] ways = [(true, [.. taken]), (false, [.. taken]), (false, [.. labels])];
        foreach (((bool offLines, Box[] obstacles), double away) in ways.SelectMany(way => aways.Select(away => (way, away))))
        {
            if (Beside(label, x, y, distance + away, offLines, away > 0 ? obstacles : []) is not { } placed)
            {
                continue;
            }

            if (away == 0)
            {
                return [placed];
            }

            (double X, double Y) end = LeaderEnd(placed.Covers, x, y);
            leaders.AddRange(Along((x, y), end, 1));
            return [new Mark.Line([(x, y), end], Palette.Charcoal, 1), placed];
        }

        return [];
    }

    // Whether something lies between a dot and its label, other than what the dot is in itself.
    private static bool IsCrossed((double X, double Y) dot, (double X, double Y) end, IReadOnlyList<Box> obstacles)
    {
        var point = new Box(dot.X, dot.Y, dot.X, dot.Y);
        return obstacles.Any(t => !t.Contains(point) && Along(dot, end, 1).Any(t.Overlaps));
    }

    private static (double X, double Y) LeaderEnd(Box label, double x, double y) =>
        (Math.Clamp(x, label.Left, label.Right), Math.Clamp(y, label.Top, label.Bottom));

    // Small boxes along a straight line.
    private static IEnumerable<Box> Along((double X, double Y) from, (double X, double Y) to, double half)
    {
        int steps = 1 + (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 5);
        for (int i = 0; i <= steps; i++)
        {
            double x = from.X + ((to.X - from.X) * i / steps);
            double y = from.Y + ((to.Y - from.Y) * i / steps);
            yield return new Box(x - half, y - half, x + half, y + half);
        }
    }

    /// <summary>Keeps a line free of labels as far as possible.</summary>
    public void ReserveLine((double X, double Y) from, (double X, double Y) to) => lines.AddRange(Along(from, to, 3));

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

    private bool IsOnLine(Box box) => lines.Any(line => line.Overlaps(box));

    private bool IsFree(Box box) => bounds.Contains(box) && !taken.Concat(leaders).Any(t => t.Overlaps(box));
}
