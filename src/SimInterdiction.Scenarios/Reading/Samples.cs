using System.Globalization;
using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>
/// Puts what was seen in the place of <c>{ empirical: { from: loads.csv, column: size } }</c>: each value of the column
/// with how often it stands there, or with the sum of the column that <c>counts</c> names.
/// </summary>
/// <param name="files">Reads the tables.</param>
/// <param name="problems">Takes what is wrong with them.</param>
internal sealed partial class Samples(NamedFiles files, ProblemList problems)
{
    private const string Format = "CSV UTF-8";

    private const string Column = ValuesWithShares.Column;
    private const string Unit = "unit";

    private static readonly string[] Keys = [Tables.From, Column, ValuesWithShares.Counts, Unit];

    /// <summary>The tree with every such sample read, and without the quantities whose sample can't be: what follows
    /// from that is not told.</summary>
    public MapNode Fill(MapNode tree) => Changed(tree, string.Empty)!;

    private Node? Fill(Node node, string path) =>
        node switch
        {
            MapNode map => Changed(map, path),
            ListNode list => Changed(list, path),
            _ => node,
        };

    // Copies share what is not changed.
    private ListNode Changed(ListNode list, string path)
    {
        Node[] items = [.. list.Items.Select(item => Filled(item, path)).OfType<Node>()];
        return items.SequenceEqual(list.Items) ? list : new ListNode(list.Mark, items);
    }

