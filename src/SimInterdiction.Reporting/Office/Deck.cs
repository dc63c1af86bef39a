using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Value;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Presentation;

namespace SimInterdiction.Reporting.Office;

/// <summary>The deck: one figure a slide, 16:9, the answer first and the limits last; what the scenario requires and
/// what each deployment is follow the answer, and its questions the figures, as tables. Figures 1 and 3 are charts that
/// can be edited; alt texts and provenance stand in the notes too.</summary>
public static class Deck
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Top = 1_080_000;
    private const int Bottom = 5_900_000;
    private const int FindingSize = 14;
    private const int FindingLine = 235_000;
    private const double EmuPerPoint = 12_700;
    private const int CaptionHeight = 420_000;

    // As many as there is room for, with labels of two lines.
    private const int MostRows = 8;
    private const int MostQuestions = 3;
    private const int MostSentences = 4;

    /// <param name="study">The study.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="figures">The figures, in the order of the slides.</param>
    public static byte[] Write(StudyResult study, Provenance provenance, IReadOnlyList<Figure> figures)
    {
        using var stream = new MemoryStream();
        using (var document = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            PresentationPart deck = document.AddPresentationPart();
            SlideLayoutPart layout = AddMaster(deck);
            NotesMasterPart notes = deck.AddNewPart<NotesMasterPart>();
            notes.NotesMaster = DeckParts.NotesMaster();
            notes.AddNewPart<ThemePart>().Theme = DeckTheme.Make();
            var page = new ReportPage(study, provenance, figures);
            string[] slides =
            [
                .. figures.Take(1).Select(f => deck.GetIdOfPart(AddSlide(deck, layout, notes, f, Native(f)))),
                .. CriteriaSections.Table(study) is { } criteria
                    ? AddTable(deck, layout, page, "What the scenario requires", criteria).Select(deck.GetIdOfPart)
                    : Array.Empty<string>(),
                .. AddDeployments(deck, layout, page).Select(deck.GetIdOfPart),
                .. figures.Skip(1).Select(f => deck.GetIdOfPart(AddSlide(deck, layout, notes, f, Native(f)))),
                .. AddWhatIfs(deck, layout, page).Select(deck.GetIdOfPart),
                .. study.Optimization is { } found
                    ? AddOptimization(deck, layout, page, found.Result).Select(deck.GetIdOfPart)
                    : Array.Empty<string>(),
                deck.GetIdOfPart(AddLimits(deck, layout, page)),
            ];
            deck.Presentation = DeckParts.Presentation(deck.GetIdOfPart(layout.SlideMasterPart!), deck.GetIdOfPart(notes), slides);
        }

        return OfficePackage.Settled(stream);
    }

    private static NativeChart? Native(Figure figure) =>
        figure.Content switch
        {
            AnswerFigure answer => NativeCharts.Of(answer),
            ValueFigure value => NativeCharts.Of(value),
            _ => null,
        };

    private static SlideLayoutPart AddMaster(PresentationPart deck)
    {
        SlideMasterPart master = deck.AddNewPart<SlideMasterPart>();
        SlideLayoutPart layout = master.AddNewPart<SlideLayoutPart>();
        layout.AddPart(master);
        layout.SlideLayout = DeckParts.Layout();
        master.SlideMaster = DeckParts.Master(master.GetIdOfPart(layout));
        ThemePart theme = master.AddNewPart<ThemePart>();
        theme.Theme = DeckTheme.Make();
        deck.AddPart(theme);
        return layout;
    }

    private static SlidePart AddSlide(
        PresentationPart deck,
        SlideLayoutPart layout,
        NotesMasterPart notesMaster,
        Figure figure,
        NativeChart? chart
    )
    {
        SlidePart slide = deck.AddNewPart<SlidePart>();
        slide.AddPart(layout);
        slide.Slide = chart is null ? PictureSlide(slide, figure) : ChartSlide(slide, figure, chart);
        NotesSlidePart notes = slide.AddNewPart<NotesSlidePart>();
        notes.AddPart(slide);
        notes.AddPart(notesMaster);
        ProvenanceBlock from = figure.Words.Provenance;
        notes.NotesSlide = DeckParts.Notes([figure.Words.AltText, figure.Words.HowToRead, from.Warning, from.Source, from.NotCovered]);
        return slide;
    }

    private static IEnumerable<SlidePart> AddOptimization(
        PresentationPart deck,
        SlideLayoutPart layout,
        ReportPage page,
        OptimizationResult found
    )
    {
        yield return AddSentences(
            deck,
            layout,
            page,
            "The best deployment that was found",
            OptimizationSections.Sentences(found).Concat(OptimizationWords.More(found))
        );
        string[] beyond = [.. OptimizationSections.Beyond(found)];
        if (beyond.Length > 0)
        {
            yield return AddSentences(deck, layout, page, "If they know it, and if we guess wrong", beyond);
        }
    }

    // One slide: those that the answer speaks of come first, and the others are counted.
    private static IEnumerable<SlidePart> AddDeployments(PresentationPart deck, SlideLayoutPart layout, ReportPage page)
    {
        ReportTable all = AnswerSections.Deployments(page, [.. page.View.Spoken]);
        (IReadOnlyList<string>[] rows, string caption) = (PaperRoom.ForAll with { MostRows = MostRows }).Rows([.. all.Rows], all.Caption);
        return AddTable(deck, layout, page, "The deployments compared", new ReportTable(caption, all.Columns, rows));
    }

    private static IEnumerable<SlidePart> AddWhatIfs(PresentationPart deck, SlideLayoutPart layout, ReportPage page)
    {
        ReportTable[] tables = [.. WhatIfSections.Tables(page, MostQuestions)];
        foreach (SlidePart slide in tables.SelectMany(table => AddTable(deck, layout, page, "What if", table)))
        {
            yield return slide;
        }

        if (tables.Length > 0)
        {
            foreach (string[] some in WhatIfSections.Sentences(page).Chunk(MostSentences))
            {
                yield return AddSentences(deck, layout, page, "What if: what becomes of the answer", [.. some, WhatIfWords.Note]);
            }
        }
    }

    private static IEnumerable<SlidePart> AddTable(
        PresentationPart deck,
        SlideLayoutPart layout,
        ReportPage page,
        string title,
        ReportTable table
    )
    {
        int from = Top + CaptionHeight;
        foreach (IReadOnlyList<string>[] rows in table.Rows.Chunk(MostRows))
        {
            SlidePart slide = deck.AddNewPart<SlidePart>();
            slide.AddPart(layout);
            slide.Slide = DeckParts.Slide(
                title,
                isTitleShown: true,
                DeckParts.Text(3, [new(1200, "595959", false, table.Caption)], Across(Top, from)),
                DeckTable.Make(5, table.Caption, table.Columns, [.. rows.Select(Plainly)], Across(from, Bottom)),
                Sources(page)
            );
            yield return slide;
        }
    }

    // A star marks the baseline's row for media that shade it.
    private static IReadOnlyList<string> Plainly(IReadOnlyList<string> row) => [row[0].TrimStart('*'), .. row.Skip(1)];

    private static P.Shape Sources(ReportPage page) =>
        DeckParts.Text(
            4,
            [new(1200, "801650", true, page.Block.Warning), new(1000, "595959", false, page.Block.Source)],
            Across(Bottom, Bottom + 850_000)
        );

    private static SlidePart AddSentences(
        PresentationPart deck,
        SlideLayoutPart layout,
        ReportPage page,
        string title,
        IEnumerable<string> sentences
    )
    {
        SlidePart slide = deck.AddNewPart<SlidePart>();
        slide.AddPart(layout);
        slide.Slide = DeckParts.Slide(
            title,
            isTitleShown: true,
            DeckParts.Text(
                3,
                [.. sentences.Select(sentence => new SlideLine(1400, "161616", false, sentence) { IsItem = true })],
                Across(Top, Bottom)
            ),
            Sources(page)
        );
        return slide;
    }

    private static SlidePart AddLimits(PresentationPart deck, SlideLayoutPart layout, ReportPage page)
    {
        SlidePart slide = deck.AddNewPart<SlidePart>();
        slide.AddPart(layout);
        slide.Slide = DeckParts.Slide(
            "The limits that matter most",
            isTitleShown: true,
            DeckParts.Text(
                3,
                [
                    new(2000, "801650", true, page.Block.Warning),
                    .. AnswerSections
                        .Limits(page)
                        .Append(page.Block.NotCovered)
                        .Select(limit => new SlideLine(2000, "161616", false, limit) { IsItem = true }),
                ],
                Across(Top, Bottom)
            ),
            DeckParts.Text(4, [new(1000, "595959", false, page.Block.Source)], Across(Bottom, Bottom + 850_000))
        );
        return slide;
    }

    private static P.Slide PictureSlide(SlidePart slide, Figure figure)
    {
        ImagePart picture = slide.AddImagePart(ImagePartType.Png);
        using (var content = new MemoryStream(FigureFile.Png(figure)))
        {
            picture.FeedData(content);
        }

        double scale = Math.Min(DeckParts.Width / figure.Scene.Width, DeckParts.Height / figure.Scene.Height);
        int width = (int)(figure.Scene.Width * scale);
        int height = (int)(figure.Scene.Height * scale);
        var place = new SlideBox((DeckParts.Width - width) / 2, 0, width, height);
        return DeckParts.Slide(
            figure.Words.Title,
            isTitleShown: false,
            DeckParts.Picture(slide.GetIdOfPart(picture), $"Figure {figure.Number}", FigureFile.AltText(figure), place)
        );
    }

    private static P.Slide ChartSlide(SlidePart slide, Figure figure, NativeChart native)
    {
        ChartPart chart = slide.AddNewPart<ChartPart>();
        EmbeddedPackagePart table = chart.AddEmbeddedPackagePart(Xlsx);
        using (var content = new MemoryStream(Spreadsheet.Write([native.Table], figure.Words.Provenance.Warning)))
        {
            table.FeedData(content);
        }

        chart.ChartSpace = new C.ChartSpace(
            new C.RoundedCorners { Val = false },
            new C.Chart(new C.AutoTitleDeleted { Val = true }, native.Plot, new C.PlotVisibleOnly { Val = true }),
            new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = chart.GetIdOfPart(table) }
        );
        ProvenanceBlock from = figure.Words.Provenance;
        string? finding = figure.Words.Finding;
        int words = 470_000 + (finding is null ? 0 : FindingLine * FindingLines(finding));
        return DeckParts.Slide(
            figure.Words.Title,
            isTitleShown: true,
            DeckParts.Chart(slide.GetIdOfPart(chart), $"Figure {figure.Number}", FigureFile.AltText(figure), Across(Top + words, Bottom)),
            DeckParts.Text(
                4,
                [
                    .. finding is null ? Array.Empty<SlideLine>() : [new(100 * FindingSize, "1A1A1A", true, finding)],
                    new(finding is null ? 1400 : 1200, "595959", false, native.Says),
                ],
                Across(Top, Top + words)
            ),
            DeckParts.Text(
                5,
                [
                    new(1200, "801650", true, from.Warning),
                    new(1100, "3D3D3D", false, from.NotCovered),
                    new(1000, "595959", false, from.Source),
                ],
                Across(Bottom, Bottom + 850_000)
            )
        );
    }

    private static int FindingLines(string finding) =>
        Lettering.Wrap(finding, Across(Top, Bottom).Width / EmuPerPoint, FindingSize, Weight.Semibold).Count;

    private static SlideBox Across(int top, int bottom) => new(500_000, top, DeckParts.Width - 1_000_000, bottom - top);
}
