using SimInterdiction.Reporting.Drawing;
using SkiaSharp;

namespace SimInterdiction.Reporting.Report;

/// <summary>A row as it is set: lines by column, and its height.</summary>
internal sealed record PdfTableRow(IReadOnlyList<IReadOnlyList<Mark.Text>> Cells, double Height, bool IsHead, bool IsBaseline);

/// <summary>A table as it is set on a page: columns as wide as they need, those of words narrower where room is
/// short.</summary>
internal sealed class PdfTable
{
    private const double Size = 9;
    private const double SmallSize = 7.5;
    private const double Leading = 11.5;
    private const double Gap = 12;
    private const double WidestWords = 240;

    // From so many rows on a table may stand beside itself.
    private const int LongTable = 8;
    private const double BesideGap = 2 * Gap;

    // The first rows and the last ones on a page: fewer are taken for a mistake.
    private const int FirstRows = 4;
    private const int LastRows = 2;

    private readonly bool[] isNumeric;
    private readonly double[] widths;

    private PdfTable(bool[] isNumeric, double[] widths)
    {
        this.isNumeric = isNumeric;
        this.widths = widths;
    }

    private double Width => widths.Sum() + (Gap * (widths.Length - 1));

    public required PdfTableRow Head { get; init; }

    public required IReadOnlyList<PdfTableRow> Rows { get; init; }

    /// <summary>The table, or where its columns have no room beside one another, several with the same first column, so
    /// that no word is broken.</summary>
    public static IReadOnlyList<PdfTable> Of(IReadOnlyList<string> columns, IReadOnlyList<string>[] rows, double room)
    {
        int[] others = [.. Enumerable.Range(1, columns.Count - 1)];
        for (int parts = 1; parts < others.Length; parts++)
        {
            int[][] each = [.. others.Chunk((others.Length + parts - 1) / parts).Select(part => part.Prepend(0).ToArray())];
            if (each.All(part => Fits(Pick(columns, part), [.. rows.Select(row => Pick(row, part))], room)))
            {
                return [.. each.Select(part => Beside(Pick(columns, part), [.. rows.Select(row => Pick(row, part))], room))];
            }
        }

        return [Beside(columns, rows, room)];

        static string[] Pick(IReadOnlyList<string> cells, int[] part) => [.. part.Select(column => cells[column])];
    }

    // A long one that is narrow stands beside itself, its rows one column after the other, so that no page is left half
    // empty.
    private static PdfTable Beside(IReadOnlyList<string> columns, IReadOnlyList<string>[] rows, double room)
    {
        PdfTable one = Set(columns, rows, room);
        int beside =
            rows.Length < LongTable || rows.Any(r => r[0].StartsWith('*')) ? 1 : (int)((room + BesideGap) / (one.Width + BesideGap));
        if (beside < 2)
        {
            return one;
        }

        int each = (rows.Length + beside - 1) / beside;
        string[] none = [.. columns.Select(_ => string.Empty)];
        return Set(
            [.. Enumerable.Range(0, beside).SelectMany(i => i == 0 ? columns : columns.Prepend(string.Empty))],
            [
                .. Enumerable
                    .Range(0, each)
                    .Select(row =>
                        (IReadOnlyList<string>)
                            [
                                .. Enumerable
                                    .Range(0, beside)
                                    .SelectMany(i => Cells(row + (i * each)) is var cells && i == 0 ? cells : cells.Prepend(string.Empty)),
                            ]
                    ),
            ],
            room
        );

        IReadOnlyList<string> Cells(int row) => row < rows.Length ? rows[row] : none;
    }

    private static PdfTable Set(IReadOnlyList<string> columns, IReadOnlyList<string>[] rows, double room)
    {
        bool[] isNumeric = [.. columns.Select(c => c.StartsWith('#'))];
        string[] heads = [.. columns.Select(c => c.TrimStart('#'))];
        double[] widths = Widths(heads, rows, isNumeric, room);
        return new PdfTable(isNumeric, widths)
        {
            Head = Set(heads, widths, isHead: true),
            Rows = [.. rows.Select(r => Set([r[0].TrimStart('*'), .. r.Skip(1)], widths, isHead: false, r[0].StartsWith('*')))],
        };
    }

    /// <summary>How many rows begin the table on a page at least.</summary>
    /// <param name="small">A table of this height is not broken.</param>
    /// <param name="isHalfEmpty">Whether the page would be left half empty: then rather few rows.</param>
    public int FirstTogether(double small, bool isHalfEmpty) =>
        Rows.Count < 2 * LastRows || Head.Height + HeightOf(Rows) <= small ? Rows.Count
        : isHalfEmpty ? LastRows
        : Rows.Count < FirstRows + LastRows ? Rows.Count
        : FirstRows;

