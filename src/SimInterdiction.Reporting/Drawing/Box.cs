namespace SimInterdiction.Reporting.Drawing;

/// <summary>A rectangle on the canvas, in canvas units (1280 wide); y grows downwards.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double CentreX => (Left + Right) / 2;

    public double CentreY => (Top + Bottom) / 2;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) => Left <= other.Left && Top <= other.Top && Right >= other.Right && Bottom >= other.Bottom;

    public Box Shrunk(double by) => new(Left + by, Top + by, Right - by, Bottom - by);
}
