using SimInterdiction.Model;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Puts the rows of <c>from: places.csv</c> into their sections, as if they were written there.</summary>
internal static class Tables
{
    public const string From = "from";
    public const string NameColumn = "name";

    private const string Latitude = "lat";
    private const string Longitude = "lon";
    private const string Point = "at";

    public static readonly IReadOnlyList<string> Sections = ["places", "roads", "flows"];

    public static MapNode Fill(MapNode root, NamedFiles files, ProblemList problems)
    {
        foreach (string name in Sections)
        {
            if (root.Find(name) is { Value: MapNode section } entry && section.Find(From) is { Value: ScalarNode { IsNothing: false } file })
            {
                RecordShape shape = RecordShape.Of(RecordShape.Of(typeof(Scenario)).Find(name)!.ValueType);
                int errors = problems.ErrorCount;
                List<Entry> rows = ReadRows(file, files, shape, problems);
                if (problems.ErrorCount > errors)
                {
                    problems.Lose(name);
                }

                MapNode written = section.Without(From);
                foreach (Entry row in rows.Where(r => written.Find(r.Key) is not null))
                {
                    problems.Error("S102", written.Find(row.Key)!.KeyMark, $"'{row.Key}' is there twice", (row.KeyMark, "the row of the table"));
                }

                root = root.With(entry with { Value = new MapNode(section.Mark, rows.Concat(written.Entries)) });
            }
        }

        return root;
    }

    private static List<Entry> ReadRows(ScalarNode file, NamedFiles files, RecordShape shape, ProblemList problems)
    {
        string name = file.Written;
        if (files.TextOf(file) is not { } text)
        {
            return [];
        }

        List<IReadOnlyList<Cell>> rows = new CsvReader(name, text, problems).Rows();
        if (rows.Count == 0)
        {
            problems.Error("S161", file.Mark, $"the table '{name}' is empty", "a row of column names, then a row for each");
            return [];
        }

        return CheckHeader(rows[0], shape, problems) ? Entries(rows, shape, problems) : [];
    }

    private static bool CheckHeader(IReadOnlyList<Cell> header, RecordShape shape, ProblemList problems)
    {
        bool hasPoint = shape.Find(Point)?.Type == typeof(Model.Network.GeoPoint);
        string[] known = [NameColumn, .. shape.Keys.Select(k => k.Key.Name), .. hasPoint ? new[] { Latitude, Longitude } : []];
        bool isGood = true;
        for (int i = 0; i < header.Count; i++)
        {
            string column = header[i].Text;
            if (header.Take(i).Any(c => c.Text == column))
            {
                problems.Error("S102", header[i].Mark, $"the column '{column}' is there twice");
                isGood = false;
            }
            else if (!known.Contains(column.Split('.')[0]))
            {
                problems.Error("S101", header[i].Mark, $"'{column}' is not a key of {Shapes.WithArticle(shape.Name)}", $"columns: {Names.Few(known, 14)}", Names.DidYouMean(column, known));
            }
        }

        if (!header.Any(c => c.Text == NameColumn))
        {
            problems.Error("S162", header[0].Mark, "the table has no column 'name'", "one column holds each row's name", Names.DidYouMean(NameColumn, header.Select(c => c.Text)) is null ? null : "rename the column that holds the names");
            return false;
        }

        return isGood;
    }

    private static List<Entry> Entries(List<IReadOnlyList<Cell>> rows, RecordShape shape, ProblemList problems)
    {
        IReadOnlyList<Cell> header = rows[0];
        int nameAt = header.ToList().FindIndex(c => c.Text == NameColumn);
        var entries = new List<Entry>();
        var seen = new Dictionary<string, Mark>();
        foreach (IReadOnlyList<Cell> row in rows.Skip(1))
        {
            if (row.Count != header.Count)
            {
                problems.Error("S161", row[Math.Min(row.Count, header.Count) - 1].Mark, $"this row has {row.Count} cells, and the table {header.Count} columns", hint: "a cell that holds a comma goes into quotation marks");
                continue;
            }

            Cell name = row[nameAt];
            if (name.Text.Length == 0)
            {
                problems.Error("S161", name.Mark, "this row has no name");
            }
            else if (!seen.TryAdd(name.Text, name.Mark))
            {
                problems.Error("S102", name.Mark, $"'{name.Text}' is there twice", (seen[name.Text], "the first one"));
            }
            else
            {
                entries.Add(new Entry(name.Text, name.Mark, Record(header, row, nameAt, shape, problems)));
            }
        }

        return entries;
    }

    private static MapNode Record(IReadOnlyList<Cell> header, IReadOnlyList<Cell> row, int nameAt, RecordShape shape, ProblemList problems)
    {
        var map = new MapNode(row[nameAt].Mark, []);
        for (int i = 0; i < header.Count; i++)
        {
            string[] path = header[i].Text.Split('.');
            bool isPoint = header[i].Text is Latitude or Longitude && shape.Find(Point) is not null;
            if (row[i].Text.Length > 0 && i != nameAt && !isPoint && shape.Find(path[0]) is { } key)
            {
                bool isList = path.Length == 1 && Shapes.IsList(key.Type);
                map = Put(map, path, row[i].Mark, CellValue(row[i], isList, problems));
            }
        }

        Cell? lat = CellOf(Latitude);
        Cell? lon = CellOf(Longitude);
        if (lat is { } north && lon is { } east && shape.Find(Point) is not null)
        {
            map = map.With(new Entry(Point, north.Mark, new ListNode(north.Mark, [Plain(north), Plain(east)])));
        }

        return map;

        Cell? CellOf(string column)
        {
            int i = header.ToList().FindIndex(c => c.Text == column);
            return i >= 0 && row[i].Text.Length > 0 ? row[i] : null;
        }
    }

    private static MapNode Put(MapNode map, string[] path, Mark mark, Node value)
    {
        if (path.Length == 1)
        {
            return map.With(new Entry(path[0], mark, value));
        }

        MapNode inner = map.Find(path[0])?.Value as MapNode ?? new MapNode(mark, []);
        return map.With(new Entry(path[0], mark, Put(inner, path[1..], mark, value)));
    }

    private static Node CellValue(Cell cell, bool isList, ProblemList problems)
    {
        if (cell.Text[0] is '{' or '[')
        {
            (int Line, int Column) origin = (cell.Mark.Line, cell.Mark.Column + (cell.IsQuoted ? 1 : 0));
            return YamlReader.Read(cell.Mark.File, cell.Text, origin, problems) ?? Plain(cell);
        }

        if (!isList)
        {
            return Plain(cell);
        }

        string[] items = cell.Text.Split([';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ListNode(cell.Mark, [.. items.Select(item => new ScalarNode(cell.Mark, item, isQuoted: true))]);
    }

    private static ScalarNode Plain(Cell cell) => new(cell.Mark, cell.Text, isQuoted: true);
}
