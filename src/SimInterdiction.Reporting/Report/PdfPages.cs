using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Reporting.Report;

/// <summary>A page of the PDF: what is written on it, or a figure that fills it.</summary>
/// <param name="Scene">What is written, in points.</param>
/// <param name="Figure">The figure; null for none.</param>
/// <param name="Place">Where it is drawn.</param>
internal sealed record PdfPage(Scene Scene, Figure? Figure = null, Box Place = default);

/// <summary>Sections as pages of a PDF, A4 across: text from the top down, a new page where room ends, a page for each figure.</summary>
internal sealed class PdfPages : IReportMedium
{
    public const double Width = 842;
    public const double Height = 595;

    private const double Margin = 44;
    private const double TextWidth = 620;
    private const double BodySize = 11;
    private const double Foot = 34;

    private readonly string running;
    private readonly List<PdfPage> pages = [];
    private Scene scene = new(Width, Height);
    private bool isFresh = true;
    private double y;

    /// <param name="running">What stands at the foot of every page.</param>
    public PdfPages(string running)
    {
        this.running = running;
        Turn();
    }

    public static double Room => Width - (2 * Margin);

    public IReadOnlyList<PdfPage> Pages => pages;

    private static double Bottom => Height - Foot - 14;

    /// <summary>The report's title, its question and the answer.</summary>
    public void Opening(string title, string question, string answer, string warning)
    {
        Lines(title, 13, 18, Weight.Semibold, Palette.Muted);
        Lines(question, 12, 17, Weight.Regular, Palette.Muted);
        y += 10;
        Lines(answer, 24, 30, Weight.Semibold, Palette.Ink);
        y += 4;
        Lines(warning, 12, 18, Weight.Semibold, Palette.Plum);
    }

    /// <summary>Begins a section.</summary>
    public void Section(string title)
    {
        // Low on a page, a title may part from the figure that follows.
        Need(y > Height / 2 ? Height : 90);
        y += isFresh ? 0 : 20;
        Lines(title, 17, 24, Weight.Semibold, Palette.Ink);
        y += 2;
    }

    public void Heading(string words)
    {
        Need(54);
        y += 8;
        Lines(words, 12.5, 18, Weight.Semibold, Palette.Ink);
    }

    public void Paragraph(string words)
    {
        Lines(words, BodySize, 15.5, Weight.Regular, Palette.Ink);
        y += 6;
    }

    public void List(IEnumerable<string> items)
    {
        foreach (string item in items)
        {
            Need(16);
            scene.Add(new Mark.Dot(Margin + 5, y + 7.5, 1.7, Palette.Ink));
            Lines(item, BodySize, 15.5, Weight.Regular, Palette.Ink, 14);
            y += 2;
        }

        y += 4;
    }

    public void Limits(string heading, IEnumerable<string> items)
    {
        Heading(heading);
        List(items);
    }

    public void Definitions(IEnumerable<(string Term, string? Text)> items)
    {
        const double Terms = 150;
        foreach ((string term, string? text) in items)
        {
            bool isStated = !string.IsNullOrWhiteSpace(text);
            IReadOnlyList<string> left = PdfText.Wrap(term, Terms - 10, 10, Weight.Semibold);
            Need(left.Count * 13.5);
            scene.AddLines(left, new Mark.Text(string.Empty, Margin, y + 10, 10, Palette.Ink, Weight.Semibold), 13.5);
            double top = y;
            PdfPage page = pages[^1];
            Lines(isStated ? text! : "NOT STATED", 10, 13.5, isStated ? Weight.Regular : Weight.Semibold, Palette.Ink, Terms);
            y = (page == pages[^1] ? Math.Max(y, top + (left.Count * 13.5)) : y) + 4;
        }
    }

    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = PdfTable.Of(columns, [.. rows], Room);
        Need(24 + table.Head.Height + 30);
        Lines(caption, 10, 16, Weight.Regular, Palette.Muted);
        Draw(table, table.Head);
        foreach (PdfTableRow row in table.Rows)
        {
            if (y + row.Height > Bottom && !isFresh)
            {
                Turn();
                Draw(table, table.Head);
            }

            Draw(table, row);
        }

        y += 12;
    }

    public void Command(string words)
    {
        Lines(words, BodySize, 16, Weight.Semibold, Palette.Blue, 14);
        y += 6;
    }

    // Its dozens of pages say nothing to who reads on paper; who wants to run it needs the file.
    public void Listing(string name, string text) => Paragraph($"Its {text.Count(c => c == '\n')} lines stand in report.html and in manifest.json of the run.");

    public void Attachment(string name, string type, string content, string says) => Paragraph($"{name} in the run's folder: {says}");

    public void Figure(Figure figure)
    {
        // A section's title alone is no reason for a page.
        if (!isFresh && y > Margin + 40)
        {
            Turn();
        }

        double top = isFresh ? 26 : y;
        double scale = Math.Min(Room / figure.Scene.Width, (Bottom - top) / figure.Scene.Height);
        double width = figure.Scene.Width * scale;
        double left = (Width - width) / 2;
        pages[^1] = pages[^1] with { Figure = figure, Place = new Box(left, top, left + width, top + (figure.Scene.Height * scale)) };
        scene.Add(new Mark.Text($"Figure {figure.Number}", Margin, Height - Foot - 6, 10, Palette.Muted));
        isFresh = false;
        y = Bottom;
    }

    private void Draw(PdfTable table, PdfTableRow row)
    {
        table.Draw(scene, row, Margin, y);
        y += row.Height;
        isFresh = false;
    }

    private void Lines(string words, double size, double leading, Weight weight, SkiaSharp.SKColor color, double indent = 0)
    {
        foreach (string line in PdfText.Wrap(words, TextWidth - indent, size, weight))
        {
            Need(leading);
            scene.Add(new Mark.Text(line, Margin + indent, y + size, size, color, weight));
            y += leading;
            isFresh = false;
        }
    }

    private void Need(double height)
    {
        if (y + height > Bottom)
        {
            Turn();
        }
    }

    private void Turn()
    {
        scene = new Scene(Width, Height);
        pages.Add(new PdfPage(scene));
        scene.Add(new Mark.Text(running, Margin, Height - 18, 8.5, Palette.Plum));
        scene.Add(new Mark.Text($"{pages.Count}", Width - Margin, Height - 18, 9, Palette.Muted, Anchor: Anchor.End));
        y = Margin;
        isFresh = true;
    }
}
