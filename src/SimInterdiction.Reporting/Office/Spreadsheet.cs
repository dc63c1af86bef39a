using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Office;

/// <summary>Writes sheets as an Office Open XML workbook: headers bold, frozen and with a filter; numbers in full
/// precision, shown with as many digits as count. A sheet is printed across as many pages down as it takes, with its
/// header on each and what the workbook says of itself at the foot.</summary>
public static class Spreadsheet
{
    private const uint Bold = 1;
    private const uint Wrapped = 2;
    private const uint FirstFormat = 3;

    // Numbers below that are the file format's own.
    private const uint FirstOwnFormat = 164;
    private const int WidestColumn = 60;
    private const uint A4 = 9;

    /// <param name="sheets">The sheets, in their order.</param>
    /// <param name="foot">What stands at the foot of every printed page.</param>
    public static byte[] Write(IReadOnlyList<Sheet> sheets, string foot)
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
                part.Worksheet = Worksheet(sheets[i], foot);
                list.Append(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet
                    {
                        Name = sheets[i].Name,
                        SheetId = (uint)i + 1,
                        Id = book.GetIdOfPart(part),
                    }
                );
            }

            book.Workbook = new Workbook(list, new DefinedNames(sheets.SelectMany((sheet, i) => Printed(sheet, (uint)i))));
        }

        return OfficePackage.Settled(stream);
    }

    // What is printed, and the rows that are repeated on every page.
    private static IEnumerable<DefinedName> Printed(Sheet sheet, uint index)
    {
        string name = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!";
        yield return new DefinedName($"{name}$A$1:${ColumnName(sheet.Header.Count)}${sheet.Rows.Count + 1}")
        {
            Name = "_xlnm.Print_Area",
            LocalSheetId = index,
        };
        yield return new DefinedName($"{name}$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = index };
    }

    private static Worksheet Worksheet(Sheet sheet, string foot)
    {
        var data = new SheetData(Row(sheet.Header, Bold));
        foreach (IReadOnlyList<object?> row in sheet.Rows)
        {
            data.Append(Row(row, 0));
        }

        string corner = $"{ColumnName(sheet.Header.Count)}{sheet.Rows.Count + 1}";
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
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
            new AutoFilter { Reference = $"A1:{corner}" },
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.7,
                Header = 0.3,
                Footer = 0.3,
            },
            new PageSetup
            {
                PaperSize = A4,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            },
            new HeaderFooter(new OddFooter(Foot(foot)))
        );
    }

    // The sheet and the page at its right; a spreadsheet takes 255 characters.
    private static string Foot(string words)
    {
        const int Most = 110;
        string shown = words.Length <= Most ? words : words[..Most] + "…";
        return $"&L{shown.Replace("&", "&&", StringComparison.Ordinal)}&R&A, &P/&N";
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
                StyleIndex = style == 0 && s.Length > WidestColumn ? Wrapped : style,
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
                new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true },
                .. NumberFormats.All.Select(
                    (_, i) => new CellFormat { NumberFormatId = FirstOwnFormat + (uint)i, ApplyNumberFormat = true }
                ),
            ])
        );
}
