using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Geography;

/// <summary>The ground of a map that others draw on: where places lie, the lines below them, and room for
/// labels.</summary>
public sealed class PlanGround
{
    // Between two names side by side: less reads as one.
    private const double LeastBetween = 5;

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

    /// <summary>Keeps room free of labels around a symbol.</summary>
    /// <param name="x">Of its middle.</param>
    /// <param name="y">Of its middle.</param>
    /// <param name="radius">Around it.</param>
    public void Reserve(double x, double y, double radius) => placement.Reserve(new Box(x - radius, y - radius, x + radius, y + radius));

    /// <summary>A label beside a symbol, cut where it is too long; null where there is no room for it.</summary>
    /// <param name="words">What it says.</param>
    /// <param name="x">Of the symbol.</param>
    /// <param name="y">Of the symbol.</param>
    /// <param name="size">Of the letters.</param>
    /// <param name="distance">From the symbol's middle to its edge.</param>
    public GroundLabel? Label(string words, double x, double y, double size, double distance)
    {
        if (placement.Beside(new Mark.Text(words, x, y, size, Palette.Ink), x, y, distance) is not { } text)
        {
            return null;
        }

        placement.Cover(text.Covers.Grown(LeastBetween));
        return new GroundLabel(
            text.Words,
            text.X,
            text.Y,
            text.Anchor == Anchor.Start ? "start"
                : text.Anchor == Anchor.End ? "end"
                : "middle"
        );
    }
}

/// <summary>A label where there is room for it.</summary>
/// <param name="Words">What it says.</param>
/// <param name="X">Where it is held.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Anchor">By which end it is held: "start", "middle" or "end".</param>
public sealed record GroundLabel(string Words, double X, double Y, string Anchor);
