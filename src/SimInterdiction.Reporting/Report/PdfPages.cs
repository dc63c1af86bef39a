using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;

namespace SimInterdiction.Reporting.Report;

/// <summary>A page of the PDF: what is written on it, or a figure that fills it.</summary>
/// <param name="Scene">What is written, in points.</param>
/// <param name="Figure">The figure; null for none.</param>
/// <param name="Place">Where it is drawn.</param>
internal sealed record PdfPage(Scene Scene, Figure? Figure = null, Box Place = default);

/// <summary>Sections as pages of a PDF, A4 across: text from the top down, a new page where room ends, a page for each
/// figure.</summary>
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
    private readonly List<Figure> later = [];
    private string? section;
    private string? heading;
    private bool isFresh = true;
    private double y;

    /// <param name="running">What stands at the foot of every page.</param>
    public PdfPages(string running)
    {
        this.running = running;
        Blank();
    }

    public static double Room => Width - (2 * Margin);

    /// <summary>The pages, when everything has been written.</summary>
    public IReadOnlyList<PdfPage> Finish()
    {
        Begin(0);
        PlaceLater();
        return pages;
    }

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

    /// <summary>Begins a section, after the figures of the one before; on a page that is mostly empty it begins at
    /// once, and the figures follow that page.</summary>
    public void Section(string title)
    {
        Begin(0);
        if (y > Height / 2)
        {
            PlaceLater();
        }

        section = title;
    }

    public void Heading(string words)
    {
        Begin(0);
        heading = words;
    }

    public void Paragraph(string words)
    {
        Begin(31);
        Lines(words, BodySize, 15.5, Weight.Regular, Palette.Ink);
        y += 6;
    }

    public void List(IEnumerable<string> items)
    {
        foreach (string item in items)
        {
            Begin(16);
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
            Begin(left.Count * 13.5);
            scene.AddLines(left, new Mark.Text(string.Empty, Margin, y + 10, 10, Palette.Ink, Weight.Semibold), 13.5);
            double top = y;
            PdfPage page = pages[^1];
            Lines(isStated ? text! : "NOT STATED", 10, 13.5, isStated ? Weight.Regular : Weight.Semibold, Palette.Ink, Terms);
            y = (page == pages[^1] ? Math.Max(y, top + (left.Count * 13.5)) : y) + 4;
        }
    }

    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        string above = caption;
        foreach (PdfTable table in PdfTable.Of(columns, [.. rows], Room))
        {
            Begin(24 + table.Head.Height + 30);
            Lines(above, 10, 16, Weight.Regular, Palette.Muted);
            Draw(table, table.Head);
            foreach (PdfTableRow row in table.Rows)
            {
                if (y + row.Height > Bottom && !isFresh)
                {
                    Blank();
                    Draw(table, table.Head);
                }

                Draw(table, row);
            }

            y += 12;
            above = "More columns of the table above";
        }
    }

    public void Command(string words)
    {
        Begin(16);
        Lines(words, BodySize, 16, Weight.Semibold, Palette.Blue, 14);
        y += 6;
    }

    // Its dozens of pages say nothing to who reads on paper; who wants to run it needs the file.
    public void Listing(string name, string text) =>
        Paragraph($"Its {text.Count(c => c == '\n')} lines are in report.html and in manifest.json of the run.");

    public void Attachment(string name, string type, string content, string says) => Paragraph($"{name} in the run's folder: {says}");

    // What is written after it comes first where there is room, so that no page stays half empty.
    public void Figure(Figure figure)
    {
        if (section is null && !isFresh)
        {
            Begin(0);
            later.Add(figure);
            return;
        }

        // Under the title of its section it has a page of its own.
        if (!isFresh)
        {
            Turn();
        }

        Begin(0);
        Draw(figure);
    }

    private void Draw(Figure figure)
    {
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

    /// <summary>Begins a block, with the title and heading that wait for it, on a page that has room for the first of
    /// it too. Figures that wait never part a block.</summary>
    private void Begin(double following)
    {
        (string? title, string? words) = (section, heading);
        (section, heading) = (null, null);
        if (y + (title is null ? 0 : 46) + (words is null ? 0 : 26) + following > Bottom)
        {
            Turn();
        }

        if (title is not null)
        {
            y += isFresh ? 0 : 20;
            Lines(title, 17, 24, Weight.Semibold, Palette.Ink);
            y += 2;
        }

        if (words is not null)
        {
            y += 8;
            Lines(words, 12.5, 18, Weight.Semibold, Palette.Ink);
        }
    }

    private void PlaceLater()
    {
        foreach (Figure figure in later)
        {
            Blank();
            Draw(figure);
        }

        later.Clear();
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
            Blank();
        }
    }

    /// <summary>A new page, after pages for the figures that wait.</summary>
    private void Turn()
    {
        PlaceLater();
        Blank();
    }

    private void Blank()
    {
        scene = new Scene(Width, Height);
        pages.Add(new PdfPage(scene));
        scene.Add(new Mark.Text(running, Margin, Height - 18, 8.5, Palette.Plum));
        scene.Add(new Mark.Text($"{pages.Count}", Width - Margin, Height - 18, 9, Palette.Muted, Anchor: Anchor.End));
        y = Margin;
        isFresh = true;
    }
}
