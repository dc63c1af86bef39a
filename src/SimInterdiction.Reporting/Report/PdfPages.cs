using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>Sections as pages of a PDF, A4 upright: text from the top down, a new page where room ends. A figure stands
/// where it belongs; where the page has no room for it, at the top of the next one, and the text of its section goes on
/// before it.</summary>
internal sealed class PdfPages : IReportMedium
{
    // Of a page that figures or a table leave for the next one.
    private const double LeastFilled = 0.45;

    // A table that takes no more of a page than this is not broken.
    private const double SmallTable = 0.15;

    private const int LastItems = 2;

    // What leads on to what follows it is this short at most.
    private const int LeadingLines = 2;

    private const double Margin = 36;
    private const double BodySize = 9.5;
    private const double BodyLeading = 13;
    private const double Foot = 38;
    private const double RunningSize = 7.2;
    private const double FigureGap = 10;

    // What a figure may be narrowed to so that it still finds room on a page.
    private const double Narrowest = 0.86;

    private readonly double width;
    private readonly double height;
    private readonly IReadOnlyList<string> running;
    private readonly PaperRoom paper;
    private readonly List<(Scene Scene, List<PlacedFigure> Figures)> pages = [];
    private readonly List<double> fills = [];
    private readonly Queue<Figure> later = [];
    private Scene scene;
    private string? section;
    private string? heading;

    // A short paragraph right under a title waits with it for what it leads on to.
    private string? leading;
    private bool isFresh = true;

    // No figure comes between the rows of a table.
    private bool isInTable;
    private bool isInSeries;
    private double y;

    /// <param name="running">What stands at the foot of every page.</param>
    /// <param name="scale">At what scale pages will be printed: at a smaller one more text finds room on one.</param>
    /// <param name="paper">How much is printed; all of it where that is not said.</param>
    public PdfPages(string running, double scale = 1, PaperRoom? paper = null)
    {
        this.paper = paper ?? PaperRoom.ForAll;
        (width, height) = (Paper.Width / scale, Paper.Height / scale);
        scene = new Scene(width, height);
        this.running = PdfText.Wrap(running, Room - 30, RunningSize, Weight.Regular);
        Blank();
    }

    private double Room => width - (2 * Margin);

    /// <summary>The pages, when everything has been written.</summary>
    public IReadOnlyList<PdfPage> Finish()
    {
        Begin(0);
        PlaceWaiting();
        while (later.Count > 0)
        {
            Blank();
        }

        return [.. pages.Select(page => new PdfPage(page.Scene, page.Figures))];
    }

    private double Bottom => height - Foot - 8;

    // How much of the page that is being written is filled, as a share.
    private double Filled => (y - Margin) / (Bottom - Margin);

    /// <summary>How much of each page is filled, as shares.</summary>
    public IReadOnlyList<double> Fills => [.. fills, Filled];

    /// <summary>The report's title, its question and the answer.</summary>
    public void Opening(string title, string question, string answer, string warning)
    {
        Lines(title, 11, 15, Weight.Semibold, Palette.Muted);
        Lines(question, 10, 14, Weight.Regular, Palette.Muted);
        y += 8;
        Lines(answer, 18, 23, Weight.Semibold, Palette.Ink);
        y += 3;
        Lines(warning, 10, 14, Weight.Semibold, Palette.Plum);
    }

    /// <summary>Begins a section, below the figures of the one before, unless they would leave a page half empty: then
    /// the text goes on.</summary>
    public void Section(string title)
    {
        Begin(0);
        Flush();
        section = title;
    }

    private void Flush()
    {
        PlaceWaiting();
        while (later.Count > 0 && Filled >= LeastFilled)
        {
            Blank();
        }
    }

    public void Heading(string words)
    {
        Begin(0);
        heading = words;
    }

    public void Paragraph(string words)
    {
        if (leading is null && (section ?? heading) is not null && Wrapped(words).Count <= LeadingLines)
        {
            leading = words;
            return;
        }

        Begin(2 * BodyLeading);
        Written(words);
    }

    private void Written(string words)
    {
        Lines(words, BodySize, BodyLeading, Weight.Regular, Palette.Ink);
        y += 5;
    }

