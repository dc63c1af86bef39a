using System.Security;

namespace SimInterdiction.Reporting.Office;

/// <summary>The PresentationML of slides and of what every deck needs around them (ECMA-376). Lengths in EMU: 914,400
/// to the inch.</summary>
internal static class DeckXml
{
    public const int Width = 12_192_000;
    public const int Height = 6_858_000;

    private const string Namespaces =
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

    private const string Group = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";

    private const string ColorMap =
        "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
        + "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "
        + "folHlink=\"folHlink\"/>";

    private static readonly string TitlePlace =
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks "
        + "noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph "
        + $"type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>{Place(500_000, 180_000, Width - 1_000_000, 880_000)}</p:spPr><p:txBody><a:bodyPr "
        + "anchor=\"ctr\"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr "
        + "lang=\"en-US\"/></a:p></p:txBody></p:sp>";

    public static string Escape(string words) => SecurityElement.Escape(words) ?? string.Empty;

    public static string Presentation(string masterId, string notesMasterId, IEnumerable<string> slideIds) =>
        $"<p:presentation {Namespaces}><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" "
        + $"r:id=\"{masterId}\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId "
        + $"r:id=\"{notesMasterId}\"/></p:notesMasterIdLst>"
        + $"<p:sldIdLst>{string.Concat(slideIds.Select((id, i) => $"<p:sldId id=\"{256 + i}\" r:id=\"{id}\"/>"))}</p:sldIdLst><p:sldSz "
        + $"cx=\"{Width}\" cy=\"{Height}\"/><p:notesSz cx=\"{Height}\" cy=\"9144000\"/></p:presentation>";

    public static string Master(string layoutId) =>
        $"<p:sldMaster {Namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr "
        + $"val=\"FFFFFF\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{Group}{TitlePlace}</p:spTree></p:cSld>{ColorMap}"
        + $"<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"{layoutId}\"/></p:sldLayoutIdLst>"
        + "<p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"2800\" b=\"1\"><a:solidFill><a:srgbClr "
        + "val=\"161616\"/></a:solidFill><a:latin "
        + "typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>";

    public static string Layout() =>
        $"<p:sldLayout {Namespaces} type=\"titleOnly\" preserve=\"1\"><p:cSld name=\"Title "
        + $"only\"><p:spTree>{Group}{TitlePlace}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";

    public static string NotesMaster() =>
        $"<p:notesMaster {Namespaces}><p:cSld><p:spTree>{Group}{NotesPlace(string.Empty)}</p:spTree></p:cSld>{ColorMap}</p:notesMaster>";

    public static string Notes(IEnumerable<string> paragraphs) =>
        "<p:notes "
        + $"{Namespaces}><p:cSld><p:spTree>{Group}{NotesPlace(string.Concat(paragraphs.Select(p => $"<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>{Escape(p)}</a:t></a:r></a:p>")))}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>";

    /// <summary>A slide: its title, and what is on it.</summary>
    /// <param name="title">The message.</param>
    /// <param name="isTitleShown">Whether it stands on the slide; else beside it, where only readers of the outline and
    /// screen readers find it, since the picture shows it.</param>
    /// <param name="content">Shapes.</param>
    public static string Slide(string title, bool isTitleShown, string content)
    {
        int size = title.Length switch
        {
            < 60 => 2600,
            < 90 => 2200,
            _ => 1800,
        };
        string place = isTitleShown ? string.Empty : Place(500_000, -1_000_000, Width - 1_000_000, 800_000);
        return $"<p:sld {Namespaces}><p:cSld><p:spTree>{Group}<p:sp><p:nvSpPr><p:cNvPr id=\"2\" "
            + "name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph "
            + $"type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
            + "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-US\" "
            + $"sz=\"{size}\"/><a:t>{Escape(title)}</a:t></a:r></a:p></p:txBody></p:sp>{content}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";
    }

    public static string Picture(string relationship, string name, string description, (int X, int Y, int Width, int Height) at) =>
        $"<p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"{Escape(name)}\" "
        + $"descr=\"{Escape(description)}\"/><p:cNvPicPr><a:picLocks "
        + "noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>"
        + "<p:blipFill><a:blip "
        + $"r:embed=\"{relationship}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{Place(at.X, at.Y, at.Width, at.Height)}<a:prstGeom "
        + "prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>";

    public static string Chart(string relationship, string name, string description, (int X, int Y, int Width, int Height) at) =>
        $"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\" name=\"{Escape(name)}\" "
        + $"descr=\"{Escape(description)}\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off "
        + $"x=\"{at.X}\" y=\"{at.Y}\"/><a:ext cx=\"{at.Width}\" cy=\"{at.Height}\"/></p:xfrm>"
        + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
        + "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        + $"r:id=\"{relationship}\"/></a:graphicData></a:graphic></p:graphicFrame>";

    /// <summary>A box of text.</summary>
    /// <param name="id">Its number on the slide, from 4.</param>
    /// <param name="paragraphs">Its lines; hundredths of a point, colour and words.</param>
    /// <param name="at">Its place.</param>
    public static string Text(
        int id,
        IEnumerable<(int Size, string Color, bool IsBold, string Words)> paragraphs,
        (int X, int Y, int Width, int Height) at
    ) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Text {id}\"/><p:cNvSpPr "
        + $"txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{Place(at.X, at.Y, at.Width, at.Height)}<a:prstGeom "
        + "prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
        + "<p:txBody><a:bodyPr "
        + $"wrap=\"square\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{string.Concat(paragraphs.Select(p => $"<a:p><a:r><a:rPr lang=\"en-US\" sz=\"{p.Size}\" b=\"{(p.IsBold ? 1 : 0)}\"><a:solidFill><a:srgbClr val=\"{p.Color}\"/></a:solidFill></a:rPr><a:t>{Escape(p.Words)}</a:t></a:r></a:p>"))}</p:txBody></p:sp>";

    public static string Theme()
    {
        string Fill() => "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
        string Line() => $"<a:ln w=\"9525\">{Fill()}</a:ln>";
        const string Effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
        string Color(string name, string value) => $"<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>";
        string Font(string name) => $"<a:{name}><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{name}>";
        return "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "name=\"SimInterdiction\"><a:themeElements><a:clrScheme name=\"SimInterdiction\">"
            + Color("dk1", "161616")
            + Color("lt1", "FFFFFF")
            + Color("dk2", "3D3D3D")
            + Color("lt2", "ECECEC")
            + Color("accent1", "12436D")
            + Color("accent2", "28A197")
            + Color("accent3", "801650")
            + Color("accent4", "F46A25")
            + Color("accent5", "3D3D3D")
            + Color("accent6", "A285D1")
            + Color("hlink", "12436D")
            + Color("folHlink", "801650")
            + "</a:clrScheme><a:fontScheme "
            + $"name=\"SimInterdiction\">{Font("majorFont")}{Font("minorFont")}</a:fontScheme><a:fmtScheme "
            + $"name=\"SimInterdiction\"><a:fillStyleLst>{Fill()}{Fill()}{Fill()}</a:fillStyleLst>"
            + $"<a:lnStyleLst>{Line()}{Line()}{Line()}</a:lnStyleLst><a:effectStyleLst>{Effect}{Effect}{Effect}</a:effectStyleLst><a:bgFillStyleLst>{Fill()}{Fill()}{Fill()}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
    }

    private static string NotesPlace(string paragraphs) =>
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Notes\"/><p:cNvSpPr><a:spLocks "
        + "noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" "
        + $"idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr>{Place(685_800, 4_343_400, 5_486_400, 4_114_800)}</p:spPr>"
        + $"<p:txBody><a:bodyPr/><a:lstStyle/>{(paragraphs.Length > 0 ? paragraphs : "<a:p><a:endParaRPr lang=\"en-US\"/></a:p>")}</p:txBody></p:sp>";

    private static string Place(int x, int y, int width, int height) =>
        $"<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>";
}
