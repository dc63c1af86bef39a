using System.Text;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Reporting.Report;

/// <summary>Sections as parts of a web page.</summary>
/// <param name="html">The page.</param>
/// <param name="figures">The figures that sections may place.</param>
internal sealed class HtmlMedium(Html html, IReadOnlyList<Figure> figures) : IReportMedium
{
    private readonly PagePictures pictures = new(figures);

    public void Heading(string words) => html.Heading(3, words);

    public void Paragraph(string words) => html.Paragraph(words);

    public void List(IEnumerable<string> items) => html.List(items);

    public void Limits(string heading, IEnumerable<string> items) =>
        html.Raw("<div class=\"limits\">").Heading(3, heading).List(items).Raw("</div>");

    public void Definitions(IEnumerable<(string Term, string? Text)> items) => html.Definitions(items);

    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        html.Table(caption, columns, rows);

    public void Reference(string what, Action<IReportMedium> write) => write(this);

    public void Series(string what, string elsewhere, IReadOnlyList<SeriesPiece> pieces)
    {
        foreach (SeriesPiece piece in pieces)
        {
            piece.InFull(this);
        }
    }

    public void Command(string words) => html.Raw($"<pre><code>{Html.Escape(words)}</code></pre>");

    public void Listing(string name, string text) =>
        html.Raw($"<pre class=\"long\" tabindex=\"0\" role=\"region\" aria-label=\"{Html.Escape(name)}\">{Html.Escape(text)}</pre>");

    public void Attachment(string name, string type, string content, string says) =>
        html.Raw(
            $"<p><a download=\"{name}\" "
                + $"href=\"data:{type};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}\">{name}</a>: "
                + $"{Html.Escape(says)}</p>"
        );

    public void Figure(Figure figure)
    {
        html.Raw(
            $"<figure><div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Figure {figure.Number}\"><img "
                + $"alt=\"{Html.Escape(FigureFile.AltText(figure))}\" width=\"{figure.Scene.Width}\" "
                + $"height=\"{figure.Scene.Height}\" src=\"{pictures.Source(figure)}\"></div>"
        );
        html.Raw($"<figcaption>Figure {figure.Number}</figcaption></figure>");
    }
}
