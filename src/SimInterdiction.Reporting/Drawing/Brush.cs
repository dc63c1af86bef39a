using SkiaSharp;

namespace SimInterdiction.Reporting.Drawing;

/// <summary>How letters are drawn: as outlines, which look the same everywhere, or as text of a document, which can be
/// selected and searched.</summary>
public enum Letters
{
    Outlines,
    Text,
}

/// <summary>Turns marks into strokes and fills, the same way for pixels and for SVG.</summary>
internal static class Brush
{
    public static void Draw(SKCanvas canvas, Mark mark, Letters letters)
    {
        switch (mark)
        {
            case Mark.Text text:
                DrawText(canvas, text, letters);
                break;
            case Mark.Line line:
                DrawLine(canvas, line);
                break;
            case Mark.Rectangle rectangle:
                FillAndStroke(rectangle.Fill, rectangle.Stroke, rectangle.StrokeWidth, paint =>
                    canvas.DrawRect(Rect(rectangle.Box), paint)
                );
                break;
            case Mark.Dot dot:
                FillAndStroke(dot.Fill, dot.Stroke, dot.StrokeWidth, paint =>
                    canvas.DrawCircle((float)dot.X, (float)dot.Y, (float)dot.Radius, paint)
                );
                break;
            case Mark.Pane pane:
                DrawPane(canvas, pane);
                break;
            case Mark.Clipped clipped:
                canvas.Save();
                canvas.ClipRect(Rect(clipped.Box));
                foreach (Mark inner in clipped.Marks)
                {
                    Draw(canvas, inner, letters);
                }

                canvas.Restore();
                break;
        }
    }

    private static void DrawText(SKCanvas canvas, Mark.Text text, Letters letters)
    {
        using SKPath outline = Lettering.Outline(text.Words, text.Left, text.Y, text.Size, text.Weight);
        if (text.Halo)
        {
            using SKPaint edge = Stroke(SKColors.White, 3.5);
            canvas.DrawPath(outline, edge);
        }

        using SKPaint fill = Fill(text.Color);
        if (letters == Letters.Text)
        {
            using SKTextBlob? blob = DocumentText.Set(text.Words, text.Left, text.Y, text.Size, text.Weight);
            if (blob is not null)
            {
                canvas.DrawText(blob, 0, 0, fill);
            }
        }
        else
        {
            canvas.DrawPath(outline, fill);
        }
    }

    private static void DrawLine(SKCanvas canvas, Mark.Line line)
    {
        using var path = new SKPath();
        path.MoveTo((float)line.Points[0].X, (float)line.Points[0].Y);
        foreach ((double x, double y) in line.Points.Skip(1))
        {
            path.LineTo((float)x, (float)y);
        }

        using SKPaint paint = Stroke(line.Color, line.Width);
        if (line.IsDashed)
        {
            float dash = (float)Math.Max(4, line.Width * 1.2);
            paint.StrokeCap = SKStrokeCap.Butt;
            paint.PathEffect = SKPathEffect.CreateDash([dash, dash * 0.7f], 0);
        }

        canvas.DrawPath(path, paint);
    }

    private static void DrawPane(SKCanvas canvas, Mark.Pane pane)
    {
        var box = new ScottPlot.PixelRect((float)pane.Box.Left, (float)pane.Box.Right, (float)pane.Box.Bottom, (float)pane.Box.Top);
        if (pane.Plot.RenderManager.RenderCount == 0)
        {
            // The first time it draws twice, one over the other, as its layout stands only then.
            using var nowhere = new SKNoDrawCanvas((int)pane.Box.Right, (int)pane.Box.Bottom);
            pane.Plot.Render(nowhere, box);
        }

        canvas.Save();
        canvas.ClipRect(Rect(pane.Box));
        pane.Plot.Render(canvas, box);
        canvas.Restore();
    }

    private static void FillAndStroke(SKColor? fill, SKColor? stroke, double width, Action<SKPaint> draw)
    {
        if (fill is { } inside)
        {
            using SKPaint paint = Fill(inside);
            draw(paint);
        }

        if (stroke is { } edge)
        {
            using SKPaint paint = Stroke(edge, width);
            draw(paint);
        }
    }

    private static SKPaint Fill(SKColor color) =>
        new()
        {
            Color = color,
            IsAntialias = true,
            Style = SKPaintStyle.Fill,
        };

    private static SKPaint Stroke(SKColor color, double width) =>
        new()
        {
            Color = color,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = (float)width,
            StrokeJoin = SKStrokeJoin.Round,
            StrokeCap = SKStrokeCap.Round,
        };

    private static SKRect Rect(Box box) => new((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);
}
