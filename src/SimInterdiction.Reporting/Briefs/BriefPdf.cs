using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SkiaSharp;

namespace SimInterdiction.Reporting.Briefs;

/// <summary>A brief as a PDF of one page, its figure as vectors and its text to be selected.</summary>
public static class BriefPdf
{
    public static byte[] Write(FigureSubject subject)
    {
        Brief brief = Brief.Of(subject);
        BriefLayout page = BriefLayout.Of(brief);
        using var stream = new MemoryStream();
        var about = new SKDocumentPdfMetadata
        {
            Title = $"{brief.Title}: {brief.Headline}",
            Subject = brief.Warning,
            Creator = $"SimInterdiction {subject.Provenance.Version}",
        };
        using (var document = SKDocument.CreatePdf(stream, about))
        {
            SKCanvas canvas = document.BeginPage((float)Paper.Width, (float)Paper.Height);
            page.Scene.DrawOn(canvas, Letters.Text);
            brief.Figure.Scene.DrawOn(canvas, Letters.Text, page.Figure);
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }
}
