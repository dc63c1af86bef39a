using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Words;
using SkiaSharp;

namespace SimInterdiction.Reporting.Report;

/// <summary>The report as a PDF, without needing a browser: the sections of the web page, figures as vectors, text that
/// can be selected.</summary>
public static class PdfReport
{
    // As many as people read. What takes more is printed smaller, as long as it can be read.
    private const int MostPages = 15;
    private static readonly double[] Scales = [1, 0.95, 0.9, 0.85];

    public static byte[] Write(StudyResult study, Provenance provenance, IReadOnlyList<Figure> figures)
    {
        var page = new ReportPage(study, provenance, figures);
        using var stream = new MemoryStream();
        var about = new SKDocumentPdfMetadata
        {
            Title = $"{page.Title}: {page.Answer.Headline}",
            Subject = ProvenanceBlock.SyntheticWarning,
            Creator = $"SimInterdiction {provenance.Version}",
        };
        using (var document = SKDocument.CreatePdf(stream, about))
        {
            foreach (PdfPage each in Pages(page))
            {
                SKCanvas canvas = document.BeginPage((float)Paper.Width, (float)Paper.Height);
                canvas.Scale((float)(Paper.Width / each.Scene.Width));
                each.Scene.DrawOn(canvas, Letters.Text);
                foreach (PlacedFigure placed in each.Figures)
                {
                    placed.Figure.Scene.DrawOn(canvas, Letters.Text, placed.Place);
                }

                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }

    /// <summary>The report on pages of A4, or of a larger size that is printed on it.</summary>
    internal static IReadOnlyList<PdfPage> Pages(ReportPage page)
    {
        int i = 0;
        IReadOnlyList<PdfPage> pages;
        do
        {
            pages = Pages(page, Scales[i++]);
        } while (pages.Count > MostPages && i < Scales.Length);

        return pages;
    }

    private static IReadOnlyList<PdfPage> Pages(ReportPage page, double scale)
    {
        var pages = new PdfPages(
            $"{page.Block.Warning} {page.Provenance.ScenarioFile}, run {page.Provenance.Run}, {ProvenanceBlock.Sampling(page.Study)}",
            scale
        );
        pages.Opening(
            page.Title,
            page.Study.Scenario.Question ?? "Which deployment does best?",
            Plain.Sentence(page.Answer.Headline),
            page.Block.Warning
        );
        foreach ((string _, string title, Action<IReportMedium, ReportPage> write) in ReportSections.All)
        {
            pages.Section(title);
            write(pages, page);
        }

        pages.Paragraph(page.Block.NotCovered);
        return pages.Finish();
    }
}