    // Null where it is a quantity whose sample can't be read.
    private MapNode? Changed(MapNode map, string path)
    {
        var entries = new List<Entry>();
        foreach (Entry entry in map.Entries)
        {
            if (entry.Key == DistributionCatalog.Empirical && entry.Value is MapNode sample && sample.Find(Tables.From) is not null)
            {
                if (Read(sample) is not { } read)
                {
                    return null;
                }

                entries.Add(entry with { Value = read });
            }
            else if (Filled(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}") is { } value)
            {
                entries.Add(entry with { Value = value });
            }
        }

        return
            entries.Count == map.Entries.Count && entries.Zip(map.Entries).All(pair => ReferenceEquals(pair.First.Value, pair.Second.Value))
            ? map
            : new MapNode(map.Mark, entries);
    }

    private Node? Filled(Node node, string path)
    {
        Node? filled = Fill(node, path);
        if (filled is null)
        {
            problems.Lose(path);
        }

        return filled;
    }

    private MapNode? Read(MapNode sample)
    {
        int before = problems.ErrorsReported;
        foreach (Entry unknown in sample.Entries.Where(e => !Keys.Contains(e.Key)))
        {
            problems.Error(
                "S101",
                unknown.KeyMark,
                $"'{unknown.Key}' is not a key of a sample from a table",
                $"keys: {string.Join(", ", Keys)}",
                problems.DidYouMean(unknown.Key, Keys)
            );
        }

        var counts = new MapNode(sample.Mark, problems.ErrorsReported > before ? [] : Counted(sample));
        if (counts.Entries.Count == 0 && problems.ErrorsReported == before)
        {
            problems.Error("S161", sample.Find(Tables.From)!.Value.Mark, "the table holds no values", "a row for each");
        }

        return counts.Entries.Count == 0 ? null : new MapNode(sample.Mark, [new Entry(ValuesWithShares.Counts, sample.Mark, counts)]);
    }

    private IEnumerable<Entry> Counted(MapNode sample)
    {
        Entry from = sample.Find(Tables.From)!;
        if (from.Value is not ScalarNode { IsNothing: false } file)
        {
            problems.Error("S104", from.KeyMark, "'from' needs the name of a table", "from: loads.csv, for instance");
            return [];
        }

        if (files.TextOf(file, Format) is not { } text)
        {
            return [];
        }

        int before = problems.ErrorsReported;
        CsvRow[] rows = [.. new CsvReader(files.NameOf(file), text, problems).Rows().Take(Limits.TableRows + 2)];
        if (problems.ErrorsReported > before || rows.Length == 0)
        {
            return [];
        }

        if (rows.Length > Limits.TableRows + 1)
        {
            problems.Error("S043", rows[^1].Cells[0].Mark, $"the table has more than {Limits.TableRows:N0} rows");
            return [];
        }

        if (TableWidth.IsTooMuch(rows[0], problems) || HasTwice(rows[0]) || !AreNamesGiven(sample))
        {
            return [];
        }

        int values = Find(rows[0], sample.Find(Column), file, problems);
        int weights = sample.Find(ValuesWithShares.Counts) is { } counts ? Find(rows[0], counts, file, problems) : -1;
        return problems.ErrorsReported > before || !AreWhole(rows, values, weights)
            ? []
            : Counted(rows[1..], values, weights, UnitOf(sample));
    }

    private bool HasTwice(CsvRow header)
    {
        int before = problems.ErrorsReported;
        var seen = new Dictionary<string, Cell>(StringComparer.OrdinalIgnoreCase);
        foreach (Cell cell in header.Cells.Where(c => c.Text.Length > 0 && !seen.TryAdd(c.Text, c)))
        {
            TableWidth.ReportTwice(cell.Text, cell, seen[cell.Text], problems);
        }

        return problems.ErrorsReported > before;
    }

    private bool AreNamesGiven(MapNode sample)
    {
        int before = problems.ErrorsReported;
        foreach (Entry named in sample.Entries.Where(e => e.Key != Tables.From && e.Value is not ScalarNode { IsNothing: false }))
        {
            string due = named.Key == Unit ? "a unit" : "the name of a column";
            if (named.Value.IsNothing)
            {
                problems.Error("S105", named.KeyMark, $"'{named.Key}' has no value; it needs {due}", hint: "give it one, or remove it");
            }
            else
            {
                problems.Error("S104", named.Value.Mark, $"'{named.Key}' needs {due}, not {named.Value.Kind}");
            }
        }

        return problems.ErrorsReported == before;
    }

    // Each row counts, so each has its value and, where they are asked for, its count.
    private bool AreWhole(CsvRow[] rows, int values, int weights)
    {
        int before = problems.ErrorsReported;

        // A column before others may be without a name, as those are that number the rows.
        int last = rows[0].Cells.Index().Last(c => c.Item.Text.Length > 0).Index;
        var width = new TableWidth([
            .. rows[0].Cells.Take(last + 1).Select((c, i) => ((string, bool)?)(c.Text, i == values || i == weights)),
        ]);
        width.ReportRagged([.. rows.Skip(1).Where(row => !width.Fits(row))], problems);
        foreach (int column in new[] { values, weights }.Where(c => c >= 0 && problems.ErrorsReported == before))
        {
            Cell[] empty = [.. rows.Skip(1).Select(row => row.Cells[column]).Where(cell => cell.Text.Length == 0)];
            if (empty.Length > 0)
            {
                problems.Error(
                    "S161",
                    empty[0].Mark,
                    $"this row has no '{rows[0].Cells[column].Text}'{TableWidth.Others(empty.Length)}",
                    hint: "give it one, or remove the row"
                );
            }
        }

        return problems.ErrorsReported == before;
    }

    private static string UnitOf(MapNode sample) => sample.Find(Unit)?.Value is ScalarNode { Text: { } unit } ? $" {unit}" : string.Empty;

    private static IEnumerable<Entry> Counted(CsvRow[] rows, int values, int weights, string unit)
    {
        bool hasCommas = rows.All(row => !row.Cells[values].Text.Contains('.', StringComparison.Ordinal));
        return rows.GroupBy(row => Plain(row.Cells[values].Text, hasCommas))
            .Select(group => new Entry(
                group.Key + unit,
                group.First().Cells[values].Mark,
                weights < 0
                    ? new ScalarNode(
                        group.First().Cells[values].Mark,
                        group.Count().ToString(CultureInfo.InvariantCulture),
                        isQuoted: false
                    )
                    : Sum([.. group.Select(row => row.Cells[weights])])
            ));
    }

    // One that is no number is handed on as it is, to be told where it stands.
    private static ScalarNode Sum(Cell[] weights)
    {
        decimal sum = 0;
        foreach (Cell cell in weights)
        {
            if (weights.Length == 1 || Quantities.NumberText.Split(cell.Text) is not { Exact: { } exact, Tail: "" })
            {
                return new ScalarNode(cell.Mark, cell.Text, isQuoted: false);
            }

            sum += exact;
        }

        return new ScalarNode(weights[0].Mark, sum.ToString(CultureInfo.InvariantCulture), isQuoted: false);
    }

    // Where no number of the column has a decimal point, a comma is one.
    private static string Plain(string text, bool hasCommas) => hasCommas && DecimalComma().IsMatch(text) ? text.Replace(',', '.') : text;

    private static int Find(CsvRow header, Entry? column, ScalarNode file, ProblemList problems)
    {
        string[] names = [.. header.Cells.Select(c => c.Text)];
        if (column is null)
        {
            string[] given = [.. names.Where(name => name.Length > 0)];
            if (given.Length != 1)
            {
                problems.Error(
                    "S161",
                    file.Mark,
                    $"the table has {given.Length} columns, and none is named",
                    $"column: one of {Names.Few(given)}"
                );
            }

            return Array.FindIndex(names, name => name.Length > 0);
        }

        string wanted = (column.Value as ScalarNode)?.Text ?? string.Empty;
        int found = Array.FindIndex(names, name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase));
        if (found < 0)
        {
            problems.Error(
                "S161",
                column.Value.IsNothing ? column.KeyMark : column.Value.Mark,
                $"the table has no column '{wanted}'",
                $"columns: {Names.Few(names.Where(name => name.Length > 0), 14)}",
                problems.DidYouMean(wanted, names)
            );
        }

        return found;
    }

    [GeneratedRegex(@"^[+-]?\d+,\d+(?!\d)")]
    private static partial Regex DecimalComma();
}
