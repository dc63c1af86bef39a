using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace SimInterdiction.Reporting.Office;

/// <summary>A table on a slide, which can be edited there.</summary>
internal static class DeckTable
{
    private const string Language = "en-US";
    private const int Margin = 60_000;

    // In hundredths of a point: cells, and what stands on their second line.
    private const int Size = 1200;
    private const int SmallSize = 1000;

    // Of the first column, against each of the others, and against one that is all words.
    private const double FirstColumn = 1.6;
    private const double BesideWords = 0.3;

    /// <param name="id">Its number on the slide, from 4.</param>
    /// <param name="description">What it shows, for who can't see it.</param>
    /// <param name="columns">Their heads; those that begin with '#' hold numbers.</param>
    /// <param name="rows">What follows a line break in a cell is smaller.</param>
    /// <param name="at">Its place; it grows downwards where its rows need more.</param>
    public static P.GraphicFrame Make(
        uint id,
        string description,
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<string>> rows,
        SlideBox at
    )
    {
        double share = columns.Count == 2 && !columns[1].StartsWith('#') ? BesideWords : FirstColumn;
        long other = (long)(at.Width / (columns.Count - 1 + share));
        long first = at.Width - (other * (columns.Count - 1));
        int height = Math.Min(at.Height / (rows.Count + 1), 480_000);
        bool[] numeric = [.. columns.Select(column => column.StartsWith('#'))];
        var table = new A.Table(
            new A.TableProperties { FirstRow = true },
            new A.TableGrid(columns.Select((_, i) => new A.GridColumn { Width = i == 0 ? first : other }))
        );
        table.Append(Row([.. columns.Select(column => column.TrimStart('#'))], isHead: true));
        table.Append(rows.Select(row => Row(row, isHead: false)));
        return new P.GraphicFrame(
            new P.NonVisualGraphicFrameProperties(
                new P.NonVisualDrawingProperties
                {
                    Id = id,
                    Name = $"Table {id}",
                    Description = description,
                },
                new P.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoGrouping = true }),
                new P.ApplicationNonVisualDrawingProperties()
            ),
            new P.Transform(new A.Offset { X = at.X, Y = at.Y }, new A.Extents { Cx = at.Width, Cy = height * (rows.Count + 1) }),
            new A.Graphic(new A.GraphicData(table) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" })
        );

        A.TableRow Row(IReadOnlyList<string> cells, bool isHead) =>
            new(cells.Select((words, i) => Cell(words, isHead, numeric[i], isBold: isHead || i == 0))) { Height = height };
    }

    private static A.TableCell Cell(string words, bool isHead, bool isNumber, bool isBold)
    {
        var body = new A.TextBody(new A.BodyProperties(), new A.ListStyle());
        body.Append(
            words
                .Split('\n')
                .Select(
                    (line, i) =>
                        new A.Paragraph(
                            new A.ParagraphProperties
                            {
                                Alignment = isNumber ? A.TextAlignmentTypeValues.Right : A.TextAlignmentTypeValues.Left,
                            },
                            new A.Run(
                                new A.RunProperties(DeckParts.Solid(i == 0 ? "161616" : "595959"))
                                {
                                    Language = Language,
                                    FontSize = i == 0 ? Size : SmallSize,
                                    Bold = isBold && i == 0,
                                },
                                new A.Text(line)
                            )
                        )
                )
        );
        return new A.TableCell(
            body,
            new A.TableCellProperties(
                new A.LeftBorderLineProperties(new A.NoFill()) { Width = 0 },
                new A.RightBorderLineProperties(new A.NoFill()) { Width = 0 },
                new A.TopBorderLineProperties(new A.NoFill()) { Width = 0 },
                new A.BottomBorderLineProperties(DeckParts.Solid(isHead ? "161616" : "D5D5D5")) { Width = isHead ? 19_050 : 9_525 },
                new A.NoFill()
            )
            {
                LeftMargin = Margin,
                RightMargin = Margin,
                TopMargin = Margin / 2,
                BottomMargin = Margin / 2,
                Anchor = isHead ? A.TextAnchoringTypeValues.Bottom : A.TextAnchoringTypeValues.Top,
            }
        );
    }
}
