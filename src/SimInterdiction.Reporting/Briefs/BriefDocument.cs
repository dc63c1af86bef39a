using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Office;
using A = DocumentFormat.OpenXml.Drawing;
using Picture = DocumentFormat.OpenXml.Drawing.Pictures;
using Shape = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace SimInterdiction.Reporting.Briefs;

/// <summary>A brief as a document to edit (DOCX): A4, with named styles, its figure as a picture with alt
/// text.</summary>
public static class BriefDocument
{
    private const double TwipsPerPoint = 20;
    private const double EmuPerPoint = 12_700;
    private const string Question = "Question";
    private const string Headline = "Title";
    private const string Warning = "Warning";
    private const string Heading = "Heading1";
    private const string Item = "ListBullet";

    // Word's fonts run wider than the page's own.
    private const double Narrower = 0.9;

    public static byte[] Write(FigureSubject subject)
    {
        Brief brief = Brief.Of(subject);
        BriefLayout page = BriefLayout.Of(brief);
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = $"{brief.Title}: {brief.Headline}";
            document.PackageProperties.Subject = brief.Warning;
            document.PackageProperties.Creator = $"SimInterdiction {subject.Provenance.Version}";
            MainDocumentPart main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = StylesFor(page.Text * Narrower);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Bullets();
            ImagePart image = main.AddImagePart(ImagePartType.Png);
            using (var content = new MemoryStream(FigureFile.Png(brief.Figure)))
            {
                image.FeedData(content);
            }

            main.Document = new Document(new Body([.. Content(brief, page, main.GetIdOfPart(image)), PageSize()]));
        }

        return OfficePackage.Settled(stream);
    }

    private static IEnumerable<OpenXmlElement> Content(Brief brief, BriefLayout page, string image)
    {
        yield return Styled(Question, brief.Title);
        yield return Styled(Question, brief.Question);
        yield return Styled(Headline, brief.Headline);
        if (brief.Sentence is { } more)
        {
            yield return new Paragraph(Words(more));
        }

        yield return Styled(Warning, brief.Warning);
        yield return new Paragraph(new Run(Shown(brief.Figure, page, image)));
        foreach (BriefPart part in brief.Parts)
        {
            yield return Styled(Heading, part.Heading);
            foreach (string sentence in part.Sentences)
            {
                yield return part.Sentences.Count > 1 ? Styled(Item, sentence) : new Paragraph(Words(sentence));
            }
        }
    }

    private static Paragraph Styled(string style, string words) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Words(words));

    private static Run Words(string words) => new(new Text(words) { Space = SpaceProcessingModeValues.Preserve });

    private static Shape Shown(Figure figure, BriefLayout page, string image)
    {
        long width = (long)(page.Figure.Width * Narrower * EmuPerPoint);
        long height = (long)(page.Figure.Height * Narrower * EmuPerPoint);
        string name = $"Figure {figure.Number}";
        return new Shape(
            new Wp.Inline(
                new Wp.Extent { Cx = width, Cy = height },
                new Wp.DocProperties
                {
                    Id = 1,
                    Name = name,
                    Description = FigureFile.AltText(figure),
                },
                new A.Graphic(
                    new A.GraphicData(
                        new Picture.Picture(
                            new Picture.NonVisualPictureProperties(
                                new Picture.NonVisualDrawingProperties { Id = 0, Name = name },
                                new Picture.NonVisualPictureDrawingProperties()
                            ),
                            new Picture.BlipFill(new A.Blip { Embed = image }, new A.Stretch(new A.FillRectangle())),
                            new Picture.ShapeProperties(
                                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
                            )
                        )
                    )
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                    }
                )
            )
        );
    }

    private static SectionProperties PageSize()
    {
        uint margin = (uint)Twips(BriefLayout.Margin);
        return new SectionProperties(
            new PageSize { Width = (uint)Twips(Paper.Width), Height = (uint)Twips(Paper.Height) },
            new PageMargin
            {
                Top = (int)margin,
                Bottom = (int)margin,
                Left = margin,
                Right = margin,
                Header = margin / 2,
                Footer = margin / 2,
            }
        );
    }

    private static Styles StylesFor(double text) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" },
                        new FontSize { Val = HalfPoints(text) },
                        new Languages { Val = "en-US" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = TwipsText(0.2 * text),
                            Line = "240",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style("Normal", "Normal", text, "161616"),
            Style(Question, "Question", text, "595959"),
            Style(Headline, "Title", 1.6 * text, "161616", isBold: true, before: 0.6 * text),
            Style(Warning, "Warning", text, "801650", isBold: true),
            Style(Heading, "heading 1", 1.1 * text, "161616", isBold: true, before: 0.4 * text),
            Style(Item, "List Bullet", text, "161616", isItem: true)
        );

    private static Style Style(
        string id,
        string name,
        double size,
        string color,
        bool isBold = false,
        bool isItem = false,
        double before = 0
    )
    {
        var paragraph = new StyleParagraphProperties();
        if (isItem)
        {
            paragraph.Append(new NumberingProperties(new NumberingId { Val = 1 }));
        }

        if (before > 0)
        {
            paragraph.Append(
                new SpacingBetweenLines
                {
                    Before = TwipsText(before),
                    Line = "240",
                    LineRule = LineSpacingRuleValues.Auto,
                }
            );
        }

        var run = new StyleRunProperties();
        if (isBold)
        {
            run.Append(new Bold());
        }

        run.Append(new Color { Val = color }, new FontSize { Val = HalfPoints(size) });
        return new Style(new StyleName { Val = name }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == "Normal",
        };
    }

    private static Numbering Bullets() =>
        new(
            new AbstractNum(
                new Level(
                    new StartNumberingValue { Val = 1 },
                    new NumberingFormat { Val = NumberFormatValues.Bullet },
                    new LevelText { Val = "•" },
                    new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(new Indentation { Left = "200", Hanging = "200" })
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 0,
            },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 }
        );

    private static int Twips(double points) => (int)Math.Round(points * TwipsPerPoint);

    private static string TwipsText(double points) => Twips(points).ToString(CultureInfo.InvariantCulture);

    private static string HalfPoints(double points) => Math.Round(2 * points).ToString(CultureInfo.InvariantCulture);
}
