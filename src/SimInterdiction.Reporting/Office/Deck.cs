using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Value;
using SimInterdiction.Reporting.Words;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Presentation;

namespace SimInterdiction.Reporting.Office;

/// <summary>The deck: one figure a slide, 16:9, the answer first. Figures 1 and 3 are charts that can be edited; alt
/// texts and provenance stand in the notes too.</summary>
public static class Deck
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly (int X, int Y, int Width, int Height) ChartPlace = (500_000, 1_550_000, DeckXml.Width - 1_000_000, 4_350_000);

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
            notes.NotesMaster = new P.NotesMaster(DeckXml.NotesMaster());
            notes.AddNewPart<ThemePart>().Theme = new A.Theme(DeckXml.Theme());
            string[] slides = [.. figures.Select(f => deck.GetIdOfPart(AddSlide(deck, layout, notes, f, Native(f))))];
            deck.Presentation = new P.Presentation(
                DeckXml.Presentation(deck.GetIdOfPart(layout.SlideMasterPart!), deck.GetIdOfPart(notes), slides)
            );
        }

        return stream.ToArray();
    }

    private static NativeChart? Native(Figure figure) =>
        figure.Content switch
        {
            AnswerFigure answer => ChartXml.Of(answer),
            ValueFigure value => ChartXml.Of(value),
            _ => null,
        };

    private static SlideLayoutPart AddMaster(PresentationPart deck)
    {
        SlideMasterPart master = deck.AddNewPart<SlideMasterPart>();
        SlideLayoutPart layout = master.AddNewPart<SlideLayoutPart>();
        layout.AddPart(master);
        layout.SlideLayout = new P.SlideLayout(DeckXml.Layout());
        master.SlideMaster = new P.SlideMaster(DeckXml.Master(master.GetIdOfPart(layout)));
        ThemePart theme = master.AddNewPart<ThemePart>();
        theme.Theme = new A.Theme(DeckXml.Theme());
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
        slide.Slide = new P.Slide(chart is null ? PictureSlide(slide, figure) : ChartSlide(slide, figure, chart));
        NotesSlidePart notes = slide.AddNewPart<NotesSlidePart>();
        notes.AddPart(slide);
        notes.AddPart(notesMaster);
        ProvenanceBlock from = figure.Words.Provenance;
        notes.NotesSlide = new P.NotesSlide(
            DeckXml.Notes([figure.Words.AltText, figure.Words.HowToRead, from.Warning, from.Source, from.NotCovered])
        );
        return slide;
    }

    private static string PictureSlide(SlidePart slide, Figure figure)
    {
        ImagePart picture = slide.AddImagePart(ImagePartType.Png);
        using (var content = new MemoryStream(FigureFile.Png(figure)))
        {
            picture.FeedData(content);
        }

        double scale = Math.Min(DeckXml.Width / figure.Scene.Width, DeckXml.Height / figure.Scene.Height);
        int width = (int)(figure.Scene.Width * scale);
        int height = (int)(figure.Scene.Height * scale);
        var place = ((DeckXml.Width - width) / 2, (DeckXml.Height - height) / 2, width, height);
        return DeckXml.Slide(
            figure.Words.Title,
            isTitleShown: false,
            DeckXml.Picture(slide.GetIdOfPart(picture), $"Figure {figure.Number}", FigureFile.AltText(figure), place)
        );
    }

    private static string ChartSlide(SlidePart slide, Figure figure, NativeChart native)
    {
        ChartPart chart = slide.AddNewPart<ChartPart>();
        EmbeddedPackagePart table = chart.AddEmbeddedPackagePart(Xlsx);
        using (var content = new MemoryStream(Spreadsheet.Write([native.Table])))
        {
            table.FeedData(content);
        }

        chart.ChartSpace = new C.ChartSpace(
            native.Xml.Replace("r:id=\"rId1\"", $"r:id=\"{chart.GetIdOfPart(table)}\"", StringComparison.Ordinal)
        );
        ProvenanceBlock from = figure.Words.Provenance;
        string shapes =
            DeckXml.Chart(slide.GetIdOfPart(chart), $"Figure {figure.Number}", FigureFile.AltText(figure), ChartPlace)
            + DeckXml.Text(4, [(1400, "595959", false, native.Says)], (500_000, 1_080_000, DeckXml.Width - 1_000_000, 480_000))
            + DeckXml.Text(
                5,
                [(1200, "801650", true, from.Warning), (1100, "3D3D3D", false, from.NotCovered), (1000, "595959", false, from.Source)],
                (500_000, 5_900_000, DeckXml.Width - 1_000_000, 850_000)
            );
        return DeckXml.Slide(figure.Words.Title, isTitleShown: true, shapes);
    }
}
