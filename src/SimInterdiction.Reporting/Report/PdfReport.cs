using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Words;
using SkiaSharp;

namespace SimInterdiction.Reporting.Report;

/// <summary>The report as a PDF, without needing a browser: the sections of the web page, figures as vectors, text that
/// can be selected.</summary>
public static class PdfReport
{
    // As many as people read. What takes more is printed smaller, as long as it can be read.
    private const int MostPages = 15;
    private static readonly double[] Scales = [1, 0.975, 0.95, 0.925, 0.9, 0.875, 0.85];

    // Of every page, as shares; a last page that is emptier looks less so.
    private const double WellFilled = 0.75;
    private const double LastCounts = 1.1;
    private const double LeastOfPage = 0.4;

    // What the answer is about: the baseline, and the deployment told about.
    private const int Told = 2;

    // Of a table, and where nothing else does.
    private const int MostRows = 20;
    private static readonly int[] FewerRows = [10, 5];

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
        Layout? shortest = null;
        foreach (PaperRoom room in Rooms(page))
        {
            Layout smallest = Laid(page, Scales[^1], room);
            if (smallest.Pages.Count > MostPages)
            {
                continue;
            }

            Layout[] layouts =
            [
                .. Scales.SkipLast(1).Select(scale => Laid(page, scale, room)).Where(layout => layout.Pages.Count <= MostPages),
                smallest,
            ];
            Layout? best = layouts.FirstOrDefault(layout => layout.LeastFilled >= WellFilled)
                ?? layouts.MaxBy(layout => layout.LeastFilled);
            if (best?.LeastFilled >= LeastOfPage)
            {
                return best.Pages;
            }

            shortest ??= layouts.FirstOrDefault();
        }

        return (shortest ?? Laid(page, Scales[^1], Rooms(page).Last())).Pages;
    }

    // First what is looked up stands only where a page has room left; then some rosters are told by what they have
    // otherwise, then left out but for those that the answer speaks of, and the last rows of long tables too. Then
    // figures that others stand in for, more rosters, other figures, more rows.
    private static IEnumerable<PaperRoom> Rooms(ReportPage page)
    {
        int all = page.Study.Deployments.Count;
        PaperRoom whole = PaperRoom.ForAll with { LookedUp = LookedUp.WhereRoomIsLeft };
        yield return whole with
        {
            LookedUp = LookedUp.Everywhere,
        };
        foreach (int inFull in new[] { all, Told, 1 })
        {
            yield return whole with
            {
                Series = new SeriesRoom(inFull, all),
            };
        }

        for (int some = all * 2 / 3; some > page.View.Spoken.Count; some = some * 2 / 3)
        {
            yield return whole with
            {
                Series = new SeriesRoom(1, some),
            };
        }

        PaperRoom room = whole with { Series = new SeriesRoom(1, page.View.Spoken.Count) };
        yield return room;
        room = room with { MostRows = MostRows };
        yield return room;
        FigureKind[] figures =
        [
            .. FigureCatalog
                .All.Skip(1)
                .Where(kind => kind.HasData(page.Study))
                .OrderByDescending(kind => kind.Dispensable)
                .ThenByDescending(kind => kind.Number),
        ];
        foreach (FigureKind kind in figures)
        {
            if (kind.Dispensable == 0 && room.Series.InAll > Told)
            {
                room = room with { Series = new SeriesRoom(1, Told) };
                yield return room;
            }

            room = room with { LeftOut = room.LeftOut.Append(kind.Name).ToHashSet() };
            yield return room;
        }

        foreach (int rows in FewerRows)
        {
            yield return room with
            {
                MostRows = rows,
                Series = room.Series with { MostRows = rows },
            };
        }
    }

    private sealed record Layout(IReadOnlyList<PdfPage> Pages, double LeastFilled);

    private static Layout Laid(ReportPage page, double scale, PaperRoom room)
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
        IReadOnlyList<PdfPage> finished = pages.Finish();
        IReadOnlyList<double> fills = pages.Fills;
        return new Layout(finished, fills.SkipLast(1).Append(LastCounts * fills[^1]).Min());
    }
}
