using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;
using SkiaSharp;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Saves figures: PNG at twice the size for slides, SVG, the data, and the words for those who can't see
/// them.</summary>
public static partial class FigureFile
{
    private const double PixelsPerUnit = 2;

    // None is the filter of that name, and the quickest; NoFilters, in spite of its name, tries them all.
    private const SKPngEncoderFilterFlags PngFilter = SKPngEncoderFilterFlags.None;
    private const int PngEffort = 4;

    // What a figure can be saved as, each by how its file's name ends.
    private static readonly (string Ending, Func<Figure, byte[]> Make)[] Forms =
    [
        (".png", figure => Png(figure)),
        (".svg", figure => Encoding.UTF8.GetBytes(Svg(figure))),
        (".csv", figure => Encoding.UTF8.GetBytes(figure.Csv)),
        (".txt", figure => Encoding.UTF8.GetBytes(AltText(figure) + "\n")),
    ];

    /// <summary>The figure's four files, by name and content, made one after the other: PNG, SVG, the data as CSV, and
    /// the alt text.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Files(Figure figure) => Files(figure, leftOut: []);

    /// <summary>The same without some of them.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="leftOut">How the names end of those that are not made, such as <c>.svg</c>.</param>
    public static IEnumerable<(string Name, byte[] Content)> Files(Figure figure, IReadOnlyCollection<string> leftOut) =>
        Forms.Where(form => !leftOut.Contains(form.Ending)).Select(form => (figure.FileStem + form.Ending, form.Make(figure)));

    /// <param name="figure">The figure.</param>
    /// <param name="pixelsPerUnit">2 for slides and print: 2560 pixels wide.</param>
    public static byte[] Png(Figure figure, double pixelsPerUnit = PixelsPerUnit) =>
        Encoded(figure, pixelsPerUnit, pixels => pixels.Encode(new SKPngEncoderOptions(PngFilter, PngEffort)));

    /// <summary>The same as lossy WebP: where a PNG takes too much room. It takes four times as long.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="pixelsPerUnit">2 for slides and print: 2560 pixels wide.</param>
    /// <param name="quality">From 0 to 100.</param>
    public static byte[] WebP(Figure figure, double pixelsPerUnit, float quality) =>
        Encoded(figure, pixelsPerUnit, pixels => pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality)));

    /// <summary>The figure as SVG, text as outlines, with its title and description for screen readers.</summary>
    public static string Svg(Figure figure)
    {
        string svg = Svg(figure.Scene);
        int inside = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        string size = FormattableString.Invariant($" viewBox=\"0 0 {figure.Scene.Width} {figure.Scene.Height}\" role=\"img\"");
        string described =
            $"<title>{SecurityElement.Escape(figure.Words.Title)}</title><desc>{SecurityElement.Escape(AltText(figure))}</desc>";
        string head = svg[..(inside - 1)];
        return head + (head.Contains("viewBox", StringComparison.Ordinal) ? string.Empty : size) + ">" + described + svg[inside..];
    }

    /// <summary>A scene as SVG, text as outlines.</summary>
    public static string Svg(Scene scene)
    {
        using var stream = new MemoryStream();
        var bounds = SKRect.Create((float)scene.Width, (float)scene.Height);
        using (SKCanvas canvas = SKSvgCanvas.Create(bounds, stream))
        {
            scene.DrawOn(canvas);
        }

        string svg = SvgPaths.Shorten(Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return LongNumber()
            .Replace(svg, n => double.Parse(n.Value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture));
    }

    /// <summary>The figure in words, the provenance included.</summary>
    public static string AltText(Figure figure)
    {
        var p = figure.Words.Provenance;
        return $"{Plain.Sentence(figure.Words.Title)} {figure.Words.AltText} {p.Warning} "
            + $"{p.Source.Replace("  |  ", ", ", StringComparison.Ordinal)}. {p.NotCovered}";
    }

    // In memory of its own, which is given back at once: among the smaller pieces that drawing takes, such large ones
    // left 40 MB of holes.
    private static byte[] Encoded(Figure figure, double pixelsPerUnit, Func<SKPixmap, SKData?> encode)
    {
        Scene scene = figure.Scene;
        int width = (int)(scene.Width * pixelsPerUnit);
        int height = (int)(scene.Height * pixelsPerUnit);
        var size = new SKImageInfo(width, height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        using var memory = MemoryMappedFile.CreateNew(mapName: null, size.BytesSize64);
        using MemoryMappedViewAccessor view = memory.CreateViewAccessor();
        using SKSurface surface = SKSurface.Create(size, view.SafeMemoryMappedViewHandle.DangerousGetHandle(), size.RowBytes);
        surface.Canvas.Scale((float)pixelsPerUnit);
        scene.DrawOn(surface.Canvas);
        using SKPixmap pixels = surface.PeekPixels();
        using SKData data = encode(pixels) ?? throw new InvalidOperationException("The picture can't be encoded.");
        return data.ToArray();
    }

    [GeneratedRegex(@"-?\d+\.\d{3,}(?![\de])")]
    private static partial Regex LongNumber();
}
