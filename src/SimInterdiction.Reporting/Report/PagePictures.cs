using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Reporting.Report;

/// <summary>The pictures of a page that must stay small: without loss while there is room for all of them. Where there
/// is not, the largest lose some of their sharpness, and no more of them than must.</summary>
internal sealed class PagePictures
{
    // 1920 pixels wide: 270 to the inch on a printed page.
    private const double PixelsPerUnit = 1.5;

    // In base64 that leaves a page under 3 MB.
    private const int Room = 2_000_000;

    private static readonly float[] Qualities = [72, 40, 15];

    private readonly Dictionary<string, string> sources;

    /// <param name="figures">The figures of the page, encoded side by side.</param>
    public PagePictures(IReadOnlyList<Figure> figures)
    {
        Picture[] pictures = [.. figures.AsParallel().AsOrdered().Select(figure => new Picture(figure, "png", Png(figure)))];
        foreach (float quality in Qualities)
        {
            Shrink(pictures, quality);
        }

        sources = pictures.ToDictionary(p => p.Figure.FileStem, p => $"data:image/{p.Type};base64,{Convert.ToBase64String(p.Content)}");
    }

    /// <summary>What the page says where it shows a figure.</summary>
    public string Source(Figure figure) => sources[figure.FileStem];

    private static byte[] Png(Figure figure) => FigureFile.Png(figure, PixelsPerUnit);

    // The largest first, each once, until all have room.
    private static void Shrink(Picture[] pictures, float quality)
    {
        int taken = pictures.Sum(p => p.Content.Length);
        foreach (int i in Enumerable.Range(0, pictures.Length).OrderByDescending(i => pictures[i].Content.Length).ToArray())
        {
            if (taken <= Room)
            {
                return;
            }

            byte[] smaller = FigureFile.WebP(pictures[i].Figure, PixelsPerUnit, quality);
            if (smaller.Length < pictures[i].Content.Length)
            {
                taken -= pictures[i].Content.Length - smaller.Length;
                pictures[i] = pictures[i] with { Type = "webp", Content = smaller };
            }
        }
    }

    private sealed record Picture(Figure Figure, string Type, byte[] Content);
}
