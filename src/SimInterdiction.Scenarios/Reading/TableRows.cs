using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>What the rows of a section's table are: its entries, or parts of them.</summary>
/// <param name="Shape">The keys of a row.</param>
/// <param name="Group">The column with the name of the entry that a row is a part of; null where a row is an
/// entry.</param>
/// <param name="Inside">The key of the entry that its rows belong to.</param>
internal sealed record TableRows(RecordShape Shape, string? Group = null, string? Inside = null)
{
    /// <summary>Of a section: a row of <c>deployments</c> is a posting.</summary>
    public static TableRows Of(string section)
    {
        RecordShape entries = RecordShape.Of(RecordShape.Of(typeof(Scenario)).Find(section)!.ValueType);
        return entries.Type == typeof(Deployment) ? new(RecordShape.Of(typeof(Posting)), "deployment", "post") : new(entries);
    }

    /// <summary>The entries that the rows make, in the order in which they are first named.</summary>
    public List<Entry> Grouped(IReadOnlyList<(Cell? Group, Entry? Entry)> rows) =>
        Group is null
            ? [.. rows.Select(row => row.Entry).OfType<Entry>()]
            :
            [
                .. rows.GroupBy(row => row.Group!.Value.Text)
                    .Select(rows =>
                    {
                        Mark mark = rows.First().Group!.Value.Mark;
                        var parts = new MapNode(mark, [.. rows.Select(row => row.Entry).OfType<Entry>()]);
                        return new Entry(rows.Key, mark, new MapNode(mark, [new Entry(Inside!, mark, parts)]));
                    }),
            ];

    /// <summary>Whether what is written of an entry beside the table adds to it, such as a label.</summary>
    public bool IsAddition(Entry written) => Inside is not null && written.Value is MapNode map && map.Find(Inside) is null;

    /// <summary>An entry of the table with what is written of it beside the table.</summary>
    public Entry With(Entry fromTable, Entry? written) =>
        written is not null && IsAddition(written)
            ? written with
            {
                Value = new MapNode(written.Value.Mark, [.. ((MapNode)written.Value).Entries, .. ((MapNode)fromTable.Value).Entries]),
            }
            : fromTable;
}
