using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Report;

/// <summary>Breaks text for the PDF: at spaces, and words wider than a line, such as hashes and paths, anywhere.
/// Nothing is lost.</summary>
internal static class PdfText
{
    public static IReadOnlyList<string> Wrap(string words, double width, double size, Weight weight) =>
        Lettering.Wrap(
            string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width, size, weight))),
            width,
            size,
            weight
        );

    private static IEnumerable<string> Pieces(string word, double width, double size, Weight weight)
    {
        while (Lettering.Width(word, size, weight) > width && word.Length > 1)
        {
            int kept = word.Length - 1;
            while (kept > 1 && Lettering.Width(word[..kept], size, weight) > width)
            {
                kept--;
            }

            yield return word[..kept];
            word = word[kept..];
        }

        yield return word;
    }
}
