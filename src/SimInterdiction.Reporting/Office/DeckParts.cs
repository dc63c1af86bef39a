using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Presentation;

namespace SimInterdiction.Reporting.Office;

/// <summary>A place on a slide, in EMU: 914,400 to the inch.</summary>
internal readonly record struct SlideBox(int X, int Y, int Width, int Height);

/// <summary>A line of a text box.</summary>
/// <param name="Size">In hundredths of a point.</param>
/// <param name="Color">As RRGGBB.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="Words">What it says.</param>
internal sealed record SlideLine(int Size, string Color, bool IsBold, string Words)
{
    /// <summary>Whether it is one of a list: set off, with a dot before it.</summary>
    public bool IsItem { get; init; }
}

/// <summary>The slides of a deck and what every deck needs around them (ECMA-376, PresentationML).</summary>
internal static class DeckParts
{
    public const int Width = 12_192_000;
    public const int Height = 6_858_000;

    private const string Language = "en-US";

    // Identifiers from 256 on are slides', from 2^31 on those of masters and layouts.
    private const uint FirstSlide = 256;
    private const uint FirstMaster = 2_147_483_648;

    private const uint TitleId = 2;
    private const uint PictureId = 3;

    public static P.Presentation Presentation(string masterId, string notesMasterId, IEnumerable<string> slideIds) =>
        new(
            new P.SlideMasterIdList(new P.SlideMasterId { Id = FirstMaster, RelationshipId = masterId }),
            new P.NotesMasterIdList(new P.NotesMasterId { Id = notesMasterId }),
            new P.SlideIdList(slideIds.Select((id, i) => new P.SlideId { Id = FirstSlide + (uint)i, RelationshipId = id })),
            new P.SlideSize { Cx = Width, Cy = Height },
            new P.NotesSize { Cx = Height, Cy = 9_144_000 }
        );

    public static P.SlideMaster Master(string layoutId) =>
        new(
            new P.CommonSlideData(
                new P.Background(new P.BackgroundProperties(Solid("FFFFFF"), new A.EffectList())),
                Tree(TitlePlaceholder())
            ),
            Colors(),
            new P.SlideLayoutIdList(new P.SlideLayoutId { Id = FirstMaster + 1, RelationshipId = layoutId }),
            new P.TextStyles(
                new P.TitleStyle(
                    new A.Level1ParagraphProperties(
                        new A.DefaultRunProperties(Solid("161616"), new A.LatinFont { Typeface = "+mj-lt" })
                        {
                            FontSize = 2800,
                            Bold = true,
                        }
                    )
                    {
                        Alignment = A.TextAlignmentTypeValues.Left,
                    }
                ),
                new P.BodyStyle(),
                new P.OtherStyle()
            )
        );

    public static P.SlideLayout Layout() =>
        new(new P.CommonSlideData(Tree(TitlePlaceholder())) { Name = "Title only" }, MasterColors())
        {
            Type = P.SlideLayoutValues.TitleOnly,
            Preserve = true,
        };

    public static P.NotesMaster NotesMaster() => new(new P.CommonSlideData(Tree(NotesShape([]))), Colors());

    public static P.NotesSlide Notes(IEnumerable<string> paragraphs) =>
        new(
            new P.CommonSlideData(
                Tree(NotesShape(paragraphs.Select(words => Paragraph(words, new A.RunProperties { Language = Language }))))
            ),
            MasterColors()
        );

    /// <summary>A slide: its title, and what is on it.</summary>
    /// <param name="title">The message.</param>
    /// <param name="isTitleShown">Whether it stands on the slide; else beside it, where only readers of the outline and
    /// screen readers find it, since the picture shows it.</param>
    /// <param name="content">Shapes.</param>
    public static P.Slide Slide(string title, bool isTitleShown, params OpenXmlElement[] content)
    {
        int size = title.Length switch
        {
            < 60 => 2600,
            < 90 => 2200,
            _ => 1800,
        };
        P.ShapeProperties place = isTitleShown ? new() : Place(new(500_000, -1_000_000, Width - 1_000_000, 800_000));
        P.Shape heading = TitleShape(
            place,
            new A.BodyProperties(),
            Paragraph(title, new A.RunProperties { Language = Language, FontSize = size })
        );
        return new P.Slide(new P.CommonSlideData(Tree([heading, .. content])), MasterColors());
    }

    public static P.Picture Picture(string relationship, string name, string description, SlideBox at) =>
        new(
            new P.NonVisualPictureProperties(
                Described(name, description),
                new P.NonVisualPictureDrawingProperties(new A.PictureLocks { NoChangeAspect = true }),
                new P.ApplicationNonVisualDrawingProperties()
            ),
            new P.BlipFill(new A.Blip { Embed = relationship }, new A.Stretch(new A.FillRectangle())),
            Rectangle(at)
        );

