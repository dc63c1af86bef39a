using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>The first row of a table: which key each column holds.</summary>
/// <param name="Columns">By their place in the rows; null where a column is empty throughout.</param>
/// <param name="NameAt">Where the names of the rows stand, or what they are named by.</param>
/// <param name="Rows">What the rows are.</param>
internal sealed record TableHeader(IReadOnlyList<TableColumn?> Columns, int NameAt, TableRows Rows)
{
    private const string Whole = "put a cell that contains the separator, such as a decimal comma, in quotation marks";

    /// <summary>How many columns there are; what spreadsheets leave empty after the last one doesn't count.</summary>
    private int Width { get; } = Columns.Index().Last(c => c.Item is not null).Index + 1;

    /// <summary>How many cells a row has at least: what is missing after the last one that is required is
    /// empty.</summary>
    private int Least { get; } = Columns.Index().Last(c => c.Item?.IsRequired ?? false).Index + 1;

    private int GroupAt { get; } = Columns.Index().Where(c => c.Item?.IsGroup ?? false).Select(c => c.Index).FirstOrDefault(-1);

    // What parts of an entry are named by where they have no name.
    private int PlaceAt { get; } =
        Rows.Group is null ? -1 : Columns.Index().Where(c => c.Item?.Key == TableColumn.Point).Select(c => c.Index).FirstOrDefault(-1);

    /// <summary>The header; null after reporting what is wrong with it.</summary>
    public static TableHeader? Of(CsvRow row, TableRows rows, ProblemList problems)
    {
        if (row.Beyond is { } beyond)
        {
            problems.Error("S043", beyond.Mark, $"the table has more than {Limits.TableColumns} columns");
            return null;
        }

        IReadOnlyList<string> known = TableColumn.Known(rows);
        TableColumn?[] columns = [.. row.Cells.Select(cell => cell.Text.Length == 0 ? null : TableColumn.Of(cell, rows))];
        int nameAt = Array.FindIndex(columns, c => c?.Key == TableColumn.Name);
        if (nameAt < 0 && rows.Group is not null)
        {
            nameAt = Array.FindIndex(columns, c => c?.Key == TableColumn.Point);
        }

        if (nameAt < 0)
        {
            ReportMissing(rows.Group is null ? TableColumn.Name : TableColumn.Point, row, columns, known, problems);
            return null;
        }

        if (rows.Group is { } group && !Array.Exists(columns, c => c?.IsGroup ?? false))
        {
            ReportMissing(group, row, columns, known, problems);
            return null;
        }

        bool isGood = true;
        var seen = new Dictionary<string, Cell>();
        foreach ((int i, Cell cell) in row.Cells.Index().Where(c => c.Item.Text.Length > 0))
        {
            string name = columns[i]?.Key ?? cell.Text;
            if (!seen.TryAdd(name, cell))
            {
                problems.Error("S102", cell.Mark, $"the column '{name}' is given twice", (seen[name].Mark, "the first one"));
                isGood = false;
            }
            else if (columns[i] is null)
            {
                problems.Error(
                    "S101",
                    cell.Mark,
                    $"'{cell.Text}' is not a key of {Names.WithArticle(rows.Shape.Name)}",
                    $"columns: {Names.Few(known, 14)}",
                    problems.DidYouMean(cell.Text, known)
                );
                isGood = false;
            }
        }

        return isGood ? new TableHeader(columns, nameAt, rows) : null;
    }

    /// <summary>The entry that a row is a part of; null where it is one itself.</summary>
    public Cell? GroupOf(CsvRow row) => GroupAt < 0 ? null : row.Cells[GroupAt];

    /// <summary>Whether a row names the entry it is a part of and says nothing else: that has no parts.</summary>
    public bool IsBare(CsvRow row) => GroupAt >= 0 && row.Cells.Index().All(c => c.Index == GroupAt || c.Item.Text.Length == 0);

    /// <summary>What a row is called: as it says, or else by its place, counted where that is taken.</summary>
    public string NameOf(CsvRow row, Func<string, bool> isTaken)
    {
        string cell = row.Cells[NameAt].Text;
        if (Columns[NameAt]!.Key == TableColumn.Name && (cell.Length > 0 || PlaceAt < 0))
        {
            return cell;
        }

        string at = PlaceAt < row.Cells.Count ? row.Cells[PlaceAt].Text : string.Empty;
        string place = Names.IsName(at) ? at : Rows.Shape.Name;
        return Enumerable.Range(1, Limits.TableRows).Select(n => n == 1 ? place : $"{place}_{n}").First(name => !isTaken(name));
    }

