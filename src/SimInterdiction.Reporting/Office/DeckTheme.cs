using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;

namespace SimInterdiction.Reporting.Office;

/// <summary>The colours and fonts of a deck; its effects are none.</summary>
internal static class DeckTheme
{
    private const string Name = "SimInterdiction";
    private const string Typeface = "Calibri";
    private const int ThinLine = 9525;

    // The file format wants three of each: subtle, moderate, intense.
    private const int Levels = 3;

    public static A.Theme Make() =>
        new(
            new A.ThemeElements(
                new A.ColorScheme(
                    new A.Dark1Color(Hex("161616")),
                    new A.Light1Color(Hex("FFFFFF")),
                    new A.Dark2Color(Hex("3D3D3D")),
                    new A.Light2Color(Hex("ECECEC")),
                    new A.Accent1Color(Hex("12436D")),
                    new A.Accent2Color(Hex("28A197")),
                    new A.Accent3Color(Hex("801650")),
                    new A.Accent4Color(Hex("F46A25")),
                    new A.Accent5Color(Hex("3D3D3D")),
                    new A.Accent6Color(Hex("A285D1")),
                    new A.Hyperlink(Hex("12436D")),
                    new A.FollowedHyperlinkColor(Hex("801650"))
                )
                {
                    Name = Name,
                },
                new A.FontScheme(new A.MajorFont(Fonts()), new A.MinorFont(Fonts())) { Name = Name },
                new A.FormatScheme(
                    new A.FillStyleList(EachLevel(Fill)),
                    new A.LineStyleList(EachLevel(() => new A.Outline(Fill()) { Width = ThinLine })),
                    new A.EffectStyleList(EachLevel(() => new A.EffectStyle(new A.EffectList()))),
                    new A.BackgroundFillStyleList(EachLevel(Fill))
                )
                {
                    Name = Name,
                }
            )
        )
        {
            Name = Name,
        };

    private static A.RgbColorModelHex Hex(string color) => new() { Val = color };

    private static OpenXmlElement[] Fonts() =>
        [
            new A.LatinFont { Typeface = Typeface },
            new A.EastAsianFont { Typeface = string.Empty },
            new A.ComplexScriptFont { Typeface = string.Empty },
        ];

    private static A.SolidFill Fill() => new(new A.SchemeColor { Val = A.SchemeColorValues.PhColor });

    private static IEnumerable<OpenXmlElement> EachLevel(Func<OpenXmlElement> make) => Enumerable.Range(0, Levels).Select(_ => make());
}
