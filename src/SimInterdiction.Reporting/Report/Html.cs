using System.Net;
using System.Text;

namespace SimInterdiction.Reporting.Report;

/// <summary>Builds HTML; every text goes through <see cref="Escape"/>.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new();

    public static string Escape(string? words) => WebUtility.HtmlEncode(words ?? string.Empty);

    /// <summary>Adds markup as it stands.</summary>
    public Html Raw(string markup)
    {
        text.Append(markup).Append('\n');
        return this;
    }

    public Html Heading(int level, string words, string? id = null) =>
        Raw($"<h{level}{(id is null ? string.Empty : $" id=\"{id}\"")}>{Escape(words)}</h{level}>");

    public Html Paragraph(string words, string? @class = null) => Raw($"<p{Class(@class)}>{Escape(words)}</p>");

    public Html List(IEnumerable<string> items) => Raw($"<ul>{string.Concat(items.Select(i => $"<li>{Escape(i)}</li>"))}</ul>");

    /// <summary>Terms and what is to be said of each; where that is nothing, that it is not stated.</summary>
    public Html Definitions(IEnumerable<(string Term, string? Text)> items) =>
        Raw($"<dl>{string.Concat(items.Select(i => $"<dt>{Escape(i.Term)}</dt><dd>{Stated(i.Text)}</dd>"))}</dl>");

    /// <summary>A table with a caption; the first cell of each row heads it. Columns that begin with '#' hold numbers;
    /// a row that begins with '*' is the baseline's.</summary>
    public Html Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        bool[] numeric = [.. columns.Select(c => c.StartsWith('#'))];
        Raw(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" "
                + $"aria-label=\"{Escape(caption)}\"><table><caption><span class=\"caption\">{Escape(caption)}</span></caption><thead><tr>"
        );
        Raw(
            string.Concat(columns.Select((c, i) => $"<th scope=\"col\"{Class(numeric[i] ? "n" : null)}>{Cell(c.TrimStart('#'))}</th>"))
                + "</tr></thead><tbody>"
        );
        foreach (IReadOnlyList<string> row in rows)
        {
            bool isBaseline = row[0].StartsWith('*');
            string cells = string.Concat(row.Skip(1).Select((cell, i) => $"<td{Class(numeric[i + 1] ? "n" : null)}>{Cell(cell)}</td>"));
            Raw($"<tr{Class(isBaseline ? "base" : null)}><th scope=\"row\">{Cell(isBaseline ? row[0][1..] : row[0])}</th>{cells}</tr>");
        }

        return Raw("</tbody></table></div>");
    }

    public override string ToString() => text.ToString();

    /// <summary>A cell; what follows a line break is smaller.</summary>
    private static string Cell(string words)
    {
        int end = words.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? Escape(words) : $"{Escape(words[..end])}<small>{Escape(words[(end + 1)..])}</small>";
    }

    private static string Stated(string? text) => string.IsNullOrWhiteSpace(text) ? "<strong>NOT STATED</strong>" : Escape(text);

    private static string Class(string? name) => name is null ? string.Empty : $" class=\"{name}\"";
}
