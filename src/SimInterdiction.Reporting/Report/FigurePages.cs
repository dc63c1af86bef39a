using SimInterdiction.Reporting.Figures;
using SkiaSharp;

namespace SimInterdiction.Reporting.Report;

/// <summary>The figures as a PDF, one a page, as vectors and without needing a browser. The whole report as PDF comes from printing report.html.</summary>
public static class FigurePages
{
    private const float PointsPerUnit = 0.75f;

    public static byte[] Write(IReadOnlyList<Figure> figures, string title)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = title, Subject = Words.ProvenanceBlock.SyntheticWarning }))
        {
            foreach (Figure figure in figures)
            {
                SKCanvas canvas = document.BeginPage((float)figure.Scene.Width * PointsPerUnit, (float)figure.Scene.Height * PointsPerUnit);
                canvas.Scale(PointsPerUnit);
                figure.Scene.DrawOn(canvas);
                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }
}
