using System.Text;
using SimInterdiction.Reporting.Briefs;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Office;
using SimInterdiction.Reporting.Report;

namespace SimInterdiction.Application.Documents;

/// <summary>What a finished run can be handed on as.</summary>
/// <param name="Format">As it is asked for.</param>
/// <param name="File">Its file's name.</param>
/// <param name="Make">Its content.</param>
public sealed record DocumentKind(string Format, string File, Func<FigureSubject, byte[]> Make);

/// <summary>Every format there is. To add one: a line here.</summary>
public static class DocumentCatalog
{
    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        new("html", "report.html", subject =>
            Encoding.UTF8.GetBytes(HtmlReport.Write(subject.Study, subject.Provenance, FigureCatalog.MakeAll(subject)))
        ),
        new("pptx", "deck.pptx", subject => Deck.Write(subject.Study, subject.Provenance, FigureCatalog.MakeAll(subject))),
        new("xlsx", "results.xlsx", subject => ResultWorkbook.Write(subject.Study, subject.Provenance)),
        new("pdf", "report.pdf", subject => PdfReport.Write(subject.Study, subject.Provenance, FigureCatalog.MakeAll(subject))),
        new("brief", "brief.pdf", BriefPdf.Write),
        new("brief", "brief.docx", BriefDocument.Write),
    ];

    /// <summary>The formats; one may be several files.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. All.Select(d => d.Format).Distinct()];
}