    private IReadOnlyList<string> Wrapped(string words) => PdfText.Wrap(words, Room, BodySize, Weight.Regular);

    public void List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        foreach ((int i, string item) in all.Index())
        {
            // The last stands beneath another.
            int together = i == all.Length - 2 ? LastItems : 1;
            double lines = all.Skip(i).Take(together).Sum(each => PdfText.Wrap(each, Room - 12, BodySize, Weight.Regular).Count);
            Begin(together == 1 ? BodyLeading : (lines * BodyLeading) + 2);
            scene.Add(new Mark.Dot(Margin + 4, y + 6.5, 1.5, Palette.Ink));
            Lines(item, BodySize, BodyLeading, Weight.Regular, Palette.Ink, 12);
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
        const double Terms = 110;
        foreach ((string term, string? text) in items)
        {
            bool isStated = !string.IsNullOrWhiteSpace(text);
            IReadOnlyList<string> left = PdfText.Wrap(term, Terms - 10, 8.5, Weight.Semibold);
            Begin(left.Count * 11.5);
            scene.AddLines(left, new Mark.Text(string.Empty, Margin, y + 8.5, 8.5, Palette.Ink, Weight.Semibold), 11.5);
            (double top, int page) = (y, pages.Count);
            Lines(isStated ? text! : "NOT STATED", 8.5, 11.5, isStated ? Weight.Regular : Weight.Semibold, Palette.Ink, Terms);
            y = (page == pages.Count ? Math.Max(y, top + (left.Count * 11.5)) : y) + 3;
        }
    }

    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        (IReadOnlyList<string>[] shown, string above) = paper.Rows([.. rows], caption, isInSeries);
        foreach (PdfTable table in PdfTable.Of(columns, shown, Room))
        {
            double words = 12 * PdfText.Wrap(above, Room, 8.5, Weight.Regular).Count;
            int first = table.FirstTogether(SmallTable * (Bottom - Margin), Filled < LeastFilled);
            Begin(words + table.Head.Height + PdfTable.HeightOf(table.Rows.Take(first)));
            int page = pages.Count;
            isInTable = true;
            Lines(above, 8.5, 12, Weight.Regular, Palette.Muted);
            Draw(table, table.Head);
            foreach ((int i, PdfTableRow row) in table.Rows.Index())
            {
                if (!TryKeepTo(PdfTable.HeightOf(table.Together(i))))
                {
                    Draw(table, table.Head);
                }

                Draw(table, row);
            }

            isInTable = false;
            y += 12;
            if (pages.Count > page)
            {
                Flush();
            }

            above = "More columns of the table above";
        }
    }

    public void Reference(string what, Action<IReportMedium> write)
    {
        if (paper.LookedUp == LookedUp.Everywhere || (paper.LookedUp == LookedUp.WhereRoomIsLeft && HasRoomFor(write)))
        {
            write(this);
        }
        else
        {
            Paragraph($"{what}: in report.html.");
        }
    }

    // Written on pages of its own to see how much it takes, below the titles that wait.
    private bool HasRoomFor(Action<IReportMedium> write)
    {
        var trial = new PdfPages(string.Empty, Paper.Width / width, paper);
        foreach (string waiting in new[] { section, heading, leading }.OfType<string>())
        {
            trial.Lines(waiting, 14, 24, Weight.Semibold, Palette.Ink);
        }

        write(trial);
        trial.Begin(0);
        return trial.pages.Count == 1 && y + trial.y - Margin <= Bottom;
    }

    public void Series(string what, string elsewhere, IReadOnlyList<SeriesPiece> pieces)
    {
        isInSeries = true;
        paper.Series.Write(this, what, elsewhere, pieces);
        isInSeries = false;
    }

    public void Command(string words)
    {
        Begin(BodyLeading);
        Lines(words, BodySize, BodyLeading, Weight.Semibold, Palette.Blue, 12);
        y += 6;
    }

    // Its dozens of pages say nothing to who reads on paper; who wants to run it needs the file.
    public void Listing(string name, string text) =>
        Paragraph($"Its {text.Count(c => c == '\n')} lines are in report.html and in manifest.json of the run.");

    public void Attachment(string name, string type, string content, string says) => Paragraph($"{name} in the run's folder: {says}");

    public void Figure(Figure figure)
    {
        if (paper.LeftOut.Contains(figure.Name))
        {
            Paragraph($"Figure {figure.Number}, in report.html: {Plain.Sentence(figure.Words.Title)}");
            return;
        }

        // A title that waits never stands without what follows it.
        Begin((section ?? heading ?? leading) is null ? 0 : FigureGap + (Narrowest * Room * figure.Scene.Height / figure.Scene.Width));
        if (later.Count > 0 || !TryPlace(figure))
        {
            later.Enqueue(figure);
        }
    }

    private bool TryPlace(Figure figure)
    {
        double across = Room / figure.Scene.Width;
        double gap = isFresh ? 0 : FigureGap;
        double scale = Math.Min(across, (Bottom - y - gap) / figure.Scene.Height);
        if (!isFresh && scale < Narrowest * across)
        {
            return false;
        }

        double top = y + gap;
        double left = (width - (figure.Scene.Width * scale)) / 2;
        var place = new Box(left, top, left + (figure.Scene.Width * scale), top + (figure.Scene.Height * scale));
        pages[^1].Figures.Add(new PlacedFigure(figure, place));
        scene.Add(new Mark.Text($"Figure {figure.Number}", Margin, place.Bottom + 9, 8.5, Palette.Muted));
        y = place.Bottom + 12 + FigureGap;
        isFresh = false;
        return true;
    }

    private void Draw(PdfTable table, PdfTableRow row)
    {
        table.Draw(scene, row, Margin, y);
        y += row.Height;
        isFresh = false;
    }

    /// <summary>Begins a block, with the title and heading that wait for it, on a page that has room for the first of
    /// it too.</summary>
    private void Begin(double following)
    {
        (string? title, string? words, string? lead) = (section, heading, leading);
        (section, heading, leading) = (null, null, null);
        TryKeepTo(
            (title is null ? 0 : 42) + (words is null ? 0 : 24) + (lead is null ? 0 : (BodyLeading * Wrapped(lead).Count) + 5) + following
        );

        if (title is not null)
        {
            y += isFresh ? 0 : 16;
            Lines(title, 14, 20, Weight.Semibold, Palette.Ink);
            y += 2;
        }

        if (words is not null)
        {
            y += 6;
            Lines(words, 10.5, 15, Weight.Semibold, Palette.Ink);
        }

        if (lead is not null)
        {
            Written(lead);
        }
    }

    private void Lines(string words, double size, double leading, Weight weight, SkiaSharp.SKColor color, double indent = 0)
    {
        foreach (string line in PdfText.Wrap(words, Room - indent, size, weight))
        {
            TryKeepTo(leading);

            scene.Add(new Mark.Text(line, Margin + indent, y + size, size, color, weight));
            y += leading;
            isFresh = false;
        }
    }

    /// <summary>Stays on this page where it has so much room; else goes to the next that has, past figures that fill
    /// pages, and gives false.</summary>
    private bool TryKeepTo(double room)
    {
        bool stays = true;
        while (y + room > Bottom && !isFresh)
        {
            Blank();
            stays = false;
        }

        return stays;
    }

    /// <summary>A new page, the figures that wait at its top.</summary>
    private void Blank()
    {
        if (pages.Count > 0)
        {
            fills.Add(Filled);
        }

        scene = new Scene(width, height);
        pages.Add((scene, []));
        double last = height - 18;
        scene.AddLines(running, new Mark.Text(string.Empty, Margin, last - ((running.Count - 1) * 9.5), RunningSize, Palette.Plum), 9.5);
        scene.Add(new Mark.Text($"{pages.Count}", width - Margin, last, 8.5, Palette.Muted, Anchor: Anchor.End));
        y = Margin;
        isFresh = true;
        if (!isInTable)
        {
            PlaceWaiting();
        }
    }

    /// <summary>Places those of the figures that wait for which there is room on this page.</summary>
    private void PlaceWaiting()
    {
        while (later.TryPeek(out Figure? next) && TryPlace(next))
        {
            later.Dequeue();
        }
    }
}
