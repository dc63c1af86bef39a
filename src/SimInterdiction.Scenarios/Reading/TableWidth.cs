using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>How many cells the rows of a table have: none without a column, and one for each column that is
/// required.</summary>
/// <param name="columns">By their place in the rows; null where a column has no name, and so must be empty.</param>
internal sealed class TableWidth(IReadOnlyList<(string Name, bool IsRequired)?> columns)
{
    private const string Whole = "put a cell that contains the separator, such as a decimal comma, in quotation marks";

    // What spreadsheets leave empty after the last column doesn't count.
    private readonly int width = columns.Index().Last(c => c.Item is not null).Index + 1;

    // What is missing after the last one that is required is empty.
    private readonly int least = columns.Index().Last(c => c.Item is { IsRequired: true }).Index + 1;

    /// <summary>Whether a first row names more columns than are read, which is reported.</summary>
    public static bool IsTooMuch(CsvRow header, ProblemList problems)
    {
        if (header.Beyond is { } beyond)
        {
            problems.Error("S043", beyond.Mark, $"the table has more than {Limits.TableColumns} columns");
        }

        return header.Beyond is not null;
    }

    /// <summary>Reports a column that stands there twice.</summary>
    public static void ReportTwice(string name, Cell second, Cell first, ProblemList problems) =>
        problems.Error("S102", second.Mark, $"the column '{name}' is given twice", (first.Mark, "the first one"));

    /// <summary>How many other rows have what the first one is told to have, in words.</summary>
    /// <param name="rows">All of them, from 1 on.</param>
    public static string Others(int rows) =>
        rows switch
        {
            1 => "",
            2 => ", and so has another",
            _ => $", and so have {rows - 1:N0} others",
        };

    /// <summary>Whether a row has a cell for each column that is required, and none without a column.</summary>
    public bool Fits(CsvRow row) => row.Cells.Count >= least && Outside(row) is null;

    /// <summary>Whether a row has more cells than columns: something inside a cell may have divided it.</summary>
    public bool IsDividedAnew(CsvRow row) => row.Cells.Skip(width).Any(c => c.Text.Length > 0) || row.Beyond is not null;

    /// <summary>Reports the first of the rows that don't fit, and how many there are: they have one cause.</summary>
    public void ReportRagged(IReadOnlyList<CsvRow> rows, ProblemList problems)
    {
        if (rows.Count == 0)
        {
            return;
        }

        string others = Others(rows.Count);
        if (Outside(rows[0]) is not { } cell)
        {
            int count = rows[0].Cells.Count;
            IEnumerable<string> missing = columns.Skip(count).Where(c => c is { IsRequired: true }).Select(c => c!.Value.Name);
            string found =
                $"this row ends before {Names.And(missing)}: it has {count} {(count == 1 ? "cell" : "cells")} for {width} columns{others}";
            bool isOther = count == 1 && rows[0].Cells[0].Text.IndexOfAny([',', ';', '\t', '|']) >= 0;
            string hint = isOther ? "separate its cells as the first row does" : "add the missing cells";
            problems.Error("S161", rows[0].Cells[^1].Mark, found, hint: hint);
        }
        else if (rows[0].Cells.Take(width).Any(c => c == cell))
        {
            problems.Error(
                "S161",
                cell.Mark,
                $"this row has a cell in a column without a name{others}",
                hint: "name the column in the first row, or remove it"
            );
        }
        else
        {
            string more = $"this row has more cells than the {(width == 1 ? "one column" : $"{width} columns")}{others}";
            problems.Error("S161", rows[0].Cells[width - 1].Mark, more, hint: Whole);
        }
    }

    /// <summary>The first cell that holds something and has no column.</summary>
    private Cell? Outside(CsvRow row)
    {
        for (int i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Text.Length > 0 && (i >= columns.Count || columns[i] is null))
            {
                return row.Cells[i];
            }
        }

        return row.Beyond;
    }
}
