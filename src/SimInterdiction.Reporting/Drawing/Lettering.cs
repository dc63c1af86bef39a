using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace SimInterdiction.Reporting.Drawing;

public enum Weight
{
    Regular,
    Semibold,
}

/// <summary>Sets text in the embedded Source Sans 3, as outlines: a picture looks the same on a machine without any font.</summary>
public static class Lettering
{
    private static readonly SKTypeface Regular = Load("SourceSans3-Regular.ttf");
    private static readonly SKTypeface Semibold = Load("SourceSans3-Semibold.ttf");

    // A shaper parses the whole font: made once each, it turns seconds a report into tenths. HarfBuzz fonts aren't shared between threads without a lock.
    private static readonly SKShaper RegularShaper = new(Regular);
    private static readonly SKShaper SemiboldShaper = new(Semibold);
    private static readonly Lock Shaping = new();

    /// <summary>The typeface of a weight, from the resources of this library.</summary>
    public static SKTypeface Face(Weight weight) => weight == Weight.Semibold ? Semibold : Regular;

    /// <summary>How wide a line is, with kerning.</summary>
    public static double Width(string text, double size, Weight weight = Weight.Regular)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        using SKFont font = Font(size, weight);
        return Shape(text, 0, 0, font, weight).Width;
    }

    /// <summary>The outlines of a line whose baseline begins at a point.</summary>
    public static SKPath Outline(string text, double x, double y, double size, Weight weight)
    {
        using SKFont font = Font(size, weight);
        SKShaper.Result shaped = Shape(text, (float)x, (float)y, font, weight);
        var path = new SKPath();
        for (int i = 0; i < shaped.Codepoints.Length; i++)
        {
            using SKPath? glyph = font.GetGlyphPath((ushort)shaped.Codepoints[i]);
            if (glyph is not null)
            {
                path.AddPath(glyph, shaped.Points[i].X, shaped.Points[i].Y);
            }
        }

        return path;
    }

    /// <summary>Breaks text at spaces into lines no wider than a width; the last line of at most <paramref name="most"/> ends in an ellipsis where words are lost.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, Weight weight = Weight.Regular, int most = int.MaxValue)
    {
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size, weight) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        if (lines.Count > most)
        {
            lines[most - 1] = string.Join(' ', lines.Skip(most - 1));
            lines.RemoveRange(most, lines.Count - most);
        }

        return [.. lines.Select(l => Shorten(l, width, size, weight))];
    }

    /// <summary>The text, or as much of it as fits, with an ellipsis.</summary>
    public static string Shorten(string text, double width, double size, Weight weight = Weight.Regular)
    {
        if (Width(text, size, weight) <= width)
        {
            return text;
        }

        int kept = text.Length;
        while (kept > 1 && Width(text[..kept].TrimEnd() + "…", size, weight) > width)
        {
            kept--;
        }

        return text[..kept].TrimEnd() + "…";
    }

    /// <summary>The largest of the sizes, from large to small, at which the text fits a number of lines; else the smallest.</summary>
    public static double Fit(string text, double width, int lines, Weight weight, params double[] sizes)
    {
        foreach (double size in sizes)
        {
            IReadOnlyList<string> wrapped = Wrap(text, width, size, weight);
            if (wrapped.Count <= lines && wrapped.All(l => !l.EndsWith('…')))
            {
                return size;
            }
        }

        return sizes[^1];
    }

    private static SKShaper.Result Shape(string text, float x, float y, SKFont font, Weight weight)
    {
        lock (Shaping)
        {
            return (weight == Weight.Semibold ? SemiboldShaper : RegularShaper).Shape(text, x, y, font);
        }
    }

    private static SKFont Font(double size, Weight weight) =>
        new(Face(weight), (float)size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };

    private static SKTypeface Load(string resource)
    {
        using Stream stream = typeof(Lettering).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not embedded.");
        using SKData data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {resource} can't be read.");
    }
}
