using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>The first row of a table: which key each column holds.</summary>
/// <param name="Columns">By their place in the rows; null where a column is empty throughout.</param>
/// <param name="NameAt">Where the names of the rows stand, or what they are named by.</param>
/// <param name="Rows">What the rows are.</param>
internal sealed record TableHeader(IReadOnlyList<TableColumn?> Columns, int NameAt, TableRows Rows)
{
    /// <summary>How many cells its rows have.</summary>
    public TableWidth Width { get; } = new([.. Columns.Select(c => c is null ? ((string, bool)?)null : (c.Key, c.IsRequired))]);

    private int GroupAt { get; } = Columns.Index().Where(c => c.Item?.IsGroup ?? false).Select(c => c.Index).FirstOrDefault(-1);

    // What parts of an entry are named by where they have no name.
    private int PlaceAt { get; } =
        Rows.Group is null ? -1 : Columns.Index().Where(c => c.Item?.Key == TableColumn.Point).Select(c => c.Index).FirstOrDefault(-1);

    /// <summary>The header; null after reporting what is wrong with it.</summary>
    public static TableHeader? Of(CsvRow row, TableRows rows, ProblemList problems)
    {
        if (TableWidth.IsTooMuch(row, problems))
        {
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
                TableWidth.ReportTwice(name, cell, seen[name], problems);
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

        if (
            seen.TryGetValue(TableColumn.Point, out Cell point)
            && (seen.TryGetValue(TableColumn.Latitude, out Cell part) || seen.TryGetValue(TableColumn.Longitude, out part))
        )
        {
            TableWidth.ReportTwice(TableColumn.Point, point, part, problems);
            isGood = false;
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
