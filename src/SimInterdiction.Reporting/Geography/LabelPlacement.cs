using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Geography;

/// <summary>Places labels beside points one after another, each where nothing lies yet; those without a free spot are
/// left out.</summary>
internal sealed class LabelPlacement(Box bounds)
{
    private readonly List<Box> taken = [];
    private readonly List<Box> lines = [];

    /// <summary>Keeps a spot free of labels.</summary>
    public void Reserve(Box box) => taken.Add(box);

    /// <summary>Tries the eight spots around a dot; null where none is free of labels and lines.</summary>
    public Mark.Text? Beside(Mark.Text label, double x, double y, double distance) => Beside(label, x, y, distance, offLines: true);

    private Mark.Text? Beside(Mark.Text label, double x, double y, double distance, bool offLines)
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
        ];
        foreach ((double right, double down, Anchor anchor) in spots)
        {
            Mark.Text tried = label with { X = x + right, Y = y + down, Anchor = anchor };
            Box covers = tried.Covers;
            if (IsFree(covers) && !(offLines && IsOnLine(covers)))
            {
                taken.Add(covers);
                return tried;
            }
        }

        return null;
    }

    /// <summary>The label beside the dot, or a little away with a thin line to it, rather than on a line; nothing where
    /// no spot is free of labels.</summary>
    public IReadOnlyList<Mark> Near(Mark.Text label, double x, double y, double distance)
    {
        double[] aways = [0, 16, 32, 50];
        foreach ((double away, bool offLines) in aways.Select(away => (away, true)).Concat(aways.Select(away => (away, false))))
        {
            if (Beside(label, x, y, distance + away, offLines) is not { } placed)
            {
                continue;
            }

            Box box = placed.Covers;
            (double X, double Y) end = (Math.Clamp(x, box.Left, box.Right), Math.Clamp(y, box.Top, box.Bottom));
            return away == 0 ? [placed] : [new Mark.Line([(x, y), end], Palette.Charcoal, 1), placed];
        }

        return [];
    }

    /// <summary>Keeps a line free of labels as far as possible.</summary>
    public void ReserveLine((double X, double Y) from, (double X, double Y) to)
    {
        int steps = 1 + (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 5);
        for (int i = 0; i <= steps; i++)
        {
            double x = from.X + ((to.X - from.X) * i / steps);
            double y = from.Y + ((to.Y - from.Y) * i / steps);
            lines.Add(new Box(x - 3, y - 3, x + 3, y + 3));
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

        taken.Add(box);
        return label;
    }

    private bool IsOnLine(Box box) => lines.Any(line => line.Overlaps(box));

    private bool IsFree(Box box) => bounds.Contains(box) && !taken.Any(t => t.Overlaps(box));
}
