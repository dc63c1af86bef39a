using System.Globalization;
using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace SimInterdiction.Reporting.Drawing;

public enum Weight
{
    Regular,
    Semibold,
}

/// <summary>Sets text in the embedded Source Sans 3, as outlines: a picture looks the same on a machine without any
/// font.</summary>
public static class Lettering
{
    private const int ShortestLabel = 12;

    private static readonly SKTypeface Regular = Load("SourceSans3-Regular.ttf");
    private static readonly SKTypeface Semibold = Load("SourceSans3-Semibold.ttf");

    // A shaper parses the whole font: made once each, it turns seconds a report into tenths. HarfBuzz fonts aren't
    // shared between threads without a lock.
    private static readonly SKShaper RegularShaper = new(Regular);
    private static readonly SKShaper SemiboldShaper = new(Semibold);
    private static readonly Lock Shaping = new();

    /// <summary>The typeface of a weight, from the resources of this library.</summary>
    public static SKTypeface Face(Weight weight) => weight == Weight.Semibold ? Semibold : Regular;

    /// <summary>
    /// The text as it can be drawn: blanks of every kind, line breaks and tabs as one blank, what has no width left
    /// out, and a question mark for each character that the font lacks.
    /// </summary>
    public static string Drawable(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text;
        }

        var drawable = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            drawable.Append(
                rune switch
                {
                    _ when Rune.IsWhiteSpace(rune) => " ",
                    _ when Rune.IsControl(rune) => " ",
                    _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format => string.Empty,
                    _ when Has(rune) => rune.ToString(),
                    _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                        ? string.Empty
                        : "?",
                }
            );
        }

        return drawable.ToString();

        static bool Has(Rune rune) => Regular.ContainsGlyph(rune.Value) && Semibold.ContainsGlyph(rune.Value);
    }

    /// <summary>How wide a line is, with kerning.</summary>
    public static double Width(string text, double size, Weight weight = Weight.Regular)
    {
        text = Drawable(text);
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
        text = Drawable(text);
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

    /// <summary>Breaks text at spaces into lines no wider than a width; the last line of at most
    /// <paramref name="most"/> ends in an ellipsis where words are lost.</summary>
    public static IReadOnlyList<string> Wrap(
        string text,
        double width,
        double size,
        Weight weight = Weight.Regular,
        int most = int.MaxValue
    )
    {
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string word in Drawable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
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
    public static string Shorten(string text, double width, double size, Weight weight = Weight.Regular) =>
        Shorten(text, string.Empty, t => Width(t, size, weight) <= width);

    /// <summary>A label and what must never be lost behind it, such as its number: the label, or as much of it as lets
    /// both together fit, with an ellipsis.</summary>
    /// <param name="label">What may be cut.</param>
    /// <param name="ending">What stands right behind it.</param>
    /// <param name="fits">Whether words have room; shorter ones always have where longer ones do.</param>
    public static string Shorten(string label, string ending, Func<string, bool> fits)
    {
        label = Drawable(label);
        if (fits(label + ending))
        {
            return label + ending;
        }

        (int least, int most) = (1, Math.Max(1, label.Length - 1));
        while (least < most)
        {
            int kept = (least + most + 1) / 2;
            (least, most) = fits(Cut(label, kept) + ending) ? (kept, most) : (least, kept - 1);
        }

        return Cut(label, least) + ending;
    }

    /// <summary>Words in which labels stand, each label cut no further than must be for all to fit, so that no number
    /// is lost to a long label.</summary>
    /// <param name="words">A sentence.</param>
    /// <param name="labels">The labels that may stand in it.</param>
    /// <param name="fits">Whether words have room.</param>
    public static string Abridge(string words, IEnumerable<string> labels, Func<string, bool> fits)
    {
        if (fits(words))
        {
            return words;
        }

        string[] inside =
        [
            .. labels
                .Where(l => l.Length > ShortestLabel && words.Contains(l, StringComparison.Ordinal))
                .Distinct()
                .OrderByDescending(l => l.Length),
        ];
        string abridged = words;
        for (int most = inside.Length > 0 ? inside[0].Length - 1 : 0; most >= ShortestLabel && !fits(abridged); most--)
        {
            abridged = inside
                .Where(l => l.Length > most)
                .Aggregate(words, (all, label) => all.Replace(label, Cut(label, most), StringComparison.Ordinal));
        }

        return abridged;
    }

    /// <summary>The largest of the sizes, from large to small, at which the text fits a number of lines; else the
    /// smallest.</summary>
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

    /// <summary>Whether text can be set in a number of lines without losing any of it.</summary>
    public static bool Fits(string text, double width, double size, Weight weight, int lines)
    {
        IReadOnlyList<string> wrapped = Wrap(text, width, size, weight);
        return wrapped.Count <= lines
            && string.Join(' ', wrapped) == string.Join(' ', Drawable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Never through the middle of a character that takes two places.
    private static string Cut(string label, int kept)
    {
        int whole = char.IsHighSurrogate(label[kept - 1]) ? kept - 1 : kept;
        return label[..whole].TrimEnd() + "…";
    }

    private static SKShaper.Result Shape(string text, float x, float y, SKFont font, Weight weight)
    {
        lock (Shaping)
        {
            return (weight == Weight.Semibold ? SemiboldShaper : RegularShaper).Shape(text, x, y, font);
        }
    }

    private static SKFont Font(double size, Weight weight) =>
        new(Face(weight), (float)size)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
        };

    private static SKTypeface Load(string resource)
    {
        using Stream stream = typeof(Lettering).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not embedded.");
        using SKData data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {resource} can't be read.");
    }
}
