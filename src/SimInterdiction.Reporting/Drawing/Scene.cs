using SkiaSharp;

namespace SimInterdiction.Reporting.Drawing;

/// <summary>A picture as a list of marks, drawn in order.</summary>
public sealed class Scene(double width, double height)
{
    public const double StandardWidth = 1280;
    public const double StandardHeight = 720;

    private readonly List<Mark> marks = [];

    public double Width { get; } = width;

    public double Height { get; } = height;

    public Box Canvas => new(0, 0, Width, Height);

    public IReadOnlyList<Mark> Marks => marks;

    public void Add(Mark mark) => marks.Add(mark);

    /// <summary>Adds lines of text below one another; (x, y) is the first baseline. Gives the last baseline.</summary>
    public double AddLines(IReadOnlyList<string> lines, Mark.Text first, double leading)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            marks.Add(first with { Words = lines[i], Y = first.Y + (i * leading) });
        }

        return first.Y + ((lines.Count - 1) * leading);
    }

    /// <summary>Draws everything on a white page.</summary>
    public void DrawOn(SKCanvas canvas, Letters letters = Letters.Outlines)
    {
        using var page = new SKPaint { Color = SKColors.White };
        canvas.DrawRect(0, 0, (float)Width, (float)Height, page);
        foreach (Mark mark in marks)
        {
            Brush.Draw(canvas, mark, letters);
        }
    }

    /// <summary>Draws everything in a place on a larger page, as wide as that.</summary>
    public void DrawOn(SKCanvas canvas, Letters letters, Box place)
    {
        canvas.Save();
        canvas.Translate((float)place.Left, (float)place.Top);
        canvas.Scale((float)(place.Width / Width));
        DrawOn(canvas, letters);
        canvas.Restore();
    }
}
