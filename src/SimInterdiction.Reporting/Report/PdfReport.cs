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

    // Of the last page.
    private const double LeastOfLast = 1.0 / 3;

    // What the answer is about: the baseline, and the deployment told about.
    private const int Told = 2;

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
        int all = page.Study.Deployments.Count;
        foreach (int inFull in new[] { all, Told, 1 })
        {
            if (Best(Scales.Select(scale => Laid(page, scale, new SeriesRoom(inFull, all)))) is { } pages)
            {
                return pages;
            }
        }

        return WithFewer(page, all);
    }

    // The first that is short enough and whose last page is not nearly empty; else the first that is short enough.
    private static IReadOnlyList<PdfPage>? Best(IEnumerable<Layout> layouts)
    {
        Layout? first = null;
        foreach (Layout layout in layouts.Where(layout => layout.Pages.Count <= MostPages))
        {
            if (layout.FilledOfLast >= LeastOfLast)
            {
                return layout.Pages;
            }

            first ??= layout;
        }

        return first?.Pages;
    }

    // As many of a series as there is room for, and what the answer is about in any case.
    private static IReadOnlyList<PdfPage> WithFewer(ReportPage page, int all)
    {
        IReadOnlyList<PdfPage> fewest = Laid(page, Scales[^1], new SeriesRoom(1, Told)).Pages;
        (int fits, int tooMany) = (Told, all);
        while (fewest.Count <= MostPages && tooMany - fits > 1)
        {
            int some = (fits + tooMany) / 2;
            IReadOnlyList<PdfPage> pages = Laid(page, Scales[^1], new SeriesRoom(1, some)).Pages;
            (fits, tooMany, fewest) = pages.Count <= MostPages ? (some, tooMany, pages) : (fits, some, fewest);
        }

        return fewest;
    }

    private sealed record Layout(IReadOnlyList<PdfPage> Pages, double FilledOfLast);

    private static Layout Laid(ReportPage page, double scale, SeriesRoom room)
    {
        var pages = new PdfPages(
            $"{page.Block.Warning} {page.Provenance.ScenarioFile}, run {page.Provenance.Run}, {ProvenanceBlock.Sampling(page.Study)}",
            scale,
            room
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
        return new Layout(pages.Finish(), pages.Filled);
    }
}
