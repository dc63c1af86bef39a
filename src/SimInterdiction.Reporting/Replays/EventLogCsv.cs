using System.Globalization;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Reporting.Replays;

/// <summary>An event log as CSV: the columns of <see cref="LogColumns"/>, a row for each fact.</summary>
public static class EventLogCsv
{
    /// <summary>The file's content; times as in ISO 8601, to the second.</summary>
    public static string Write(IReadOnlyList<Fact> facts)
    {
        var csv = new CsvText([.. LogColumns.All.Select(column => column.Name)]);
        foreach (Fact fact in facts)
        {
            csv.Row([.. LogColumns.All.Select(column => Cell(column.Of(fact)))]);
        }

        return csv.ToString();
    }

    private static object? Cell(object? value) =>
        value switch
        {
            DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
            bool isSo => isSo ? "yes" : "no",
            _ => value,
        };
}
