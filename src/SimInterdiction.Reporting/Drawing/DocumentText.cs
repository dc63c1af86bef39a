using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;
using Buffer = HarfBuzzSharp.Buffer;

namespace SimInterdiction.Reporting.Drawing;

/// <summary>Sets lines as text of a document. Without ligatures: one for "ft" stands for no character, so that whoever
/// copies or searches "shift" would find "shi".</summary>
internal static class DocumentText
{
    private const int UnitsPerSize = 512;
    private static readonly Feature[] NoLigatures = [new(Tag.Parse("liga"), 0), new(Tag.Parse("clig"), 0), new(Tag.Parse("dlig"), 0)];
    private static readonly Font Regular = FontOf(Weight.Regular);
    private static readonly Font Semibold = FontOf(Weight.Semibold);
    private static readonly Lock Shaping = new();

    /// <summary>The line with its baseline beginning at a point; null where it has no glyph.</summary>
    public static SKTextBlob? Set(string text, double x, double y, double size, Weight weight)
    {
        (ushort Glyph, double X, double Y)[] shaped = Shape(text, weight);
        using var font = new SKFont(Lettering.Face(weight), (float)size)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
        };
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(
            [.. shaped.Select(g => g.Glyph)],
            font,
            [.. shaped.Select(g => new SKPoint((float)(x + (g.X * size)), (float)(y - (g.Y * size))))]
        );
        return builder.Build();
    }

    /// <summary>Glyphs and where they stand, at a size of 1, y up.</summary>
    internal static (ushort Glyph, double X, double Y)[] Shape(string text, Weight weight)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(Lettering.Drawable(text));
        buffer.GuessSegmentProperties();
        lock (Shaping)
        {
            (weight == Weight.Semibold ? Semibold : Regular).Shape(buffer, NoLigatures);
        }

        double at = 0;
        var shaped = new (ushort, double, double)[buffer.Length];
        for (int i = 0; i < shaped.Length; i++)
        {
            GlyphPosition place = buffer.GlyphPositions[i];
            shaped[i] = ((ushort)buffer.GlyphInfos[i].Codepoint, (at + place.XOffset) / UnitsPerSize, place.YOffset / (double)UnitsPerSize);
            at += place.XAdvance;
        }

        return shaped;
    }

    private static Font FontOf(Weight weight)
    {
        using Blob blob = Lettering.Face(weight).OpenStream(out int index).ToHarfBuzzBlob();
        using var face = new Face(blob, index);
        var font = new Font(face);
        font.SetScale(UnitsPerSize, UnitsPerSize);
        font.SetFunctionsOpenType();
        return font;
    }
}
