using SkiaSharp;

namespace SimInterdiction.Reporting.Drawing;

public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>One thing drawn: a closed family, so that a scene can be read, measured and checked before it becomes
/// pixels.</summary>
public abstract record Mark
{
    private Mark() { }

    /// <summary>A line of text; (X, Y) is where its baseline is anchored.</summary>
    public sealed record Text(
        string Words,
        double X,
        double Y,
        double Size,
        SKColor Color,
        Weight Weight = Weight.Regular,
        Anchor Anchor = Anchor.Start
    ) : Mark
    {
        /// <summary>As it can be drawn: one line, of characters that the font has.</summary>
        public string Words
        {
            get;
            init => field = Lettering.Drawable(value);
        } = Lettering.Drawable(Words);

        /// <summary>Draws a white edge under the letters, for text over lines.</summary>
        public bool Halo { get; init; }

        public double Left => LeftOf(Anchor == Anchor.Start ? 0 : Width);

        /// <summary>What it covers: from a little above the capitals to the descenders.</summary>
        public Box Covers => CoversAt(Width);

        /// <summary>The same of a label whose width has been measured.</summary>
        /// <param name="width">In pixels, as <see cref="Covers"/> has it.</param>
        internal Box CoversAt(double width)
        {
            double left = LeftOf(width);
            return new Box(left, Y - (Size * 0.74), left + width, Y + (Size * 0.24));
        }

        private double Width => Lettering.Width(Words, Size, Weight);

        private double LeftOf(double width) =>
            Anchor switch
            {
                Anchor.Middle => X - (width / 2),
                Anchor.End => X - width,
                _ => X,
            };
    }

    public sealed record Line(IReadOnlyList<(double X, double Y)> Points, SKColor Color, double Width) : Mark
    {
        /// <summary>Draws dashes: tells lines apart where there is no colour.</summary>
        public bool IsDashed { get; init; }
    }

    public sealed record Rectangle(Box Box, SKColor? Fill, SKColor? Stroke = null, double StrokeWidth = 1) : Mark;

    public sealed record Dot(double X, double Y, double Radius, SKColor Fill, SKColor? Stroke = null, double StrokeWidth = 1) : Mark;

    /// <summary>A ScottPlot plot without axes or frame, filling its box exactly.</summary>
    public sealed record Pane(ScottPlot.Plot Plot, Box Box) : Mark;

    /// <summary>Marks drawn inside a box only.</summary>
    public sealed record Clipped(Box Box, IReadOnlyList<Mark> Marks) : Mark;
}
