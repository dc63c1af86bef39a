using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Puts the rows of <c>from: places.csv</c> into their sections, as if they were written there.</summary>
internal static class Tables
{
    public const string From = "from";

    private const string Format = "CSV UTF-8";

    public static readonly IReadOnlyList<string> Sections = ["places", "roads", "flows", "deployments"];

    /// <summary>The sections that come from a table.</summary>
    public static IEnumerable<string> SectionsWithTables(MapNode root) =>
        Sections.Where(name => root.Find(name)?.Value is MapNode section && section.Find(From) is not null);

    /// <param name="root">A scenario as it is written.</param>
    /// <param name="replaced">The sections whose table is another one, named by a scenario above.</param>
    /// <param name="files">Reads the tables.</param>
    /// <param name="problems">Takes what is wrong with them.</param>
    public static MapNode Fill(MapNode root, IReadOnlySet<string> replaced, NamedFiles files, ProblemList problems)
    {
        foreach (string name in SectionsWithTables(root))
        {
            Entry entry = root.Find(name)!;
            var section = (MapNode)entry.Value;
            Entry from = section.Find(From)!;
            MapNode written = section.Without(From);
            var shape = TableRows.Of(name);
            List<Entry> rows = [];
            if (from.Value is not ScalarNode { IsNothing: false } file)
            {
                Mark mark = from.Value.IsNothing ? from.KeyMark : from.Value.Mark;
                problems.Error("S104", mark, $"'from' needs the name of a table, not {from.Value.Kind}", "from: places.csv, for instance");
                problems.Lose(name);
            }
            else if (!replaced.Contains(name))
            {
                int errors = problems.ErrorsReported;
                rows = ReadRows(file, files, shape, problems);
                if (problems.ErrorsReported > errors)
                {
                    problems.Lose(name);
                }
            }

            rows = [.. rows.Select(row => shape.With(row, written.Find(row.Key)))];
            written = new MapNode(
                written.Mark,
                [.. written.Entries.Where(e => !rows.Exists(row => row.Key == e.Key && shape.IsAddition(e)))]
            );
            foreach (Entry row in rows.Where(r => written.Find(r.Key) is not null))
            {
                problems.Error(
                    "S102",
                    written.Find(row.Key)!.KeyMark,
                    $"'{row.Key}' is given twice",
                    (row.KeyMark, "the row of the table")
                );
            }

            root = root.With(entry with { Value = new MapNode(section.Mark, rows.Concat(written.Entries)) });
        }

        return root;
    }

    private static List<Entry> ReadRows(ScalarNode file, NamedFiles files, TableRows shape, ProblemList problems)
    {
        if (files.TextOf(file, Format) is not { } text)
        {
            return [];
        }

        int before = problems.ErrorsReported;
        CsvRow[] rows = [.. new CsvReader(files.NameOf(file), text, problems).Rows().Take(Limits.TableRows + 2)];
        if (problems.ErrorsReported > before)
        {
            return [];
        }

        if (rows.Length == 0)
        {
            problems.Error("S161", file.Mark, $"the table '{files.NameOf(file)}' is empty", "a row of column names, then a row for each");
            return [];
        }

        if (rows.Length == 1)
        {
            problems.Error(
                "S161",
                file.Mark,
                $"the table '{files.NameOf(file)}' has no rows",
                "a row of column names, then a row for each"
            );
            return [];
        }

        if (rows.Length > Limits.TableRows + 1)
        {
            problems.Error("S043", rows[^1].Cells[0].Mark, $"the table has more than {Limits.TableRows:N0} rows");
            return [];
        }

        return TableHeader.Of(rows[0], shape, problems) is { } header ? shape.Grouped(Entries(header, rows.AsSpan(1), problems)) : [];
    }

