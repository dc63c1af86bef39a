namespace SimInterdiction.Reporting.Drawing;

/// <summary>A rectangle on the canvas, in canvas units (1280 wide); y grows downwards.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>How far apart the boxes along a line are.</summary>
    public const double Step = 5;

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double CentreX => (Left + Right) / 2;

    public double CentreY => (Top + Bottom) / 2;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) => Left <= other.Left && Top <= other.Top && Right >= other.Right && Bottom >= other.Bottom;

    public Box Shrunk(double by) => new(Left + by, Top + by, Right - by, Bottom - by);

    public Box Grown(double by) => Shrunk(-by);

    /// <summary>Wider and higher by so much on each side.</summary>
    public Box Grown(double across, double up) => new(Left - across, Top - up, Right + across, Bottom + up);

    /// <summary>Of all its points, the one nearest to a point.</summary>
    public (double X, double Y) Nearest(double x, double y) => (Math.Clamp(x, Left, Right), Math.Clamp(y, Top, Bottom));

    /// <summary>The least box with both in it.</summary>
    public Box With(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The least box with both points in it.</summary>
    public static Box Around((double X, double Y) one, (double X, double Y) other) =>
        new(Math.Min(one.X, other.X), Math.Min(one.Y, other.Y), Math.Max(one.X, other.X), Math.Max(one.Y, other.Y));

    /// <summary>Small boxes, a few units apart, that together stand for a straight line.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other.</param>
    /// <param name="half">Half of what the line measures across.</param>
    public static IEnumerable<Box> Along((double X, double Y) from, (double X, double Y) to, double half)
    {
        int steps = 1 + (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / Step);
        for (int i = 0; i <= steps; i++)
        {
            double x = from.X + ((to.X - from.X) * i / steps);
            double y = from.Y + ((to.Y - from.Y) * i / steps);
            yield return new Box(x - half, y - half, x + half, y + half);
        }
    }

    /// <summary>The same, and the box that they lie in, by which most others are known not to touch the line.</summary>
    public static (Box Reach, Box[] Steps) Steps((double X, double Y) from, (double X, double Y) to, double half) =>
        (Around(from, to).Grown(half), [.. Along(from, to, half)]);
}
