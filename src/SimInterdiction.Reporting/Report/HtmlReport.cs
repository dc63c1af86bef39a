using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>The report: one HTML file without any request to elsewhere and without scripts.</summary>
public static class HtmlReport
{
    // Fifteen figures of this size in base64 leave the page under 3 MB.
    private const int LargestPicture = 130_000;

    // Of the lossy form, where the lossless one is too large.
    private static readonly float[] Qualities = [72, 40, 15];

    private static readonly (string Id, string Title, Action<Html, ReportPage> Write)[] Sections =
    [
        ("answer", "1. The answer", AnswerSections.Answer),
        ("comparison", "2. The deployments compared", AnswerSections.Comparison),
        ("why", "3. Why: where shipments are found", AnswerSections.Why),
        ("sure", "4. How sure the answer is", DoubtSections.HowSure),
        ("assumptions", "5. What was assumed", DoubtSections.Assumptions),
        ("method", "6. How it was computed", MethodSections.Method),
        ("again", "7. Data, and how to make it again", MethodSections.Reproduction),
    ];

    /// <summary>The whole page; each section places its figures by name.</summary>
    public static string Write(StudyResult study, Provenance provenance, IReadOnlyList<Figure> figures)
    {
        var page = new ReportPage(study, provenance, figures);
        var html = new Html();
        html.Raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Raw($"<title>{Html.Escape(page.Title)}: {Html.Escape(page.Answer.Headline)}</title><style>{Stylesheet()}</style></head><body>");
        html.Raw("<header>").Heading(1, page.Title);
        html.Paragraph(study.Scenario.Question ?? "Which deployment does best?", "question");
        html.Paragraph(page.Answer.Headline + ".", "answer");
        html.Paragraph(page.Block.Warning, "synthetic").Raw("</header><main>");
        html.Raw($"<nav aria-label=\"Contents\"><ol>{string.Concat(Sections.Select(s => $"<li><a href=\"#{s.Id}\">{Html.Escape(s.Title[3..])}</a></li>"))}</ol></nav>");
        foreach ((string id, string title, Action<Html, ReportPage> write) in Sections)
        {
            html.Raw($"<section aria-labelledby=\"{id}\">").Heading(2, title, id);
            write(html, page);
            html.Raw("</section>");
        }

        html.Raw("</main><footer>").Paragraph(page.Block.Warning, "synthetic");
        html.Paragraph($"{page.Block.Source}. {page.Block.NotCovered}", "source").Raw("</footer></body></html>");
        return html.ToString();
    }

    /// <summary>Places a figure.</summary>
    internal static void Place(Html html, Figure figure)
    {
        string source = Picture(figure);
        html.Raw($"<figure><div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Figure {figure.Number}\"><img alt=\"{Html.Escape(FigureFile.AltText(figure))}\" width=\"{figure.Scene.Width}\" height=\"{figure.Scene.Height}\" src=\"{source}\"></div>");
        html.Raw($"<figcaption>Figure {figure.Number}. {Html.Escape(figure.Words.Title)}.</figcaption></figure>");
    }

    // Lossless WebP takes a third of the room of PNG or of SVG with its outlined letters, at two pixels a unit: enough for print. The tall pages of dozens of
    // deployments take the lossy form.
    private static string Picture(Figure figure)
    {
        byte[] picture = FigureFile.WebP(figure);
        for (int i = 0; i < Qualities.Length && picture.Length > LargestPicture; i++)
        {
            picture = FigureFile.WebP(figure, Qualities[i]);
        }

        return "data:image/webp;base64," + Convert.ToBase64String(picture);
    }

    private static string Stylesheet()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css") ?? throw new InvalidOperationException("The stylesheet is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>What every section of the report may need.</summary>
internal sealed class ReportPage
{
    private readonly IReadOnlyList<Figure> figures;

    public ReportPage(StudyResult study, Provenance provenance, IReadOnlyList<Figure> figures)
    {
        Study = study;
        Provenance = provenance;
        View = new StudyView(study);
        Answer = Answer.Of(study);
        Block = ProvenanceBlock.Of(study, provenance);
        this.figures = figures;
    }

    public StudyResult Study { get; }

    public Provenance Provenance { get; }

    public StudyView View { get; }

    public Answer Answer { get; }

    public ProvenanceBlock Block { get; }

    public string Title => Study.Scenario.Title ?? Provenance.ScenarioFile;

    public string Period => Plain.Period(Study.Scenario.LengthHours);

    /// <summary>Places the figures with these names, in this order, as far as they were made.</summary>
    public void Place(Html html, params string[] names)
    {
        foreach (string name in names)
        {
            if (figures.FirstOrDefault(f => f.Name == name) is { } figure)
            {
                HtmlReport.Place(html, figure);
            }
        }
    }
}