    private static List<(Cell? Group, Entry? Entry)> Entries(TableHeader header, ReadOnlySpan<CsvRow> rows, ProblemList problems)
    {
        var seen = new Dictionary<(string? Group, string Name), Mark>();
        var commas = new DecimalCommas();
        var good = new List<(string? Name, CsvRow Row)>();
        var ragged = new List<CsvRow>();
        foreach (CsvRow row in rows)
        {
            if (!header.Width.Fits(row))
            {
                ragged.Add(row);
                continue;
            }

            Cell cell = row.Cells[header.NameAt];
            string name = header.NameOf(row, taken => seen.ContainsKey((header.GroupOf(row)?.Text, taken)));
            if (header.GroupOf(row) is { Text.Length: 0 } group)
            {
                problems.Error("S161", group.Mark, $"this row has no {header.Rows.Group}");
            }
            else if (header.IsBare(row))
            {
                good.Add((null, row));
            }
            else if (name.Length == 0)
            {
                problems.Error("S161", cell.Mark, "this row has no name");
            }
            else if (!seen.TryAdd((header.GroupOf(row)?.Text, name), cell.Mark))
            {
                problems.Error("S102", cell.Mark, $"'{name}' is given twice", (seen[(header.GroupOf(row)?.Text, name)], "the first one"));
            }
            else
            {
                good.Add((name, row));
                foreach ((int i, TableColumn? column) in header.Columns.Index().Where(c => c.Item is not null && c.Index < row.Cells.Count))
                {
                    commas.Note(column!, row.Cells[i]);
                }
            }
        }

        header.Width.ReportRagged(ragged, problems);
        if (ragged.Exists(header.Width.IsDividedAnew))
        {
            // What divides cells elsewhere stands inside numbers: no row tells more than that.
            return [];
        }

        int before = problems.ErrorsReported;
        commas.Check(problems);
        if (problems.ErrorsReported > before)
        {
            return [];
        }

        return
        [
            .. good.Select(g =>
                (
                    header.GroupOf(g.Row),
                    g.Name is { } name ? new Entry(name, g.Row.Cells[header.NameAt].Mark, Record(header, g.Row, commas, problems)) : null
                )
            ),
        ];
    }

    private static MapNode Record(TableHeader header, CsvRow row, DecimalCommas commas, ProblemList problems)
    {
        var map = new MapNode(row.Cells[header.NameAt].Mark, []);
        ScalarNode? latitude = null;
        ScalarNode? longitude = null;
        foreach ((int i, TableColumn? column) in header.Columns.Index())
        {
            if (column is not { IsKey: true } || i >= row.Cells.Count || row.Cells[i].Text.Length == 0)
            {
                continue;
            }

            Cell cell = commas.Read(column, row.Cells[i]);
            switch (column.Key)
            {
                case TableColumn.Latitude:
                    latitude = Plain(cell);
                    break;
                case TableColumn.Longitude:
                    longitude = Plain(cell);
                    break;
                default:
                    map = Put(map, column.Path, 0, cell.Mark, CellValue(cell, column, problems));
                    break;
            }
        }

        return latitude is not null && longitude is not null
            ? map.With(new Entry(TableColumn.Point, latitude.Mark, new ListNode(latitude.Mark, [latitude, longitude])))
            : map;
    }

    private static MapNode Put(MapNode map, IReadOnlyList<string> path, int step, Mark mark, Node value)
    {
        if (step == path.Count - 1)
        {
            return map.With(new Entry(path[step], mark, value));
        }

        MapNode inner = map.Find(path[step])?.Value as MapNode ?? new MapNode(mark, []);
        return map.With(new Entry(path[step], mark, Put(inner, path, step + 1, mark, value)));
    }

    private static Node CellValue(Cell cell, TableColumn column, ProblemList problems)
    {
        if (!column.IsText && cell.Text[0] is '{' or '[')
        {
            (int Line, int Column) origin = (cell.Mark.Line, cell.Mark.Column + (cell.IsQuoted ? 1 : 0));
            return YamlReader.Read(cell.Mark.File, cell.Text, origin, problems) ?? Plain(cell);
        }

        if (!column.IsList)
        {
            return Plain(cell);
        }

        string[] items = cell.Text.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ListNode(cell.Mark, [.. items.Select(item => new ScalarNode(cell.Mark, item, isQuoted: true))]);
    }

    private static ScalarNode Plain(Cell cell) => new(cell.Mark, cell.Text, isQuoted: true) { WithComma = cell.WithComma };
}
