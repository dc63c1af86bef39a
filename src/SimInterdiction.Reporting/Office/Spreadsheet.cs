using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Office;

/// <summary>Writes sheets as an Office Open XML workbook: headers bold, frozen and with a filter; numbers in full
/// precision, shown with as many digits as count.</summary>
public static class Spreadsheet
{
    private const uint Bold = 1;
    private const uint FirstFormat = 2;

    // Numbers below that are the file format's own.
    private const uint FirstOwnFormat = 164;
    private const int WidestColumn = 60;

    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            for (int i = 0; i < sheets.Count; i++)
            {
                WorksheetPart part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheets[i]);
                list.Append(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet
                    {
                        Name = sheets[i].Name,
                        SheetId = (uint)i + 1,
                        Id = book.GetIdOfPart(part),
                    }
                );
            }

            book.Workbook = new Workbook(list);
        }

        return stream.ToArray();
    }

    private static Worksheet Worksheet(Sheet sheet)
    {
        var data = new SheetData(Row(sheet.Header, Bold));
        foreach (IReadOnlyList<object?> row in sheet.Rows)
        {
            data.Append(Row(row, 0));
        }

        string corner = $"{ColumnName(sheet.Header.Count)}{sheet.Rows.Count + 1}";
        return new Worksheet(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new Columns(sheet.Header.Select((_, i) => Column(sheet, i))),
            data,
            new AutoFilter { Reference = $"A1:{corner}" }
        );
    }

    private static Column Column(Sheet sheet, int index)
    {
        int longest = sheet
            .Rows.Select(r => index < r.Count && r[index] is string s ? s.Length : 10)
            .Append(sheet.Header[index].Length)
            .Max();
        return new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = Math.Min(longest + 2, WidestColumn),
            CustomWidth = true,
        };
    }

    private static Row Row(IEnumerable<object?> cells, uint style) => new(cells.Select(c => Cell(c, style)));

    private static Cell Cell(object? value, uint style) =>
        value switch
        {
            Amount { Value: { } amount, Unit: { } unit } when double.IsFinite(amount) => Number(amount, unit),
            double d when double.IsFinite(d) => Number(d, unit: null),
            int or long => new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!))
            {
                DataType = CellValues.Number,
                StyleIndex = style,
            },
            string s => new Cell(new InlineString(new Text(s) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
            },
            _ => new Cell { StyleIndex = style },
        };

    private static Cell Number(double value, MeasureUnit? unit) =>
        new(new CellValue(value.ToString("R", CultureInfo.InvariantCulture)))
        {
            DataType = CellValues.Number,
            StyleIndex = FirstFormat + (uint)NumberFormats.All.Index().First(f => f.Item == NumberFormats.Of(value, unit)).Index,
        };

    private static string ColumnName(int number) =>
        number <= 26 ? $"{(char)('A' + number - 1)}" : ColumnName((number - 1) / 26) + ColumnName(((number - 1) % 26) + 1);

    private static Stylesheet Styles() =>
        new(
            new NumberingFormats(
                NumberFormats.All.Select((code, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = code })
            ),
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
                new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats([
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                .. NumberFormats.All.Select(
                    (_, i) => new CellFormat { NumberFormatId = FirstOwnFormat + (uint)i, ApplyNumberFormat = true }
                ),
            ])
        );
}