    /// <summary>Whether a row has a cell for each column that is required, and none without a column.</summary>
    public bool Fits(CsvRow row) => row.Cells.Count >= Least && Outside(row) is null;

    /// <summary>Whether a row has more cells than columns: something inside a cell may have divided it.</summary>
    public bool IsDividedAnew(CsvRow row) => row.Cells.Skip(Width).Any(c => c.Text.Length > 0) || row.Beyond is not null;

    /// <summary>Reports the first of the rows that don't fit, and how many there are: they have one cause.</summary>
    public void ReportRagged(IReadOnlyList<CsvRow> rows, ProblemList problems)
    {
        if (rows.Count == 0)
        {
            return;
        }

        string others = rows.Count switch
        {
            1 => "",
            2 => ", and so has another",
            _ => $", and so have {rows.Count - 1:N0} others",
        };
        if (Outside(rows[0]) is not { } cell)
        {
            int count = rows[0].Cells.Count;
            IEnumerable<string> missing = Columns.Skip(count).Where(c => c?.IsRequired ?? false).Select(c => c!.Key);
            string found =
                $"this row ends before {Names.And(missing)}: it has {count} {(count == 1 ? "cell" : "cells")} for {Width} columns{others}";
            bool isOther = count == 1 && rows[0].Cells[0].Text.IndexOfAny([',', ';', '\t', '|']) >= 0;
            string hint = isOther ? "separate its cells as the first row does" : "add the missing cells";
            problems.Error("S161", rows[0].Cells[^1].Mark, found, hint: hint);
        }
        else if (rows[0].Cells.Take(Width).Any(c => c == cell))
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
            problems.Error("S161", rows[0].Cells[Width - 1].Mark, $"this row has more cells than the {Width} columns{others}", hint: Whole);
        }
    }

    /// <summary>The first cell that holds something and has no column.</summary>
    private Cell? Outside(CsvRow row)
    {
        for (int i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Text.Length > 0 && (i >= Columns.Count || Columns[i] is null))
            {
                return row.Cells[i];
            }
        }

        return row.Beyond;
    }

    // "'latitude' to 'lat' and 'longitude' to 'lon'"; null where no head is like a column.
    private static string? Renamed(Cell[] heads, IReadOnlyList<string> known)
    {
        string[] renamed =
        [
            .. heads
                .Select(head => (head.Text, Near: Names.Nearest(head.Text.ToLowerInvariant(), known)))
                .Where(head => head.Near.Count == 1)
                .Select(head => $"'{Shortened.Text(head.Text)}' to '{head.Near[0]}'"),
        ];
        return renamed.Length switch
        {
            0 => null,
            1 => renamed[0],
            _ => $"{string.Join(", ", renamed[..^1])} and {renamed[^1]}",
        };
    }

    private static void ReportMissing(
        string column,
        CsvRow row,
        IReadOnlyList<TableColumn?> columns,
        IReadOnlyList<string> known,
        ProblemList problems
    )
    {
        string meaning = column == TableColumn.Point ? "place" : column;
        Cell[] heads = [.. row.Cells.Where(c => c.Text.Length > 0)];
        string allowed = $"columns: {Names.Few(known, 14)}";
        if (heads.Length == 1 && !Names.IsName(heads[0].Text))
        {
            problems.Error(
                "S162",
                heads[0].Mark,
                "the first row is a single cell: its columns are not separated",
                allowed,
                "separate them with commas, semicolons or tabs"
            );
        }
        else if (columns.All(c => c is null))
        {
            string? renamed = Renamed(heads, known);
            problems.Error(
                "S162",
                heads[0].Mark,
                renamed is null ? "the first row doesn't name the columns" : "the first row names no column as it is called here",
                allowed,
                renamed is null
                    ? $"put a row above it: {string.Join(',', known.Take(3))}, for instance"
                    : $"rename {renamed}; '{column}' is the column with the {meaning}s"
            );
        }
        else
        {
            problems.Error(
                "S162",
                heads[0].Mark,
                $"the table has no column '{column}'",
                $"one column gives each row's {meaning}",
                $"rename the column with the {meaning}s"
            );
        }
    }
}
