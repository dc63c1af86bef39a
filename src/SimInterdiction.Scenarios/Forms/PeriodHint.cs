using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>What to write instead of other programs' keys for a period.</summary>
/// <remarks>The observed window has a start, and a length or an end; a posting and a part of the window go from a day
/// to a day.</remarks>
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
            return Ends.Contains(key) ? $"did you mean 'end'? It is the last day{InsteadOf(map.Find("length")?.Value)}"
                : Starts.Contains(key) ? "did you mean 'start'?"
                : null;
        }

        bool isFromTo = owner == typeof(Posting) || owner == typeof(NamedWindow);
        return !isFromTo ? null
            : Ends.Contains(key) ? "did you mean 'to'? It is the last day"
            : Starts.Contains(key) ? "did you mean 'from'? It is the first day"
            : null;
    }

    private static string InsteadOf(Node? length) =>
        length is ScalarNode written ? $", instead of 'length: {Shortened.Text(written.Text)}'" : string.Empty;
}