    public static P.GraphicFrame Chart(string relationship, string name, string description, SlideBox at) =>
        new(
            new P.NonVisualGraphicFrameProperties(
                Described(name, description),
                new P.NonVisualGraphicFrameDrawingProperties(),
                new P.ApplicationNonVisualDrawingProperties()
            ),
            new P.Transform(new A.Offset { X = at.X, Y = at.Y }, new A.Extents { Cx = at.Width, Cy = at.Height }),
            new A.Graphic(
                new A.GraphicData(new C.ChartReference { Id = relationship })
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                }
            )
        );

    /// <summary>A box of text.</summary>
    /// <param name="id">Its number on the slide, from 4.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="at">Its place.</param>
    public static P.Shape Text(uint id, IEnumerable<SlideLine> lines, SlideBox at)
    {
        P.ShapeProperties place = Rectangle(at);
        place.Append(new A.NoFill());
        var body = new P.TextBody(new A.BodyProperties(new A.NormalAutoFit()) { Wrap = A.TextWrappingValues.Square }, new A.ListStyle());
        body.Append(
            lines.Select(line =>
            {
                A.Paragraph paragraph = Paragraph(
                    line.Words,
                    new A.RunProperties(Solid(line.Color))
                    {
                        Language = Language,
                        FontSize = line.Size,
                        Bold = line.IsBold,
                    }
                );
                if (line.IsItem)
                {
                    paragraph.PrependChild(ListItem());
                }

                return paragraph;
            })
        );
        return new P.Shape(
            new P.NonVisualShapeProperties(
                Named(id, $"Text {id}"),
                new P.NonVisualShapeDrawingProperties { TextBox = true },
                new P.ApplicationNonVisualDrawingProperties()
            ),
            place,
            body
        );
    }

    private static A.ParagraphProperties ListItem() =>
        new(
            new A.SpaceBefore(new A.SpacingPoints { Val = 1_200 }),
            new A.BulletFont { Typeface = "Arial" },
            new A.CharacterBullet { Char = "•" }
        )
        {
            LeftMargin = 285_750,
            Indent = -285_750,
        };

    public static A.SolidFill Solid(string color) => new(new A.RgbColorModelHex { Val = color });

    private static P.ShapeTree Tree(params OpenXmlElement[] shapes) =>
        new([
            new P.NonVisualGroupShapeProperties(
                Named(1, string.Empty),
                new P.NonVisualGroupShapeDrawingProperties(),
                new P.ApplicationNonVisualDrawingProperties()
            ),
            new P.GroupShapeProperties(),
            .. shapes,
        ]);

    private static P.Shape TitlePlaceholder() =>
        TitleShape(
            Place(new(500_000, 180_000, Width - 1_000_000, 880_000)),
            new A.BodyProperties(new A.NormalAutoFit()) { Anchor = A.TextAnchoringTypeValues.Center },
            Empty()
        );

    private static P.Shape TitleShape(P.ShapeProperties place, A.BodyProperties body, A.Paragraph paragraph) =>
        Placeholder("Title", new P.PlaceholderShape { Type = P.PlaceholderValues.Title }, place, body, [paragraph]);

    private static P.Shape NotesShape(IEnumerable<A.Paragraph> paragraphs) =>
        Placeholder(
            "Notes",
            new P.PlaceholderShape { Type = P.PlaceholderValues.Body, Index = 1 },
            Place(new(685_800, 4_343_400, 5_486_400, 4_114_800)),
            new A.BodyProperties(),
            [.. paragraphs.DefaultIfEmpty(Empty())]
        );

    private static P.Shape Placeholder(
        string name,
        P.PlaceholderShape placeholder,
        P.ShapeProperties place,
        A.BodyProperties body,
        IReadOnlyList<A.Paragraph> paragraphs
    ) =>
        new(
            new P.NonVisualShapeProperties(
                Named(TitleId, name),
                new P.NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }),
                new P.ApplicationNonVisualDrawingProperties(placeholder)
            ),
            place,
            new P.TextBody([body, new A.ListStyle(), .. paragraphs])
        );

    private static P.NonVisualDrawingProperties Named(uint id, string name) => new() { Id = id, Name = name };

    private static P.NonVisualDrawingProperties Described(string name, string description) =>
        new()
        {
            Id = PictureId,
            Name = name,
            Description = description,
        };

    private static A.Paragraph Paragraph(string words, A.RunProperties properties) => new(new A.Run(properties, new A.Text(words)));

    private static A.Paragraph Empty() => new(new A.EndParagraphRunProperties { Language = Language });

    private static P.ShapeProperties Place(SlideBox at) =>
        new(new A.Transform2D(new A.Offset { X = at.X, Y = at.Y }, new A.Extents { Cx = at.Width, Cy = at.Height }));

    private static P.ShapeProperties Rectangle(SlideBox at)
    {
        P.ShapeProperties place = Place(at);
        place.Append(new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle });
        return place;
    }

    private static P.ColorMapOverride MasterColors() => new(new A.MasterColorMapping());

    private static P.ColorMap Colors() =>
        new()
        {
            Background1 = A.ColorSchemeIndexValues.Light1,
            Text1 = A.ColorSchemeIndexValues.Dark1,
            Background2 = A.ColorSchemeIndexValues.Light2,
            Text2 = A.ColorSchemeIndexValues.Dark2,
            Accent1 = A.ColorSchemeIndexValues.Accent1,
            Accent2 = A.ColorSchemeIndexValues.Accent2,
            Accent3 = A.ColorSchemeIndexValues.Accent3,
            Accent4 = A.ColorSchemeIndexValues.Accent4,
            Accent5 = A.ColorSchemeIndexValues.Accent5,
            Accent6 = A.ColorSchemeIndexValues.Accent6,
            Hyperlink = A.ColorSchemeIndexValues.Hyperlink,
            FollowedHyperlink = A.ColorSchemeIndexValues.FollowedHyperlink,
        };
}
