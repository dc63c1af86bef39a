using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Geography;

/// <summary>Places labels beside points one after another, each where nothing lies yet; those without a free spot are
/// left out.</summary>
internal sealed class LabelPlacement(Box bounds)
{
    // In pixels of distance: what a label on a line costs, one that seems to be another dot's, one whose own line
    // crosses a dot, and a pixel of its own line hidden on another.
    private const double OnLine = 90;
    private const double Misread = 60;
    private const double Crossing = 70;
    private const double Hidden = 1.5;

    // How many spots of a name are looked at closely.
    private const int MostSpots = 160;

    // By how many pixels a label stands nearer to its own dot than to another.
    private const double Apart = 8;

    // Half of what a line takes at least.
    private const double LineHalf = 3;

    // How wide labels may be, and what it costs, in pixels of distance, that one is cut to less than the widest; and
    // that one is cut which is no wider: only to have a spot at all.
    private static readonly (double Width, double Cost)[] Cuts = [(240, 0), (170, 15), (115, 30)];
    private const double CutForRoom = 400;

    private static readonly double[] Aways = [0, 8, 16, 24, 32, 41, 50, 60, 70, 82, 95, 110, 125, 142, 160];

    private readonly List<Box> taken = [];
    private readonly List<Box> labels = [];
    private readonly List<Box> leaders = [];
    private readonly HashSet<((double X, double Y) From, (double X, double Y) To)> reserved = [];
    private readonly List<(Box Reach, Box[] Steps)> lines = [];
    private readonly List<(double X, double Y, double Radius)> dots = [];

    /// <summary>Keeps a spot free of labels.</summary>
    public void Reserve(Box box) => taken.Add(box);

    /// <summary>Keeps a spot free of labels, and of the lines that lead to them.</summary>
    public void Cover(Box box)
    {
        taken.Add(box);
        labels.Add(box);
    }

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

    /// <summary>Names dots all together so that they are found as easily as possible: each right beside its dot, or a
    /// little away with a thin line to it that crosses no other name. A long one is cut where it does better
    /// then.</summary>
    /// <returns>For each dot what to draw: nothing where no spot is free.</returns>
    public IReadOnlyList<Mark>[] Near(IReadOnlyList<NamedDot> named)
    {
        NameSpot?[] chosen = NameChoice.Of([.. named.Select(SpotsOf)]);
        foreach (NameSpot spot in chosen.OfType<NameSpot>())
        {
            Cover(spot.Covers);
            leaders.AddRange(spot.Leader);
        }

        return [.. chosen.Select(spot => (IReadOnlyList<Mark>)[.. spot?.Marks ?? []])];
    }

    // The best spots beside all that is no name, the best of them first.
    private NameSpot[] SpotsOf(NamedDot dot)
    {
        string whole = dot.Label.Words + dot.Ending;
        (Mark.Text Text, double Cost)[] cuts =
        [
            .. Cuts.Select(to => (Text: Cut(dot.Label, dot.Ending, to.Width), to.Cost)).DistinctBy(cut => cut.Text),
        ];
        double more = cuts[0].Text.Words == whole ? CutForRoom : 0;
        return
        [
            .. cuts.Select(cut => (cut.Text, Cost: cut.Cost + (cut.Text.Words == whole ? 0 : more), cut.Text.Covers.Width))
                .SelectMany(cut =>
                    Aways.SelectMany(away =>
                        Spots(cut.Text, cut.Width, dot.X, dot.Y, dot.Radius + away)
                            .Where(spot => IsFree(spot.Covers))
                            .Select(spot => (Spot: spot, Away: away, Cost: away + cut.Cost + (IsOnLine(spot.Covers) ? OnLine : 0)))
                    )
                )
                .OrderBy(spot => spot.Cost)
                .Take(MostSpots)
                .Select(spot => Rated(spot.Spot, dot, spot.Away, spot.Cost))
                .OfType<NameSpot>()
                .OrderBy(spot => spot.Cost),
        ];
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
            Cover(placed.Covers);
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

    // With what its line comes to; null where that would cross a name that stands already.
    private NameSpot? Rated(Spot spot, NamedDot dot, double away, double cost)
    {
        cost += MayBeMisread(spot.Covers, dot, away) ? Misread : 0;
        if (away == 0)
        {
            return new NameSpot(spot.Label, spot.Covers, null, cost);
        }

        (double X, double Y) from = (dot.X, dot.Y);
        (double X, double Y) end = spot.Covers.Nearest(dot.X, dot.Y);
        if (IsCrossed(from, end, labels))
        {
            return null;
        }

        cost += IsCrossed(from, end, taken) ? Crossing : 0;
        return new NameSpot(spot.Label, spot.Covers, (from, end), cost + (Hidden * Box.Step * Box.Along(from, end, 1).Count(IsOnLine)));
    }

    // Whether a label stands nearer to the rim of a dot elsewhere than to that of its own, or nearly so; or with a line
    // to its own, still right beside another.
    private bool MayBeMisread(Box label, NamedDot own, double away) =>
        dots.Exists(dot =>
            (dot.X, dot.Y) != (own.X, own.Y) && ToRim(label, dot) < Apart + (away == 0 ? ToRim(label, (own.X, own.Y, own.Radius)) : 0)
        );

    private static double ToRim(Box label, (double X, double Y, double Radius) dot)
    {
        (double x, double y) = label.Nearest(dot.X, dot.Y);
        return double.Hypot(x - dot.X, y - dot.Y) - dot.Radius;
    }

    // Whether something lies between a dot and its label, other than what the dot is in itself.
    private static bool IsCrossed((double X, double Y) dot, (double X, double Y) end, IEnumerable<Box> obstacles)
    {
        var point = new Box(dot.X, dot.Y, dot.X, dot.Y);
        Box reach = Box.Around(dot, end).Grown(1);
        return obstacles.Any(t => t.Overlaps(reach) && !t.Contains(point) && Box.Along(dot, end, 1).Any(t.Overlaps));
    }

    /// <summary>Keeps a line free of labels as far as possible.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="width">How wide it is.</param>
    public void ReserveLine((double X, double Y) from, (double X, double Y) to, double width = 0)
    {
        if (reserved.Add((from, to)))
        {
            lines.Add(Box.Steps(from, to, Math.Max(LineHalf, width / 2)));
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

        Cover(box);
        return label;
    }

    private bool IsOnLine(Box box) => lines.Exists(line => line.Reach.Overlaps(box) && Array.Exists(line.Steps, box.Overlaps));

    private bool IsFree(Box box) => bounds.Contains(box) && !taken.Exists(box.Overlaps) && !leaders.Exists(box.Overlaps);

    // A label somewhere, and what it covers there.
    private readonly record struct Spot(Mark.Text Label, Box Covers);
}
