using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Geography;

/// <summary>The ground of a map that others draw on: where places lie, the lines below them, and room for
/// labels.</summary>
public sealed class PlanGround
{
    private static volatile Named? last;

    private readonly Projection projection;
    private readonly LabelPlacement placement;

    /// <param name="points">What must be on it; one at least.</param>
    /// <param name="width">In units of the drawing.</param>
    /// <param name="leastHeight">The least height, in the same units.</param>
    /// <param name="mostHeight">The most.</param>
    public PlanGround(IReadOnlyCollection<GeoPoint> points, double width, double leastHeight, double mostHeight)
    {
        Width = width;
        Height = Math.Round(Projection.Height(points, width, leastHeight, mostHeight));
        var box = new Box(0, 0, Width, Height);
        projection = new Projection(points, box);
        placement = new LabelPlacement(box.Shrunk(3));
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Where a place lies, from the upper left corner.</summary>
    public (double X, double Y) Place(GeoPoint point) => projection.Place(point);

    /// <summary>Coasts and borders, national ones last; they may leave the map.</summary>
    public IEnumerable<(bool IsNational, IReadOnlyList<(double X, double Y)> Points)> Lines() =>
        Borders
            .Touching(projection.Shown)
            .OrderBy(line => line.IsNational)
            .Select(line => (line.IsNational, (IReadOnlyList<(double, double)>)[.. line.Points.Select(projection.Place)]));

    /// <summary>Names symbols all together: each right beside its own, or a little away with a line to it; cut where it
    /// is too long; null where there is no room for it.</summary>
    /// <param name="symbols">What each is called, its middle, and from there to its edge.</param>
    /// <param name="size">Of the letters.</param>
    public IReadOnlyList<GroundLabel?> Labels(IReadOnlyList<(string Words, double X, double Y, double Radius)> symbols, double size)
    {
        if (
            last is { } known
            && known.Width == Width
            && known.Height == Height
            && known.Size == size
            && known.Symbols.SequenceEqual(symbols)
        )
        {
            return known.Labels;
        }

        foreach ((_, double x, double y, double radius) in symbols)
        {
            placement.ReserveDot(x, y, radius);
        }

        NamedDot[] dots =
        [
            .. symbols.Select(each => new NamedDot(
                new Mark.Text(each.Words, each.X, each.Y, size, Palette.Ink),
                each.X,
                each.Y,
                each.Radius
            )),
        ];
        IReadOnlyList<Mark>[] named = placement.Near(dots);

        // Those without a spot look for one farther away, beside what is named now.
        int[] left = [.. Enumerable.Range(0, dots.Length).Where(i => named[i].Count == 0)];
        foreach ((int i, IReadOnlyList<Mark> marks) in left.Zip(placement.Near([.. left.Select(i => dots[i])])))
        {
            named[i] = marks;
        }

        IReadOnlyList<GroundLabel?> labels = [.. named.Select(LabelOf)];
        last = new Named([.. symbols], Width, Height, size, labels);
        return labels;
    }

    // To find room takes a second where many crowd, and a map is drawn again at each change of its text.
    private sealed record Named(
        IReadOnlyList<(string Words, double X, double Y, double Radius)> Symbols,
        double Width,
        double Height,
        double Size,
        IReadOnlyList<GroundLabel?> Labels
    );

    private static GroundLabel? LabelOf(IReadOnlyList<Mark> marks) =>
        marks.OfType<Mark.Text>().FirstOrDefault() is { } text
            ? new GroundLabel(
                text.Words,
                text.X,
                text.Y,
                text.Anchor == Anchor.Start ? "start"
                    : text.Anchor == Anchor.End ? "end"
                    : "middle"
            )
            {
                Line = marks.OfType<Mark.Line>().FirstOrDefault() is { Points: [var from, .., var to] }
                    ? new GroundLine(from.X, from.Y, to.X, to.Y)
                    : null,
            }
            : null;
}

/// <summary>A label where there is room for it.</summary>
/// <param name="Words">What it says.</param>
/// <param name="X">Where it is held.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Anchor">By which end it is held: "start", "middle" or "end".</param>
public sealed record GroundLabel(string Words, double X, double Y, string Anchor)
{
    /// <summary>From its symbol to it; null where it stands right beside that.</summary>
    public GroundLine? Line { get; init; }
}

/// <summary>A straight line on the ground.</summary>
public sealed record GroundLine(double X1, double Y1, double X2, double Y2);
