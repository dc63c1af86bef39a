using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>A checkpoint's circle on a map.</summary>
/// <param name="Spot">The checkpoint.</param>
/// <param name="X">Where its circle is drawn.</param>
/// <param name="Y">The same, downward.</param>
internal readonly record struct MapCircle(MapSpot Spot, double X, double Y)
{
    private const int MostSteps = 200;

    // Of the smaller of two circles, at least so much of its diameter is seen.
    private const double Seen = 0.7;

    public double Radius => Spot.Radius;

    public Mark.Dot Mark => MapSpot.Dot(X, Y, Radius, Spot.IsHollow);

    /// <summary>What it covers.</summary>
    public Box Covers => new(X - Radius, Y - Radius, X + Radius, Y + Radius);

    /// <summary>A circle where the place is.</summary>
    public static MapCircle Of(MapSpot spot, Projection projection)
    {
        (double x, double y) = projection.Place(spot.At);
        return new MapCircle(spot, x, y);
    }

    /// <summary>Moves circles that lie all but on one another apart until each is seen: two bridges of one town stand
    /// beside each other then, and not where a map of this size would have them.</summary>
    /// <param name="circles">Where they are by the map.</param>
    /// <param name="box">They stay in it.</param>
    public static MapCircle[] Spread(IEnumerable<MapCircle> circles, Box box)
    {
        MapCircle[] spread = [.. circles];
        bool isMoving = true;
        for (int step = 0; isMoving && step < MostSteps; step++)
        {
            isMoving = false;
            for (int i = 0; i < spread.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    isMoving |= Part(ref spread[j], ref spread[i], box);
                }
            }
        }

        return spread;
    }

    /// <summary>From where it is to its circle, where that does not lie over it.</summary>
    public Mark? Line(Projection projection)
    {
        (double x, double y) = projection.Place(Spot.At);
        return double.Hypot(X - x, Y - y) > Radius ? new Mark.Line([(x, y), (X, Y)], Palette.Charcoal, 1) : null;
    }

    /// <summary>From rim to rim, negative where they overlap.</summary>
    public double Gap(MapCircle other) => double.Hypot(other.X - X, other.Y - Y) - Radius - other.Radius;

    // The smaller one moves more.
    private static bool Part(ref MapCircle one, ref MapCircle other, Box box)
    {
        double apart = double.Hypot(other.X - one.X, other.Y - one.Y);
        double needed =
            Math.Max(one.Radius, other.Radius) - Math.Min(one.Radius, other.Radius) + (2 * Seen * Math.Min(one.Radius, other.Radius));
        if (apart >= needed - 0.1)
        {
            return false;
        }

        (double x, double y) = apart > 0 ? ((other.X - one.X) / apart, (other.Y - one.Y) / apart) : (1, 0);
        double share = other.Radius / (one.Radius + other.Radius);
        one = one.Moved(-x * (needed - apart) * share, -y * (needed - apart) * share, box);
        other = other.Moved(x * (needed - apart) * (1 - share), y * (needed - apart) * (1 - share), box);
        return true;
    }

    private MapCircle Moved(double right, double down, Box box) =>
        this with
        {
            X = Math.Clamp(X + right, box.Left + Radius, box.Right - Radius),
            Y = Math.Clamp(Y + down, box.Top + Radius, box.Bottom - Radius),
        };
}
