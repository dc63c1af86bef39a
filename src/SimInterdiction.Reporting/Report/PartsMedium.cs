using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Reporting.Report;

/// <summary>Collects what sections say, piece by piece. Figures and what goes along with a report are left out: who
/// shows the pieces shows those in a way of his own.</summary>
internal sealed class PartsMedium : IReportMedium
{
    private readonly List<ReportPart> parts = [];

    public IReadOnlyList<ReportPart> Parts => parts;

    public void Heading(string words) => parts.Add(new ReportPart.Heading(words));

    public void Paragraph(string words) => parts.Add(new ReportPart.Paragraph(words));

    public void List(IEnumerable<string> items) => parts.Add(new ReportPart.Items([.. items]));

    public void Limits(string heading, IEnumerable<string> items)
    {
        Heading(heading);
        List(items);
    }

    public void Definitions(IEnumerable<(string Term, string? Text)> items) =>
        List(items.Select(item => $"{item.Term}: {item.Text ?? "not stated"}"));

    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        parts.Add(
            new ReportPart.Table(
                caption,
                [.. columns.Select(column => new PartColumn(column.TrimStart('#'), column.StartsWith('#')))],
                [
                    .. rows.Select(row =>
                        row[0].StartsWith('*') ? new PartRow(IsBase: true, [row[0][1..], .. row.Skip(1)]) : new PartRow(IsBase: false, row)
                    ),
                ]
            )
        );

    public void Reference(string what, Action<IReportMedium> write) => write(this);

    public void Series(string what, string elsewhere, IReadOnlyList<SeriesPiece> pieces)
    {
        foreach (SeriesPiece piece in pieces)
        {
            piece.InFull(this);
        }
    }

    public void Command(string words) => parts.Add(new ReportPart.Command(words));

    public void Listing(string name, string text) { }

    public void Attachment(string name, string type, string content, string says) { }

    public void Figure(Figure figure) { }
}