    /// <summary>The rows that stand on one page with a row and come after it, the row itself among them.</summary>
    public IEnumerable<PdfTableRow> Together(int row) => Rows.Skip(row).Take(row == Rows.Count - LastRows ? LastRows : 1);

    public static double HeightOf(IEnumerable<PdfTableRow> rows) => rows.Sum(row => row.Height);

    public void Draw(Scene scene, PdfTableRow row, double left, double top)
    {
        double right = left + Width;
        if (row.IsBaseline)
        {
            scene.Add(new Mark.Rectangle(new Box(left, top, right, top + row.Height), SKColor.Parse("#F4F4F4")));
        }

        double x = left;
        for (int column = 0; column < widths.Length; column++)
        {
            double at = isNumeric[column] ? x + widths[column] : x;
            double y = row.IsHead ? top + row.Height - 7 - (Leading * (row.Cells[column].Count - 1)) : top + 12;
            foreach (Mark.Text line in row.Cells[column])
            {
                scene.Add(line with { X = at, Y = y, Anchor = isNumeric[column] ? Anchor.End : Anchor.Start });
                y += Leading;
            }

            x += widths[column] + Gap;
        }

        scene.Add(
            new Mark.Line(
                [(left, top + row.Height), (right, top + row.Height)],
                row.IsHead ? Palette.Ink : Palette.Grid,
                row.IsHead ? 1 : 0.6
            )
        );
    }

    private static double[] Widths(string[] heads, IReadOnlyList<string>[] rows, bool[] isNumeric, double room)
    {
        double free = room - (Gap * (heads.Length - 1));
        double[] least = Least(heads, rows, isNumeric);
        double[] most =
        [
            .. heads.Select(
                (head, i) =>
                    Math.Max(
                        least[i],
                        Math.Min(WidestWords, rows.Select(r => Whole(r[i].TrimStart('*'))).Append(isNumeric[i] ? 0 : Whole(head)).Max())
                    )
            ),
        ];
        double wanted = most.Sum();
        double needed = least.Sum();
        if (wanted <= free)
        {
            // Words at the right take what room is left.
            double last = isNumeric[^1] ? 0 : rows.Select(r => Whole(r[^1])).DefaultIfEmpty(0).Max();
            return [.. most[..^1], Math.Max(most[^1], Math.Min(last, most[^1] + free - wanted))];
        }

        return needed >= free
            ? [.. least.Select(w => w * free / needed)]
            : [.. least.Zip(most, (low, high) => low + ((high - low) * (free - needed) / (wanted - needed)))];
    }

    private static bool Fits(string[] columns, IReadOnlyList<string>[] rows, double room) =>
        Least([.. columns.Select(c => c.TrimStart('#'))], rows, [.. columns.Select(c => c.StartsWith('#'))]).Sum()
        <= room - (Gap * (columns.Length - 1));

    // What each column needs so that no word and no number is broken.
    private static double[] Least(string[] heads, IReadOnlyList<string>[] rows, bool[] isNumeric) =>
        [
            .. heads.Select(
                (head, i) =>
                    Math.Max(
                        Longest(head),
                        rows.Select(r => isNumeric[i] ? Whole(r[i]) : Longest(r[i].TrimStart('*'))).DefaultIfEmpty(0).Max()
                    )
            ),
        ];

    private static double Whole(string cell) =>
        cell.Split('\n').Select((line, i) => Lettering.Width(line, i == 0 ? Size : SmallSize, Weight.Semibold)).Max() + 1;

    private static double Longest(string cell) =>
        cell.Split('\n')
            .SelectMany(
                (line, i) =>
                    line.Split(' ').Select(word => Math.Min(130, Lettering.Width(word, i == 0 ? Size : SmallSize, Weight.Semibold)))
            )
            .Max() + 1;

    private static PdfTableRow Set(IReadOnlyList<string> cells, double[] widths, bool isHead, bool isBaseline = false)
    {
        Mark.Text[][] set =
        [
            .. cells.Select((cell, i) => Lines(cell, widths[i], isHead || i == 0 ? Weight.Semibold : Weight.Regular).ToArray()),
        ];
        return new PdfTableRow(set, (set.Max(c => c.Length) * Leading) + 8, isHead, isBaseline);
    }

    private static IEnumerable<Mark.Text> Lines(string cell, double width, Weight weight)
    {
        string[] parts = cell.Split('\n', 2);
        IEnumerable<Mark.Text> main = PdfText
            .Wrap(parts[0], width, Size, weight)
            .Select(line => new Mark.Text(line, 0, 0, Size, Palette.Ink, weight));
        return parts.Length == 1
            ? main
            : main.Concat(
                PdfText
                    .Wrap(parts[1].Replace('\n', ' '), width, SmallSize, Weight.Regular)
                    .Select(line => new Mark.Text(line, 0, 0, SmallSize, Palette.Muted))
            );
    }
}
