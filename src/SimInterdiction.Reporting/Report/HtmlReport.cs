using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>The report: one HTML file without any request to elsewhere and without scripts.</summary>
public static class HtmlReport
{
    /// <summary>The whole page; each section places its figures by name.</summary>
    public static string Write(StudyResult study, Provenance provenance, IReadOnlyList<Figure> figures)
    {
        var page = new ReportPage(study, provenance, figures);
        var html = new Html();
        html.Raw(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\">"
        );
        html.Raw(
            $"<title>{Html.Escape(page.Title)}: {Html.Escape(page.Answer.Headline)}</title><style>{Stylesheet()}</style></head><body>"
        );
        html.Raw("<header>").Heading(1, page.Title);
        html.Paragraph(study.Scenario.Question ?? "Which deployment does best?", "question");
        html.Paragraph(Plain.Sentence(page.Answer.Headline), "answer");
        html.Paragraph(page.Block.Warning, "synthetic").Raw("</header><main>");
        IEnumerable<string> contents = ReportSections.All.Select(s => $"<li><a href=\"#{s.Id}\">{Html.Escape(s.Title[3..])}</a></li>");
        html.Raw($"<nav aria-label=\"Contents\"><ol>{string.Concat(contents)}</ol></nav>");
        var medium = new HtmlMedium(html, figures);
        foreach ((string id, string title, Action<IReportMedium, ReportPage> write) in ReportSections.All)
        {
            html.Raw($"<section aria-labelledby=\"{id}\">").Heading(2, title, id);
            write(medium, page);
            html.Raw("</section>");
        }

        html.Raw("</main><footer>").Paragraph(page.Block.Warning, "synthetic");
        html.Paragraph($"{page.Block.Source}. {page.Block.NotCovered}", "source").Raw("</footer></body></html>");
        return html.ToString();
    }

    private static string Stylesheet()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The stylesheet is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
