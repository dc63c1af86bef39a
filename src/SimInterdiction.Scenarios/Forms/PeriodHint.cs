using System.Globalization;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>What to write instead of other programs' keys for a period.</summary>
/// <remarks>The observed window has a start and a length; a posting and a part of the window go from a day to a
/// day.</remarks>
internal static class PeriodHint
{
    private static readonly string[] Ends = ["end", "end_date", "ends", "finish", "last_day", "stop", "to", "until"];
    private static readonly string[] Starts = ["begin", "begins", "first_day", "from", "start", "start_date", "starts"];

    /// <summary>The hint; null where the key is not about a period.</summary>
    /// <param name="owner">The record that has no such key.</param>
    /// <param name="unknown">The key.</param>
    /// <param name="map">What it stands in.</param>
    public static string? Of(Type owner, Entry unknown, MapNode map)
    {
        string key = unknown.Key.ToLowerInvariant();
        if (owner == typeof(Scenario))
        {
            return Ends.Contains(key) ? InsteadOfEnd(unknown, map)
                : Starts.Contains(key) ? "did you mean 'start'?"
                : null;
        }

        bool isFromTo = owner == typeof(Posting) || owner == typeof(NamedWindow);
        return !isFromTo ? null
            : Ends.Contains(key) ? "did you mean 'to'? It is the last day"
            : Starts.Contains(key) ? "did you mean 'from'? It is the first day"
            : null;
    }

    private static string InsteadOfEnd(Entry end, MapNode map)
    {
        DateOnly start = DateIn(map.Find("start")?.Value)
            ?? new Scenario
            {
                Places = null!,
                Corridors = null!,
                Flows = null!,
                Deployments = null!,
            }.Start;
        string? length = (map.Find("length")?.Value as ScalarNode)?.Text;
        string beside = length is null ? string.Empty : $" instead of 'length: {Shortened.Text(length)}'";
        int? days = DateIn(end.Value) is { } last ? last.DayNumber - start.DayNumber + 1 : null;
        if (days is { } all && length == Days(all))
        {
            return $"leave it out: 'length: {length}' says the same";
        }

        return days switch
        {
            null => $"'length' says how long the window is, such as 'length: 30 days'; it begins on {start:yyyy-MM-dd}",
            < 1 => $"the window begins on {start:yyyy-MM-dd}, after that day; 'length' says how long it is, such as 'length: 30 days'",
            1 => $"write 'length: {Days(1)}'{beside}: {start:yyyy-MM-dd} alone",
            _ => $"write 'length: {Days(days.Value)}'{beside}: from {start:yyyy-MM-dd} to the end of "
                + $"{start.AddDays(days.Value - 1):yyyy-MM-dd}",
        };
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static DateOnly? DateIn(Node? node) =>
        node is ScalarNode scalar
        && DateOnly.TryParseExact(scalar.Text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null;
}
