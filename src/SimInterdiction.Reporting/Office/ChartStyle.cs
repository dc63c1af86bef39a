using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace SimInterdiction.Reporting.Office;

/// <summary>How native charts look: colours, lines and letters.</summary>
internal static class ChartStyle
{
    public const string Ink = "161616";

    private const string Language = "en-US";
    private const string GridColor = "D5D5D5";
    private const int ThinLine = 9525;
    private const int ErrorLine = 19_050;
    private const int TitleSize = 1200;

    public static C.ChartShapeProperties Filled(string color) => new(DeckParts.Solid(color));

    public static C.ChartShapeProperties Unfilled() => new(new A.NoFill());

    public static C.ChartShapeProperties WithoutLine() => new(new A.Outline(new A.NoFill()) { Width = ErrorLine });

    public static C.MajorGridlines Grid() =>
        new(new C.ChartShapeProperties(new A.Outline(DeckParts.Solid(GridColor)) { Width = ThinLine }));

    /// <summary>Numbers with as many decimals as they have.</summary>
    public static C.NumberingFormat Plain() => new() { FormatCode = "#,##0.########", SourceLinked = false };

    public static C.Title Title(string words) =>
        new(
            new C.ChartText(
                new C.RichText(
                    new A.BodyProperties(),
                    new A.Paragraph(
                        new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = TitleSize, Bold = false }),
                        new A.Run(
                            new A.RunProperties
                            {
                                Language = Language,
                                FontSize = TitleSize,
                                Bold = false,
                            },
                            new A.Text(words)
                        )
                    )
                )
            ),
            new C.Overlay { Val = false }
        );

    /// <param name="size">In hundredths of a point.</param>
    public static C.TextProperties Letters(int size) =>
        new(
            new A.BodyProperties(),
            new A.Paragraph(
                new A.ParagraphProperties(new A.DefaultRunProperties(DeckParts.Solid(Ink)) { FontSize = size }),
                new A.EndParagraphRunProperties { Language = Language }
            )
        );

    /// <param name="above">How far up, from the table.</param>
    /// <param name="below">How far down.</param>
    /// <param name="color">Of the line.</param>
    /// <param name="direction">Null for charts that have but one.</param>
    public static C.ErrorBars ErrorBars(
        C.NumberReference above,
        C.NumberReference below,
        string color,
        C.ErrorBarDirectionValues? direction = null
    ) =>
        new([
            .. direction is { } way ? new OpenXmlElement[] { new C.ErrorDirection { Val = way } } : [],
            new C.ErrorBarType { Val = C.ErrorBarValues.Both },
            new C.ErrorBarValueType { Val = C.ErrorValues.Custom },
            new C.NoEndCap { Val = false },
            new C.Plus(above),
            new C.Minus(below),
            new C.ChartShapeProperties(new A.Outline(DeckParts.Solid(color)) { Width = ErrorLine }),
        ]);
}
